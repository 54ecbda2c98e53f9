/**
 * The attacker of `worlds.ts` at a session with the same question at its start and its end, reading both digests
 * and the pairs. Everybody is of one of the kinds `start>end`; what only the pairs add is what counts here.
 */
import { changeOf, type Known, releasePairs } from '../../src/digest/pairs.ts'
import { releaseParticipation } from '../../src/digest/participation.ts'
import { releaseQuestion } from '../../src/digest/release-rules.ts'
import { optionsOf, type Question } from '../../src/survey/question-set.ts'

/** An option, a "don't know" (replied without a clear answer), or nothing at all. */
export type Tap = string
export type Kind = [start: Tap, end: Tap]
export const UNCLEAR = 'unclear'
export const ABSENT = 'absent'

export type PairRoom = { question: Question; kinds: Kind[]; people: number; floor: number; headcountGiven: boolean }

/** Every way of tapping twice, out of these ways of tapping once. */
export const kindsOf = (taps: Tap[]): Kind[] => taps.flatMap((start) => taps.map((end): Kind => [start, end]))

type Group = { name: string; kinds: number[] }
/** Worlds that look the same: the least and the most people in each group, and who the others can be (a bit a kind). */
type Class = { least: Int16Array; most: Int16Array; others: Int32Array }

/**
 * What can be worked out with the pairs, and could not from the two digests alone.
 * @param publish the rules to attack
 */
export function leaksOfPairs(
  room: PairRoom,
  publish: typeof releasePairs = releasePairs,
): { leaks: string[]; worlds: number; shown: number } {
  const groups = groupsOf(room)
  const look = publisher(room, publish)
  const fine: Array<Class | undefined> = []
  const sums = new Int16Array(groups.length)
  const world = new Int16Array(room.kinds.length)
  let worlds = 0
  const meet = () => {
    worlds += 1
    const id = look.of(world)
    for (let g = 0; g < groups.length; g += 1) {
      const { kinds } = groups[g]!
      let sum = 0
      for (let i = 0; i < kinds.length; i += 1) sum += world[kinds[i]!]!
      sums[g] = sum
    }
    fine[id] ??= { least: sums.slice(), most: sums.slice(), others: new Int32Array(world.length) }
    note(fine[id], sums, world)
  }
  const fill = (kind: number, left: number) => {
    if (kind === world.length - 1) {
      world[kind] = left
      meet()
      return
    }
    for (let n = 0; n <= left; n += 1) {
      world[kind] = n
      fill(kind + 1, left - n)
    }
  }
  fill(0, room.people)
  const coarse = new Map<string, Class>()
  for (const [id, mine] of fine.entries()) {
    if (mine) coarse.set(look.digests(id), joined(coarse.get(look.digests(id)), mine))
  }
  const leaks = fine.flatMap((mine, id) => {
    if (!mine) return []
    const before = coarse.get(look.digests(id))!
    const known = (of: Class, g: number) => of.least[g] === of.most[g]
    const small = groups.flatMap(({ name }, g) =>
      known(mine, g) && !known(before, g) && (mine.least[g] === 1 || mine.least[g] === 2)
        ? [`${name}: ${mine.least[g]}`]
        : [],
    )
    const already = new Set(certain(room, before))
    const sure = certain(room, mine).filter((what) => !already.has(what))
    return [...small, ...sure].map((what) => `${room.people} people: ${look.words(id)}: ${what}`)
  })
  return { leaks, worlds, shown: fine.filter((mine, id) => mine && look.words(id).includes('"shown"')).length }
}

function note(mine: Class, sums: Int16Array, world: Int16Array): void {
  for (let g = 0; g < sums.length; g += 1) {
    if (sums[g]! < mine.least[g]!) mine.least[g] = sums[g]!
    if (sums[g]! > mine.most[g]!) mine.most[g] = sums[g]!
  }
  let present = 0
  for (let kind = 0; kind < world.length; kind += 1) if (world[kind]! > 0) present |= 1 << kind
  for (let kind = 0; kind < world.length; kind += 1) {
    const n = world[kind]!
    if (n > 0) mine.others[kind]! |= n > 1 ? present : present & ~(1 << kind)
  }
}

function joined(one: Class | undefined, other: Class): Class {
  if (!one) return { least: other.least.slice(), most: other.most.slice(), others: other.others.slice() }
  for (let g = 0; g < one.least.length; g += 1) {
    one.least[g] = Math.min(one.least[g]!, other.least[g]!)
    one.most[g] = Math.max(one.most[g]!, other.most[g]!)
  }
  for (let kind = 0; kind < one.others.length; kind += 1) one.others[kind]! |= other.others[kind]!
  return one
}

/** What somebody who knows their own two taps then knows of all others: at the start, at the end, and of the change. */
function certain({ question, kinds }: PairRoom, { others }: Class): string[] {
  const codes = optionsOf(question).map(({ code }) => code)
  const views: Array<{ of: string; all: string[]; see: (kind: Kind) => string | null }> = [
    { of: 'start', all: codes, see: ([start]) => (codes.includes(start) ? start : null) },
    { of: 'end', all: codes, see: ([, end]) => (codes.includes(end) ? end : null) },
    { of: 'change', all: ['better', 'same', 'lower'], see: (kind) => changeIn(question, kind) },
  ]
  return kinds.flatMap(([start, end], own) => {
    const left = kinds.filter((_, kind) => (others[own]! >> kind) & 1)
    if (left.length === 0) return []
    return views.flatMap(({ of, all, see }) => {
      const seen = new Set(left.map(see))
      const who = `whoever did ${start}>${end} knows of the ${of}`
      const missing = all.filter((code) => !seen.has(code))
      return [
        ...(seen.size === 1 ? [`${who}: all ${[...seen][0]}`] : []),
        ...(!seen.has(null) && missing.length > 0 ? [`${who}: not ${missing.join()} and no one silent`] : []),
        ...missing.map((code) => `${who}: nobody ${code}`),
      ]
    })
  })
}

function changeIn(question: Question, [start, end]: Kind): string | null {
  const codes = optionsOf(question).map(({ code }) => code)
  return codes.includes(start) && codes.includes(end) ? changeOf(question, start, end) : null
}

/** Every group of people that somebody could be after. */
function groupsOf({ question, kinds }: PairRoom): Group[] {
  const codes = optionsOf(question).map(({ code }) => code)
  const clear = (tap: Tap) => codes.includes(tap)
  const change = (kind: Kind) => changeIn(question, kind)
  const twice = (kind: Kind) => change(kind) !== null
  const named: Array<[string, (kind: Kind) => boolean]> = [
    ['twice', twice],
    ['once', (kind) => !twice(kind) && (clear(kind[0]) || clear(kind[1]))],
    ['start only', (kind) => clear(kind[0]) && !twice(kind)],
    ['end only', (kind) => clear(kind[1]) && !twice(kind)],
    ['start only or replied at the end', (kind) => kind[0] !== ABSENT && !twice(kind)],
    ['end only or replied at the start', (kind) => kind[1] !== ABSENT && !twice(kind)],
    ['not twice', (kind) => !twice(kind)],
    ...['better', 'same', 'lower'].flatMap(
      (code): Array<[string, (kind: Kind) => boolean]> => [
        [code, (kind) => change(kind) === code],
        [`${code} or not twice`, (kind) => change(kind) === code || !twice(kind)],
        [`twice, not ${code}`, (kind) => twice(kind) && change(kind) !== code],
        ...codes.flatMap(
          (tap): Array<[string, (kind: Kind) => boolean]> => [
            [`${code} from ${tap}`, (kind) => change(kind) === code && kind[0] === tap],
            [`${code} to ${tap}`, (kind) => change(kind) === code && kind[1] === tap],
          ],
        ),
      ],
    ),
    ...[...codes, UNCLEAR, ABSENT].flatMap(
      (tap): Array<[string, (kind: Kind) => boolean]> => [
        [`start ${tap}`, (kind) => kind[0] === tap],
        [`end ${tap}`, (kind) => kind[1] === tap],
        [`start ${tap}, not twice`, (kind) => kind[0] === tap && !twice(kind)],
        [`end ${tap}, not twice`, (kind) => kind[1] === tap && !twice(kind)],
        ...codes.map((end): [string, (kind: Kind) => boolean] => [
          `${tap} to ${end}`,
          (kind) => kind[0] === tap && kind[1] === end,
        ]),
      ],
    ),
  ]
  const groups = named.map(([name, has]): Group => {
    return { name, kinds: kinds.flatMap((kind, i) => (has(kind) ? [i] : [])) }
  })
  const different = new Map(groups.map((group) => [group.kinds.join(), group]))
  return [...different.values()].filter(({ kinds: of }) => of.length > 0 && of.length < kinds.length)
}

/** What is published of a world, as a number that is equal for equal words; worked out once for all worlds with the same counts. */
function publisher({ question, kinds, floor, people, headcountGiven }: PairRoom, publishPairs: typeof releasePairs) {
  const codes = optionsOf(question).map(({ code }) => code)
  const known = new Map<number, number>()
  const ids = new Map<string, number>()
  const spoken: Array<{ digests: string; words: string }> = []
  const width = codes.length + 1
  const tapAt = (tap: Tap) => (tap === UNCLEAR ? codes.length : codes.indexOf(tap))
  const places = kinds.map(([start, end]) => [tapAt(start), tapAt(end)] as const)
  const changes = kinds.map((kind) => ['better', 'same', 'lower'].indexOf(changeIn(question, kind) ?? ''))
  const stats = new Int16Array(2 * width + 3)
  const of = (world: Int16Array): number => {
    stats.fill(0)
    for (let kind = 0; kind < world.length; kind += 1) {
      const n = world[kind]!
      if (n === 0) continue
      const [start, end] = places[kind]!
      if (start >= 0) stats[start]! += n
      if (end >= 0) stats[width + end]! += n
      if (changes[kind]! >= 0) stats[2 * width + changes[kind]!]! += n
    }
    let key = 0
    for (let i = 0; i < stats.length; i += 1) key = key * (people + 1) + stats[i]!
    const before = known.get(key)
    if (before !== undefined) return before
    const { digests, words } = publish()
    const id = ids.get(words) ?? spoken.length
    if (id === spoken.length) {
      ids.set(words, id)
      spoken.push({ digests, words })
    }
    known.set(key, id)
    return id
  }
  const publish = () => {
    const start = momentAt(0)
    const end = momentAt(width)
    const [better, same, lower] = [...stats.subarray(2 * width)] as [number, number, number]
    const pairs = better + same + lower
    const counts = { pairs, startOnly: start.answered - pairs, endOnly: end.answered - pairs, better, same, lower }
    const released = publishPairs(counts, { start: start.known, end: end.known }, floor, question)
    const digests = `${start.shown} ${end.shown}`
    return { digests, words: `${digests} ${JSON.stringify(released)}` }
  }
  const moments = new Map<number, ReturnType<typeof momentOf>>()
  const momentAt = (from: number) => {
    const counted = stats.subarray(from, from + width)
    let key = 0
    for (let i = 0; i < width; i += 1) key = key * (people + 1) + counted[i]!
    const moment = moments.get(key) ?? momentOf(counted)
    moments.set(key, moment)
    return moment
  }
  const momentOf = (counted: Int16Array): { answered: number; known: Known | null; shown: string } => {
    const answered = codes.reduce((sum, _, i) => sum + counted[i]!, 0)
    const unclear = counted[codes.length]!
    const { participation, base } = releaseParticipation(answered + unclear, headcountGiven ? people : null, floor)
    if (base === null) return { answered, known: null, shown: JSON.stringify(participation) }
    const counts = {
      question,
      codes: Object.fromEntries(codes.map((code, i) => [code, counted[i]!])),
      answered,
      dontKnow: unclear,
      ...{ declined: 0, skipped: 0, notAsked: 0, expired: 0 },
    }
    const released = releaseQuestion(counts, floor, base)
    const known = {
      base,
      headcount: headcountGiven ? people : null,
      nearly: participation.form === 'at_least',
      released,
    }
    return { answered, known, shown: JSON.stringify([participation, released]) }
  }
  return { of, words: (id: number) => spoken[id]!.words, digests: (id: number) => spoken[id]!.digests }
}
