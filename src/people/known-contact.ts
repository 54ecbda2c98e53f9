/** Whether something is kept of an address, and in which language to speak to it. */
import type { ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Language } from '../survey/question-set.ts'

export type Known = { contactId: string; language: Language | null; organisations: string[] }

/** @returns null when nothing is kept; `language` is that of the organisation joined last */
export async function knownContact(ground: Ground, channel: ChannelName, addressHash: string): Promise<Known | null> {
  const rows = await ground.store.db
    .selectFrom('contact')
    .leftJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .leftJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('participant.id', '=', 'contact_link.participant_id'),
    )
    .where('contact.channel', '=', channel)
    .where('contact.address_hash', '=', addressHash)
    .select(['contact.id', 'participant.organisation_id', 'participant.language'])
    .orderBy('participant.joined_on', (order) => order.desc().nullsLast())
    .execute()
  const [first] = rows
  if (!first) return null
  return {
    contactId: first.id,
    language: first.language,
    organisations: rows.flatMap((row) => row.organisation_id ?? []),
  }
}
