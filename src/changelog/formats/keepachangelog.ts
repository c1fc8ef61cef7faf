import { changeTypes } from '../entry.ts'
import type { FormatDefinition } from './format-definition.ts'
import { heading, list } from './nodes.ts'

/** https://keepachangelog.com/en/2.0.0/ */
export const keepachangelog: FormatDefinition = {
  summary:
    'Keep a Changelog 2.0.0: by release, and by the six types. What has no type, such as what was given up, is left out.',
  render: (releases, items) => ({
    type: 'root',
    children: releases.flatMap(({ title, date, entries }) => {
      const groups = changeTypes.flatMap((type) => {
        const filed = entries.filter((entry) => entry.type === type)
        return filed.length === 0
          ? []
          : [heading(3, type), list(filed.map((entry) => items.brief(entry)))]
      })
      if (groups.length === 0) return []
      return [heading(2, date === undefined ? title : `${title} - ${date}`), ...groups]
    }),
  }),
}
