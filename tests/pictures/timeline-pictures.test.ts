/** The year as a picture: looked at and stored, and its words held against the plan. */
import { expect, test } from 'vitest'
import { renderPng } from '../../src/pictures/render-png.ts'
import { minutesList, momentDay, momentTitle } from '../../src/timeline/moment-words.ts'
import { timelinePicture } from '../../src/timeline/picture.ts'
import { momentsOf } from '../../src/timeline/plan.ts'
import { squeezed, textsOf, wordsIn } from './drawn-words.ts'
import { differenceFrom } from './reference.ts'
import { row, samplePlan } from './sample-plan.ts'

test.each(['nl', 'ar', 'fr'] as const)('a working year in %s', async (language) => {
  const plan = samplePlan()
  const { svg, alt } = timelinePicture(plan, language)
  expect(differenceFrom(`timeline-${language}`, await renderPng(svg))).toBeNull()

  const said = wordsIn(svg)
  const fixed = momentsOf(plan).filter(({ lane }) => lane === 'coach' || lane === 'third')
  expect(fixed).toHaveLength(6)
  for (const moment of fixed) {
    for (const text of [momentDay(moment.date, language), momentTitle(moment, language)]) {
      expect(said).toContain(squeezed(text))
      expect(squeezed(alt)).toContain(squeezed(text))
    }
  }
  for (const text of [minutesList(plan.real, language), 'Samira', 'Jef']) {
    expect(said).toContain(squeezed(text))
    expect(squeezed(alt)).toContain(squeezed(text))
  }
  const hours = minutesList(plan.planned, language)
  expect(squeezed(alt)).toContain(squeezed(hours))
  for (const text of hours.split(' · ')) expect(said).toContain(squeezed(text))
  expect(Math.min(...textsOf(svg).map(({ size }) => size))).toBeGreaterThanOrEqual(34)
})

test('a year with nothing in it yet is a picture too, and so is one that begins inside a month', async () => {
  const empty = timelinePicture(samplePlan({ rows: [] }), 'nl')
  expect(wordsIn(empty.svg)).toContain('2026sepoktnovdec2027janfebmrtaprmeijunjulaug')
  expect(wordsIn(empty.svg)).not.toContain('Geplandeuren')
  const shifted = timelinePicture(samplePlan({ begins: '09-15' }), 'nl')
  expect(wordsIn(shifted.svg)).toContain('mei')
  for (const { svg } of [empty, shifted]) {
    expect(svg).not.toMatch(/NaN|Infinity/)
    expect((await renderPng(svg)).length).toBeGreaterThan(10_000)
  }
})

test('what was dropped is not in it, a number says how many there are, and a filled shape that all are done', () => {
  const rows = [
    row({ id: 'a', kind: 'session', date: '2026-10-01' }),
    row({ id: 'b', kind: 'session', date: '2026-10-20' }),
    row({ id: 'c', kind: 'session', date: '2026-10-27', status: 'dropped' }),
    row({ id: 'd', kind: 'session', date: '2026-11-10' }),
    row({ id: 'e', kind: 'session', date: '2026-11-25' }),
    row({ id: 'f', kind: 'session', date: '2026-11-26', status: 'moved' }),
  ]
  const marks = textsOf(timelinePicture(samplePlan({ rows }), 'nl').svg)
    .map(({ text, fill }) => [text.replace(/[\u2066-\u2069]/g, ''), fill])
    .filter(([text]) => /^[1-9]$/.test(text!))
  expect(marks).toEqual([
    ['2', '#ffffff'],
    ['3', '#1b1f1e'],
    ['2', '#1b1f1e'],
    ['3', '#1b1f1e'],
  ])
})

test('of many kinds of survey four lines are drawn, and a long name stays inside', () => {
  const rows = [1, 2, 3, 4, 5, 6].map((n) =>
    row({
      id: `p${n}`,
      kind: 'peiling',
      date: `2026-10-0${n}`,
      title: { nl: `Peiling ${n} ${'over van alles '.repeat(8)}` },
    }),
  )
  const texts = textsOf(timelinePicture(samplePlan({ rows }), 'nl').svg).map(({ text }) =>
    text.replace(/[\u2066-\u2069]/g, ''),
  )
  const lanes = texts.filter((text) => text.startsWith('Peiling: '))
  expect(lanes).toHaveLength(4)
  expect(lanes[0]).toMatch(/^Peiling: Peiling 1 .*…$/)
  expect(lanes[3]).toBe('Peiling: andere')
  expect(texts[texts.indexOf('Peiling: andere') + 1]).toBe('3')
})

test('no owner of a moment, and nothing that was said in private, is in it', () => {
  const secret = { date: '2026-10-01', owner: 'Nadia', reason: 'ziek', status: 'moved' as const }
  const rows = (['other', 'third', 'june', 'session', 'peiling'] as const).map((kind) =>
    row({ id: kind, kind, ...secret }),
  )
  const { svg, alt } = timelinePicture(samplePlan({ rows }), 'nl')
  for (const name of ['Nadia', 'ziek']) {
    expect(svg).not.toContain(name)
    expect(alt).not.toContain(name)
  }
})
