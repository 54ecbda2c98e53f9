/** Inspects a card of the instrumentarium around its questions: what a schema cannot say. */
import { inspectTranslations } from '../survey/inspect.ts'
import { FULL_LANGUAGES, type FullLanguage, type LocalText } from '../survey/question-set.ts'
import type { PlacedFinding } from './explain.ts'
import type { Card } from './method.ts'
import type { Path } from './repair.ts'

/**
 * Texts that lack in a language or are too long for a chat, a tally form that counts one thing twice, a changelog
 * out of order. Paths start at the card.
 */
export function inspectCardTexts(card: Card): PlacedFinding[] {
  const texts = textsOfCard(card)
  const languages = card.set?.languages ?? languagesIn(texts)
  const key = card.set ? 'check-missing-translation' : 'check-card-language'
  return [
    ...texts.flatMap(({ path, text, max }) => {
      const at = (finding: Omit<PlacedFinding, 'path'> & { path: Path }) => ({
        ...finding,
        path: [...path, ...finding.path],
      })
      const name = path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.')
      const missing = inspectTranslations(text, languages, name).map((finding) => ({ ...finding, key }))
      return [...missing, ...tooLong(text, max)].map(at)
    }),
    ...inspectTally(card),
    ...inspectChangelog(card),
    ...(card.kind === 'activity' && !card.withoutBot
      ? [{ path: ['withoutBot'], key: 'check-card-no-how', values: {} }]
      : []),
    ...(card.kind !== 'link' && card.items !== undefined
      ? [{ path: ['items'], key: 'check-card-items', values: {} }]
      : []),
  ]
}

/** Languages that a card is in: those of its questions, or, without questions, those that its title is in. */
export const languagesOf = ({ set, title }: Pick<Card, 'set' | 'title'>): FullLanguage[] =>
  set?.languages ?? FULL_LANGUAGES.filter((language) => title[language] !== undefined)

/** Languages that anything is said in. A source may be one text for all languages, so it says nothing about them. */
const languagesIn = (texts: ReturnType<typeof textsOfCard>): FullLanguage[] =>
  FULL_LANGUAGES.filter((language) =>
    texts.some(({ path, text }) => path[0] !== 'source' && path[0] !== 'changelog' && text[language] !== undefined),
  )

/** Every text of a card around its questions, with its longest length in characters. */
function textsOfCard(card: Card): { path: Path; text: LocalText; max: number }[] {
  const short = (['title', 'measures', 'for', 'scale'] as const).map((key) => ({ key, max: LONGEST[key] }))
  const long = (['accessibility', 'example', 'withoutBot', 'care', 'reason', 'source'] as const).map((key) => ({
    key,
    max: LONGEST.rest,
  }))
  return [
    ...[...short, ...long].flatMap(({ key, max }) => {
      const text = card[key]
      return text ? [{ path: [key], text, max }] : []
    }),
    ...(card.licence?.forbids ? [{ path: ['licence', 'forbids'], text: card.licence.forbids, max: LONGEST.rest }] : []),
    ...(card.tally ?? []).flatMap((counted, i) => [
      { path: ['tally', i, 'text'], text: counted.text, max: LONGEST.for },
      ...counted.options.map(({ text }, j) => ({ path: ['tally', i, 'options', j, 'text'], text, max: LONGEST.title })),
    ]),
    ...card.changelog.map(({ text }, i) => ({ path: ['changelog', i, 'text'], text, max: LONGEST.for })),
  ]
}

function tooLong(text: LocalText, max: number): PlacedFinding[] {
  return Object.entries(text).flatMap(([language, one]) =>
    (one ?? '').length > max
      ? [{ path: [language], key: 'check-text-too-long', values: { length: (one ?? '').length, max } }]
      : [],
  )
}

function inspectTally({ tally = [] }: Card): PlacedFinding[] {
  return tally.flatMap(({ key, options }, i) => [
    ...(tally.findIndex((one) => one.key === key) < i
      ? [{ path: ['tally', i, 'key'], key: 'check-duplicate-key', values: { name: key } }]
      : []),
    ...options.flatMap(({ code }, j) =>
      options.findIndex((one) => one.code === code) < j
        ? [{ path: ['tally', i, 'options', j, 'code'], key: 'check-duplicate-code', values: { name: code } }]
        : [],
    ),
  ])
}

function inspectChangelog({ version, changelog }: Card): PlacedFinding[] {
  return changelog.flatMap((change, i) => {
    const path = ['changelog', i, 'version']
    const newer = changelog[i - 1]
    if (change.version > version) return [{ path, key: 'check-card-changelog-ahead', values: { version } }]
    if (newer && newer.version <= change.version) return [{ path, key: 'check-card-changelog-order', values: {} }]
    return []
  })
}

/** Characters; a card has to fit in one message of every chat, its questions apart. */
const LONGEST = { title: 80, measures: 250, for: 250, scale: 120, rest: 700 } as const
