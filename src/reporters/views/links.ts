import { groupBy } from '../../group-by.ts'
import { countOf } from '../count-of.ts'
import { escapeControls } from '../escape-controls.ts'
import type { LinksReport, LinkView } from '../links-report.ts'
import { paintStatus } from '../paint-status.ts'
import type { Palette } from '../palette.ts'
import type { View } from './view.ts'

/** Renders what is known of the web: a line for each host, what is wrong, and a last line that counts. */
export const links: View<LinksReport> = {
  text: renderLinks,
  json: ({ links: shown, unlinked }) => ({ links: shown, unlinked }),
}

function renderLinks({ links, unlinked }: LinksReport, palette: Palette): string {
  const hosts = groupBy(links, ({ url }) => new URL(url).host)
  const width = Math.max(0, ...[...hosts.keys()].map(({ length }) => length))
  const lines = [...hosts].map(([host, same]) => {
    // The oldest comes first.
    const day = (same[0]?.day ?? 'never').padEnd('2024-06-01'.length)
    return `${palette.faint(day)}  ${palette.name(host.padEnd(width))}  ${countLinks(same, palette)}\n`
  })
  const wrong = links
    .filter(({ status }) => status === 'dead' || status === 'failing')
    .map(({ url, status }) => `${paintStatus(status, palette)(status)} ${escapeControls(url)}\n`)
  const orphans =
    unlinked.length === 0
      ? ''
      : `${countOf(unlinked.length, 'address', 'addresses')} without a link: \`crossoff links prune\` drops what is known of them\n`
  const size = `${countOf(links.length, 'address', 'addresses')} on ${countOf(hosts.size, 'host', 'hosts')}`
  const total = links.length === 0 ? size : `${size}: ${countLinks(links, palette)}`
  const help = wrong.length === 0 ? '' : '`crossoff links why URL` tells more\n'
  return `${lines.join('')}${wrong.join('')}${total}\n${help}${orphans}`
}

function countLinks(links: readonly LinkView[], palette: Palette): string {
  return STATUSES.flatMap((status) => {
    const count = links.filter((link) => link.status === status).length
    return count === 0 ? [] : [paintStatus(status, palette)(`${count} ${status}`)]
  }).join(', ')
}

const STATUSES = ['dead', 'failing', 'unknown', 'moved', 'alive', 'skipped'] as const
