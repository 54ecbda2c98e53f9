/**
 * What waits to be sent: one paced stream per platform, from rows. A row is claimed for two minutes, sent,
 * and noted; a crash in between lets it be claimed again. Replies to people do not pass through here.
 */
import { sql } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { describeError } from '../log.ts'
import type { Delivery } from './deliver.ts'
import type { HeldRuns } from './held-runs.ts'
import { attempt, note, type Row } from './send-row.ts'

export type Outbox = {
  /** Looks for rows that are due, now; returns at once. */
  wake(): void
  /** Sends everything that is due and resolves when nothing is left to send now. */
  drain(): Promise<void>
  /** Finishes what is being sent and starts nothing new. */
  stop(): Promise<void>
}

/** Per platform: messages a second for the bulk. Telegram allows about 30, Discord 50; the rest is room for replies. */
export const PACE: Record<ChannelName, number> = { telegram: 25, discord: 20, web: 1000 }

export function createOutbox(
  ground: Ground,
  rooms: { runs: HeldRuns; delivery: Delivery },
  names: readonly ChannelName[],
): Outbox {
  const streams = names.map((name) => createStream(ground, rooms, name))
  return {
    wake: () => {
      for (const stream of streams) stream.wake()
    },
    drain: async () => {
      await Promise.all(streams.map((stream) => stream.drain()))
    },
    stop: async () => {
      await Promise.all(streams.map((stream) => stream.stop()))
    },
  }
}

function createStream(ground: Ground, rooms: { runs: HeldRuns; delivery: Delivery }, channel: ChannelName) {
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  /** While a platform asks for quiet, nothing of the bulk is sent. */
  let quietUntil = 0

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
    let rows = await claim(ground, channel)
    while (rows.length > 0 && !stopped) {
      for (const row of rows) {
        if (stopped) break
        const pause = quietUntil - performance.now()
        if (pause > 0) await wait(pause)
        const begun = performance.now()
        if (await stillOurs(ground, row)) await sendRow(row)
        const rest = 1000 / PACE[channel] - (performance.now() - begun)
        if (rest > 1 && channel !== 'web') await wait(rest)
      }
      rows = stopped ? [] : await claim(ground, channel)
    }
  }

  async function sendRow(row: Row): Promise<void> {
    const delivered = await attempt(ground, rooms, row)
    if (delivered.outcome === 'later') {
      const pause = ground.clock.now().until(delivered.at).total('milliseconds')
      quietUntil = Math.max(quietUntil, performance.now() + Math.min(Math.max(pause, 0), LONGEST_PAUSE_MS))
    }
    await note(ground, row, delivered)
  }

  async function sleepUntilDue(): Promise<void> {
    const next = await ground.store.db
      .selectFrom('outgoing')
      .select('send_after')
      .where('state', '=', 'due')
      .where('channel', '=', channel)
      .orderBy('send_after')
      .limit(1)
      .executeTakeFirst()
    const depth = await ground.store.db
      .selectFrom('outgoing')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .where('state', '=', 'due')
      .where('channel', '=', channel)
      .executeTakeFirst()
    ground.metrics.outbox.set({ channel }, Number(depth?.rows ?? 0))
    if (!next || stopped) return
    const ahead = next.send_after.getTime() - ground.clock.now().epochMilliseconds
    clearTimeout(timer)
    timer = setTimeout(wake, Math.min(Math.max(ahead, 1000), LONGEST_PAUSE_MS))
    timer.unref()
  }

  function wake(): void {
    void drain().catch((error: unknown) => {
      ground.metrics.faults.inc({ at: 'outbox' })
      ground.log.error({ channel, ...describeError(error) }, 'sending what waits failed; the next sweep tries again')
    })
  }

  function drain(): Promise<void> {
    if (stopped) return Promise.resolve()
    again = true
    running ??= run()
    return running
  }

  async function stop(): Promise<void> {
    stopped = true
    clearTimeout(timer)
    await running?.catch(() => {})
  }

  return { wake, drain, stop }
}

async function claim(ground: Ground, channel: ChannelName): Promise<Row[]> {
  const now = ground.clock.now()
  const result =
    await sql<Row>`update outgoing set claimed_until = ${now.add({ seconds: CLAIM_SECONDS }).toString()}::timestamptz
    where (organisation_id, id) in (
      select organisation_id, id from outgoing
      where state = 'due' and channel = ${channel} and send_after <= ${now.toString()}::timestamptz
        and (claimed_until is null or claimed_until < ${now.toString()}::timestamptz)
      order by send_after, kind <> 'feedback', id limit ${BATCH} for update skip locked
    )
    returning organisation_id, id, kind, channel, contact_id, place_id, staff_id, writer_id, run_id, digest_id, notice, subject_id,
      external_cipher, attempts,
      send_after, claimed_until, claimed_until::text as claim`.execute(ground.store.db)
  // What comes back goes before what is asked; a statement that changes rows gives them in no order.
  const rank = ({ kind }: Row) => (kind === 'feedback' ? 0 : 1)
  return result.rows.toSorted((a, b) => a.send_after.getTime() - b.send_after.getTime() || rank(a) - rank(b))
}

/** A pause that a platform asks for may outlast a claim; from then on another instance may have the row. */
async function stillOurs(ground: Ground, row: Row): Promise<boolean> {
  const now = ground.clock.now()
  if (row.claimed_until.getTime() - now.epochMilliseconds >= LONGEST_SEND_MS) return true
  const renewed = await sql<{
    claim: string
  }>`update outgoing set claimed_until = ${now.add({ seconds: CLAIM_SECONDS }).toString()}::timestamptz
    where organisation_id = ${row.organisation_id} and id = ${row.id} and state = 'due' and claimed_until = ${row.claim}::timestamptz
    returning claimed_until::text as claim`.execute(ground.store.db)
  const [claim] = renewed.rows
  if (claim) row.claim = claim.claim
  return claim !== undefined
}

const wait = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms)
  })

const BATCH = 50
const CLAIM_SECONDS = 120
/** Two calls that are both given up at their limit, with room. */
const LONGEST_SEND_MS = 60_000
const LONGEST_PAUSE_MS = 60_000
