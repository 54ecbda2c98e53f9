/** A first draft and what becomes of it when its sources change: joined, never made up; behind, and said where. */
import { describe, expect, test } from 'vitest'
import { readPartText, STORY_PARTS, type StoryContent, storyContent } from '../../src/dialogue/story-content.ts'
import { draftFrom, emptyStory } from '../../src/dialogue/story-draft.ts'
import { figureHash, pickableIn } from '../../src/dialogue/story-figures.ts'
import { settled, staleOf, withoutTakenBack } from '../../src/dialogue/story-stale.ts'
import type { Digest } from '../../src/digest/content.ts'
import { DUTCH, digestOf, jointOf } from '../support/story-samples.ts'

const joint = jointOf(DUTCH)
const NONE: ReadonlyMap<string, Digest> = new Map()

describe('the first draft', () => {
  test('is the words of the partners in the order of the story, and nothing else', () => {
    const { parts, signs, figures, title } = draftFrom(joint, 'nl')
    expect(title).toBe('Samen in Noord')
    expect(parts.goal).toBe(DUTCH.goal[0])
    expect(parts.kept.split('\n')).toEqual([
      `Jeugdwerk Noord: ${DUTCH.unique[0]}`,
      `Buurthuis De Brug: ${DUTCH.unique[1]}`,
      `Sportclub Kiel: ${DUTCH.unique[2]}`,
      'Dit houden we vast: Een vast gezicht (elke avond staat er dezelfde begeleider)',
      `Dit mag niet weg: ${DUTCH.never_lost[0]}`,
    ])
    expect(parts.added.split('\n')).toEqual([
      DUTCH.added_value[0],
      'Hier maken we elkaar sterker: sport als eerste stap; een babbel na de training',
      'Nog nodig: Een school in de buurt (zo bereiken we wie nu alleen thuis zit)',
      `Hier kijken we verschillend naar: ${DUTCH.differences[0]}`,
    ])
    expect([parts.check, signs, figures]).toEqual(['', [], []])
  })

  test('of a sheet on which nothing is written is empty, and so is that of a year', () => {
    expect(draftFrom(jointOf({}), 'fr').parts).toEqual(emptyStory('x', 'fr').parts)
    expect(Object.values(emptyStory('x', 'nl').parts)).toEqual(['', '', '', ''])
  })

  test('says of each of several goals whose it is', () => {
    expect(draftFrom(jointOf({ goal: ['Eén deur.', 'Meer avonden.'] }), 'nl').parts.goal).toBe(
      'Jeugdwerk Noord: Eén deur.\nBuurthuis De Brug: Meer avonden.',
    )
  })

  test('cuts nothing, however long', () => {
    const long = 'woord '.repeat(400).trim()
    const { parts } = draftFrom(jointOf({ added_value: [long, long, long] }), 'nl')
    expect(parts.added.match(/woord/g)).toHaveLength(1200)
    expect(storyContent.safeParse(draftFrom(jointOf({ added_value: [long, long, long] }), 'nl')).success).toBe(true)
  })
})

describe('what somebody typed for a part', () => {
  test.each([
    ['  Eerste.\r\n\r\nTweede.  ', 'Eerste.\nTweede.'],
    ['a\u202eb\u2066c\u2069\u200f', 'abc'],
    ['<b>vet</b> & [x](http://y)', '<b>vet</b> & [x](http://y)'],
    ['قصة الأثر', 'قصة الأثر'],
    ['a\u0000b', 'a b'],
  ])('%j', (typed, kept) => {
    expect(readPartText(typed)).toBe(kept)
  })

  test('of more lines than fit becomes one, and of too many characters or none nothing', () => {
    expect(readPartText(Array.from({ length: 20 }, (_, at) => `r${at}`).join('\n'))).not.toContain('\n')
    expect(readPartText('x'.repeat(600))).toBe('x'.repeat(600))
    expect(readPartText('👩‍👩‍👧'.repeat(590))).toHaveLength(590 * '👩‍👩‍👧'.length)
    for (const typed of ['x'.repeat(601), 'x'.repeat(20_000), ' \n ', '\u202e'])
      expect({ typed: typed.length, read: readPartText(typed) }).toEqual({ typed: typed.length, read: null })
  })
})

describe('an entry that changed', () => {
  const draft = draftFrom(joint, 'nl')
  const now = (change: Partial<typeof joint>) => ({ joint: { ...joint, ...change }, digests: NONE })
  const whys = (content: StoryContent, change: Partial<typeof joint>) =>
    staleOf(content, now(change)).map(({ part, why, of }) => `${part} ${why} ${of}`)

  test('as long as nothing did, nothing is behind', () => {
    expect(whys(draft, {})).toEqual([])
  })

  test('is pointed at by its part, in whatever way it changed', () => {
    const edited = joint.entries.map((one) => (one.id === 'synergy-1' ? { ...one, text: 'sport' } : one))
    expect(whys(draft, { entries: edited })).toEqual(['added edited synergy-1'])
    const how = joint.entries.map((one) => (one.id === 'elements-1' ? { ...one, also: 'anders' } : one))
    expect(whys(draft, { entries: how })).toEqual(['kept edited elements-1'])
    expect(whys(draft, { entries: joint.entries.filter(({ id }) => id !== 'goal-1') })).toEqual([
      'goal taken-back goal-1',
    ])
    const later = { ...joint.entries[0]!, id: 'new', step: 'unique', partnerId: 'p2', text: 'Nog iets.' }
    expect(whys(draft, { entries: [...joint.entries, later] })).toEqual(['kept later new'])
    expect(whys(draft, { partners: joint.partners.map((one) => ({ ...one, left: one.id === 'p3' })) })).toEqual([
      'kept left p3',
    ])
    expect(whys(draft, { entries: joint.entries.filter(({ step }) => step !== 'dream') })).toEqual([])
  })

  test('and was looked at again is behind no more, until it changes once more', () => {
    const left = { partners: joint.partners.map((one) => ({ ...one, left: one.id === 'p3' })) }
    const edited = { entries: joint.entries.map((one) => (one.id === 'unique-1' ? { ...one, text: 'Anders.' } : one)) }
    const change = { ...left, ...edited }
    const seen = settled(draft, 'kept', now(change))
    expect(whys(draft, change)).toHaveLength(2)
    expect(whys(seen, change)).toEqual([])
    expect(whys(seen, { ...left, entries: edited.entries.filter(({ id }) => id !== 'unique-1') })).toEqual([
      'kept taken-back unique-1',
    ])
  })

  test('and was taken back goes out of the text, with what led in to it alone, and leaves the rest as it was', () => {
    const without = (...ids: string[]) =>
      withoutTakenBack(draft, { ...joint, entries: joint.entries.filter(({ id }) => !ids.includes(id)) })
    const first = without('unique-2')
    expect(JSON.stringify(first)).not.toContain('weekend')
    expect(first.parts.kept.split('\n')).toEqual(
      draft.parts.kept.split('\n').filter((line) => !line.includes('weekend')),
    )
    expect(without('synergy-1').parts.added).toContain('sterker: een babbel na de training\n')
    expect(without('synergy-2').parts.added).toContain('sterker: sport als eerste stap\n')
    expect(without('synergy-1', 'synergy-2').parts.added).not.toContain('sterker')
    expect(without('goal-1').parts.goal).toBe('')
    expect(without()).toBe(draft)
    const all = withoutTakenBack(draft, { ...joint, entries: [] })
    expect(STORY_PARTS.map((part) => all.parts[part])).toEqual(['', '', '', ''])
    // Behind it stays, until somebody looked.
    expect(staleOf(first, now({ entries: joint.entries.filter(({ id }) => id !== 'unique-2') }))).toHaveLength(1)
  })

  test('and whose words are part of a longer one takes only its own', () => {
    const words = { synergy: ['sport', 'sportclub van de buurt'] }
    const other = jointOf(words)
    const kept = withoutTakenBack(draftFrom(other, 'nl'), {
      ...other,
      entries: other.entries.filter(({ id }) => id !== 'synergy-1'),
    })
    expect(kept.parts.added).toBe('Hier maken we elkaar sterker: sportclub van de buurt')
    const signs = jointOf({ synergy: ['a.b (c) $1 [x'] })
    expect(withoutTakenBack(draftFrom(signs, 'nl'), { ...signs, entries: [] }).parts.added).toBe('')
  })
})

describe('a digest behind a figure', () => {
  const digest = digestOf(12)
  const [first] = pickableIn(digest, 'nl')
  const at = { question: first!.question, cell: first!.cell }
  const figure = { key: 'c1', organisationId: 'xy', digestId: 'd', ...at, hash: figureHash(digest, at) }
  const content: StoryContent = {
    ...emptyStory('x', 'nl'),
    parts: { ...emptyStory('x', 'nl').parts, kept: 'Wij zien [c1].' },
    figures: [figure],
  }
  const behind = (of: StoryContent, now: Digest | null) =>
    staleOf(of, { joint: null, digests: new Map(now ? [['d', now]] : []) })

  test('that is as it was is not behind; one that is gone, hidden or put right is', () => {
    expect(behind(content, digest)).toEqual([])
    expect(behind(content, null)).toEqual([{ part: 'kept', why: 'digest-gone', of: 'c1' }])
    expect(behind(content, { ...digest, base: null })).toEqual([{ part: 'kept', why: 'digest-gone', of: 'c1' }])
    const question = digest.questions.find(({ key }) => key === at.question)!
    const other = digest.questions.map((one) => (one === question ? { ...one, text: { nl: 'Iets anders?' } } : one))
    expect(behind(content, { ...digest, questions: other })).toEqual([
      { part: 'kept', why: 'digest-changed', of: 'c1' },
    ])
  })

  test('that no part names is of no account', () => {
    expect(behind({ ...content, parts: { ...content.parts, kept: 'Niets.' } }, null)).toEqual([])
  })

  test('that was looked at again holds', () => {
    const changed = { ...digest, example: true }
    expect(behind(content, changed)).toHaveLength(1)
    expect(behind(settled(content, 'kept', { joint: null, digests: new Map([['d', changed]]) }), changed)).toEqual([])
  })

  test('shows nothing to pick below the floor', () => {
    expect(pickableIn(digestOf(4), 'nl')).toEqual([])
    expect(pickableIn(digest, 'nl').length).toBeGreaterThan(1)
  })
})
