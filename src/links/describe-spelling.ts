/**
 * Says how two texts differ that are equal but for letter case or Unicode form.
 *
 * Texts that differ by their form alone look the same, so the forms are named.
 */
export function describeSpelling(written: string, actual: string): string {
  if (written.normalize('NFC') !== actual.normalize('NFC'))
    return `\`${written}\` is spelt \`${actual}\``
  return `\`${written}\` is in the Unicode form ${formOf(written)}, and in ${formOf(actual)}`
}

function formOf(text: string): string {
  return FORMS.find((form) => text.normalize(form) === text) ?? 'a mixed form'
}

const FORMS = ['NFC', 'NFD'] as const
