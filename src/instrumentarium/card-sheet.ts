/** A card of the instrumentarium in words: what chats, pages and files show of it. Pure. */
import { languagesOf } from '../config/inspect-card.ts'
import type { Card } from '../config/method.ts'
import { type FullLanguage, type LocalText, optionsOf, type Question, textIn } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'

export type Fact = { label: string; text: string }
export type Part = { heading: string; lines: string[] }
export type CardSheet = {
  title: string
  /** What kind of card it is: asked by Pols, done without it, or only pointed to. */
  kind: string
  measures: string
  /** What one wants to know before choosing. */
  facts: Fact[]
  /** What has to be in place first; null when nothing in particular. */
  care: string | null
  /** Why it is not here, and where it is; only for a link. */
  elsewhere: { reason: string; url: string } | null
  /** Questions or tally form, how to do it, an example: empty parts are left out. */
  parts: Part[]
  /** Source, licence and version. */
  rights: Fact[]
}

export function cardSheet(card: Card, language: FullLanguage): CardSheet {
  const words = wordsFor(language)
  const say = (text: LocalText) => textIn(text, language)
  const fact = (key: string, text: string | undefined): Fact[] => (text ? [{ label: words(key), text }] : [])
  return {
    title: say(card.title),
    kind: words(`method-kind-${card.kind}`),
    measures: say(card.measures),
    facts: [
      ...fact('method-for', say(card.for)),
      ...fact(
        'method-about',
        listText(
          card.aspects.map((one) => words(`method-aspect-${one}`)),
          language,
        ),
      ),
      ...fact(
        'method-groups',
        listText(
          card.groups.map((one) => words(`method-group-${one}`)),
          language,
        ),
      ),
      ...fact('method-time', timeText(card, words)),
      ...fact('method-items', itemsText(card, words)),
      ...fact('method-scale', card.scale && say(card.scale)),
      ...fact('method-languages', languagesText(card, language)),
      ...fact('method-accessibility', card.accessibility && say(card.accessibility)),
    ],
    care: card.care ? say(card.care) : null,
    elsewhere: card.kind === 'link' && card.url && card.reason ? { reason: say(card.reason), url: card.url } : null,
    parts: [
      ...part(
        words('method-questions'),
        (card.set?.questions ?? []).map((question, i) => questionLine(question, i, language)),
      ),
      ...part(
        words('method-tally'),
        (card.tally ?? []).map(
          ({ text, options }) => `${say(text)}\n${options.map((one) => say(one.text)).join(' · ')}`,
        ),
      ),
      ...part(words(card.kind === 'activity' ? 'method-how' : 'method-without-bot'), linesOf(card.withoutBot, say)),
      ...part(words('method-example'), linesOf(card.example, say)),
    ],
    rights: [
      ...fact('method-source', say(card.source)),
      ...fact('method-credit', card.credit),
      ...fact('method-licence', licenceText(card, words)),
      ...fact('method-forbids', card.licence?.forbids && say(card.licence.forbids)),
      ...fact('method-validated', card.validated),
      ...fact(
        'method-origin',
        card.origin
          .map(({ title, credit, version }) => words('method-parent', { title: say(title), credit, version }))
          .join('\n'),
      ),
      ...fact('method-version', String(card.version)),
      ...fact(
        'method-changes',
        card.changelog.map(({ version, date, text }) => `${version} (${date}): ${say(text)}`).join('\n'),
      ),
    ],
  }
}

function timeText({ minutes, kind }: Card, words: Words): string {
  const { young, staff } = minutes
  return kind === 'activity' && young === 0
    ? words('method-time-staff', { staff })
    : words('method-time-both', { young, staff })
}

function itemsText({ set, items }: Card, words: Words): string | undefined {
  const count = set ? set.questions.filter(({ type }) => type !== 'card').length : items
  return count === undefined ? undefined : words('method-items-count', { count })
}

function languagesText(card: Card, language: FullLanguage): string | undefined {
  const words = wordsFor(language)
  if (card.kind === 'link') return undefined
  const unread = languagesOf(card).filter((one) => one !== 'nl' && !(card.nativeCheck as string[]).includes(one))
  const names = (list: FullLanguage[]) =>
    listText(
      list.map((one) => words(`method-language-${one}`)),
      language,
    )
  const all = names(languagesOf(card))
  return unread.length === 0 ? all : words('method-languages-unread', { all, unread: names(unread) })
}

function licenceText({ licence, kind }: Card, words: Words): string {
  if (!licence) return words('method-licence-none')
  return [
    words('method-licence-name', { name: licence.name }),
    words(`method-may-${licence.changes}`),
    licence.share ? words('method-may-share') : words(kind === 'link' ? 'method-not-share-link' : 'method-not-share'),
    ...(licence.commercial ? [] : [words('method-not-commercial')]),
  ].join(' ')
}

/** The question with its options; direction marks stay out, since every line is of one language. */
function questionLine(question: Question, index: number, language: FullLanguage): string {
  const words = wordsFor(language)
  const text = textIn(question.text, language)
  const asked = question.type === 'card' ? text : `${index + 1}. ${text}`
  const meaning = question.meaning ? ` (${textIn(question.meaning, language)})` : ''
  switch (question.type) {
    case 'scale':
      return `${asked}${meaning}\n0 = ${textIn(question.low, language)} · 10 = ${textIn(question.high, language)}`
    case 'text':
      return `${asked}${meaning}\n[…] ${words('method-open')}`
    case 'card':
      return asked
    default: {
      const options = optionsOf(question).map(
        ({ emoji, text: label }) => `${emoji ? `${emoji} ` : ''}${textIn(label, language)}`,
      )
      return `${asked}${meaning}\n${options.join(' · ')}`
    }
  }
}

/** "a, b en c". */
const listText = (names: string[], language: FullLanguage): string => new Intl.ListFormat(language).format(names)

const part = (heading: string, lines: string[]): Part[] => (lines.length > 0 ? [{ heading, lines }] : [])

const linesOf = (text: LocalText | undefined, say: (text: LocalText) => string): string[] =>
  text
    ? say(text)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : []
