/** A question over time, drawn: looked at and stored, and its words held against the table. */
import { describe, expect, test } from 'vitest'
import { trendRows, trendTitle } from '../../src/digest/render-trend.ts'
import { trendPicture } from '../../src/digest/trend-picture.ts'
import { renderPng } from '../../src/pictures/render-png.ts'
import { FULL_LANGUAGES, type Language } from '../../src/survey/question-set.ts'
import { squeezed, textsOf, wordsIn } from './drawn-words.ts'
import { differenceFrom } from './reference.ts'
import { overTime } from './sample-digests.ts'

test.each(['nl', 'ar'] as const)('with a gap and a break, in %s', async (language) => {
  const { svg } = trendPicture(overTime(), 'Meetingpoint', language)
  expect(differenceFrom(`trend-${language}`, await renderPng(svg))).toBeNull()
})

describe.each(FULL_LANGUAGES)('%s', (language: Language) => {
  const trend = overTime()
  const picture = trendPicture(trend, 'Meetingpoint', language)
  const rows = trendRows(trend, language)

  test('says what the table says, each time and each break', () => {
    expect(rows.filter(({ kind }) => kind === 'break')).toHaveLength(1)
    const said = wordsIn(picture.svg)
    const words = rows.flatMap((row) => (row.kind === 'figure' ? [row.day, row.text] : [row.text.replace(/—/g, '')]))
    for (const text of [trendTitle(trend, language), ...words]) {
      expect(said).toContain(squeezed(text))
      expect(squeezed(picture.alt)).toContain(squeezed(text))
    }
  })

  test('draws no line from time to time', () => {
    expect(picture.svg.match(/stroke-dasharray/g)).toHaveLength(1)
    expect(picture.svg).not.toContain('<polyline')
    expect(picture.svg.match(/height="42" fill="#eceee9"/g)).toHaveLength(6)
  })
})

test('of a long time the newest are drawn, and the picture says that there are older ones', () => {
  const trend = overTime()
  const [stretch] = trend.stretches
  const points = Array.from({ length: 30 }, (_, i) => ({
    ...stretch!.points[0]!,
    date: `2026-10-${String(i + 1).padStart(2, '0')}`,
  }))
  const { svg } = trendPicture({ ...trend, stretches: [{ ...stretch!, points }] }, 'Meetingpoint', 'nl')
  const said = textsOf(svg).map(({ text }) => text.replace(/[\u2066-\u2069]/g, ''))
  expect(said).toContain('30 okt')
  expect(said).not.toContain('6 okt')
  expect(said).toContain('Oudere keren: zie de webpagina.')
})
