/** Messages about a request to be contacted, rendered from the store when they are sent: to the staff, and back to who asked. */
import type { Prompt } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { forgetRequest } from '../people/contact-requests.ts'
import { isOnDuty } from '../people/duty.ts'
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import { notice } from './inbound-rooms.ts'
import type { Outcome, Row } from './send-row.ts'

/**
 * One try to send a row of kind `contact-request`. With a contact it is the answer to who asked: seen, or nobody could
 * be reached; after that nothing of the request is left.
 */
export async function sendContactRequest(ground: Ground, delivery: Delivery, row: Row): Promise<Outcome> {
  const request = await ground.store.db
    .selectFrom('contact_request')
    .innerJoin('contact', 'contact.id', 'contact_request.contact_id')
    .where('contact_request.organisation_id', '=', row.organisation_id)
    .where('contact_request.id', '=', row.subject_id ?? '')
    .select(['contact_request.id', 'contact_request.state', 'handle_cipher', 'contact.channel', 'address_cipher'])
    .executeTakeFirst()
  if (!request) return { outcome: 'pointless' }
  return row.contact_id === null ? toStaff(ground, delivery, row, request) : toPerson(ground, delivery, row, request)
}

type Request = {
  id: string
  state: 'waiting' | 'seen'
  handle_cipher: string
  address_cipher: string
  channel: Row['channel']
}

async function toStaff(ground: Ground, delivery: Delivery, row: Row, request: Request): Promise<Outcome> {
  const organisation = ground.config().organisations.get(row.organisation_id)
  const place = await readPlace(ground, row)
  if (!organisation || request.state !== 'waiting' || place?.state !== 'linked') return { outcome: 'pointless' }
  const { language } = organisation
  const words = wordsFor(language)
  const person = organisation[place.purpose === 'fallback' ? 'fallback' : 'safeguarding']
  const awake = person !== undefined && isOnDuty(person, organisation.timezone, ground.clock.now())
  const prompt: Prompt = {
    kind: 'notice',
    language,
    lines: [
      { text: words('request-title', { organisation: organisation.name }), style: 'strong' },
      { text: words('request-reach', { platform: words(`help-on-${request.channel}`) }) },
      { text: ground.vault.decryptText(request.handle_cipher), style: 'strong' },
      { text: words('request-no-answers') },
      { text: words('request-danger') },
      { text: words('request-after'), style: 'quiet' },
    ],
    choices: [{ data: `h.k.${request.id}`, label: words('request-seen'), role: 'option' }],
    ...(awake ? {} : { silent: true }),
  }
  return delivery.send(ground.vault.decryptAddress(place.address_cipher), prompt, { nonce: nonceOf(row.id, 0) })
}

async function toPerson(ground: Ground, delivery: Delivery, row: Row, request: Request): Promise<Outcome> {
  const organisation = ground.config().organisations.get(row.organisation_id)
  const purpose = (await readPlace(ground, row))?.purpose
  const name = organisation?.[purpose === 'fallback' ? 'fallback' : 'safeguarding']?.name
  const language = await languageIn(ground, row)
  const prompt =
    request.state === 'seen' && name
      ? notice('help-was-seen', language, { name })
      : notice('help-not-reached', language)
  const outcome = await delivery.send(
    ground.vault.decryptAddress(request.address_cipher),
    { ...prompt, silent: false },
    { nonce: nonceOf(row.id, 0) },
  )
  if (outcome.outcome !== 'later') await forgetRequest(ground, row.organisation_id, request.id)
  return outcome
}

const readPlace = (ground: Ground, row: Row) =>
  ground.store.db
    .selectFrom('place')
    .select(['purpose', 'address_cipher', 'state'])
    .where('organisation_id', '=', row.organisation_id)
    .where('id', '=', row.place_id ?? '')
    .executeTakeFirst()

async function languageIn(ground: Ground, row: Row): Promise<Language> {
  const known = await ground.store.db
    .selectFrom('contact_link')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('participant.id', '=', 'contact_link.participant_id'),
    )
    .where('contact_link.contact_id', '=', row.contact_id ?? '')
    .where('contact_link.organisation_id', '=', row.organisation_id)
    .select('participant.language')
    .executeTakeFirst()
  return known?.language ?? 'nl'
}
