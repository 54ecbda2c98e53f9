/** How a young person comes in: who they are to an organisation, and what is stored at a yes, not before. */
import type { Transaction } from 'kysely'
import type { Address, ChannelName, Inbound } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { AgeBand, Tables } from '../store/tables.ts'
import type { Language } from '../survey/question-set.ts'
import { isOldEnough } from './ages.ts'
import { consentInForce, consentNow, gateRules } from './consent-gate.ts'
import { stopAsking } from './stopping.ts'

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
