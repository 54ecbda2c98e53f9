/** Whole stories as partners read them, in their own words, as files. UPDATE_GOLDEN=1 writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { storyLines } from '../../src/dialogue/story-card.ts'
import { faultsOfStory } from '../../src/dialogue/story-checks.ts'
import type { StoryContent } from '../../src/dialogue/story-content.ts'
import { storyDocument } from '../../src/dialogue/story-document.ts'
import { draftFrom } from '../../src/dialogue/story-draft.ts'
import { type FigureWords, figureHash, figureWords, pickableIn } from '../../src/dialogue/story-figures.ts'
import type { Story } from '../../src/dialogue/story-read.ts'
import type { Digest } from '../../src/digest/content.ts'
import { faultsOfWording } from '../../src/digest/wording.ts'
import { markdownOf } from '../../src/documents/markdown.ts'
import { setPdf } from '../../src/documents/pdf.ts'
import { wordsFor } from '../../src/words/words.ts'
import { DUTCH, digestOf, ENGLISH, FRENCH, jointOf, PARTNERS, TODAY } from '../support/story-samples.ts'

type Told = 'nl' | 'en' | 'fr'
const WORDS = { nl: DUTCH, en: ENGLISH, fr: FRENCH }
const CHECK: Record<Told, { text: string; what: string; who: string }> = {
  nl: {
    text: 'Is het er niet? Dan praten we met de jongeren en kiezen we één ding dat we anders doen.',
    what: 'of jongeren zeggen dat ze zichzelf kunnen zijn',
    who: 'Jeugdwerk Noord',
  },
  en: {
    text: 'If it is not there, we talk with the young people and choose one thing to do differently.',
    what: 'whether young people say that they can be themselves',
    who: 'Jeugdwerk Noord',
  },
  fr: {
    text: "Si ce n'est pas le cas, nous en parlons avec les jeunes et nous choisissons une chose à faire autrement.",
    what: 'si les jeunes disent qu’ils peuvent être eux-mêmes',
    who: 'Jeugdwerk Noord',
  },
}

/** From the first draft until everybody agreed: a figure of a small group and one of a big one, and two signs. */
function storyIn(language: Told, people: number): Story {
  const joint = jointOf(WORDS[language])
  const digests = [digestOf(people), digestOf(46, { date: '2026-10-07' })]
  const figures = digests.map((digest, at) => {
    const [first] = pickableIn(digest, language)
    const cell = { question: first!.question, cell: first!.cell }
    return {
      ...{ key: `c${at + 1}`, organisationId: 'xy', digestId: `d${at + 1}`, ...cell },
      hash: figureHash(digest, cell),
    }
  })
  const draft = draftFrom(joint, language)
  const { text, what, who } = CHECK[language]
  const content: StoryContent = {
    ...draft,
    parts: { ...draft.parts, kept: shortened(draft.parts.kept), check: text },
    figures,
    signs: [
      { what, how: 'survey', who, on: '2027-05-12' },
      { what: what.replace(/^\S+ /, ''), how: 'talk', who: PARTNERS[1], on: '2027-06-16' },
    ],
  }
  return of(content, new Map(digests.map((digest, at) => [`d${at + 1}`, digest])), joint)
}

/** As partners would: the last line goes, and the figures come. */
const shortened = (text: string): string => `${text.split('\n').slice(0, 4).join('\n')}\n[c1] · [c2]`

function of(content: StoryContent, digests: Map<string, Digest>, joint: Story['joint']): Story {
  const figures = new Map<string, FigureWords>(
    content.figures.map((one) => [one.key, figureWords(digests.get(one.digestId)!, one, content.language)!]),
  )
  return {
    organisationId: 'xy',
    id: 'story',
    sheetId: joint ? 'sheet' : null,
    year: 2026,
    revision: 7,
    state: 'draft',
    content,
    joint,
    figures,
    faults: faultsOfStory(content, figures, TODAY),
    stale: [],
    people: PARTNERS.map((name, at) => ({
      ids: [`p${at + 1}`],
      name,
      role: 'partner',
      says: at === 0 ? 'agree' : null,
    })),
    closedAt: null,
  }
}

const paperOf = (story: Story, state: Story['state']) =>
  storyDocument({ ...story, joint: story.joint !== null, state, on: '2026-11-25' })

const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

describe.each(['nl', 'en', 'fr'] as const)('a story in %s', (language) => {
  test.each([
    ['small', 7],
    ['big', 40],
  ] as const)('with a figure of a %s group', (size, people) => {
    const story = storyIn(language, people)
    expect(story.faults).toEqual([])
    const card = storyLines(story, language, wordsFor(language)).map(({ text }) => text)
    expect(card.join('\n').length).toBeLessThan(1800)
    const text = plain(`${markdownOf(paperOf(story, 'closed'))}\n\n════\n\n${card.join('\n')}\n`)
    const file = new URL(`./golden/story-${size}.${language}.md`, import.meta.url)
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text)
    expect(text).toBe(readFileSync(file, 'utf8'))
    expect(faultsOfWording(text, language).filter(({ kind }) => kind !== 'percentage')).toEqual([])
    expect(text).not.toMatch(/undefined|NaN|\bnull\b|\{|\[\[|\[c\d/)
  })

  test('is one sheet, also when every part is as long as it may be', async () => {
    const story = storyIn(language, 7)
    const long = `${'Een woord van negen letters staat hier. '.repeat(15)}`.slice(0, 440)
    const parts = {
      goal: long.repeat(2).slice(0, 600),
      kept: `${long} [c1]`,
      added: long.repeat(2).slice(0, 600),
      check: `${long} [c2]`,
    }
    const sign = { ...story.content.signs[0]!, what: 'W'.repeat(120), who: 'M'.repeat(120) }
    const full = { ...story, content: { ...story.content, parts, signs: [sign, sign, sign] } }
    for (const one of [story, full]) {
      const { bytes, scale } = await setPdf(paperOf(one, 'draft'), TODAY)
      const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
      expect(pdf.numPages).toBe(1)
      expect(scale).toBeGreaterThanOrEqual(0.7)
      await pdf.loadingTask.destroy()
    }
  })
})

test('every number of a story is of a digest, and stands with its caution', () => {
  const story = storyIn('nl', 7)
  const [, kept] = paperOf(story, 'closed').blocks
  expect(kept!.notes).toHaveLength(2)
  expect(plain(kept!.notes![0]!)).toContain('Kleine groep. Dit zegt iets over wie antwoordde, niet over alle jongeren.')
  expect(plain(kept!.paragraphs!.join(' '))).toMatch(/minstens \d van \d\) \[1\]/)
})
