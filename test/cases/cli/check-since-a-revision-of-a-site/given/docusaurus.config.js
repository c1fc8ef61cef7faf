export default { presets: [['classic', { docs: { remarkPlugins: [names] } }]] }
