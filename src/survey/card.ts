/** Draws a run as a prompt: one card a question, in the words of the person. */
import type { Choice, Line, Prompt } from '../channels/port.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { encodeButton } from './button-data.ts'
import { choicesOf } from './choices.ts'
import { CHANGEABLE } from './closing.ts'
import { keepsAnswer, opens, saidBad } from './offered.ts'
import { answerOf, isOwn, onCard, positionOf } from './path.ts'
import { type Language, type LocalText, optionsOf, textIn } from './question-set.ts'
import { textOnly } from './text-only.ts'
import { CHECK_IN, CONTROL, type Notice, type Question, type QuestionSet, type Run } from './types.ts'

/** What the engine does not know of a run: who asks, about what, in which language, and what the place of the card can show. */
export type CardContext = {
  /** 22 characters of base64url: which run the buttons belong to. */
  runRef: string
  language: Language
  activity: string
  /** Theme of the session, null when nobody gave it. */
  theme: string | null
  organisation: string
  /** True: the person wants no emoji. */
  textOnly?: boolean
  /** Where the open question on this card is written instead of in the chat; null or absent: in the chat itself. */
  writeUrl?: string | null
  /** Address of one picture with these pictograms in their order, or null where there is none to show. */
  pictureOf?: (pictures: string[]) => string | null
}

/** The card of a run as it now is: a question, or how the run ended. Never throws for a run that `step` made. */
export function renderCard(set: QuestionSet, run: Run, context: CardContext): Prompt {
  const words = wordsFor(context.language)
  const shown = run.disposition === null && !run.closed ? onCard(set, run) : null
  const prompt = shown
    ? questionCard(set, run, shown.question, shown.index, context, words)
    : endCard(set, run, context, words)
  return context.textOnly ? textOnly(prompt, words) : prompt
}

/** A short remark next to the card. `count` is the limit it is about, where there is one. */
export function renderNotice(notice: Notice, count: number | undefined, language: Language): Prompt {
  const text = wordsFor(language)(`notice-${notice}`, { count: count ?? 0 })
  return { kind: 'notice', language, lines: [{ text }], choices: [], silent: true }
}

function questionCard(
  set: QuestionSet,
  run: Run,
  question: Question,
  index: number,
  context: CardContext,
  words: Words,
): Prompt {
  const prompt: Prompt = {
    kind: 'card',
    language: context.language,
    lines: linesOf(set, run, question, index, context, words),
    choices: choicesOf(set, run, question, index, context, words),
  }
  if (question.type === 'text' && typeof context.writeUrl !== 'string') {
    const data = encodeButton(context.runRef, run.turn, CONTROL.write)
    prompt.typed = { label: words('text-field'), max: question.max, data }
  }
  const picture = pictureFor(question, context, words)
  if (picture) prompt.picture = picture
  return prompt
}

function linesOf(
  set: QuestionSet,
  run: Run,
  question: Question,
  index: number,
  context: CardContext,
  words: Words,
): Line[] {
  const position = positionOf(set, index, run)
  const lines: Line[] = []
  const { total } = position
  if (opens(set, run, index) && total > 0) {
    lines.push({ text: words(position.sure ? 'card-hello' : 'card-hello-at-most', { count: total }) })
    lines.push({ text: words('card-minutes', { minutes: Math.max(1, Math.ceil(total / QUESTIONS_A_MINUTE)) }) })
  }
  if (question.key === CHECK_IN) {
    lines.push({ text: words('check-in-first'), style: 'quiet' }, { text: words('check-in'), style: 'strong' })
    lines.push({ text: words('check-in-about', { activity: context.activity.replace(ISOLATES, '') }) })
  } else {
    lines.push({ text: headingOf(question, position, words), style: 'quiet' })
    lines.push({ text: fill(question.text, context, words), style: 'strong' })
  }
  if (question.meaning) lines.push({ text: fill(question.meaning, context, words) })
  if (question.type === 'text') {
    lines.push({ text: words('text-no-names') }, { text: words('text-no-helpline') })
    if (typeof context.writeUrl === 'string') lines.push({ text: words('text-write-there') })
  }
  const hint = hintOf(question, context, words)
  if (hint !== null) lines.push({ text: hint })
  const kept = keptOf(question, run, context, words)
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
function keptOf(question: Question, run: Run, context: CardContext, words: Words): string | null {
  if (question.type === 'card' || !isOwn(answerOf(run.answers, question.key))) return null
  if (question.type === 'text') return words(typeof context.writeUrl === 'string' ? 'kept' : 'kept-text')
  return keepsAnswer(run, question) ? words('kept') : words('kept-ticked')
}

/** One picture of all options, when each has a pictogram; the alt text names them in the order of the buttons. */
function pictureFor(question: Question, context: CardContext, words: Words): Prompt['picture'] | null {
  const options = optionsOf(question)
  const pictures = options.flatMap((option) => option.picture ?? [])
  if (pictures.length === 0 || pictures.length < options.length) return null
  const url = context.pictureOf?.(pictures) ?? null
  if (url === null) return null
  const named = options.map(({ text }) => textIn(text, context.language))
  return { url, alt: words('picture-alt', { options: named.join(context.language === 'ar' ? '، ' : ', ') }) }
}

/** The card of a run that is over, or closed. Who finished or was not there can change that until the round closes. */
function endCard(set: QuestionSet, run: Run, context: CardContext, words: Words): Prompt {
  const { language } = context
  const control = (code: string, key: string): Choice => ({
    data: encodeButton(context.runRef, run.turn, code),
    label: words(key),
    role: 'control',
  })
  if (run.closed) {
    return {
      kind: 'card',
      language,
      lines: [{ text: words(ENDS[run.disposition ?? 'expired']) }],
      choices: [],
      silent: true,
    }
  }
  const help = saidBad(set, run) ? [control(CONTROL.help, 'button-help')] : []
  if (!CHANGEABLE.has(run.disposition)) {
    return { kind: 'card', language, lines: [{ text: words(ENDS[run.disposition ?? 'expired']) }], choices: help }
  }
  const [end, change, button] =
    run.disposition === 'absent'
      ? (['end-absent', 'end-absent-change', 'button-change-absent'] as const)
      : (['end-thanks', 'end-change', 'button-change'] as const)
  return {
    kind: 'card',
    language,
    lines: [{ text: words(end) }, { text: words(change), style: 'quiet' }],
    choices: [control(CONTROL.change, button), ...help],
  }
}

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
