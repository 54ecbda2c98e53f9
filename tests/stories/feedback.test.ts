/** "Jullie zeiden, wij doen": from the coach's page to everybody who took part, once, in their own language. */
import { expect, test } from 'vitest'
import { readDraft } from '../../src/console/feedback-part.ts'
import { granted, holdSession, startStory } from '../support/story.ts'
import { joins, onTelegram, onWeb, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 120_000 }
const DRAFT = {
  nl: { said: 'Jullie wilden langer praten', doing: 'We plannen een halfuur meer', cannot: 'Elke week lukt niet' },
  fr: { said: 'Vous vouliez parler plus longtemps', doing: 'Nous prévoyons une demi-heure de plus', cannot: '' },
}

test('who took part reads it once, in their language; who did not, and who stopped, do not', LONG, async () => {
  const story = await startStory({ discord: false })
  const { desk } = story.app
  const ann = await onTelegram(story, 'xy', 1, 'nl')
  const bea = await onTelegram(story, 'xy', 2, 'fr')
  const silent = await onTelegram(story, 'xy', 3, 'nl')
  const stopped = await onTelegram(story, 'xy', 4, 'nl')
  const web = await onWeb(story, 'xy', 'nl')
  for (const one of [ann, bea, silent, stopped, web]) await joins(one)
  const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
  for (const one of [ann, bea, stopped, web]) {
    await one.sees(sayOf(one.language, 'card-position', { number: 1, total: 4 }))
    await one.tap(one.language === 'fr' ? 'beaucoup' : 'veel')
    await one.sees(sayOf(one.language, 'card-position', { number: 2, total: 4 }))
  }
  await stopped.tap(sayOf('nl', 'button-stop'))
  await stopped.sees(sayOf('nl', 'end-stopped'))
  granted(await desk.closeRound('coach', 'xy', roundId))
  await story.rest()
  const [digest] = (await desk.overview('xy'))!.digests

  const no = async (draft: typeof DRAFT | object, id = digest!.id) =>
    ((await desk.writeFeedback('coach', 'xy', id, draft as typeof DRAFT)) as { fault?: string }).fault
  expect(await no({ fr: DRAFT.fr })).toBe('desk-feedback-half')
  expect(await no({ nl: { ...DRAFT.nl, doing: '  ' } })).toBe('desk-feedback-half')
  expect(await no({ ...DRAFT, en: { said: 'Longer talks', doing: '', cannot: '' } })).toBe('desk-feedback-half')
  expect(await no({ nl: { ...DRAFT.nl, said: 'x'.repeat(201) } })).toBe('desk-feedback-half')
  expect(await no(DRAFT, 'geen')).toBe('desk-no-digest')
  expect((await desk.overview('xy'))!.feedback).toEqual([])

  granted(await desk.writeFeedback('coach', 'xy', digest!.id, DRAFT))
  await story.rest()
  expect((await desk.overview('xy'))!.feedback.map(({ digestId }) => digestId)).toEqual([digest!.id])
  expect(await no(DRAFT)).toBe('desk-feedback-sent')
  await story.app.sweep()
  await story.rest()

  expect((await ann.sees('Jullie wilden langer praten')).text).toContain('Elke week lukt niet')
  expect((await bea.sees('Vous vouliez parler plus longtemps')).text).not.toContain('Elke week')
  expect((await web.sees('We plannen een halfuur meer')).text).toContain('Jullie wilden langer praten')
  const heard = (id: number) =>
    story.telegram.person(id).messages.filter(({ text }) => /langer praten|plus longtemps/.test(text)).length
  expect([1, 2, 3, 4].map(heard)).toEqual([1, 1, 0, 0])
})

test('after two months it is too late, and the form is read by language', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false })
  const { desk } = story.app
  const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
  granted(await desk.exampleAnswers('coach', 'xy', roundId))
  granted(await desk.closeRound('coach', 'xy', roundId))
  const [digest] = (await desk.overview('xy'))!.digests
  expect((await story.page(story.coachPath('xy'))).html).toContain(`value="${digest!.id}"`)
  story.clock.pass({ hours: 24 * 61 })
  expect(await desk.writeFeedback('coach', 'xy', digest!.id, DRAFT)).toMatchObject({ fault: 'desk-feedback-late' })
  expect((await story.page(story.coachPath('xy'))).html).not.toContain(`value="${digest!.id}"`)
  const form: Record<string, string> = { 'said-nl': 'a', 'doing-nl': 'b', 'cannot-fr': 'c' }
  expect(readDraft((name) => form[name] ?? '')).toMatchObject({
    nl: { said: 'a', doing: 'b', cannot: '' },
    fr: { said: '', doing: '', cannot: 'c' },
  })
})
