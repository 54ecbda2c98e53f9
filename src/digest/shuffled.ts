/** One order for things that must not tell in which order they came: mixed, and the same for the same seed. */

/**
 * The items in a random order that the seed fixes: the shuffle of Fisher and Yates as R. Durstenfeld gives it
 * (Algorithm 235, Communications of the ACM 7, 1964), fed by mulberry32 of T. Ettinger (public domain), which starts
 * from the 32-bit FNV-1a hash of the seed. Not for secrets: whoever knows the seed knows the order, so take a random id.
 */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  const mixed = [...items]
  const random = mulberry32(fnv1a(seed))
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const held = mixed[last]!
    mixed[last] = mixed[other]!
    mixed[other] = held
  }
  return mixed
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

/** Numbers from 0 up to 1. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
