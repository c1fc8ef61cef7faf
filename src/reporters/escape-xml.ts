/** Writes a text as that of an element or an attribute of XML 1.0; what that cannot write becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(FORBIDDEN, '\uFFFD')
    .replaceAll(SPECIAL, (character) => `&#${character.codePointAt(0) ?? 0};`)
}

/** "\u0000": all but the `Char` of https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** "<b>", and the blanks that an attribute would lose */
const SPECIAL = /[<>&"'\t\n\r]/gu
