export default { title: 'Bakery', rewrites: { 'guide/:name.md': ':name.md' } }
