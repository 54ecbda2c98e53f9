/**
 * Remarks on pages, between one page and the next. Of who is known to us they lie where any instance finds them; of who
 * has not said yes nothing is stored, so those are remembered by this instance alone, to which the proxy brings the
 * same browser back.
 */
import type { Prompt } from '../channels/port.ts'
import { bookInMemory, type NoticeBook } from '../channels/web/web.ts'
import type { Ground } from '../ground.ts'
import type { Fleeting } from './fleeting.ts'
import { isKnownAddress } from './known-address.ts'

export function createNoticeBook(ground: Pick<Ground, 'store' | 'vault'>, fleeting: Fleeting): NoticeBook {
  const unknown = bookInMemory()

  const isKnown = (id: string) => isKnownAddress(ground, { channel: 'web', id })

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
