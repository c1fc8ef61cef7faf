import type {
  ChangelogReport,
  FragmentsReport,
  LedgerChangeReport,
  LedgerCheckReport,
} from './changelog-report.ts'
import type { MessageDraft } from '../changelog/draft/message-draft.ts'
import type { CheckReport, Finding } from './check-report.ts'
import type { Change } from '../diff/change.ts'
import type { LinkKind } from '../document/link.ts'
import type { ItemKind, ItemStatus } from '../document/document.ts'
import type { LinkReport, LinksChangeReport, LinksReport } from './links-report.ts'
import type { FileSummary } from './file-summary.ts'
import type { Point } from '../text/line-index.ts'

/** What a command has to say, as plain data. */
export type Report =
  | ItemsReport
  | ItemReport
  | AnchorsReport
  | CheckReport
  | ChangeReport
  | DocumentReport
  | SetupReport
  | DiffReport
  | EventsReport
  | BlameReport
  | ChangelogReport
  | FragmentsReport
  | LedgerChangeReport
  | LedgerCheckReport
  | MessageReport
  | LinksReport
  | LinkReport
  | LinksChangeReport

/** An item, as the machine form shows it. */
export interface ItemView {
  /** Tells the item from all others of its document: 12 hex digits of its kind, path and place. */
  readonly id: string
  readonly kind: ItemKind
  readonly level: number
  readonly title: string
  readonly path: readonly string[]
  readonly status: ItemStatus
  readonly owners: readonly string[]
  readonly tags: readonly string[]
  /** ISO 8601 calendar dates, each with the word before it and a colon, `due`, or empty. */
  readonly dates: readonly { readonly date: string; readonly key: string }[]
  /** Inline code. */
  readonly code: readonly string[]
  /** Texts that the config maps to a target. */
  readonly references: readonly { readonly text: string; readonly target: string }[]
  readonly links: readonly { readonly url: string; readonly kind: LinkKind }[]
  readonly hash: string
  readonly start: Point
  readonly end: Point
  readonly children: readonly ItemView[]
  /** Where it was asked for. */
  readonly history?: ItemHistoryView
}

/** A commit, as the machine form shows it. */
export interface RevisionView {
  /** Hash, in hex. */
  readonly commit: string
  /** Author date, ISO 8601 with the offset from UTC. */
  readonly date: string
  readonly author: string
  readonly subject: string
}

/** An item's history, as the machine form shows it. */
export interface ItemHistoryView {
  /** Its identity, the same through its life; absent where no commit has it. */
  readonly item?: string
  /** The commit that added it; absent where the history does not go back as far. */
  readonly added?: RevisionView
  /** The commit that last changed it. */
  readonly changed?: RevisionView
  /** Whether it is new, or other than in the last commit. */
  readonly uncommitted: boolean
}

/** The items of a document, or those that a filter leaves. */
export interface ItemsReport {
  readonly kind: 'items'
  readonly file: string
  readonly items: readonly ItemView[]
  /** What else to know, a sentence each. */
  readonly notes: readonly string[]
}

/** The items of a document, each with its history. */
export interface BlameReport extends Omit<ItemsReport, 'kind'> {
  readonly kind: 'blame'
}

/** One item with its source. */
export interface ItemReport {
  readonly kind: 'item'
  readonly file: string
  readonly item: ItemView
  /** The item's lines, as they stand in the document. */
  readonly source: string
}

/** The anchors of a document, in document order. */
export interface AnchorsReport {
  readonly kind: 'anchors'
  readonly file: string
  readonly slugs: string
  readonly anchors: readonly {
    readonly anchor: string
    readonly title: string
    readonly line: number
  }[]
}

/** What a plan did, would do, or was not let do. */
export interface ChangeReport {
  readonly kind: 'change'
  /** `refused`: it would break links, and nothing was written. */
  readonly outcome: 'written' | 'planned' | 'refused'
  readonly files: readonly FileSummary[]
  /** The plan in its own form. */
  readonly plan: unknown
  /** The plan that takes it back. */
  readonly inverse: unknown
  /** Whether the plan repairs what links it can. */
  readonly repairsLinks: boolean
  /** Links that would not reach their target any more. */
  readonly brokenLinks: readonly Finding[]
  /** What else to know, a sentence each. */
  readonly notes: readonly string[]
}

/** A document's text, to be printed as it is. */
export interface DocumentReport {
  readonly kind: 'document'
  readonly file: string
  /** With its byte order mark, where it has one. */
  readonly text: string
}

/** What `init` wrote, and what is left to the user. */
export interface SetupReport {
  readonly kind: 'setup'
  readonly outcome: 'written' | 'planned'
  readonly file: string
  readonly config: string
  /** Texts for other files: a hook, a CI job. */
  readonly snippets: readonly {
    readonly file: string
    readonly title: string
    readonly text: string
  }[]
}

/** What happened between two revisions of a document. */
export interface DiffReport {
  readonly kind: 'diff'
  /** What the two were called. */
  readonly old: string
  readonly new: string
  readonly changes: readonly Change[]
  /** Whether the bytes are the same. */
  readonly isSame: boolean
  /** The words that changed in titles and texts, where they were asked for. */
  readonly words?: readonly WordDiff[]
  /** The plan that replays it, where it was asked for. */
  readonly plan?: unknown
  readonly coverage?: { readonly operations: number; readonly splices: number }
  /** For each operation of the plan the places, from 0, of the earlier ones that it depends on. */
  readonly dependencies?: readonly (readonly number[])[]
}

/** A text word by word, for the change of the same place. */
export interface WordDiff {
  /** Place of the change among the report's. */
  readonly change: number
  readonly parts: readonly {
    readonly text: string
    readonly kind: 'kept' | 'added' | 'removed'
  }[]
}

/** A change with the commit that made it, as the machine form shows it. */
export interface EventView extends Change, RevisionView {
  /** Identity of the item. */
  readonly item: string
}

/** What happened to the items of a document. */
export interface EventsReport {
  readonly kind: 'events'
  readonly file: string
  /** Newest first. */
  readonly events: readonly EventView[]
  /** What else to know, a sentence each. */
  readonly notes: readonly string[]
}

/** The draft of a message. */
export interface MessageReport {
  readonly kind: 'message'
  /** The file that it was put into; `undefined` where it is printed. */
  readonly file: string | undefined
  /** The whole message; empty where there is none to make. */
  readonly text: string
  /** Absent where no item changes. */
  readonly draft?: MessageDraft
}
