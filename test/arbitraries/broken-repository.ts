import fc from 'fast-check'
import { pick } from './linked-repository.ts'

/** Documents of a repository in which all kinds of things are wrong, before and after a change. */
export interface BrokenRepository {
  readonly before: Readonly<Record<string, string | Uint8Array>>
  readonly after: Readonly<Record<string, string | Uint8Array>>
}

/** Hosts that links lead to; what they answer is up to a test. */
export const hosts = ['oven', 'mill', 'shop', 'dairy', 'farm', 'barn'].map(
  (name) => `${name}.example.org`,
)

const crops = ['rye', 'oat', 'leek', 'bean', 'plum', 'fig', 'kale', 'dill', 'sage', 'mint']

/** Documents that were there before. */
const lost = crops.flatMap((crop) => [`old/${crop}.md`, `old/late-${crop}.md`])

const ignores = [
  '<!-- crossoff-ignore-next -->',
  '<!-- crossoff-ignore-next remote/dead, remote/failing -->',
  '<!-- crossoff-ignore-next link/missing-anchor, link/missing-file: it is so -->',
  '<!-- crossoff-ignore-nxt -->',
]

const line = fc
  .record({
    kind: fc.constantFrom<string[]>(
      ...['alive', 'anchor', 'anchor', 'lost', 'lost', 'lost', 'web', 'web', 'web'],
      ...['label', 'definition', 'empty', 'heading'],
    ),
    number: fc.nat(999),
    ignore: fc.option(fc.constantFrom(...ignores), { freq: 5, nil: '' }),
  })
  .map(({ kind, number, ignore }) => {
    const crop = pick(crops, number)
    const texts: Readonly<Record<string, string>> = {
      alive: `- see [the garden](/garden.md#${crop})`,
      anchor: `- see [the beds](/garden.md#old-${crop}) and [these](#gone-${crop})`,
      lost: `- see [what was](/${pick(lost, number)}), ![drawn](/${pick(lost, number + 1)}#${crop})`,
      web: `- see <https://${pick(hosts, number)}/${crop}#${crop}>, [${crop}](https://${pick(hosts, number + 1)})`,
      label: `- see [${crop}][nowhere-${crop}]`,
      definition: `[${crop}-${String(number)}]: /garden.md`,
      empty: `- see [${crop}]()`,
      heading: `## Old ${crop}`,
    }
    return `${ignore}\n${texts[kind] ?? ''}\n\n`
  })

const text = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.array(line, { maxLength: 8 }).map((lines) => `# List\n\n${lines.join('')}`),
  },
  { weight: 1, arbitrary: fc.constant(new Uint8Array([0x41, 0xff])) },
)

const garden = (title: string): string =>
  `# Garden\n\n${crops.map((crop) => `## ${title}${crop}\n\nThe ${crop} grows by itself.\n\n`).join('')}`

/** Any repository of a few documents, of which some stayed as they were. */
export const brokenRepository: fc.Arbitrary<BrokenRepository> = fc
  .array(fc.record({ old: text, now: fc.option(text, { nil: undefined }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((documents) => {
    const places = documents.map(
      (each, at) => [`${pick(['', 'docs/', 'a b/'], at)}list-${String(at)}.md`, each] as const,
    )
    const gone = lost.map((path) => [path, `# ${path}\n\n## ${path.slice(4, -3)}\n`])
    return {
      before: {
        ...Object.fromEntries([...gone, ...places.map(([path, { old }]) => [path, old])]),
        'garden.md': garden('Old '),
      },
      after: {
        ...Object.fromEntries(places.map(([path, { old, now }]) => [path, now ?? old])),
        'garden.md': garden(''),
      },
    }
  })
