/**
 * What waits to be sent: one paced stream per platform, from rows. A row is claimed for a minute, sent,
 * and noted; a crash in between lets it be claimed again. Replies to people do not pass through here.
 */
import { sql } from 'kysely'
import type { Address, ChannelName, Prompt } from '../channels/port.ts'
import type { Digest } from '../digest/content.ts'
import { renderDigest } from '../digest/render.ts'
import type { Ground } from '../ground.ts'
import { describeError } from '../log.ts'
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivered, type Delivery, nonceOf } from './deliver.ts'
import type { HeldRuns } from './held-runs.ts'
import { loseContact, losePlace, movePlace } from './lost.ts'

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
    do {
      again = false
      let rows = await claim(ground, channel)
      while (rows.length > 0 && !stopped) {
        for (const row of rows) {
          if (stopped) break
          const pause = quietUntil - performance.now()
          if (pause > 0) await wait(pause)
          const begun = performance.now()
          await sendRow(row)
          const rest = 1000 / PACE[channel] - (performance.now() - begun)
          if (rest > 1 && channel !== 'web') await wait(rest)
        }
        rows = stopped ? [] : await claim(ground, channel)
      }
    } while (again && !stopped)
    if (!stopped) await sleepUntilDue()
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
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }

  async function stop(): Promise<void> {
    stopped = true
    clearTimeout(timer)
    await running?.catch(() => {})
  }

  return { wake, drain, stop }
}

type Row = {
  organisation_id: string
  id: string
  kind: 'card' | 'reminder' | 'notice' | 'digest'
  channel: ChannelName
  contact_id: string | null
  place_id: string | null
  run_id: string | null
  digest_id: string | null
  notice: unknown
  attempts: number
}

async function claim(ground: Ground, channel: ChannelName): Promise<Row[]> {
  const now = ground.clock.now()
  const result =
    await sql<Row>`update outgoing set claimed_until = ${now.add({ seconds: CLAIM_SECONDS }).toString()}::timestamptz
    where (organisation_id, id) in (
      select organisation_id, id from outgoing
      where state = 'due' and channel = ${channel} and send_after <= ${now.toString()}::timestamptz
        and (claimed_until is null or claimed_until < ${now.toString()}::timestamptz)
      order by send_after, id limit ${BATCH} for update skip locked
    )
    returning organisation_id, id, kind, channel, contact_id, place_id, run_id, digest_id, notice, attempts`.execute(
      ground.store.db,
    )
  return result.rows
}

async function attempt(
  ground: Ground,
  rooms: { runs: HeldRuns; delivery: Delivery },
  row: Row,
): Promise<Delivered | { outcome: 'pointless' }> {
  switch (row.kind) {
    case 'card':
    case 'reminder': {
      const held = row.run_id === null ? null : await rooms.runs.byId(row.run_id)
      if (!held || held.run.disposition === 'stopped') return { outcome: 'pointless' }
      if (row.kind === 'card') return rooms.delivery.card(held)
      if (held.run.disposition !== null || held.run.closed || held.run.turn > 1) return { outcome: 'pointless' }
      return rooms.delivery.card(held, { anew: true, lead: wordsFor(held.language)('reminder-lead') })
    }
    case 'notice': {
      const address = await addressOf(ground, row)
      return address
        ? rooms.delivery.send(address, row.notice as Prompt, { nonce: nonceOf(row.id, 0) })
        : { outcome: 'pointless' }
    }
    case 'digest': {
      const address = await addressOf(ground, row)
      const digest = await ground.store.db
        .selectFrom('digest')
        .innerJoin('organisation', 'organisation.id', 'digest.organisation_id')
        .select(['digest.content'])
        .where('digest.organisation_id', '=', row.organisation_id)
        .where('digest.id', '=', row.digest_id ?? '')
        .executeTakeFirst()
      if (!address || !digest) return { outcome: 'pointless' }
      const language: Language = ground.config().organisations.get(row.organisation_id)?.language ?? 'nl'
      const prompt: Prompt = {
        kind: 'digest',
        language,
        lines: renderDigest(digest.content as unknown as Digest, language),
        choices: [],
      }
      return rooms.delivery.send(address, prompt, { nonce: nonceOf(row.id, 0) })
    }
    default: {
      const never: never = row.kind
      return never
    }
  }
}

async function addressOf(ground: Ground, row: Row): Promise<Address | null> {
  const found =
    row.contact_id !== null
      ? await ground.store.db
          .selectFrom('contact')
          .select('address_cipher')
          .where('id', '=', row.contact_id)
          .where('state', '=', 'reachable')
          .executeTakeFirst()
      : await ground.store.db
          .selectFrom('place')
          .select('address_cipher')
          .where('organisation_id', '=', row.organisation_id)
          .where('id', '=', row.place_id ?? '')
          .where('state', '=', 'linked')
          .executeTakeFirst()
  return found ? ground.vault.decryptAddress(found.address_cipher) : null
}

async function note(ground: Ground, row: Row, delivered: Delivered | { outcome: 'pointless' }): Promise<void> {
  const update = (values: {
    state?: 'sent' | 'gone' | 'failed' | 'cancelled'
    external_cipher?: string
    send_after?: string
    claimed_until?: null
    attempts?: number
  }) =>
    ground.store.db
      .updateTable('outgoing')
      .set(values)
      .where('organisation_id', '=', row.organisation_id)
      .where('id', '=', row.id)
      .where('state', '=', 'due')
      .execute()
  switch (delivered.outcome) {
    case 'sent':
      await update({
        state: 'sent',
        ...(row.kind === 'digest' ? { external_cipher: ground.vault.encryptId(delivered.external) } : {}),
      })
      return
    case 'later':
      await update({ send_after: delivered.at.toString(), claimed_until: null, attempts: row.attempts + 1 })
      return
    case 'moved':
      if (row.place_id) await movePlace(ground, row.organisation_id, row.place_id, delivered.to)
      await update({
        claimed_until: null,
        attempts: row.attempts + 1,
        ...(row.place_id ? {} : { state: 'failed' as const }),
      })
      return
    case 'gone':
      await update({ state: 'gone' })
      if (row.contact_id) await loseContact(ground, row.contact_id)
      if (row.place_id) await losePlace(ground, row.organisation_id, row.place_id)
      return
    case 'rejected':
      await update({ state: 'failed' })
      return
    case 'pointless':
      await update({ state: 'cancelled' })
      return
    default: {
      const never: never = delivered
      return never
    }
  }
}

const wait = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms)
  })

const BATCH = 50
const CLAIM_SECONDS = 60
const LONGEST_PAUSE_MS = 60_000
