/** Writes down who did what, now. Ids and fixed words only: never an answer, a name or an address. */
import type { Kysely } from 'kysely'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'

/** @param db the transaction in which it happened, or the store */
export const noteAct = (
  ground: Ground,
  db: Kysely<Tables>,
  organisationId: string,
  actor: string,
  action: string,
  subject: string,
): Promise<void> => writeAudit(db, ground.newId(), { organisationId, at: ground.clock.now(), actor, action, subject })
