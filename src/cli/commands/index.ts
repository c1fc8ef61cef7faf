import type { CommandBody } from '../command.ts'

/** A command that is loaded when it is called. */
export interface CommandEntry {
  /** One sentence, lower case, no full stop. */
  readonly summary: string
  load(): Promise<CommandBody>
}

/** The commands that no operation makes, by the word that users type. */
export const commands = {
  init: {
    summary: 'write a config, and show hook and CI snippets, for what the repository uses',
    load: async () => (await import('./init.ts')).init,
  },
  list: {
    summary: 'list the items of a document as a tree',
    load: async () => (await import('./list.ts')).list,
  },
  show: {
    summary: 'show one item as it stands in its document',
    load: async () => (await import('./show.ts')).show,
  },
  anchors: {
    summary: "list every anchor of a document under a renderer's rules",
    load: async () => (await import('./anchors.ts')).anchors,
  },
  check: {
    summary: 'check links and structure of one document or of the whole repository',
    load: async () => (await import('./check.ts')).check,
  },
  'merge-reports': {
    summary: 'join the reports of shards into what one check of all tells',
    load: async () => (await import('./merge-reports.ts')).mergeReports,
  },
  links: {
    summary: 'keep what is known of links to the web: status, update, why, prune',
    load: async () => (await import('./links.ts')).links,
  },
  diff: {
    summary: 'tell what happened to the items between two files or revisions',
    load: async () => (await import('./diff.ts')).diff,
  },
  log: {
    summary: 'tell what happened to the items in the history, or the life of one',
    load: async () => (await import('./log.ts')).log,
  },
  blame: {
    summary: 'tell who last changed each item, and when',
    load: async () => (await import('./blame.ts')).blame,
  },
  changelog: {
    summary: 'tell what became of the items that left, as a changelog',
    load: async () => (await import('./changelog.ts')).changelog,
  },
  message: {
    summary: 'draft the message of a commit from what it does to the items',
    load: async () => (await import('./message.ts')).message,
  },
  apply: {
    summary: 'apply a plan of operations, all or nothing',
    load: async () => (await import('./apply.ts')).apply,
  },
} satisfies Record<string, CommandEntry>
