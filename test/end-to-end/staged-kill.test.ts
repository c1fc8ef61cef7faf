import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command } from '../fakes/run-command.ts'
import {
  followed,
  list,
  moved,
  prepare,
  read,
  readStaged,
  stage,
  write,
} from '../fakes/staged-repository.ts'
import { gitEnvironment } from '../fakes/temporary-folder.ts'

/** By hand: `CROSSOFF_KILLS=2000`. */
const kills = Number(process.env.CROSSOFF_KILLS ?? 30)

/** Starts a fix of what is staged, and kills it after some milliseconds; tells whether that came in time. */
async function fixAndKill(folder: string, milliseconds: number): Promise<boolean> {
  const args = [command, 'check', '--staged', '--fix']
  const child = spawn(process.execPath, args, { cwd: folder, env: gitEnvironment, stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  await once(child, 'exit')
  clearTimeout(timer)
  return child.signalCode === 'SIGKILL'
}

/** Git may still be at work for a process that is gone. */
async function settle(lock: string): Promise<void> {
  for (let wait = 0; wait < 50 && existsSync(lock); wait++) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('a fix of what is staged that is killed', () => {
  it(
    'should lose no byte of what is staged, and none of what is not',
    async () => {
      const repository = prepare()
      const { root, git } = repository
      stage(repository, 'plan.md', moved)
      const start = performance.now()
      await fixAndKill(root, 60_000)
      const duration = performance.now() - start
      const mine = (text: string): string => `Mine.\n\n${text}- [ ] weed\n- [ ] mow\n`
      const whole = { staged: new Set<string>(), unstaged: new Set<string>() }
      let hits = 0
      for (let count = 0; count < kills; count++) {
        stage(repository, 'TODO.md', `${list}- [ ] weed\n`)
        write(repository, 'TODO.md', mine(list))
        const plan = git('rev-parse', ':plan.md')
        if (await fixAndKill(root, duration * (0.3 + 1.5 * Math.random()))) hits++
        await settle(join(root, '.git/index.lock'))
        rmSync(join(root, '.git/index.lock'), { force: true })
        whole.staged.add(readStaged(repository, 'TODO.md'))
        whole.unstaged.add(read(repository, 'TODO.md'))
        expect(git('rev-parse', ':plan.md')).toBe(plan)
      }
      const staged = [list, followed].map((text) => `${text}- [ ] weed\n`)
      expect([...whole.staged].filter((text) => !staged.includes(text))).toEqual([])
      const unstaged = [list, followed].map(mine)
      expect([...whole.unstaged].filter((text) => !unstaged.includes(text))).toEqual([])
      expect(hits).toBeGreaterThan(0)
    },
    1000 * 60 * 30,
  )
})
