/** While a round is open, and the second after it closed. */
import { expect, test } from 'vitest'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { joins, onTelegram, onWeb, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }

test('while a round is open, nobody sees a count: desk and page say the same whoever answered', LONG, async () => {
  const story = await startStory({ discord: false })
  const young = []
  for (let i = 0; i < 6; i++) young.push(await joined(story, 10 + i))
  await holdSession(story, 'xy', 'meetingpoint')
  for (const one of young) await one.sees('Vraag 1 van 4')
  await story.rest()
  const look = async () => ({
    overview: JSON.stringify(await story.app.desk.overview('xy')),
    page: (await story.page(story.coachPath('xy'))).html.replace(
      /(name="(?:id|eenmalig)" value=|id="f-|for="f-)"?[^">]*"/g,
      '',
    ),
    row: (await story.app.desk.overview('xy'))!.rounds[0]!,
  })
  const before = await look()
  for (const one of young.slice(0, 5)) {
    await one.tap('veel')
    await one.sees('Vraag 2 van 4')
  }
  await young[5]!.tap('Stop met vragen')
  await young[5]!.sees(sayOf('nl', 'end-stopped'))
  await story.rest()
  const after = await look()
  expect(after.overview).toBe(before.overview)
  expect(after.page).toBe(before.page)
  expect(after.page).toContain(sayOf('nl', 'coach-open-no-counts'))
  expect(Object.keys(after.row).sort()).toEqual([
    'anybodyAsked',
    'aspect',
    'closesAt',
    'id',
    'opensAt',
    'sessionId',
    'state',
    'surveyId',
  ])
})

test('an answer can be changed until the round closes, and not a second later', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await joined(story, 31)
  const ben = await joined(story, 32)
  const cas = await onWeb(story, 'xyz', 'nl')
  await joins(cas)
  const dee = await onTelegram(story, 'xyz', 33, 'nl')
  await joins(dee)
  await holdSession(story, 'xyz', 'activiteit')
  await holdSession(story, 'xy', 'meetingpoint')
  await cas.sees('Vraag 1 van 2')
  await cas.tap('gewoon')
  await cas.sees('Vraag 2 van 2')
  await cas.tap('de activiteit')
  await cas.sees(sayOf('nl', 'end-thanks'))
  await dee.sees('Vraag 1 van 2')
  await dee.tap('gewoon')
  await dee.sees('Vraag 2 van 2')
  // The round at the end of an activity is open for two hours.
  story.clock.pass({ hours: 1, minutes: 59, seconds: 59 })
  await cas.tap(sayOf('nl', 'button-change'))
  await cas.sees('Vraag 1 van 2')
  await cas.tap('goed')
  await cas.sees('Vraag 2 van 2')
  // Nothing has swept yet: the clock closes a round.
  story.clock.pass({ seconds: 1 })
  const kept = dee.person.card().buttons[0]![0]!.data
  await dee.tap('de activiteit')
  await dee.sees(sayOf('nl', 'notice-closed'))
  await cas.tap('de mensen hier')
  await cas.sees(sayOf('nl', 'notice-closed'))
  await story.app.sweep()
  await story.rest()
  story.clock.pass({ seconds: 1 })
  dee.person.tapData(kept)
  await dee.sees(sayOf('nl', 'notice-closed'))
  await ann.tap('veel')
  await ann.sees('Vraag 2 van 4')
  await ben.sees('Vraag 1 van 4')
  const { answer } = await story.tables()
  const of = (organisation: string) =>
    answer!
      .filter((row) => row.organisation_id === organisation)
      .map((row) => `${row.question} ${row.status} ${row.codes}`.trim())
      .sort()
  expect(of('xyz')).toEqual([
    'because answered activity',
    'because expired',
    'feeling answered okay',
    'feeling answered very_good',
  ])
  expect(of('xy')).toEqual(['worth answered a_lot'])
})

test('who joins while a round is open gets its card at once; who joins after it does not', LONG, async () => {
  const story = await startStory({ discord: false })
  const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
  const ann = await onTelegram(story, 'xy', 41, 'nl')
  await joins(ann)
  await ann.sees('Vraag 1 van 4')
  granted(await story.app.desk.closeRound('coach', 'xy', roundId))
  const ben = await joined(story, 42)
  await story.rest()
  expect(ben.person.messages.some((message) => message.text.includes('Vraag'))).toBe(false)
  const { presence, run } = await story.tables()
  // Ben opened the link while the session was on, only too late for its questions.
  expect(presence).toHaveLength(2)
  expect(run).toHaveLength(1)
})

async function joined(story: Story, id: number) {
  const young = await onTelegram(story, 'xy', id, 'nl', `Jong-${id}`)
  await joins(young)
  return young
}
