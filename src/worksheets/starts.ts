/** Where an account may start a worksheet now: by its roles, each time anew. */
import type { ChannelName } from '../channels/port.ts'
import { authorityOf } from '../dialogue/authority.ts'
import type { Ground } from '../ground.ts'
import { readStaff } from '../people/staff.ts'
import type { Start } from './turn.ts'

/** The organisation somebody is busy with comes first. `hasRole`: true for any role, also one that starts none. */
export async function startsOf(
  ground: Ground,
  channel: ChannelName,
  addressHash: string,
): Promise<{ starts: Start[]; hasRole: boolean }> {
  const person = await readStaff(ground, channel, addressHash)
  if (!person) return { starts: [], hasRole: false }
  const ids = [...new Set(person.offices.map(({ organisationId }) => organisationId))]
  const chosen = await ground.store.db
    .selectFrom('staff_chat')
    .select('organisation_id')
    .where('channel', '=', channel)
    .where('address_hash', '=', addressHash)
    .executeTakeFirst()
  const starts = await Promise.all(
    ids.map(async (id): Promise<Start[]> => {
      const organisation = ground.config().organisations.get(id)!
      const authority = await authorityOf(ground, organisation, person.offices)
      const office = authority.offices[0]
      if (!office || !authority.may('sheet.start')) return []
      return [{ organisationId: id, organisation: organisation.name, staffId: office.staffId, name: office.name }]
    }),
  )
  const rank = ({ organisationId }: Start) => (organisationId === chosen?.organisation_id ? 0 : 1)
  return { starts: starts.flat().toSorted((a, b) => rank(a) - rank(b)), hasRole: true }
}
