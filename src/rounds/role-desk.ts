/** The part of the desk about people with a role: inviting, taking back, and the year with or without the coach. */
import type { Organisation } from '../config/organisation.ts'
import { type Actor, actorOf } from '../dialogue/actors.ts'
import { currentYear, switchMode } from '../dialogue/coach-mode.ts'
import type { Ground } from '../ground.ts'
import { contactPurpose, FALLBACK } from '../people/contact-place.ts'
import { withdrawInvitation } from '../people/open-invitations.ts'
import { ROLES } from '../people/permissions.ts'
import { dismiss, invite, staffOf } from '../people/staff.ts'
import type { StaffRole } from '../store/tables.ts'
import type { Outcome } from './desk.ts'
import { isId, no } from './refused.ts'

export type InvitationWish = {
  role: StaffRole
  /** First name, as colleagues know this person. Who takes requests for contact has the name in the file. */
  name: string
  /** A helper: `session:<id>` or `moment:<id>`. Who stands in for the safeguarding contact: `fallback`. */
  task?: string
  /** Somebody from outside (helper, author): the last local day, `2026-12-20`. */
  until?: string
}

export type RoleFault =
  | 'desk-may-not'
  | 'desk-lead-invites'
  | 'desk-no-role'
  | 'desk-bad-name'
  | 'desk-bad-task'
  | 'desk-bad-until'
  | 'desk-no-duty'
  | 'desk-no-invitation'
  | 'desk-nobody'
  | 'desk-mode-already'
  | 'desk-other-year'

/** `by` is a staff id, or the door of who acts: `coach-page`, `command line`. It is asked again here what they may. */
export interface RoleDesk {
  /**
   * A one-time invitation, given with `/koppel <code>` in private or opened at `path`. The coach's page invites the
   * first lead and nobody else; the command line everybody as long as no lead can be reached; after that the lead does.
   */
  invite(
    by: string,
    organisationId: string,
    wish: InvitationWish,
  ): Promise<Outcome<{ code: string; path: string; role: StaffRole; name: string; expiresAt: Temporal.Instant }>>
  withdrawInvitation(by: string, organisationId: string, invitationId: string): Promise<Outcome<{ role: 'withdrawn' }>>
  /** Ends a role at once: somebody else's by who gives roles, one's own always. */
  takeBack(by: string, organisationId: string, staffId: string): Promise<Outcome<{ staffId: string }>>
  /** The working year that is going on, with or without the coach. */
  switchMode(
    by: string,
    organisationId: string,
    wish: { year: number; coach: boolean },
  ): Promise<Outcome<{ year: number; coach: boolean }>>
}

export function createRoleDesk(ground: Ground): RoleDesk {
  const organisationOf = (id: string) => ground.config().organisations.get(id)

  return {
    async invite(by, organisationId, wish) {
      const organisation = organisationOf(organisationId)
      if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
      const actor = await actorOf(ground, organisation, by)
      if (!actor) return no('desk-may-not')
      const refused = await mayInvite(ground, organisation, actor, wish.role)
      if (refused) return no(refused)
      const read = await readWish(ground, organisation, wish)
      if ('fault' in read) return no(read.fault)
      const { code, expiresAt } = await invite(ground, organisationId, read, by)
      return {
        ok: true,
        value: { code, path: `/uitnodiging/${code}`, role: read.role, name: read.name, expiresAt },
      }
    },
    async withdrawInvitation(by, organisationId, invitationId) {
      const organisation = organisationOf(organisationId)
      if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
      const actor = await actorOf(ground, organisation, by)
      if (!actor?.may('role.give')) return no('desk-may-not')
      const gone = isId(invitationId) && (await withdrawInvitation(ground, organisationId, invitationId, by))
      return gone ? { ok: true, value: { role: 'withdrawn' } } : no('desk-no-invitation')
    },
    async takeBack(by, organisationId, staffId) {
      const organisation = organisationOf(organisationId)
      if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
      const actor = await actorOf(ground, organisation, by)
      if (!actor) return no('desk-may-not')
      const one = (await staffOf(ground, organisationId)).find((member) => member.staffId === staffId)
      const own = one !== undefined && actor.key !== null && one.addressHash === actor.key
      // Giving the first role is no right to take one.
      if (!own && !(actor.staffId !== null && actor.may('role.give'))) return no('desk-may-not')
      if (!one || !(await dismiss(ground, organisationId, staffId, by))) return no('desk-nobody')
      return { ok: true, value: { staffId } }
    },
    async switchMode(by, organisationId, { year, coach }) {
      const organisation = organisationOf(organisationId)
      if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
      const actor = await actorOf(ground, organisation, by)
      if (!actor?.may('mode.switch')) return no('desk-may-not')
      if (year !== currentYear(ground, organisation)) return no('desk-other-year')
      const changed = await switchMode(ground, organisation, { year, coach }, by)
      return changed ? { ok: true, value: { year, coach } } : no('desk-mode-already')
    },
  }
}

/** @returns why not, or null */
async function mayInvite(
  ground: Ground,
  organisation: Organisation,
  actor: Actor,
  role: StaffRole,
): Promise<RoleFault | null> {
  if (!ROLES.includes(role)) return 'desk-no-role'
  if (actor.staffId !== null) {
    if (!actor.may('role.give')) return 'desk-may-not'
    // Somebody with the coach's role may give the first lead only.
    const lead = (await staffOf(ground, organisation.id, 'lead')).some(({ addressHash }) => addressHash === actor.key)
    return lead || role === 'lead' ? null : 'desk-may-not'
  }
  const leads = await staffOf(ground, organisation.id, 'lead')
  // Who runs the machine can help when the lead is nowhere to be found; the coach's page cannot.
  if (actor.by === 'command line') return leads.some(({ reachable }) => reachable) ? 'desk-lead-invites' : null
  if (leads.length > 0) return 'desk-lead-invites'
  return role === 'lead' ? null : 'desk-may-not'
}

async function readWish(
  ground: Ground,
  organisation: Organisation,
  { role, name: given, task, until }: InvitationWish,
): Promise<{ role: StaffRole; name: string; task?: string; until?: Temporal.Instant } | { fault: RoleFault }> {
  if (role === 'safeguarding') {
    if (task !== undefined && task !== FALLBACK) return { fault: 'desk-bad-task' }
    // Young people are told this name and these hours: somebody else may not come in its place.
    const person = organisation[contactPurpose(task ?? null)]
    if (!person) return { fault: 'desk-no-duty' }
    return { role, name: person.name, ...(task === undefined ? {} : { task }) }
  }
  const name = given.trim().replace(/\s+/g, ' ')
  if (name.length < 1 || name.length > LONGEST_NAME || /[\p{Cc}\p{Cf}]/u.test(name)) return { fault: 'desk-bad-name' }
  if (role !== 'helper' && role !== 'author') return { role, name }
  const comes = task !== undefined && (await isTask(ground, organisation.id, task))
  if (role === 'helper' ? !comes : task !== undefined) return { fault: 'desk-bad-task' }
  const end = endOf(until, organisation.timezone)
  const now = ground.clock.now()
  const latest = now.add({ hours: 24 * MOST_DAYS })
  if (!end || Temporal.Instant.compare(end, now) <= 0 || Temporal.Instant.compare(end, latest) > 0)
    return { fault: 'desk-bad-until' }
  return { role, name, until: end, ...(task === undefined ? {} : { task }) }
}

/** Whether this organisation has the session or moment that a helper would come for. */
async function isTask(ground: Ground, organisationId: string, task: string): Promise<boolean> {
  const [, kind, id] = /^(session|moment):([\w-]{1,64})$/.exec(task) ?? []
  if (!kind || !id) return false
  const found = await ground.store.db
    .selectFrom(kind as 'session' | 'moment')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}

/** The end of a local day. */
function endOf(day: string | undefined, timezone: string): Temporal.Instant | null {
  try {
    if (!/^\d{4}-\d\d-\d\d$/.test(day ?? '')) return null
    return Temporal.PlainDate.from(day!).add({ days: 1 }).toZonedDateTime(timezone).toInstant()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const LONGEST_NAME = 40
/** Long enough for any moment of the working year; who comes from outside is no colleague. */
const MOST_DAYS = 366
