import { escapeControls } from '../escape-controls.ts'
import type { FragmentView, LinkReport, LinkView } from '../links-report.ts'
import type { Palette } from '../palette.ts'
import { paintStatus } from '../paint-status.ts'
import type { View } from './view.ts'

/** Renders all that is known of an address, a fact a line. */
export const link: View<LinkReport> = {
  text: renderLink,
  json: ({ link: shown, next, hops }) => ({ ...shown, next, hops }),
}

function renderLink({ link, next, hops = [] }: LinkReport, palette: Palette): string {
  const facts = [
    ...hops.map(({ method, url, result }) => `${method} ${url}: ${result}`),
    ...describePage(link),
  ].map(escapeControls)
  const fragments = link.fragments.map((each) => {
    const status = paintStatus(each.status, palette)(each.status)
    return `${palette.name(`#${escapeControls(each.fragment)}`)} ${status}${escapeControls(describeFragment(each))}`
  })
  const places = link.links.map(({ file, line, column, fragment }) => {
    const place = palette.strong(`${escapeControls(file)}:${line}:${column}`)
    return fragment === undefined ? place : `${place} #${escapeControls(fragment)}`
  })
  const steps = next.map((step) => `${palette.hint('help:')} ${escapeControls(step)}`)
  const head = `${palette.strong(escapeControls(link.url))} ${paintStatus(link.status, palette)(link.status)}\n`
  return `${head}${[...facts, ...fragments, ...places, ...steps].map((line) => `  ${line}\n`).join('')}`
}

function describePage({ day, dueOn, since, failsOn, reason, location, etag }: LinkView): string[] {
  const isSuspect = since === undefined && reason !== undefined
  return [
    ...(day === undefined ? ['nobody has answered for it yet'] : [`last asked for on ${day}`]),
    ...(since === undefined ? [] : [`gone since ${since}: ${reason ?? ''}`]),
    ...(failsOn === undefined ? [] : [`fails a run from ${failsOn} on`]),
    ...(isSuspect ? [`may not be the page that is meant: ${reason}`] : []),
    ...(location === undefined ? [] : [`for good at ${location}`]),
    ...(etag === undefined ? [] : [`the server calls it ${etag}`]),
    ...(dueOn === undefined ? [] : [`asked for again from ${dueOn} on`]),
  ]
}

function describeFragment({ heading, reason, since, failsOn, closest }: FragmentView): string {
  const word = since === undefined ? 'stands' : 'stood'
  const parts = [
    ...(reason === undefined ? [] : [reason]),
    ...(since === undefined ? [] : [`gone since ${since}`]),
    ...(failsOn === undefined ? [] : [`fails a run from ${failsOn} on`]),
    ...(heading === undefined || heading === '' ? [] : [`${word} for “${heading}”`]),
    ...(closest === undefined ? [] : [`closest now: #${closest.anchor} (“${closest.heading}”)`]),
  ]
  return parts.length === 0 ? '' : `: ${parts.join('; ')}`
}
