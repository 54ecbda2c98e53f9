/** A limit as strict as can be: more than so many messages in any one second, and a flood wait in which every call is refused. */

export type FloodRules = { perSecond: number; waitSeconds: number }

export type FloodFigures = {
  /** Messages and edits that came since the first card, and those of them that were refused. */
  calls: number
  refused: number
  /** People who were shown a first card, and those who were shown more than one. */
  asked: number
  twice: number
  /** From the first first card to the last, in seconds. */
  seconds: number
}

export type Flood = {
  /** @param first a new message with a question on it; @returns seconds to wait when it is refused, else 0 */
  call(chat: number, first: boolean): number
  figures(): FloodFigures
}

/** Counts from the first card on: people who join are no broadcast. */
export function createFlood({ perSecond, waitSeconds }: FloodRules): Flood {
  const lately: number[] = []
  const cards = new Map<number, number>()
  let quietUntil = 0
  let calls = 0
  let refused = 0
  let firstAt = 0
  let lastAt = 0
  return {
    call(chat, first) {
      if (!first && cards.size === 0) return 0
      const now = performance.now()
      calls += 1
      while (lately.length > 0 && now - lately[0]! >= 1000) lately.shift()
      if (now < quietUntil || lately.length >= perSecond) {
        refused += 1
        if (now >= quietUntil) quietUntil = now + waitSeconds * 1000
        return Math.ceil((quietUntil - now) / 1000)
      }
      lately.push(now)
      if (first) {
        firstAt ||= now
        lastAt = now
        cards.set(chat, (cards.get(chat) ?? 0) + 1)
      }
      return 0
    },
    figures: () => ({
      calls,
      refused,
      asked: cards.size,
      twice: [...cards.values()].filter((count) => count > 1).length,
      seconds: (lastAt - firstAt) / 1000,
    }),
  }
}
