/**
 * Measures how many columns of a terminal a text takes.
 *
 * Combining marks take none, East Asian wide characters and emoji two (Unicode Standard Annex 11).
 */
export function measureText(text: string): number {
  let width = 0
  for (const character of text) {
    if (NARROW.test(character)) width += 1
    else if (!ZERO.test(character)) width += WIDE.test(character) ? 2 : 1
  }
  return width
}

/** "a" */
const NARROW = /^[ -~]$/u

/** "\u0301" */
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]$/u

/** "漢", "🎉" */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]$/u
