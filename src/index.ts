export type { Diagnostic, Fix, Severity } from './diagnostic.ts'
export { CrossoffError, type CrossoffErrorCode } from './errors.ts'
export type { FileKind, FileTree } from './ports.ts'
export { version } from './version.ts'

export type { LineIndex, Point } from './text/line-index.ts'
export {
  parseSourceText,
  renderSourceText,
  type SourceText,
  toSourceText,
} from './text/source-text.ts'
export type { Span } from './text/span.ts'
export { applyEdits, invertEdits, type TextEdit } from './text/text-edit.ts'

export { loadEngine } from './markdown/load-engine.ts'
export type { EngineName, MarkdownEngine } from './markdown/markdown-engine.ts'

export type {
  DateMention,
  Document,
  Item,
  ItemKind,
  ItemStatus,
  ItemSyntax,
  Mention,
  Reference,
} from './document/document.ts'
export { hashItem } from './document/hash-item.ts'
export type { Link, LinkKind } from './document/link.ts'
export { parseDocument } from './document/parse-document.ts'
export type { MentionOptions } from './document/read-mentions.ts'
export { parseReferencePattern, type ReferencePattern } from './document/reference-pattern.ts'
export { type ItemPlace, walkItems } from './document/walk-items.ts'

export { selectItem } from './selectors/select-item.ts'
export { readTarget, selectTarget } from './selectors/select-target.ts'
export type { Selector, Target } from './selectors/selector.ts'

export { operations, type OperationName } from './operations/index.ts'
export { type ApplyOptions, applyPlan } from './plans/apply-plan.ts'
export { invertPlan } from './plans/invert-plan.ts'
export { parsePlan } from './plans/parse-plan.ts'
export type { Operation, Plan } from './plans/plan.ts'
export type { PlannedFile, PlanResult } from './plans/plan-result.ts'
export { renderPlan } from './plans/render-plan.ts'

export { matchDocuments } from './matching/match-documents.ts'
export type { Entry } from './matching/entry.ts'
export type { Forest } from './matching/forest.ts'
export type { Matching } from './matching/pairing.ts'
export type { Change, ChangeKind, ItemState } from './diff/change.ts'
export { diffItems } from './diff/diff-items.ts'
export { planReplay, type ReplayPlan } from './replay/plan-replay.ts'
export type { ReplaySources } from './replay/replay.ts'

export { createHistorySource, type Environment } from './adapters/create-history-source.ts'
export type { DocumentEvents, HistoryEvent } from './history/event.ts'
export type {
  Blob,
  DocumentHistory,
  HistoryQuery,
  HistorySource,
  Revision,
} from './history/history-source.ts'
export { type HistoryReading, readDocumentEvents } from './history/read-document-events.ts'
export { TransitionStore } from './history/transition-store.ts'
export type { Transition } from './history/transition.ts'

export { createCommitSource } from './adapters/create-commit-source.ts'
export type { CommitDetails, Trailer } from './changelog/commits/commit-details.ts'
export type { CommitSource } from './changelog/commits/commit-source.ts'
export {
  createReferenceLinks,
  type ReferenceLinkOptions,
  type ReferenceLinks,
} from './changelog/commits/create-reference-links.ts'
export { type ChangeType, changeTypes, type Entry as ChangelogEntry } from './changelog/entry.ts'
export type { EntryText } from './changelog/file/entry-text.ts'
export { type ChangelogPlan, planChangelog } from './changelog/file/plan-changelog.ts'
export { planRelease, type ReleasePlan } from './changelog/file/plan-release.ts'
export { type FormatName, formats } from './changelog/formats/index.ts'
export { groupByRelease } from './changelog/group-by-release.ts'
export { type Evidence, type Outcome, outcomes } from './changelog/outcome.ts'
export type { Override } from './changelog/override.ts'
export { type Departure, readDepartures } from './changelog/read-departures.ts'
export {
  type Ledger,
  type LedgerReading,
  listCommits,
  readEntries,
} from './changelog/read-entries.ts'
export { readReferences } from './changelog/commits/read-references.ts'
export type {
  Reference as ChangelogReference,
  ReferenceKind,
} from './changelog/commits/reference.ts'
export type { Release } from './changelog/commits/release.ts'
export { createItemRenderer, type EntryTemplate, renderWording } from './changelog/render-item.ts'
export { stringifyMarkdown } from './markdown/stringify-markdown.ts'

export type { Anchor, AnchorKind } from './links/anchor.ts'
export { checkDocuments, type LinkCounts, type LinkReport } from './links/check-documents.ts'
export type { LinkSources } from './links/create-link-context.ts'
export type { LinkOptions, Origin } from './links/link-options.ts'
export { overlayFiles } from './links/overlay-files.ts'
export { readAnchors } from './links/read-anchors.ts'
export { type RuleCode, type RuleDefinition, rules } from './links/rules.ts'
export { slugs, type SlugsName } from './links/slugs/index.ts'
export type { SlugDefinition } from './links/slugs/slug-definition.ts'
