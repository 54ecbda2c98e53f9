/**
 * What a platform may count in its last second, as far as it can be known from here: a message arrives somewhere
 * between leaving and its answer. Nothing that leaves while fewer than the limit are counted can be one too many there,
 * however unevenly a busy machine or the line carried those before.
 */
import type { Steady } from './slots.ts'

export type Line = {
  /** So many messages leave now. */
  left(messages: number): void
  /** So many of those that left were answered now, `tookMs` after they were handed to the line. */
  answered(messages: number, tookMs: number): void
  /** How many the platform may have counted in the second that ends when something that leaves now arrives. */
  counted(): number
  /** Milliseconds until one of them less is counted, if nothing more leaves. */
  untilFewer(): number
}

/** @param perSecond what the platform takes in a second */
export function createLine(perSecond: number, steady: Steady): Line {
  const most = Math.min(2 * perSecond, MOST_KEPT)
  let lately: Message[] = []
  let underWay: Message[] = []
  /** The quickest answer of late: so long, a message and its answer are on their way at least. */
  let quickest = Number.POSITIVE_INFINITY

  /** Answered at `r`, it arrived by `r` less the way back; what leaves now arrives no sooner than after the way there. */
  const counts = () => SECOND_MS + UNEVEN_MS - (quickest === Number.POSITIVE_INFINITY ? 0 : quickest)
  const endOf = (message: Message) => Math.min(message.answered, message.left + MOST_UNDER_WAY_MS) + counts()

  function counted(): number {
    const now = steady.now()
    lately = lately.filter((message) => endOf(message) > now)
    return lately.length
  }

  return {
    left(messages) {
      const now = steady.now()
      while (underWay.length > 0 && now - underWay[0]!.left > MOST_UNDER_WAY_MS) underWay.shift()
      for (let n = Math.min(messages, most); n > 0; n--) {
        const message = { left: now, answered: Number.POSITIVE_INFINITY }
        lately.push(message)
        underWay.push(message)
      }
      // More than the limit changes nothing: the newest are counted longest.
      if (lately.length > 2 * most) lately = lately.slice(-most)
    },
    answered(messages, tookMs) {
      quickest = Math.min(tookMs, quickest + CREEP_MS)
      if (tookMs > MOST_UNDER_WAY_MS) return
      const now = steady.now()
      // Which of them it was makes no difference to how many there are.
      for (const message of underWay.slice(0, messages)) message.answered = now
      underWay = underWay.slice(messages)
    },
    counted,
    untilFewer() {
      if (counted() === 0) return 0
      return Math.max(Math.min(...lately.map(endOf)) - steady.now(), 0)
    },
  }
}

type Message = { left: number; answered: number }

const SECOND_MS = 1000
/** How much longer than the quickest a platform may take to count what reached it. */
const UNEVEN_MS = 5
/** A message that is under way for longer is no longer waited for: a platform without answers does not stop the bulk. */
const MOST_UNDER_WAY_MS = 1000
/** A line that became slower is noticed little by little. */
const CREEP_MS = 0.1
const MOST_KEPT = 2000
