/** The picture of a digest, as SVG: bars with the words and the numbers of the table, readable at the width of a phone. */
import {
  drawCard,
  drawHead,
  drawText,
  GAP,
  INSIDE,
  inSentences,
  OUTSIDE,
  type Picture,
  SMALL,
  WIDTH,
} from '../drawing/frame.ts'
import { INK } from '../drawing/ink.ts'
import { makeSheet, type Sheet } from '../drawing/sheet.ts'
import type { Language } from '../survey/question-set.ts'
import { directionOf, type Words, wordsFor } from '../words/words.ts'
import type { Digest } from './content.ts'
import { cut, dayIn, textIn } from './labels.ts'
import { drawGroups, drawKey } from './picture-bars.ts'
import { type Block, type PictureContent, pictureContent } from './picture-blocks.ts'
import { digestParts } from './render.ts'

/**
 * 1080 pixels wide, no text smaller than 34. Questions that would make it higher than a phone can show are left to
 * the page, and the picture says so.
 * @returns null when nothing of the digest can be drawn as a bar; so too for several sessions together, of which
 * nobody may know how many people a whole bar would be
 */
export function digestPicture(digest: Digest, language: Language): Picture | null {
  if (digest.together) return null
  const content = pictureContent(digest, language)
  if (!content.blocks.some(({ groups }) => groups.length > 0)) return null
  const words = wordsFor(language)
  const texts = textsOf(digest, language, words)
  return { svg: draw(content, texts, language, words), alt: altOf(content, texts, words) }
}

/** What stands around the bars. */
type Texts = { title: string; about: string; answers: string; caution: string }

function textsOf(digest: Digest, language: Language, words: Words): Texts {
  const parts = digestParts(digest, language, 'none')
  const about = [
    dayIn(digest.date, language, 'long'),
    ...(digest.moment === 'after' ? [] : [words(`digest-moment-${digest.moment}`)]),
    ...(digest.theme === null ? [] : [words('digest-theme', { theme: cut(digest.theme, 60) })]),
    ...(digest.example ? [words('digest-example')] : []),
  ]
  return {
    title: textIn(digest.series, language),
    about: about.join(' · '),
    answers: parts.answers.text,
    caution: parts.caution.map(({ text }) => text).join(' '),
  }
}

function draw(content: PictureContent, texts: Texts, language: Language, words: Words): string {
  const sheet = makeSheet(WIDTH, directionOf(language))
  let y = drawText(sheet, texts.answers, drawHead(sheet, texts) + 30, { ...OUTSIDE, size: 36 }) + 24
  const left: Block[] = []
  content.blocks.forEach((block, i) => {
    const height = drawBlock(makeSheet(WIDTH, 'ltr'), block, 0)
    if (i > 0 && y + height > MOST_HEIGHT) left.push(block)
    else y = drawBlock(sheet, block, y) + GAP
  })
  const bounded = content.blocks.some(
    (block) => !left.includes(block) && block.groups.some(({ bars }) => bars.some(({ bound }) => bound !== 'exactly')),
  )
  y += 14
  if (bounded) y = drawKey(sheet, words('drawn-striped'), y, OUTSIDE) + 10
  const more = left.map(({ number, heading }) => {
    const questions = number === null ? heading : words('digest-question-number', { numbers: String(number) })
    return words('digest-hidden-line', { questions, reason: words('digest-on-page') })
  })
  for (const line of [...more, ...content.quiet, texts.caution]) {
    if (line !== '') y = drawText(sheet, line, y, { ...OUTSIDE, size: SMALL, fill: INK.soft }) + 12
  }
  return sheet.done(y + 28)
}

/** @returns where the block ends */
const drawBlock = (sheet: Sheet, block: Block, top: number): number =>
  drawCard(sheet, top, (onto, from) => {
    let y = drawText(onto, block.heading, from, { ...INSIDE, size: 42, weight: 'bold' })
    if (block.groups.length > 0) y = drawGroups(onto, block.groups, y + 16, INSIDE)
    for (const sentence of block.sentences) y = drawText(onto, sentence, y + 10, { ...INSIDE, size: 36 })
    return y
  })

function altOf({ blocks, quiet }: PictureContent, { title, about, answers, caution }: Texts, words: Words): string {
  const said = blocks.flatMap(({ heading, groups, sentences }) => [
    heading,
    ...groups.map(({ title: moment, bars }) => {
      const figures = bars.map(({ label, text }) => words('drawn-part', { label, text })).join('; ')
      return moment ? words('drawn-part', { label: moment, text: figures }) : figures
    }),
    ...sentences,
  ])
  return words('drawn-alt', { parts: inSentences([`${title} · ${about}`, answers, ...said, ...quiet, caution]) })
}

/** Without what stands below the bars. Higher pictures are made smaller by chats until they cannot be read. */
const MOST_HEIGHT = 2500
