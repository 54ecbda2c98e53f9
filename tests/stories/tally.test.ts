/** Counting on paper: kept apart from everything that young people answered themselves, and refused when it cannot be right. */
import { expect, test } from 'vitest'
import { readTally } from '../../src/console/tally-part.ts'
import { granted, holdSession, startStory } from '../support/story.ts'

const LONG = { timeout: 90_000 }
const NO_BOTS = { telegram: false, discord: false }
const COUNTS = [
  { question: 'worth', code: 'a_lot', people: 4 },
  { question: 'worth', code: 'not_much', people: 3 },
  { question: 'takeaway', code: 'learned', people: 7 },
  { question: 'takeaway', code: 'nothing', people: 0 },
]

test('a tally stands in a table of its own: no run, no answer, nobody more in the digest', LONG, async () => {
  const digests: unknown[] = []
  for (const counts of [COUNTS, null]) {
    const story = await startStory(NO_BOTS)
    const { desk } = story.app
    const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
    if (counts) {
      granted(await desk.setTally('coach', 'xy', roundId, [{ question: 'voice', code: 'all', people: 2 }]))
      granted(await desk.setTally('coach', 'xy', roundId, counts))
      const [tally] = (await desk.overview('xy'))!.tallies
      expect(tally!.counts).toEqual(expect.arrayContaining(counts.slice(0, 3)))
      expect(tally!.counts).toHaveLength(3)
      // Open answers are not counted.
      expect(tally!.questions.map(({ key }) => key)).toEqual(['worth', 'voice', 'takeaway'])
    }
    granted(await desk.exampleAnswers('coach', 'xy', roundId))
    granted(await desk.closeRound('coach', 'xy', roundId))
    const { content } = granted(await desk.digest(roundId))
    expect(content.participation).toMatchObject({ count: 12 })
    digests.push(content.participation)
    expect((await story.tables()).run).toHaveLength(12)
  }
  expect(digests[0]).toEqual(digests[1])
})

test('what cannot be right is refused in a sentence, and nothing of it is stored', LONG, async () => {
  const story = await startStory(NO_BOTS)
  const { desk } = story.app
  const { roundId, sessionId } = await holdSession(story, 'xy', 'meetingpoint')
  granted(await desk.setHeadcount('coach', 'xy', sessionId, 6))
  const worth = (people: number, code = 'a_lot', question = 'worth') => ({ question, code, people })
  const tries: [string, Parameters<typeof desk.setTally>[3]][] = [
    ['desk-tally-headcount', [worth(4), worth(3, 'not_much')]],
    ['desk-tally-headcount', [worth(7, 'learned', 'takeaway')]],
    ['desk-tally-number', [worth(-1)]],
    ['desk-tally-number', [worth(1.5)]],
    ['desk-tally-number', [worth(Number.NaN)]],
    ['desk-tally-number', [worth(1001)]],
    ['desk-tally-number', [worth(1, 'unknown')]],
    ['desk-tally-number', [worth(1, '_text', 'more')]],
    ['desk-tally-number', [worth(1), worth(1)]],
  ]
  for (const [fault, counts] of tries)
    expect(await desk.setTally('coach', 'xy', roundId, counts)).toMatchObject({ ok: false, fault })
  expect(await desk.setTally('coach', 'xyz', roundId, [worth(1)])).toMatchObject({ ok: false, fault: 'desk-no-round' })
  expect((await desk.overview('xy'))!.tallies[0]!.counts).toEqual([])
  // Of several answers a person, each option counts people by itself.
  granted(
    await desk.setTally('coach', 'xy', roundId, [worth(6, 'learned', 'takeaway'), worth(6, 'less_alone', 'takeaway')]),
  )

  granted(await desk.closeRound('coach', 'xy', roundId))
  story.clock.pass({ hours: 24 * 6 })
  granted(await desk.setTally('coach', 'xy', roundId, [worth(6)]))
  story.clock.pass({ hours: 24 * 2 })
  expect(await desk.setTally('coach', 'xy', roundId, [])).toMatchObject({ ok: false, fault: 'desk-tally-late' })
  expect((await desk.overview('xy'))!.tallies).toEqual([])
  expect((await story.tables()).tally).toEqual([
    { organisation_id: 'xy', round_id: roundId, question: 'worth', code: 'a_lot', people: 6 },
  ])
})

test('an empty field of the form is nobody, and a word is no number', () => {
  const form: Record<string, string> = {
    velden: 't.worth.a_lot t.worth.none t.voice.all',
    't.worth.a_lot': ' 4 ',
    't.voice.all': 'vier',
  }
  expect(readTally((name) => form[name] ?? '')).toEqual([
    { question: 'worth', code: 'a_lot', people: 4 },
    { question: 'worth', code: 'none', people: 0 },
    { question: 'voice', code: 'all', people: Number.NaN },
  ])
})
