/** The picture of a digest, as SVG: bars with the words and the numbers of the table, readable at the width of a phone. */
import { INK } from '../drawing/ink.ts'
import { makeSheet, type Sheet } from '../drawing/sheet.ts'
import { balancedLines, showable, wrapText } from '../drawing/text.ts'
import type { Language } from '../survey/question-set.ts'
import { directionOf, type Words, wordsFor } from '../words/words.ts'
import type { Digest } from './content.ts'
import { cut, dayIn, textIn } from './labels.ts'
import { drawGroups, drawKey } from './picture-bars.ts'
import { type Block, type PictureContent, pictureContent } from './picture-blocks.ts'
import { digestParts } from './render.ts'

/** `alt` says in words what the picture shows, with the same numbers. */
export type Picture = { svg: string; alt: string }

/**
 * 1080 pixels wide, no text smaller than 34. Questions that would make it higher than a phone can show are left to
 * the page, and the picture says so.
 * @returns null when nothing of the digest can be drawn as a bar
 */
export function digestPicture(digest: Digest, language: Language): Picture | null {
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
  let y = drawHead(sheet, texts)
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
  if (bounded) y = drawKey(sheet, words('drawn-striped'), y, { x: MARGIN, width: WIDTH - 2 * MARGIN }) + 10
  const more = left.map(({ number, heading }) => {
    const questions = number === null ? heading : words('digest-question-number', { numbers: String(number) })
    return words('digest-hidden-line', { questions, reason: words('digest-on-page') })
  })
  for (const line of [...more, ...content.quiet, texts.caution]) {
    if (line !== '') y = drawText(sheet, line, MARGIN, y, WIDTH - 2 * MARGIN, { size: SMALL, fill: INK.soft }) + 12
  }
  return sheet.done(y + 28)
}

function drawHead(sheet: Sheet, { title, about, answers }: Texts): number {
  const width = WIDTH - 2 * MARGIN - 110
  const size = wrapText(title, { size: 58, width, weight: 'bold' }).length > 2 ? 48 : 58
  const step = Math.round(size * 1.2)
  const lines = balancedLines(title, { size, width, weight: 'bold', most: 4 })
  const aboutLines = wrapText(about, { size: 38, width: WIDTH - 2 * MARGIN, most: 3 })
  const height = 48 + lines.length * step + aboutLines.length * 50 + 34
  sheet.rect(0, 0, WIDTH, height, { fill: INK.accent })
  sheet.mark(WIDTH - MARGIN - 76, 46, 76)
  let y = 48
  for (const line of lines) {
    sheet.text(MARGIN, y + size - 4, line, { size, weight: 'bold', fill: INK.onAccent })
    y += step
  }
  for (const line of aboutLines) {
    sheet.text(MARGIN, y + 38, line, { size: 38, fill: INK.onAccent })
    y += 50
  }
  return drawText(sheet, answers, MARGIN, height + 30, WIDTH - 2 * MARGIN, { size: 36 }) + 24
}

/** @returns where the block ends */
function drawBlock(sheet: Sheet, block: Block, top: number): number {
  const [x, width] = [MARGIN + PAD, WIDTH - 2 * (MARGIN + PAD)]
  const content = (onto: Sheet): number => {
    let y = drawText(onto, block.heading, x, top + 26, width, { size: 42, weight: 'bold' })
    if (block.groups.length > 0) y = drawGroups(onto, block.groups, y + 16, { x, width })
    for (const sentence of block.sentences) y = drawText(onto, sentence, x, y + 10, width, { size: 36 })
    return y + 26
  }
  const bottom = content(makeSheet(WIDTH, 'ltr'))
  sheet.rect(MARGIN, top, WIDTH - 2 * MARGIN, bottom - top, { fill: INK.paper, stroke: INK.hair, round: 28 })
  return content(sheet)
}

type Style = { size: number; weight?: 'bold'; fill?: string }

function drawText(sheet: Sheet, text: string, x: number, top: number, width: number, style: Style): number {
  const lines = (style.weight ? balancedLines : wrapText)(text, {
    size: style.size,
    width,
    ...(style.weight ? { weight: style.weight } : {}),
  })
  const step = Math.round(style.size * 1.3)
  lines.forEach((line, i) => {
    sheet.text(x, top + style.size + i * step, line, style)
  })
  return top + lines.length * step
}

/** Long questions are cut here: readers of the alt text can read the table behind it. */
function altOf({ blocks, quiet }: PictureContent, { title, about, answers, caution }: Texts, words: Words): string {
  const said = blocks.flatMap(({ heading, groups, sentences }) => [
    heading,
    ...groups.map(({ title: moment, bars }) => {
      const figures = bars.map(({ label, text }) => words('drawn-part', { label, text })).join('; ')
      return moment ? words('drawn-part', { label: moment, text: figures }) : figures
    }),
    ...sentences,
  ])
  const parts = [`${title}, ${about}`, answers, ...said, ...quiet, caution].filter((part) => part !== '')
  return words('drawn-alt', { parts: parts.map((part) => ended(showable(part))).join(' ') })
}

const ended = (sentence: string): string => (/[.?!؟:…][\u2069]*$/.test(sentence) ? sentence : `${sentence}.`)

const WIDTH = 1080
const MARGIN = 40
const PAD = 36
const GAP = 22
const SMALL = 34
/** Without what stands below the bars. Higher pictures are made smaller by chats until they cannot be read. */
const MOST_HEIGHT = 2500
