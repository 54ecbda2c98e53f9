/** The whole app in a test: a clock of its own, fake platforms on loopback, a data folder or a server, logs that can be read. */
import { rmSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { createApp, type Overrides, type RunningApp } from '../../src/app.ts'
import { createLog } from '../../src/log.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { type FakeDiscord, startFakeDiscord } from './fake-discord.ts'
import { FAKE_TOKEN, type FakeTelegram, startFakeTelegram } from './fake-telegram.ts'
import { quickFolder } from './memory.ts'
import { ask } from './postgres.ts'

export type TestClock = { now(): Temporal.Instant; pass(duration: Temporal.DurationLike): void; set(at: string): void }

/** A clock that stands still until it is told to go on. */
export function testClock(start = '2026-11-25T17:00:00Z'): TestClock {
  let now = Temporal.Instant.from(start)
  return {
    now: () => now,
    pass: (duration) => {
      now = now.add(duration)
    },
    set: (at) => {
      now = Temporal.Instant.from(at)
    },
  }
}

export type World = {
  clock: TestClock
  telegram: FakeTelegram
  discord: FakeDiscord
  settings: Settings
  logs: string[]
  /** Starts an app; several may run at once on a server. Stopped when the test ends. */
  start(overrides?: Overrides): Promise<RunningApp>
}

export type WorldOptions = {
  url?: string
  start?: string
  configFolder?: string
  telegram?: boolean
  discord?: boolean
  publicUrl?: string
}

/** A world without an app in it yet; everything is closed and removed when the test ends. */
export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  await ask('/template')
  const clock = testClock(options.start)
  const telegram = await startFakeTelegram()
  const discord = await startFakeDiscord()
  const dataFolder = quickFolder('pols-')
  const logs: string[] = []
  const apps: RunningApp[] = []
  onTestFinished(async () => {
    for (const app of apps) await app.stop().catch(() => {})
    await telegram.close()
    await discord.close()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  const settings: Settings = {
    store: options.url ? { url: options.url } : { folder: dataFolder },
    dataFolder,
    configFolder: options.configFolder ?? 'config',
    port: 0,
    publicUrl: options.publicUrl ?? null,
    secretKey: 'a secret for tests that is long enough',
    telegram: options.telegram === false ? null : { token: FAKE_TOKEN, apiRoot: telegram.apiRoot },
    discord: options.discord === false ? null : { token: discord.token, apiRoot: discord.apiRoot },
    pace: storyPace(),
    backup: null,
    logLevel: 'debug',
  }
  return {
    clock,
    telegram,
    discord,
    settings,
    logs,
    async start(overrides = {}) {
      const log = createLog('debug', {
        write: (line) => {
          logs.push(line)
        },
      })
      // A story's clock may jump the moment the desk has answered: what was set off has been sent by then.
      const app = await createApp(settings, { clock, log, ticking: false, sendingMs: 60_000, ...overrides })
      apps.push(app)
      await app.start()
      return app
    },
  }
}

/** The seconds of a pace are real, the minutes are more than a story has: its clock stands still. */
function storyPace(): Settings['pace'] {
  const { telegram, discord } = readSettings({}).pace
  return { telegram: { ...telegram, perChatMinute: 100_000, perGroupMinute: 100_000 }, discord }
}

/** Text without the direction isolates around values. */
export const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '')
