/**
 * Remarks on pages, between one page and the next. Of who is known to us they lie where any instance finds them; of who
 * has not said yes nothing is stored, so those are remembered by this instance alone, to which the proxy brings the
 * same browser back.
 */
import { sql } from 'kysely'
import type { Prompt } from '../channels/port.ts'
import { bookInMemory, type NoticeBook } from '../channels/web/web.ts'
import type { Ground } from '../ground.ts'
import type { Fleeting } from './fleeting.ts'

export function createNoticeBook(ground: Pick<Ground, 'store' | 'vault'>, fleeting: Fleeting): NoticeBook {
  const unknown = bookInMemory()

  async function isKnown(addressId: string): Promise<boolean> {
    const hash = ground.vault.hashAddress({ channel: 'web', id: addressId })
    const { rows } = await sql`select 1 from contact where channel = 'web' and address_hash = ${hash}
      union all select 1 from staff where channel = 'web' and address_hash = ${hash}
      union all select 1 from writer where channel = 'web' and address_hash = ${hash} limit 1`.execute(ground.store.db)
    return rows.length > 0
  }

  return {
    async read(addressId) {
      const kept = (await fleeting.find('notice', addressId)) as Prompt[] | null
      return kept ?? unknown.read(addressId)
    },
    async write(addressId, notices) {
      if (!(await isKnown(addressId))) return unknown.write(addressId, notices)
      await unknown.drop(addressId)
      await fleeting.keep('notice', addressId, notices, LIVES)
    },
    async drop(addressId) {
      await unknown.drop(addressId)
      await fleeting.drop('notice', addressId)
    },
  }
}

/** A pause lasts a month, and the way back from it stands there as long. */
const LIVES = { hours: 31 * 24 }
