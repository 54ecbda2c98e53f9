/** What the next typed message of a person is, when the bot asked for one. */
import { sql } from 'kysely'
import type { Inbound } from '../channels/port.ts'
import type { Ground } from '../ground.ts'

export type Expected = { what: 'proposal' | 'handle'; organisationId: string }

/**
 * What this text was asked for. A form names it in its data (`v.<organisation>`, `h.<organisation>`); a chat message
 * follows the question, for an hour.
 * @param stops the text is a word that stops: whatever was asked for is so no longer
 */
export async function expectedOf(
  ground: Ground,
  inbound: Extract<Inbound, { type: 'typed' }>,
  addressHash: string,
  stops: boolean,
): Promise<Expected | null> {
  const form = /^([vh])\.([a-z][a-z0-9-]{0,39})$/.exec(inbound.data ?? '')
  if (form && !stops) return { what: form[1] === 'v' ? 'proposal' : 'handle', organisationId: form[2]! }
  if (inbound.data !== undefined) return null
  const row = await ground.store.db
    .selectFrom('contact')
    .select(['expects', 'expects_until'])
    .where('channel', '=', inbound.channel)
    .where('address_hash', '=', addressHash)
    .where('expects', 'is not', null)
    .executeTakeFirst()
  if (!row?.expects) return null
  const over = !row.expects_until || row.expects_until.getTime() <= ground.clock.now().epochMilliseconds
  // Words for the staff's menu were taken there.
  if (over || stops || row.expects === 'staff') {
    await expectNothing(ground, inbound.channel, addressHash)
    return null
  }
  const [what, organisationId] = row.expects.split(':') as [Expected['what'], string]
  return { what, organisationId }
}

/** Whether these words were taken before. */
export async function wereTaken(ground: Ground, { channel, id }: Inbound): Promise<boolean> {
  const noted = await ground.store.db
    .selectFrom('inbound')
    .select('id')
    .where('channel', '=', channel)
    .where('id', '=', id)
    .executeTakeFirst()
  return noted !== undefined
}

/**
 * The words are where they belong: their repetition is known from here on, and nothing is asked for any more. Both at
 * once, and after the words were stored: delivered again by then, they are taken again rather than lost.
 * @param again they were not what was asked for, which still is
 */
export async function haveTaken(
  ground: Ground,
  inbound: Extract<Inbound, { type: 'typed' }>,
  addressHash: string,
  again: boolean,
): Promise<void> {
  const keeps = again || inbound.data !== undefined
  await sql`with noted as (
      insert into inbound (channel, id, received_on)
      values (${inbound.channel}, ${inbound.id}, ${ground.clock.now().toString().slice(0, 10)}::date) on conflict do nothing
    )
    update contact set expects = null, expects_until = null
    where channel = ${inbound.channel} and address_hash = ${addressHash} and not ${keeps}::boolean`.execute(
    ground.store.db,
  )
}

async function expectNothing(ground: Ground, channel: Inbound['channel'], addressHash: string): Promise<void> {
  await ground.store.db
    .updateTable('contact')
    .set({ expects: null, expects_until: null })
    .where('channel', '=', channel)
    .where('address_hash', '=', addressHash)
    .execute()
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
