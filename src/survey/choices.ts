/** The buttons of a card: options, "don't know" and "rather not", what leads elsewhere, and the controls; always in that order. */
import type { Choice } from '../channels/port.ts'
import type { Words } from '../words/words.ts'
import { encodeButton } from './button-data.ts'
import type { CardContext } from './card.ts'
import { asidesOf, controlsOf } from './offered.ts'
import { answerOf, isOwn } from './path.ts'
import { optionsOf, textIn } from './question-set.ts'
import { type Answer, CONTROL, type ControlCode, type Question, type QuestionSet, type Run } from './types.ts'

/** @param index place of the question in the set; -1 for the check-in */
export function choicesOf(
  set: QuestionSet,
  run: Run,
  question: Question,
  index: number,
  context: CardContext,
  words: Words,
): Choice[] {
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
  if (question.clip !== undefined) choices.push(link(words('button-clip'), question.clip))
  if (question.type === 'text') {
    choices.push(
      typeof context.writeUrl === 'string'
        ? link(words('button-write-there'), context.writeUrl)
        : { data: dataOf(CONTROL.write), label: words('button-write'), emoji: '✍️', role: 'write' },
    )
  }
  for (const code of controlsOf(set, run, question, index)) {
    const key = code === CONTROL.skip && isOwn(before) ? 'button-erase' : CONTROLS[code]!
    choices.push({ data: dataOf(code), label: words(key), role: 'control' })
  }
  return choices
}

const link = (label: string, url: string): Choice => ({ data: '', label, role: 'link', url })

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
  _absent: 'button-absent',
  _help: 'button-help',
  _stop: 'button-stop',
}
