import { type Outcome, outcomes } from '../outcome.ts'
import type { FormatDefinition } from './format-definition.ts'
import { heading, list } from './nodes.ts'

/** What became of everything, for those who want to know. */
export const markdown: FormatDefinition = {
  summary: 'By release, and by what became of each item; with the reasons for what was not done.',
  render: (releases, items) => ({
    type: 'root',
    children: releases.flatMap(({ title, date, entries }) => [
      heading(2, date === undefined ? title : `${title} - ${date}`),
      ...outcomes.flatMap((outcome) => {
        const found = entries.filter((entry) => entry.outcome === outcome)
        const toItem = explained.has(outcome) ? items.withReason : items.brief
        return found.length === 0
          ? []
          : [heading(3, titles[outcome]), list(found.map((entry) => toItem(entry)))]
      }),
    ]),
  }),
}

const titles: Readonly<Record<Outcome, string>> = {
  shipped: 'Shipped',
  done: 'Done elsewhere',
  abandoned: 'Abandoned',
  merged: 'Merged into other items',
  undone: 'Brought back',
  unknown: 'No longer listed',
}

/** Who reads these asks why. */
const explained: ReadonlySet<Outcome> = new Set(['abandoned', 'undone', 'unknown'])
