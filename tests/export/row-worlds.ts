/**
 * An attacker who reads rows beside the digest of the same round, can tell that the rows are of this round, knows the
 * rules, who was there, which language each speaks, and their own answer. Everything that could be behind what they
 * read is gone through: every set of answers, and every way in which the lot can have fallen.
 */
import { drawn, type RowPerson } from '../../src/export/row-rules.ts'
import type { Question } from '../../src/survey/question-set.ts'
import { type Deed, release, type World, worldsOf } from '../digest/worlds.ts'

/** A gathering. `headcount`: typed, or null. */
export type Gathering = { question: Question; floor: number; people: number; headcountGiven: boolean; deeds: Deed[] }

/** How many rows leave of so many who replied, when the digest says at least so many. */
export type RowCount = (least: number, replied: number) => number

export const RULE: RowCount = (least, replied) =>
  drawn({ id: 'r', least, people: Array.from({ length: replied }, (_, at) => personWith(String(at))) }).length

const personWith = (lot: string): RowPerson => ({ participant: lot, lot, language: 'nl', answers: {} })

/** All that looks the same from outside: worlds by what is read of them. */
export function readingsOf(gathering: Gathering, rowCount: RowCount = RULE): Map<string, World[]> {
  const { question, floor, people, headcountGiven, deeds } = gathering
  const readings = new Map<string, World[]>()
  for (const world of worldsOf(people, deeds.length)) {
    const { participation, base, released } = release([question], [deeds], world, floor, headcountGiven ? people : null)
    if (participation.form === 'few') continue
    const replied = world.reduce((sum, n, kind) => (deeds[kind] === 'absent' ? sum : sum + n), 0)
    const digest = JSON.stringify([participation, base, released])
    const able = world.map((n, kind) => (deeds[kind] === 'absent' ? 0 : n))
    for (const rows of partsOf(able, rowCount(participation.count, replied))) {
      const seen = `${digest} ${rows}`
      const known = readings.get(seen)
      if (known) known.push(world)
      else readings.set(seen, [world])
    }
  }
  return readings
}

/** Every way to take so many people out of these. */
export function* partsOf(counts: readonly number[], size: number): Generator<number[]> {
  const [first, ...rest] = counts
  if (first === undefined) {
    if (size === 0) yield []
    return
  }
  const room = rest.reduce((sum, n) => sum + n, 0)
  for (let take = Math.max(0, size - room); take <= Math.min(first, size); take += 1) {
    for (const others of partsOf(rest, size - take)) yield [take, ...others]
  }
}

/**
 * Whether somebody who did `own` knows for certain what one other person did. Kinds are whatever people are told apart by.
 * @returns the own kind and what is known
 */
export function pinned(worlds: readonly World[], groups: readonly number[][] = []): [own: number, known: number][] {
  const kinds = worlds[0]!.length
  const all = groups.length > 0 ? groups : [Array.from({ length: kinds }, (_, kind) => kind)]
  const found: [number, number][] = []
  for (let own = 0; own < kinds; own += 1) {
    const able = worlds.filter((world) => world[own]! > 0)
    if (able.length === 0) continue
    for (const group of all) {
      const possible = group.filter((kind) => able.some((world) => world[kind]! > Number(kind === own)))
      if (possible.length === 1) found.push([own, possible[0]!])
    }
  }
  return found
}
