import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { describe, expect, it } from 'vitest'
import {
  commitAll,
  createTemporaryFolder,
  gitEnvironment,
  writeFiles,
} from '../fakes/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const command = join(root, 'dist', 'cli', 'crossoff.cjs')

/** By hand: `CROSSOFF_KILLS=1000`. */
const kills = Number(process.env.CROSSOFF_KILLS ?? 30)

/** Starts a process, kills it after some milliseconds, and waits for its end. */
async function runAndKill(
  args: readonly string[],
  folder: string,
  milliseconds: number,
): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd: folder, env: gitEnvironment, stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  await once(child, 'exit')
  clearTimeout(timer)
  return child.signalCode === 'SIGKILL'
}

describe('a process that is killed', () => {
  it(
    'should leave the document as it was or as it shall be',
    async () => {
      const items = Array.from(
        { length: 200 },
        (_, index) => `- [ ] Item ${index}, which has some words\n`,
      )
      const folder = createTemporaryFolder({
        'TODO.md': `# List\n\n- [ ] Switch\n${items.join('')}`,
      })
      commitAll(folder)
      const open = readFileSync(join(folder, 'TODO.md'), 'utf8')
      const done = open.replace('[ ] Switch', '[x] Switch')
      const start = performance.now()
      await runAndKill([command, 'done', 'Switch'], folder, 60_000)
      const duration = performance.now() - start
      expect(readFileSync(join(folder, 'TODO.md'), 'utf8')).toBe(done)
      let hits = 0
      for (let count = 0; count < kills; count++) {
        const isOpen = readFileSync(join(folder, 'TODO.md'), 'utf8') === open
        // The write is the last that a command does.
        const moment = duration * (0.6 + 0.5 * Math.random())
        if (await runAndKill([command, isOpen ? 'done' : 'reopen', 'Switch'], folder, moment))
          hits++
        expect([open, done]).toContain(readFileSync(join(folder, 'TODO.md'), 'utf8'))
      }
      expect(hits).toBeGreaterThan(0)
    },
    1000 * 60 * 20,
  )

  it(
    'should leave each of two documents whole, however often it was writing',
    async () => {
      const folder = createTemporaryFolder()
      const bundle = await rolldown({
        input: join(import.meta.dirname, 'write-forever.ts'),
        platform: 'node',
      })
      await bundle.write({ file: join(folder, 'write-forever.mjs'), format: 'esm' })
      const place = join(folder, 'place')
      const size = 300_000
      const forms = ['a', 'b'].map((letter) => letter.repeat(size))
      let torn = 0
      const seen = new Set<string>()
      for (let count = 0; count < kills; count++) {
        mkdirSync(place, { recursive: true })
        writeFiles(place, { 'one.md': forms[0]!, 'two.md': forms[0]! })
        const args = [join(folder, 'write-forever.mjs'), place, String(size)]
        const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
        await once(child.stdout, 'data')
        setTimeout(() => child.kill('SIGKILL'), Math.random() * 20)
        await once(child, 'exit')
        for (const name of ['one.md', 'two.md']) {
          const text = readFileSync(join(place, name), 'latin1')
          if (!forms.includes(text)) torn++
        }
        seen.add(String(readdirSync(place).length > 2))
        rmSync(place, { recursive: true, force: true })
      }
      expect(torn).toBe(0)
      // Some kills came between the first temporary file and the last rename.
      expect(seen).toContain('true')
    },
    1000 * 60 * 20,
  )
})
