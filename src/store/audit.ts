/** Every change of state, with who did it. Never an answer, a name or an address. */
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type Happening = {
  organisationId: string
  at: Temporal.Instant
  /** A role or a door ('coach-page', 'command line', 'clock'), or the name that an agreement carries. */
  actor: string
  action: string
  /** Id of what was changed. */
  subject: string
}

export async function writeAudit(db: Kysely<Tables>, id: string, happening: Happening): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      organisation_id: happening.organisationId,
      id,
      at: happening.at.toString(),
      actor: happening.actor,
      action: happening.action,
      subject: happening.subject,
    })
    .execute()
}
