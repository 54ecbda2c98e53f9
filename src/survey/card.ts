/** Draws a run as a prompt: one card a question, in the words of the person. */
import type { Choice, Line, Prompt } from '../channels/port.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { encodeButton } from './button-data.ts'
import { asidesOf, controlsOf, isFresh, keepsAnswer } from './offered.ts'
import { answerOf, indexOf, isOwn, positionOf } from './path.ts'
import { type Language, type LocalText, optionsOf } from './question-set.ts'
import {
  type Answer,
  CONTROL,
  type ControlCode,
  type Notice,
  type Question,
  type QuestionSet,
  type Run,
} from './types.ts'

/** What the engine does not know of a run: who asks, about what, in which language. */
export type CardContext = {
  /** 22 characters of base64url: which run the buttons belong to. */
  runRef: string
  language: Language
  activity: string
  /** Theme of the session, null when nobody gave it. */
  theme: string | null
  organisation: string
}

/** The card of a run as it now is: a question, or how the run ended. Never throws for a run that `step` made. */
export function renderCard(set: QuestionSet, run: Run, context: CardContext): Prompt {
  const words = wordsFor(context.language)
  const index = run.disposition === null && !run.closed ? indexOf(set, run.at) : -1
  const question = set.questions[index]
  if (!question) return endCard(run, context, words)
  const prompt: Prompt = {
    kind: 'card',
    language: context.language,
    lines: linesOf(set, run, index, context, words),
    choices: choicesOf(set, run, index, context, words),
  }
  if (question.type === 'text') {
    const data = encodeButton(context.runRef, run.turn, CONTROL.write)
    prompt.typed = { label: words('text-field'), max: question.max, data }
  }
  return prompt
}

/** A short remark next to the card. `count` is the limit it is about, where there is one. */
export function renderNotice(notice: Notice, count: number | undefined, language: Language): Prompt {
  const text = wordsFor(language)(`notice-${notice}`, { count: count ?? 0 })
  return { kind: 'notice', language, lines: [{ text }], choices: [], silent: true }
}

function linesOf(set: QuestionSet, run: Run, index: number, context: CardContext, words: Words): Line[] {
  const question = set.questions[index]!
  const position = positionOf(set, index, run.answers)
  const lines: Line[] = []
  const { total } = position
  if (isFresh(run, index) && total > 0) {
    lines.push({ text: words(position.sure ? 'card-hello' : 'card-hello-at-most', { count: total }) })
    lines.push({ text: words('card-minutes', { minutes: Math.max(1, Math.ceil(total / QUESTIONS_A_MINUTE)) }) })
  }
  lines.push({ text: headingOf(question, position, words), style: 'quiet' })
  lines.push({ text: fill(question.text, context, words), style: 'strong' })
  if (question.meaning) lines.push({ text: fill(question.meaning, context, words) })
  if (question.type === 'text') lines.push({ text: words('text-no-names') }, { text: words('text-no-helpline') })
  const hint = hintOf(question, context, words)
  if (hint !== null) lines.push({ text: hint })
  const kept = keptOf(question, run, words)
  if (kept !== null) lines.push({ text: kept })
  if (set.accessible) lines.push({ text: aheadOf(position, words), style: 'quiet' })
  return lines
}

function headingOf(question: Question, position: ReturnType<typeof positionOf>, words: Words): string {
  if (question.type === 'card') return words('card-information')
  return words(position.sure ? 'card-position' : 'card-position-at-most', {
    number: position.number,
    total: position.total,
  })
}

function aheadOf({ ahead, sure }: { ahead: number; sure: boolean }, words: Words): string {
  if (ahead === 0) return words('card-last')
  return words(sure ? 'card-ahead' : 'card-ahead-at-most', { count: ahead })
}

function hintOf(question: Question, context: CardContext, words: Words): string | null {
  if (question.type === 'scale') {
    return words('hint-scale', {
      low: textIn(question.low, context.language),
      high: textIn(question.high, context.language),
    })
  }
  if (question.type !== 'multi') return null
  const { min, max } = question
  if (max === undefined) return min === 1 ? words('hint-any') : words('hint-at-least', { min })
  if (min === max) return words('hint-exactly', { count: min })
  return min === 1 ? words('hint-at-most', { max }) : words('hint-between', { min, max })
}

/** What to do with an answer from before. */
function keptOf(question: Question, run: Run, words: Words): string | null {
  if (question.type === 'card' || !isOwn(answerOf(run.answers, question.key))) return null
  if (question.type === 'text') return words('kept-text')
  return keepsAnswer(run, question) ? words('kept') : words('kept-ticked')
}

function choicesOf(set: QuestionSet, run: Run, index: number, context: CardContext, words: Words): Choice[] {
  const question = set.questions[index]!
  const before = answerOf(run.answers, question.key)
  const dataOf = (code: string) => encodeButton(context.runRef, run.turn, code)
  const choices: Choice[] = []
  for (const option of optionsOf(question)) {
    const choice: Choice = { data: dataOf(option.code), label: textIn(option.text, context.language), role: 'option' }
    if (option.emoji !== undefined) choice.emoji = option.emoji
    const ticked = question.type === 'multi' ? run.ticked.includes(option.code) : before?.codes.includes(option.code)
    if (ticked) choice.ticked = true
    choices.push(choice)
  }
  for (const code of asidesOf(question)) {
    const look = ASIDES[code]!
    const choice: Choice = { data: dataOf(code), label: words(look.key), emoji: look.emoji, role: 'aside' }
    if (before?.status === look.status && run.ticked.length === 0) choice.ticked = true
    choices.push(choice)
  }
  if (question.type === 'text') {
    choices.push({ data: dataOf(CONTROL.write), label: words('button-write'), emoji: '✍️', role: 'write' })
  }
  for (const code of controlsOf(set, run, index)) {
    const key = code === CONTROL.skip && isOwn(before) ? 'button-erase' : CONTROLS[code]!
    choices.push({ data: dataOf(code), label: words(key), role: 'control' })
  }
  return choices
}

/** The card of a run that is over, or closed. Only a completed run that is still open has a button. */
function endCard(run: Run, context: CardContext, words: Words): Prompt {
  const { language } = context
  if (run.disposition === 'completed' && !run.closed) {
    const change = encodeButton(context.runRef, run.turn, CONTROL.change)
    return {
      kind: 'card',
      language,
      lines: [{ text: words('end-thanks') }, { text: words('end-change'), style: 'quiet' }],
      choices: [{ data: change, label: words('button-change'), role: 'control' }],
    }
  }
  const text = words(ENDS[run.disposition ?? 'expired'])
  return { kind: 'card', language, lines: [{ text }], choices: [], ...(run.closed ? { silent: true } : {}) }
}

const textIn = (text: LocalText, language: Language): string => text[language] ?? text.nl

/** Fills in `{activity}`, `{theme}` and `{organisation}`, each kept apart from the direction of the words around it. */
function fill(text: LocalText, context: CardContext, words: Words): string {
  const source = textIn(text, context.language)
  if (!source.includes('{')) return source
  return source.replace(/\{(activity|theme|organisation)\}/g, (_, name: 'activity' | 'theme' | 'organisation') => {
    return `\u2068${(context[name] || words('theme-unknown')).replace(ISOLATES, '')}\u2069`
  })
}

const QUESTIONS_A_MINUTE = 4
const ISOLATES = /[\u2066-\u2069]/g

const ASIDES: Partial<Record<ControlCode, { key: string; emoji: string; status: Answer['status'] }>> = {
  _dk: { key: 'button-dont-know', emoji: '❔', status: 'dont_know' },
  _no: { key: 'button-decline', emoji: '✋', status: 'declined' },
}

const CONTROLS: Partial<Record<ControlCode, string>> = {
  _done: 'button-done',
  _next: 'button-next',
  _skip: 'button-skip',
  _back: 'button-back',
  _later: 'button-later',
  _stop: 'button-stop',
}

const ENDS = {
  completed: 'end-closed-completed',
  partial: 'end-closed-partial',
  expired: 'end-closed-expired',
  not_asked: 'end-closed-expired',
  declined: 'end-declined',
  stopped: 'end-stopped',
  unreachable: 'end-unreachable',
  absent: 'end-absent',
} as const
