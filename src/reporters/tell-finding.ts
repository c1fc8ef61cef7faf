import type { Diagnostic } from '../diagnostic.ts'
import { escapeControls } from './escape-controls.ts'

/** A link or a title may be as long as its document; no host shows so much. */
const LONGEST = 1000

/** Tells a finding in one line for a host: what is wrong, and the next step. */
export function tellFinding({ message, help }: Diagnostic): string {
  return tellText(help === undefined ? message : `${message}; ${help}`)
}

/** Makes a text one line that UTF-8 can write, and that is no longer than hosts show. */
export function tellText(text: string): string {
  return cutText(tellPath(text), LONGEST)
}

/** Makes a path one line that UTF-8 can write. */
export function tellPath(path: string): string {
  return escapeControls(path).toWellFormed()
}

/** Cuts a text, no character in two. */
function cutText(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, length - 1).replace(HALF, '')}…`
}

/** "\ud83d" at the end */
const HALF = /[\ud800-\udbff]$/u
