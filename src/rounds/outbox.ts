/**
 * What waits to be sent, from rows: one paced stream per bot account. Rows are claimed a handful ahead, each starts at
 * its turn and none waits for the answer to the one before; what came of it is noted in its row. A crash in between
 * lets a row be claimed again. Replies to people do not pass through here.
 */
import type { ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { describeError } from '../log.ts'
import { claimRows, whatWaits } from './claim.ts'
import type { Delivery } from './deliver.ts'
import type { HeldRuns } from './held-runs.ts'
import { paced } from './paced.ts'
import type { Pacing } from './pacing.ts'
import { attempt, note, type Row } from './send-row.ts'

export type Outbox = {
  /** Looks for rows that are due, now; returns at once. */
  wake(): void
  /** Sends everything that is due and resolves when nothing is left to send now. */
  drain(): Promise<void>
  /** Finishes what is being sent and starts nothing new. */
  stop(): Promise<void>
}

export type OutboxRooms = { runs: HeldRuns; delivery: Delivery; pacing: Pacing }

export function createOutbox(ground: Ground, rooms: OutboxRooms, names: readonly ChannelName[]): Outbox {
  const streams = names.map((name) => createStream(ground, rooms, name))
  return {
    wake: () => {
      for (const stream of streams) stream.wake()
    },
    drain: async () => {
      await Promise.all(streams.map((stream) => stream.drain()))
    },
    stop: async () => {
      rooms.pacing.stop()
      await Promise.all(streams.map((stream) => stream.stop()))
    },
  }
}

function createStream(ground: Ground, rooms: OutboxRooms, channel: ChannelName) {
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  /** Rows that wait for their turn, and all that are in hand. */
  const waiting = new Set<string>()
  const inHand = new Map<string, { row: Row; sending: Promise<void> }>()
  let stirred = Promise.withResolvers<void>()

  async function run(): Promise<void> {
    try {
      do {
        again = false
        await sendDue()
        if (!again && !stopped) await sleepUntilDue()
        // A wish that came at any point up to here is looked into; after this line a new run begins for it.
      } while (again && !stopped)
    } finally {
      running = undefined
    }
  }

  async function sendDue(): Promise<void> {
    try {
      while (!stopped) {
        const rest = rooms.pacing.restMs(channel)
        if (rest > SHORT_REST_MS) break
        if (rest > 0) await wait(rest)
        stirred = Promise.withResolvers()
        const room = Math.min(AHEAD - waiting.size, MOST_IN_HAND - inHand.size)
        if (room > AHEAD / 2 || inHand.size === 0) {
          // What is still in hand may hold up the next of the same person: then an empty claim does not say that all is done.
          const alone = inHand.size === 0
          const rows = await claimRows(ground, channel, room)
          for (const row of rows) take(row)
          if (rows.length === 0 && alone && !again) return
          again = false
          if (rows.length > 0) continue
        }
        // Something left, or something new came: then there is room, or reason, to look again.
        await stirred.promise
      }
    } finally {
      await Promise.all([...inHand.values()].map(({ sending }) => sending))
    }
  }

  function take(row: Row): void {
    const key = `${row.organisation_id} ${row.id}`
    const held = inHand.get(key)
    if (held) {
      // The clock jumped over the end of our own claim: it goes on under the new one. What changed meanwhile, and so
      // lost its claim, is due again when the one in hand is noted.
      if (row.in_doubt) held.row.claim = row.claim
      return
    }
    waiting.add(key)
    const left = () => {
      waiting.delete(key)
      stirred.resolve()
    }
    const sending = sendRow(row, left).finally(() => {
      inHand.delete(key)
      left()
    })
    inHand.set(key, { row, sending })
  }

  /** A fault of ours in one row holds up no other: its claim lapses, and it is tried again. */
  async function sendRow(row: Row, left: () => void): Promise<void> {
    try {
      const delivery = paced(ground, rooms, row, left)
      await note(ground, row, await attempt(ground, { runs: rooms.runs, delivery }, row))
    } catch (error) {
      fault(error)
    }
  }

  async function sleepUntilDue(): Promise<void> {
    const { rows, next } = await whatWaits(ground, channel)
    ground.metrics.outbox.set({ channel }, rows)
    if (!next || stopped) return
    const ahead = Math.max(next.getTime() - ground.clock.now().epochMilliseconds, rooms.pacing.restMs(channel))
    clearTimeout(timer)
    timer = setTimeout(wake, Math.min(Math.max(ahead, SHORTEST_SLEEP_MS), LONGEST_SLEEP_MS))
    timer.unref()
  }

  function wake(): void {
    void drain().catch(fault)
  }

  function fault(error: unknown): void {
    ground.metrics.faults.inc({ at: 'outbox' })
    ground.log.error({ channel, ...describeError(error) }, 'sending what waits failed; the next sweep tries again')
  }

  function drain(): Promise<void> {
    if (stopped) return Promise.resolve()
    again = true
    stirred.resolve()
    running ??= run()
    return running
  }

  async function stop(): Promise<void> {
    stopped = true
    clearTimeout(timer)
    stirred.resolve()
    await running?.catch(() => {})
  }

  return { wake, drain, stop }
}

const wait = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms)
  })

/** Rows that wait for their turn: enough to lose no moment, few enough that what is urgent is soon among them. */
const AHEAD = 8
/** Rows in hand altogether: at 30 a second, a platform may take two seconds to answer before that slows anything. */
const MOST_IN_HAND = 60
const SHORT_REST_MS = 2000
const SHORTEST_SLEEP_MS = 1000
const LONGEST_SLEEP_MS = 60_000
