/** What who wrote the words taps on the card of a quote: `q.y` yes, `q.n` no or no longer, `q.m` show it on my own page. */
import type { Inbound } from '../channels/port.ts'
import { answerQuote } from '../dialogue/quotes.ts'
import type { Ground } from '../ground.ts'
import { knownContact } from '../people/known-contact.ts'
import { nearestLanguage } from '../words/words.ts'
import { type InboundRooms, notice } from './inbound-rooms.ts'
import { stillTakesPart } from './post-quotes.ts'
import { quoteCard } from './quote-cards.ts'
import { offerConsent } from './send-consent.ts'
import { takeMyData } from './take-data.ts'

type Tap = Extract<Inbound, { type: 'tapped' }>

export async function takeQuoteTap(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Tap,
  addressHash: string,
): Promise<void> {
  const { from } = inbound
  if (!from) return
  const [, what, id = ''] = inbound.data.split('.')
  const known = await knownContact(ground, inbound.channel, addressHash)
  const quote = known ? await readQuote(ground, known.contactId, id) : undefined
  const language = quote?.language ?? known?.language ?? nearestLanguage(inbound.language, 'nl')
  if (!known || !quote) return rooms.speak(from, notice('quote-over', language))
  if (what === 'm') {
    const { type: _, data: __, message: ___, place: ____, ...event } = inbound
    return takeMyData(ground, rooms, { ...event, type: 'command', command: 'my-data', argument: '' }, addressHash)
  }
  const state = await sayOfQuote(ground, known.contactId, id, what === 'y' ? 'yes' : 'no')
  if (state === 'not-taking-part') {
    if (!(await offerConsent(ground, rooms, inbound))) rooms.speak(from, notice('quote-not-taking-part', language))
    return
  }
  rooms.wake()
  const organisation = ground.config().organisations.get(quote.organisation_id)
  const after = state && organisation ? await readQuote(ground, known.contactId, id) : undefined
  const reader = organisation && { organisation, language, textOnly: quote.text_only, channel: inbound.channel }
  const card = after && reader ? await quoteCard(ground, reader, after) : null
  if (!card) return rooms.speak(from, notice('quote-over', language))
  const replaces = inbound.place ? undefined : inbound.message
  rooms.speak(from, card, replaces === undefined ? {} : { replaces })
}

/**
 * What somebody says of a quote of theirs, in the chat or on their page. A yes counts of who takes part, a no always.
 * @returns null when there is nothing (left) to say
 */
export async function sayOfQuote(
  ground: Ground,
  contactId: string,
  quoteId: string,
  says: 'yes' | 'no',
): Promise<'agreed' | 'refused' | 'withdrawn' | 'not-taking-part' | null> {
  if (says === 'yes') {
    const quote = await readQuote(ground, contactId, quoteId)
    if (quote?.state === 'asked' && !(await stillTakesPart(ground, ground.store.db, quote))) return 'not-taking-part'
  }
  return answerQuote(ground, contactId, quoteId, says)
}

/** A quote of this person's own words; anybody else's does not exist for them. */
const readQuote = (ground: Ground, contactId: string, id: string) =>
  ground.store.db
    .selectFrom('quote')
    .innerJoin('run', (join) =>
      join.onRef('run.organisation_id', '=', 'quote.organisation_id').onRef('run.id', '=', 'quote.run_id'),
    )
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'run.organisation_id')
        .onRef('participant.id', '=', 'run.participant_id'),
    )
    .innerJoin('contact_link', (join) =>
      join
        .onRef('contact_link.organisation_id', '=', 'run.organisation_id')
        .onRef('contact_link.participant_id', '=', 'run.participant_id'),
    )
    .innerJoin('contact', 'contact.id', 'contact_link.contact_id')
    .where('contact.id', '=', contactId)
    .where('quote.id', '=', id)
    .where('quote.state', '<>', 'draft')
    .where('quote.form', '=', 'quote')
    .selectAll('quote')
    .select(['participant.language', 'contact.text_only'])
    .executeTakeFirst()
