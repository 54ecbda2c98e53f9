/** Backups of a running Pols: by hand, each night, and between two of them the journal of what was erased. */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { SettingsError } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { describeError } from '../log.ts'
import type { Settings } from '../settings.ts'
import { type Erasure, erasureOf } from './erasures.ts'
import { type Journal, openJournal } from './journal.ts'
import { forgetHalves, forgetOld, newestIn } from './kept-copies.ts'
import { backupPath, REASONS, type Written, writeBackup } from './write-backup.ts'

export type Backups = {
  /**
   * Writes a backup now.
   * @param file null: under its own name in BACKUP_DIR
   * @throws SettingsError when there is no key or no place for it, or it cannot be written
   */
  take(file: string | null): Promise<Written>
  /** At each sweep: a sign of life, notes that are not in the journal yet, and the copy of this night. Never throws. */
  look(): void
  /** A note was written in a transaction that still goes on: it is in the journal soon after. */
  erased(id: string): void
  /** For the status; null where no copies are made. */
  state(): BackupState | null
}

export type BackupState = {
  /** When the newest copy was made, as ISO text; null without one. */
  newest: string | null
  /** Whether the last try failed, of a copy or of the journal. */
  failed: boolean
  /** What is wrong and what happens now, in a sentence; null when nothing is. */
  why: string | null
}

type How = {
  settings: Pick<Settings, 'backup' | 'backupKey'>
  /** Kept in the data folder; null where a setting gives it. */
  secret: string | null
  holder: string
  background(work: () => Promise<void>): void
}

export function createBackups(ground: Ground, how: How): Backups {
  const { backup, backupKey } = how.settings
  const keeper = backup ? createKeeper(ground, openJournal(backup.folder, backup.key)) : null
  let copying = false
  let noCopy: string | null = null
  let noJournal: string | null = null

  async function take(file: string | null): Promise<Written> {
    if (!backupKey) throw new SettingsError(NO_KEY)
    if (file === null && backup === null) throw new SettingsError(NO_FOLDER)
    const now = ground.clock.now()
    const copy = { store: ground.store, secret: how.secret, pols: version(), now }
    return writeBackup(copy, file ?? backupPath(backup!.folder, now), backupKey)
  }

  async function tonight(now: Temporal.Instant): Promise<void> {
    const from = nightBefore(now, zoneOf(ground))
    const newest = newestIn(backup!.folder, now)
    if (newest !== null && Temporal.Instant.compare(newest, from) >= 0) {
      // Another instance made it, or somebody did by hand.
      noCopy = null
      return
    }
    if (!(await claim(ground, how.holder, now, now.add({ minutes: COPYING_MINUTES })))) return
    try {
      forgetHalves(backup!.folder, now)
      const { bytes, rows } = await take(null)
      await keepClaim(ground, how.holder, from.add({ hours: 22 }))
      forgetOld(backup!.folder, backup!.keep, now)
      openJournal(backup!.folder, backup!.key).forget(now.subtract({ hours: 24 * KEPT_DAYS }))
      noCopy = null
      ground.log.info({ bytes, rows }, 'a backup was made')
    } catch (error) {
      noCopy = `${sentenceOf(error)} It is tried again in an hour.`
      ground.metrics.faults.inc({ at: 'backup' })
      ground.log.error({ ...describeError(error) }, 'the backup of this night failed; it is tried again in an hour')
      await keepClaim(ground, how.holder, now.add({ hours: 1 }))
    }
  }

  /** Whatever is wrong with the journal, the copy is made: it is the other half of what is not to be lost. */
  async function keepJournal(now: Temporal.Instant): Promise<void> {
    try {
      await keeper!.catchUp(now)
      if (noJournal !== null) ground.log.info('the journal of what was erased is written again')
      noJournal = null
    } catch (error) {
      ground.metrics.faults.inc({ at: 'backup' })
      // Once, and not each minute.
      if (noJournal === null)
        ground.log.error(
          { ...describeError(error) },
          'the journal of what was erased cannot be written; it is tried again each minute',
        )
      noJournal = `${sentenceOf(error)} What is erased is not in the journal beside the backups; it is tried again each minute.`
    }
  }

  return {
    take,
    erased: (id) => keeper && how.background(() => keeper.await(id)),
    state: () =>
      backup && {
        newest: newestIn(backup.folder, ground.clock.now())?.toString() ?? null,
        failed: (noCopy ?? noJournal) !== null,
        why: noCopy ?? noJournal,
      },
    look() {
      if (!backup || !keeper) return
      how.background(async () => {
        const now = ground.clock.now()
        await keepJournal(now)
        if (copying || isClockChange(now, zoneOf(ground))) return
        copying = true
        await tonight(now).finally(() => {
          copying = false
        })
      })
    },
  }
}

/** For who looks after Pols; of a foreign error no word is repeated. */
function sentenceOf(error: unknown): string {
  if (error instanceof SettingsError) return error.message
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  const reason = code !== undefined && code in REASONS ? REASONS[code] : 'the log says where it stopped'
  return `BACKUP_DIR: nothing can be written there now: ${reason}.`
}

/** Brings notes from the database to the journal, each once. */
function createKeeper(ground: Ground, journal: Journal) {
  let kept: Set<string> | null = null
  const keep = (notes: Erasure[]) => {
    kept ??= new Set(journal.read().map(({ id }) => id))
    const fresh = notes.filter(({ id }) => !kept!.has(id))
    if (fresh.length > 0) journal.append(fresh)
    for (const { id } of fresh) kept.add(id)
  }
  return {
    async catchUp(now: Temporal.Instant): Promise<void> {
      journal.sign(now)
      keep(await notesOf(ground, sql`at > ${now.subtract({ hours: 24 * KEPT_DAYS }).toString()}::timestamptz`))
    },
    /** The transaction may not be through yet, or come to nothing; what is not seen here the next sweep brings. */
    async await(id: string): Promise<void> {
      for (const pause of PAUSES_MS) {
        await new Promise((resolve) => setTimeout(resolve, pause))
        const notes = await notesOf(ground, sql`id = ${id}`)
        keep(notes)
        if (notes.length > 0) return
      }
    },
  }
}

async function notesOf(ground: Ground, which: ReturnType<typeof sql>): Promise<Erasure[]> {
  const { rows } = await sql<{
    row: unknown
  }>`select to_jsonb(erasure) as row from erasure where ${which} order by at`.execute(ground.store.db)
  return rows.map(({ row }) => erasureOf(row))
}

/** One instance at a time, and once a night: whoever has this row. */
async function claim(ground: Ground, holder: string, now: Temporal.Instant, until: Temporal.Instant): Promise<boolean> {
  // One that runs out so far ahead is of before a clock jumped back.
  const furthest = now.add({ hours: 48 })
  const { rows } =
    await sql`insert into lease (name, holder, expires_at) values ('backup', ${holder}, ${until.toString()}::timestamptz)
    on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
    where lease.expires_at < ${now.toString()}::timestamptz or lease.expires_at > ${furthest.toString()}::timestamptz
    returning 1`.execute(ground.store.db)
  return rows.length > 0
}

/** The next try, of any instance, is not before `until`. */
async function keepClaim(ground: Ground, holder: string, until: Temporal.Instant): Promise<void> {
  await sql`update lease set expires_at = ${until.toString()}::timestamptz
    where name = 'backup' and holder = ${holder}`.execute(ground.store.db)
}

/** The last time that it was four o'clock here: by then summer time has begun or ended, and retention has looked. */
function nightBefore(now: Temporal.Instant, zone: string): Temporal.Instant {
  const here = now.toZonedDateTimeISO(zone)
  const today = here.withPlainTime({ hour: NIGHT_HOUR })
  return (Temporal.ZonedDateTime.compare(today, here) <= 0 ? today : today.subtract({ days: 1 })).toInstant()
}

function isClockChange(now: Temporal.Instant, zone: string): boolean {
  const { hour } = now.toZonedDateTimeISO(zone)
  return hour >= 1 && hour < NIGHT_HOUR
}

const zoneOf = (ground: Ground): string => [...ground.config().organisations.values()][0]?.timezone ?? 'Europe/Brussels'

/** The version in package.json. */
export function version(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(file) as { version: string }).version
}

const NIGHT_HOUR = 4
const COPYING_MINUTES = 30
/** Notes outlive the oldest copy. */
export const KEPT_DAYS = 40
const PAUSES_MS = [0, 50, 250, 1000]

export const NO_KEY =
  'POLS_BACKUP_KEY: is needed to make a backup, for it is only written encrypted. Make one with: openssl rand -base64 32, keep it apart from the backups, and start Pols with it.'
export const NO_FOLDER = 'BACKUP_DIR: is not set. Set it, or say where the backup goes: pols backup <file>.'
