/**
 * Takes out of the URLs of a text what may be a secret: a name and a password, a query, a fragment.
 *
 * ```text
 * 'https://ana:s3cret@forge.example/ovens?private_token=s3cret': not found
 * 'https://forge.example/ovens': not found
 * ```
 */
export function hideSecrets(text: string): string {
  return text.replaceAll(CREDENTIALS, '').replaceAll(WORD, cutQuery)
}

function cutQuery(word: string): string {
  const scheme = word.indexOf('://')
  const length = scheme === -1 ? -1 : word.slice(scheme).search(QUERY)
  const [end = ''] = END.exec(word) ?? []
  return length === -1 ? word : `${word.slice(0, scheme + length)}${end}`
}

/** "ana:secret@" behind the scheme */
const CREDENTIALS = /(?<=:\/\/)[^\s/]*@/gu
const WORD = /\S+/gu
/** "?private_token=s3cret" */
const QUERY = /[?#]/u
/** "':", which is the sentence's that the URL stands in */
const END = /['"`]?[:;,.]?$/u
