/** Inspects the words and emoji of questions and their options: what fits on every channel, and what young people can read. */
import type { Finding } from './inspect.ts'
import type { LocalText, Option, Question } from './question-set.ts'

/**
 * Longest texts in UTF-16 units. A Discord button holds 80 including its emoji and a tick; a card must stay
 * readable on a phone next to nine other buttons.
 */
export const LONGEST = { text: 300, option: 60, meaning: 200 } as const

/** Length set aside for a theme or a name that is filled in. */
const FILLED_IN = 60

/** True for a text without any letter or digit. */
export const noWords = (text: string) => !/[\p{L}\p{N}]/u.test(text)

/** Texts of a question that are too long for a channel; paths start at the question. */
export function lengthFindings(question: Question): Finding[] {
  const findings = [
    ...tooLong(['text'], question.text, LONGEST.text),
    ...(question.meaning ? tooLong(['meaning'], question.meaning, LONGEST.meaning) : []),
  ]
  if (question.type === 'scale') {
    findings.push(
      ...tooLong(['low'], question.low, LONGEST.option),
      ...tooLong(['high'], question.high, LONGEST.option),
    )
  }
  if (question.type === 'feeling' || question.type === 'choice' || question.type === 'multi') {
    question.options.forEach((option, index) => {
      findings.push(...tooLong(['options', index, 'text'], option.text, LONGEST.option))
    })
  }
  return findings
}

/** What is wrong with the emoji of an option; paths start at the option. */
export function emojiFindings(option: Option, type: 'feeling' | 'choice' | 'multi', accessible: boolean): Finding[] {
  const findings: Finding[] = []
  for (const [language, text] of Object.entries(option.text)) {
    if (text === undefined) continue
    const path = ['text', language]
    if (noWords(text)) findings.push({ path, key: 'check-bare-emoji', values: { emoji: text } })
    else if (EMOJI.test(text))
      findings.push({ path, key: 'check-emoji-in-words', values: { emoji: EMOJI.exec(text)![0] } })
  }
  const { emoji } = option
  if (emoji === undefined) {
    return type === 'feeling'
      ? [...findings, { path: ['emoji'], key: 'check-feeling-emoji', values: { code: option.code } }]
      : findings
  }
  const path = ['emoji']
  if ([...SEGMENTER.segment(emoji)].length !== 1 || !EMOJI.test(emoji)) {
    findings.push({ path, key: 'check-one-emoji', values: { emoji } })
  } else if (AMBIGUOUS.test(emoji) || HANDS.test(emoji) || (type === 'feeling' && FOOD.test(emoji))) {
    findings.push({ path, key: 'check-banned-emoji', values: { emoji } })
  } else if (accessible && WEATHER.test(emoji)) {
    findings.push({ path, key: 'check-accessible-emoji', values: { emoji } })
  }
  return findings
}

function tooLong(path: (string | number)[], text: LocalText, max: number): Finding[] {
  return Object.entries(text).flatMap(([language, one]) => {
    const length = (one ?? '').replace(/\{\w+\}/g, 'x'.repeat(FILLED_IN)).length
    return length > max ? [{ path: [...path, language], key: 'check-text-too-long', values: { length, max } }] : []
  })
}

const SEGMENTER = new Intl.Segmenter('nl', { granularity: 'grapheme' })

/** ©, ® and ™ count as pictographic in Unicode, but are letters to a reader. */
const EMOJI = /(?![©®™])(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3)/u

/** Faces that people read in opposite ways. */
const AMBIGUOUS = /[😁😅🙃😏😬😌🤔🥲]/u
/** A hand says yes, stop or something rude, depending on who looks. */
const HANDS =
  /[\u261d\u270a-\u270d\u{1f446}-\u{1f450}\u{1f44f}\u{1f4aa}\u{1f590}\u{1f595}\u{1f596}\u{1f64c}\u{1f64f}\u{1f90c}\u{1f90f}\u{1f918}-\u{1f91f}\u{1f932}\u{1f9be}\u{1faf0}-\u{1faf8}]/u
/** Food stands for a feeling in one group only; as the subject of a choice it is fine. */
const FOOD =
  /[\u{1f32d}-\u{1f32f}\u{1f336}\u{1f33d}\u{1f345}-\u{1f37f}\u{1f382}\u{1f950}-\u{1f96f}\u{1f9c0}-\u{1f9cb}\u{1fad0}-\u{1fadb}]/u
/** Weather and batteries are figures of speech. */
const WEATHER =
  /[\u2600-\u2604\u2614\u26a1\u26c4-\u26c8\u2744\u{1f300}-\u{1f302}\u{1f308}\u{1f311}-\u{1f320}\u{1f324}-\u{1f32c}\u{1f50b}\u{1faab}]/u
