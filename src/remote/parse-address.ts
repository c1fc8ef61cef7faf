/**
 * Parses an IP address: 4 bytes, or 16; `undefined` where the text is none.
 *
 * IPv4 is taken in its dotted form alone, which is what a resolver and a URL give: `new URL` makes
 * `127.0.0.1` of `2130706433`, `0x7f.1` and `0177.0.0.1`.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc4291#section-2.2
 */
export function parseAddress(text: string): readonly number[] | undefined {
  return text.includes(':') ? parseLong(text) : parseDotted(text)
}

function parseDotted(text: string): number[] | undefined {
  const match = DOTTED.exec(text)
  const bytes = match?.slice(1).map(Number)
  return bytes?.every((byte) => byte < 256) === true ? bytes : undefined
}

/** "192.168.0.1" */
const DOTTED = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/u

function parseLong(text: string): number[] | undefined {
  // What stands behind `%` names an interface of this machine.
  const [bare = ''] = text.replace(BRACKETS, '').split('%')
  const halves = bare.split('::').map(parseGroups)
  const [head, tail] = halves
  if (head === undefined || halves.length > 2) return undefined
  if (halves.length === 1) return head.length === 16 ? head : undefined
  if (tail === undefined || head.length + tail.length > 14) return undefined
  const zeros = Array.from({ length: 16 - head.length - tail.length }, () => 0)
  return [...head, ...zeros, ...tail]
}

/** "[" */
const BRACKETS = /[[\]]/gu

function parseGroups(text: string): number[] | undefined {
  if (text === '') return []
  const groups = text.split(':')
  const bytes = groups.map((group, index) => {
    if (index === groups.length - 1 && group.includes('.')) return parseDotted(group)
    if (!GROUP.test(group)) return undefined
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 255]
  })
  return bytes.some((each) => each === undefined) ? undefined : bytes.flatMap((each) => each ?? [])
}

/** "ff9b" */
const GROUP = /^[\da-f]{1,4}$/iu
