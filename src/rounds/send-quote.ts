/** Words of a young person: first a question to them, later a message in the channel: rendered from the store when it is sent. */
import type { Address } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Delivery } from './deliver.ts'
import type { Outcome, Row } from './send-row.ts'

export async function sendQuote(
  _ground: Ground,
  _delivery: Delivery,
  _row: Row,
  _address: Address | null,
): Promise<Outcome> {
  return { outcome: 'pointless' }
}
