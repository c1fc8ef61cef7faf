export default { title: 'Bakery' }
