/** What came out, on a page: a question over time as a table, and giving the coach a digest in a year without. */
import { expect, test } from 'vitest'
import { livePart } from '../../src/console/live-part.ts'
import { trendPart } from '../../src/console/trend-part.ts'
import type { CoachView } from '../../src/console/view.ts'
import { summarise } from '../../src/digest/summarise.ts'
import { faultsOfWording } from '../../src/digest/wording.ts'
import type { Act } from '../../src/people/permissions.ts'
import type { Overview } from '../../src/rounds/desk.ts'
import type { Question } from '../../src/survey/question-set.ts'
import { wordsFor } from '../../src/words/words.ts'
import { countsBy, factsWith } from '../digest/facts.ts'
import { SHAPES } from '../digest/shapes.ts'
import { wordsOf } from '../support/html.ts'
import { NOW, sampleOverview } from '../support/web-samples.ts'

const question: Question = { ...SHAPES.three, key: 'a' }
const digestOn = (
  date: string,
  people: number,
  set = 'one',
  surveyId: string | null = 'einde',
): Overview['digests'][number] => ({
  id: `d${date}`,
  roundId: surveyId === null ? null : `r${date}`,
  surveyId,
  createdAt: NOW,
  toCoach: false,
  content: summarise(
    factsWith([countsBy(question, people, (i) => [i % 3])], {
      replied: people,
      date: Temporal.PlainDate.from(date),
      set,
      theme: '<i>x</i>',
      aspect: { nl: 'Wat <b>betekent</b> het?' },
    }),
  ),
})

function viewOf(digests: Overview['digests'], more: { coach?: boolean; acts?: Act[] } = {}): CoachView {
  const sample = sampleOverview()
  const overview = { ...sample, digests, people: { ...sample.people, coach: more.coach ?? true } }
  const may = (act: Act) => (more.acts ?? ['digest.read']).includes(act)
  const authority = { offices: [], coach: more.coach ?? true, may }
  const view = {
    overview,
    authority,
    words: wordsFor('nl'),
    base: '/team/x',
    now: NOW,
    newId: () => 'id',
    publicUrl: 'http://localhost:3000',
    said: null,
    self: null,
  }
  return view as unknown as CoachView
}

test('times below each other, oldest first, with gaps and breaks; nothing claims more than the figures carry', () => {
  const digests = [
    digestOn('2026-12-02', 12, 'two'),
    digestOn('2026-11-04', 3),
    digestOn('2026-10-07', 12),
    digestOn('2026-09-02', 7),
    digestOn('2026-09-03', 9, 'one', null),
  ]
  const html = String(trendPart(viewOf(digests)))
  expect(html).toContain('Wat &lt;b&gt;betekent&lt;/b&gt; het?')
  expect([...html.matchAll(/<time datetime="([\d-]+)">/g)].map(([, date]) => date)).toEqual([
    '2026-09-02',
    '2026-10-07',
    '2026-11-04',
    '2026-12-02',
  ])
  const text = wordsOf(html)
  expect(text).toContain('te weinig antwoorden')
  expect(text).toContain('vanaf hier: andere vragen eromheen')
  expect(text).toContain('Nog geen drie keer op dezelfde manier gevraagd')
  expect(faultsOfWording(text, 'nl')).toEqual([])
  expect(trendPart(viewOf(digests.slice(0, 1)))).toBe('')
})

test('only who may share, in a year without the coach, and only what the coach does not have', () => {
  const shares = (view: CoachView) => String(livePart(view)).includes('/team/x/deel')
  const one = digestOn('2026-10-07', 12)
  const acts: Act[] = ['digest.read', 'digest.share']
  expect(shares(viewOf([one], { coach: false, acts }))).toBe(true)
  expect(shares(viewOf([one], { coach: true, acts }))).toBe(false)
  expect(shares(viewOf([one], { coach: false }))).toBe(false)
  expect(shares(viewOf([{ ...one, toCoach: true }], { coach: false, acts }))).toBe(false)
})
