/** The question to who wrote the words: may this be read, without your name? And the same card once they said something. */
import type { Address, Choice, Line, Prompt } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import { resultPurposes } from '../dialogue/coach-mode.ts'
import type { QuoteRow } from '../dialogue/quotes.ts'
import type { Ground } from '../ground.ts'
import type { Language } from '../survey/question-set.ts'
import { textOnly } from '../survey/text-only.ts'
import { wordsFor } from '../words/words.ts'
import { standsOffDiscord, stillTakesPart } from './post-quotes.ts'

export type QuoteReader = {
  organisation: Organisation
  language: Language
  textOnly: boolean
  channel: Address['channel']
}

/**
 * The card of a quote as it now is. The first lines tell nothing: they may stand on a locked phone.
 * @returns null when there is nothing (more) to say about it
 */
export async function quoteCard(
  ground: Ground,
  reader: QuoteReader,
  quote: Pick<
    QuoteRow,
    'organisation_id' | 'id' | 'round_id' | 'run_id' | 'question' | 'form' | 'state' | 'text_cipher'
  >,
): Promise<Prompt | null> {
  const { organisation, language, channel } = reader
  const words = wordsFor(language)
  const prompt = (lines: Line[], choices: Choice[]): Prompt => {
    const card: Prompt = { kind: 'card', language, lines, choices, silent: true }
    return reader.textOnly || organisation.textOnly ? textOnly(card, words) : card
  }
  const button = (key: string, what: string): Choice => ({
    data: `q.${what}.${quote.id}`,
    label: words(key),
    role: 'option',
  })
  if (quote.form !== 'quote') return null
  const first: Line[] = [{ text: words('quote-may-we'), style: 'strong' }]
  if (quote.state === 'refused') return prompt([...first, { text: words('quote-refused') }], [])
  if (quote.state === 'withdrawn') return prompt([...first, { text: words('quote-taken-back') }], [])
  if (quote.text_cipher === null || quote.state === 'draft') return null
  // These words do not pass through Discord, not even as a question.
  const elsewhere = channel === 'discord' && (await standsOffDiscord(ground.store.db, quote))
  const told: Line[] = elsewhere ? [] : [{ text: `“${ground.vault.decryptText(quote.text_cipher)}”` }]
  if (quote.state === 'asked') {
    const coach = (await resultPurposes(ground, organisation)).includes('coach')
    const lines: Line[] = [
      ...first,
      { text: words(coach ? 'quote-who-coach' : 'quote-who', { organisation: organisation.name }) },
    ]
    if (elsewhere) {
      lines.push({ text: words('quote-elsewhere') }, { text: words('quote-free'), style: 'quiet' })
      return prompt(lines, [button('quote-show', 'm'), button('quote-no', 'n')])
    }
    lines.push({ text: words('quote-how') }, ...told, { text: words('quote-free') })
    lines.push({ text: words('quote-later'), style: 'quiet' })
    return prompt(lines, [button('quote-yes', 'y'), button('quote-no', 'n')])
  }
  const said = words(quote.state === 'posted' ? 'quote-posted' : 'quote-agreed')
  return prompt([...first, ...told, { text: said }], [button('quote-undo', 'n')])
}

/** Of one person's quotes, what their page shows: what is asked, and for two weeks what they said. Newest first. */
export async function quoteCards(ground: Ground, address: Address): Promise<Prompt[]> {
  if (address.channel !== 'web') return []
  const since = ground.clock.now().subtract({ hours: 24 * SHOWN_DAYS })
  const rows = await ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('participant.id', '=', 'contact_link.participant_id'),
    )
    .innerJoin('run', (join) =>
      join
        .onRef('run.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('run.participant_id', '=', 'contact_link.participant_id'),
    )
    .innerJoin('quote', (join) =>
      join.onRef('quote.organisation_id', '=', 'run.organisation_id').onRef('quote.run_id', '=', 'run.id'),
    )
    .where('contact.channel', '=', address.channel)
    .where('contact.address_hash', '=', ground.vault.hashAddress(address))
    .where('quote.form', '=', 'quote')
    .where('quote.state', '<>', 'draft')
    .where('quote.chosen_at', '>', since.toString() as never)
    .selectAll('quote')
    .select(['participant.language', 'contact.text_only'])
    .orderBy('quote.chosen_at', 'desc')
    .orderBy('quote.id')
    .limit(MOST)
    .execute()
  const prompts: Prompt[] = []
  for (const row of rows) {
    const organisation = ground.config().organisations.get(row.organisation_id)
    if (!organisation || (row.state === 'asked' && !(await stillTakesPart(ground, ground.store.db, row)))) continue
    const reader = { organisation, language: row.language, textOnly: row.text_only, channel: address.channel }
    const card = await quoteCard(ground, reader, row)
    if (card) prompts.push(card)
  }
  return prompts
}

const SHOWN_DAYS = 14
const MOST = 6
