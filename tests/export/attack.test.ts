/** Everything exported, against somebody who reads it beside everything published. See docs/decisions/data-for-others.md. */
import { describe, expect, test } from 'vitest'
import { LEFT_OUT } from '../../src/export/row-rules.ts'
import { SHAPES, type ShapeName } from '../digest/shapes.ts'
import { certainties, deedsOf, release, smallCountsKnown, type World, worldsOf } from '../digest/worlds.ts'
import { type Gathering, partsOf, pinned, type RowCount, readingsOf } from './row-worlds.ts'

/** Most people with whom every reading can still be gone through. */
const SIZES: [ShapeName[], number[]][] = [
  [
    ['yesno', 'nominal2', 'noMinus'],
    [5, 6, 7, 8, 9, 10, 12, 20],
  ],
  [
    ['three', 'noMiddle', 'nominal3', 'multi3max1', 'multi2'],
    [5, 6, 7, 8, 10],
  ],
  [
    ['five', 'nominal4', 'multi3two'],
    [5, 6, 7],
  ],
]

const gatheringsOf = (): [string, Gathering][] =>
  SIZES.flatMap(([names, sizes]) =>
    names.flatMap((name) =>
      sizes.flatMap((people) =>
        [true, false].map((headcountGiven): [string, Gathering] => {
          const question = SHAPES[name]
          const deeds = deedsOf(question).filter((deed) => headcountGiven || deed !== 'absent')
          return [
            `${name}, ${people} people${headcountGiven ? ', counted' : ''}`,
            { question, floor: 5, people, headcountGiven, deeds },
          ]
        }),
      ),
    ),
  )

function leaksIn(gathering: Gathering, rowCount?: RowCount): string[] {
  return [...readingsOf(gathering, rowCount)].flatMap(([seen, worlds]) =>
    certainties(gathering.question, gathering.deeds, worlds)
      .filter((what) => what.includes('pinned'))
      .concat(smallCountsKnown(gathering.deeds, worlds).filter((what) => what.startsWith('absent:')))
      .map((what) => `${seen}: ${what}`),
  )
}

describe('rows of a round beside its digest', () => {
  test.each(gatheringsOf())(
    '%s: nobody is certain of one other answer, nor how many said nothing where it is one or two',
    (_, gathering) => {
      expect(leaksIn(gathering)).toEqual([])
    },
    300_000,
  )
})

describe('who took everything back after the digest was made', () => {
  /** What a reader knows of that person for certain: the digest counts them, the rows do not. */
  function knownOfOne(people: number, rowsLeave: boolean): string[] {
    const question = SHAPES.yesno
    const deeds = deedsOf(question).filter((deed) => deed !== 'absent')
    const readings = new Map<string, Set<number>>()
    for (const rest of worldsOf(people - 1, deeds.length)) {
      for (const one of deeds.keys()) {
        const world = rest.map((n, kind) => n + Number(kind === one))
        const { participation, released } = release([question], [deeds], world, 5, null)
        const least = participation.form === 'few' ? 0 : participation.count
        const parts = rowsLeave ? partsOf(rest, least - 1 - LEFT_OUT) : [[]]
        for (const rows of parts) {
          const seen = JSON.stringify([participation, released, rows])
          readings.set(seen, (readings.get(seen) ?? new Set()).add(one))
        }
      }
    }
    return [...readings].flatMap(([seen, possible]) => (possible.size === 1 ? [seen] : []))
  }

  test.each([7, 12, 20])('of %i people: the round stays out, and nothing is known of them', (people) => {
    expect(knownOfOne(people, false)).toEqual([])
  })
  test('with rows of the others beside it, what they said would be known', () => {
    expect(knownOfOne(20, true).length).toBeGreaterThan(0)
  })
})

describe('the language of a row is not told', () => {
  const DEEDS = ['yes', 'no', 'skipped']

  /** What a reader who knows everybody's language is certain of, of one other person. */
  function knownOf(sizes: readonly [number, number], tell: (rows: number[]) => string): string[] {
    const question = SHAPES.yesno
    const deeds = deedsOf(question).filter((deed) => deed !== 'absent' && deed !== 'dont_know')
    const readings = new Map<string, World[]>()
    for (const dutch of worldsOf(sizes[0], DEEDS.length)) {
      for (const arabic of worldsOf(sizes[1], DEEDS.length)) {
        const world = [...dutch, ...arabic]
        const both = dutch.map((n, i) => n + arabic[i]!)
        const { participation, released } = release([question], [deeds], both, 5, null)
        if (participation.form === 'few') continue
        for (const rows of partsOf(world, participation.count - LEFT_OUT)) {
          const seen = `${JSON.stringify(released)} ${tell(rows)}`
          const known = readings.get(seen)
          if (known) known.push(world)
          else readings.set(seen, [world])
        }
      }
    }
    const groups = [0, 1].map((at) => DEEDS.map((_, kind) => at * DEEDS.length + kind))
    return [...readings].flatMap(([seen, worlds]) => pinned(worlds, groups).map((what) => `${seen}: ${what}`))
  }
  /** As they leave: by what was said alone. */
  const untold = (rows: number[]) => DEEDS.map((_, kind) => rows[kind]! + rows[kind + DEEDS.length]!).join()
  const told = (rows: number[]) => rows.join()
  /** Told where a group is of ten or more who differ; the others together as "another", if they are such a group. */
  function lumped(rows: number[]): string {
    const groups = [rows.slice(0, DEEDS.length), rows.slice(DEEDS.length)]
    const isMixed = (group: number[]) => {
      const many = group.reduce((sum, n) => sum + n, 0)
      return many >= 10 && many - Math.max(...group) >= 3
    }
    const short = groups.filter((group) => !isMixed(group))
    const rest = DEEDS.map((_, kind) => short.reduce((sum, group) => sum + group[kind]!, 0))
    if (short.length > 0 && !isMixed(rest)) return untold(rows)
    return JSON.stringify([groups.map((group) => (short.includes(group) ? null : group)), rest])
  }

  test.each([
    [13, 3],
    [11, 10],
    [14, 6],
  ] as [number, number][])(
    'so of %i who speak one and %i another nobody is known',
    (...sizes) => {
      expect(knownOf(sizes, untold)).toEqual([])
    },
    300_000,
  )

  test('told of every row it would give answers away', () => {
    expect(knownOf([13, 3], told).length).toBeGreaterThan(0)
  }, 300_000)

  test('told only where those who speak it differ, its absence would give answers away', () => {
    expect(knownOf([14, 6], lumped).length).toBeGreaterThan(0)
  }, 300_000)
})

describe('the attack itself finds what is learnt when', () => {
  const room = (people: number, headcountGiven = true): Gathering => {
    const question = SHAPES.yesno
    const deeds = deedsOf(question).filter((deed) => headcountGiven || deed !== 'absent')
    return { question, floor: 5, people, headcountGiven, deeds }
  }
  test('nobody stays out', () => {
    expect(leaksIn(room(7), (_, replied) => replied).length).toBeGreaterThan(0)
  })
  test('one stays out, who may be the reader', () => {
    expect(leaksIn(room(7, false), (least) => least - 1).length).toBeGreaterThan(0)
  })
  test('the number of rows shows how many replied', () => {
    const found = leaksIn(room(8), (_, replied) => replied - LEFT_OUT)
    expect(found.some((what) => what.includes('absent: '))).toBe(true)
  })
})
