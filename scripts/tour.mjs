// Shows crossoff at work on this project's own docs/TODO.md, which stays as it is: `npm start`.
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const command = join(root, 'dist', 'cli', 'crossoff.cjs')
const document = 'docs/TODO.md'

const list = execFileSync(process.execPath, [command, 'list', '--json', '-f', document], {
  cwd: root,
  encoding: 'utf8',
})
const [section] = JSON.parse(list).items[0].children

show('list', '-f', document)
show('add', 'Say hello', '--under', section.title, '--dry-run', '-f', document)
show('check', '-f', document)

/** @param {readonly string[]} words */
function show(...words) {
  const typed = words.map((word) => (word.includes(' ') ? `"${word}"` : word))
  console.log(`\n$ crossoff ${typed.join(' ')}`)
  const { status } = spawnSync(process.execPath, [command, ...words], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
