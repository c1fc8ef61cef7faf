import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { planFixes } from '../../src/workflows/plan-fixes.ts'
import { createFakePorts } from '../fakes/fake-ports.ts'

function finding(start: number, end: number, text: string): Diagnostic {
  const place = { line: 1, column: start + 1, offset: start }
  const fix = { title: `write ${text}`, edits: [{ start, end, text }] }
  return {
    code: 'link/letter-case',
    severity: 'error',
    message: '',
    file: 'TODO.md',
    start: place,
    end: place,
    fix,
  }
}

describe('planFixes', () => {
  it('should make every fix but those that overlap one before', async () => {
    const ports = createFakePorts({ 'TODO.md': 'dig, sow, water\n' })
    const found = [finding(10, 15, 'mulch'), finding(0, 3, 'rake'), finding(2, 5, 'x')]
    const { count, files } = await planFixes(found, ports)
    expect(count).toBe(2)
    expect(files.map(({ after }) => after.text)).toEqual(['rake, sow, mulch\n'])
  })

  it('should leave documents alone where nothing has a fix', async () => {
    const { fix: _, ...unfixable } = finding(0, 3, 'rake')
    expect(await planFixes([unfixable], createFakePorts({}))).toEqual({ count: 0, files: [] })
  })
})
