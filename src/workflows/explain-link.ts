import { CrossoffError } from '../errors.ts'
import { parseTarget } from '../links/parse-target.ts'
import { canBeWritten } from '../remote/can-be-written.ts'
import type { FetchResult } from '../remote/fetch.ts'
import { listNames, toRemoteTarget } from '../remote/remote-target.ts'
import { isTextName } from '../remote/text-directive.ts'
import { updateLedger } from '../remote/update-ledger.ts'
import type { HopView, LinkReport, LinkView } from '../reporters/links-report.ts'
import type { WebOptions } from './ask-web.ts'
import { readLinkLedger } from './link-ledger.ts'
import { listWebLinks } from './list-web-links.ts'
import type { Ports } from './ports.ts'
import { remoteSettings } from './remote-knowledge.ts'
import { groupPlaces, viewLink } from './view-link.ts'

/** What `links why` is asked. */
export interface WhyOptions {
  /** As a document writes it; with a fragment, or without. */
  readonly url: string
  /** How it is asked for now; absent where nothing may be sent. Nothing is kept of the answer. */
  readonly online?: WebOptions | undefined
}

/** Tells all that is known of an address, who links to it, and what to do. */
export async function explainLink(options: WhyOptions, ports: Ports): Promise<LinkReport> {
  const target = parseTarget(options.url)
  const isWeb = /^(?:https?:)?\/\//iu.test(options.url)
  const remote = isWeb ? toRemoteTarget(target) : undefined
  if (remote === undefined) {
    throw new CrossoffError('usage', `\`${options.url}\` is no address on the web`, {
      help: 'an address begins with `https://` or `http://`',
    })
  }
  const { url } = remote
  const ledger = readLinkLedger(ports)?.ledger ?? {}
  const places = groupPlaces(await listWebLinks([], ports)).get(url) ?? []
  const known = viewLink(url, places, ledger, ports)
  if (options.online === undefined) {
    return { kind: 'link', link: known, next: listNext(known, ports) }
  }
  const names = known.fragments.map((each) => each.fragment)
  const fragments = [...new Set([...names, ...listNames(remote)])]
  const hops: HopView[] = []
  // What only asking needs must not cost the others anything.
  const { askWeb } = await import('./ask-web.ts')
  const onHop = ({ method, url: at }: { method: string; url: string }, result: FetchResult) => {
    hops.push({ method, url: at, result: describeResult(result) })
  }
  const answers = await askWeb([{ url, fragments }], { ...options.online, onHop }, ports)
  const answer = answers.get(url)
  const { days, patience } = remoteSettings(ports.config)
  const settings = { today: ports.today(), days, patience }
  const link = viewLink(url, places, updateLedger(ledger, answers, settings), ports)
  const doubt = answer?.status === 'unknown' ? [`nobody can tell now: ${answer.reason}`] : []
  return { kind: 'link', link, next: [...doubt, ...listNext(link, ports)], hops }
}

function describeResult(result: FetchResult): string {
  if (result.kind === 'failure') return result.reason
  const { status, location } = result
  return location === undefined ? `${status}` : `${status}, to ${location}`
}

function listNext(
  { url, status, day, since, links, location, fragments }: LinkView,
  { config }: Ports,
): string[] {
  const origin = Object.keys(config.origins ?? {}).find((prefix) => url.startsWith(prefix))
  if (links.length === 0) {
    if (origin !== undefined) return [`links below \`${origin}\` are proven in the repository`]
    if (day === undefined) return ['no document links to it']
    return ['no document links to it: `crossoff links prune` drops what is known of it']
  }
  switch (status) {
    case 'alive':
      return []
    case 'moved':
      return location !== undefined && canBeWritten(location)
        ? [`\`crossoff check --fix\` writes \`${location}\``]
        : [`write \`${location ?? ''}\`, spelt for where the link stands`]
    case 'failing':
      return ['`crossoff links update` asks again; a run fails when it is gone for long enough']
    case 'dead':
      return [
        `mend the links, or silence them: \`<!-- crossoff-ignore-next remote/${since === undefined ? codeOf(fragments) : 'dead'}: why -->\``,
      ]
    case 'unknown':
      return ['`crossoff links update` asks for it']
    case 'skipped':
      return ['`remote.skip` in the config leaves it alone']
  }
}

/** What is missing of a page that is there. */
function codeOf(fragments: LinkView['fragments']): string {
  const lost = fragments.filter(({ status }) => status === 'dead')
  return lost.every(({ fragment }) => isTextName(fragment)) ? 'missing-text' : 'missing-anchor'
}
