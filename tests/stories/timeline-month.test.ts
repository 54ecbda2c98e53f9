/** A month of sessions that nobody of the staff touches after planning, counted from the log. */
import { expect, test } from 'vitest'
import { readYearPlan } from '../../src/dialogue/timeline.ts'
import { momentsOf } from '../../src/timeline/plan.ts'
import { granted, startStory } from '../support/story.ts'
import { joins, onTelegram } from '../support/story-young.ts'

test('four sessions with a start and an end cost the youth worker no action; every tap of their own is counted', {
  timeout: 180_000,
}, async () => {
  const story = await startStory({ discord: false, start: '2026-11-30T10:00:00Z' })
  const plan = () => readYearPlan(story.app.ground, story.app.ground.config().organisations.get('xyz')!, 2026)
  const young = []
  for (let id = 1; id <= 6; id += 1) {
    const one = await onTelegram(story, 'xyz', id, 'nl')
    await joins(one)
    young.push(one.person)
  }
  const at = async (time: string) => {
    story.clock.set(time)
    await story.app.sweep()
    await story.rest()
  }
  expect((await plan()).effort).toEqual({ sessions: 0, taps: 0 })
  for (const day of ['04', '11', '18', '25']) {
    for (const time of ['15:00', '17:00']) {
      await at(`2026-12-${day}T${time}:01Z`)
      for (const person of young) person.tap(0)
      await story.rest()
    }
    await at(`2026-12-${day}T19:01:00Z`)
  }
  const overview = (await story.app.desk.overview('xyz'))!
  const december = overview.digests.filter(({ content }) => content.date.startsWith('2026-12'))
  expect(december).toHaveLength(8)
  // It was no empty month: everybody answered at each start and end.
  expect(december.map(({ content }) => content.base)).toEqual(Array(8).fill(6))
  expect((await plan()).effort).toEqual({ sessions: 4, taps: 0 })
  const { html } = await story.page(story.coachPath('xyz'))
  expect(html.replace(/[\u2066-\u2069]/g, '')).toContain(
    '0 handelingen van begeleiders na het plannen, bij 4 sessies met een peiling. Nodig: 0.',
  )

  // Who wants to say how many there were, or write back, may: that is counted, and that they did is not hidden.
  const [last] = overview.sessions.filter(({ startsAt }) => startsAt.toString().startsWith('2026-12-25'))
  granted(await story.app.desk.setHeadcount('coach-page', 'xyz', last!.id, 9))
  const digest = december.find(({ content }) => content.date === '2026-12-25' && content.moment === 'end')!
  const draft = { nl: { said: 'Het was fijn.', doing: 'We doen het nog eens.', cannot: '' } }
  granted(await story.app.desk.writeFeedback('coach-page', 'xyz', digest.id, draft))
  expect((await plan()).effort).toEqual({ sessions: 4, taps: 2 })

  // Asking costs a young person a minute each time; nobody's hours are counted for what runs by itself.
  const december2026 = (await plan()).months.find(({ month }) => month === '2026-12')!
  expect(december2026.moments.filter(({ kind }) => kind === 'peiling')).toHaveLength(8)
  expect(december2026.planned).toMatchObject({ young: 8, coach: 0, third: 0 })
  const back = momentsOf(await plan()).filter(({ kind }) => kind === 'feedback')
  expect(back.map(({ date, status }) => `${date} ${status}`)).toEqual([
    '2026-12-11 planned',
    '2026-12-18 planned',
    '2026-12-25 planned',
    '2027-01-01 done',
  ])
})
