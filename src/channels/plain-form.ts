/** What the wires of the chat platforms have in common: links that cannot be buttons, ticks in words, one direction. Pure. */
import type { Language } from '../survey/question-set.ts'
import { directionOf, wordsFor } from '../words/words.ts'
import type { Choice, Line, Prompt } from './port.ts'

/**
 * The prompt as a chat platform can take it: a link that its buttons refuse stands in the text, with
 * its address on a line of its own; a picture that it cannot fetch goes, its words stay as the last
 * line. In text only there are no emoji beside words and no pictures at all.
 * @param longest most characters of an address in a button of this platform
 */
export function inPlainForm(prompt: Prompt, longest: number): Prompt {
  const fits = (choice: Choice) => choice.role !== 'link' || isButtonAddress(choice.url, longest)
  const { picture, ...rest } = prompt
  const alt: Line[] = picture ? [{ text: picture.alt, style: 'quiet' }] : []
  const addresses = prompt.choices
    .filter((choice) => !fits(choice))
    .flatMap(({ label, url }): Line[] => [{ text: label }, { text: url ?? '' }])
  const shown = picture && !prompt.textOnly && isPublicAddress(picture.url) ? { picture } : {}
  return {
    ...rest,
    lines: [...prompt.lines, ...addresses, ...alt],
    choices: prompt.choices.filter(fits).map((choice) => (prompt.textOnly ? withoutEmoji(choice) : choice)),
    ...shown,
  }
}

/** Whether a platform elsewhere can open it: https, on a host with a name. Chat platforms refuse a whole message over `localhost`. */
export function isPublicAddress(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed?.protocol === 'https:' && /\.\p{L}[\p{L}\p{N}-]*$/u.test(parsed.hostname)
}

/** The words that go before a ticked label, or behind it in text only; at most one of them is there. */
export function ticksOf(choice: Choice, prompt: Prompt): { before: string; after: string } {
  if (!choice.ticked) return { before: '', after: '' }
  if (!prompt.textOnly) return { before: '✔ ', after: '' }
  return { before: '', after: ` ${wordsFor(prompt.language)('channels-ticked')}` }
}

/**
 * The text with a mark wherever a client would lay it out in the wrong direction: each line of a
 * right-to-left message that has words, but does not begin with words of that script.
 */
export function inDirection(text: string, language: Language): string {
  if (directionOf(language) === 'ltr') return text
  return text.replace(/^(?=[^\n]*\S)(?![^\p{L}\n]*\p{Script=Arabic})/gmu, '\u200f')
}

function isButtonAddress(url: string | undefined, longest: number): boolean {
  return url !== undefined && url.length <= longest && isPublicAddress(url)
}

function withoutEmoji({ emoji: _, ...choice }: Choice): Choice {
  return choice
}
