/** `pols export` on the real application: what is agreed on, and the files of what holds. Nobody agrees here. */
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp, type RunningApp } from '../../src/app.ts'
import { answerCall } from '../../src/cli/desk-calls.ts'
import { run } from '../../src/cli/run.ts'
import { currentYear } from '../../src/dialogue/coach-mode.ts'
import { readSettings } from '../../src/settings.ts'
import { staffMember } from '../support/agreed.ts'
import { quickFolder } from '../support/memory.ts'
import { ask } from '../support/postgres.ts'
import { copySampleConfig } from '../support/sample-config.ts'
import { granted } from '../support/story.ts'
import { fakeTerminal } from '../support/terminal.ts'

const folder = quickFolder('pols-export-')
const environment = { DATA_DIR: join(folder, 'data'), CONFIG_DIR: join(folder, 'config'), PORT: '0' }
copySampleConfig(environment.CONFIG_DIR)
let app: RunningApp
afterAll(async () => {
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeAll(async () => {
  await ask('/template')
  app = await createApp({
    ...{ store: { folder: environment.DATA_DIR }, dataFolder: environment.DATA_DIR },
    ...{ configFolder: environment.CONFIG_DIR, port: 0, publicUrl: null, secretKey: null },
    ...{ telegram: null, discord: null, pace: readSettings({}).pace, backup: null, logLevel: 'silent' },
  })
  await app.start()
})

async function type(...argv: string[]) {
  const terminal = fakeTerminal(environment)
  const code = await run(argv, terminal, async () => ({ ...app, stop: async () => {} }))
  return { code, said: terminal.said(), complained: terminal.complained() }
}

test('agreements are listed, and the files of one that holds are written once, for their owner only', async () => {
  const out = join(folder, 'out.zip')
  const organisation = app.ground.config().organisations.get('xy')!
  const { desk } = app
  expect((await type('export', 'xy')).said).toBe('Er is nog niets voorgesteld.\n')
  expect(await type('export', 'nobody')).toMatchObject({ code: 2, said: '' })
  const today = app.ground.clock.now().toZonedDateTimeISO(organisation.timezone).toPlainDate()
  const { agreementId } = granted(
    await desk.proposeSharing(
      'coach-page',
      'xy',
      {
        ...{ receiver: 'Stadsdienst', purpose: 'Nagaan hoe jongeren het beleven', surveyId: null },
        ...{
          year: currentYear(app.ground, organisation),
          level: 'aggregates',
          endsOn: today.add({ days: 30 }).toString(),
        },
      },
      'Els',
    ),
  )
  expect((await type('export', 'xy')).said).toContain(`${agreementId}  Stadsdienst: wacht op akkoord`)
  const refused = async () => (await type('export', 'xy', agreementId, '--out', out)).complained
  expect(await refused()).toContain('Hierover is er geen akkoord.')
  // Nobody agrees over the socket, whatever is asked.
  const call = JSON.stringify({ command: 'decideSharing', args: ['command line', 'xy', agreementId, 'agreed'] })
  expect(JSON.parse(await answerCall(app, call))).toMatchObject({ settings: true })
  expect(await desk.decideSharing('command line', 'xy', agreementId, 'agreed')).toMatchObject({ fault: 'desk-may-not' })

  const lead = await staffMember(app, 'xy', 'lead', 'Samira')
  granted(await desk.decideSharing(lead, 'xy', agreementId, 'agreed'))
  expect(await refused()).toContain('Er is nog niets om te delen')
  const { sessionId } = granted(await desk.holdSession('coach-page', 'xy', 'meetingpoint'))
  const round = (await desk.overview('xy'))!.rounds.find((one) => one.sessionId === sessionId)!
  granted(await desk.exampleAnswers('coach-page', 'xy', round.id))
  granted(await desk.closeRound('coach-page', 'xy', round.id))

  const { code, said } = await type('export', 'xy', agreementId, '--out', out)
  expect({ code, first: said.split('\n')[0] }).toEqual({ code: 0, first: `Geschreven: ${out}` })
  expect(Object.keys(unzipSync(new Uint8Array(readFileSync(out))))).toContain('workbook.xlsx')
  expect(statSync(out).mode & 0o777).toBe(0o600)
  expect(await refused()).toContain('bestaat al')
  expect((await type('export', 'xy', agreementId, '--out', join(folder, 'no', 'where.zip'))).complained).toContain(
    'kan niet geschreven worden',
  )
  granted(await desk.endSharing('command line', 'xy', agreementId))
  expect(await refused()).toContain('Dit akkoord is voorbij.')
  const { data_release: releases } = {
    data_release: await app.ground.store.db.selectFrom('data_release').select('made_by').execute(),
  }
  // What could not be written had left the house all the same: it is noted.
  expect(releases.map(({ made_by }) => made_by)).toEqual(['command line', 'command line', 'command line'])
}, 120_000)
