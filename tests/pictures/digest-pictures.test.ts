/** The pictures that go along with digests: looked at and stored, and their numbers held against the table. */
import { describe, expect, test } from 'vitest'
import type { Digest } from '../../src/digest/content.ts'
import { digestPicture } from '../../src/digest/picture.ts'
import { digestParts, renderDigestTable } from '../../src/digest/render.ts'
import { digestImage } from '../../src/pictures/digest-image.ts'
import type { Language } from '../../src/survey/question-set.ts'
import { squeezed, textsOf, wordsIn } from './drawn-words.ts'
import { differenceFrom } from './reference.ts'
import { longLabels, scaleOfSixty, startAndEnd, theme } from './sample-digests.ts'

const PICTURES: [name: string, digest: Digest, language: Language][] = [
  ['feelings-start-end-nl', startAndEnd(), 'nl'],
  ['scale-60-en', scaleOfSixty(), 'en'],
  ['long-labels-fr', longLabels(), 'fr'],
  ['theme-20-ar', theme(20, 23), 'ar'],
  ['few-people-nl', theme(8, 11), 'nl'],
]

describe.each(PICTURES)('%s', (name, digest, language) => {
  const picture = digestPicture(digest, language)!
  const texts = textsOf(picture.svg)
  const all = texts.map(({ text }) => text).join(' ')

  test('looks as it did when it was looked at', async () => {
    expect(differenceFrom(name, (await digestImage(digest, language))!.png)).toBeNull()
  })

  test('has every word and number of the table, and so has its alt text', () => {
    const words = renderDigestTable(digest, language).flatMap(({ question, cells }, i) => {
      const inWords = ['hidden', 'spread', 'texts'].includes(digest.questions[i]!.released.form)
      return [...(inWords ? [] : [question, ...cells.map(({ label }) => label)]), ...cells.map(({ text }) => text)]
    })
    expect(words.length).toBeGreaterThan(4)
    for (const text of words) {
      expect(squeezed(all)).toContain(squeezed(text))
      expect(squeezed(picture.alt)).toContain(squeezed(text))
    }
  })

  test('has no number that is not in the digest in words', () => {
    const said = [
      ...renderDigestTable(digest, language).flatMap(({ number, question, cells }) => [
        String(number),
        question,
        ...cells.flatMap(({ label, text }) => [label, text]),
      ]),
      ...Object.values(digestParts(digest, language, 'none'))
        .flat()
        .map(({ text }) => text),
      ...(digest.start ? startRow(digest, language) : []),
    ].join(' ')
    const known = new Set(said.match(/\d+/g))
    expect((all.match(/\d+/g) ?? []).filter((number) => !known.has(number))).toEqual([])
    expect((picture.alt.match(/\d+/g) ?? []).filter((number) => !known.has(number))).toEqual([])
  })

  test('is 1080 wide, with no text smaller than 34, and none outside', () => {
    expect(picture.svg).toContain('width="1080"')
    expect(Math.min(...texts.map(({ size }) => size))).toBeGreaterThanOrEqual(34)
    for (const { x } of texts) {
      expect(x).toBeGreaterThanOrEqual(40)
      expect(x).toBeLessThanOrEqual(1040)
    }
  })
})

test('bars are as long as their counts say, and each bound is drawn open', () => {
  const bars = barsOf(digestPicture(theme(8, 11), 'nl')!.svg)
  // At least 6 of 8: filled up to 6, striped and open beyond. At most 2 of 8: striped only.
  expect(bars.slice(0, 2).map((fills) => fills.map(({ fill }) => fill))).toEqual([
    ['#0b5d57', 'url(#stripes)'],
    ['url(#stripes)'],
  ])
  const [least, most] = bars as [Fill[], Fill[]]
  expect(least[0]!.share).toBeCloseTo(6 / 8, 2)
  expect(least[0]!.share + least[1]!.share).toBeCloseTo(1, 2)
  expect(most[0]!.share).toBeCloseTo(2 / 8, 2)
})

test('an answer that nobody can be known by is filled to its count; people without an answer are dotted', () => {
  const digest = theme(60, 63)
  const [question] = digest.questions
  const parts = question!.released.form === 'parts' ? question!.released.parts : []
  const bars = barsOf(digestPicture(digest, 'nl')!.svg).slice(0, parts.length)
  expect(parts.length).toBeGreaterThan(2)
  bars.forEach(([first], i) => {
    expect(first!.share).toBeCloseTo(parts[i]!.count / digest.base!, 2)
    expect(first!.fill).toBe(parts[i]!.codes.length === 0 ? 'url(#dots)' : '#0b5d57')
  })
})

test('of too few people there is no picture, and of a hidden question a sentence', async () => {
  expect(await digestImage(theme(4, 6), 'nl')).toBeNull()
  expect(await digestImage(theme(0, null), 'nl')).toBeNull()
  const { svg, alt } = digestPicture(scaleOfSixty(), 'nl')!
  for (const text of [wordsIn(svg), squeezed(alt)]) {
    expect(text).toContain(squeezed('Vraag 3: te weinig antwoorden om te tonen'))
    expect(text).not.toContain(squeezed('Nog iets?'))
  }
})

test('several sessions together are not drawn: of how many people a bar would be, nobody may know', () => {
  const digest = theme(20, 23)
  expect(digestPicture(digest, 'nl')).not.toBeNull()
  expect(digestPicture({ ...digest, together: { sessions: 3, from: '2026-10-01' } }, 'nl')).toBeNull()
})

test('what would make a picture too high for a phone is left to the page, in words', () => {
  const digest = theme(60, 63)
  const many = { ...digest, questions: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({ ...digest.questions[0]!, number })) }
  const { svg, alt } = digestPicture(many, 'nl')!
  expect(Number(/height="(\d+)"/.exec(svg)![1])).toBeLessThan(3000)
  expect(wordsIn(svg)).toMatch(/Vraag6:ziedewebpagina.*Vraag7:ziedewebpagina.*Vraag8:ziedewebpagina/)
  expect(squeezed(alt).match(/Hadjeietsaanhetgesprek/g)).toHaveLength(8)
})

test('text and shapes stand out enough from what is behind them', () => {
  const luminance = (colour: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a: string, b: string) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
    return (high + 0.05) / (low + 0.05)
  }
  for (const [, digest, language] of PICTURES) {
    const { svg } = digestPicture(digest, language)!
    for (const { fill } of textsOf(svg)) {
      const behind = fill === '#ffffff' ? ['#0b5d57'] : ['#ffffff', '#f4f3ee']
      for (const ground of behind) expect(contrast(fill, ground)).toBeGreaterThanOrEqual(4.5)
    }
  }
  for (const mark of ['#0b5d57', '#4c5553', '#75807d', '#1b1f1e']) {
    for (const ground of ['#ffffff', '#eceee9']) expect(contrast(mark, ground)).toBeGreaterThanOrEqual(3)
  }
})

type Fill = { fill: string; share: number }

/** What each bar is filled with, as a share of its track. */
function barsOf(svg: string): Fill[][] {
  const bars: Fill[][] = []
  let track = 0
  for (const [, width, fill] of svg.matchAll(/<rect x="[^"]*" y="[^"]*" width="([^"]*)" height="42" fill="([^"]*)"/g)) {
    if (fill === '#eceee9') {
      track = Number(width)
      bars.push([])
    } else if (Number(width) > 0) bars.at(-1)!.push({ fill: fill!, share: Number(width) / track })
  }
  return bars
}

/** The table of the start, of the question that both moments have. */
function startRow(digest: Digest, language: Language): string[] {
  const { start } = digest
  const question = digest.questions.find(({ key }) => key === start!.endQuestion)!
  const [row] = renderDigestTable(
    { ...digest, base: start!.base, questions: [{ ...question, released: start!.released }] },
    language,
  )
  return row!.cells.map(({ text }) => text)
}
