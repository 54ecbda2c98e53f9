/** A reply's card that did not get through at once: later, from a row, or never. */
import type { Ground } from '../ground.ts'
import type { Delivered, HeldRun } from './deliver.ts'
import { loseContact } from './lost.ts'

export async function keepUndelivered(
  ground: Ground,
  held: HeldRun,
  delivered: Delivered,
  wake: () => void,
): Promise<void> {
  if (held.erased) return
  switch (delivered.outcome) {
    case 'later':
      await ground.store.db
        .insertInto('outgoing')
        .values({
          organisation_id: held.organisationId,
          id: ground.newId(),
          kind: 'card',
          channel: held.address.channel,
          contact_id: held.contactId,
          place_id: null,
          run_id: held.id,
          digest_id: null,
          notice: null,
          state: 'due',
          send_after: ground.clock.now().toString(),
          not_before: delivered.at.toString(),
          urgent: true,
          claimed_until: null,
          attempts: delivered.untried ? 0 : 1,
          external_cipher: null,
        })
        .execute()
      wake()
      return
    case 'gone':
      await loseContact(ground, held.contactId)
      held.stale = true
      return
    case 'sent':
    case 'rejected':
    case 'moved':
      return
    default: {
      const never: never = delivered
      return never
    }
  }
}
