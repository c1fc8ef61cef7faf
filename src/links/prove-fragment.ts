import type { Anchor } from './anchor.ts'
import type { AnchorIndex, LinkContext } from './link-context.ts'
import { type DeadVerdict, type LinkVerdict, toUnknown } from './link-verdict.ts'
import { decodePercent } from './parse-target.ts'
import { findAnchor } from './find-anchor.ts'
import { foldTerm } from './read-terms.ts'
import { describeSpelling } from './describe-spelling.ts'
import { slugs, type SlugsName } from './slugs/index.ts'

/** A fragment, and the document that it names a place of. */
export interface FragmentTarget {
  /** As written, without `#`. */
  readonly fragment: string
  readonly file: string
  readonly slugs: SlugsName
  /** Whether the config says that it is this renderer. */
  readonly isNamed: boolean
  /** Whether an origin says so, of its pages alone. */
  readonly isOfOrigin?: boolean
  /** Whether the link stands in that document itself. */
  readonly isOwn: boolean
}

/** Proves that a document has the anchor that a fragment names. */
export function proveFragment(target: FragmentTarget, context: LinkContext): LinkVerdict {
  const { file } = target
  const fragment = decodePercent(withoutDirective(target.fragment))
  // Source: https://html.spec.whatwg.org/multipage/browsing-the-web.html#the-indicated-part-of-the-document
  if (fragment === '' || fragment.toLowerCase() === 'top') return { status: 'alive', file }
  const index = context.anchors(file, target.slugs)
  if (index === undefined) return toUnknown(`\`${file}\` cannot be read as text`, file)
  const anchor = findAnchor(file, { fragment, slugs: target.slugs }, context)
  if (anchor !== undefined) return { status: 'alive', file, anchor }
  const doubt = findDoubt(fragment, target, index) ?? findDoubtOfSite(fragment, target, context)
  return doubt === undefined ? bury(fragment, target, index) : toUnknown(doubt, file)
}

/** A directive, `:~:text=builders`, asks a browser to look for a text. */
function withoutDirective(fragment: string): string {
  const start = fragment.indexOf(':~:')
  return start === -1 ? fragment : fragment.slice(0, start)
}

/** Says why a fragment without an anchor may still be alive. */
function findDoubt(
  fragment: string,
  { file, slugs: name }: FragmentTarget,
  index: AnchorIndex,
): string | undefined {
  if (LINES.test(fragment)) return 'lines are shown by the host'
  if (ROUTE.test(fragment)) return 'the fragment is for a script'
  if (slugs[name].generated.test(fragment)) return 'the renderer makes such anchors itself'
  if (index.others.has(fragment)) return `another release of ${name} gives such an anchor`
  if (index.page.foreignIds.has(fragment)) return 'another renderer would take this id'
  if (slugs[name].namesTerms && index.page.terms.has(foldTerm(fragment)))
    return 'a term of a definition list may give it'
  if (index.page.isOpen) return `\`${file}\` takes in text from elsewhere`
  if (slugs[name].hides?.(index.page) === true)
    return `${name} may give \`${file}\` other anchors than its text shows`
  const isCredit = CONTRIBUTION.test(fragment) && index.page.source.text.includes(CREDITS)
  return isCredit ? 'the list of contributors links to no place' : undefined
}

/** A generator's rules are not GitHub's, and where they are known, readers of GitHub still have its own. */
function findDoubtOfSite(
  fragment: string,
  { file, isNamed, slugs: name }: FragmentTarget,
  context: LinkContext,
): string | undefined {
  const site = isNamed ? undefined : context.siteOf(file)?.title
  if (site === undefined) return undefined
  const onGithub = name === 'github' ? undefined : context.anchors(file, 'github')
  if (onGithub === undefined) return `${site} may give such an anchor`
  if (LIQUID.test(onGithub.page.source.text)) return `${site} fills a template`
  const folded = slugs.github.foldFragment(fragment)
  return onGithub.byFolded.has(folded) ? 'GitHub gives such an anchor' : undefined
}

/** "{{ page.title }}", "{% for each in site.pages %}" */
const LIQUID = /\{[{%]/u

/** The bot of allcontributors.org writes links such as `#ideas-ada`, for their tooltips. */
const CREDITS = 'ALL-CONTRIBUTORS-LIST'

/** "ideas-ada" */
const CONTRIBUTION = /^[a-z\d]+-[a-z\d[\]_.-]+$/iu

/** "L10-L20" */
const LINES = /^L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$/u

/** "/guide" */
const ROUTE = /^[/!?]|[=&]/u

function bury(fragment: string, target: FragmentTarget, index: AnchorIndex): DeadVerdict {
  const { file, isOwn } = target
  const respelt = index.respell(fragment)
  const place = isOwn ? '' : ` in \`${file}\``
  const dead = { status: 'dead', part: 'fragment', file } as const
  if (respelt !== undefined) {
    return {
      ...dead,
      code: 'link/letter-case',
      message: `${describeSpelling(`#${fragment}`, `#${respelt.anchor}`)}${place}`,
      help: `write \`#${respelt.anchor}\` (${describe(respelt, target)})`,
      ...(target.fragment.includes('%') ? {} : { replacement: `#${respelt.anchor}` }),
    }
  }
  const message = `no heading${place} gives \`#${fragment}\``
  const lost = { file, anchor: { fragment, slugs: target.slugs } }
  const missing = { ...dead, code: 'link/missing-anchor', message, lost } as const
  const closest = index.closest(fragment)
  if (closest === undefined) return missing
  const help = `did you mean \`#${closest.anchor}\` (${describe(closest, target)})`
  return { ...missing, help }
}

function describe({ line }: Anchor, { file, isOwn }: FragmentTarget): string {
  return isOwn ? `line ${line}` : `${file}:${line}`
}
