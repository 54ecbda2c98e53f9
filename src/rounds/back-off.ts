/** How long to leave a platform alone that gave no answer, or a broken one, and did not say how long. */

/**
 * Doubles with each try up to five minutes, and lies anywhere in its upper half: what failed together does not come
 * back together.
 * @param tries how often it failed by now, from 1
 * @param chance from 0 to 1
 * @returns milliseconds
 */
export function backOffMs(tries: number, chance: number = Math.random()): number {
  const whole = Math.min(FIRST_MS * 2 ** Math.min(Math.max(tries, 1) - 1, 20), MOST_MS)
  return Math.round(whole / 2 + (whole / 2) * chance)
}

const FIRST_MS = 2000
const MOST_MS = 300_000
