/** Wraps a text in the codes of a colour or a weight, or leaves it as it is. */
export type Paint = (text: string) => string

/** The colours that reporters use, by what they say. */
export interface Palette {
  readonly strong: Paint
  readonly faint: Paint
  readonly error: Paint
  readonly warning: Paint
  readonly hint: Paint
  readonly added: Paint
  readonly removed: Paint
  readonly name: Paint
}

const plain: Paint = (text) => text

/** The palette of an output that is no terminal. */
export const plainPalette: Palette = {
  strong: plain,
  faint: plain,
  error: plain,
  warning: plain,
  hint: plain,
  added: plain,
  removed: plain,
  name: plain,
}
