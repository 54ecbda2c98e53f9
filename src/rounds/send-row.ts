/** One row of what waits to be sent: rendered from the store as it now is, sent once, and what came of it written down. */
import { sql } from 'kysely'
import type { Address, ChannelName, Prompt } from '../channels/port.ts'
import { mayAsk } from '../dialogue/agreements.ts'
import { loseWriter } from '../dialogue/sheet-writers.ts'
import type { Ground } from '../ground.ts'
import { loseStaff } from '../people/staff.ts'
import type { OutgoingKind } from '../store/tables.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivered, type Delivery, type HeldRun, nonceOf } from './deliver.ts'
import { heldFromPublic } from './exposed.ts'
import type { HeldRuns } from './held-runs.ts'
import { loseContact, losePlace, movePlace } from './lost.ts'
import { sendNudge } from './nudge.ts'
import { allowedFor } from './rest-of.ts'
import { sendConsent } from './send-consent.ts'
import { sendContactRequest } from './send-contact-request.ts'
import { sendData } from './send-data.ts'
import { sendDigest } from './send-digest.ts'
import { sendJoint } from './send-joint.ts'
import { sendMoment } from './send-moment.ts'
import { sendProposal } from './send-proposal.ts'
import { sendQuote } from './send-quote.ts'
import { sendReport } from './send-report.ts'
import { sendBack } from './send-result.ts'
import { sendStory } from './send-story.ts'
import { sendTalk } from './send-talk.ts'

export type Row = {
  organisation_id: string
  id: string
  kind: OutgoingKind
  channel: ChannelName
  contact_id: string | null
  place_id: string | null
  staff_id: string | null
  writer_id: string | null
  run_id: string | null
  digest_id: string | null
  notice: unknown
  subject_id: string | null
  external_cipher: string | null
  attempts: number
  urgent: boolean
  send_after: Date
  claimed_until: Date
  /** `claimed_until` as the database writes it: to compare with, to the microsecond. */
  claim: string
  /** Its claim lapsed without a word: it may have been sent already. */
  in_doubt: boolean
}

/** What became of a row: sent or refused by the platform, not worth sending any more, or waiting for the morning. */
export type Outcome = Delivered | { outcome: 'pointless' } | { outcome: 'quiet'; at: Temporal.Instant }

/** One try to send what a row says. */
export async function attempt(
  ground: Ground,
  rooms: { runs: HeldRuns; delivery: Delivery },
  row: Row,
): Promise<Outcome> {
  const held = await heldFromPublic(ground, rooms.delivery, row)
  if (held) return held
  switch (row.kind) {
    case 'card':
    case 'reminder': {
      if (row.run_id === null) return { outcome: 'pointless' }
      // What is in memory may be behind: the round was closed, or another instance took a reply in.
      rooms.runs.drop(row.run_id)
      const held = await rooms.runs.byId(row.run_id)
      if (!held || held.run.disposition === 'stopped') return { outcome: 'pointless' }
      const sounds = row.kind === 'reminder' || held.external === null
      const over = held.run.closed || Temporal.Instant.compare(ground.clock.now(), held.facts.closesAt) >= 0
      if (sounds && (over || !(await mayAsk(ground, row.organisation_id, held.facts.surveyId))))
        return { outcome: 'pointless' }
      if (sounds) {
        const at = await mayLeaveAt(ground, row, held)
        if (!at || Temporal.Instant.compare(at, held.facts.closesAt) >= 0) return { outcome: 'pointless' }
        if (Temporal.Instant.compare(at, ground.clock.now()) > 0) return { outcome: 'quiet', at }
      }
      if (row.kind === 'card') return shown(rooms.delivery, rooms.delivery.card(held))
      return shown(rooms.delivery, remind(rooms.delivery, held))
    }
    case 'notice': {
      const address = await addressOf(ground, row)
      return address
        ? rooms.delivery.send(address, row.notice as Prompt, { nonce: nonceOf(row.id, 0) })
        : { outcome: 'pointless' }
    }
    case 'digest':
      return sendDigest(ground, rooms.delivery, row, await addressOf(ground, row))
    case 'consent':
      return sendConsent(ground, rooms.delivery, row)
    case 'result':
    case 'feedback':
      return sendBack(ground, rooms.delivery, row)
    case 'nudge':
      return sendNudge(ground, rooms.delivery, row, await addressOf(ground, row))
    case 'contact-request':
      return sendContactRequest(ground, rooms.delivery, row)
    case 'proposal':
      return sendProposal(ground, rooms.delivery, row, await addressOf(ground, row))
    case 'moment':
      return sendMoment(ground, rooms.delivery, row, await addressOf(ground, row))
    case 'quote-ask':
    case 'quote':
      return sendQuote(ground, rooms.delivery, row, await addressOf(ground, row))
    case 'report':
      return sendReport(ground, rooms.delivery, row, await addressOf(ground, row))
    case 'talk':
      return sendTalk(ground, rooms.delivery, row, await addressOf(ground, row))
    case 'joint':
      return sendJoint(ground, rooms.delivery, row, await addressOf(ground, row))
    case 'story':
      return sendStory(ground, rooms.delivery, row, await addressOf(ground, row))
    case 'data':
      return sendData(ground, rooms.delivery, row, await addressOf(ground, row))
    default: {
      const never: never = row.kind
      return never
    }
  }
}

async function remind(delivery: Delivery, held: HeldRun): Promise<Outcome> {
  if (held.run.disposition !== null || held.run.turn > 1) return { outcome: 'pointless' }
  return delivery.card(held, { anew: true, lead: wordsFor(held.language)('reminder-lead') })
}

/** Which message shows the card is in the store before its row is done: a crash in between edits that message. */
async function shown(delivery: Delivery, sending: Promise<Outcome>): Promise<Outcome> {
  const outcome = await sending
  if (outcome.outcome === 'sent') await delivery.settle()
  return outcome
}

/**
 * When an ask or a reminder may leave; null for never. One that is on time was allowed when it was written, also at
 * night: somebody opened a link. One that is late (the app was away) waits for the next allowed moment. A pause that
 * came meanwhile holds in any case.
 */
async function mayLeaveAt(ground: Ground, row: Row, held: HeldRun): Promise<Temporal.Instant | null> {
  const now = ground.clock.now()
  const organisation = ground.config().organisations.get(row.organisation_id)
  if (!organisation) return null
  const person = await ground.store.db
    .selectFrom('contact')
    .leftJoin('presence', (join) =>
      join
        .on('presence.organisation_id', '=', held.organisationId)
        .on('presence.session_id', '=', held.facts.sessionId)
        .on('presence.participant_id', '=', held.participantId),
    )
    .where('contact.id', '=', held.contactId)
    .select(['contact.rest', 'contact.paused_until', 'presence.source'])
    .executeTakeFirst()
  if (!person) return null
  const today = now.toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()
  const paused = person.paused_until !== null && today < person.paused_until
  const late = now.epochMilliseconds - row.send_after.getTime() >= ON_TIME_MS
  if (!paused && (!late || row.channel === 'web')) return now
  return allowedFor(
    now,
    organisation,
    { rest: person.rest, pausedUntil: person.paused_until },
    { ...held.facts, present: person.source !== null },
  )
}

async function addressOf(ground: Ground, row: Row): Promise<Address | null> {
  if (row.writer_id !== null) return writerAddress(ground, row.writer_id)
  const found =
    row.staff_id !== null
      ? await ground.store.db
          .selectFrom('staff')
          .select('address_cipher')
          .where('organisation_id', '=', row.organisation_id)
          .where('id', '=', row.staff_id)
          .where('ended_at', 'is', null)
          .where('gone_at', 'is', null)
          .where((eb) =>
            eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', ground.clock.now().toString() as never)]),
          )
          .executeTakeFirst()
      : row.contact_id !== null
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

async function writerAddress(ground: Ground, writerId: string): Promise<Address | null> {
  const writer = await ground.store.db
    .selectFrom('writer')
    .select('address_cipher')
    .where('id', '=', writerId)
    .where('gone_at', 'is', null)
    .executeTakeFirst()
  return writer ? ground.vault.decryptAddress(writer.address_cipher) : null
}

/** Writes down what became of a row. */
export async function note(ground: Ground, row: Row, delivered: Outcome): Promise<void> {
  const update = (values: {
    state?: 'sent' | 'gone' | 'failed' | 'cancelled'
    external_cipher?: string
    send_after?: string
    not_before?: string | null
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
      if (KEEPS_MESSAGE.has(row.kind)) await noteShown(ground, row, ground.vault.encryptId(delivered.external))
      else await update({ state: 'sent' })
      return
    case 'later':
      await giveBack(ground, row, delivered)
      return
    case 'quiet':
      await update({ send_after: delivered.at.toString(), not_before: null, claimed_until: null })
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
      if (row.staff_id) await loseStaff(ground, { organisationId: row.organisation_id, staffId: row.staff_id })
      if (row.place_id) await losePlace(ground, row.organisation_id, row.place_id)
      if (row.writer_id) await loseWriter(ground, { writerId: row.writer_id })
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

/** Not before so late; in its place among the rows of the same person. Whoever claimed it meanwhile keeps it. */
async function giveBack(ground: Ground, row: Row, { at, untried }: { at: Temporal.Instant; untried?: boolean }) {
  await sql`update outgoing set not_before = ${at.toString()}::timestamptz, claimed_until = null,
      attempts = attempts + ${untried ? 0 : 1}
    where organisation_id = ${row.organisation_id} and id = ${row.id} and state = 'due'
      and claimed_until < ${row.claim}::timestamptz + interval '1 second'`.execute(ground.store.db)
}

/** What changed while it was being sent goes out once more, in place of what was sent: its claim is another by then. */
async function noteShown(ground: Ground, row: Row, cipher: string): Promise<void> {
  await sql`update outgoing set external_cipher = ${cipher},
      state = case when claimed_until = ${row.claim}::timestamptz then 'sent' else 'due' end,
      claimed_until = case when claimed_until = ${row.claim}::timestamptz then claimed_until end
    where organisation_id = ${row.organisation_id} and id = ${row.id} and state = 'due'`.execute(ground.store.db)
}

const ON_TIME_MS = 10 * 60_000
/** Kinds whose message is edited when what it says changes. */
const KEEPS_MESSAGE: ReadonlySet<OutgoingKind> = new Set([
  'digest',
  'quote',
  'proposal',
  'talk',
  'joint',
  'story',
  'data',
])
