/** The texts of a card as a gettext PO file, for one language to translate into. */
import { createRequire } from 'node:module'
import type { Card } from '../config/method.ts'
import type { Language } from '../survey/question-set.ts'
import { cardPlaces } from './card-places.ts'

/** Loaded when it is first used: a start needs none of it. */
const library = () => createRequire(import.meta.url)('gettext-parser') as typeof import('gettext-parser')

/**
 * Every text with the Dutch as what is translated and its path as context, so that two texts that read the same can be
 * translated apart.
 * @returns UTF-8; a text without a translation is empty there
 */
export function poOf(card: Card, language: Exclude<Language, 'nl'>): Uint8Array {
  const translations = Object.fromEntries(
    cardPlaces(card).map(({ path, text }) => [
      path,
      { [text.nl]: { msgid: text.nl, msgctxt: path, msgstr: [text[language] ?? ''] } },
    ]),
  )
  const headers = {
    'Project-Id-Version': `${card.id} ${card.version}`,
    Language: language,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    [CARD_HEADER]: card.id,
  }
  const bytes = library().po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 })
  return new Uint8Array(bytes)
}

/** Says of which card the texts are. */
export const CARD_HEADER = 'X-Pols-Card'
