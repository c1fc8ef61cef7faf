import { describe, expect, it } from 'vitest'
import { readVerdict } from '../../../src/changelog/outcomes/read-verdict.ts'

describe('readVerdict', () => {
  it.each([
    'the oven timer is done',
    'This has been implemented in #12',
    'cross off the oven timer',
    'Crossed off two entries',
    'we use the new flour now',
    "it's fixed since Monday",
    'drop done items',
    'the dough now supports rye',
    'the proofing box is in place',
  ])('should take it for done: %s', (clause) => {
    expect(readVerdict(clause)).toBe('done')
  })

  it.each([
    'this is not gonna work out as it stands',
    "it won't happen",
    'drop the sourdough subscription idea',
    'we gave up on the wood oven',
    'no longer needed',
    "doesn't make sense with one oven",
    'decided against the second counter',
    'this is out of scope',
    "it isn't worth the trouble",
    'abandon the bread slicer',
    'we decided not to bake on Sundays',
    'that cannot be done in this oven',
    'a wood oven is impossible here',
    'not needed',
    'we cancel the order',
    'it was never going to happen',
    'no longer need it',
    'we will not ship bread',
  ])('should take it for given up: %s', (clause) => {
    expect(readVerdict(clause)).toBe('abandoned')
  })

  it.each([
    'folded into the item on ovens',
    'this is a duplicate of the one above',
    'moved to the issue tracker',
    'now tracked in #12',
    'superseded by the new plan',
    'move all to the issue tracker',
    'filed as issues',
  ])('should take it for merged: %s', (clause) => {
    expect(readVerdict(clause)).toBe('merged')
  })

  it.each([
    'the oven timer is not done yet',
    "it isn't implemented",
    'this should be fixed in spring',
    'to be done once the flour is here',
    'half done',
    'never abandoned',
    'it is not obsolete',
    'not impossible',
    'no idea',
    'drop the oven timer',
    'remove the bread slicer from the list',
    'it will be finished when the oven is here',
    'sow peas',
    '',
    'impossible?',
    'the plan worked out, drop it',
    'obsolete, but done',
    'done with this idea',
    'we have this on the roadmap',
  ])('should say nothing of: %s', (clause) => {
    expect(readVerdict(clause)).toBeUndefined()
  })
})
