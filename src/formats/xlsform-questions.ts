/** The sheet `survey`: each row as a question of ours, or told. Pure. */
import type { Question } from '../survey/question-set.ts'
import type { RawQuestion } from './finish-reading.ts'
import { slugFrom } from './names.ts'
import { notice, type Place } from './reading.ts'
import { columnAt, tellLoops } from './relevant-loops.ts'
import { isYes } from './xlsform-choices.ts'
import { type Asked, askedIn, type Sheet } from './xlsform-kinds.ts'
import { short, tellLeft } from './xlsform-left.ts'
import { readRelevant } from './xlsform-relevant.ts'
import { type Row, titleOf } from './xlsform-table.ts'

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
    tellLeft(row, String(asked.body.type), place, sheet)
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
