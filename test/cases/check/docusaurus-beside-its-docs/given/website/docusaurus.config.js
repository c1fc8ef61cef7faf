export default { presets: [['classic', { docs: { path: '../docs' } }]] }
