/** Reads a PO file of a translator, and puts what is finished in it into a card. */
import { createRequire } from 'node:module'
import type { Card } from '../config/method.ts'
import { FULL_LANGUAGES, type FullLanguage, LANGUAGES, type Language } from '../survey/question-set.ts'
import { cardPlaces, isWhole } from './card-places.ts'
import { languageNamed } from './file-languages.ts'
import { CARD_HEADER } from './po-write.ts'
import { MOST_BYTES, type Notice, notice } from './reading.ts'

/** Loaded when it is first used: a start needs none of it. */
const library = () => createRequire(import.meta.url)('gettext-parser') as typeof import('gettext-parser')

export type PoFile = {
  /** The id of the card that it says it is of. */
  card: string | null
  language: Exclude<Language, 'nl'>
  entries: { path: string; dutch: string; text: string; fuzzy: boolean }[]
}

export function readPo(bytes: Uint8Array): PoFile | { faults: Notice[] } {
  if (bytes.length > MOST_BYTES)
    return { faults: [notice('formats-too-large', {}, { most: MOST_BYTES / 1024 / 1024 })] }
  const read = parsed(bytes)
  if (!read) return { faults: [notice('formats-no-po')] }
  const named = read.headers.Language ?? ''
  const language = LANGUAGES.find((one) => one === named.replace('_', '-')) ?? languageNamed(named)
  if (!language || language === 'nl') return { faults: [notice('formats-po-language', {}, { language: named || '-' })] }
  const entries = Object.values(read.translations).flatMap((context) =>
    Object.values(context).flatMap(({ msgctxt, msgid, msgstr, comments }) =>
      msgctxt === undefined || msgid === ''
        ? []
        : [
            {
              path: msgctxt,
              dutch: msgid,
              text: (msgstr[0] ?? '').trim(),
              fuzzy: /\bfuzzy\b/.test(comments?.flag ?? ''),
            },
          ],
    ),
  )
  if (entries.length === 0) return { faults: [notice('formats-po-empty')] }
  return { card: read.headers[CARD_HEADER] ?? null, language, entries }
}

export type PoOutcome = {
  card: Card
  /** Texts that are new or other than they were. */
  taken: number
  losses: Notice[]
}

/**
 * The card with what is finished in the file. What is fuzzy, empty, or translates other Dutch than stands there now is
 * not taken over, and told; a language that is whole from now on is one of the set's.
 */
export function withTranslations(card: Card, file: PoFile): PoOutcome {
  const next = structuredClone(card)
  const { language } = file
  const losses: Notice[] = []
  const known = new Map(cardPlaces(next).map((place) => [place.path, place.text]))
  let taken = 0
  for (const { path, dutch, text, fuzzy } of file.entries) {
    const place = { column: path }
    const there = known.get(path)
    if (!there) losses.push(notice('formats-po-unknown', place))
    else if (text === '') losses.push(notice('formats-po-missing', place))
    else if (fuzzy) losses.push(notice('formats-po-fuzzy', place))
    else if (there.nl !== dutch.trim()) losses.push(notice('formats-po-other', place))
    else if (there[language] !== text) {
      there[language] = text
      taken++
    }
  }
  const given = new Set(file.entries.map(({ path }) => path))
  for (const path of known.keys()) if (!given.has(path)) losses.push(notice('formats-po-missing', { column: path }))
  if (taken > 0 && next.set && isFull(language) && !next.set.languages.includes(language) && isWhole(next, language)) {
    next.set.languages = FULL_LANGUAGES.filter((one) => one === language || next.set!.languages.includes(one))
  }
  return { card: next, taken, losses }
}

function parsed(bytes: Uint8Array) {
  try {
    const read = library().po.parse(Buffer.from(bytes), { defaultCharset: 'utf-8', validation: true })
    // Without an entry of its own for them, there are no headers at all.
    return read.headers && Object.keys(read.translations).length > 0 ? read : null
  } catch {
    // Its parser says where, with the words around it; those are not ours to repeat.
    return null
  }
}

const isFull = (language: Language): language is FullLanguage => language !== 'nl-plain'
