/** A narrow way through: a few at a time, in the order of asking, so that what goes beside it never waits for all of them. */
export type Lane = <T>(work: () => Promise<T>) => Promise<T>

/** @param atOnce how many are under way together */
export function createLane(atOnce: number): Lane {
  const waiting: (() => void)[] = []
  let underWay = 0

  return async (work) => {
    if (underWay < atOnce) underWay += 1
    // Who leaves hands over the place, so nobody comes in between.
    else await new Promise<void>((goOn) => waiting.push(goOn))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else underWay -= 1
    }
  }
}
