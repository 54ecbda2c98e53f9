import { rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Counter } from '../../src/cli/app-port.ts'
import { CALLS } from '../../src/cli/desk-calls.ts'
import { deskSocketPath, serveDesk } from '../../src/cli/desk-socket.ts'
import { findRunning } from '../../src/cli/remote.ts'
import { SettingsError } from '../../src/errors.ts'
import type { Overview } from '../../src/rounds/desk.ts'
import { quickFolder } from '../support/memory.ts'

let folder: string
let path: string
let stop: () => Promise<void>
let heard: unknown[][]
let answer: (command: string) => Promise<unknown>

/** What ends a connection in these tests is never its silence. */
const FOR_EVER = 0

/** A desk that writes down what it is asked and answers what the test wants. */
const counter = (): Counter =>
  ({
    desk: Object.fromEntries(
      Object.keys(CALLS).map((command) => [
        command,
        (...args: unknown[]) => {
          heard.push([command, ...args])
          return answer(command)
        },
      ]),
    ) as unknown as Counter['desk'],
    status: () => answer('status') as Promise<object>,
    migrate: () => answer('migrate') as Promise<string[]>,
    backup: (file) => {
      heard.push(['backup', file])
      return answer('backup') as ReturnType<Counter['backup']>
    },
  }) satisfies Counter

beforeEach(async () => {
  folder = quickFolder('pols-desk-')
  path = deskSocketPath(folder)
  heard = []
  answer = async () => ({ ok: true, value: {} })
  stop = await serveDesk(path, counter(), FOR_EVER)
})
afterEach(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true })
})

const running = async () => (await findRunning(path))!

describe('a command from another process', () => {
  test('reaches the desk with its arguments', async () => {
    const { desk } = await running()
    answer = async () => ({ ok: true, value: { sessionId: 's1' } })
    const wish = { seriesId: 'meetingpoint', startsAt: '2026-12-09T14:00', theme: 'ruzie & "vrede"\n' }
    expect(await desk.addSession('Ann', 'xy', wish)).toEqual({ ok: true, value: { sessionId: 's1' } })
    expect(heard).toEqual([['addSession', 'Ann', 'xy', wish]])
  })

  test('has times and dates back as times and dates', async () => {
    const overview = {
      id: 'xy',
      series: [{ id: 'a', title: { nl: 'Activiteit' } }],
      sessions: [{ id: 's', startsAt: Temporal.Instant.from('2026-12-09T13:00:00.5Z'), theme: null }],
      digests: [{ content: { date: Temporal.PlainDate.from('2026-12-09') } }],
    } as unknown as Overview
    answer = async () => overview
    const back = await (await running()).desk.overview('xy')
    expect(back?.sessions[0]?.startsAt).toBeInstanceOf(Temporal.Instant)
    expect(back?.sessions[0]?.startsAt.equals(overview.sessions[0]!.startsAt)).toBe(true)
    expect(back?.sessions[0]?.theme).toBeNull()
    expect(Reflect.get(back!.digests[0]!.content, 'date')).toEqual(Temporal.PlainDate.from('2026-12-09'))
    expect(back?.series).toEqual(overview.series)
  })

  test('is told of a wish that is not granted, and of nothing at all', async () => {
    const { desk } = await running()
    answer = async () => ({ ok: false, fault: 'desk-no-session' })
    expect(await desk.endSession('Ann', 'xy', 's')).toEqual({ ok: false, fault: 'desk-no-session' })
    answer = async () => null
    expect(await desk.overview('nobody')).toBeNull()
  })

  test('asks for status and migrations as well', async () => {
    const { status, migrate } = await running()
    answer = async (command) => (command === 'status' ? { ear: true } : ['first'])
    expect(await status()).toEqual({ ear: true })
    expect(await migrate()).toEqual(['first'])
  })

  test('gets a fault in the settings in full, and of a bug nothing that may be secret', async () => {
    const { desk } = await running()
    answer = async () => {
      throw new SettingsError('PORT: is wrong.')
    }
    await expect(desk.organisations()).rejects.toThrow(new SettingsError('PORT: is wrong.'))
    answer = async () => {
      throw new Error('hunter2')
    }
    await expect(desk.organisations()).rejects.toThrow('the running process failed')
  })

  test('may come many at once', async () => {
    const { desk } = await running()
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, n) => desk.endSession('Ann', 'xy', `s${n}`)))
    expect(outcomes).toHaveLength(40)
    expect(new Set(heard.map((call) => call[3])).size).toBe(40)
  })
})

describe('the socket', () => {
  test('is for its owner only', () => {
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  test('of a process that died is taken over; without one there is nobody', async () => {
    await stop()
    expect(await findRunning(path)).toBeNull()
    writeFileSync(path, '')
    expect(await findRunning(path)).toBeNull()
    stop = await serveDesk(path, counter())
    expect(await running()).not.toBeNull()
  })

  test('is named in the shorter way, because systems cut long names', () => {
    expect(deskSocketPath('data')).toBe('data/pols.sock')
    expect(deskSocketPath(join(process.cwd(), 'data'))).toBe('data/pols.sock')
    expect(deskSocketPath('/pols')).toBe('/pols/pols.sock')
  })

  test.each([
    ['what is not JSON', 'hello\n'],
    ['a command that does not exist', '{"command":"rm","args":[]}\n'],
    ['a command of every object', '{"command":"constructor","args":[]}\n'],
    ['too few arguments', '{"command":"endSession","args":["Ann"]}\n'],
    ['an argument of another kind', '{"command":"digest","args":[{"$ne":1}]}\n'],
  ])('answers %s with a fault and asks the desk nothing', async (_, line) => {
    expect(JSON.parse(await exchange(line))).toHaveProperty('failure')
    expect(heard).toEqual([])
  })

  test('closes on somebody who goes on and on', async () => {
    expect(await exchange('x'.repeat(200_000))).toBe('')
    expect((await running()) === null).toBe(false)
  })

  test('does not wait for ever on somebody who is silent', async () => {
    await stop()
    stop = await serveDesk(path, counter(), 20)
    expect(await exchange('half a call')).toBe('')
  })

  test('stops when what is being answered is done, and does not wait for who is silent', async () => {
    const silent = connect(path)
    await new Promise((done) => silent.once('connect', done))
    const gate = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    answer = async () => {
      asked.resolve()
      await gate.promise
      return { ok: true, value: { sessionId: 'late' } }
    }
    const outcome = (await running()).desk.endSession('Ann', 'xy', 's')
    await asked.promise
    let stopped = false
    const stopping = stop().then(() => {
      stopped = true
    })
    await new Promise((done) => silent.once('close', done))
    expect(stopped).toBe(false)
    gate.resolve()
    expect(await outcome).toEqual({ ok: true, value: { sessionId: 'late' } })
    await stopping
    expect(await findRunning(path)).toBeNull()
    stop = async () => {}
  })
})

function exchange(text: string): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(path, () => socket.write(text))
    socket.on('data', (chunk) => {
      said += chunk.toString()
    })
    socket.on('error', () => {}).on('close', () => resolve(said))
  })
}
