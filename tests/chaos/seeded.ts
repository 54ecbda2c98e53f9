/** Chance that can be repeated: the same seed and name give the same numbers, whatever else happens. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from 0 up to, not including, `most`. */
  below(most: number): number
  /** True in this share of the cases, 0 to 1. */
  happens(share: number): boolean
  pick<T>(from: readonly T[]): T
}

/** A sequence of its own for `name`, so that one reader does not shift the numbers of another. */
export function seeded(seed: number, name: string): Chance {
  let state = seed >>> 0
  for (const letter of name) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  return { next, below, happens: (share) => next() < share, pick: (from) => from[below(from.length)]! }
}
