/** Word of an agreement on data, to who may agree or who proposed it. */
import type { Address } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Delivery } from './deliver.ts'
import type { Outcome, Row } from './send-row.ts'

export async function sendData(
  _ground: Ground,
  _delivery: Delivery,
  _row: Row,
  _address: Address | null,
): Promise<Outcome> {
  return { outcome: 'pointless' }
}
