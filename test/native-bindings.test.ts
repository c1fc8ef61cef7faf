import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Manifest {
  readonly version: string
  readonly optionalDependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', path), 'utf8')) as Manifest
}

describe('optional dependencies', () => {
  it('should be the native bindings that the bundled satteri loads, in its own versions', () => {
    const satteri = readManifest('node_modules/satteri/package.json')
    const native = Object.entries(satteri.optionalDependencies)
      // Where no native binding loads, the reference parser stands in: WebAssembly is not needed.
      .filter(([name]) => name !== '@bruits/satteri-wasm32-wasi')
    expect(readManifest('package.json').optionalDependencies).toEqual(Object.fromEntries(native))
  })

  it('should stay true while satteri is pinned to one version', () => {
    const satteri = readManifest('node_modules/satteri/package.json')
    expect(readManifest('package.json').devDependencies.satteri).toBe(satteri.version)
  })
})
