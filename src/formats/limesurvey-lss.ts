/** Reads a .lss: LimeSurvey's own XML of a survey, near to its tables; of older and newer versions. */
import { createRequire } from 'node:module'
import { fromLimeRows } from './limesurvey-read.ts'
import type { LimeRow } from './limesurvey-rows.ts'
import { MOST_ROWS, notice, type Reading, refused } from './reading.ts'

/** Loaded when it is first used: a start needs none of it. */
const library = () => createRequire(import.meta.url)('fast-xml-parser') as typeof import('fast-xml-parser')

type Record_ = Record<string, string>

export function readLss(text: string, title: string): Reading {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return refused(notice('formats-no-limesurvey'))
  const tables = tablesIn(text)
  if (!tables) return refused(notice('formats-no-limesurvey'))
  const of = (name: string): Record_[] => tables.get(name) ?? []
  if ([...tables.values()].some((rows) => rows.length > MOST_ROWS)) {
    return refused(notice('formats-too-many-rows', {}, { most: MOST_ROWS }))
  }
  const base = of('surveys')[0]?.language ?? 'nl'
  const attributes = (qid: string): Record_ =>
    Object.fromEntries(
      of('question_attributes')
        .filter((one) => one.qid === qid)
        .map(({ attribute, value }) => [attribute ?? '', value ?? '']),
    )
  const row = (given: Partial<LimeRow>, at: number): LimeRow => ({
    ...{ class: '', type: '', name: '', relevance: '', text: '', help: '', language: '' },
    ...{ mandatory: false, other: false, attributes: {}, row: at },
    ...given,
  })
  /** In newer versions the words stand apart, by language. */
  const spoken = (one: Record_, table: string, key: string): Record_[] => {
    const apart = of(table).filter((words) => words[key] === one[key])
    return apart.length > 0 ? apart : [one]
  }
  const whole = of('questions')
  const main = whole.filter(({ parent_qid }) => (parent_qid ?? '0') === '0')
  const below = [...of('subquestions'), ...whole.filter(({ parent_qid }) => (parent_qid ?? '0') !== '0')]
  const inOrder = (rows: Record_[], key: string) => rows.toSorted((a, b) => Number(a[key] ?? 0) - Number(b[key] ?? 0))
  const groups = inOrder(of('groups'), 'group_order').map(({ gid }) => gid ?? '')
  const sorted = inOrder(main, 'question_order').toSorted(
    (a, b) => groups.indexOf(a.gid ?? '') - groups.indexOf(b.gid ?? ''),
  )
  const rows: LimeRow[] = [row({ class: 'S', name: 'language', text: base }, 1)]
  for (const one of of('surveys_languagesettings')) {
    rows.push(
      row(
        {
          class: 'SL',
          name: 'surveyls_title',
          text: one.surveyls_title ?? '',
          language: one.surveyls_language ?? base,
        },
        1,
      ),
    )
  }
  sorted.forEach((question, i) => {
    const { qid = '' } = question
    const own = { mandatory: question.mandatory === 'Y', other: question.other === 'Y', attributes: attributes(qid) }
    for (const words of spoken(question, 'question_l10ns', 'qid')) {
      const texts = { text: words.question ?? '', help: words.help ?? '', language: words.language ?? base }
      const at = {
        class: 'Q',
        type: question.type ?? '',
        name: question.title ?? '',
        relevance: question.relevance ?? '',
      }
      rows.push(row({ ...at, ...texts, ...own }, i + 1))
      const subs = inOrder(
        below.filter(({ parent_qid }) => parent_qid === qid),
        'question_order',
      )
      for (const sub of subs) {
        const said = spoken(sub, 'question_l10ns', 'qid').find((one) => (one.language ?? base) === texts.language)
        if (said)
          rows.push(
            row({ class: 'SQ', name: sub.title ?? '', text: said.question ?? '', language: texts.language }, i + 1),
          )
      }
      for (const answer of inOrder(
        of('answers').filter((one) => one.qid === qid),
        'sortorder',
      )) {
        const said = spoken(answer, 'answer_l10ns', 'aid').find((one) => (one.language ?? base) === texts.language)
        if (said)
          rows.push(
            row({ class: 'A', name: answer.code ?? '', text: said.answer ?? '', language: texts.language }, i + 1),
          )
      }
    }
  })
  return fromLimeRows(rows, title)
}

/** The rows of each table; null for what is no survey of LimeSurvey. */
function tablesIn(text: string): Map<string, Record_[]> | null {
  try {
    const { XMLParser } = library()
    const parser = new XMLParser({ parseTagValue: false, trimValues: true, isArray: (name) => name === 'row' })
    const { document } = parser.parse(text) as { document?: Record<string, { rows?: { row?: Record_[] } } | string> }
    if (document?.LimeSurveyDocType !== 'Survey') return null
    return new Map(
      Object.entries(document).map(([name, table]) => {
        const rows = typeof table === 'object' ? (table?.rows?.row ?? []) : []
        return [
          name,
          rows.map((one) =>
            Object.fromEntries(Object.entries(one ?? {}).map(([key, value]) => [key, String(value ?? '')])),
          ),
        ]
      }),
    )
  } catch {
    return null
  }
}
