export default { markdown: { anchor: { slugify: (text) => text } } }
