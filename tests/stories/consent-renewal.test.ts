/** A yes holds for one text and one working year; then it is asked again, once, and nothing is asked before. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { joins, onTelegram, onWeb, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }
const AGAIN = sayOf('nl', 'join-again')

type Young = Awaited<ReturnType<typeof onTelegram>>
const count = (young: Young, words: string) =>
  young.person.messages.filter((message) => plain(message.text).includes(words)).length

/** A Wednesday evening in the next working year. */
async function nextYear(story: Story) {
  await story.rest()
  story.clock.set('2027-09-08T17:00:00Z')
  await story.app.sweep()
  await story.rest()
}

test('in a new working year who took part is asked once, and a yes brings the question that waits', LONG, async () => {
  const story = await startStory({ discord: false })
  const [ann, ben, cas, dee] = await Promise.all([1, 2, 3, 4].map((id) => onTelegram(story, 'xy', 200 + id, 'nl')))
  const web = await onWeb(story, 'xy', 'nl')
  for (const young of [ann!, ben!, cas!, dee!, web]) await joins(young)
  await dee!.write('/stop')
  await nextYear(story)
  // Nothing comes by itself: only when a round would ask.
  expect(count(ann!, AGAIN)).toBe(0)

  await holdSession(story, 'xy', 'meetingpoint')
  await story.rest()
  for (const young of [ann!, ben!, cas!]) expect([count(young, AGAIN), count(young, 'Vraag 1')]).toEqual([1, 0])
  expect([count(dee!, AGAIN), count(dee!, 'Vraag 1')]).toEqual([0, 0])
  expect((await web.sees(AGAIN)).text).not.toContain('Vraag 1')

  await ann!.tap(sayOf('nl', 'join-age-d'))
  await ann!.sees(sayOf('nl', 'join-question'))
  await ann!.tap(sayOf('nl', 'join-yes'))
  await ann!.sees('Vraag 1 van')
  await ben!.tap(sayOf('nl', 'join-no'))
  await ben!.sees(sayOf('nl', 'notice-stopped'))
  await web.tap(sayOf('nl', 'join-age-d'))
  // One thing at a time: the page goes on with the next question, not beside the one before.
  expect((await web.sees(sayOf('nl', 'join-question'))).text).not.toContain(AGAIN)
  await web.tap(sayOf('nl', 'join-yes'))
  await web.sees('Vraag 1 van')

  // No reaction is an answer too: a later round asks nothing, not even this.
  story.clock.pass({ hours: 24 * 14 })
  await story.app.sweep()
  await holdSession(story, 'xy', 'meetingpoint')
  await story.rest()
  expect([count(cas!, AGAIN), count(cas!, 'Vraag 1')]).toEqual([1, 0])
  expect([count(ben!, AGAIN), count(ben!, 'Vraag 1')]).toEqual([1, 0])
  expect(count(ann!, AGAIN)).toBe(1)
  const { consent, consent_ask } = await story.tables()
  expect(consent_ask).toHaveLength(4)
  expect(consent!.filter((row) => row.valid_until === '2028-08-31')).toHaveLength(2)
})

test('the question waits for the morning, and is not asked any more of who stops at night', LONG, async () => {
  const story = await startStory({ discord: false })
  const [ann, ben] = [await onTelegram(story, 'xy', 211, 'nl'), await onTelegram(story, 'xy', 212, 'nl')]
  for (const young of [ann, ben]) await joins(young)
  await story.rest()
  story.clock.set('2027-09-08T20:30:00Z')
  await holdSession(story, 'xy', 'meetingpoint')
  await story.rest()
  expect([count(ann, AGAIN), count(ben, AGAIN)]).toEqual([0, 0])
  await ben.write('/stop')
  await ben.sees(sayOf('nl', 'notice-stopped'))
  story.clock.set('2027-09-11T08:00:00Z')
  await story.app.sweep()
  await ann.sees(AGAIN)
  await story.rest()
  expect([count(ann, AGAIN), count(ben, AGAIN)]).toEqual([1, 0])
})

test('a card that is open when the working year ends takes no answer any more: first the yes', LONG, async () => {
  const story = await startStory({ discord: false, start: '2027-08-31T17:00:00Z' })
  const ann = await onTelegram(story, 'xy', 221, 'nl')
  const web = await onWeb(story, 'xy', 'nl')
  await joins(ann)
  await joins(web)
  await holdSession(story, 'xy', 'meetingpoint')
  await ann.sees('Vraag 1 van')
  await web.sees('Vraag 1 van')
  const card = ann.person.card()
  // Half past midnight in Antwerp, an hour and a half before it is midnight in Greenwich.
  story.clock.set('2027-08-31T22:30:00Z')
  ann.person.tap('veel', card)
  await ann.sees(AGAIN)
  ann.person.type('veel')
  await web.tap('veel')
  await story.rest()
  await web.call('/hier')
  expect(web.html()).not.toContain('Vraag')
  expect(count(ann, 'Vraag 2')).toBe(0)

  await ann.tap(sayOf('nl', 'join-age-d'))
  await ann.sees(sayOf('nl', 'join-question'))
  await ann.tap(sayOf('nl', 'join-yes'))
  await ann.sees(plain(sayOf('nl', 'join-done', { organisation: 'XY' })))
  ann.person.tap('veel', card)
  await ann.sees('Vraag 2 van')
  await story.rest()
  expect((await story.tables()).answer).toHaveLength(1)
})

test('who is asked anew, and is too young for the chat by what they say now, is shown the page', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await onTelegram(story, 'xy', 231, 'nl')
  await joins(ann)
  await nextYear(story)
  await holdSession(story, 'xy', 'meetingpoint')
  await ann.sees(AGAIN)
  await ann.tap(sayOf('nl', 'join-age-b'))
  await ann.sees(sayOf('nl', 'join-elsewhere'))
  await story.rest()
  const { participant, contact } = await story.tables()
  expect(participant!.map((row) => row.state)).toEqual(['stopped'])
  expect(contact!.map((row) => row.age_band)).toEqual(['13-15'])
})

test('the same yes delivered again after a stop is no new yes', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await onTelegram(story, 'xy', 241, 'nl')
  await ann.comeIn()
  const yes = ann.person.tap(sayOf('nl', 'join-yes'))
  await ann.sees(plain(sayOf('nl', 'join-done', { organisation: 'XY' })))
  await ann.write('/stop')
  await ann.sees(sayOf('nl', 'notice-stopped'))
  await story.rest()
  story.telegram.redeliver(yes)
  await story.rest()
  await holdSession(story, 'xy', 'meetingpoint')
  await story.rest()
  expect(count(ann, 'Vraag 1')).toBe(0)
  // A new tap on that same card is one.
  ann.person.tap(sayOf('nl', 'join-yes'))
  await ann.sees('Vraag 1 van')
})

test('two accounts of one person, and one person on two channels, are strangers to each other', LONG, async () => {
  const story = await startStory({ discord: false })
  const [one, two] = [await onTelegram(story, 'xy', 251, 'nl', 'Ann'), await onTelegram(story, 'xy', 252, 'nl', 'Ann')]
  const web = await onWeb(story, 'xy', 'nl')
  for (const young of [one, two, web]) await joins(young)
  await one.write('/stop')
  await one.sees(sayOf('nl', 'notice-stopped'))
  await holdSession(story, 'xy', 'meetingpoint')
  await two.sees('Vraag 1 van')
  await web.sees('Vraag 1 van')
  await story.rest()
  expect(count(one, 'Vraag 1')).toBe(0)
  const { participant, contact_link } = await story.tables()
  expect(participant!.map((row) => row.state).sort()).toEqual(['joined', 'joined', 'stopped'])
  expect(new Set(contact_link!.map((row) => row.contact_id)).size).toBe(3)
})

test('a yes to a text that has changed since is shown the new text', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await onTelegram(story, 'xy', 261, 'nl')
  await ann.comeIn()
  const yes = ann.person.card().buttons.flat()[0]!.data
  expect(yes).toMatch(/\.y\.nl\.d\.\d{4}-\d\d$/)
  ann.person.tapData(yes.replace(/\d{4}-\d\d$/, '2019-01'))
  await ann.sees(sayOf('nl', 'join-question'))
  await story.rest()
  expect(granted(await story.app.desk.joinLinks('xy')).length).toBeGreaterThan(0)
  expect((await story.tables()).consent).toEqual([])
})
