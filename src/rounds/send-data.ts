/** Word of an agreement on data, to who may agree or who proposed it: rendered from the store when it is sent. */
import type { Address, Prompt } from '../channels/port.ts'
import { type Actor, actorOf } from '../dialogue/actors.ts'
import { sharingButton, sharingCard } from '../dialogue/data-card.ts'
import { sharingNewsOf } from '../dialogue/data-tell.ts'
import { readSharing, type Sharing } from '../dialogue/read-data-agreements.ts'
import type { Ground } from '../ground.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import type { Outcome, Row } from './send-row.ts'

export async function sendData(
  ground: Ground,
  delivery: Delivery,
  row: Row,
  address: Address | null,
): Promise<Outcome> {
  const organisation = ground.config().organisations.get(row.organisation_id)
  const about = sharingNewsOf(row.subject_id ?? '')
  if (!address || !organisation || !about || row.staff_id === null) return { outcome: 'pointless' }
  const sharing = await readSharing(ground, organisation, about.id)
  const actor = await actorOf(ground, organisation, row.staff_id)
  if (!sharing || !actor?.may('data.see')) return { outcome: 'pointless' }
  // A question that is decided needs no new message, only an edit of one that stands there.
  if (about.news === 'ask' && sharing.state !== 'proposed' && !row.external_cipher) return { outcome: 'pointless' }
  const { language } = organisation
  const rights = about.news === 'ask' ? rightsOf(actor, sharing) : NONE
  const card = sharingCard(sharing, organisation, language, rights)
  const look = {
    data: sharingButton('see', sharing.id),
    label: wordsFor(language)('agree-look'),
    role: 'option' as const,
  }
  const prompt: Prompt = {
    kind: 'notice',
    language,
    lines: card.lines,
    choices: card.choices.length > 0 ? card.choices : [look],
  }
  const replaces = row.external_cipher ? { replaces: ground.vault.decryptId(row.external_cipher) } : {}
  return delivery.send(address, prompt, { nonce: nonceOf(row.id, 0), ...replaces })
}

function rightsOf(actor: Actor, sharing: Sharing) {
  const own = actor.key !== null && actor.key === sharing.proposedKey
  return { agree: actor.may('data.agree') && !own, propose: false, fetch: false }
}

const NONE = { agree: false, propose: false, fetch: false }
