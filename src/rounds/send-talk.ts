/** The card of the talk about what to measure, in the shared channel: rendered from the store when it is sent. */
import type { Address } from '../channels/port.ts'
import { readTalk } from '../dialogue/talk.ts'
import { talkCard } from '../dialogue/talk-card.ts'
import { talkViewOf } from '../dialogue/talk-view.ts'
import type { Ground } from '../ground.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import type { Outcome, Row } from './send-row.ts'

export async function sendTalk(
  ground: Ground,
  delivery: Delivery,
  row: Row,
  address: Address | null,
): Promise<Outcome> {
  const organisation = ground.config().organisations.get(row.organisation_id)
  const talk = organisation && (await readTalk(ground, row.organisation_id, row.subject_id ?? ''))
  if (!address || !organisation || !talk) return { outcome: 'pointless' }
  const { language } = organisation
  const card = talkCard(await talkViewOf(ground, organisation, talk, language))
  const replaces = row.external_cipher ? { replaces: ground.vault.decryptId(row.external_cipher) } : {}
  return delivery.send(address, { kind: 'notice', language, ...card }, { nonce: nonceOf(row.id, 0), ...replaces })
}
