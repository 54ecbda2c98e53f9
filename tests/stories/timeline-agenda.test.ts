/** The timeline in somebody's own calendar: read back as a calendar reads it. */
import { sync } from 'node-ical'
import { expect, test } from 'vitest'
import { agendaPath } from '../../src/dialogue/agenda.ts'
import { switchMode } from '../../src/dialogue/coach-mode.ts'
import { readYearPlan } from '../../src/dialogue/timeline.ts'
import { changeMoment } from '../../src/dialogue/timeline-edit.ts'
import { momentsOf } from '../../src/timeline/plan.ts'
import { granted, ownConfig, type Story, startStory } from '../support/story.ts'

import { onTeamPage } from '../support/team-page.ts'

const LONG = { timeout: 120_000 }
const START = '2026-10-19T08:00:00Z'

const xy = (story: Story) => story.app.ground.config().organisations.get('xy')!

async function calendar(story: Story, whose: 'own' | 'coach' = 'own') {
  const { status, html: text } = await story.page(agendaPath(story.app.ground, 'xy', whose))
  expect(status).toBe(200)
  const events = Object.values(sync.parseICS(text)).flatMap((one) => (one?.type === 'VEVENT' ? [one] : []))
  return { text, events, of: (summary: string) => events.filter((one) => String(one.summary).includes(summary)) }
}
const at = (date: Date) => date.toISOString()

test(
  'sessions at their hour on both sides of the clock change, moments on their day, each with a name that stays',
  LONG,
  async () => {
    const story = await startStory({ telegram: false, discord: false, start: START })
    const { of, text, events } = await calendar(story)
    // The first Wednesday of the month at six in the evening: summer time until 25 October.
    const sessions = of('Meetingpoint').map((one) => at(one.start as Date))
    expect(sessions).toContain('2026-11-04T17:00:00.000Z')
    expect(sessions).toContain('2027-04-07T16:00:00.000Z')
    const [talk] = of('Impactgesprek')
    expect([talk!.datetype, (talk!.start as Date).toDateString()]).toEqual(['date', 'Thu Oct 08 2026'])
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    // Themes are somebody's business who looks at this telephone; so is what is asked.
    for (const hidden of ['gender', 'racisme', 'Palestina', 'Wat betekenen']) expect(text).not.toContain(hidden)
    expect(text).toContain('Pols vraagt rond deze sessie iets')
  },
)

test('what was moved or dropped keeps its name and says so, also a session that was only foreseen', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false, start: START })
  const before = await calendar(story)
  const moments = momentsOf(await readYearPlan(story.app.ground, xy(story), 2026))
  const [june, talk] = ['june', 'impact-talk'].map((kind) => moments.find((one) => one.kind === kind)!)
  await changeMoment(story.app.ground, xy(story), june!.id, { type: 'move', date: '2027-06-22' }, 'coach-page')
  await changeMoment(story.app.ground, xy(story), talk!.id, { type: 'drop', reason: 'Geen tijd' }, 'coach-page')
  const november = (await story.app.desk.overview('xy'))!.sessions.find(({ startsAt }) =>
    startsAt.toString().startsWith('2026-11-04'),
  )!
  granted(await story.app.desk.moveSession('coach-page', 'xy', november.id, '2026-11-05T18:30'))
  const after = await calendar(story)
  expect(after.of('Evaluatie in juni')[0]).toMatchObject({ uid: before.of('Evaluatie in juni')[0]!.uid, sequence: 1 })
  expect((after.of('Evaluatie in juni')[0]!.start as Date).toDateString()).toBe('Tue Jun 22 2027')
  expect(after.of('Impactgesprek')[0]).toMatchObject({ uid: before.of('Impactgesprek')[0]!.uid, status: 'CANCELLED' })
  const moved = before.of('Meetingpoint').find((one) => at(one.start as Date) === '2026-11-04T17:00:00.000Z')!
  const now = after.of('Meetingpoint').find(({ uid }) => uid === moved.uid)!
  expect([at(now.start as Date), now.sequence]).toEqual(['2026-11-05T17:30:00.000Z', 1])
  // Foreseen by the rule today, in the store in spring: the same entry.
  const ahead = after.of('Meetingpoint').find((one) => at(one.start as Date) === '2027-04-07T16:00:00.000Z')!
  story.clock.set('2027-03-01T10:00:00Z')
  await story.app.sweep()
  const april = (await calendar(story))
    .of('Meetingpoint')
    .filter((one) => at(one.start as Date) === at(ahead.start as Date))
  expect(april.map(({ uid }) => uid)).toEqual([ahead.uid])
  expect(
    (await story.app.desk.overview('xy'))!.sessions.some(({ startsAt }) =>
      startsAt.toString().startsWith('2027-04-07'),
    ),
  ).toBe(true)
})

test(
  'the coach’s own address shows the five moments only in a year without the coach; a wrong address nothing',
  LONG,
  async () => {
    const story = await startStory({ telegram: false, discord: false, start: START })
    expect((await calendar(story, 'coach')).of('Meetingpoint').length).toBeGreaterThan(5)
    await switchMode(story.app.ground, xy(story), { year: 2026, coach: false }, 'somebody')
    const { of, text } = await calendar(story, 'coach')
    expect(of('Meetingpoint').filter((one) => at(one.start as Date) < '2027-09-01')).toEqual([])
    expect(text).toContain('Evaluatie in juni')
    expect(text).not.toContain('Samen kijken')
    expect((await calendar(story)).of('Samen kijken')).toHaveLength(1)
    const [own, coach] = [agendaPath(story.app.ground, 'xy', 'own'), agendaPath(story.app.ground, 'xy', 'coach')]
    for (const wrong of [
      own.replace('/xy/', '/xx/'),
      coach.replace('/xy/', '/xyz/'),
      '/agenda/xy/guess.ics',
      '/agenda/nobody/x.ics',
    ]) {
      const { status, html } = await story.page(wrong)
      expect([status, html.includes('BEGIN:VCALENDAR')]).toEqual([404, false])
    }
  },
)

test('a year without sessions says so, and has its five moments once somebody wants them', LONG, async () => {
  const folder = ownConfig(({ add }) => add('leeg', 'id: leeg\nname: Leeg\nlanguage: nl\n'))
  const story = await startStory({ telegram: false, discord: false, start: START, configFolder: folder })
  const page = await onTeamPage(story, story.coachPath('leeg'))
  const organisation = story.app.ground.config().organisations.get('leeg')!
  expect(momentsOf(await readYearPlan(story.app.ground, organisation, 2026))).toEqual([])
  await page.press('De vijf vaste momenten erbij zetten')
  expect(page.html()).not.toContain('De vijf vaste momenten erbij zetten')
  const html = page.html()
  expect(html).toContain('De tijdlijn opmaken')
  expect(html).toContain('Er staan dit werkjaar geen sessies.')
  const plan = await readYearPlan(story.app.ground, organisation, 2026)
  expect(momentsOf(plan)).toHaveLength(5)
})
