/** The desk: every wish that staff can have, granted once and refused in each way it can be. */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { RunningApp } from '../../src/app.ts'
import { renderDigest } from '../../src/digest/render.ts'
import { agreed, staffMember } from '../support/agreed.ts'
import { plain } from '../support/app.ts'
import { granted, holdSession, ownConfig, startStory } from '../support/story.ts'
import { joins, onTelegram } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }
const NO_BOTS = { telegram: false, discord: false }

test('sessions are added, moved, cancelled and ended; a wrong wish changes nothing', LONG, async () => {
  const story = await startStory(NO_BOTS)
  const { desk } = story.app
  const at = (id: string) => sessionOf(story.app, id)
  const refused = async (wish: Promise<{ ok: boolean }>) => ({ ...(await wish) }) as { ok: false; fault: string }
  const { sessionId } = granted(
    await desk.addSession('coach', 'xy', {
      seriesId: 'meetingpoint',
      startsAt: '2026-12-09T14:00',
      theme: '  vriendschap ',
    }),
  )
  expect(await at(sessionId)).toMatchObject({ theme: 'vriendschap', headcount: null, state: 'planned' })
  expect((await at(sessionId))!.startsAt.toString()).toBe('2026-12-09T13:00:00Z')
  expect((await at(sessionId))!.endsAt.toString()).toBe('2026-12-09T15:00:00Z')
  granted(await desk.moveSession('coach', 'xy', sessionId, '2026-12-10T15:30'))
  expect((await at(sessionId))!.endsAt.toString()).toBe('2026-12-10T16:30:00Z')
  granted(await desk.setTheme('coach', 'xy', sessionId, 'racisme'))
  granted(await desk.setHeadcount('coach', 'xy', sessionId, 14))
  expect(await at(sessionId)).toMatchObject({ theme: 'racisme', headcount: 14 })
  const before = JSON.stringify(await at(sessionId))

  for (const [fault, wish] of [
    [
      'desk-no-organisation',
      desk.addSession('coach', 'niemand', { seriesId: 'meetingpoint', startsAt: '2026-12-09T14:00' }),
    ],
    ['desk-no-series', desk.addSession('coach', 'xy', { seriesId: 'activiteit', startsAt: '2026-12-09T14:00' })],
    ['desk-bad-time', desk.addSession('coach', 'xy', { seriesId: 'meetingpoint', startsAt: '2026-02-30T14:00' })],
    ['desk-bad-time', desk.addSession('coach', 'xy', { seriesId: 'meetingpoint', startsAt: 'morgen' })],
    [
      'desk-bad-theme',
      desk.addSession('coach', 'xy', { seriesId: 'meetingpoint', startsAt: '2026-12-09T14:00', theme: 'x'.repeat(61) }),
    ],
    [
      'desk-bad-theme',
      desk.addSession('coach', 'xy', { seriesId: 'meetingpoint', startsAt: '2026-12-09T14:00', theme: 'a\u0000b' }),
    ],
    ['desk-no-organisation', desk.moveSession('coach', 'niemand', sessionId, '2026-12-10T15:30')],
    ['desk-no-session', desk.moveSession('coach', 'xyz', sessionId, '2026-12-10T15:30')],
    ['desk-bad-time', desk.moveSession('coach', 'xy', sessionId, '2026-12-10')],
    ['desk-no-session', desk.cancelSession('coach', 'xy', 'geen')],
    ['desk-session-over', desk.endSession('coach', 'xy', sessionId)],
    ...[0, 1001, 1.5, Number.NaN, -3].map(
      (count) => ['desk-bad-headcount', desk.setHeadcount('coach', 'xy', sessionId, count)] as const,
    ),
    ['desk-bad-theme', desk.setTheme('coach', 'xy', sessionId, '   ')],
    ['desk-bad-theme', desk.setTheme('coach', 'xy', sessionId, 'a\u0000b')],
    ['desk-no-series', desk.holdSession('coach', 'xy', 'geen')],
    ['desk-no-organisation', desk.holdSession('coach', 'niemand', 'meetingpoint')],
    ['desk-no-organisation', desk.linkCode('coach', 'niemand', 'coach')],
    ['desk-no-organisation', desk.joinLinks('niemand')],
  ] as const)
    expect((await refused(wish)).fault).toBe(fault)
  expect(JSON.stringify(await at(sessionId))).toBe(before)
  expect(await desk.overview('niemand')).toBeNull()

  const now = granted(
    await desk.addSession('coach', 'xy', { seriesId: 'meetingpoint', startsAt: '2026-11-25T17:30' }),
  ).sessionId
  granted(await desk.endSession('coach', 'xy', now))
  expect((await at(now))!.endsAt.toString()).toBe('2026-11-25T17:00:00Z')
  expect((await desk.overview('xy'))!.rounds.map((round) => [round.sessionId, round.state])).toEqual([[now, 'open']])
  expect((await refused(desk.endSession('coach', 'xy', now))).fault).toBe('desk-session-over')
  granted(await desk.cancelSession('coach', 'xy', now))
  expect((await desk.overview('xy'))!.rounds.map((round) => round.state)).toEqual(['cancelled'])
  for (const wish of [
    desk.cancelSession('coach', 'xy', now),
    desk.moveSession('coach', 'xy', now, '2026-12-10T15:30'),
    desk.setTheme('coach', 'xy', now, 'te laat'),
  ]) {
    expect((await refused(wish)).fault).toBe('desk-session-cancelled')
  }
})

test('a round is closed once; its digest can be read again, and a cancelled round has none', LONG, async () => {
  const story = await startStory(NO_BOTS)
  const { desk } = story.app
  const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
  expect(await desk.digest(roundId)).toMatchObject({ ok: false, fault: 'desk-no-digest' })
  expect(await desk.closeRound('coach', 'xyz', roundId)).toMatchObject({ ok: false, fault: 'desk-no-round' })
  expect(granted(await desk.closeRound('coach', 'xy', roundId))).toEqual({ roundId })
  expect(await desk.closeRound('coach', 'xy', roundId)).toMatchObject({ ok: false, fault: 'desk-round-over' })
  expect(await desk.exampleAnswers('coach', 'xy', roundId)).toMatchObject({ ok: false, fault: 'desk-round-over' })
  const first = granted(await desk.digest(roundId))
  expect(first).toMatchObject({
    organisationId: 'xy',
    content: { base: null, example: false, participation: { form: 'few', fewerThan: 5 } },
  })
  expect(granted(await desk.digest(roundId))).toEqual(first)
  const other = await holdSession(story, 'xy', 'meetingpoint')
  granted(await desk.cancelSession('coach', 'xy', other.sessionId))
  expect(await desk.digest(other.roundId)).toMatchObject({ ok: false, fault: 'desk-no-digest' })
  expect(await desk.closeRound('coach', 'xy', other.roundId)).toMatchObject({ ok: false, fault: 'desk-round-over' })
})

test('example answers fill a digest that says so, in a sample organisation only', LONG, async () => {
  const configFolder = ownConfig((files) => {
    files.organisation('xy', (yaml) => yaml.replace('example: true', 'example: false'))
  })
  const story = await startStory({ ...NO_BOTS, configFolder })
  const { desk } = story.app
  expect(await desk.organisations()).toContainEqual({ id: 'xy', name: 'XY', example: false })
  await agreed(story.app, 'xy', 'gesprek')
  const real = await holdSession(story, 'xy', 'meetingpoint')
  expect(await desk.exampleAnswers('coach', 'xy', real.roundId)).toMatchObject({
    ok: false,
    fault: 'desk-not-an-example',
  })
  expect(await desk.exampleAnswers('coach', 'niemand', real.roundId)).toMatchObject({
    ok: false,
    fault: 'desk-no-organisation',
  })
  granted(await desk.holdSession('coach', 'xyz', 'activiteit'))
  const overview = (await desk.overview('xyz'))!
  const round = overview.rounds.find((one) => one.surveyId === 'einde')!
  expect(await desk.exampleAnswers('coach', 'xyz', real.roundId)).toMatchObject({ ok: false, fault: 'desk-no-round' })
  expect(granted(await desk.exampleAnswers('coach', 'xyz', round.id))).toEqual({ people: 12 })
  // Twelve people stay twelve.
  granted(await desk.exampleAnswers('coach', 'xyz', round.id))
  granted(await desk.closeRound('coach', 'xyz', round.id))
  const { content } = granted(await desk.digest(round.id))
  expect(content).toMatchObject({ example: true, participation: { form: 'exactly', count: 12 } })
  const lines = renderDigest(content, 'nl').map(({ text }) => plain(text))
  expect(lines[0]).toContain('voorbeeldgegevens')
  expect(lines.length).toBeLessThanOrEqual(12)
  const { participant, answer } = await story.tables()
  expect(participant!.map((row) => row.example)).toEqual(Array(12).fill(true))
  expect(answer!.every((row) => row.organisation_id === 'xyz')).toBe(true)
})

test(
  'nothing is asked before it was agreed on, and a changed survey runs on as agreed until it is agreed anew',
  LONG,
  async () => {
    const configFolder = ownConfig((files) => {
      files.organisation('xy', (yaml) => yaml.replace('example: true', 'example: false'))
    })
    const path = `${configFolder}/organisations/xy.yaml`
    const story = await startStory({ discord: false, configFolder })
    const { desk } = story.app
    const ann = await onTelegram(story, 'xy', 1, 'nl')
    await joins(ann)
    const surveyState = async () => (await desk.overview('xy'))!.surveys[0]!.state
    expect(await surveyState()).toBe('waiting')
    // A session that would ask nothing is not held for show; one that did take place is simply not asked about.
    expect(await desk.holdSession('coach', 'xy', 'meetingpoint')).toEqual({ ok: false, fault: 'desk-nothing-asked' })
    granted(await desk.addSession('coach', 'xy', { seriesId: 'meetingpoint', startsAt: '2026-11-25T16:00' }))
    await story.rest()
    expect((await desk.overview('xy'))!.rounds).toEqual([])
    const propose = (organisation: string, survey: string) =>
      desk.proposeSurvey('coach-page', organisation, survey, 'Ann')
    expect(await propose('xy', 'geen')).toMatchObject({ ok: false, fault: 'desk-no-survey' })
    expect(await propose('niemand', 'gesprek')).toMatchObject({ ok: false, fault: 'desk-no-organisation' })
    const { proposalId } = granted(await propose('xy', 'gesprek'))
    expect(await propose('xy', 'gesprek')).toMatchObject({ ok: false, fault: 'desk-proposed-already' })
    const alone = await staffMember(story.app, 'xy', 'lead', ' ann ')
    expect(await desk.decideSurvey(alone, 'xy', proposalId, 'agreed')).toMatchObject({ fault: 'desk-same-person' })
    expect(await surveyState()).toBe('waiting')
    const ben = await staffMember(story.app, 'xy', 'lead', 'Ben')
    const first = granted(await desk.decideSurvey(ben, 'xy', proposalId, 'agreed'))
    expect(await desk.decideSurvey(ben, 'xy', proposalId, 'agreed')).toMatchObject({ fault: 'desk-agreed-already' })
    expect(await propose('xy', 'gesprek')).toMatchObject({ ok: false, fault: 'desk-agreed-already' })
    expect(await surveyState()).toBe('agreed')
    // The session of just now is asked about: the window is still open.
    await ann.sees('Vraag 1 van 4')

    writeFileSync(path, readFileSync(path, 'utf8').replace('window: PT72H', 'window: PT48H'))
    await story.app.sweep()
    expect(await surveyState()).toBe('changed')
    story.clock.pass({ minutes: 1 })
    await holdSession(story, 'xy', 'meetingpoint')
    const hours = async () =>
      (await desk.overview('xy'))!.rounds.map((round) => Math.round(round.opensAt.until(round.closesAt).total('hours')))
    expect(await hours()).toEqual([72, 72])
    const second = await agreed(story.app, 'xy', 'gesprek', { lead: 'Cas' })
    expect(second.hash).not.toBe(first.hash)
    story.clock.pass({ minutes: 1 })
    await holdSession(story, 'xy', 'meetingpoint')
    expect(await hours()).toEqual([48, 72, 72])
    const { agreement } = await story.tables()
    const mine = agreement!.filter((row) => row.organisation_id === 'xy')
    expect(mine.map((row) => [row.agreed_by, row.ended_by])).toEqual(
      expect.arrayContaining([
        ['Ben', 'Cas'],
        ['Cas', null],
      ]),
    )
    expect(mine).toHaveLength(2)
  },
)

async function sessionOf(app: RunningApp, id: string) {
  return (await app.desk.overview('xy'))!.sessions.find((one) => one.id === id)
}
