/**
 * Inspects question sets: what a schema cannot say. Each check is pure and gives findings; the words of a finding
 * are in the words files, under its key.
 */
import { askingFindings, feelingNow, pointOf } from './inspect-asking.ts'
import { emojiFindings, lengthFindings, noWords } from './inspect-option.ts'
import {
  type Language,
  type LocalText,
  type Option,
  optionsOf,
  type Question,
  type QuestionSet,
} from './question-set.ts'
import { asksGender, forbiddenIn, isTwofold, PLACEHOLDERS } from './wording.ts'

/** One thing that is wrong. `path` leads from the inspected value to the place; `key` is a key in the words files. */
export type Finding = { path: (string | number)[]; key: string; values: Record<string, string | number> }

/** Questions a survey may have without a written reason. */
export const FEWEST_REASONS = 3

/** Everything that is wrong with a set by itself; paths start at the set. */
export function inspectSet(set: QuestionSet): Finding[] {
  const findings = set.questions.flatMap((question, index) =>
    inside(['questions', index], inspectQuestion(question, set)),
  )
  findings.push(
    ...duplicates(
      set.questions.map((question) => question.key),
      'check-duplicate-key',
      'key',
    ),
  )
  set.questions.forEach((question, index) => {
    if (question.showIf) findings.push(...inside(['questions', index, 'showIf'], inspectShowIf(set.questions, index)))
  })
  findings.push(...askingFindings(set))
  return [...findings, ...(set.severalOpen === undefined ? inspectOpenQuestions(set.questions) : [])]
}

/** More than one aspect; paths start at the aspect. */
export function inspectAspect(aspect: LocalText): Finding[] {
  const seen = new Set<string>()
  return textsOf(aspect).flatMap(([language, text]) => {
    if (seen.has(text) || !isTwofold(text)) return []
    seen.add(text)
    return [{ path: [language], key: 'check-two-aspects', values: { text } }]
  })
}

/** Languages that a text lacks; paths start at the text. */
export function inspectTranslations(text: LocalText, languages: Language[], name: string): Finding[] {
  return languages
    .filter((language) => text[language] === undefined)
    .map((language) => ({ path: [language], key: 'check-missing-translation', values: { name, language } }))
}

/** More questions than a survey may have; information cards do not count. The path is empty. */
export function inspectLimit(questions: { type: Question['type'] }[], limit: number = FEWEST_REASONS): Finding[] {
  const count = questions.filter((question) => question.type !== 'card').length
  if (count <= limit) return []
  if (count > 5) return [{ path: [], key: 'check-too-many-questions', values: { count } }]
  return [{ path: [], key: 'check-over-limit', values: { count, limit } }]
}

/**
 * A start and an end survey of one series must have the same scale, or nothing can be compared: the first feeling
 * question about now of both has the same points, with the same codes, emoji and words. The path is empty.
 */
export function inspectPair(start: { questions: Question[] }, end: { questions: Question[] }): Finding[] {
  const first = feelingNow(start.questions)
  const last = feelingNow(end.questions)
  if (!first || !last) return []
  const before = first.options.map(pointOf)
  const after = last.options.map(pointOf)
  if (before.join('\n') === after.join('\n')) return []
  const at = after.findIndex((point, index) => point !== before[index])
  const differs = last.options[at] ?? first.options[after.length]
  return [{ path: [], key: 'check-other-scale', values: { code: differs?.code ?? '' } }]
}

function inspectQuestion(question: Question, set: QuestionSet): Finding[] {
  const findings: Finding[] = []
  for (const [path, text, name] of placesOf(question)) {
    findings.push(
      ...inside(path, inspectTranslations(text, set.languages, name)),
      ...inside(path, unknownPlaceholders(text)),
      ...inside(path, otherPlaceholders(text)),
    )
  }
  findings.push(...lengthFindings(question))
  const forbidden = forbiddenIn(question.text)
  if (forbidden) {
    const { language, phrase, subject } = forbidden
    findings.push({ path: ['text', language], key: `check-${subject}`, values: { phrase } })
  }
  if (question.type === 'feeling' || question.type === 'choice' || question.type === 'multi') {
    findings.push(...inspectOptions(question.options, question.type, set.accessible))
    if (!forbidden && asksGender(question.options.map((option) => option.text.nl))) {
      findings.push({
        path: ['options'],
        key: 'check-identity',
        values: { phrase: question.options[0]?.text.nl ?? '' },
      })
    }
  }
  if (question.type === 'feeling') findings.push(...inspectScale(question.options, set.accessible))
  if (question.type === 'scale' && set.accessible) {
    findings.push({ path: ['type'], key: 'check-accessible-scale', values: {} })
  }
  if (question.type === 'multi') {
    const { min, max, options } = question
    const most = Math.min(max ?? options.length, options.length)
    if (max !== undefined && min > max) findings.push({ path: ['min'], key: 'check-min-max', values: { min, max } })
    else if (min > most)
      findings.push({ path: ['min'], key: 'check-more-than-options', values: { count: min, options: options.length } })
    if (max !== undefined && max > options.length) {
      findings.push({ path: ['max'], key: 'check-more-than-options', values: { count: max, options: options.length } })
    }
  }
  return findings
}

function inspectOptions(options: Option[], type: 'feeling' | 'choice' | 'multi', accessible: boolean): Finding[] {
  const findings = options.flatMap((option, index) =>
    inside(['options', index], emojiFindings(option, type, accessible)),
  )
  findings.push(
    ...duplicates(
      options.map((option) => option.code),
      'check-duplicate-code',
      'code',
      'options',
    ),
  )
  const labels = options.map((option) => (noWords(option.text.nl) ? null : option.text.nl.toLowerCase()))
  return [...findings, ...duplicates(labels, 'check-duplicate-words', 'text', 'options')]
}

const SIDES: Record<number, string> = {
  3: 'plus middle minus',
  4: 'plus plus minus minus',
  5: 'plus plus middle minus minus',
}

/** Feelings have three, four or five points, from positive to negative, in the same order everywhere. */
function inspectScale(options: Option[], accessible: boolean): Finding[] {
  const points = options.length
  const order = SIDES[points]
  if (!order) return []
  if (accessible && points !== 3) return [{ path: ['options'], key: 'check-accessible-scale', values: {} }]
  const given = options.map((option) => option.side ?? '?').join(' ')
  return given === order
    ? []
    : [{ path: ['options'], key: 'check-feeling-order', values: { order: order.replaceAll(' ', ', ') } }]
}

/** At most one open question, and nothing to answer behind it: options first, words last. */
function inspectOpenQuestions(questions: Question[]): Finding[] {
  const open = questions.flatMap((question, index) => (question.type === 'text' ? [index] : []))
  const lastAsked = questions.findLastIndex((question) => question.type !== 'card')
  const second = open[1]
  if (second !== undefined) return [{ path: ['questions', second], key: 'check-second-open', values: {} }]
  if (open[0] === undefined || open[0] === lastAsked) return []
  return [{ path: ['questions', open[0]], key: 'check-open-not-last', values: {} }]
}

/** A condition must look back, at a question that exists, for a code that it has; otherwise nobody gets there. */
function inspectShowIf(questions: Question[], index: number): Finding[] {
  const { key, showIf } = questions[index]!
  const wanted = showIf!.question
  const values = { name: key, wanted }
  if (wanted === key) return [{ path: ['question'], key: 'check-show-self', values }]
  const at = questions.findIndex((question) => question.key === wanted)
  if (at === -1) return [{ path: ['question'], key: 'check-show-unknown', values }]
  if (at > index) {
    return [{ path: ['question'], key: loops(questions, key) ? 'check-show-loop' : 'check-show-later', values }]
  }
  const known = codesOf(questions[at]!)
  return showIf!.is.flatMap((code, n) =>
    known.includes(code)
      ? []
      : [{ path: ['is', n], key: 'check-show-code', values: { ...values, code, known: known.join(', ') || '-' } }],
  )
}

function loops(questions: Question[], start: string): boolean {
  const seen = new Set<string>()
  let key: string | undefined = start
  while (key !== undefined && !seen.has(key)) {
    seen.add(key)
    const at: string = key
    key = questions.find((question) => question.key === at)?.showIf?.question
  }
  return key === start
}

/** Codes that a condition can wait for: options, and the ways of not choosing one that the engine keeps apart. */
function codesOf(question: Question): string[] {
  if (question.type === 'card') return []
  const aside = question.type === 'text' ? ['_skip'] : ['_dk', '_no', '_skip']
  return [...optionsOf(question).map((option) => option.code), ...aside]
}

/** Every text of a question, with its path and a name for it in a sentence. */
function placesOf(question: Question): [(string | number)[], LocalText, string][] {
  const places: [(string | number)[], LocalText, string][] = [[['text'], question.text, `${question.key}.text`]]
  if (question.meaning) places.push([['meaning'], question.meaning, `${question.key}.meaning`])
  if (question.type === 'scale') {
    places.push([['low'], question.low, `${question.key}.low`], [['high'], question.high, `${question.key}.high`])
  }
  if (question.type === 'feeling' || question.type === 'choice' || question.type === 'multi') {
    question.options.forEach((option, index) => {
      places.push([['options', index, 'text'], option.text, `${question.key}.${option.code}`])
    })
  }
  return places
}

function unknownPlaceholders(text: LocalText): Finding[] {
  return textsOf(text).flatMap(([language, one]) => {
    const strange = [...one.matchAll(/\{([^{}]*)\}/g)].find(
      (match) => !PLACEHOLDERS.some((known) => known === match[1]),
    )
    return strange ? [{ path: [language], key: 'check-unknown-placeholder', values: { placeholder: strange[0] } }] : []
  })
}

/** A translation fills in what the Dutch text fills in, no less and no more. */
function otherPlaceholders(text: LocalText): Finding[] {
  const namesIn = (one: string) => new Set([...one.matchAll(/\{([^{}]*)\}/g)].map((match) => match[0]))
  const dutch = namesIn(text.nl)
  return textsOf(text).flatMap(([language, one]) => {
    const own = namesIn(one)
    const [missing] = dutch.difference(own)
    const [extra] = own.difference(dutch)
    if (missing) return [{ path: [language], key: 'check-placeholder-missing', values: { placeholder: missing } }]
    if (extra) return [{ path: [language], key: 'check-placeholder-extra', values: { placeholder: extra } }]
    return []
  })
}

function duplicates(values: (string | null)[], key: string, leaf: string, list = 'questions'): Finding[] {
  return values.flatMap((value, index) =>
    value !== null && values.indexOf(value) < index
      ? [{ path: [list, index, leaf], key, values: { name: value } }]
      : [],
  )
}

const inside = (path: (string | number)[], findings: Finding[]): Finding[] =>
  findings.map((finding) => ({ ...finding, path: [...path, ...finding.path] }))

export const textsOf = (text: LocalText): [Language, string][] =>
  Object.entries(text).filter((entry): entry is [Language, string] => typeof entry[1] === 'string')
