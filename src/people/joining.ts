/** How a young person comes in: a link with an unguessable token, a plain question, and only then anything stored. */
import type { Address, Prompt } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { Language } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'

/** Raise it when the consent text changes in meaning: people are asked again. */
export const CONSENT_VERSION = '2026-11'

export type JoinLink = { organisationId: string } | { fault: 'unknown' | 'expired' }

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

export async function readJoinLink(ground: Ground, token: string): Promise<JoinLink> {
  if (!/^[\w-]{24}$/.test(token)) return { fault: 'unknown' }
  const row = await ground.store.db
    .selectFrom('join_link')
    .select(['organisation_id', 'expires_at'])
    .where('token_hash', '=', ground.vault.hashToken(token))
    .executeTakeFirst()
  if (!row || !ground.config().organisations.has(row.organisation_id)) return { fault: 'unknown' }
  return row.expires_at.getTime() <= ground.clock.now().epochMilliseconds
    ? { fault: 'expired' }
    : { organisationId: row.organisation_id }
}

/** Button data of the join conversation: show the question, yes, no, more explanation; the language travels along. */
export type JoinButton = { token: string; language: Language | null; choice: 's' | 'y' | 'n' | 'm' }

export function encodeJoin(button: JoinButton): string {
  return `j.${button.token}.${button.choice}${button.language ? `.${button.language}` : ''}`
}

export function decodeJoin(data: string): JoinButton | null {
  const parts = /^j\.([\w-]{24})\.([synm])(?:\.(nl|en|fr|ar))?$/.exec(data)
  return parts
    ? {
        token: parts[1]!,
        choice: parts[2] as JoinButton['choice'],
        language: (parts[3] as Language | undefined) ?? null,
      }
    : null
}

/** The language to ask in: what the client says, if the organisation has it. */
export function joinLanguage(organisation: Organisation, tag: string | undefined): Language {
  const wish = nearestLanguage(tag, organisation.language)
  return languagesOf(organisation).includes(wish) ? wish : organisation.language
}

/** The languages in which somebody can take part; where there is Dutch, there is Dutch in simpler words. */
export function languagesOf(organisation: Organisation): Language[] {
  return organisation.languages.flatMap((one): Language[] => (one === 'nl' ? ['nl', 'nl-plain'] : [one]))
}

/** "Doe je mee?" in plain words, with yes and no equally large. Nothing is stored before a yes. */
export function consentPrompt(
  organisation: Organisation,
  language: Language,
  token: string,
  channel: Address['channel'],
  more = false,
): Prompt {
  const words = wordsFor(language)
  const values = { organisation: organisation.name, floor: organisation.smallestGroup }
  const lines = [
    { text: words('join-hello', values), style: 'strong' as const },
    ...['join-what', 'join-free', 'join-who-sees', 'join-sensitive', 'join-stop'].map((key) => ({
      text: words(key, values),
    })),
    { text: words(`join-platform-${channel}`), style: 'quiet' as const },
  ]
  if (more)
    for (const key of ['join-more-kept', 'join-more-small', 'join-more-rights'])
      lines.push({ text: words(key, values) })
  lines.push({ text: words('join-question'), style: 'strong' })
  const button = (choice: JoinButton['choice'], label: string, role: 'option' | 'control') => ({
    data: encodeJoin({ token, language, choice }),
    label: words(label),
    role,
  })
  return {
    kind: 'notice',
    language,
    lines,
    choices: [
      button('y', 'join-yes', 'option'),
      button('n', 'join-no', 'option'),
      ...(more ? [] : [button('m', 'join-more', 'control' as const)]),
    ],
  }
}

/** The pseudonym of a person who takes part and consented to the text in force; null for everybody else. */
export async function takesPart(
  ground: Ground,
  organisationId: string,
  channel: Address['channel'],
  addressHash: string,
): Promise<string | null> {
  const row = await ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .innerJoin('participant', (on) =>
      on
        .onRef('participant.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('participant.id', '=', 'contact_link.participant_id'),
    )
    .innerJoin('consent', (on) =>
      on
        .onRef('consent.organisation_id', '=', 'participant.organisation_id')
        .onRef('consent.participant_id', '=', 'participant.id'),
    )
    .where('contact.channel', '=', channel)
    .where('contact.address_hash', '=', addressHash)
    .where('contact_link.organisation_id', '=', organisationId)
    .where('participant.state', '=', 'joined')
    .where('consent.version', '=', CONSENT_VERSION)
    .where('consent.withdrawn_on', 'is', null)
    .select('participant.id')
    .executeTakeFirst()
  return row?.id ?? null
}

export type Joined = { contactId: string; participantId: string; fresh: boolean }

/**
 * Stores a yes: contact (encrypted, apart), pseudonym, the link between them, consent. Joining twice is joining once;
 * who stopped before comes back under the same pseudonym.
 */
export async function join(
  ground: Ground,
  organisationId: string,
  address: Address,
  language: Language,
  example = false,
): Promise<Joined> {
  const { store, vault, newId, clock } = ground
  const today = clock.now().toString().slice(0, 10)
  const addressHash = vault.hashAddress(address)
  return store.db.transaction().execute(async (trx) => {
    const contact = await trx
      .insertInto('contact')
      .values({
        id: newId(),
        channel: address.channel,
        address_hash: addressHash,
        address_cipher: vault.encryptAddress(address),
        state: 'reachable',
      })
      .onConflict((conflict) =>
        conflict
          .columns(['channel', 'address_hash'])
          .doUpdateSet((eb) => ({ state: 'reachable', address_cipher: eb.ref('excluded.address_cipher') })),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    const known = await trx
      .selectFrom('contact_link')
      .select('participant_id')
      .where('contact_id', '=', contact.id)
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst()
    const participantId = known?.participant_id ?? newId()
    if (known) {
      await trx
        .updateTable('participant')
        .set({ state: 'joined', language })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', participantId)
        .execute()
    } else {
      await trx
        .insertInto('participant')
        .values({
          organisation_id: organisationId,
          id: participantId,
          language,
          state: 'joined',
          example,
          joined_on: today,
        })
        .execute()
      await trx
        .insertInto('contact_link')
        .values({ contact_id: contact.id, organisation_id: organisationId, participant_id: participantId })
        .execute()
    }
    await trx
      .insertInto('consent')
      .values({
        organisation_id: organisationId,
        participant_id: participantId,
        version: CONSENT_VERSION,
        language,
        given_on: today,
        withdrawn_on: null,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'participant_id', 'version'])
          .doUpdateSet({ language, given_on: today, withdrawn_on: null }),
      )
      .execute()
    return { contactId: contact.id, participantId, fresh: !known }
  })
}
