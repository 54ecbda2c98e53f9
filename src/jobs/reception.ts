/**
 * Opens the channels and decides which of them this instance listens on. A platform that cannot be reached is tried
 * again in the background: the other channels do not wait for it. A refused token is for the operator to put right.
 */
import type { Channel, Take } from '../channels/port.ts'
import { SettingsError } from '../errors.ts'
import { describeError, type Log } from '../log.ts'

export type Reception = {
  /** @throws SettingsError when a platform refuses a token */
  open(): Promise<void>
  /**
   * This instance holds the ear: it listens on the channels of which there may be one listener only. Resolves when each
   * platform has answered.
   */
  gain(): Promise<void>
  lose(): Promise<void>
  stop(): Promise<void>
}

/** What is opened and listened on: a channel, or one of the ways into it. */
type Listened = Pick<Channel, 'name' | 'open' | 'listen' | 'deafen'>

/** @param given `alone`: only the instance that holds the ear may listen on it */
export function createReception(
  given: readonly { channel: Listened; alone: boolean }[],
  take: Take,
  log: Log,
  againMs = AGAIN_MS,
): Reception {
  const opened = new Set<Listened>()
  /** With the try by which each began. */
  const listening = new Map<Listened, symbol>()
  /** Tries that the platform has not answered yet. */
  const beginning = new Map<Listened, Promise<void>>()
  const timers = new Set<NodeJS.Timeout>()
  let ear = false
  let stopped = false

  async function open(channel: Listened, first = false): Promise<void> {
    try {
      await channel.open()
      opened.add(channel)
    } catch (error) {
      if (error instanceof SettingsError && first) throw error
      log.warn({ channel: channel.name, ...describeError(error) }, 'a platform cannot be reached; it is tried again')
      later(() => open(channel).then(listenWhereDue))
    }
  }

  async function listenWhereDue(): Promise<void> {
    await Promise.all(
      given.map(async ({ channel, alone }) => {
        if (stopped || !opened.has(channel) || listening.has(channel) || (alone && !ear)) return
        const attempt = Symbol(channel.name)
        listening.set(channel, attempt)
        const begun = begin(channel, attempt, beginning.get(channel)).finally(() => {
          if (beginning.get(channel) === begun) beginning.delete(channel)
        })
        beginning.set(channel, begun)
        await begun
      }),
    )
  }

  /** One at a time: a platform that does not answer is still being asked when the ear is lost, and when it comes back. */
  async function begin(channel: Listened, attempt: symbol, before: Promise<void> | undefined): Promise<void> {
    if (before) await before
    const wanted = () => listening.get(channel) === attempt
    if (!wanted()) return
    try {
      await channel.listen(take)
      if (!wanted()) await channel.deafen()
    } catch (error) {
      if (wanted()) listening.delete(channel)
      await channel.deafen().catch(() => {})
      log.warn(
        { channel: channel.name, ...describeError(error) },
        'a platform does not let us listen; it is tried again',
      )
      later(listenWhereDue)
    }
  }

  async function deafen(which: (one: { alone: boolean }) => boolean): Promise<void> {
    await Promise.all(
      given.filter(which).map(async ({ channel }) => {
        if (listening.delete(channel)) await channel.deafen()
      }),
    )
  }

  function later(work: () => Promise<void>): void {
    if (stopped) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      work().catch((error: unknown) => log.error({ ...describeError(error) }, 'a channel stays closed'))
    }, againMs)
    timers.add(timer.unref())
  }

  return {
    async open() {
      await Promise.all(given.map(({ channel }) => open(channel, true)))
      await listenWhereDue()
    },
    async gain() {
      ear = true
      await listenWhereDue()
    },
    async lose() {
      ear = false
      await deafen(({ alone }) => alone)
    },
    async stop() {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
      await Promise.all([deafen(() => true), ...beginning.values()])
    },
  }
}

const AGAIN_MS = 5000
