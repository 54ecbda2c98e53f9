/** What is prepared for the talk in June and at the end of the working year: rendered from the store when it is sent. */
import type { Address } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Delivery } from './deliver.ts'
import type { Outcome, Row } from './send-row.ts'

export async function sendReport(
  _ground: Ground,
  _delivery: Delivery,
  _row: Row,
  _address: Address | null,
): Promise<Outcome> {
  return { outcome: 'pointless' }
}
