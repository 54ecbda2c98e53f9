/** How many people took part, as far as that may be known. */
import { EngineError } from '../errors.ts'
import type { Participation } from './content.ts'

/** Fewer people than this are never told apart: not in an answer, not among those who did not answer. */
export const CELL = 3

/**
 * What may be said of participation, and the base: the one number of people that every figure of
 * the digest is about. When all but at most two of those present replied, the base is everybody
 * present, so that nobody is the one who did not reply. Null below the floor.
 * @param replied people who gave at least one answer
 * @param headcount people present, null when unknown; one below `replied` counts as unknown
 * @throws EngineError when the floor is below 5 or a number is not a whole one
 */
export function releaseParticipation(
  replied: number,
  headcount: number | null,
  floor: number,
): { participation: Participation; base: number | null } {
  if (![replied, headcount ?? 0].every((n) => Number.isInteger(n) && n >= 0)) {
    throw new EngineError('digest: people are counted in whole numbers')
  }
  checkFloor(floor)
  if (replied < floor) return { participation: { form: 'few', fewerThan: floor }, base: null }
  if (headcount === null || headcount < replied) {
    const check = headcount !== null
    return { participation: { form: 'exactly', count: replied, headcount: null, check }, base: replied }
  }
  if (headcount - replied >= CELL || headcount === floor) {
    return { participation: { form: 'exactly', count: replied, headcount, check: false }, base: replied }
  }
  const least = Math.max(headcount - CELL + 1, floor)
  return { participation: { form: 'at_least', count: least, headcount }, base: headcount }
}

/** @throws EngineError when the floor is not a whole number of 5 or more */
export function checkFloor(floor: number): void {
  if (!Number.isInteger(floor) || floor < 5) throw new EngineError('digest: the smallest group is 5 or more')
}
