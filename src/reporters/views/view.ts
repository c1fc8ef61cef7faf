import type { Palette } from '../palette.ts'

/** How a kind of report is shown. */
export interface View<Shown> {
  /** For people; ends with the last line's end, and is empty where there is nothing to say. */
  text(report: Shown, palette: Palette): string
  /** For programs, keys in a fixed order, without the version. */
  json(report: Shown): object
}
