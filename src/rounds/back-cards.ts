/** What came back stands on a young person's page for two weeks: nothing is sent there, so nothing may vanish. */
import type { Address, Prompt } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { mayBePrompted } from '../people/consent-gate.ts'
import { backPrompt } from './send-result.ts'

/** Newest first. */
export async function backCards(ground: Ground, address: Address): Promise<Prompt[]> {
  if (address.channel !== 'web') return []
  const since = ground.clock.now().subtract({ hours: 24 * BACK_DAYS })
  const rows = await ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('participant.id', '=', 'contact_link.participant_id'),
    )
    .innerJoin('outgoing', (join) =>
      join
        .onRef('outgoing.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('outgoing.contact_id', '=', 'contact.id'),
    )
    .where('contact.channel', '=', address.channel)
    .where('contact.address_hash', '=', ground.vault.hashAddress(address))
    .where('outgoing.kind', 'in', ['result', 'feedback'])
    .where('outgoing.state', '=', 'sent')
    .where('outgoing.send_after', '>', since.toString() as never)
    .select([
      'outgoing.organisation_id',
      'outgoing.kind',
      'outgoing.subject_id',
      'participant.id',
      'participant.language',
      'contact.text_only',
    ])
    .orderBy('outgoing.send_after', 'desc')
    .orderBy('outgoing.id')
    .limit(MOST)
    .execute()
  const prompts: Prompt[] = []
  for (const row of rows) {
    if (row.subject_id === null || !(await mayBePrompted(ground, row.organisation_id, row.id))) continue
    const person = {
      organisationId: row.organisation_id,
      participantId: row.id,
      language: row.language,
      textOnly: row.text_only || (ground.config().organisations.get(row.organisation_id)?.textOnly ?? false),
    }
    const prompt = await backPrompt(ground, person, row.kind as 'result' | 'feedback', row.subject_id)
    if (prompt) prompts.push(prompt)
  }
  return prompts
}

/** How long what came back stays to be read; its rows stay that long. */
export const BACK_DAYS = 14
const MOST = 6
