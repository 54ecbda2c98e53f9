/** The commands of the desk on the real application, which is opened once for all of them. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp, type RunningApp } from '../../src/app.ts'
import type { App } from '../../src/cli/app-port.ts'
import { answerCall } from '../../src/cli/desk-calls.ts'
import { run } from '../../src/cli/run.ts'
import { readSettings } from '../../src/settings.ts'
import { quickFolder } from '../support/memory.ts'
import { ask } from '../support/postgres.ts'
import { copySampleConfig } from '../support/sample-config.ts'
import { fakeTerminal } from '../support/terminal.ts'

const folder = quickFolder('pols-desk-commands-')
const environment = { DATA_DIR: join(folder, 'data'), CONFIG_DIR: join(folder, 'config'), PORT: '0' }
copySampleConfig(environment.CONFIG_DIR)
let app: App
afterAll(async () => {
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function type(...argv: string[]) {
  const terminal = fakeTerminal(environment)
  const code = await run(argv, terminal, async () => ({ ...app, stop: async () => {} }))
  return { code, said: terminal.said(), complained: terminal.complained() }
}
async function json<T>(...argv: string[]): Promise<T> {
  const { code, said, complained } = await type(...argv, '--json')
  expect({ code, complained }).toEqual({ code: 0, complained: '' })
  return JSON.parse(said) as T
}

beforeAll(async () => {
  await ask('/template')
  app = await createApp({
    store: { folder: environment.DATA_DIR },
    dataFolder: environment.DATA_DIR,
    configFolder: environment.CONFIG_DIR,
    port: 0,
    publicUrl: null,
    secretKey: null,
    telegram: null,
    discord: null,
    pace: readSettings({}).pace,
    backup: null,
    logLevel: 'silent',
  })
  // Starting writes the plan of the sample organisations.
  await app.start()
})

type Listed = { timezone: string; sessions: { id: string; startsAt: string; theme: string | null; state: string }[] }

describe('sessions', () => {
  test('are added, moved and cancelled on the clock of the organisation', async () => {
    const soon = Temporal.Now.plainDateISO('Europe/Brussels').add({ days: 5 }).toString()
    const later = Temporal.PlainDate.from(soon).add({ days: 1 }).toString()
    const find = async (id: string) => {
      const listed = await json<Listed>('session', 'list', 'xy')
      expect(listed.timezone).toBe('Europe/Brussels')
      return listed.sessions.find((session) => session.id === id)
    }
    const { session } = await json<{ session: string }>(
      'session',
      'add',
      'xy',
      'meetingpoint',
      `${soon} 14:00`,
      '--theme',
      'rust',
      '--by',
      'Ann',
    )
    expect(await find(session)).toMatchObject({ startsAt: `${soon}T14:00`, theme: 'rust', state: 'planned' })

    expect((await type('session', 'move', 'xy', session, `${later}T15:30`)).said).toBe(
      `Verplaatst: sessie ${session}.\n`,
    )
    expect(await find(session)).toMatchObject({ startsAt: `${later}T15:30` })

    expect((await type('session', 'cancel', 'xy', session, '--language', 'en')).said).toBe(
      `Cancelled: session ${session}.\n`,
    )
    expect(await find(session)).toMatchObject({ state: 'cancelled' })
    const { said } = await type('session', 'list', 'xy')
    expect(said).toMatch(new RegExp(`^${session} {2}${later} 15:30–17:30 {2}Meetingpoint · rust · geschrapt$`, 'm'))
  })

  test.each([
    [['session', 'list', 'nobody'], 'desk-no-organisation'],
    [['session', 'add', 'xy', 'nothing', '2036-12-09T14:00'], 'desk-no-series'],
    [['session', 'add', 'xy', 'meetingpoint', 'tomorrow'], 'desk-bad-time'],
    [['session', 'end', 'xy', 'nothing'], 'desk-no-session'],
    [['propose', 'xy', 'nothing', '--by', 'Ann'], 'desk-no-survey'],
    [['propose', 'xy', 'gesprek', '--by', 'Ann'], 'desk-agreed-already'],
    [['propose', 'xy', 'gesprek', '--by', ' '], 'desk-no-name'],
    [['agreements', 'nobody'], 'desk-no-organisation'],
    [['agreements', 'xy', '--on', '2026-02-30'], 'desk-bad-day'],
    [['link-code', 'nobody'], 'desk-no-organisation'],
    [['qr', 'nobody'], 'desk-no-organisation'],
    [['digest', 'nothing'], 'desk-no-digest'],
  ])('%j is refused in one sentence, exit 2', async (argv, fault) => {
    const { code, said, complained } = await type(...argv, '--json')
    expect(code).toBe(2)
    expect(complained).toMatch(/^[^\n]+\n$/)
    expect(JSON.parse(said)).toEqual({ ok: false, fault, sentence: complained.trim() })
  })
})

describe('agreements', () => {
  test('what held on a day, and the whole log; nothing before, and nobody can agree here', async () => {
    const today = Temporal.Now.plainDateISO('Europe/Brussels').toString()
    const { said } = await type('agreements', 'xy', '--on', today)
    expect(said).toContain(
      'Wat betekenen de gesprekken op het meetingpoint voor de jongeren? – akkoord van XY (voorbeeld)',
    )
    expect(said).toContain('    Voorgesteld door Pols (voorbeeld)')
    expect((await type('agreements', 'xy', '--on', '2020-01-01')).said).toContain(
      'Op die dag gold er geen enkel akkoord.',
    )
    expect((await type('agreements', 'xy', '--all', 'md')).said).toMatch(/^# Wat is afgesproken met XY\n/)
    expect((await type('agreements', 'xy', '--all', 'csv')).said.split('\r\n')[1]).toMatch(/^"akkoord","gesprek",/)
    const listed = await json<{ agreements: { surveyId: string; state: string }[] }>('agreements', 'xy', '--on', today)
    expect(listed.agreements).toMatchObject([{ surveyId: 'gesprek', state: 'runs' }])
    // Nor over the socket, whatever is written there.
    const call = JSON.stringify({ command: 'decideSurvey', args: ['command line', 'xy', 'p', 'agreed'] })
    expect(JSON.parse(await answerCall(app, call))).toMatchObject({ settings: true })
    for (const command of ['agree', 'decide', 'decideSurvey'])
      expect((await type(command, 'xy', 'gesprek')).code).toBe(2)
  })
})

describe('joining', () => {
  test('the QR code is an SVG, a PNG or text, of the same address', async () => {
    const svg = join(folder, 'xy.svg')
    const png = join(folder, 'xy.PNG')
    const written = await json<{ url: string; channel: string }>('qr', 'xy', '--out', svg)
    expect(written.channel).toBe('web')
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg /)
    await json('qr', 'xy', '--out', png)
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG')
    const { said } = await type('qr', 'xy')
    expect(said).toContain('█')
    expect(said.trim().split('\n').at(-1)).toBe(written.url)
  })

  test('a channel that is not set up, and a file that cannot be written, are wrong use', async () => {
    expect(await type('qr', 'xy', '--channel', 'telegram')).toMatchObject({
      code: 2,
      complained: expect.stringContaining('telegram'),
    })
    expect(await type('qr', 'xy', '--out', join(folder, 'no', 'where.svg'))).toMatchObject({
      code: 2,
      complained: expect.stringContaining('where.svg'),
    })
  })

  test('the first lead is invited here, and when there is one, nobody any more', async () => {
    const invited = await type('invite', 'xz', 'lead', 'Samira')
    expect(invited.said).toBe('')
    const given = await json<{ code: string; path: string; role: string; name: string }>(
      'invite',
      'xx',
      'lead',
      'Samira',
    )
    expect(given).toMatchObject({ role: 'lead', name: 'Samira', path: `/uitnodiging/${given.code}` })
    const { said } = await type('invite', 'xx', 'worker', 'Joris')
    expect(said.replaceAll(/[\u2068\u2069]/g, '')).toMatch(/Geef dit alleen aan Joris\.[\s\S]*\/koppel [a-z2-9]{14}/)
    const helper = await type('invite', 'xx', 'helper', 'Fatima', '--session', 'niets', '--until', '2099-01-01')
    expect(helper.code).toBe(2)
    const taken = await fetch(`http://127.0.0.1:${(app as RunningApp).port()}${given.path}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ eenmalig: 'one' }),
    })
    expect(taken.headers.get('location')).toMatch(/^\/team\/[\w-]{43}$/)
    const after = await type('invite', 'xx', 'worker', 'Joris', '--language', 'en')
    expect({ code: after.code, complained: after.complained }).toEqual({
      code: 2,
      complained: expect.stringContaining('There is a lead, who gives the roles: ask there.'),
    })
  })

  test('a link code is for one purpose and tells what to type', async () => {
    const first = await json<{ code: string; purpose: string; expiresAt: string }>('link-code', 'xy', '--for', 'join')
    expect(first.purpose).toBe('join')
    expect(() => Temporal.Instant.from(first.expiresAt)).not.toThrow()
    const { said } = await type('link-code', 'xy')
    expect(said).toMatch(/: \/koppel \S{6,}\n$/)
    expect(said).not.toContain(first.code)
  })
})

test('migrate has nothing to do the second time, and status counts no fault', async () => {
  expect(await json('migrate')).toEqual({ migrations: [] })
  expect((await type('migrate')).said).toBe('De databank was al bij.\n')
  expect(await json('status')).toMatchObject({ running: false, node: process.version, database: true, faults: 0 })
})
