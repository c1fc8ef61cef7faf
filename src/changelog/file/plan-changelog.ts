import type { Document } from '../../document/document.ts'
import type { Parse } from '../../editing/edited.ts'
import type { TextEdit } from '../../text/text-edit.ts'
import { changeTypes } from '../entry.ts'
import type { Changelog } from './changelog.ts'
import type { EntryText } from './entry-text.ts'
import { findUnreleased, insertEntries } from './insert-entries.ts'
import { type ChangelogReport, judgeEntries } from './judge-entries.ts'
import { linkUnreleased } from './link-releases.ts'
import { openUnreleased } from './open-unreleased.ts'
import { readChangelog } from './read-changelog.ts'
import type { Recognized } from './recognized.ts'
import { reviseEntries, type Revision } from './revise-entries.ts'
import { runSteps, type Step } from './run-steps.ts'
import { withdrawEntry } from './withdraw-entry.ts'

/** How a changelog is edited. */
export interface ChangelogOptions {
  /** Parses as the changelog was parsed. */
  readonly parse: Parse
  /** Path of the changelog, for messages. */
  readonly file: string
}

/** What brings a changelog up to date; keys are in the order of the entries. */
export interface ChangelogPlan {
  /** Edits of the document, sorted by place; none where it says all that it should. */
  readonly edits: readonly TextEdit[]
  readonly added: readonly string[]
  readonly updated: readonly string[]
  readonly removed: readonly string[]
  /** Entries that stand there in a person's words. */
  readonly kept: readonly string[]
  readonly reported: readonly ChangelogReport[]
}

/**
 * Plans how entries come into the changelog, as what is not released yet.
 *
 * What is new is put in, what nobody has touched is kept up to date, and goes when its item comes back. All
 * else stays, byte for byte. Done twice, the second time changes nothing.
 *
 * @param document The changelog; an empty text for one that is not there.
 */
export function planChangelog(
  document: Document,
  texts: readonly EntryText[],
  { parse, file }: ChangelogOptions,
): ChangelogPlan {
  const now = readChangelog(document)
  const judgement = judgeEntries(now, texts, parse)
  const { missing, outdated, withdrawn } = judgement
  const isNew = missing.length > 0 && findUnreleased(now) === undefined
  const steps: readonly Step[] = [
    ...(outdated.length === 0 ? [] : [reviseStep(outdated, parse)]),
    ...withdrawn.map((each) =>
      stepOf((changelog) => withdrawEntry(changelog, findAgain(changelog, each), parse)),
    ),
    ...(isNew ? [stepOf((changelog) => openUnreleased(changelog, parse)), LINK] : []),
    ...changeTypes.flatMap((type) => {
      const typed = missing.filter(({ entry }) => entry.type === type)
      return typed.length === 0
        ? []
        : [stepOf((changelog) => insertEntries(changelog, type, typed, parse))]
    }),
  ]
  return {
    edits: runSteps(document, steps, parse, file),
    added: keysOf(missing),
    updated: keysOf(outdated.map(({ text }) => text)),
    removed: keysOf(withdrawn.map(({ text }) => text)),
    kept: keysOf(judgement.kept),
    reported: judgement.reported,
  }
}

function stepOf(take: Step['take']): Step {
  return { sees: 'body', take }
}

const LINK: Step = { sees: 'whole', take: linkUnreleased }

function reviseStep(outdated: readonly Revision[], parse: Parse): Step {
  return stepOf((changelog) => {
    const now = outdated.map((each) => ({ ...each, ...findAgain(changelog, each) }))
    return reviseEntries(changelog, now, parse)
  })
}

function keysOf(texts: readonly EntryText[]): string[] {
  return texts.map(({ entry }) => entry.key)
}

/** Finds a bullet with a marker in what the steps before have made. */
function findAgain({ releases }: Changelog, { bullet: { key } }: Recognized): Recognized {
  for (const release of releases) {
    const bullet = release.entries.find((each) => each.key === key)
    if (bullet !== undefined) return { bullet, release }
  }
  throw new Error(`the entry ${key ?? ''} is gone`)
}
