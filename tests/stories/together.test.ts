/** Three sessions, each too small to show: what the coach reads in the end. */
import { expect, test } from 'vitest'
import { granted, holdSession, startStory } from '../support/story.ts'
import { joins, onTelegram, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 240_000 }

test('three sessions of two who answer are shown together, once, on the coach’s page', LONG, async () => {
  const story = await startStory({ discord: false })
  const { desk } = story.app
  const people = []
  for (const id of [1, 2, 3, 4, 5, 6]) people.push(await onTelegram(story, 'xy', id, 'nl'))
  for (const one of people) await joins(one)
  const page = async () => (await story.page(story.coachPath('xy'))).html.replace(/[\u2068\u2069]/g, '')
  for (const pair of [people.slice(0, 2), people.slice(2, 4), people.slice(4)]) {
    const { roundId, sessionId } = await holdSession(story, 'xy', 'meetingpoint')
    granted(await desk.setHeadcount('coach', 'xy', sessionId, 6))
    await story.rest()
    for (const one of pair) {
      await one.tap('veel')
      await one.sees(sayOf('nl', 'card-position', { number: 2, total: 4 }))
    }
    expect(await page()).not.toContain('keer samen')
    granted(await desk.closeRound('coach', 'xy', roundId))
    await story.rest()
    story.clock.pass({ hours: 24 * 15 })
  }
  const html = await page()
  expect(html).toContain('3 keer samen')
  expect(html).toContain('minstens 5 jongeren')
  await story.app.sweep()
  await story.rest()
  const together = (await desk.overview('xy'))!.digests.filter(({ content }) => content.together)
  expect(together).toHaveLength(1)
  expect(together[0]).toMatchObject({
    roundId: null,
    content: { base: 5, participation: { form: 'at_least', count: 5 } },
  })
  expect(JSON.stringify(together[0]!.content)).not.toMatch(/"count":6/)
})
