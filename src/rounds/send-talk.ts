/** The card of the talk about what to measure, in the shared channel: rendered from the store when it is sent. */
import type { Address } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Delivery } from './deliver.ts'
import type { Outcome, Row } from './send-row.ts'

export async function sendTalk(
  _ground: Ground,
  _delivery: Delivery,
  _row: Row,
  _address: Address | null,
): Promise<Outcome> {
  return { outcome: 'pointless' }
}
