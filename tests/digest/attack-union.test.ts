/** Everything ever published about a few people, against somebody who reads all of it. See docs/decisions/small-groups.md. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { releaseTogether } from '../../src/digest/rollup.ts'
import { SHAPES, type ShapeName } from './shapes.ts'
import { deedsIn, everything, leaks, publish, RULES, type Rules, type Story, solve } from './union-worlds.ts'
import { certainties, countsOf, deedsOf, lookalikesOf, smallCountsKnown } from './worlds.ts'

/** Another seed on demand: ATTACK_SEED=12345, and ATTACK_RUNS for more stories. */
const SEED = Number(process.env.ATTACK_SEED ?? 20261122)
const RUNS = Number(process.env.ATTACK_RUNS ?? 2500)
const NAMES = ['yesno', 'three', 'noMiddle', 'nominal2', 'nominal3', 'multi2', 'sensitive'] satisfies ShapeName[]

/** Any few people over one to four sessions, most of them there each time. */
const anyStory = fc
  .record({
    name: fc.constantFrom(...NAMES),
    people: fc.constantFrom(4, 5, 6, 6, 7, 7, 7),
    sessions: fc.constantFrom(1, 2, 3, 3, 3, 4),
    comes: fc.array(fc.nat(99), { minLength: 28, maxLength: 28 }),
    often: fc.constantFrom(45, 70, 90, 100),
    says: fc.array(fc.nat(99), { minLength: 28, maxLength: 28 }),
    talks: fc.constantFrom(30, 45, 45, 60, 90),
    leans: fc.constantFrom(1, 2, 4),
    typed: fc.array(fc.constantFrom('right', 'right', 'none', 'low'), { minLength: 4, maxLength: 4 }),
    late: fc.boolean(),
    erased: fc.option(fc.record({ who: fc.nat(6), after: fc.nat(3) }), { nil: null, freq: 2 }),
    over: fc.boolean(),
    attacker: fc.option(fc.nat(6), { nil: null, freq: 4 }),
  })
  .map((random): Story => {
    const { people, sessions, comes, often, says, talks, leans } = random
    const question = SHAPES[random.name]
    const kinds = deedsIn(question).length
    const there = Array.from({ length: sessions }, (_, session) =>
      Array.from({ length: people }, (_, who) => who).filter((who) => comes[session * 7 + who]! < often),
    )
    const typed = there.map(({ length }, session) => {
      const kind = random.typed[session]
      return length === 0 || kind === 'none' ? null : kind === 'low' ? Math.max(1, length - 1) : length
    })
    const erased = random.erased && {
      who: random.erased.who % people,
      after: random.erased.after % sessions,
    }
    const did = Array.from({ length: people }, (_, who) =>
      there.map((some, session) => {
        if (!some.includes(who)) return -1
        if (erased?.who === who && session > erased.after) return 0
        const pick = says[session * 7 + who]!
        return pick >= talks ? 0 : 1 + Math.floor((((pick * 7) % 100) ** leans / 100 ** leans) * (kinds - 1))
      }),
    )
    return {
      ...{ question, floor: 5, there, typed, erased, did, people, over: random.over },
      // A headcount that was not right is put right, or given after all, before the roll-up.
      corrected: there.map(({ length }, session) => (random.late && length > 0 ? length : typed[session]!)),
      attacker: random.attacker === null ? null : random.attacker % people,
    }
  })

describe('an attacker who reads everything that is ever published', () => {
  test('learns nothing of anybody in random stories of a few people', () => {
    const met = { solved: 0, digests: 0, tried: 0, together: 0, erasedBefore: 0 }
    fc.assert(
      fc.property(anyStory, (story) => {
        const published = publish(story)
        const left = solve(story, published)
        if (!left) return
        const several = published.filter(({ sessions }) => sessions.length > 1)
        const shown = several.filter(({ seen }) => seen !== 'few')
        met.solved += 1
        met.digests += published.filter(({ sessions, seen }) => sessions.length === 1 && seen !== 'few').length
        met.tried += several.length
        met.together += shown.length
        met.erasedBefore += shown.filter(({ without }) => without !== null).length
        expect(leaks(story, left)).toEqual([])
      }),
      { seed: SEED, numRuns: RUNS },
    )
    // None of these may be rare, whatever the seed.
    expect(met.solved).toBeGreaterThan(RUNS * 0.85)
    for (const times of [met.digests, met.tried, met.together, met.erasedBefore])
      expect(times).toBeGreaterThan(RUNS / 100)
  }, 600_000)
})

function leaksIn(story: Story): string[] {
  const left = solve(story, publish(story))
  return left ? leaks(story, left) : ['not solved']
}

const exact = (counts: number[]) => {
  const people = counts.reduce((sum, n) => sum + n, 0)
  return people < 5 ? 'few' : JSON.stringify(counts)
}
/** Rules that were weakened in one place. */
const WEAKER: Record<string, Partial<Rules>> = {
  'sessions that were shown are taken together too, with counts': {
    waits: () => true,
    together: (question, counts, _, floor) => RULES.digest(question, counts, null, floor),
  },
  'digests are made anew when somebody erased everything': { anew: true },
  'counts are shown as they are': { digest: (_, counts) => exact(counts) },
  'counts are shown as they are of sessions taken together': { together: (_, counts) => exact(counts) },
}

describe('the attack itself', () => {
  test.each(Object.keys(WEAKER))(
    'finds what is learnt when %s',
    (name) => {
      const rules = { ...RULES, ...WEAKER[name]! }
      const told = (story: Story) => {
        const left = solve(story, publish(story, rules), 200_000)
        return left ? leaks(story, left) : []
      }
      const found = fc.check(
        fc.property(anyStory, (story) => told(story).length === 0),
        { seed: 20261122, numRuns: 1500, endOnFailure: true },
      )
      const [story] = found.counterexample ?? []
      expect(story && told(story)).not.toEqual([])
      expect(found.failed).toBe(true)
      expect(leaksIn(story!)).toEqual([])
    },
    240_000,
  )

  /** All but person 0 said yes or no where they were: `did` is by session, `-` not there, `.` nothing. */
  const storyOf = (did: string[], more: Partial<Story> = {}): Story => {
    const people = did[0]!.length
    const there = did.map((row) => [...row].flatMap((sign, who) => (sign === '-' ? [] : [who])))
    const counted = there.map(({ length }) => length)
    return {
      ...{ question: SHAPES.yesno, floor: 5, there, typed: counted, corrected: counted, people },
      ...{ erased: null, over: false, attacker: null },
      did: Array.from({ length: people }, (_, who) => did.map((row) => '.yn?'.indexOf(row[who]!))),
      ...more,
    }
  }

  test.each([
    [
      'how many there were is shown: four who came once, and four of them said something, so the fifth did not',
      storyOf(['y----yy.', '.yyny---', '.----..n']),
      { together: (question, counts, _, floor) => RULES.digest(question, counts, null, floor) },
      'person 0 in session 2: absent for certain',
    ],
    [
      'two sessions of one person count as groups',
      storyOf(['.yyny', 'y----', 'y----']),
      { next: (waiting) => (waiting.length < 3 ? null : waiting.map(({ id }) => id)) },
      'person 0 in session 1: absent for certain',
    ],
    [
      'three present are enough, and one of them is known to be gone, and another reads',
      storyOf(['yy.----', '.y-nyy-', 'yy.----', 'y.y----'], { erased: { who: 2, after: 0 }, attacker: 1 }),
      { next: (waiting) => (waiting.length < 4 ? null : waiting.map(({ id }) => id)) },
      'person 0 in session 2: absent for certain',
    ],
    [
      'a digest is made anew without somebody',
      storyOf(['yyyynnn'], { typed: [null], erased: { who: 0, after: 0 } }),
      { anew: true },
      'person 0 in session 1: yes for certain',
    ],
    [
      'a session that was shown is counted again, without somebody who erased everything',
      storyOf(['yyyynnn', '.......'], { typed: [null, 7], erased: { who: 0, after: 0 } }),
      {
        next: (waiting) => (waiting.length < 2 || waiting[0]!.tried ? null : [waiting[0]!.id]),
        waits: () => true,
        together: (question, counts, _, floor) => RULES.digest(question, counts, null, floor),
      },
      'person 0 in session 1: yes for certain',
    ],
  ] as [string, Story, Partial<Rules>, string][])('finds what is learnt when %s', (_, story, weaker, told) => {
    const rules = { ...RULES, ...weaker }
    expect(leaks(story, solve(story, publish(story, rules))!)).toContain(told)
    expect(leaksIn(story)).toEqual([])
  })

  test('gives what going through all worlds one by one gives', () => {
    const story = storyOf(['yny.y', 'y..yn'], { attacker: 0, over: true })
    const published = publish(story)
    const seen = JSON.stringify(published.map((one) => one.seen))
    expect(published.map(({ seen: shown }) => shown === 'few')).toEqual([true, true, false])
    const KINDS = 3
    const possible = story.did.map((deeds) => deeds.map(() => new Set<number>()))
    const fill = (who: number, did: number[][]): void => {
      if (who < story.people) {
        const ways = who === 0 ? [story.did[0]!] : everything(story, who, KINDS)
        for (const deeds of ways) fill(who + 1, [...did, deeds])
        return
      }
      if (JSON.stringify(publish({ ...story, did }).map((one) => one.seen)) !== seen) return
      for (const [person, deeds] of did.entries()) {
        for (const [session, deed] of deeds.entries()) possible[person]![session]!.add(deed)
      }
    }
    fill(0, [])
    expect(solve(story, published, 1_000_000, KINDS)!.possible).toEqual(possible)
  }, 120_000)
})

test('sessions taken together tell nothing, even to somebody who knows how many there were', () => {
  const found = NAMES.flatMap((name) =>
    [5, 6, 7, 9, 10, 12].flatMap((people) => {
      const question = SHAPES[name]
      const deeds = deedsOf(question).filter((deed) => deed !== 'absent')
      if (deeds.length > 5 && people > 10) return []
      const all = lookalikesOf(people, deeds.length, (world) => {
        const counts = countsOf(question, deeds, world)
        return JSON.stringify(releaseTogether(counts, 5, people))
      })
      return all.flatMap(({ worlds, seen }) =>
        [...smallCountsKnown(deeds, worlds), ...certainties(question, deeds, worlds)].map(
          (what) => `${name}, ${people} people, ${seen}: ${what}`,
        ),
      )
    }),
  )
  expect(found).toEqual([])
}, 120_000)
