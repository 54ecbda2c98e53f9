/**
 * An attacker who reads everything that is ever published about a few people over several sessions, and knows the rules,
 * who was there each time, who erased everything when, and their own answers. All that each person may have done in
 * each session is worked out exactly: every combination is gone through, added up person by person, so that nothing
 * has to be guessed and nothing is left out.
 */
import { nextTogether, summariseTogether, type WaitingRound } from '../../src/digest/rollup.ts'
import { summarise } from '../../src/digest/summarise.ts'
import type { Question } from '../../src/survey/question-set.ts'
import { factsWith } from './facts.ts'
import { countsOf, type Deed, deedsOf } from './worlds.ts'

/** What happened, and what of it the attacker knows: all but `did` of other people. */
export type Story = {
  question: Question
  floor: number
  /** Who was there, by session. */
  there: number[][]
  /** Headcount as typed when the digest was made, and as it stands afterwards; null for none. */
  typed: (number | null)[]
  corrected: (number | null)[]
  /** Somebody erased everything after the digest of this session. */
  erased: { who: number; after: number } | null
  /** The working year is over after the last session. */
  over: boolean
  people: number
  /** `did[person][session]`: index of the deed; -1 for who was not there. */
  did: number[][]
  /** Null: somebody who was never there. */
  attacker: number | null
}

/** What people can do in a session, the first of them nothing. */
export const deedsIn = (question: Question): Deed[] => [
  'absent',
  ...deedsOf(question).filter((deed) => deed !== 'absent' && deed !== 'skipped'),
]

/** The rules under attack. Each gives what everybody can read, `few` when that is nothing. */
export type Rules = {
  digest(question: Question, counts: number[], headcount: number | null, floor: number): string
  next: typeof nextTogether
  together(question: Question, counts: number[], headcounts: (number | null)[], floor: number): string
  /** Rounds that may be taken together: those that showed nothing. */
  waits(shown: boolean): boolean
  /** Whether digests are made anew when somebody erased everything. */
  anew: boolean
}

export const RULES: Rules = {
  digest: remembered((question, counts, headcount: number | null, floor) => {
    const given = countsIn(question, counts)
    const digest = summarise(factsWith([given], { replied: sum(counts), headcount, floor }))
    return digest.base === null ? 'few' : JSON.stringify(digest)
  }),
  next: nextTogether,
  together: remembered((question, counts, headcounts: (number | null)[], floor) => {
    const facts = factsWith([countsIn(question, counts)], { replied: sum(counts), floor })
    const rounds = headcounts.map((headcount) => ({ headcount }))
    const digest = summariseTogether({ ...facts, from: facts.date.subtract({ days: 14 }), rounds })
    return digest === null ? 'few' : JSON.stringify(digest)
  }),
  waits: (shown) => !shown,
  anew: false,
}

type Show<Heads> = (question: Question, counts: number[], heads: Heads, floor: number) => string

/** The same counts come back in many stories. */
function remembered<Heads>(show: Show<Heads>): Show<Heads> {
  const known = new Map<Question, Map<string, string>>()
  return (question, counts, heads, floor) => {
    if (!known.has(question)) known.set(question, new Map())
    const of = known.get(question)!
    const key = `${counts.join()};${heads};${floor}`
    if (!of.has(key)) of.set(key, show(question, counts, heads, floor))
    return of.get(key)!
  }
}

/** Something everybody can read, about the last thing that each person but `without` said in these sessions. */
type Published = { sessions: number[]; without: number | null; seen: string; show(counts: number[]): string }

/** Everything that is published in a story, in order. */
export function publish(story: Story, rules: Rules = RULES): Published[] {
  const { question, floor, there, typed, corrected, erased } = story
  const all: Published[] = []
  const add = (sessions: number[], without: number | null, show: Published['show']): string => {
    const known = new Map<number, string>()
    const remembered = (counts: number[]) => {
      const key = counts.reduce((code, n) => code * (story.people + 1) + n, 0)
      if (!known.has(key)) known.set(key, show(counts))
      return known.get(key)!
    }
    const seen = remembered(countsBy(story, sessions, without))
    all.push({ sessions, without, seen, show: remembered })
    return seen
  }
  let waiting: (WaitingRound & { at: number })[] = []
  for (const at of there.keys()) {
    const of = (headcount: number | null) => (counts: number[]) => rules.digest(question, counts, headcount, floor)
    const seen = add([at], null, of(typed[at]!))
    if (rules.waits(seen !== 'few')) waiting.push({ id: String(at), at, headcount: corrected[at]!, tried: false })
    const gone = erased && at > erased.after ? erased.who : null
    for (const last of at === there.length - 1 && story.over ? [false, true] : [false]) {
      for (let pool = rules.next(waiting, floor, last); pool; pool = rules.next(waiting, floor, last)) {
        const sessions = waiting.filter(({ id }) => pool!.includes(id)).map((round) => round.at)
        const headcounts = sessions.map((session) => corrected[session]!)
        const result = add(sessions, gone, (counts) => rules.together(question, counts, headcounts, floor))
        waiting = waiting
          .filter((round) => result === 'few' || !sessions.includes(round.at))
          .map((round) => ({ ...round, tried: round.tried || sessions.includes(round.at) }))
      }
    }
    if (rules.anew && erased?.after === at) {
      for (let before = 0; before <= at; before += 1) add([before], erased.who, of(typed[before]!))
    }
  }
  return all
}

/** How many people gave each answer (all deeds but nothing), by the last thing that each said in these sessions. */
function countsBy({ question, did }: Story, sessions: number[], without: number | null): number[] {
  const counts = deedsIn(question)
    .slice(1)
    .map(() => 0)
  for (const [who, deeds] of did.entries()) {
    const last = who === without ? 0 : lastOf(deeds, sessions)
    if (last > 0) counts[last - 1]! += 1
  }
  return counts
}

const lastOf = (deeds: number[], sessions: number[]): number =>
  Math.max(0, deeds[sessions.findLast((session) => deeds[session]! > 0) ?? -1] ?? 0)

/** What is left after reading: for each person and session the deeds that are possible, and the totals that are. */
export type Left = { possible: Set<number>[][]; totals: number[][][]; steps: number }

/**
 * Every way in which all can have been.
 * @param kinds how many of the deeds to reckon with
 * @returns null when that takes more than `most` steps
 */
export function solve(
  story: Story,
  published: Published[],
  most = 1_000_000,
  kinds = deedsIn(story.question).length,
): Left | null {
  const { there, people, did, attacker } = story
  const answers = deedsIn(story.question).length - 1
  // Of what shows nothing only the number of people counts; and where there were too few to be a group, not even that.
  const parts = published.flatMap((one) => {
    const few = one.seen === 'few'
    const able = new Set(one.sessions.flatMap((session) => there[session]!))
    return few && able.size < story.floor ? [] : [{ ...one, few, dims: few ? 1 : answers }]
  })
  const dims = parts.reduce((total, part) => total + part.dims, 0)
  if (dims > 8) return null
  const placed = parts.map((part, i) => ({
    ...part,
    at: parts.slice(0, i).reduce((total, before) => total + before.dims, 0),
  }))
  // A count of people takes four bits; three more than four, the sign that there were too many, is in the fourth.
  let cap = 0
  let sign = 0
  for (const part of placed) {
    if (!part.few) continue
    cap += (8 - story.floor) * 16 ** part.at
    sign += 8 * 16 ** part.at
  }
  const deltaOf = (who: number, deeds: number[]): number => {
    let delta = 0
    for (const part of placed) {
      const last = who === part.without ? 0 : lastOf(deeds, part.sessions)
      if (last > 0) delta += 16 ** (part.at + (part.few ? 0 : last - 1))
    }
    return delta
  }
  const ways = Array.from({ length: people }, (_, who) => {
    const known = new Map<number, number[][]>()
    const all = who === attacker ? [did[who]!] : everything(story, who, kinds)
    for (const deeds of all) {
      const delta = deltaOf(who, deeds)
      const same = known.get(delta)
      if (same) same.push(deeds)
      else known.set(delta, [deeds])
    }
    return known
  })
  let steps = 0
  const forward: Set<number>[] = [new Set([0])]
  for (const known of ways) {
    const next = new Set<number>()
    for (const delta of known.keys()) {
      for (const before of forward.at(-1)!) {
        const after = before + delta
        if (((after + cap) & sign) === 0) next.add(after)
      }
    }
    steps += known.size * forward.at(-1)!.size
    if (steps > most) return null
    forward.push(next)
  }
  const countsAt = (code: number, part: (typeof placed)[number]) =>
    Array.from({ length: part.dims }, (_, dim) => Math.floor(code / 16 ** (part.at + dim)) % 16)
  const shown = placed.filter((part) => !part.few)
  let alive = new Set(
    [...forward.at(-1)!].filter((code) => shown.every((part) => part.show(countsAt(code, part)) === part.seen)),
  )
  const totals = [...alive].map((code) => shown.map((part) => countsAt(code, part)))
  const possible = Array.from({ length: people }, () => there.map(() => new Set<number>()))
  for (let who = people - 1; who >= 0; who -= 1) {
    const before = new Set<number>()
    for (const [delta, all] of ways[who]!) {
      let can = false
      for (const code of forward[who]!) {
        if (!alive.has(code + delta)) continue
        before.add(code)
        can = true
      }
      if (can) for (const deeds of all) for (const [s, deed] of deeds.entries()) possible[who]![s]!.add(deed)
    }
    alive = before
  }
  return { possible, totals, steps }
}

/** Every way to do one of the first `kinds` deeds in the sessions that one was in; who erased everything says no more. */
export function everything({ there, erased }: Story, who: number, kinds: number): number[][] {
  let all: number[][] = [[]]
  for (const [session, some] of there.entries()) {
    const gone = erased?.who === who && session > erased.after
    const can = some.includes(who) ? Array.from({ length: gone ? 1 : kinds }, (_, deed) => deed) : [-1]
    all = all.flatMap((deeds) => can.map((deed) => [...deeds, deed]))
  }
  return all
}

/** What the attacker knows for certain and should not, as sentences. */
export function leaks(story: Story, { possible, totals }: Left): string[] {
  const { question, there, corrected, attacker, erased, people } = story
  const deeds = deedsIn(question)
  const nameOf = (deed: number) => (typeof deeds[deed] === 'object' ? deeds[deed].chose.join('+') : String(deeds[deed]))
  const found: string[] = []
  // Who was silent is only promised to stay unknown where the people present were counted.
  const uncounted = there.some((some, session) => some.length > 0 && corrected[session] === null)
  for (let who = 0; who < people; who += 1) {
    if (who === attacker) continue
    for (const [session, some] of there.entries()) {
      if (!some.includes(who) || (erased?.who === who && session > erased.after)) continue
      const left = possible[who]![session]!
      const said = `person ${who} in session ${session + 1}`
      if (left.size === 0) found.push(`${said}: nothing is possible, so the solver is wrong`)
      else if (uncounted && left.size === 1 && left.has(0)) continue
      else if (left.size === 1) found.push(`${said}: ${nameOf([...left][0]!)} for certain`)
      else {
        const never = deeds.flatMap((_, deed) => (deed > 0 && !left.has(deed) ? [nameOf(deed)] : []))
        if (never.length > 0) found.push(`${said}: certainly not ${never.join()}`)
      }
    }
  }
  if (attacker !== null) return found
  // From outside, nobody may count one or two who gave some answer.
  for (const [part] of (totals[0] ?? []).entries()) {
    for (let deed = 1; deed < deeds.length; deed += 1) {
      const counts = new Set(totals.map((total) => total[part]![deed - 1]!))
      const [only] = counts
      if (counts.size === 1 && (only === 1 || only === 2)) found.push(`figures ${part + 1}: ${only} ${nameOf(deed)}`)
    }
  }
  return found
}

function countsIn(question: Question, counts: number[]) {
  return countsOf(question, deedsIn(question).slice(1), counts)
}

const sum = (numbers: number[]): number => numbers.reduce((total, n) => total + n, 0)
