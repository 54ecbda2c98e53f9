/** Settings: from the environment, or from a file named by the same variable with `_FILE` behind it (container secrets). */
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { z } from 'zod'
import { SettingsError } from './errors.ts'

const address = (what: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be an address such as ${what}` })
    .transform((text) => text.replace(/\/+$/, ''))

const count = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((number) => number >= least && number <= most, `must be a whole number from ${least} to ${most}`)
    .default(otherwise)

/** `10.0.0.0/8, 192.168.1.5`: addresses or networks. */
const networks = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ''))
  .refine((all) => all.every(isNetwork), 'must be addresses or networks with commas between, such as 10.0.0.0/8')
  .default([])

/** What speaks Postgres at the address of a server. */
export const ENGINES = ['postgres', 'citus', 'yugabyte', 'cockroach'] as const

export type Engine = (typeof ENGINES)[number]

const schema = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be an address such as postgres://user:password@host:5432/pols' })
    .optional(),
  DATABASE_ENGINE: z.enum(ENGINES, { error: `must be one of ${ENGINES.join(', ')}` }).default('postgres'),
  DATA_DIR: z.string().min(1).default('data'),
  CONFIG_DIR: z.string().min(1).default('config'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number, 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number, 0 to 65535')
    .default(3000),
  PUBLIC_URL: address('https://pols.example.org').optional(),
  TRUSTED_PROXIES: networks,
  POLS_SECRET_KEY: z
    .string()
    .min(32, 'must have at least 32 characters; make one with: openssl rand -base64 32')
    .optional(),
  POLS_NEW_SECRET_KEY: z
    .string()
    .min(32, 'must have at least 32 characters; make one with: openssl rand -base64 32')
    .optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(
      /^\d+:[A-Za-z0-9_-]{20,}$/,
      'does not look like a bot token (digits, a colon, letters); copy it again from BotFather',
    )
    .optional(),
  TELEGRAM_API_ROOT: address('https://api.telegram.org').default('https://api.telegram.org'),
  DISCORD_BOT_TOKEN: z
    .string()
    .regex(
      /^[\w-]{20,}\.[\w-]+\.[\w-]+$/,
      'does not look like a bot token (three parts with dots); copy it again from the developer portal',
    )
    .optional(),
  DISCORD_API_ROOT: address('https://discord.com/api').default('https://discord.com/api'),
  TELEGRAM_PER_SECOND: count(1, 1_000_000, 30),
  TELEGRAM_PER_CHAT_MINUTE: count(1, 1_000_000, 60),
  TELEGRAM_PER_GROUP_MINUTE: count(1, 1_000_000, 20),
  DISCORD_PER_SECOND: count(1, 1_000_000, 50),
  DISCORD_OPENS_PER_MINUTE: count(1, 1000, 5),
  DISCORD_OPENS_PER_DAY: count(1, 100_000, 50),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_KEEP: count(1, 35, 14),
  POLS_BACKUP_KEY: z
    .string()
    .min(32, 'must have at least 32 characters; make one with: openssl rand -base64 32')
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, silent',
    })
    .default('info'),
})

export type Settings = {
  /** `engine`: Postgres itself when not given. */
  store: { url: string; engine?: Engine } | { folder: string }
  dataFolder: string
  configFolder: string
  port: number
  /** Set when given; without it addresses are http://localhost:<port>. */
  publicUrl: string | null
  /** Addresses or networks of proxies before us whose word about who asks is taken. */
  trustedProxies?: string[]
  /** Null: a key is made and kept in the data folder (embedded store only). */
  secretKey: string | null
  /** What `pols rotate-key` changes the key into; nothing else reads it. */
  newSecretKey?: string
  telegram: { token: string; apiRoot: string } | null
  discord: { token: string; apiRoot: string } | null
  /** How fast messages may leave, for the account of a bot as a whole. */
  pace: Pace
  /** Where copies of the database go each night; null: nowhere. */
  backup: BackupSettings | null
  /** Opens copies that are made or put back by hand, also where none go out each night. */
  backupKey?: string
  logLevel: string
}

export type BackupSettings = {
  folder: string
  /** Opens the copies; kept apart from them. */
  key: string
  /** How many copies stay. */
  keep: number
}

/** The platforms' own limits, or less. Replies to people count, and do not wait. */
export type Pace = {
  telegram: { perSecond: number; perChatMinute: number; perGroupMinute: number }
  discord: { perSecond: number; opensPerMinute: number; opensPerDay: number }
}

/**
 * Reads all settings and lists every fault at once, before anything is touched.
 * @throws SettingsError with one line a fault
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const faults: string[] = []
  const given: Record<string, string> = {}
  for (const name of Object.keys(schema.shape)) {
    const value = readOne(name, environment, faults)
    if (value !== undefined) given[name] = value
  }
  for (const name of Object.keys(environment)) {
    if (/^(POLS|TELEGRAM|DISCORD)_/.test(name) && !(name.replace(/_FILE$/, '') in schema.shape)) {
      faults.push(`${name}: there is no such setting. Known are ${Object.keys(schema.shape).join(', ')}.`)
    }
  }
  const parsed = schema.safeParse(given)
  for (const issue of parsed.error?.issues ?? []) {
    if (
      !faults.some(
        (fault) => fault.startsWith(`${String(issue.path[0])}:`) || fault.startsWith(`${String(issue.path[0])}_FILE:`),
      )
    ) {
      faults.push(`${String(issue.path[0])}: ${issue.message}.`)
    }
  }
  const values = parsed.data
  if (given.DATABASE_URL && !given.POLS_SECRET_KEY) {
    faults.push(
      'POLS_SECRET_KEY: is needed together with DATABASE_URL, so that every instance reads the same contacts; make one with: openssl rand -base64 32.',
    )
  }
  if (values && values.DATABASE_ENGINE !== 'postgres' && !given.DATABASE_URL) {
    faults.push(
      `DATABASE_ENGINE: ${values.DATABASE_ENGINE} is a server, and the embedded database is Postgres; give DATABASE_URL as well, or leave this out.`,
    )
  }
  if (given.BACKUP_DIR && !given.POLS_BACKUP_KEY) {
    faults.push(
      'POLS_BACKUP_KEY: is needed together with BACKUP_DIR, for a backup is only written encrypted; make one with: openssl rand -base64 32, and keep it apart from the backups.',
    )
  }
  if (faults.length > 0 || !values)
    throw new SettingsError(`The settings are not right:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
  return {
    store: values.DATABASE_URL
      ? {
          url: values.DATABASE_URL,
          ...(values.DATABASE_ENGINE === 'postgres' ? {} : { engine: values.DATABASE_ENGINE }),
        }
      : { folder: values.DATA_DIR },
    dataFolder: values.DATA_DIR,
    configFolder: values.CONFIG_DIR,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? null,
    ...(values.TRUSTED_PROXIES.length > 0 ? { trustedProxies: values.TRUSTED_PROXIES } : {}),
    secretKey: values.POLS_SECRET_KEY ?? null,
    ...(values.POLS_NEW_SECRET_KEY ? { newSecretKey: values.POLS_NEW_SECRET_KEY } : {}),
    telegram: values.TELEGRAM_BOT_TOKEN
      ? { token: values.TELEGRAM_BOT_TOKEN, apiRoot: values.TELEGRAM_API_ROOT }
      : null,
    discord: values.DISCORD_BOT_TOKEN ? { token: values.DISCORD_BOT_TOKEN, apiRoot: values.DISCORD_API_ROOT } : null,
    pace: {
      telegram: {
        perSecond: values.TELEGRAM_PER_SECOND,
        perChatMinute: values.TELEGRAM_PER_CHAT_MINUTE,
        perGroupMinute: values.TELEGRAM_PER_GROUP_MINUTE,
      },
      discord: {
        perSecond: values.DISCORD_PER_SECOND,
        opensPerMinute: values.DISCORD_OPENS_PER_MINUTE,
        opensPerDay: values.DISCORD_OPENS_PER_DAY,
      },
    },
    backup:
      values.BACKUP_DIR && values.POLS_BACKUP_KEY
        ? { folder: values.BACKUP_DIR, key: values.POLS_BACKUP_KEY, keep: values.BACKUP_KEEP }
        : null,
    ...(values.POLS_BACKUP_KEY ? { backupKey: values.POLS_BACKUP_KEY } : {}),
    logLevel: values.LOG_LEVEL,
  }
}

function readOne(name: string, environment: Record<string, string | undefined>, faults: string[]): string | undefined {
  const direct = environment[name]?.trim() || undefined
  const file = environment[`${name}_FILE`]?.trim() || undefined
  if (!file) return direct
  if (direct) {
    faults.push(`${name}_FILE: ${name} is given as well; keep one of the two.`)
    return undefined
  }
  try {
    const text = readFileSync(file, 'utf8').trim()
    if (text === '') faults.push(`${name}_FILE: the file is empty.`)
    return text || undefined
  } catch {
    faults.push(`${name}_FILE: the file cannot be read. Check that it exists and that this user may read it.`)
    return undefined
  }
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
