/** Reads the structure of a LimeSurvey survey, from its tab-separated file or its .lss, as far as it is ours. */
import { createRequire } from 'node:module'
import type { Language, Question } from '../survey/question-set.ts'
import { languageNamed } from './file-languages.ts'
import { finishReading, type RawQuestion, type Texts } from './finish-reading.ts'
import { LIME_TYPES, type LimeRow, plainText } from './limesurvey-rows.ts'
import { slugFrom } from './names.ts'
import { MOST_ROWS, type Notice, notice, type Place, type Reading, refused } from './reading.ts'
import { readRelevant } from './xlsform-relevant.ts'

/** Loaded when it is first used: a start needs none of it. */
const library = () => createRequire(import.meta.url)('csv-parse/sync') as typeof import('csv-parse/sync')

/** @param text of the tab-separated file */
export function readLimesurvey(text: string, title: string): Reading {
  const rows = tabRows(text)
  return 'faults' in rows ? refused(...rows.faults) : fromLimeRows(rows.rows, title)
}

function tabRows(text: string): { rows: LimeRow[] } | { faults: Notice[] } {
  let records: Record<string, string>[]
  try {
    records = library().parse(text, {
      delimiter: '\t',
      bom: true,
      columns: true,
      relax_quotes: true,
      relax_column_count: true,
      to: MOST_ROWS + 1,
    })
  } catch {
    return { faults: [notice('formats-no-limesurvey')] }
  }
  if (records.length > MOST_ROWS) return { faults: [notice('formats-too-many-rows', {}, { most: MOST_ROWS })] }
  const rows = records.map(
    (record, i): LimeRow => ({
      ...{ class: record.class ?? '', type: record['type/scale'] ?? '', name: record.name ?? '' },
      ...{ relevance: record.relevance ?? '', text: record.text ?? '', help: record.help ?? '' },
      ...{ language: record.language ?? '', mandatory: record.mandatory === 'Y', other: record.other === 'Y' },
      ...{ attributes: record, row: i + 2 },
    }),
  )
  return { rows }
}

type Answer = { name: string; code: string; texts: Texts; place: Place }
type Asked = { row: LimeRow; texts: Texts; help: Texts; answers: Answer[]; place: Place }

/** @param rows in the order of the file: a question, then its subquestions and answers; each language again */
export function fromLimeRows(rows: LimeRow[], title: string): Reading {
  const losses: Notice[] = []
  const faults: Notice[] = []
  const titles: Texts = {}
  const asked = new Map<string, Asked>()
  const base = rows.find(({ class: kind, name }) => kind === 'S' && name === 'language')?.text ?? 'nl'
  const strange = new Set<string>()
  let current: Asked | null = null
  for (const row of rows) {
    const named = row.language === '' ? base : row.language
    // Where the base language is not Dutch and there is no Dutch, it stands in for it.
    const language: Language | null = languageNamed(named)
    if (row.class !== 'S' && !language) strange.add(named)
    const place = { row: row.row, column: row.name }
    const text = plainText(row.text)
    if (row.class === 'SL' && row.name === 'surveyls_title' && language && text !== '') titles[language] = text
    else if (row.class === 'G' && language && !titles[language] && row.name !== '')
      titles[language] = plainText(row.name)
    else if (row.class === 'Q') {
      const there: Asked | undefined = asked.get(row.name)
      if (there && there.texts[language ?? 'nl'] !== undefined && language)
        faults.push(notice('formats-name-twice', place, { name: row.name, earlier: there.place.row ?? 0 }))
      current = there ?? { row, texts: {}, help: {}, answers: [], place }
      asked.set(row.name, current)
      if (language && text !== '') current.texts[language] = text
      if (language && plainText(row.help) !== '') current.help[language] = plainText(row.help)
    } else if ((row.class === 'A' || row.class === 'SQ') && current) {
      const known: Answer | undefined = current.answers.find(({ name }) => name === row.name)
      const answer: Answer = known ?? {
        ...{ name: row.name, texts: {}, place },
        code: slugFrom(row.name, 'a', new Set(current.answers.map(({ code }) => code))),
      }
      if (!known) current.answers.push(answer)
      if (language && text !== '') answer.texts[language] = text
    } else if (!['S', 'SL', 'G'].includes(row.class)) {
      losses.push(notice('formats-lime-row', place, { class: row.class }))
    }
  }
  for (const name of strange) losses.push(notice('formats-language-left', { column: name }))
  const noDutch = [...asked.values()].every(({ texts }) => texts.nl === undefined)
  const first = noDutch ? languageNamed(base) : null
  if (asked.size > 0 && first) losses.push(notice('formats-no-dutch', { column: base }))
  const dutch = (texts: Texts): Texts => (first && texts[first] !== undefined ? { ...texts, nl: texts[first] } : texts)
  const keys = new Set<string>()
  const kept: { raw: RawQuestion; asked: Asked }[] = []
  for (const one of asked.values()) {
    const raw = questionOf(
      {
        ...one,
        texts: dutch(one.texts),
        help: dutch(one.help),
        answers: one.answers.map((a) => ({ ...a, texts: dutch(a.texts) })),
      },
      keys,
      losses,
    )
    if (raw) kept.push({ raw, asked: one })
  }
  for (const { raw, asked: one } of kept) addCondition(raw, one, kept, losses)
  const heading = dutch(titles)
  return finishReading(
    {
      fields: { title: { ...heading, nl: (heading.nl ?? title).slice(0, 80) } },
      ...{ set: {}, languages: null, questions: kept.map(({ raw }) => raw) },
    },
    { losses, faults },
  )
}

const isOf = (type: string, kinds: readonly string[]): boolean => kinds.includes(type)

/** Null for a kind we do not ask; that is told. */
function questionOf(
  { row, texts, help, answers, place }: Asked,
  keys: Set<string>,
  losses: Notice[],
): RawQuestion | null {
  const { type, name, attributes } = row
  const number = (attribute: string): number | undefined => {
    const text = attributes[attribute] ?? ''
    return /^\d+$/.test(text) ? Number(text) : undefined
  }
  const body = bodyOf()
  if (!body) {
    losses.push(notice('formats-type-left', place, { type }))
    return null
  }
  const key = slugFrom(name, 'q', keys)
  if (key !== name) losses.push(notice('formats-renamed', place, { name, becomes: key }))
  keys.add(key)
  if (row.mandatory) losses.push(notice('formats-required', place))
  if (row.other) losses.push(notice('formats-other', place))
  const options = 'options' in body
  return {
    ...{ key, place, options: options ? answers.map((answer) => answer.place) : [], columns: {} },
    raw: { ...body, key, text: texts, ...(Object.keys(help).length > 0 ? { meaning: help } : {}) },
  }

  function bodyOf(): Record<string, unknown> | null {
    const options = answers.map(({ code, texts }) => ({ code, ...split(texts) }))
    if (isOf(type, LIME_TYPES.choice)) return { type: 'choice', options }
    if (isOf(type, LIME_TYPES.multi)) {
      const max = number('max_answers')
      const alone = (attributes.exclude_all_others ?? '').split(/[;,\s]+/)
      const several = options.map((one, i) => (alone.includes(answers[i]!.name) ? { ...one, alone: true } : one))
      return { type: 'multi', options: several, min: number('min_answers') ?? 1, ...(max === undefined ? {} : { max }) }
    }
    if (isOf(type, LIME_TYPES.yesno)) return { type: 'yesno' }
    if (isOf(type, LIME_TYPES.text)) return { type: 'text', max: Math.min(2000, number('maximum_chars') ?? 500) }
    if (isOf(type, LIME_TYPES.card)) return { type: 'card' }
    if (isOf(type, LIME_TYPES.number) && number('min_num_value_n') === 0 && number('max_num_value_n') === 10) {
      losses.push(notice('formats-scale-ends', place))
      const ends = (end: string) => Object.fromEntries(Object.keys(texts).map((language) => [language, end]))
      return { type: 'scale', low: ends('0'), high: ends('10') }
    }
    if (isOf(type, LIME_TYPES.five)) {
      losses.push(notice('formats-range-choice', place, { start: 1, end: 5 }))
      const steps = [1, 2, 3, 4, 5].map((n) => ({
        code: `n_${n}`,
        text: Object.fromEntries(Object.keys(texts).map((language) => [language, String(n)])),
      }))
      return { type: 'choice', options: steps }
    }
    return null
  }
}

/** An emoji before the words, the same in every language, is one of ours. */
function split(texts: Texts): { emoji?: string; text: Texts } {
  const found = Object.values(texts).map((text) => /^(\p{Extended_Pictographic}\ufe0f?)\s+(?=\S)/u.exec(text)?.[1])
  const [emoji] = found
  if (emoji === undefined || found.some((one) => one !== emoji)) return { text: texts }
  return {
    emoji,
    text: Object.fromEntries(
      Object.entries(texts).map(([language, text]) => [language, text.slice(emoji.length).trim()]),
    ),
  }
}

/** `G.NAOK == "A1"`, joined by "or", is one of our conditions; the rest is told. */
function addCondition(
  raw: RawQuestion,
  { row, place }: Asked,
  all: { raw: RawQuestion; asked: Asked }[],
  losses: Notice[],
): void {
  const text = row.relevance.trim()
  if (text === '' || text === '1') return
  const names = new Map(all.map((one) => [one.asked.row.name, one]))
  const condition = readRelevant(asRelevant(text, names), (name) => {
    const one = names.get(name)
    if (!one) return undefined
    const codeOf = (given: string) =>
      one.raw.raw.type === 'yesno'
        ? ({ Y: 'yes', N: 'no' }[given] ?? given)
        : (one.asked.answers.find((answer) => answer.name === given)?.code ?? given)
    return { question: one.raw.raw as Question, codeOf }
  })
  if ('cannot' in condition) losses.push(notice('formats-relevant-lost', place, { condition: text.slice(0, 60) }))
  else raw.raw.showIf = { question: names.get(condition.question)!.raw.key, is: condition.is }
}

/** LimeSurvey's expression in the words of XLSForm, which are read already. */
function asRelevant(text: string, names: ReadonlyMap<string, unknown>): string {
  return text
    .replace(/^\{|\}$/g, '')
    .replace(/count\(\s*that\.([A-Za-z]\w*)\.NAOK\s*\)\s*==\s*0/g, "$${$1} = ''")
    .replace(/is_empty\(\s*([A-Za-z]\w*)(?:\.NAOK)?\s*\)/g, "$${$1} = ''")
    .replace(/([A-Za-z]\w*?)_(\w+)\.NAOK\s*==\s*["']Y["']/g, (whole, name: string, answer: string) =>
      names.has(name) ? `selected($\{${name}}, '${answer}')` : whole,
    )
    .replace(/([A-Za-z]\w*)\.NAOK/g, (_, name: string) => `$\{${name}}`)
    .replaceAll('==', '=')
    .replaceAll('||', ' or ')
    .replaceAll('&&', ' and ')
}
