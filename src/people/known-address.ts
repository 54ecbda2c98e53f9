/** Whether somebody is known to us by this address, in whichever part they have. */
import { sql } from 'kysely'
import type { Address } from '../channels/port.ts'
import type { Ground } from '../ground.ts'

export async function isKnownAddress(ground: Pick<Ground, 'store' | 'vault'>, address: Address): Promise<boolean> {
  const [channel, hash] = [address.channel, ground.vault.hashAddress(address)]
  const { rows } = await sql`select 1 from contact where channel = ${channel} and address_hash = ${hash}
    union all select 1 from staff where channel = ${channel} and address_hash = ${hash}
    union all select 1 from writer where channel = ${channel} and address_hash = ${hash} limit 1`.execute(
    ground.store.db,
  )
  return rows.length > 0
}
