import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ROOT } from '../support/house-rules.ts'
import { quickFolder } from '../support/memory.ts'
import { ask } from '../support/postgres.ts'
import { launch, plainEnvironment, type Running } from '../support/process.ts'

const MAIN = join(ROOT, 'src', 'main.ts')
/** Starting a process on a busy machine takes its time, in milliseconds. */
const LONG = 120_000
const folder = quickFolder('pols-process-')
const children: Running[] = []
let data: string

beforeAll(() => ask('/template'))
beforeEach(() => {
  data = mkdtempSync(join(folder, 'data-'))
})
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.end()))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `pols …` with this test's data folder, on a port that the system chooses. */
function pols(args: string[], environment: Record<string, string> = {}): Running {
  const running = launch(
    process.execPath,
    [MAIN, ...args],
    plainEnvironment({ DATA_DIR: data, PORT: '0', ...environment }),
  )
  children.push(running)
  return running
}

async function started(environment: Record<string, string> = {}) {
  const running = pols(['start', '--json'], environment)
  const ready = JSON.parse(await running.says(/\n$/)) as {
    addresses: { organisation: string; person: string; coach: string }[]
  }
  return { running, ready }
}

describe('pols start', { timeout: LONG }, () => {
  test('prints two addresses for each organisation, says what embedded is not for, and stops with exit 0', async () => {
    const running = pols(['start'])
    const said = await running.says('DATABASE_URL')
    for (const name of ['XX', 'XY', 'XYZ'])
      expect(said).toMatch(new RegExp(`^${name}\\n  Jongere: +http://\\S+\\n  Begeleider: +http://\\S+$`, 'm'))
    expect(said).toContain(`in de map ${data}, in een ingebouwde databank`)
    for (const [, url] of said.matchAll(/(http:\/\/\S+)/g)) expect((await fetch(url!)).status).toBe(200)
    running.kill('SIGTERM')
    expect(await running.ended).toMatchObject({ code: 0, signal: null })
    expect(existsSync(join(data, 'pols.sock'))).toBe(false)
  })

  test('answers commands from another process while it holds the folder', async () => {
    const { running } = await started()
    const added = await pols(['session', 'add', 'xy', 'meetingpoint', '2036-12-09 14:00', '--theme', 'rust', '--json'])
      .ended
    expect(added).toMatchObject({ code: 0, complained: '' })
    expect(JSON.parse(added.said)).toEqual({ session: expect.any(String) })
    const status = JSON.parse((await pols(['status', '--json']).ended).said)
    expect(status).toMatchObject({ running: true, node: process.version, database: true })
    running.kill('SIGINT')
    expect((await running.ended).code).toBe(0)
    const after = JSON.parse((await pols(['status', '--json']).ended).said)
    expect(after).toMatchObject({ running: false, database: true })
  })

  test('refuses a folder that is in use, and leaves the first process alone', async () => {
    const { ready } = await started()
    const second = await pols(['start']).ended
    expect(second).toMatchObject({ code: 1, said: '' })
    expect(second.complained).toMatch(/^DATA_DIR: another process already uses the folder .+ Stop it first.+\n$/)
    expect((await fetch(ready.addresses[0]!.coach)).status).toBe(200)
  })

  test('refuses a port that is taken, in one sentence', async () => {
    const { ready } = await started()
    const port = new URL(ready.addresses[0]!.person).port
    const second = await pols(['start'], { DATA_DIR: join(data, 'other'), PORT: port }).ended
    expect(second).toMatchObject({ code: 1, said: '' })
    expect(second.complained).toMatch(new RegExp(`^PORT: port ${port} cannot be listened on: .+\\n$`, 'm'))
  })

  test('exits 1 on wrong settings, before it touches anything', async () => {
    const nowhere = join(data, 'nowhere')
    const { code, said, complained } = await pols(['start'], {
      DATA_DIR: nowhere,
      PORT: 'high',
      TELEGRAM_BOT_TOKEN: 'no',
    }).ended
    expect({ code, said }).toEqual({ code: 1, said: '' })
    expect(complained).toMatch(/^- PORT: /m)
    expect(complained).toMatch(/^- TELEGRAM_BOT_TOKEN: /m)
    expect(existsSync(nowhere)).toBe(false)
  })

  test('says which database cannot be reached', async () => {
    const { code, complained } = await pols(['start'], {
      DATABASE_URL: 'postgres://pols:hunter2@127.0.0.1:9/pols',
      POLS_SECRET_KEY: 'k'.repeat(32),
    }).ended
    expect(code).toBe(1)
    expect(complained).toMatch(/^DATABASE_URL: the database cannot be reached/)
    expect(complained).not.toContain('hunter2')
  })
})

describe('on a computer with another Node', { timeout: LONG }, () => {
  const shell = (line: string, more: Record<string, string> = {}) => {
    const running = launch('/bin/sh', ['-c', line], plainEnvironment(more))
    children.push(running)
    return running.ended
  }

  test.each([['npm run --silent pols -- --version'], ['npx --offline pols --version'], ['node bin/pols.js --version']])(
    '%s runs on the Node of the project',
    async (line) => {
      const { code, said } = await shell(line)
      expect({ code, said }).toEqual({
        code: 0,
        said: expect.stringMatching(/^pols \d+\.\d+\.\d+ \(node v26\.\d+\.\d+\)\n$/),
      })
    },
  )

  test('so does npm test: this very run is one', async () => {
    expect(process.version).toMatch(/^v26\./)
    // What `npm test` calls, npm calls with the folder of the project's Node first.
    const { said } = await shell('npm exec --offline --call "node --version"')
    expect(said).toMatch(/^v26\./)
  })

  test('the launcher passes on how it ended, and signals', async () => {
    expect((await shell('node bin/pols.js nonsense')).code).toBe(2)
    const running = launch('node', ['bin/pols.js', 'start', '--json'], plainEnvironment({ DATA_DIR: data, PORT: '0' }))
    children.push(running)
    await running.says(/\n$/)
    running.kill('SIGTERM')
    expect(await running.ended).toMatchObject({ code: 0, signal: null })
  })

  test('without any newer Node it says in one sentence what to do', async () => {
    // The same launcher in a folder where npm installed nothing.
    const bare = mkdtempSync(join(folder, 'bare-'))
    const launcher = readFileSync(join(ROOT, 'bin', 'pols.js'), 'utf8').replace(
      'const NEEDED = 26',
      'const NEEDED = 1000',
    )
    writeFileSync(join(bare, 'pols.mjs'), launcher)
    const { code, said, complained } = await shell(`node ${join(bare, 'pols.mjs')} start`)
    expect({ code, said }).toEqual({ code: 1, said: '' })
    expect(complained).toMatch(/^Pols needs Node 1000 and this is v\d+\S+: run "npm ci" [^\n]+\.\n$/)
  })
})
