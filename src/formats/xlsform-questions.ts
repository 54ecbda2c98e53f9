/** The sheet `survey`: each row as a question of ours, or told. Pure. */
import { FULL_LANGUAGES, optionsOf, type Question } from '../survey/question-set.ts'
import type { RawQuestion, Texts } from './finish-reading.ts'
import { slugFrom } from './names.ts'
import { type Notice, notice, type Place } from './reading.ts'
import { columnAt, tellLoops } from './relevant-loops.ts'
import { isYes, type ListedOption, type Lists } from './xlsform-choices.ts'
import { readRelevant } from './xlsform-relevant.ts'
import { type Row, type Table, titleOf } from './xlsform-table.ts'
import { YES_NO_LIST } from './xlsform-write.ts'

type Sheet = {
  table: Table
  lists: Lists
  /** Whether Pols made the file: then a list is yes or no by its name, and not by its words. */
  ours: boolean
  textsOf(row: Row, name: string): Texts
  losses: Notice[]
  faults: Notice[]
}
/** What a row asks, apart from what every question has. */
type Asked = { body: Record<string, unknown>; options: ListedOption[]; codeOf?: (name: string) => string }
type Group = { relevant: string }

export function readSurvey(sheet: Sheet): RawQuestion[] {
  const { table, losses, faults } = sheet
  const found = new Map<string, { raw: RawQuestion; asked: Asked; row: Row; relevant: string }>()
  const names = new Map<string, number>()
  const groups: Group[] = []
  const keys = new Set<string>()
  for (const row of table.rows) {
    const place = { sheet: table.sheet, row: row.row }
    const [command = '', ...rest] = row.cell('type').split(/\s+/)
    const type = `${command} ${rest.join(' ')}`.trim().toLowerCase()
    if (openOrClose(type, row, place, sheet, groups)) continue
    const name = row.cell('name')
    if (type === '') faults.push(notice('formats-no-type', place))
    const asked = type === '' ? null : askedIn(row, row.cell('type'), place, sheet)
    if (!asked) {
      if (name !== '') names.set(name, names.get(name) ?? row.row)
      continue
    }
    if (name === '' && asked.body.type !== 'card') {
      faults.push(notice('formats-nameless', place))
      continue
    }
    const earlier = names.get(name)
    if (name !== '' && earlier !== undefined) {
      faults.push(notice('formats-name-twice', place, { name, earlier }))
      continue
    }
    const key = slugFrom(name === '' ? `note_${row.row}` : name, 'q', keys)
    if (name !== '' && key !== name) losses.push(notice('formats-renamed', place, { name, becomes: key }))
    keys.add(key)
    if (name !== '') names.set(name, row.row)
    const raw = questionOf(row, key, asked, place, sheet)
    tellLeft(row, asked, place, sheet)
    const relevant = [...groups.map((group) => group.relevant), row.cell('relevant')].filter((one) => one !== '')
    found.set(name === '' ? `\n${key}` : name, {
      ...{ raw, asked, row },
      relevant: relevant.length > 1 ? relevant.map((one) => `(${one})`).join(' and ') : (relevant[0] ?? ''),
    })
  }
  for (const { raw, relevant } of found.values()) if (relevant !== '') addCondition(raw, relevant)
  tellLoops(
    [...found.values()].map(({ raw }) => raw),
    faults,
  )
  return [...found.values()].map(({ raw }) => raw)

  function addCondition(raw: RawQuestion, relevant: string): void {
    const place = { ...raw.place, ...columnAt(raw, 'showIf') }
    const condition = readRelevant(relevant, (name) => {
      const one = found.get(name)
      return one && { question: one.raw.raw as Question, codeOf: one.asked.codeOf ?? ((code) => code) }
    })
    if (!('cannot' in condition)) {
      raw.raw.showIf = { question: found.get(condition.question)!.raw.key, is: condition.is }
      return
    }
    const unknown = condition.names.find((name) => !names.has(name))
    if (unknown !== undefined) faults.push(notice('formats-relevant-unknown', place, { name: unknown }))
    else losses.push(notice('formats-relevant-lost', place, { condition: short(relevant) }))
  }
}

/** True for a row that only opens or closes a part of the form. */
function openOrClose(type: string, row: Row, place: Place, { losses }: Sheet, groups: Group[]): boolean {
  const match = /^(begin|end)[ _](group|repeat|loop)$/.exec(type)
  if (!match) return false
  if (match[1] === 'end') groups.pop()
  else {
    groups.push({ relevant: row.cell('relevant') })
    losses.push(notice(match[2] === 'group' ? 'formats-group' : 'formats-repeat', place, { name: row.cell('name') }))
  }
  return true
}

/** Null for what we do not ask; that is told. */
function askedIn(row: Row, type: string, place: Place, sheet: Sheet): Asked | null {
  const { lists, losses, faults } = sheet
  const select =
    /^(select[ _]one|select1|select one from|select[ _]multiple|select all that apply(?: from)?)\s+(\S+)(\s+or[ _]other)?$/i.exec(
      type,
    )
  if (select) {
    const [, command = '', list = '', other] = select
    if (other) losses.push(notice('formats-other', place))
    const options = lists.get(list)
    if (!options) {
      faults.push(notice('formats-no-list', place, { list }))
      return null
    }
    return selection(row, /multiple|apply/i.test(command), options, list === YES_NO_LIST || !sheet.ours)
  }
  const constraint = row.cell('constraint')
  switch (type.toLowerCase()) {
    case 'note':
      return { body: { type: 'card' }, options: [] }
    case 'text':
    case 'string':
      return { body: { type: 'text', ...longest(constraint) }, options: [] }
    case 'range':
      return numbers(
        row,
        place,
        sheet,
        parameter(row, 'start', 1),
        parameter(row, 'end', 10),
        parameter(row, 'step', 1),
      )
    case 'integer':
    case 'int': {
      const least = /\.\s*>=\s*(-?\d+)/.exec(constraint)?.[1]
      const most = /\.\s*<=\s*(-?\d+)/.exec(constraint)?.[1]
      if (least !== undefined && most !== undefined) return numbers(row, place, sheet, Number(least), Number(most), 1)
    }
  }
  losses.push(
    notice(OF_THE_DEVICE.includes(type.toLowerCase()) ? 'formats-of-device' : 'formats-type-left', place, {
      type: short(type),
    }),
  )
  return null
}

function selection(row: Row, several: boolean, options: ListedOption[], mayBeYesNo: boolean): Asked {
  const codeOf = (name: string) => options.find((one) => one.name === name)?.code ?? name
  if (several) {
    const constraint = row.cell('constraint')
    const min = Number(/count-selected\(\s*\.\s*\)\s*>=\s*(\d+)/.exec(constraint)?.[1] ?? 1)
    const max = /count-selected\(\s*\.\s*\)\s*<=\s*(\d+)/.exec(constraint)?.[1]
    return { body: { type: 'multi', min: Math.max(1, min), ...(max ? { max: Number(max) } : {}) }, options, codeOf }
  }
  if (mayBeYesNo && isYesNo(options)) return { body: { type: 'yesno' }, options: [], codeOf }
  return { body: { type: row.cell('pols_kind') === 'feeling' ? 'feeling' : 'choice' }, options, codeOf }
}

/** Yes and no in the words that we have for it, and nothing more. */
function isYesNo(options: ListedOption[]): boolean {
  const ours = optionsOf({ type: 'yesno' } as Question)
  return (
    options.length === 2 &&
    options.every(
      ({ name, texts, fields }, i) =>
        name === ours[i]!.code &&
        Object.keys(fields).length === 0 &&
        Object.entries(texts).every(([language, text]) => {
          const own = ours[i]!.text[language as keyof Texts]
          return language === 'nl-plain' || own?.toLowerCase() === text.toLowerCase()
        }),
    )
  )
}

/** From nought to ten is our scale; what has few steps is a choice between numbers. */
function numbers(row: Row, place: Place, sheet: Sheet, start: number, end: number, step: number): Asked | null {
  const { losses, textsOf } = sheet
  if (start === 0 && end === 10 && step === 1) {
    const written = FULL_LANGUAGES.filter((language) => textsOf(row, 'label')[language] !== undefined)
    const ends = (['low', 'high'] as const).map((which): [string, Texts] => {
      const texts = Object.fromEntries(
        [...FULL_LANGUAGES, 'nl-plain' as const].flatMap((language) => {
          const text = row.cell(`pols_${which}_${language}`)
          return text === '' ? [] : [[language, text]]
        }),
      )
      const number = which === 'low' ? '0' : '10'
      return [which, texts.nl === undefined ? Object.fromEntries(written.map((language) => [language, number])) : texts]
    })
    if (row.cell('pols_low_nl') === '' || row.cell('pols_high_nl') === '')
      losses.push(notice('formats-scale-ends', place))
    return { body: { type: 'scale', ...Object.fromEntries(ends) }, options: [] }
  }
  const steps = Number.isInteger(start) && Number.isInteger(step) && step > 0 ? Math.floor((end - start) / step) + 1 : 0
  if (!(steps >= 2 && steps <= 10)) {
    losses.push(notice('formats-range-left', place))
    return null
  }
  losses.push(notice('formats-range-choice', place, { start, end }))
  const languages = Object.keys(textsOf(row, 'label'))
  const options = Array.from({ length: steps }, (_, i): ListedOption => {
    const name = String(start + i * step)
    const texts = Object.fromEntries(languages.map((language) => [language, name]))
    return { name, code: `n_${name.replace('-', 'minus_')}`, texts, fields: {}, place }
  })
  return { body: { type: 'choice' }, options, codeOf: (name) => `n_${name.replace('-', 'minus_')}` }
}

function questionOf(row: Row, key: string, { body, options }: Asked, place: Place, sheet: Sheet): RawQuestion {
  const { table, textsOf, faults } = sheet
  const text = textsOf(row, 'label')
  const meaning = textsOf(row, 'hint')
  if (text.nl === undefined) faults.push(notice('formats-no-text', place))
  const notOn = row.cell('pols_not_on')
  const clip = row.cell('pols_clip')
  const sided = ['feeling', 'choice', 'multi'].includes(String(body.type))
  const raw = {
    ...body,
    ...{ key, text },
    ...(Object.keys(meaning).length > 0 ? { meaning } : {}),
    ...(isYes(row.cell('pols_sensitive')) ? { sensitive: true } : {}),
    ...(isYes(row.cell('pols_retrospective')) ? { retrospective: true } : {}),
    ...(notOn === '' ? {} : { notOn: notOn.split(/[\s,]+/) }),
    ...(clip === '' ? {} : { clip }),
    ...(sided ? { options: options.map(({ code, texts, fields }) => ({ code, text: texts, ...fields })) } : {}),
  }
  const columns = Object.entries({
    text: 'label',
    meaning: 'hint',
    showIf: 'relevant',
    clip: 'pols_clip',
    notOn: 'pols_not_on',
  })
  return {
    ...{ key, raw, place, options: sided ? options.map((one) => one.place) : [] },
    columns: Object.fromEntries(
      columns.flatMap(([part, name]) => {
        const title = titleOf(table, name, name === 'label' || name === 'hint' ? 'nl' : undefined)
        return title === undefined ? [] : [[part, title]]
      }),
    ),
  }
}

/** Cells of this row that say something we have no place for. */
function tellLeft(row: Row, asked: Asked, place: Place, { table, losses }: Sheet): void {
  if (isYes(row.cell('required'))) losses.push(notice('formats-required', place))
  for (const { name, title, language } of table.columns) {
    if (CARRIED.has(name) || name.startsWith('pols_')) continue
    const text = language === undefined ? row.cell(name) : ''
    const translated =
      language === undefined ? '' : language === 'other' ? row.foreign(name) : (row.texts(name)[language] ?? '')
    const cell = text || translated
    if (cell !== '' && !/^(no|false|false\(\)|nee|0)$/i.test(cell)) {
      losses.push(notice('formats-cell-left', { ...place, column: title }, { text: short(cell) }))
    }
  }
  const constraint = row.cell('constraint')
  if (constraint !== '' && !understood(constraint, String(asked.body.type))) {
    losses.push(
      notice(
        'formats-cell-left',
        { ...place, column: titleOf(table, 'constraint') ?? 'constraint' },
        { text: short(constraint) },
      ),
    )
  }
}

const UNDERSTOOD: Record<string, RegExp> = {
  text: /^\s*string-length\(\s*\.\s*\)\s*<=?\s*\d+\s*$/,
  multi: /^\s*count-selected\(\s*\.\s*\)\s*[<>]=\s*\d+(\s+and\s+count-selected\(\s*\.\s*\)\s*[<>]=\s*\d+)?\s*$/,
  scale: /^\s*\.\s*[<>]=\s*\d+(\s+and\s+\.\s*[<>]=\s*\d+)?\s*$/,
  choice: /^\s*\.\s*[<>]=\s*-?\d+(\s+and\s+\.\s*[<>]=\s*-?\d+)?\s*$/,
}
const understood = (constraint: string, type: string): boolean => UNDERSTOOD[type]?.test(constraint) ?? false

function longest(constraint: string): { max?: number } {
  const match = /string-length\(\s*\.\s*\)\s*(<=?)\s*(\d+)/.exec(constraint)
  return match ? { max: Math.min(MOST_TEXT, Number(match[2]) - (match[1] === '<' ? 1 : 0)) } : {}
}

function parameter(row: Row, name: string, otherwise: number): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*(-?[\\d.]+)`).exec(row.cell('parameters'))?.[1]
  return found === undefined ? otherwise : Number(found)
}

/** Enough of a cell to know it again. */
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

const MOST_TEXT = 2000
const CARRIED = new Set(['type', 'name', 'label', 'hint', 'relevant', 'constraint', 'parameters', 'required'])
/** What a device fills in by itself. */
const OF_THE_DEVICE = [
  ...['start', 'end', 'today', 'deviceid', 'phonenumber', 'username', 'email', 'audit', 'simserial', 'subscriberid'],
  ...['start-geopoint', 'calculate', 'hidden', 'background-audio'],
]
