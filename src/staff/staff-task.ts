/** What somebody is in the middle of in their chat: trying a survey, or putting a proposal together. One thing at a time. */
import type { StaffTurn } from './turn.ts'

/** @returns null when they are busy with something else, or with nothing */
export async function readTask<T extends { what: string }>(turn: StaffTurn, what: T['what']): Promise<T | null> {
  const row = await turn.ground.store.db
    .selectFrom('staff_chat')
    .select('preview')
    .where('channel', '=', turn.inbound.channel)
    .where('address_hash', '=', turn.person.addressHash)
    .executeTakeFirst()
  const task = (row?.preview ?? null) as T | null
  return task?.what === what ? task : null
}

export async function writeTask(turn: StaffTurn, task: { what: string } | null): Promise<void> {
  const doing = { preview: task && JSON.stringify(task), touched_at: turn.ground.clock.now().toString() }
  await turn.ground.store.db
    .insertInto('staff_chat')
    .values({
      ...{
        channel: turn.inbound.channel,
        address_hash: turn.person.addressHash,
        organisation_id: turn.organisation.id,
      },
      ...{ expects: null, expects_until: null, ...doing },
    })
    .onConflict((conflict) => conflict.columns(['channel', 'address_hash']).doUpdateSet(doing))
    .execute()
}
