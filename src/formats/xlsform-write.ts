/** A card of questions as an XLSForm workbook, with what XLSForm has no word for in columns and a sheet of our own. */
import type { Card, Method } from '../config/method.ts'
import {
  LANGUAGES,
  type Language,
  type LocalText,
  type Option,
  optionsOf,
  type Question,
} from '../survey/question-set.ts'
import { languageHeading, languagesIn } from './file-languages.ts'
import { type TextSheet, workbookOf } from './workbook-write.ts'
import { relevantOf } from './xlsform-relevant.ts'

/** Whose picture it is, by the name of its pictogram: it goes along in the file. */
export type PictureRights = (picture: string) => { licence: string; credit: string } | undefined

/**
 * The workbook: sheets `survey`, `choices` and `settings` as every tool for XLSForm reads them, and `pols`.
 * @returns the bytes of an .xlsx file; read again it gives the identical set
 */
export const xlsformOf = (card: Method, rightsOf: PictureRights = () => undefined): Promise<Uint8Array> =>
  workbookOf(xlsformSheets(card, rightsOf))

export function xlsformSheets(card: Method, rightsOf: PictureRights = () => undefined): TextSheet[] {
  const languages = languagesIn(textsIn(card.set.questions))
  return [
    { name: 'survey', rows: surveyRows(card.set.questions, languages) },
    { name: 'choices', rows: choiceRows(card.set.questions, languages, rightsOf) },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id', 'version', 'default_language'],
        [card.title.nl, card.id, String(card.version), languageHeading('nl')],
      ],
    },
    { name: OWN_SHEET, rows: ownRows(card) },
  ]
}

/** The sheet with what is said of the card and the set as a whole. */
export const OWN_SHEET = 'pols'
/** The list of yes and no; no key of a question can be it. */
export const YES_NO_LIST = 'yes-no'

function surveyRows(questions: Question[], languages: Language[]): string[][] {
  const columns = ['label', 'hint'].flatMap((what) =>
    languages.map((language) => `${what}::${languageHeading(language)}`),
  )
  const ends = languages.flatMap((language) => [`pols_low_${language}`, `pols_high_${language}`])
  return [
    ['type', 'name', ...columns, 'relevant', 'constraint', 'parameters', ...ends, ...OWN_COLUMNS],
    ...questions.map((question) => {
      const { key, text, meaning, showIf } = question
      const low = question.type === 'scale' ? question.low : undefined
      const high = question.type === 'scale' ? question.high : undefined
      return [
        typeOf(question),
        key,
        ...languages.map((language) => text[language] ?? ''),
        ...languages.map((language) => meaning?.[language] ?? ''),
        showIf
          ? relevantOf(
              showIf,
              questions.find((one) => one.key === showIf.question),
            )
          : '',
        constraintOf(question),
        question.type === 'scale' ? 'start=0 end=10 step=1' : '',
        ...languages.flatMap((language) => [low?.[language] ?? '', high?.[language] ?? '']),
        ...[question.type === 'feeling' ? 'feeling' : '', question.sensitive ? 'yes' : ''],
        ...[question.retrospective ? 'yes' : '', question.notOn?.join(' ') ?? '', question.clip ?? ''],
      ]
    }),
  ]
}

const OWN_COLUMNS = ['pols_kind', 'pols_sensitive', 'pols_retrospective', 'pols_not_on', 'pols_clip']

function typeOf(question: Question): string {
  switch (question.type) {
    case 'feeling':
    case 'choice':
      return `select_one ${question.key}`
    case 'multi':
      return `select_multiple ${question.key}`
    case 'yesno':
      return `select_one ${YES_NO_LIST}`
    case 'scale':
      return 'range'
    case 'text':
      return 'text'
    case 'card':
      return 'note'
  }
}

function constraintOf(question: Question): string {
  if (question.type === 'text') return `string-length(.) <= ${question.max}`
  if (question.type !== 'multi') return ''
  const { min, max } = question
  return [
    ...(min > 1 ? [`count-selected(.) >= ${min}`] : []),
    ...(max === undefined ? [] : [`count-selected(.) <= ${max}`]),
  ].join(' and ')
}

function choiceRows(questions: Question[], languages: Language[], rightsOf: PictureRights): string[][] {
  const row = (list: string, option: Option): string[] => {
    const rights = option.picture === undefined ? undefined : rightsOf(option.picture)
    return [
      list,
      option.code,
      ...languages.map((language) => option.text[language] ?? ''),
      option.picture === undefined ? '' : `${option.picture}.png`,
      ...[option.emoji ?? '', option.side ?? '', option.help ? 'yes' : '', option.alone ? 'yes' : ''],
      ...[option.erases?.join(' ') ?? '', rights?.licence ?? '', rights?.credit ?? ''],
    ]
  }
  const yesNo = questions.find(({ type }) => type === 'yesno')
  return [
    [
      ...['list_name', 'name', ...languages.map((language) => `label::${languageHeading(language)}`), 'media::image'],
      ...[
        'pols_emoji',
        'pols_side',
        'pols_help',
        'pols_alone',
        'pols_erases',
        'pols_image_licence',
        'pols_image_credit',
      ],
    ],
    ...questions.flatMap((question) =>
      hasOptions(question) ? question.options.map((one) => row(question.key, one)) : [],
    ),
    ...(yesNo ? optionsOf(yesNo).map((one) => row(YES_NO_LIST, { code: one.code, text: one.text })) : []),
  ]
}

/** What is said once: a field, its texts by language, or under `all` what is the same in all of them. */
function ownRows(card: Method): string[][] {
  const { set, licence } = card
  const text = (field: string, one: LocalText | undefined): string[][] =>
    one ? [[field, '', ...LANGUAGES.map((language) => one[language] ?? '')]] : []
  const value = (field: string, one: string | number | boolean | undefined): string[][] =>
    one === undefined || one === '' ? [] : [[field, String(one), ...LANGUAGES.map(() => '')]]
  return [
    ['field', 'all', ...LANGUAGES],
    ...value('languages', set.languages.join(' ')),
    ...value('accessible', set.accessible ? 'yes' : ''),
    ...value('barredOn', set.barredOn?.join(' ')),
    ...value('severalOpen', set.severalOpen),
    ...CARD_TEXTS.flatMap((field) => text(field, card[field])),
    ...value('aspects', card.aspects.join(' ')),
    ...value('groups', card.groups.join(' ')),
    ...value('minutes.young', card.minutes.young),
    ...value('minutes.staff', card.minutes.staff),
    ...value('credit', card.credit),
    ...value('licence.name', licence?.name),
    ...value('licence.url', licence?.url),
    ...value('licence.changes', licence?.changes),
    ...value('licence.share', licence && (licence.share ? 'yes' : 'no')),
    ...value('licence.commercial', licence && (licence.commercial ? 'yes' : 'no')),
    ...text('licence.forbids', licence?.forbids),
    ...value('validated', card.validated),
    ...value('origin', card.origin.length === 0 ? undefined : JSON.stringify(card.origin)),
  ]
}

/** Texts of a card around its questions, under the name that they have in the file. */
export const CARD_TEXTS = [
  'title',
  'measures',
  'for',
  'source',
  'scale',
  'accessibility',
  'example',
  'withoutBot',
  'care',
] as const satisfies readonly (keyof Card)[]

const hasOptions = (question: Question): question is Question & { type: 'feeling' | 'choice' | 'multi' } =>
  question.type === 'feeling' || question.type === 'choice' || question.type === 'multi'

function* textsIn(questions: Question[]): Generator<LocalText | undefined> {
  for (const question of questions) {
    yield question.text
    yield question.meaning
    if (question.type === 'scale') yield* [question.low, question.high]
    if (hasOptions(question)) yield* question.options.map((option) => option.text)
  }
}
