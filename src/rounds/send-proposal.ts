/** A proposal, or a word about one, to somebody who may agree or who proposed it: rendered from the store when it is sent. */
import type { Address } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Delivery } from './deliver.ts'
import type { Outcome, Row } from './send-row.ts'

export async function sendProposal(
  _ground: Ground,
  _delivery: Delivery,
  _row: Row,
  _address: Address | null,
): Promise<Outcome> {
  return { outcome: 'pointless' }
}
