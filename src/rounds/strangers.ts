/** Who takes part nowhere: asked of the store for all together that come meanwhile, one statement at a time. */
import { sql } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'

/** @returns true for who never said yes to any organisation. @throws what the store throws */
export type IsStranger = (channel: ChannelName, addressHash: string) => Promise<boolean>

export function createStrangers(ground: Ground): IsStranger {
  const waiting: Asked[] = []
  let asking = false

  async function askAll(): Promise<void> {
    asking = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST)
      try {
        const known = await readKnown(ground, batch)
        for (const { channel, addressHash, resolve } of batch) resolve(!known.has(`${channel} ${addressHash}`))
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    asking = false
  }

  return (channel, addressHash) =>
    new Promise((resolve, reject) => {
      waiting.push({ channel, addressHash, resolve, reject })
      if (!asking) void askAll()
    })
}

type Asked = {
  channel: ChannelName
  addressHash: string
  resolve(stranger: boolean): void
  reject(error: unknown): void
}

async function readKnown(ground: Ground, batch: readonly Asked[]): Promise<Set<string>> {
  const channels = batch.map(({ channel }) => channel)
  const hashes = batch.map(({ addressHash }) => addressHash)
  const { rows } = await sql<{ channel: string; address_hash: string }>`
    select contact.channel, contact.address_hash from contact
    join (select * from unnest(${channels}::text[], ${hashes}::text[]) as each(channel, address_hash)) as asked
      on asked.channel = contact.channel and asked.address_hash = contact.address_hash
    where exists (select 1 from contact_link where contact_link.contact_id = contact.id)`.execute(ground.store.db)
  return new Set(rows.map((row) => `${row.channel} ${row.address_hash}`))
}

const MOST = 200
