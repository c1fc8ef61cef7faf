import { type HostTable, isPaced } from './access.ts'
import type { ScheduleSettings } from './create-scheduler.ts'
import { hostNameOf } from './host-name.ts'
import { parseCrawlDelay } from './parse-crawl-delay.ts'

/**
 * Makes what finds out how long hosts want to be left alone between two requests.
 *
 * Of a host that is asked for one page, nobody needs to know; and what the config says goes before.
 *
 * @param urls All that is to be asked for.
 */
export function createPace(
  urls: readonly string[],
  hosts: HostTable,
): NonNullable<ScheduleSettings['findInterval']> {
  const pages = new Map<string, number>()
  for (const url of urls) {
    const name = hostNameOf(new URL(url))
    pages.set(name, (pages.get(name) ?? 0) + 1)
  }
  return async (url, ask) => {
    if ((pages.get(hostNameOf(url)) ?? 0) < 2 || isPaced(url, hosts)) return undefined
    const robots = new URL('/robots.txt', url).href
    const result = await ask({ url: robots, method: 'GET', isText: true })
    const text = result.kind === 'response' ? result.text : undefined
    return text === undefined ? undefined : parseCrawlDelay(text, 'crossoff')
  }
}
