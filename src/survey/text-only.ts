/** A card for who wants no emoji: every sign is left out, and what a sign said is said in words. */
import type { Choice, Prompt } from '../channels/port.ts'
import type { Words } from '../words/words.ts'

/**
 * The same prompt without any emoji or picture, marked as such; what was chosen has a word behind it instead of a
 * tick. A picture shows what the buttons say, so its words go with it.
 */
export function textOnly({ picture: _, ...prompt }: Prompt, words: Words): Prompt {
  const choices = prompt.choices.map(({ emoji: _emoji, ticked, ...choice }): Choice => {
    const label = withoutEmoji(choice.label)
    return { ...choice, label: ticked ? words('chosen', { option: label }) : label }
  })
  const lines = prompt.lines.map((line) => ({ ...line, text: withoutEmoji(line.text) }))
  return { ...prompt, lines, choices, textOnly: true }
}

/** A text without its emoji. One that has nothing else stays as it is: saying nothing would be worse. */
export function withoutEmoji(text: string): string {
  if (!EMOJI.test(text)) return text
  const kept = [...SEGMENTER.segment(text)].map(({ segment }) => (EMOJI.test(segment) ? '' : segment)).join('')
  const clean = kept.replace(/ {2,}/g, ' ').trim()
  return /[\p{L}\p{N}]/u.test(clean) ? clean : text
}

const SEGMENTER = new Intl.Segmenter('nl', { granularity: 'grapheme' })

/** ©, ® and ™ count as pictographic in Unicode, but are letters to a reader. */
const EMOJI = /(?![©®™])(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3)/u
