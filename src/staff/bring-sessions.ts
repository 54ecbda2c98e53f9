/** Sessions of a calendar, and old counts: files do not fit in a chat, so it is a page, for an hour. */

import { makeStaffLink } from '../people/staff-links.ts'
import { INTAKE } from '../rounds/intake-door.ts'
import { mayNot } from './refuse.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

/** `t.s.up` */
export async function offerIntake(turn: StaffTurn): Promise<void> {
  if (!turn.may('session.plan')) return mayNot(turn)
  const { ground, organisation, staffId, words } = turn
  const { token } = await makeStaffLink(ground, {
    ...{ purpose: 'upload', organisationId: organisation.id, staffId, subject: INTAKE },
  })
  turn.say({
    lines: [
      { text: words('intake-title'), style: 'strong' },
      { text: words('intake-how-sessions') },
      { text: words('intake-how-counts') },
      { text: words('formats-bring-hour'), style: 'quiet' },
    ],
    choices: [
      { data: '', label: words('formats-open'), role: 'link', url: turn.rooms.pageUrl(`/inlezen/${token}`) },
      { data: buttonOf('s', 'l'), label: words('sessions-back'), role: 'control' },
    ],
  })
}
