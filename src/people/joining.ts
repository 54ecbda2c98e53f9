/** How a young person comes in: a link with an unguessable token, and what is stored at a yes, not before. */
import type { Transaction } from 'kysely'
import type { Address, ChannelName, Inbound } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { AgeBand, Tables } from '../store/tables.ts'
import type { Language } from '../survey/question-set.ts'
import { isOldEnough } from './ages.ts'
import { consentInForce, consentNow, gateRules } from './consent-gate.ts'
import { readOneTimeLink } from './one-time-links.ts'
import { stopAsking } from './stopping.ts'

export type JoinFault = 'unknown' | 'expired' | 'used'
export type JoinLink =
  | {
      organisationId: string
      /** The session whose link it is; null for the organisation's own. */
      sessionId: string | null
      /** What was said before on another channel, for a link that works once; null for a link on a wall. */
      once: { language: Language | null; ageBand: AgeBand | null } | null
    }
  | { fault: JoinFault }

/**
 * The join token of an organisation: the same for everybody (it hangs on a wall), valid for a year.
 * @returns 24 characters of base64url
 */
export async function joinToken(ground: Ground, organisationId: string): Promise<string> {
  const now = ground.clock.now()
  const year = now.toZonedDateTimeISO('UTC').year
  const id = `${organisationId}:${year}`
  const token = ground.vault.token('join', id)
  await ground.store.db
    .insertInto('join_link')
    .values({
      token_hash: ground.vault.hashToken(token),
      organisation_id: organisationId,
      id,
      expires_at: now.add({ hours: 24 * 365 }).toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return token
}

/**
 * The join token of one session: who opens it is there. Works until the last of its questions has closed.
 * @param session the longest a question may wait after it is in `LINK_DAYS`
 * @returns 24 characters of base64url, the same each time
 */
export async function sessionToken(
  ground: Ground,
  organisationId: string,
  session: { id: string; endsAt: Temporal.Instant },
): Promise<string> {
  const id = `session:${organisationId}:${session.id}`
  const token = ground.vault.token('join', id)
  const expires_at = session.endsAt.add({ hours: 24 * LINK_DAYS }).toString()
  await ground.store.db
    .insertInto('join_link')
    .values({
      token_hash: ground.vault.hashToken(token),
      organisation_id: organisationId,
      id,
      expires_at,
      session_id: session.id,
    })
    .onConflict((conflict) => conflict.column('token_hash').doUpdateSet({ expires_at }))
    .execute()
  return token
}

/** A question opens at most 14 days after a session, and closes at most 14 days later. */
const LINK_DAYS = 29

/** What a token of a join link stands for: the link on a wall, of one session, or one that works once. */
export async function readJoinLink(ground: Ground, token: string): Promise<JoinLink> {
  if (!/^[\w-]{24}$/.test(token)) return { fault: 'unknown' }
  const row = await ground.store.db
    .selectFrom('join_link')
    .select(['organisation_id', 'session_id', 'expires_at'])
    .where('token_hash', '=', ground.vault.hashToken(token))
    .executeTakeFirst()
  if (!row) return readOnce(ground, token)
  if (!ground.config().organisations.has(row.organisation_id)) return { fault: 'unknown' }
  return row.expires_at.getTime() <= ground.clock.now().epochMilliseconds
    ? { fault: 'expired' }
    : { organisationId: row.organisation_id, sessionId: row.session_id, once: null }
}

async function readOnce(ground: Ground, token: string): Promise<JoinLink> {
  const link = await readOneTimeLink(ground, token, 'join', { use: false })
  if ('fault' in link) return link
  if (!link.organisation_id || !ground.config().organisations.has(link.organisation_id)) return { fault: 'unknown' }
  return {
    organisationId: link.organisation_id,
    sessionId: link.session_id,
    once: { language: link.language, ageBand: link.age_band },
  }
}

/** Somebody who said yes to an organisation once. `asked`: consent is in force, questions may come. */
export type Known = { participantId: string; language: Language; joined: boolean; asked: boolean }

/** Who this is to an organisation; null for somebody who never said yes. */
export async function readKnown(
  ground: Ground,
  organisationId: string,
  channel: ChannelName,
  addressHash: string,
): Promise<Known | null> {
  const row = await ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .innerJoin('participant', (on) =>
      on
        .onRef('participant.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('participant.id', '=', 'contact_link.participant_id'),
    )
    .where('contact.channel', '=', channel)
    .where('contact.address_hash', '=', addressHash)
    .where('contact_link.organisation_id', '=', organisationId)
    .select(['participant.id', 'participant.language', 'participant.state'])
    .select(consentInForce(gateRules(ground)).as('asked'))
    .executeTakeFirst()
  return row
    ? { participantId: row.id, language: row.language, joined: row.state === 'joined', asked: row.asked }
    : null
}

/** The language somebody chose with any organisation before; null for who never did. */
export async function languageOf(ground: Ground, channel: ChannelName, addressHash: string): Promise<Language | null> {
  const row = await ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .innerJoin('participant', (on) =>
      on
        .onRef('participant.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('participant.id', '=', 'contact_link.participant_id'),
    )
    .where('contact.channel', '=', channel)
    .where('contact.address_hash', '=', addressHash)
    .orderBy('participant.joined_on', 'desc')
    .select('participant.language')
    .executeTakeFirst()
  return row?.language ?? null
}

export type Yes = {
  language: Language
  ageBand: AgeBand
  example?: boolean
  /** The update it came with: the same yes, delivered again after a stop, is no new one. */
  inbound?: Pick<Inbound, 'channel' | 'id'>
}
export type Joined = { contactId: string; participantId: string; fresh: boolean }

/**
 * Stores a yes: contact (encrypted, apart) with the age band, pseudonym, the link between them, consent. Joining
 * twice is joining once; who stopped before comes back under the same pseudonym.
 * @returns null when this yes was taken in before
 */
export async function join(
  ground: Ground,
  organisation: Organisation,
  address: Address,
  yes: Yes,
): Promise<Joined | null> {
  const joined = await ground.store.db.transaction().execute(async (trx) => {
    if (yes.inbound && !(await isFirst(trx, ground, yes.inbound))) return null
    const contactId = await keepContact(trx, ground, address, yes.ageBand)
    const { participantId, fresh } = await keepParticipant(trx, ground, organisation, contactId, yes)
    await keepConsent(trx, ground, organisation, participantId, yes.language)
    return { contactId, participantId, fresh }
  })
  if (joined) await stopWhereTooYoung(ground, joined.contactId, address.channel, yes.ageBand)
  return joined
}

/**
 * Somebody who takes part already says another age: it is kept, and where it is too young for this channel the
 * asking ends. Who does not take part leaves no trace.
 */
export async function changeAge(
  ground: Ground,
  channel: ChannelName,
  addressHash: string,
  ageBand: AgeBand,
): Promise<void> {
  const contact = await ground.store.db
    .updateTable('contact')
    .set({ age_band: ageBand })
    .where('channel', '=', channel)
    .where('address_hash', '=', addressHash)
    .returning('id')
    .executeTakeFirst()
  if (contact) await stopWhereTooYoung(ground, contact.id, channel, ageBand)
}

async function stopWhereTooYoung(
  ground: Ground,
  contactId: string,
  channel: ChannelName,
  ageBand: AgeBand,
): Promise<void> {
  const links = await ground.store.db
    .selectFrom('contact_link')
    .select(['organisation_id', 'participant_id'])
    .where('contact_id', '=', contactId)
    .execute()
  for (const link of links) {
    const organisation = ground.config().organisations.get(link.organisation_id)
    if (organisation && !isOldEnough(organisation, channel, ageBand))
      await stopAsking(ground, link.organisation_id, link.participant_id)
  }
}

async function isFirst(
  trx: Transaction<Tables>,
  ground: Ground,
  inbound: Pick<Inbound, 'channel' | 'id'>,
): Promise<boolean> {
  const noted = await trx
    .insertInto('inbound')
    .values({
      channel: inbound.channel,
      id: inbound.id,
      received_on: ground.clock.now().toString().slice(0, 10),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return noted !== undefined
}

async function keepContact(
  trx: Transaction<Tables>,
  { vault, newId }: Ground,
  address: Address,
  ageBand: AgeBand,
): Promise<string> {
  const contact = await trx
    .insertInto('contact')
    .values({
      id: newId(),
      channel: address.channel,
      address_hash: vault.hashAddress(address),
      address_cipher: vault.encryptAddress(address),
      state: 'reachable',
      age_band: ageBand,
    })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'address_hash']).doUpdateSet((eb) => ({
        state: 'reachable',
        gone_on: null,
        age_band: ageBand,
        address_cipher: eb.ref('excluded.address_cipher'),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return contact.id
}

async function keepParticipant(
  trx: Transaction<Tables>,
  ground: Ground,
  organisation: Organisation,
  contactId: string,
  yes: Yes,
): Promise<{ participantId: string; fresh: boolean }> {
  const known = await trx
    .selectFrom('contact_link')
    .select('participant_id')
    .where('contact_id', '=', contactId)
    .where('organisation_id', '=', organisation.id)
    .executeTakeFirst()
  if (known) {
    await trx
      .updateTable('participant')
      .set({ state: 'joined', stopped_on: null, language: yes.language })
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', known.participant_id)
      .execute()
    return { participantId: known.participant_id, fresh: false }
  }
  const participantId = ground.newId()
  await trx
    .insertInto('participant')
    .values({
      organisation_id: organisation.id,
      id: participantId,
      language: yes.language,
      state: 'joined',
      example: yes.example ?? false,
      joined_on: consentNow(organisation, ground.clock.now()).today,
    })
    .execute()
  await trx
    .insertInto('contact_link')
    .values({ contact_id: contactId, organisation_id: organisation.id, participant_id: participantId })
    .execute()
  return { participantId, fresh: true }
}

async function keepConsent(
  trx: Transaction<Tables>,
  ground: Ground,
  organisation: Organisation,
  participantId: string,
  language: Language,
): Promise<void> {
  const { version, textVersion, today, validUntil } = consentNow(organisation, ground.clock.now())
  const given = { language, given_on: today, withdrawn_on: null, text_version: textVersion, valid_until: validUntil }
  await trx
    .insertInto('consent')
    .values({ organisation_id: organisation.id, participant_id: participantId, version, ...given })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'participant_id', 'version']).doUpdateSet(given))
    .execute()
}
