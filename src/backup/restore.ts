/** `pols restore`: a backup back into a database, without what was erased since, and with nothing sent twice. */
import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { sql, type Transaction } from 'kysely'
import type { Clock } from '../clock.ts'
import { createConfigSource } from '../config/load.ts'
import { SettingsError } from '../errors.ts'
import type { Ground } from '../ground.ts'
import type { Log } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { holdKey } from '../people/key-check.ts'
import { sweepRetention } from '../people/retention.ts'
import { createVault } from '../people/vault.ts'
import type { Settings } from '../settings.ts'
import type { Store } from '../store/open.ts'
import type { Tables } from '../store/tables.ts'
import { KEPT_DAYS } from './backups.ts'
import { checkBackup } from './check-backup.ts'
import { checkSchema, copyIn } from './copy-in.ts'
import { type LeftOut, leaveOutDoubtful } from './doubt.ts'
import { readLines } from './lines.ts'
import { reapply, unknownKinds } from './reapply.ts'
import { erasedSince } from './sources.ts'
import { openTarget } from './target.ts'
import { rowsIn } from './write-backup.ts'

export type Restored = {
  madeAt: string
  rows: number
  /** Notes of what was erased, stopped or taken back since the backup, by kind; all were done again. */
  erased: Record<string, number>
  /** False: no journal was found, or the backup is older than what notes are kept, and not all that was erased is known. */
  journal: boolean
  /** Up to when things may have been sent of which the backup knows nothing. */
  until: string
  leftOut: LeftOut
}

/**
 * Reads the whole backup first, and touches nothing when anything is wrong with it. Then all of it goes in at once, in
 * one transaction, what was erased since goes out again, and what may have been sent since is not sent again.
 * @param options.replace true: what is in the database now goes
 * @throws SettingsError for every reason not to do it
 */
export async function restoreBackup(
  settings: Settings,
  file: string,
  options: { replace: boolean },
  { clock, log }: { clock: Clock; log: Log },
): Promise<Restored> {
  const key = settings.backupKey
  if (!key) throw new SettingsError(NO_KEY)
  const checked = await checkBackup(file, key)
  checkSchema(checked.about.schema)
  const secret = settings.secretKey ?? checked.about.secret
  if (secret === null) throw new SettingsError(NO_SECRET)
  const config = createConfigSource(settings.configFolder, 'nl', () =>
    clock.now().toZonedDateTimeISO('UTC').toPlainDate(),
  ).current
  const target = await openTarget(settings, options.replace)
  try {
    const folders = [...(settings.backup ? [settings.backup.folder] : []), dirname(file)]
    const since = await erasedSince({ ...checked, file }, key, folders, target.erasures)
    const unknown = unknownKinds(since.erasures)
    if (unknown.length > 0) throw new SettingsError(newerNotes(unknown))
    const { store } = target
    const ground: Ground = {
      ...{ store, vault: createVault(secret), clock, newId: randomUUID, log, metrics: createMetrics(), config },
    }
    const madeAt = Temporal.Instant.from(checked.about.madeAt)
    const until = doubtfulUntil(madeAt, since.lastSign, clock.now())
    const done = await store.db.transaction().execute(async (trx) => {
      await unhurried(trx, store)
      await copyIn(trx, readLines(file, key))
      await holdKey(trx, ground.vault)
      const ended = since.erasures.filter(({ what }) => what === 'round').map(({ subject }) => subject)
      const leftOut = await leaveOutDoubtful(trx, { id: randomUUID(), madeAt, until, at: clock.now(), ended })
      return { leftOut, erased: await reapply(ground, trx, since.erasures) }
    })
    await sweepRetention(ground, clock.now())
    await target.take(settings.secretKey === null ? secret : null)
    return {
      ...done,
      madeAt: madeAt.toString(),
      rows: rowsIn(checked),
      journal: since.journal && Temporal.Instant.compare(madeAt, clock.now().subtract({ hours: 24 * KEPT_DAYS })) >= 0,
      until: until.toString(),
    }
  } finally {
    await target.close()
  }
}

/** A sign of life comes every minute; a sweep that was on its way when everything stopped may have sent a little longer. */
function doubtfulUntil(
  madeAt: Temporal.Instant,
  lastSign: Temporal.Instant | null,
  now: Temporal.Instant,
): Temporal.Instant {
  if (!lastSign || Temporal.Instant.compare(lastSign, madeAt) < 0) return now
  const until = lastSign.add({ minutes: MARGIN_MINUTES })
  return Temporal.Instant.compare(until, now) < 0 ? until : now
}

async function unhurried(trx: Transaction<Tables>, store: Store): Promise<void> {
  if (store.kind === 'embedded') return
  await sql`set local statement_timeout = 0`.execute(trx)
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
}

const newerNotes = (kinds: readonly string[]): string =>
  `A newer version of Pols noted since this backup that something was erased or stopped in a way that this version cannot do again (${kinds.join(', ')}), so it would come back. Nothing was restored: restore with that newer version.`

const MARGIN_MINUTES = 3
const NO_KEY = 'POLS_BACKUP_KEY: is needed to open a backup. Give the key that was set when it was written.'
const NO_SECRET =
  'POLS_SECRET_KEY: this backup comes from a server, where the key is not in it. Give the key that the data was written with: without it nobody can be reached and no text can be read.'
