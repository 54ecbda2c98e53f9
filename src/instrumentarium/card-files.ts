/** A card as a file: to read (Markdown), to keep in the folder of the instrumentarium (YAML), and for machines (JSON). */
import { createRequire } from 'node:module'
import type { Card } from '../config/method.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { cardSheet, type Fact } from './card-sheet.ts'

/** Whether others may have the questions themselves: only with a licence that says so. A link holds none. */
export const mayLeave = (card: Card): boolean => card.kind === 'link' || card.licence?.share === true

/** A card as Markdown (CommonMark); every text is text, never markup. */
export function cardMarkdown(card: Card, language: FullLanguage): string {
  const words = wordsFor(language)
  const sheet = cardSheet(card, language)
  // French keeps a space before its colon.
  const bold = (label: string) => `**${plain(label)}${language === 'fr' ? ' :' : ':'}**`
  const facts = (list: Fact[]) => list.map(({ label, text }) => `- ${bold(label)} ${plain(text)}`).join('\n')
  return `${[
    `# ${plain(sheet.title)}`,
    `*${plain(sheet.kind)}*`,
    plain(sheet.measures),
    facts(sheet.facts),
    ...(sheet.care ? [`> ${bold(words('method-care'))} ${plain(sheet.care)}`] : []),
    ...(sheet.elsewhere
      ? [`> ${plain(sheet.elsewhere.reason)}`, `${plain(words('method-where'))} <${sheet.elsewhere.url}>`]
      : []),
    ...sheet.parts.flatMap(({ heading, lines }) => [
      `## ${plain(heading)}`,
      lines.map((line) => `- ${plain(line)}`).join('\n'),
    ]),
    `## ${plain(words('method-rights'))}`,
    facts(sheet.rights),
  ].join('\n\n')}\n`
}

/** Needed only where somebody takes a card away as a file. */
const library = () => createRequire(import.meta.url)('yaml') as typeof import('yaml')

/** What the folder of the instrumentarium can hold again: reading it gives the same card. */
export const cardYaml = (card: Card): string => library().stringify(card, { lineWidth: 120 })

export const cardJson = (card: Card): string => `${JSON.stringify(card, null, 2)}\n`

/** Characters that mean something in Markdown or HTML are taken as they are; every text is one line. */
const plain = (text: string): string =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~]/g, '\\$&')
    .replace(/^(#{1,6}|[-+]|\d+[.)])(?=\s|$)/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`)
    .trim()
