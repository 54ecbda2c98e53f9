/** What the command line needs of the composed application. */
import type { Written } from '../backup/write-backup.ts'
import type { Log } from '../log.ts'
import type { KeyChange } from '../people/change-key.ts'
import type { Desk } from '../rounds/desk.ts'
import type { Settings } from '../settings.ts'

/** What a command from another process may ask of a running application. */
export type Counter = {
  desk: Desk
  /** Plain JSON: database, channels, waiting messages. Holds no secret, address or answer. */
  status(): Promise<object>
  /** Names of the migrations that were carried out now. */
  migrate(): Promise<string[]>
  /** Writes a backup to this file, or under its own name in BACKUP_DIR. Throws SettingsError. */
  backup(file: string | null): Promise<Written>
}

export type App = Counter & {
  /** Migrates, listens and begins to work. */
  start(): Promise<void>
  /** In-flight replies finish; then everything is closed. Safe to call when not started. */
  stop(): Promise<void>
  /** Where a young person answers and where the coach reads, for each organisation; known after `start`. */
  addresses(): { organisation: string; person: string; coach: string }[]
  /** Writes everything anew under another secret key; nobody else may be at work on the store. Throws SettingsError. */
  changeKey(): Promise<KeyChange>
}

/** Opens the store and builds the rooms; nothing listens yet. Throws SettingsError. */
export type CreateApp = (settings: Settings, overrides?: { log?: Log }) => Promise<App>
