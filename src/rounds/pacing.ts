/**
 * How fast each bot account speaks: one stream for all instances together ([why so](../../docs/decisions/pace.md)).
 * What answers somebody never waits here, except when the platform asked for quiet; it is taken off the bulk.
 */
import type { ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { describeError } from '../log.ts'
import type { Pace } from '../settings.ts'
import { chargeSlots, pauseAccount, reserveSlots, takeChatTurn } from '../store/pace.ts'
import { backOffMs } from './back-off.ts'
import { createSlots, type Slots, type Steady } from './slots.ts'

/** Where a message goes, as far as its pace is concerned; `chat` is known to this process only. */
export type Going = { channel: ChannelName; chat: string; group: boolean; urgent: boolean }

export type Pacing = {
  /**
   * Waits for the turn of one message of the bulk.
   * @returns 0 when it may leave now; else the milliseconds after which to try again, longer than it pays to wait here
   */
  turn(going: Going): Promise<number>
  /** So many messages left, or are leaving, without a turn. */
  spent(channel: ChannelName, messages: number): void
  /** The platform answered a call that carried so many messages, whatever it said, after so many milliseconds. */
  answered(channel: ChannelName, messages: number, tookMs: number): void
  /** A breath before a message that has no turn, so that the account is not told to be quiet: milliseconds, mostly 0. */
  breath(channel: ChannelName): number
  /** Milliseconds for which the account was told to keep quiet altogether. */
  quietMs(channel: ChannelName): number
  /** The same for the bulk, which also leaves a platform alone that gives no answers. */
  restMs(channel: ChannelName): number
  /** The platform wants this account to be quiet; `shared`: whichever instance asks. */
  pause(channel: ChannelName, forMs: number, shared: boolean): Promise<void>
  /** The platform gave no answer, or a broken one. */
  failed(channel: ChannelName): void
  /** The platform took a message. */
  went(channel: ChannelName): void
  /** Nothing more of the bulk leaves. */
  stop(): void
}

export function createPacing(ground: Ground, pace: Pace, steady: Steady = SYSTEM): Pacing {
  const limits: Partial<Record<ChannelName, number>> = {
    telegram: pace.telegram.perSecond,
    discord: pace.discord.perSecond,
  }
  const accounts = new Map(
    Object.entries(limits).map(([name, perSecond]) => [
      name as ChannelName,
      createAccount(ground, name as ChannelName, perSecond, steady),
    ]),
  )
  const chats = createChats({ burst: CHAT_BURST, everyMs: MINUTE_MS / pace.telegram.perChatMinute }, steady)
  const group = groupLimit(pace.telegram.perGroupMinute)

  async function turn({ channel, chat, group: many, urgent }: Going): Promise<number> {
    const account = accounts.get(channel)
    if (!account) return 0
    if (account.restMs() > 0) return account.restMs()
    if (channel === 'telegram') {
      const wait = many
        ? await takeChatTurn(ground.store.db, channel, ground.vault.hashAddress({ channel, id: chat }), group)
        : chats.take(chat)
      if (wait > WORTH_WAITING_MS) return wait
      if (wait > 0) {
        await steady.wait(wait)
        return turn({ channel, chat, group: many, urgent })
      }
    }
    return (await account.slots.next(urgent)) ? 0 : Math.max(account.restMs(), AGAIN_MS)
  }

  return {
    turn,
    spent: (channel, messages) => accounts.get(channel)?.spent(messages),
    answered: (channel, messages, tookMs) => accounts.get(channel)?.slots.answered(messages, tookMs),
    breath: (channel) => accounts.get(channel)?.slots.breath() ?? 0,
    quietMs: (channel) => accounts.get(channel)?.quietMs() ?? 0,
    restMs: (channel) => accounts.get(channel)?.restMs() ?? 0,
    pause: async (channel, forMs, shared) => accounts.get(channel)?.pause(forMs, shared),
    failed: (channel) => accounts.get(channel)?.failed(),
    went: (channel) => accounts.get(channel)?.went(),
    stop() {
      for (const account of accounts.values()) account.stop()
    },
  }
}

function createAccount(ground: Ground, channel: ChannelName, perSecond: number, steady: Steady) {
  const everyMs = spacing(perSecond)
  const shareMs = (SHARE_OF * SECOND_MS) / perSecond
  let quietUntil = 0
  let restUntil = 0
  let failures = 0
  let stopped = false
  let charging: NodeJS.Timeout | undefined
  const quietMs = () => Math.max(quietUntil - steady.now(), 0)
  const restMs = () => Math.max(quietMs(), restUntil - steady.now(), stopped ? AGAIN_MS : 0)
  const quietFor = (ms: number) => {
    quietUntil = Math.max(quietUntil, steady.now() + ms)
  }
  const slots: Slots = createSlots(
    {
      everyMs,
      perSecond,
      shareMs,
      takeShare: async () =>
        (await takeChatTurn(ground.store.db, channel, SHARE, { burst: 1, everyMs: shareMs })) === 0,
      reserve: (count, backMs) => reserveSlots(ground.store.db, channel, { count, everyMs, backMs }),
      quietMs: restMs,
      paused: quietFor,
    },
    steady,
  )

  /** What the bulk of this instance did not make room for, all instances do, from a moment later on. */
  function charge(): void {
    charging = undefined
    const count = slots.unpaid()
    if (stopped || count === 0) return
    chargeSlots(ground.store.db, channel, count, everyMs).catch((error: unknown) => {
      ground.log.debug({ channel, ...describeError(error) }, 'what left could not be taken off the pace')
    })
  }

  return {
    slots,
    quietMs,
    restMs,
    spent(messages: number) {
      slots.spent(messages)
      // The embedded database has one instance, which knows it already.
      if (ground.store.kind === 'embedded') return
      charging ??= setTimeout(charge, GATHER_MS).unref()
    },
    async pause(forMs: number, shared: boolean) {
      quietFor(forMs)
      slots.letGo()
      if (!shared) return
      await pauseAccount(ground.store.db, channel, forMs).catch((error: unknown) => {
        ground.log.warn({ channel, ...describeError(error) }, 'other instances could not be told to keep quiet')
      })
    },
    failed() {
      failures += 1
      if (failures < TROUBLE) return
      restUntil = Math.max(restUntil, steady.now() + backOffMs(failures - TROUBLE + 1))
      slots.letGo()
    },
    went() {
      failures = 0
      restUntil = 0
    },
    stop() {
      stopped = true
      clearTimeout(charging)
      slots.letGo()
    },
  }
}

/** A private chat takes a few messages at once; how many it had is known here, since one instance at a time writes to it. */
function createChats(limit: { burst: number; everyMs: number }, steady: Steady) {
  const next = new Map<string, number>()
  return {
    /** @returns 0, or the milliseconds to wait before asking again */
    take(chat: string): number {
      const now = steady.now()
      for (const [other, at] of next) {
        if (at > now && next.size <= MOST_CHATS) break
        next.delete(other)
      }
      const at = Math.max(next.get(chat) ?? 0, now)
      const wait = at - now - (limit.burst - 1) * limit.everyMs
      if (wait > 0) return wait
      next.delete(chat)
      next.set(chat, at + limit.everyMs)
      return 0
    },
  }
}

/**
 * The distance between two messages of the bulk. One place of each second stays free for a reply, and a quarter of one
 * for a line that is not even: so a reply never meets a full second.
 */
function spacing(perSecond: number): number {
  return SECOND_MS / Math.max(perSecond - 1.25, perSecond * 0.8)
}

/** A few at once, and the rest of the minute's number spread so that no minute holds more. */
function groupLimit(perMinute: number): { burst: number; everyMs: number } {
  const burst = Math.min(GROUP_BURST, Math.max(Math.floor(perMinute / 4), 1))
  return { burst, everyMs: MINUTE_MS / (perMinute - burst + 1) }
}

const SYSTEM: Steady = {
  now: () => performance.now(),
  wait: (ms) =>
    new Promise((done) => {
      setTimeout(done, ms)
    }),
}
/** However many answer, one place in so many stays with the bulk: two of the thirty of a second. */
const SHARE_OF = 15
/** The row of the share; the other rows are of a chat, by a hash, or of the account. */
const SHARE = 'share'
const SECOND_MS = 1000
const MINUTE_MS = 60_000
const CHAT_BURST = 3
const GROUP_BURST = 5
const MOST_CHATS = 20_000
const GATHER_MS = 250
/** Up to here a message waits with its turn; beyond, its row is given back and comes again. */
const WORTH_WAITING_MS = 1500
const AGAIN_MS = 1000
/** So many calls in a row without a sound answer are trouble of the platform, not of one message. */
const TROUBLE = 3
