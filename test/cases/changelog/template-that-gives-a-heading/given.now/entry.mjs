export default ({ summary }) => `# ${summary}`
