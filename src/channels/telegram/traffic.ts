/**
 * How many messages each chat had lately. A 429 of Telegram names nothing: one for a chat that had no other message of
 * ours within its own limit can only be about the whole account.
 */

export type Traffic = {
  /** A message, or an edit of one, leaves for this chat. */
  note(chat: number): void
  /** Whether this chat had so much that a 429 may be about it alone. */
  isBusy(chat: number): boolean
}

export function createTraffic(now: () => number = () => performance.now()): Traffic {
  const times = new Map<number, number[]>()
  return {
    note(chat) {
      const at = now()
      const kept = (times.get(chat) ?? []).filter((time) => at - time < MINUTE_MS).slice(1 - MOST_A_MINUTE)
      times.delete(chat)
      times.set(chat, [...kept, at])
      for (const [other, all] of times) {
        if (at - all.at(-1)! < MINUTE_MS && times.size <= MOST_CHATS) break
        times.delete(other)
      }
    },
    isBusy(chat) {
      const within = (ms: number) => (times.get(chat) ?? []).filter((time) => now() - time < ms).length
      return within(SECOND_MS) > 1 || (chat < 0 && within(MINUTE_MS) >= MOST_A_MINUTE)
    },
  }
}

const SECOND_MS = 1000
const MINUTE_MS = 60_000
/** What Telegram allows in one group. */
const MOST_A_MINUTE = 20
const MOST_CHATS = 20_000
