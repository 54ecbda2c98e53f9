/** What stands on a young person's web page: rendered from the store each time, so nothing is lost by a restart. */
import type { Address, Prompt } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { gateRules, runMayBeRead } from '../people/consent-gate.ts'
import { renderCard } from '../survey/card.ts'
import type { Language } from '../survey/question-set.ts'
import type { Run } from '../survey/types.ts'
import { backCards } from './back-cards.ts'
import { contextOf, type PictureOf } from './deliver.ts'
import { quoteCards } from './quote-cards.ts'
import type { ReadRoundFacts } from './round-facts.ts'
import { consentsFor } from './send-consent.ts'

/** Cards of rounds that are open, and for half a day the last word on rounds that closed; newest first. */
export async function cardsFor(
  ground: Ground,
  readFacts: ReadRoundFacts,
  address: Address,
  pictureOf?: PictureOf,
): Promise<Prompt[]> {
  const now = ground.clock.now()
  const rows = await ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .innerJoin('run', (join) =>
      join
        .onRef('run.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('run.participant_id', '=', 'contact_link.participant_id'),
    )
    .innerJoin('round', (join) =>
      join.onRef('round.organisation_id', '=', 'run.organisation_id').onRef('round.id', '=', 'run.round_id'),
    )
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'run.organisation_id')
        .onRef('participant.id', '=', 'run.participant_id'),
    )
    .where(runMayBeRead(gateRules(ground)))
    .where('contact.channel', '=', address.channel)
    .where('contact.address_hash', '=', ground.vault.hashAddress(address))
    .where((eb) =>
      eb.or([
        eb('round.state', '=', 'open'),
        eb('round.closes_at', '>', now.subtract({ hours: 12 }).toString() as never),
      ]),
    )
    .select(['run.id', 'run.organisation_id', 'run.round_id', 'run.language', 'run.state', 'contact.text_only'])
    .orderBy('round.opens_at', 'desc')
    .orderBy('run.id')
    .limit(MOST)
    .execute()
  const cards: Prompt[] = await consentsFor(ground, address)
  for (const row of rows) {
    const facts = await readFacts(row.organisation_id, row.round_id)
    const run = row.state as Run
    const textOnly = row.text_only || (ground.config().organisations.get(row.organisation_id)?.textOnly ?? false)
    const held = { id: row.id, language: row.language as Language, facts, textOnly }
    cards.push(renderCard(facts.set, run, contextOf(held, pictureOf)))
  }
  return [...cards, ...(await quoteCards(ground, address)), ...(await backCards(ground, address))]
}

const MOST = 10
