/** Reads an XLSForm workbook: ours with everything in it, those of others as far as it goes. */
import { ASPECTS, card, GROUPS } from '../config/method.ts'
import { FULL_LANGUAGES, type FullLanguage, LANGUAGES, type Language } from '../survey/question-set.ts'
import { languageNamed } from './file-languages.ts'
import { finishReading, type RawCard, type Texts } from './finish-reading.ts'
import { type Notice, notice, type Reading, refused } from './reading.ts'
import { type ReadSheet, readWorkbook, type Workbook } from './workbook-read.ts'
import { isYes, readChoices } from './xlsform-choices.ts'
import { readSurvey } from './xlsform-questions.ts'
import { type Row, type Table, tableOf, titleOf } from './xlsform-table.ts'
import { CARD_TEXTS, OWN_SHEET } from './xlsform-write.ts'

export type ReadOptions = {
  /** What the card is called when the file does not say. */
  title: string
  /** Pictograms that there are; absent: any. */
  pictures?: ReadonlySet<string>
}

export async function readXlsform(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const workbook = await readWorkbook(bytes)
  return 'faults' in workbook ? refused(...workbook.faults) : readXlsformSheets(workbook, options)
}

export function readXlsformSheets(workbook: Workbook, options: ReadOptions): Reading {
  const losses = [...workbook.losses]
  const faults: Notice[] = []
  const sheet = (name: string) => workbook.sheets.find((one) => one.name.trim().toLowerCase() === name)
  const [survey, choices] = [sheet('survey'), sheet('choices') ?? sheet('select_one')]
  if (!survey || survey.rows.length === 0) {
    return refused(
      notice('formats-no-survey', {}, { sheets: workbook.sheets.map(({ name }) => name).join(', ') || '-' }),
    )
  }
  const settings = tableIn(sheet('settings'), 'nl')?.rows[0]
  const plain = languageNamed(settings?.cell('default_language') ?? '') ?? 'nl'
  const table = tableOf(survey, plain)
  const listed = tableIn(choices, plain)
  for (const name of ['type', 'name', 'label']) {
    if (!table.columns.some((column) => column.name === name))
      faults.push(notice('formats-no-column', { sheet: survey.name }, { name }))
  }
  faults.push(...table.faults, ...(listed?.faults ?? []))
  if (faults.length > 0) return { card: null, losses, faults }
  for (const one of workbook.sheets) {
    if (!KNOWN_SHEETS.includes(one.name.trim().toLowerCase()) && one.rows.length > 0)
      losses.push(notice('formats-sheet-left', { sheet: one.name }))
  }
  const standIn = standInFor(table, losses)
  const textsOf = (row: Row, name: string): Texts => standIn(row.texts(name), row.foreign(name))
  tellLanguages(table, losses)
  const lists = readChoices(listed, (row) => textsOf(row, 'label'), losses, faults)
  const own = ownIn(sheet(OWN_SHEET), losses)
  const questions = readSurvey({ table, lists, ours: own.found, textsOf, losses, faults })
  tellPictures(questions, options.pictures, losses)
  const title = settings?.cell('form_title') || settings?.texts('form_title').nl || options.title
  const raw: RawCard = {
    fields: { title: { nl: title.slice(0, MOST_TITLE) }, ...own.fields },
    ...{ set: own.set, languages: own.languages, questions },
  }
  return finishReading(raw, { losses, faults })
}

const tableIn = (sheet: ReadSheet | undefined, plain: Language): Table | undefined =>
  sheet && sheet.rows.length > 0 ? tableOf(sheet, plain) : undefined

/** Dutch is our source. Where a file has none at all, its first language stands there until somebody translates it. */
function standInFor(table: Table, losses: Notice[]): (texts: Texts, foreign: string) => Texts {
  if (table.rows.some((row) => row.texts('label').nl !== undefined)) return (texts) => texts
  const language = LANGUAGES.find((one) => table.rows.some((row) => row.texts('label')[one] !== undefined))
  const title = titleOf(table, 'label', language)
  losses.push(notice('formats-no-dutch', { sheet: table.sheet, row: 1, ...(title ? { column: title } : {}) }))
  return (texts, foreign) => {
    const nl = language ? texts[language] : foreign
    return nl === undefined || nl === '' ? texts : { ...texts, nl }
  }
}

function tellLanguages({ sheet, columns }: Table, losses: Notice[]): void {
  for (const { title, name, language } of columns) {
    if (name === 'label' && language === 'other')
      losses.push(notice('formats-language-left', { sheet, row: 1, column: title }))
  }
}

/** A picture that is not here cannot be shown, and one question shows them for all its options or for none. */
function tellPictures(questions: RawCard['questions'], known: ReadonlySet<string> | undefined, losses: Notice[]): void {
  for (const { raw, options } of questions) {
    const given = (raw.options ?? []) as { picture?: string }[]
    const strange = given.flatMap(({ picture }, i) =>
      picture !== undefined && known?.has(picture) === false ? [{ picture, i }] : [],
    )
    if (strange.length === 0) continue
    for (const { picture, i } of strange) losses.push(notice('formats-picture-left', options[i] ?? {}, { picture }))
    for (const option of given) delete option.picture
  }
}

type Own = {
  fields: Record<string, unknown>
  set: Record<string, unknown>
  languages: FullLanguage[] | null
  found: boolean
}

/** Our own sheet, which says what is said once. */
function ownIn(sheet: ReadSheet | undefined, losses: Notice[]): Own {
  const table = tableIn(sheet, 'nl')
  const set: Own['set'] = {}
  const fields: Own['fields'] = {}
  const licence: Record<string, unknown> = {}
  const minutes: Record<string, number> = {}
  let languages: Own['languages'] = null
  for (const row of table?.rows ?? []) {
    const [field, value] = [row.cell('field'), row.cell('all')]
    const texts = Object.fromEntries(LANGUAGES.flatMap((one) => (row.cell(one) === '' ? [] : [[one, row.cell(one)]])))
    const words = value.split(/[\s,]+/).filter((word) => word !== '')
    const [group, part = ''] = field.split('.')
    if (CARD_TEXTS.some((one) => one === field)) fields[field] = texts
    else if (field === 'languages') languages = among(FULL_LANGUAGES, words)
    else if (field === 'accessible') set.accessible = isYes(value)
    else if (field === 'barredOn') set.barredOn = words
    else if (field === 'severalOpen') set.severalOpen = value
    else if (field === 'aspects') fields.aspects = among(ASPECTS, words)
    else if (field === 'groups') fields.groups = among(GROUPS, words)
    else if (field === 'credit') fields.credit = value
    else if (field === 'origin') fields.origin = originIn(value)
    else if (group === 'minutes') minutes[part] = Number(value)
    else if (group === 'licence') licence[part] = part === 'forbids' ? texts : isFlag(part) ? isYes(value) : value
    else if (field !== 'validated')
      losses.push(notice('formats-field-left', { sheet: OWN_SHEET, row: row.row }, { field }))
  }
  if (licence.name !== undefined) fields.licence = licence
  if (minutes.young !== undefined && minutes.staff !== undefined) fields.minutes = minutes
  return { fields, set, languages, found: table !== undefined }
}

/** Whose it was is looked up again when it is kept; what cannot be read says nothing. */
function originIn(text: string): unknown[] {
  try {
    return card.shape.origin.safeParse(JSON.parse(text)).data ?? []
  } catch {
    return []
  }
}

/** What is known of these words, in their order. */
const among = <T extends string>(known: readonly T[], words: string[]): T[] =>
  words.flatMap((word) => known.filter((one) => one === word))

const isFlag = (part: string): boolean => part === 'share' || part === 'commercial'
const KNOWN_SHEETS = ['survey', 'choices', 'settings', OWN_SHEET]
const MOST_TITLE = 80
