/**
 * Long polling: asks for updates, hands them on, and confirms them only when they are stored.
 * People do not wait for each other; the updates of one person keep their order.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { describeError, type Log } from '../../log.ts'
import { ChannelError } from '../port.ts'
import { advisedWait, isConflict, isRefusedToken } from './errors.ts'

export type PollingOptions = {
  /** One long poll: everything from `offset` on; confirms what is before it. */
  getUpdates(offset: number, signal: AbortSignal): Promise<unknown[]>
  /** Stores one update. Throws when it must come again. `again`: it was tried before. */
  take(update: unknown, again: boolean): Promise<void>
  log: Log
  /** Waiting after a failure: doubles from `firstMs` to `mostMs` (a thirtieth of it when only storing failed, for others may be waiting). */
  backoff: { firstMs: number; mostMs: number }
}

export type Polling = {
  /** Ends the poll at once; resolves when the takes in flight have finished. */
  stop(): Promise<void>
  /** In words, null while all is well. */
  trouble(): string | null
}

/** A take that failed this often, while others succeed, has only itself to blame. */
const POISON_TRIES = 5

/** Starts polling. Never throws: trouble is logged once, waited out and told by `trouble()`. */
export function startPolling({ getUpdates, take, log, backoff }: PollingOptions): Polling {
  const ending = new AbortController()
  const { signal } = ending
  /** Stored, but not yet confirmed because an earlier one is not. */
  const stored = new Set<number>()
  const failing = new Map<number, { tries: number; successesBefore: number }>()
  let offset = 0
  let successes = 0
  let failedPolls = 0
  let failedRounds = 0
  let trouble: string | null = null

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const updates = await poll()
      if (signal.aborted || updates === null) continue
      const allStored = await takeAll(updates)
      failedRounds = allStored ? 0 : failedRounds + 1
      if (!allStored) await pause(Math.min(waitAfter(failedRounds, backoff), backoff.mostMs / 30))
    }
  }

  async function poll(): Promise<unknown[] | null> {
    try {
      const updates = await getUpdates(offset, signal)
      if (!Array.isArray(updates)) throw new TypeError('getUpdates gave no list')
      if (trouble !== null) log.info('telegram: listening again')
      trouble = null
      failedPolls = 0
      return updates
    } catch (error) {
      if (signal.aborted) return null
      const sentence = sentenceOf(error)
      if (sentence !== trouble) log.warn(describeError(error), sentence)
      trouble = sentence
      failedPolls += 1
      await pause(Math.max(advisedWait(error), waitAfter(failedPolls, backoff)))
      return null
    }
  }

  /** False when some come again: better wait a little. */
  async function takeAll(updates: unknown[]): Promise<boolean> {
    const batch = updates.map(identify).filter((update) => update !== null)
    const waiting = batch.filter((update) => !stored.has(update.id))
    const queues = Map.groupBy(waiting, (update) => update.person)
    await Promise.all([...queues.values()].map(takeInOrder))
    const open = waiting.map((update) => update.id).filter((id) => !stored.has(id))
    if (open.length === 0) failing.clear()
    const all = [offset - 1, ...stored]
    offset = open.length > 0 ? Math.min(...open) : Math.max(...all) + 1
    for (const id of stored) if (id < offset) stored.delete(id)
    const unreadable = updates.length > 0 && batch.length === 0
    return open.length === 0 && !unreadable
  }

  async function takeInOrder(queue: Identified[]): Promise<void> {
    for (const { id, update } of queue) {
      if (signal.aborted) return
      try {
        await take(update, failing.has(id))
        successes += 1
      } catch (error) {
        // The house has no room for it just now: it comes again, however often that is.
        if (error instanceof ChannelError && error.busy) return
        const known = failing.get(id)
        if (!known)
          log.warn({ update: id, ...describeError(error) }, 'telegram: an update could not be stored; trying again')
        if (!isPoison(id, known)) return
        log.error({ update: id, ...describeError(error) }, 'telegram: an update was given up; others are stored well')
      }
      failing.delete(id)
      stored.add(id)
    }
  }

  /**
   * Counts a failure only when others were stored since the last one. While nothing at all can be
   * stored (the database is away), nothing is given up, however long it takes: Telegram keeps it for a day.
   */
  function isPoison(id: number, { tries, successesBefore } = { tries: 0, successesBefore: -1 }): boolean {
    const now = successes > successesBefore ? tries + 1 : tries
    failing.set(id, { tries: now, successesBefore: successes })
    return now >= POISON_TRIES
  }

  async function pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal }).catch(() => undefined)
  }

  const running = run()
  return {
    stop: () => {
      ending.abort()
      return running
    },
    trouble: () => trouble,
  }
}

/** Doubles with each failure in a row, up to the most. */
function waitAfter(failures: number, { firstMs, mostMs }: PollingOptions['backoff']): number {
  return Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 20))
}

function sentenceOf(error: unknown): string {
  if (isConflict(error)) {
    return 'telegram: another process listens with this bot token, or a webhook is set for it; only one may. Stop the other one'
  }
  if (isRefusedToken(error))
    return 'telegram: the token is refused; put the right one in TELEGRAM_BOT_TOKEN and restart'
  return 'telegram: cannot be reached; trying again'
}

type Identified = { id: number; person: unknown; update: unknown }

/** The update's number, and whose place in the queue it takes: the person's, or the chat's. */
function identify(update: unknown): Identified | null {
  const known = update as Partial<Record<string, Sender>> & { update_id?: unknown }
  const id = known?.update_id
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return null
  const event = known.callback_query ?? known.message ?? known.my_chat_member ?? known.channel_post
  return { id, person: event?.from?.id ?? event?.chat?.id ?? null, update }
}
type Sender = { from?: { id?: unknown } | null; chat?: { id?: unknown } | null } | null
