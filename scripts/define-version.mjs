import { readFileSync } from 'node:fs'
import { hashInputs } from './hash-inputs.mjs'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** What the bundler puts in place of the name that src/version.ts declares. */
export const defineVersion = {
  __CROSSOFF_VERSION__: JSON.stringify(version),
  __CROSSOFF_BUILD__: JSON.stringify(hashInputs().slice(0, 12)),
}
