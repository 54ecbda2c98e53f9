/** A method as a file that other programs open: to change in a spreadsheet, to translate, to bring to another survey system. */

import type { FileType } from '../channels/port.ts'
import { isMethod, type Method } from '../config/method.ts'
import { limesurveyOf } from '../formats/limesurvey-write.ts'
import { lossesOut, type OutFormat } from '../formats/losses-out.ts'
import { poOf } from '../formats/po-write.ts'
import type { Notice } from '../formats/reading.ts'
import { xlsformOf } from '../formats/xlsform-write.ts'
import type { Ground } from '../ground.ts'
import type { Language } from '../survey/question-set.ts'
import { originsOf } from './card-content.ts'
import { mayLeave } from './card-files.ts'
import { readShelf } from './shelf.ts'

/** `po-<language>`: the texts, to translate into that language. */
export const METHOD_FORMATS = ['xlsx', 'tsv', 'po-en', 'po-fr', 'po-ar', 'po-nl-plain'] as const
export type MethodFormat = (typeof METHOD_FORMATS)[number]
export const isMethodFormat = (text: string): text is MethodFormat => METHOD_FORMATS.some((one) => one === text)

export type MethodFile = { name: string; type: FileType; bytes: Uint8Array }

/** The program that a file of this format is for. */
export const outFormat = (format: MethodFormat): OutFormat =>
  format === 'xlsx' ? 'xlsx' : format === 'tsv' ? 'limesurvey' : 'po'

/**
 * @param organisationId whose own methods count as well
 * @returns the file, with what it has no place for; null for what is not there, is no set of questions, or may not leave
 */
export async function methodFile(
  ground: Ground,
  organisationId: string | null,
  cardId: string,
  format: MethodFormat,
): Promise<(MethodFile & { losses: Notice[] }) | null> {
  const found = (await readShelf(ground, organisationId)).get(cardId)
  if (!found || !isMethod(found.card)) return null
  const { card, whose } = found
  if (whose !== 'own' && !mayLeave(card)) return null
  const { pictograms } = ground.config()
  const losses = lossesOut(card, outFormat(format))
  switch (format) {
    case 'xlsx':
      return {
        losses,
        name: `${card.id}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await xlsformOf(toCopy(card), (picture) => pictograms.get(picture)),
      }
    case 'tsv':
      return { name: `${card.id}.txt`, type: 'text/plain', bytes: limesurveyOf(card), losses }
    default: {
      const language = format.slice('po-'.length) as Exclude<Language, 'nl'>
      return { name: `${card.id}.${language}.po`, type: 'text/plain', bytes: poOf(card, language), losses }
    }
  }
}

/** What comes back from a file is a copy of this card, and says so. */
const toCopy = ({ credit, ...card }: Method): Method => ({
  ...card,
  changelog: [],
  origin: originsOf({ ...card, ...(credit ? { credit } : {}) }, card.source.nl),
})
