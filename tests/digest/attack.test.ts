/**
 * The digest under attack. For a whole gathering, everything that could be published is worked
 * out for every possible set of answers; answers that look the same from outside are what an
 * attacker, who knows the rules by heart, is left with. See docs/decisions/small-groups.md.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Released } from '../../src/digest/content.ts'
import { releasePairs } from '../../src/digest/pairs.ts'
import { type Question, question as questionSchema } from '../../src/survey/question-set.ts'
import { ABSENT, type Kind, kindsOf, leaksOfPairs, UNCLEAR } from './pair-worlds.ts'
import { SHAPES, type ShapeName } from './shapes.ts'
import {
  certainties,
  type Deed,
  deedsOf,
  type Lookalikes,
  lookalikesOf,
  type Room,
  release,
  smallCountsKnown,
} from './worlds.ts'

const SEED = Number(process.env.ATTACK_SEED ?? 20261104)
const SMALL: ShapeName[] = Object.keys(SHAPES) as ShapeName[]

/** Without a headcount nobody outside knows who did not reply: nobody is absent. */
const deedsIn = (room: Room): Deed[] =>
  deedsOf(room.question).filter((deed) => room.headcountGiven || deed !== 'absent')

const releaseIn = (room: Room, deeds: Deed[], world: number[]) =>
  release([room.question], [deeds], world, room.floor, room.headcountGiven ? room.people : null)

function attack(room: Room, deeds = deedsIn(room)): Lookalikes[] {
  return lookalikesOf(room.people, deeds.length, (world) => JSON.stringify(releaseIn(room, deeds, world)))
}

/** Everything that is wrong with what is published in a room, as sentences. */
function leaksIn(room: Room, deeds = deedsIn(room)): string[] {
  return attack(room, deeds).flatMap(({ worlds, seen }) => {
    const nothingShown = seen.includes('"form":"few"')
    const found = [
      ...smallCountsKnown(deeds, worlds),
      ...(nothingShown ? [] : certainties(room.question, deeds, worlds)),
    ]
    return found.map((what) => `${room.people} people, floor ${room.floor}, ${seen}: ${what}`)
  })
}

describe('an attacker who knows the rules', () => {
  test('learns nobody’s answer in random small groups', () => {
    const verdicts = new Map<string, string[]>()
    fc.assert(
      fc.property(
        fc.constantFrom(...SMALL),
        fc.constantFrom(5, 5, 6, 8),
        fc.integer({ min: 0, max: 9 }),
        fc.boolean(),
        (name, floor, people, headcountGiven) => {
          const key = [name, floor, people, headcountGiven].join()
          const room = {
            question: SHAPES[name],
            floor,
            people: deedsOf(SHAPES[name]).length > 7 ? people % 8 : people,
            headcountGiven,
          }
          if (!verdicts.has(key)) verdicts.set(key, leaksIn(room))
          expect(verdicts.get(key)).toEqual([])
        },
      ),
      { seed: SEED, numRuns: 3000 },
    )
    expect(verdicts.size).toBeGreaterThan(500)
  }, 120_000)

  test.each([
    ['yesno', [12, 20]],
    ['three', [10, 11, 12, 15]],
    ['noMiddle', [11, 13]],
    ['noMinus', [10, 12, 21]],
    ['nominal2', [10, 13, 20]],
    ['nominal3', [11, 12]],
    ['nominal4', [10, 12]],
    ['multi2', [10, 11, 13]],
    ['multi3max1', [11]],
    ['multi3max2', [10]],
    ['multi3two', [10, 13]],
    ['sensitive', [10, 13]],
    ['text', [10, 25]],
  ] as Array<[ShapeName, number[]]>)(
    'learns nothing about %s in groups of %j',
    (name, sizes) => {
      const leaks = sizes.flatMap((people) =>
        [true, false].flatMap((headcountGiven) =>
          leaksIn({ question: SHAPES[name], floor: 5, people, headcountGiven }),
        ),
      )
      expect(leaks).toEqual([])
    },
    120_000,
  )

  test.each([
    ['three', 20],
    ['three', 23],
    ['five', 20],
    ['five', 22],
    ['sensitive', 21],
    ['sensitiveNominal', 21],
    ['noMiddle', 22],
    ['nominal4', 20],
  ] as Array<[ShapeName, number]>)(
    'learns nothing about %s at full detail, %i people',
    (name, people) => {
      const room = { question: SHAPES[name], floor: 5, people, headcountGiven: false }
      const deeds = deedsOf(room.question).filter(
        (deed) => deed !== 'absent' && (name !== 'five' || deed !== 'skipped'),
      )
      expect(leaksIn(room, deeds)).toEqual([])
    },
    120_000,
  )

  test('learns nothing from two questions to the same people', () => {
    const questions = [SHAPES.yesno, { ...SHAPES.three, key: 'second' }]
    const [first, second] = questions.map((question) =>
      deedsOf(question).filter((deed) => deed !== 'absent' && deed !== 'dont_know'),
    )
    const pairs = first!
      .flatMap((a) => second!.map((b) => [a, b] as const))
      .map(([a, b]) => (a === 'skipped' && b === 'skipped' ? (['absent', 'absent'] as const) : ([a, b] as const)))
    expect(jointLeaks(questions, [pairs.map(([a]) => a), pairs.map(([, b]) => b)], [5, 6, 7])).toEqual([])
  }, 120_000)

  test.each(['yesno', 'three', 'nominal3'] as ShapeName[])(
    'learns nothing from a %s question that only some were asked',
    (name) => {
      const follow = questionSchema.parse({ ...SHAPES[name], key: 'follow', showIf: { question: 'q', is: ['yes'] } })
      const kinds: Array<[Deed, Deed]> = [
        ...deedsOf(follow)
          .filter((deed) => deed !== 'absent' && deed !== 'dont_know')
          .map((deed): [Deed, Deed] => [{ chose: ['yes'] }, deed]),
        [{ chose: ['no'] }, 'absent'],
        ['skipped', 'absent'],
        ['absent', 'absent'],
      ]
      expect(
        jointLeaks([SHAPES.yesno, follow], [kinds.map(([a]) => a), kinds.map(([, b]) => b)], [10, 13, 15]),
      ).toEqual([])
    },
    120_000,
  )

  test('finds out when a rule is broken', () => {
    const room = { question: SHAPES.three, floor: 5, people: 7, headcountGiven: false }
    const deeds = deedsIn(room)
    const naive = lookalikesOf(7, deeds.length, (world) => JSON.stringify(world[0]))
    expect(naive.some(({ worlds }) => smallCountsKnown(deeds, worlds).length > 0)).toBe(true)
    expect(
      naive.some(({ worlds }) => certainties(room.question, deeds, worlds).some((what) => what.includes('pinned'))),
    ).toBe(true)
  })
})

/** What an attacker learns of each question from all of them together. */
function jointLeaks(questions: Question[], deeds: Deed[][], sizes: number[]): string[] {
  return sizes.flatMap((people) =>
    [people, null].flatMap((headcount) => {
      const kept = deeds[0]!
        .map((_, kind) => kind)
        .filter((kind) => headcount !== null || deeds.some((of) => of[kind] !== 'absent'))
      const known = deeds.map((of) => kept.map((kind) => of[kind]!))
      const all = lookalikesOf(people, kept.length, (world) =>
        JSON.stringify(release(questions, known, world, 5, headcount)),
      )
      return all.flatMap(({ worlds, seen }) =>
        seen.includes('"form":"few"')
          ? []
          : questions.flatMap((question, q) =>
              [...smallCountsKnown(known[q]!, worlds), ...certainties(question, known[q]!, worlds)].map(
                (what) => `${people} people, ${seen}, question ${q + 1}: ${what}`,
              ),
            ),
      )
    }),
  )
}

describe('an attacker who reads the start, the end and the pairs', () => {
  const twice = kindsOf(['good', 'so_so', 'bad'])
  const KINDS: Record<string, Kind[]> = {
    'all answer twice': twice,
    'all answer good or bad, or nothing': kindsOf(['good', 'bad', ABSENT]),
    'some answer once': [...twice, ['good', ABSENT], [ABSENT, 'bad'], [ABSENT, ABSENT]],
    'some do not know': kindsOf(['good', 'bad', UNCLEAR]),
    'all of this': kindsOf(['good', 'so_so', 'bad', UNCLEAR, ABSENT]),
  }
  const roomOf = (name: string, people: number, headcountGiven: boolean) => ({
    ...{ question: SHAPES.three, kinds: KINDS[name]!, people, floor: 5, headcountGiven },
  })

  test.each([
    ['all answer twice', 12, true, true],
    ['all answer twice', 15, false, true],
    ['all answer good or bad, or nothing', 13, false, true],
    ['all answer good or bad, or nothing', 14, true, true],
    ['some answer once', 12, false, true],
    ['some do not know', 13, false, true],
    ['some do not know', 14, true, true],
    ['all of this', 6, true, false],
    ['all of this', 6, false, false],
  ] as const)(
    'learns nothing more when %s: %i people, headcount %s',
    (name, people, headcountGiven, anyShown) => {
      const { leaks, shown } = leaksOfPairs(roomOf(name, people, headcountGiven))
      expect(leaks).toEqual([])
      expect(shown > 0).toBe(anyShown)
    },
    240_000,
  )

  test('finds out when pairs are simply counted', () => {
    const plain: typeof releasePairs = (counts, known, floor, question) => {
      const safe = releasePairs(counts, known, floor, question)
      return safe.form === 'hidden' ? safe : { ...safe, startOnly: counts.better }
    }
    const { leaks } = leaksOfPairs(roomOf('all answer twice', 13, false), plain)
    expect(leaks.some((what) => /better: [12]$/.test(what))).toBe(true)
    expect(leaks.some((what) => what.includes('bad to good: 1'))).toBe(true)
    const once: typeof releasePairs = (counts) => ({ form: 'hidden', count: counts.endOnly }) as { form: 'hidden' }
    const small = leaksOfPairs(roomOf('all answer good or bad, or nothing', 9, false), once)
    expect(small.leaks.some((what) => /end only.*: 1$/.test(what))).toBe(true)
  }, 120_000)
})

describe('whatever the answers are', () => {
  const people = fc.record({
    name: fc.constantFrom(...SMALL),
    floor: fc.integer({ min: 5, max: 25 }),
    headcountGiven: fc.boolean(),
    picks: fc.array(fc.nat(), { minLength: 0, maxLength: 80 }),
  })

  test('what is shown is true, keeps to the floor and shows no number below three', () => {
    fc.assert(
      fc.property(people, ({ name, floor, headcountGiven, picks }) => {
        const room = { question: SHAPES[name], floor, people: picks.length, headcountGiven }
        const deeds = deedsIn(room)
        const world = deeds.map((_, kind) => picks.filter((pick) => pick % deeds.length === kind).length)
        const { participation, base, released } = releaseIn(room, deeds, world)
        const at = (is: (deed: Deed) => boolean) => world.reduce((sum, n, i) => (is(deeds[i]!) ? sum + n : sum), 0)
        const n = at((deed) => typeof deed === 'object' || deed === 'dont_know')
        const replied = n + at((deed) => deed === 'skipped')
        if (replied < floor) expect(participation).toEqual({ form: 'few', fewerThan: floor })
        if (n < floor) expect(released[0]!.form).toBe('hidden')
        if (name.startsWith('sensitive') && n < 10) expect(released[0]!.form).toBe('hidden')
        const chose = (codes: string[], silent: boolean) =>
          at((deed) => (typeof deed === 'object' ? codes.some((code) => deed.chose.includes(code)) : false)) +
          (silent ? base! - at((deed) => typeof deed === 'object') : 0)
        for (const figure of figuresOf(released[0]!)) {
          expect(figure.count).toBeGreaterThanOrEqual(figure.bound === 'at_most' ? 2 : 3)
          const truth = chose(figure.codes, figure.silent)
          if (figure.bound === 'exactly') expect(truth).toBe(figure.count)
          else if (figure.bound === 'at_least') expect(truth).toBeGreaterThanOrEqual(figure.count)
          else expect(truth).toBeLessThanOrEqual(figure.count)
        }
        if (base !== null) expect(Object.isFrozen(released[0])).toBe(true)
        expect(JSON.parse(JSON.stringify(released[0]))).toEqual(released[0])
      }),
      { seed: SEED, numRuns: 4000 },
    )
  }, 60_000)
})

function figuresOf(released: Released) {
  if (released.form === 'parts') return released.parts
  if (released.form === 'chosen')
    return released.options.map((option) => ({ ...option, codes: [option.code], silent: false }))
  return []
}
