import { nodeFileSystem } from '../../src/adapters/file-system.ts'
import { createFileWriter } from '../../src/adapters/file-writer.ts'

// Swaps two documents for their other form for ever: whoever kills it hits it while it writes.
const [folder = '', size = '0'] = process.argv.slice(2)
const forms = ['a', 'b'].map((letter) => new TextEncoder().encode(letter.repeat(Number(size))))
const writer = createFileWriter(folder, nodeFileSystem)
process.stdout.write('ready\n')
for (let turn = 0; ; turn++) {
  const before = forms[turn % 2]!
  const after = forms[(turn + 1) % 2]!
  writer.write(['one.md', 'two.md'].map((path) => ({ path, before, after })))
}
