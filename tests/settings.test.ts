import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SettingsError } from '../src/errors.ts'
import { readSettings, type Settings } from '../src/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'pols-settings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const KEY = 'a-key-that-is-long-enough-0123456789'
const TELEGRAM = '123456:abcdefghijklmnopqrstuvwxyz'
const DISCORD = 'abcdefghijklmnopqrstuvwx.abcdef.abcdefghijklm'

/** The lines of the fault, without the first. */
function faults(environment: Record<string, string>): string[] {
  try {
    readSettings(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError)
    const [head, ...lines] = (error as Error).message.split('\n')
    expect(head).toBe('The settings are not right:')
    return lines.map((line) => line.replace(/^- /, ''))
  }
  return []
}

describe('what is given', () => {
  test('nothing at all is enough', () => {
    expect(readSettings({})).toEqual({
      store: { folder: 'data' },
      dataFolder: 'data',
      configFolder: 'config',
      port: 3000,
      publicUrl: null,
      secretKey: null,
      telegram: null,
      discord: null,
      pace: {
        telegram: { perSecond: 30, perChatMinute: 60, perGroupMinute: 20 },
        discord: { perSecond: 50, opensPerMinute: 5, opensPerDay: 50 },
      },
      backup: null,
      logLevel: 'info',
    })
  })

  test('a pace that is no number and a backup without its key are told, each by its name', () => {
    expect(faults({ TELEGRAM_PER_SECOND: '0', DISCORD_OPENS_PER_DAY: 'many', BACKUP_KEEP: '36' })).toEqual([
      'TELEGRAM_PER_SECOND: must be a whole number from 1 to 1000000.',
      'DISCORD_OPENS_PER_DAY: must be a whole number from 1 to 100000.',
      'BACKUP_KEEP: must be a whole number from 1 to 35.',
    ])
    const [sentence, ...others] = faults({ BACKUP_DIR: '/backups' })
    expect(sentence).toContain('POLS_BACKUP_KEY: is needed together with BACKUP_DIR')
    expect(others).toEqual([])
  })

  test('everything arrives where it belongs', () => {
    const settings = readSettings({
      DATABASE_URL: 'postgres://pols:secret@db:5432/pols',
      DATA_DIR: '/var/lib/pols',
      CONFIG_DIR: '/etc/pols',
      PORT: '8080',
      PUBLIC_URL: 'https://pols.example.org/',
      POLS_SECRET_KEY: KEY,
      TELEGRAM_BOT_TOKEN: TELEGRAM,
      TELEGRAM_API_ROOT: 'http://localhost:8081/',
      DISCORD_BOT_TOKEN: DISCORD,
      DISCORD_API_ROOT: 'http://localhost:8082/api',
      TELEGRAM_PER_SECOND: '25',
      TELEGRAM_PER_CHAT_MINUTE: '50',
      TELEGRAM_PER_GROUP_MINUTE: '18',
      DISCORD_PER_SECOND: '40',
      DISCORD_OPENS_PER_MINUTE: '3',
      DISCORD_OPENS_PER_DAY: '30',
      BACKUP_DIR: '/backups',
      BACKUP_KEEP: '30',
      POLS_BACKUP_KEY: KEY,
      LOG_LEVEL: 'warn',
      PATH: '/usr/bin',
      HOME: '/',
    })
    expect(settings).toEqual({
      store: { url: 'postgres://pols:secret@db:5432/pols' },
      dataFolder: '/var/lib/pols',
      configFolder: '/etc/pols',
      port: 8080,
      publicUrl: 'https://pols.example.org',
      secretKey: KEY,
      telegram: { token: TELEGRAM, apiRoot: 'http://localhost:8081' },
      discord: { token: DISCORD, apiRoot: 'http://localhost:8082/api' },
      pace: {
        telegram: { perSecond: 25, perChatMinute: 50, perGroupMinute: 18 },
        discord: { perSecond: 40, opensPerMinute: 3, opensPerDay: 30 },
      },
      backup: { folder: '/backups', key: KEY, keep: 30 },
      backupKey: KEY,
      logLevel: 'warn',
    })
  })

  test('an empty setting is a setting that is not given', () => {
    expect(readSettings({ TELEGRAM_BOT_TOKEN: '', PORT: '  ', DATABASE_URL_FILE: '' })).toEqual(readSettings({}))
  })

  test('port 0 lets the system choose', () => {
    expect(readSettings({ PORT: '0' }).port).toBe(0)
  })
})

describe('what comes from a file', () => {
  test('is read without the line end that editors add', () => {
    const path = file('token', `${TELEGRAM}\n`)
    expect(readSettings({ TELEGRAM_BOT_TOKEN_FILE: path }).telegram?.token).toBe(TELEGRAM)
  })

  test('may be any setting', () => {
    expect(readSettings({ PORT_FILE: file('port', '4000') }).port).toBe(4000)
  })

  test.each([
    ['POLS_SECRET_KEY', KEY, (settings: Settings) => settings.secretKey],
    ['POLS_NEW_SECRET_KEY', KEY, (settings: Settings) => settings.newSecretKey],
    ['POLS_BACKUP_KEY', KEY, (settings: Settings) => settings.backup?.key],
    ['TELEGRAM_BOT_TOKEN', TELEGRAM, (settings: Settings) => settings.telegram?.token],
    ['DISCORD_BOT_TOKEN', DISCORD, (settings: Settings) => settings.discord?.token],
    [
      'DATABASE_URL',
      'postgres://pols:secret@db:5432/pols',
      (settings: Settings) => 'url' in settings.store && settings.store.url,
    ],
  ])('%s, a secret, comes from a file alone', (name, value, found) => {
    const more = {
      ...(name === 'DATABASE_URL' ? { POLS_SECRET_KEY: KEY } : {}),
      BACKUP_DIR: '/backups',
      POLS_BACKUP_KEY: KEY,
    }
    const rest = Object.fromEntries(Object.entries(more).filter(([given]) => given !== name))
    expect(found(readSettings({ ...rest, [`${name}_FILE`]: file(name, `${value}\n`) }))).toBe(value)
    const bad = faults({ ...rest, [`${name}_FILE`]: file(`${name}-bad`, 'hunter2') }).join('\n')
    expect(bad).toContain(name)
    expect(bad).not.toContain('hunter2')
  })

  test('may not be given twice, be empty or be missing', () => {
    const path = file('port', '4000')
    expect(faults({ PORT: '3000', PORT_FILE: path })).toEqual([
      'PORT_FILE: PORT is given as well; keep one of the two.',
    ])
    expect(faults({ PORT_FILE: file('empty', '\n') })).toEqual(['PORT_FILE: the file is empty.'])
    expect(faults({ PORT_FILE: join(folder, 'nowhere') })).toEqual([
      'PORT_FILE: the file cannot be read. Check that it exists and that this user may read it.',
    ])
  })

  test('is judged like a setting that is given directly', () => {
    expect(faults({ PORT_FILE: file('port', 'high') })).toEqual(['PORT: must be a port number, 0 to 65535.'])
  })
})

describe('faults', () => {
  test.each([
    ['PORT', '65536', /port number/],
    ['PORT', '-1', /port number/],
    ['PORT', '80a', /port number/],
    ['DATABASE_URL', 'mysql://db/pols', /postgres:\/\//],
    ['DATABASE_ENGINE', 'mysql', /one of postgres, citus, yugabyte, cockroach/],
    ['DATABASE_ENGINE', 'citus', /give DATABASE_URL as well/],
    ['PUBLIC_URL', 'pols.example.org', /https:\/\/pols\.example\.org/],
    ['PUBLIC_URL', 'ftp://pols.example.org', /address/],
    ['POLS_SECRET_KEY', 'short', /at least 32 characters.*openssl/],
    ['TELEGRAM_BOT_TOKEN', 'hello', /BotFather/],
    ['DISCORD_BOT_TOKEN', 'hello', /developer portal/],
    ['TELEGRAM_API_ROOT', 'localhost:8081', /address/],
    ['TRUSTED_PROXIES', 'my-proxy', /addresses or networks.*10\.0\.0\.0\/8/],
    ['TRUSTED_PROXIES', '10.0.0.0/33', /addresses or networks/],
    ['LOG_LEVEL', 'loud', /one of fatal, error, warn, info, debug, silent/],
  ])('%s=%s is one', (name, value, sentence) => {
    const found = faults({ [name]: value, ...(name === 'DATABASE_URL' ? { POLS_SECRET_KEY: KEY } : {}) })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^${name}: `))
    expect(found[0]).toMatch(sentence)
  })

  test('the engine of a server is told along with its address, Postgres itself needs no word', () => {
    const server = { DATABASE_URL: 'postgres://db/pols', POLS_SECRET_KEY: KEY }
    expect(readSettings({ ...server, DATABASE_ENGINE: 'yugabyte' }).store).toEqual({
      url: server.DATABASE_URL,
      engine: 'yugabyte',
    })
    expect(readSettings({ ...server, DATABASE_ENGINE: 'postgres' })).toEqual(readSettings(server))
    expect(readSettings({ DATABASE_ENGINE: 'postgres' })).toEqual(readSettings({}))
  })

  test('a server needs a key that all instances share', () => {
    expect(faults({ DATABASE_URL: 'postgres://db/pols' })).toEqual([
      expect.stringMatching(/^POLS_SECRET_KEY: .*DATABASE_URL/),
    ])
  })

  test('a name that is nearly right is told, with the names that exist', () => {
    expect(faults({ TELEGRAM_TOKEN: TELEGRAM })).toEqual([
      expect.stringMatching(/^TELEGRAM_TOKEN: there is no such setting\. Known are .*TELEGRAM_BOT_TOKEN/),
    ])
  })

  test('all are told at once, one line each', () => {
    const found = faults({ PORT: 'x', LOG_LEVEL: 'y', POLS_KEY: 'z', DISCORD_BOT_TOKEN_FILE: '/nowhere' })
    expect(found.map((line) => line.split(':')[0]).sort()).toEqual([
      'DISCORD_BOT_TOKEN_FILE',
      'LOG_LEVEL',
      'POLS_KEY',
      'PORT',
    ])
  })

  test('no fault repeats a value: it may be a secret', () => {
    const secret = 'hunter2-hunter2'
    const text = faults({
      DATABASE_URL: `mysql://${secret}@db/pols`,
      POLS_SECRET_KEY: secret,
      TELEGRAM_BOT_TOKEN: secret,
      DISCORD_BOT_TOKEN: secret,
      PUBLIC_URL: secret,
      PORT: secret,
      LOG_LEVEL: secret,
    }).join('\n')
    expect(text.split('\n')).toHaveLength(7)
    expect(text).not.toContain('hunter2')
  })
})
