/**
 * Where it all happens: a Postgres server behind a line that can be cut, a fake Telegram and a fake Discord, and a
 * database in which everybody has joined, from which each scenario gets a copy.
 */
import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/log.ts'
import { readSettings } from '../../src/settings.ts'
import { type FakeDiscord, startFakeDiscord } from '../support/fake-discord.ts'
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { type MovedClock, moveClock } from './clock-file.ts'
import { type Crowd, joinAll } from './crowd.ts'
import { EVENING, WEEKS, type Week, writeHouse } from './house.ts'
import { type Line, openLine } from './line.ts'

export type Stage = {
  telegram: FakeTelegram
  discord: FakeDiscord
  server: { down(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>; up(): Promise<void> }
  line: Line
  clock: MovedClock
  crowd: Crowd
  folder: string
  /** What a process of the service is started with. */
  environment(week: Week): Record<string, string>
  /** The folder of a small disk that can be filled; null where this machine lets nobody make one. */
  smallDisk: string | null
  /** A fresh copy of the database in which everybody has joined, on the small disk when wished. */
  freshDatabase(small?: boolean): Promise<void>
  /** Settings with which updates are posted to the service, through a door of ours. */
  doorFor(): Promise<Record<string, string>>
  /** Asks the database behind the line, whatever is done to the line. */
  ask<T extends pg.QueryResultRow>(statement: string, values?: unknown[]): Promise<T[]>
  /** The same on the server's own database. */
  admin(statement: string): Promise<void>
  /** Puts right whatever was done to the line, the server and the platforms. */
  mend(): Promise<void>
  close(): Promise<void>
}

/** @param people how many on Telegram and on Discord */
export async function setStage(
  people: { telegram: number; discord: number },
  say: (words: string) => void,
): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'pols-chaos-'))
  const server = await startPostgres()
  let url = server.url
  const telegram = await startFakeTelegram()
  const discord = await startFakeDiscord()
  const line = await openLine(server.url)
  const clock = moveClock(join(folder, 'clock'), '2026-10-22T10:00:00Z')
  for (const week of WEEKS) writeHouse(join(folder, week.name), week)
  const folderOf = (week: Week) => join(folder, week.name)
  mkdirSync(join(folder, 'data'))
  let inside: pg.Client | null = null
  let up = true

  const environment = (week: Week) => ({
    DATABASE_URL: `postgres://postgres@127.0.0.1:${line.port}/${NAME}`,
    DATA_DIR: join(folder, 'data'),
    CONFIG_DIR: folderOf(week),
    PORT: '0',
    LOG_LEVEL: 'info',
    POLS_SECRET_KEY: SECRET,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DISCORD_BOT_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.apiRoot,
    // Of other limits there are tests of their own; here as much as possible is under way at once.
    TELEGRAM_PER_SECOND: '1000',
    TELEGRAM_PER_CHAT_MINUTE: '6000',
    TELEGRAM_PER_GROUP_MINUTE: '6000',
    DISCORD_PER_SECOND: '1000',
    DISCORD_OPENS_PER_MINUTE: '1000',
    DISCORD_OPENS_PER_DAY: '100000',
    CHAOS_CLOCK: join(folder, 'clock'),
  })

  const on = (name: string) => {
    const address = new URL(url)
    address.pathname = `/${name}`
    return address.href
  }
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: on('postgres') })
    client.on('error', () => {})
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  const leave = async () => {
    await inside?.end().catch(() => {})
    inside = null
  }
  const ask = async <T extends pg.QueryResultRow>(statement: string, values: unknown[] = []) => {
    if (!inside) {
      inside = new pg.Client({ connectionString: on(NAME) })
      inside.on('error', () => {
        inside = null
      })
      await inside.connect()
    }
    return (await inside.query<T>(statement, values)).rows
  }

  async function begin() {
    url = await server.up()
    up = true
    line.to(url)
  }
  const smallDisk = await makeSmallDisk(server.folder, admin)
  say(`${people.telegram} people on Telegram and ${people.discord} on Discord join`)
  await admin(`create database ${JOINED}`)
  const settings = { ...environment(EVENING), DATABASE_URL: on(JOINED), CHAOS_CLOCK: undefined }
  const app = await createApp(readSettings(settings), {
    clock,
    ticking: false,
    log: createLog('error'),
  })
  await app.start()
  const crowd = await joinAll({ app, telegram, discord }, people)
  await app.stop()

  return {
    ...{ telegram, discord, line, clock, crowd, folder, environment, ask, admin, smallDisk },
    server: {
      async down(signal) {
        await leave()
        up = false
        await server.down(signal)
      },
      up: begin,
    },
    async freshDatabase(small = false) {
      await leave()
      await admin(`drop database if exists ${NAME} with (force)`)
      await admin(`create database ${NAME} template ${JOINED}${small ? ' tablespace small' : ''}`)
    },
    async doorFor() {
      const port = await freePort()
      telegram.leadTo(`http://127.0.0.1:${port}/telegram`)
      return { PORT: String(port), PUBLIC_URL: 'https://pols.example.org' }
    },
    async mend() {
      line.onStep(null)
      line.slow(0)
      line.shut(false)
      telegram.onStep(null)
      telegram.storm(null)
      discord.onStep(null)
      discord.storm(null)
      if (!up) await begin()
      if (smallDisk) rmSync(join(smallDisk, 'ballast'), { force: true })
      await admin('alter system reset default_transaction_read_only')
      await admin('select pg_reload_conf()')
    },
    async close() {
      await leave()
      await line.close()
      await telegram.close()
      await discord.close()
      if (smallDisk) {
        if (up) await server.down()
        spawnSync('umount', [smallDisk])
      }
      await server.stop()
      clock.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A disk in memory, which only a machine that lets us mount one has; Postgres keeps a tablespace on it. */
async function makeSmallDisk(folder: string, admin: (statement: string) => Promise<void>): Promise<string | null> {
  const disk = join(folder, 'small')
  const { uid, gid } = statSync(folder)
  mkdirSync(disk)
  const options = `size=64m,mode=0700,uid=${uid},gid=${gid}`
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk], { stdio: 'ignore' })
  if (status !== 0) return null
  mkdirSync(join(disk, 'space'), { mode: 0o700 })
  chownSync(join(disk, 'space'), uid, gid)
  await admin(`create tablespace small location '${join(disk, 'space')}'`)
  return disk
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

export const SECRET = 'a secret of the chaos suite that is long enough'
const NAME = 'chaos'
const JOINED = 'chaos_joined'
