/** `pols invite`: the first people with a role, before there is a lead to invite them. */
import { FALLBACK } from '../people/contact-place.ts'
import type { InvitationWish } from '../rounds/role-desk.ts'
import type { StaffRole } from '../store/tables.ts'
import { atCounter, type Cli } from './cli.ts'
import { done, type Result, resultOf } from './result.ts'

/** The name in the audit of who acts at the command line. */
const BY = 'command line'

export function inviteStaff(
  cli: Cli,
  organisation: string,
  role: StaffRole | typeof FALLBACK,
  name = '',
  options: { session?: string; until?: string },
): Promise<Result> {
  const wish: InvitationWish = role === FALLBACK ? { role: 'safeguarding', name, task: FALLBACK } : { role, name }
  if (options.session !== undefined) wish.task = `session:${options.session}`
  if (options.until !== undefined) wish.until = options.until
  return atCounter(cli, async ({ desk }) =>
    resultOf(await desk.invite(BY, organisation, wish), cli.words, (given) =>
      done(cli.words('cli-invited', { name: given.name, code: given.code, path: given.path }), {
        ...given,
        expiresAt: given.expiresAt.toString(),
      }),
    ),
  )
}
