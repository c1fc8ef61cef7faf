export default ({ path, summary }) => `**${path[1]}:** ${summary}`
