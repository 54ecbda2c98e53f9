/** A question over time: the figures of frozen digests, gaps where nothing is shown, a new stretch where it changed. */
import { expect, test } from 'vitest'
import { MOST_CHARACTERS, TABLE_COLUMNS } from '../../src/digest/render.ts'
import { renderTrends, trendRows } from '../../src/digest/render-trend.ts'
import { summarise } from '../../src/digest/summarise.ts'
import { type DigestAt, hasLine, trendsOf } from '../../src/digest/trend.ts'
import { faultsOfWording } from '../../src/digest/wording.ts'
import { LANGUAGES, type Question } from '../../src/survey/question-set.ts'
import { countsBy, factsWith } from './facts.ts'
import { SHAPES } from './shapes.ts'

const three: Question = { ...SHAPES.three, key: 'a' }
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '')

function digestOn(
  date: string,
  chosen: number[],
  more: { question?: Question; set?: string; also?: Question } = {},
): DigestAt {
  const people = chosen.flatMap((n, i) => Array.from({ length: n }, () => i))
  const asked = [more.question ?? three, ...(more.also ? [more.also] : [])]
  const content = summarise(
    factsWith(
      asked.map((question) => countsBy(question, people.length, (i) => [people[i]!])),
      { replied: people.length, date: Temporal.PlainDate.from(date), set: more.set ?? 'one' },
    ),
  )
  return { id: date, content }
}

test('every time has its figure, as a bound where the digest has a bound; too few is a gap', () => {
  const [trend, ...others] = trendsOf([
    digestOn('2026-11-04', [8, 2, 5]),
    digestOn('2026-09-02', [7, 0, 0]),
    digestOn('2026-10-07', [3, 0, 1]),
    digestOn('2026-12-02', [4, 0, 3]),
  ])
  expect(others).toEqual([])
  expect(trend!.stretches).toHaveLength(1)
  expect(trend!.stretches[0]).toMatchObject({ why: null, codes: ['good', 'so_so'] })
  expect(trendRows(trend!, 'nl').map((row) => plain(row.text))).toEqual([
    'minstens 5 van 7',
    'te weinig antwoorden',
    '10 van 15',
    '4 van 7',
  ])
  expect(hasLine(trend!)).toBe(true)
})

test('a changed scale and a changed set each begin a new stretch, and figures of both are never one line', () => {
  const changed: Question = { ...three, text: { nl: 'Nieuwe vraag?' } }
  const [trend] = trendsOf([
    digestOn('2026-09-02', [8, 2, 5]),
    digestOn('2026-10-07', [8, 2, 5]),
    digestOn('2026-11-04', [8, 2, 5], { question: changed }),
    digestOn('2026-12-02', [8, 2, 5], { question: changed, set: 'two' }),
  ])
  expect(trend!.stretches.map(({ why, points }) => [why, points.length])).toEqual([
    [null, 2],
    ['scale', 1],
    ['set', 1],
  ])
  expect(hasLine(trend!)).toBe(false)
  expect(
    trendRows(trend!, 'nl')
      .filter(({ kind }) => kind === 'break')
      .map(({ text }) => text),
  ).toEqual(['— vanaf hier: een andere vraag of andere antwoorden —', '— vanaf hier: andere vragen eromheen —'])
  expect(renderTrends([trend!], 'XY', 'nl').at(-1)!.text).toContain('Nog geen drie keer')
})

test('one figure is nothing to put side by side; questions without an order have no line', () => {
  expect(trendsOf([digestOn('2026-11-04', [8, 2, 5]), digestOn('2026-10-07', [1, 0, 0])])).toEqual([])
  expect(trendsOf([])).toEqual([])
  const nominal: Question = { ...SHAPES.nominal3, key: 'b' }
  const both = ['2026-09-02', '2026-10-07'].map((date) => digestOn(date, [8, 2, 5], { also: nominal }))
  expect(trendsOf(both).map(({ key }) => key)).toEqual(['a'])
  expect(renderTrends([], 'XY', 'nl').map(({ text }) => plain(text))).toEqual([
    '📅 Over de tijd · XY',
    'Er is nog niets om naast elkaar te leggen. Daarvoor moeten minstens twee overzichten dezelfde vraag tonen.',
  ])
})

test.each(LANGUAGES)('in %s it fits in one message, in narrow rows, and claims nothing', (language) => {
  const dates = Array.from({ length: 14 }, (_, i) => `2026-${String((i % 12) + 1).padStart(2, '0')}-${10 + i}`)
  const digests = dates.map((date, i) =>
    digestOn(date, i % 4 === 3 ? [1, 1, 0] : [5 + i, i, 4], {
      also: { ...SHAPES.five, key: 'b' },
      set: i > 9 ? 'two' : 'one',
    }),
  )
  const trends = trendsOf(digests)
  expect(trends.map(({ key }) => key)).toEqual(['a', 'b'])
  const lines = renderTrends(trends, 'Wat betekenen de gesprekken?', language)
  expect(lines.reduce((sum, { text }) => sum + text.length + 1, 0)).toBeLessThanOrEqual(MOST_CHARACTERS)
  for (const { text, style } of lines)
    if (style === 'table') expect(plain(text).length).toBeLessThanOrEqual(TABLE_COLUMNS)
  const all = [
    ...lines.map(({ text }) => text),
    ...trends.flatMap((trend) => trendRows(trend, language)).map(({ text }) => text),
  ]
  for (const text of all) expect([text, faultsOfWording(text, language)]).toEqual([text, []])
})
