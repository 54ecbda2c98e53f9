/** What the next typed message of a person is, when the bot asked for one. */
import type { Inbound } from '../channels/port.ts'
import type { Ground } from '../ground.ts'

export type Expected = { what: 'proposal' | 'handle'; organisationId: string }

/**
 * What this text was asked for, and that it is asked for no longer. A form names it in its data
 * (`v.<organisation>`, `h.<organisation>`); a chat message follows the question, for an hour.
 */
export async function expectedOf(
  ground: Ground,
  inbound: Extract<Inbound, { type: 'typed' }>,
  addressHash: string,
): Promise<Expected | null> {
  const form = /^([vh])\.([a-z][a-z0-9-]{0,39})$/.exec(inbound.data ?? '')
  if (form) return { what: form[1] === 'v' ? 'proposal' : 'handle', organisationId: form[2]! }
  if (inbound.data !== undefined) return null
  const row = await ground.store.db
    .updateTable('contact')
    .from((eb) =>
      eb
        .selectFrom('contact as before')
        .select(['before.id', 'before.expects', 'before.expects_until'])
        .where('before.channel', '=', inbound.channel)
        .where('before.address_hash', '=', addressHash)
        .where('before.expects', 'is not', null)
        .forUpdate()
        .as('before'),
    )
    .set({ expects: null, expects_until: null })
    .whereRef('contact.id', '=', 'before.id')
    .returning(['before.expects', 'before.expects_until'])
    .executeTakeFirst()
  if (!row?.expects || !row.expects_until) return null
  if (row.expects_until.getTime() <= ground.clock.now().epochMilliseconds) return null
  // Words for the staff's menu, which were taken there.
  if (row.expects === 'staff') return null
  const [what, organisationId] = row.expects.split(':') as [Expected['what'], string]
  return { what, organisationId }
}

/** The next message of this person is a proposal, or how to reach them: for an hour. */
export async function expect(
  ground: Ground,
  channel: Inbound['channel'],
  addressHash: string,
  expected: Expected,
): Promise<void> {
  await ground.store.db
    .updateTable('contact')
    .set({
      expects: `${expected.what}:${expected.organisationId}`,
      expects_until: ground.clock.now().add({ hours: 1 }).toString(),
    })
    .where('channel', '=', channel)
    .where('address_hash', '=', addressHash)
    .execute()
}
