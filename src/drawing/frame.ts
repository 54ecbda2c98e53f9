/** What all our pictures have in common: their width, a head with our mark, cards, and text that runs on. */
import { INK } from './ink.ts'
import { makeSheet, type Sheet } from './sheet.ts'
import { balancedLines, showable, wrapText } from './text.ts'

/** `alt` says in words what the picture shows, with the same numbers. */
export type Picture = { svg: string; alt: string }

/** In pixels. A phone shows it at a third of that: text of 34 is then as large as small print, and nothing is smaller. */
export const WIDTH = 1080
export const SMALL = 34
export const GAP = 22
const MARGIN = 40
const PAD = 36
/** Where text on the ground begins and how wide it may be, and the same inside a card. */
export const OUTSIDE = { x: MARGIN, width: WIDTH - 2 * MARGIN }
export const INSIDE = { x: MARGIN + PAD, width: WIDTH - 2 * (MARGIN + PAD) }
export type Place = { x: number; width: number }

/** @returns where the head ends */
export function drawHead(sheet: Sheet, { title, about }: { title: string; about: string }): number {
  const width = OUTSIDE.width - MARK - 34
  const size = wrapText(title, { size: 58, width, weight: 'bold' }).length > 2 ? 48 : 58
  const step = Math.round(size * 1.2)
  const lines = balancedLines(title, { size, width, weight: 'bold', most: 4 })
  const aboutLines = wrapText(about, { size: 38, width: OUTSIDE.width, most: 4 })
  const height = 48 + lines.length * step + aboutLines.length * 50 + 34
  sheet.rect(0, 0, WIDTH, height, { fill: INK.accent })
  sheet.mark(WIDTH - MARGIN - MARK, 46, MARK)
  let y = 48
  for (const line of lines) {
    sheet.text(MARGIN, y + size - 4, line, { size, weight: 'bold', fill: INK.onAccent })
    y += step
  }
  for (const line of aboutLines) {
    sheet.text(MARGIN, y + 38, line, { size: 38, fill: INK.onAccent })
    y += 50
  }
  return height
}

/**
 * A card around what `content` draws on it.
 * @param content draws from the given height and returns where it ends; called twice, the first time to measure
 * @returns where the card ends
 */
export function drawCard(sheet: Sheet, top: number, content: (onto: Sheet, top: number) => number): number {
  const bottom = content(makeSheet(WIDTH, 'ltr'), top + 26) + 26
  sheet.rect(OUTSIDE.x, top, OUTSIDE.width, bottom - top, { fill: INK.paper, stroke: INK.hair, round: 28 })
  content(sheet, top + 26)
  return bottom
}

/** Text in as many lines as it takes; bold text in lines of about the same length. @returns where it ends */
export function drawText(
  sheet: Sheet,
  text: string,
  top: number,
  { x, width, size, weight, fill }: Place & { size: number; weight?: 'bold'; fill?: string },
): number {
  const lines = (weight ? balancedLines : wrapText)(text, { size, width, ...(weight ? { weight } : {}) })
  const step = Math.round(size * 1.3)
  lines.forEach((line, i) => {
    sheet.text(x, top + size + i * step, line, { size, ...(weight ? { weight } : {}), ...(fill ? { fill } : {}) })
  })
  return top + lines.length * step
}

/** Sentences behind each other, each with an end. */
export const inSentences = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part) => showable(part))
    .map((part) => (/[.?!؟:…][\u2069]*$/.test(part) ? part : `${part}.`))
    .join(' ')

const MARK = 76
