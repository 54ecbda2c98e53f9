/** Every migration, oldest first; a static list, so that nothing depends on reading a folder. */
import type { Migration } from 'kysely/migration'
import * as first from './2026-11-21-first.ts'
import * as youngPerson from './2026-11-22-young-person.ts'
import * as dialogue from './2026-11-23-dialogue.ts'
import * as instrumentarium from './2026-11-24-instrumentarium.ts'
import * as holding from './2026-11-25-holding.ts'

export const MIGRATIONS: Record<string, Migration> = {
  '2026-11-21-first': first,
  '2026-11-22-young-person': youngPerson,
  '2026-11-23-dialogue': dialogue,
  '2026-11-24-instrumentarium': instrumentarium,
  '2026-11-25-holding': holding,
}
