/** "Do you still want to take part?": the question for who said yes before, rendered from the store as it now is. */
import type { Address, Inbound, Prompt } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { isOldEnough } from '../people/ages.ts'
import { consentInForce, consentNow, gateRules, todayOf } from '../people/consent-gate.ts'
import { agePrompt, languagesOf } from '../people/join-conversation.ts'
import { joinToken } from '../people/join-links.ts'
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import type { InboundRooms } from './inbound-rooms.ts'
import { allowedFor } from './rest-of.ts'
import type { Outcome, Row } from './send-row.ts'

/** One try to send a row of kind `consent`; its subject is the text and year that it asks for. */
export async function sendConsent(ground: Ground, delivery: Delivery, row: Row): Promise<Outcome> {
  const now = ground.clock.now()
  const organisation = ground.config().organisations.get(row.organisation_id)
  if (!organisation || row.contact_id === null || row.subject_id !== consentNow(organisation, now).version)
    return { outcome: 'pointless' }
  const [person] = await lapsed(ground, { contactId: row.contact_id }, organisation.id)
  if (person?.state !== 'reachable' || !mayRenew(organisation, person)) return { outcome: 'pointless' }
  const paused = person.paused_until !== null && todayOf(organisation, now).toString() < person.paused_until
  const late = now.epochMilliseconds - row.send_after.getTime() >= ON_TIME_MS
  if (paused || (late && row.channel !== 'web')) {
    const at = allowedFor(now, organisation, { rest: person.rest, pausedUntil: person.paused_until }, null)
    if (!at) return { outcome: 'pointless' }
    if (Temporal.Instant.compare(at, now) > 0) return { outcome: 'quiet', at }
  }
  const prompt = await consentAgain(ground, organisation, person.language)
  return delivery.send(ground.vault.decryptAddress(person.address_cipher), prompt, { nonce: nonceOf(row.id, 0) })
}

/** On a page, where nothing is sent: the questions that were asked there and wait for a yes or a no. */
export const consentsFor = (ground: Ground, address: Address): Promise<Prompt[]> =>
  waiting(ground, address, (person, version) => person.asked.includes(version))

async function waiting(
  ground: Ground,
  address: Address,
  fits: (person: Lapsed, version: string) => boolean,
): Promise<Prompt[]> {
  const prompts: Prompt[] = []
  for (const person of await lapsed(ground, { address })) {
    const organisation = ground.config().organisations.get(person.organisation_id)
    if (!organisation || !mayRenew(organisation, person)) continue
    const { version } = consentNow(organisation, ground.clock.now())
    if (fits(person, version)) prompts.push(await consentAgain(ground, organisation, person.language))
  }
  return prompts
}

/**
 * Asks who acts, and said yes before: they came by themselves, so this is not counted as asking again.
 * @returns false when there is nothing to ask
 */
export async function offerConsent(
  ground: Ground,
  rooms: Pick<InboundRooms, 'speak'>,
  inbound: Inbound,
): Promise<boolean> {
  if (!inbound.from) return false
  const prompts = await waiting(ground, inbound.from, () => true)
  for (const prompt of prompts) rooms.speak(inbound.from, prompt)
  return prompts.length > 0
}

/** The conversation begins at the age: it may be another one by now. The language is known. */
async function consentAgain(ground: Ground, organisation: Organisation, spoken: Language): Promise<Prompt> {
  const language = languagesOf(organisation).includes(spoken) ? spoken : organisation.language
  const words = wordsFor(language)
  const lead = [
    { text: words('join-again'), style: 'strong' as const },
    { text: words('join-again-why', { organisation: organisation.name }) },
  ]
  return agePrompt(await joinToken(ground, organisation.id), language, { lead, no: true })
}

type Lapsed = Awaited<ReturnType<typeof lapsed>>[number]

const mayRenew = (organisation: Organisation, { channel, age_band }: Pick<Lapsed, 'channel' | 'age_band'>): boolean =>
  age_band === null || isOldEnough(organisation, channel, age_band)

/** Who takes part without a yes that is in force. */
async function lapsed(ground: Ground, who: { contactId: string } | { address: Address }, organisationId?: string) {
  let query = ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('participant.id', '=', 'contact_link.participant_id'),
    )
    .where('participant.state', '=', 'joined')
    .where((eb) => eb.not(consentInForce(gateRules(ground))))
  query =
    'contactId' in who
      ? query.where('contact.id', '=', who.contactId)
      : query
          .where('contact.channel', '=', who.address.channel)
          .where('contact.address_hash', '=', ground.vault.hashAddress(who.address))
  if (organisationId !== undefined) query = query.where('participant.organisation_id', '=', organisationId)
  const rows = await query
    .select([
      'participant.organisation_id',
      'participant.language',
      'contact.channel',
      'contact.state',
      'contact.age_band',
      'contact.rest',
      'contact.paused_until',
      'contact.address_cipher',
    ])
    .select((eb) =>
      eb
        .selectFrom('consent_ask')
        .whereRef('consent_ask.organisation_id', '=', 'participant.organisation_id')
        .whereRef('consent_ask.participant_id', '=', 'participant.id')
        .select((one) => one.fn.agg<string[] | null>('array_agg', ['consent_ask.version']).as('versions'))
        .as('asked'),
    )
    .execute()
  return rows.map((row) => ({ ...row, asked: row.asked ?? [] }))
}

const ON_TIME_MS = 10 * 60_000
