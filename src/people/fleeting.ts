/**
 * What lives for minutes: remarks on a page, a device that goes from hand to hand, how somebody in a server can be
 * answered. Any instance may be asked next, so it lies in the store: under a keyed hash, sealed, and gone by itself.
 */
import { sql } from 'kysely'
import type { Ground } from '../ground.ts'

export type FleetingKind = 'notice' | 'tablet' | 'alias' | 'visit'

export type Fleeting = {
  /** Keeps a value that JSON can hold, in place of the one that was there, for so long. */
  keep(kind: FleetingKind, id: string, value: unknown, lives: Temporal.DurationLike): Promise<void>
  /** Keeps it unless another value is there. @returns whether this value is the one that is there now */
  claim(kind: FleetingKind, id: string, value: string, lives: Temporal.DurationLike): Promise<boolean>
  /** Null when there is none (any more). */
  find(kind: FleetingKind, id: string): Promise<unknown>
  drop(kind: FleetingKind, id: string): Promise<void>
  /** Takes away what is over. */
  sweep(): Promise<void>
}

export function createFleeting(ground: Pick<Ground, 'store' | 'vault' | 'clock'>): Fleeting {
  const { store, vault, clock } = ground
  const keyOf = (kind: FleetingKind, id: string) => vault.hashToken(`fleeting:${kind}:${id}`)
  const subject = (kind: FleetingKind, id: string) => `fleeting:${kind}:${id}`

  const sealed = (kind: FleetingKind, id: string, value: unknown) =>
    vault.seal('fleeting', subject(kind, id), JSON.stringify(value))

  async function find(kind: FleetingKind, id: string): Promise<unknown> {
    const { rows } = await store.pool.query<{ value_cipher: string }>({
      name: 'find-fleeting',
      text: 'select value_cipher from fleeting where key_hash = $1 and expires_at > $2',
      values: [keyOf(kind, id), clock.now().toString()],
    })
    const [row] = rows
    return row ? (JSON.parse(vault.unseal('fleeting', subject(kind, id), row.value_cipher)) as unknown) : null
  }

  return {
    find,
    async claim(kind, id, value, lives) {
      const now = clock.now()
      const { rowCount } = await store.pool.query({
        name: 'claim-fleeting',
        text: `insert into fleeting (key_hash, value_cipher, expires_at) values ($1, $2, $3)
          on conflict (key_hash) do update set value_cipher = excluded.value_cipher, expires_at = excluded.expires_at
          where fleeting.expires_at <= $4`,
        values: [keyOf(kind, id), sealed(kind, id, value), now.add(lives).toString(), now.toString()],
      })
      return (rowCount ?? 0) > 0 || (await find(kind, id)) === value
    },
    async keep(kind, id, value, lives) {
      await store.pool.query({
        name: 'keep-fleeting',
        text: `insert into fleeting (key_hash, value_cipher, expires_at) values ($1, $2, $3)
          on conflict (key_hash) do update set value_cipher = excluded.value_cipher, expires_at = excluded.expires_at`,
        values: [keyOf(kind, id), sealed(kind, id, value), clock.now().add(lives).toString()],
      })
    },
    async drop(kind, id) {
      await store.pool.query({
        name: 'drop-fleeting',
        text: 'delete from fleeting where key_hash = $1',
        values: [keyOf(kind, id)],
      })
    },
    async sweep() {
      await sql`delete from fleeting where expires_at <= ${clock.now().toString()}::timestamptz`.execute(store.db)
    },
  }
}
