import type { Diagnostic } from '../diagnostic.ts'
import { escapeControls } from './escape-controls.ts'

/** A link or a title may be as long as its document; no host shows so much. */
const LONGEST = 1000

/** Tells a finding in one line for a host: what is wrong, and the next step. */
export function tellFinding({ message, help }: Diagnostic): string {
  return tellText(help === undefined ? message : `${message}; ${help}`)
}

/** Makes a text one line of characters that every host can show. */
function tellText(text: string): string {
  return cutText(escapeControls(text).toWellFormed().replaceAll(NONCHARACTERS, '\uFFFD'), LONGEST)
}

/** Makes a path what every host can show: one that is no UTF-8 has no other way to be told. */
export function tellPath(path: string): string {
  return escapeControls(path).toWellFormed().replaceAll(NONCHARACTERS, '\uFFFD')
}

/** Cuts a text, no character in two. */
function cutText(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, length - 1).replace(HALF, '')}…`
}

/** "\ufffe": XML 1.0 has no way to write it */
const NONCHARACTERS = /[\ufffe\uffff]/gu

/** "\ud83d" at the end */
const HALF = /[\ud800-\udbff]$/u
