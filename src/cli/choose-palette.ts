import { type Palette, plainPalette } from '../reporters/palette.ts'
import type { Host } from './host.ts'

/**
 * Chooses colours or none.
 *
 * A switch decides before `NO_COLOR`, that before `FORCE_COLOR`, and that before the terminal.
 */
export async function choosePalette(host: Host, wanted: boolean | undefined): Promise<Palette> {
  if (!(wanted ?? isColourful(host))) return plainPalette
  const { default: picocolors } = await import('picocolors')
  const colors = picocolors.createColors(true)
  return {
    strong: colors.bold,
    faint: colors.dim,
    error: colors.red,
    warning: colors.yellow,
    hint: colors.cyan,
    added: colors.green,
    removed: colors.red,
    name: colors.cyan,
  }
}

function isColourful(host: Host): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = host.environment
  if (no !== undefined && no !== '') return false
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  return host.isTerminal(1) && terminal !== 'dumb'
}
