/** What somebody's private page may do: read what is kept of them, take it along, erase one answer or everything. */
import type { Address } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { eraseAnswer } from '../people/erase-answer.ts'
import { erasePerson } from '../people/erasing.ts'
import { knownContact } from '../people/known-contact.ts'
import { type MyData, readMyData } from '../people/my-data.ts'
import { readOneTimeLink } from '../people/one-time-links.ts'
import type { InboundRooms } from './inbound-rooms.ts'
import { sayOfQuote } from './take-quote.ts'

export type DataDesk = {
  /** The contact behind a link that still works; null for every other. */
  byToken(token: string): Promise<string | null>
  /** The contact behind an address; null when nothing is kept of it. */
  byAddress(address: Address): Promise<string | null>
  read(contactId: string): Promise<MyData | null>
  /** @returns false when there was nothing (left) to erase */
  eraseAnswer(contactId: string, run: string, question: string): Promise<boolean>
  /** @returns false when there is nothing (left) to say about this quote, or its writer does not take part now */
  answerQuote(contactId: string, quoteId: string, says: 'yes' | 'no'): Promise<boolean>
  /** Erases everything; says nothing in the chat. */
  erase(contactId: string): Promise<void>
}

/** @param forget drops what a channel remembers of somebody in memory */
export function createDataDesk(
  ground: Ground,
  rooms: Pick<InboundRooms, 'runs' | 'inOrder' | 'wake'> & { forget(address: Address): Promise<void> },
): DataDesk {
  /** In line with the events of the same person. */
  async function asPerson<T>(
    contactId: string,
    work: (address: Address, hash: string) => Promise<T>,
    none: T,
  ): Promise<T> {
    const contact = await ground.store.db
      .selectFrom('contact')
      .select(['address_cipher', 'address_hash'])
      .where('id', '=', contactId)
      .executeTakeFirst()
    if (!contact) return none
    const address = ground.vault.decryptAddress(contact.address_cipher)
    return rooms.inOrder(contact.address_hash, () => work(address, contact.address_hash))
  }

  return {
    async byToken(token) {
      const link = await readOneTimeLink(ground, token, 'my-data', { use: false })
      return 'fault' in link ? null : link.contact_id
    },
    async byAddress(address) {
      const known = await knownContact(ground, address.channel, ground.vault.hashAddress(address))
      return known?.contactId ?? null
    },
    read: (contactId) => readMyData(ground, contactId),
    eraseAnswer: (contactId, run, question) =>
      asPerson(
        contactId,
        async () => {
          const erased = await eraseAnswer(ground, contactId, run, question)
          if (erased) rooms.runs.drop(run)
          rooms.wake()
          return erased
        },
        false,
      ),
    answerQuote: (contactId, quoteId, says) =>
      asPerson(
        contactId,
        async () => {
          const said = await sayOfQuote(ground, contactId, quoteId, says)
          rooms.wake()
          return said === 'agreed' || said === 'refused' || said === 'withdrawn'
        },
        false,
      ),
    erase: (contactId) =>
      asPerson(
        contactId,
        async (address, hash) => {
          const erased = await erasePerson(ground, address.channel, hash)
          rooms.runs.forget(erased?.runs ?? [])
          await rooms.forget(address)
          rooms.wake()
        },
        undefined,
      ),
  }
}
