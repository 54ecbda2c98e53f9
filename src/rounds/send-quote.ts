/** Words of a young person: first a question to them, later a message in the channel: rendered from the store when it is sent. */
import { sql } from 'kysely'
import type { Address, Line, Prompt } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { QuoteRow } from '../dialogue/quotes.ts'
import type { Ground } from '../ground.ts'
import type { Language } from '../survey/question-set.ts'
import { textIn } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import { standsOffDiscord, stillTakesPart } from './post-quotes.ts'
import { quoteCard } from './quote-cards.ts'
import { allowedFor } from './rest-of.ts'
import type { Outcome, Row } from './send-row.ts'

/** One try to send a row of kind `quote-ask` (to who wrote it) or `quote` (to a place); its subject is the quote. */
export async function sendQuote(
  ground: Ground,
  delivery: Delivery,
  row: Row,
  address: Address | null,
): Promise<Outcome> {
  const organisation = ground.config().organisations.get(row.organisation_id)
  if (!organisation || !address) return { outcome: 'pointless' }
  const quote = await ground.store.db
    .selectFrom('quote')
    .selectAll()
    .where('organisation_id', '=', row.organisation_id)
    .where('id', '=', row.subject_id ?? '')
    .executeTakeFirst()
  return row.kind === 'quote-ask'
    ? ask(ground, delivery, row, { organisation, address, quote })
    : post(ground, delivery, row, { organisation, address, quote })
}

type About = { organisation: Organisation; address: Address; quote: QuoteRow | undefined }

async function ask(ground: Ground, delivery: Delivery, row: Row, about: About): Promise<Outcome> {
  const { organisation, address, quote } = about
  if (quote?.state !== 'asked' || !(await stillTakesPart(ground, ground.store.db, quote))) {
    return { outcome: 'pointless' }
  }
  const person = await readPerson(ground, row)
  if (!person) return { outcome: 'pointless' }
  const now = ground.clock.now()
  if (row.channel !== 'web') {
    const last = await lastAsked(ground, row)
    // One at a time: who wrote a lot is not asked a lot.
    const from = last && Temporal.Instant.compare(last, now) > 0 ? last : now
    const at = allowedFor(from, organisation, { rest: person.rest, pausedUntil: person.paused_until }, null)
    if (!at) return { outcome: 'pointless' }
    if (Temporal.Instant.compare(at, now) > 0) return { outcome: 'quiet', at }
  }
  const reader = { organisation, language: person.language, textOnly: person.text_only, channel: row.channel }
  const card = await quoteCard(ground, reader, quote)
  return card ? delivery.send(address, card, { nonce: nonceOf(row.id, 0) }) : { outcome: 'pointless' }
}

async function post(ground: Ground, delivery: Delivery, row: Row, about: About): Promise<Outcome> {
  const { organisation, address, quote } = about
  const { language } = organisation
  const options = { nonce: nonceOf(row.id, 0) }
  const text = quote?.state === 'posted' ? quote.text_cipher : null
  if (!quote || text === null) {
    // Never sent: there is nothing to take down.
    if (!row.external_cipher) return { outcome: 'pointless' }
    const line = { text: wordsFor(language)('quote-channel-gone'), style: 'quiet' as const }
    const gone: Prompt = { kind: 'notice', language, lines: [line], choices: [], silent: true }
    const replaces = ground.vault.decryptId(row.external_cipher)
    return delivery.send(address, gone, { nonce: nonceOf(row.id, 1), replaces })
  }
  if (row.channel === 'discord' && (await standsOffDiscord(ground.store.db, quote))) return { outcome: 'pointless' }
  const free = await freeOfFigures(ground, row)
  if (free) return { outcome: 'quiet', at: free }
  const prompt = { kind: 'notice' as const, language, lines: await linesOf(ground, quote, text, language), choices: [] }
  return delivery.send(address, { ...prompt, silent: true }, options)
}

/** No day, no language, no number: one voice, and what it is about. */
async function linesOf(ground: Ground, quote: QuoteRow, cipher: string, language: Language): Promise<Line[]> {
  const words = wordsFor(language)
  const about = await ground.store.db
    .selectFrom('round')
    .innerJoin('session', (join) =>
      join.onRef('session.organisation_id', '=', 'round.organisation_id').onRef('session.id', '=', 'round.session_id'),
    )
    .innerJoin('series', (join) =>
      join.onRef('series.organisation_id', '=', 'session.organisation_id').onRef('series.id', '=', 'session.series_id'),
    )
    .where('round.organisation_id', '=', quote.organisation_id)
    .where('round.id', '=', quote.round_id)
    .select('series.title')
    .executeTakeFirst()
  const activity = about ? textIn(about.title, language) : words('answers-some-activity')
  const own = quote.form === 'quote'
  return [
    { text: words(own ? 'quote-channel-own' : 'quote-channel-paraphrase', { activity }), style: 'strong' },
    { text: own ? `“${ground.vault.decryptText(cipher)}”` : ground.vault.decryptText(cipher) },
    { text: words(own ? 'quote-channel-yes' : 'quote-channel-words'), style: 'quiet' },
  ]
}

/** Words stand beside no score: an hour after the last figures in this place; null when it may go now. */
async function freeOfFigures(ground: Ground, row: Row): Promise<Temporal.Instant | null> {
  const now = ground.clock.now()
  const { rows } = await sql<{ at: Date | null }>`select max(send_after) as at from outgoing
    where organisation_id = ${row.organisation_id} and place_id = ${row.place_id} and kind in ('digest', 'report')
      and state in ('due', 'sent') and send_after <= ${now.toString()}::timestamptz`.execute(ground.store.db)
  const at = rows[0]?.at
  if (!at) return null
  const free = Temporal.Instant.fromEpochMilliseconds(at.getTime()).add({ minutes: APART_MINUTES })
  return Temporal.Instant.compare(free, now) > 0 ? free : null
}

/** From when on this person may be asked about another quote, if one was asked about lately. */
async function lastAsked(ground: Ground, row: Row): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ at: Date | null }>`select max(send_after) as at from outgoing
    where contact_id = ${row.contact_id} and kind = 'quote-ask' and state = 'sent'`.execute(ground.store.db)
  const at = rows[0]?.at
  return at ? Temporal.Instant.fromEpochMilliseconds(at.getTime()).add({ hours: 24 }) : null
}

const readPerson = (ground: Ground, row: Row) =>
  ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('participant.id', '=', 'contact_link.participant_id'),
    )
    .where('contact.id', '=', row.contact_id ?? '')
    .where('contact_link.organisation_id', '=', row.organisation_id)
    .select(['participant.language', 'contact.text_only', 'contact.rest', 'contact.paused_until'])
    .executeTakeFirst()

const APART_MINUTES = 60
