import type { LinkStatus } from './links-report.ts'
import type { Paint, Palette } from './palette.ts'

/** The colour of what is known of an address. */
export function paintStatus(status: LinkStatus, palette: Palette): Paint {
  switch (status) {
    case 'dead':
      return palette.error
    case 'failing':
    case 'moved':
      return palette.warning
    case 'alive':
      return palette.added
    case 'unknown':
    case 'skipped':
      return palette.faint
  }
}
