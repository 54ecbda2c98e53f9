/** The type of a row: what it asks, in our kinds of questions. Pure. */
import { FULL_LANGUAGES, optionsOf, type Question } from '../survey/question-set.ts'
import type { Texts } from './finish-reading.ts'
import { type Notice, notice, type Place } from './reading.ts'
import type { ListedOption, Lists } from './xlsform-choices.ts'
import { short } from './xlsform-left.ts'
import type { Row, Table } from './xlsform-table.ts'
import { YES_NO_LIST } from './xlsform-write.ts'

/** What reading a row needs to know of the whole, and where it tells. */
export type Sheet = {
  table: Table
  lists: Lists
  /** Whether Pols made the file: then a list is yes or no by its name, and not by its words. */
  ours: boolean
  textsOf(row: Row, name: string): Texts
  losses: Notice[]
  faults: Notice[]
}
/** What a row asks, apart from what every question has. */
export type Asked = { body: Record<string, unknown>; options: ListedOption[]; codeOf?: (name: string) => string }

/** Null for what we do not ask; that is told. */
export function askedIn(row: Row, type: string, place: Place, sheet: Sheet): Asked | null {
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

function longest(constraint: string): { max?: number } {
  const match = /string-length\(\s*\.\s*\)\s*(<=?)\s*(\d+)/.exec(constraint)
  return match ? { max: Math.min(MOST_TEXT, Number(match[2]) - (match[1] === '<' ? 1 : 0)) } : {}
}

function parameter(row: Row, name: string, otherwise: number): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*(-?[\\d.]+)`).exec(row.cell('parameters'))?.[1]
  return found === undefined ? otherwise : Number(found)
}

const MOST_TEXT = 2000
/** What a device fills in by itself. */
const OF_THE_DEVICE = [
  ...['start', 'end', 'today', 'deviceid', 'phonenumber', 'username', 'email', 'audit', 'simserial', 'subscriberid'],
  ...['start-geopoint', 'calculate', 'hidden', 'background-audio'],
]
