/** What the wires of the chat platforms have in common: text only, links that cannot be buttons, one direction. Pure. */
import type { Language } from '../survey/question-set.ts'
import { textOnly } from '../survey/text-only.ts'
import { directionOf, wordsFor } from '../words/words.ts'
import type { Choice, Line, Prompt } from './port.ts'

/**
 * The prompt as a chat platform can take it: a link that its buttons refuse stands in the text, with
 * its address on a line of its own; a picture that it can fetch has its words as the last line, for
 * neither platform reads them out by itself. In text only every sign is said in words.
 * @param longest most characters of an address in a button of this platform
 */
export function inPlainForm(given: Prompt, longest: number): Prompt {
  const { picture, ...prompt } = given.textOnly ? textOnly(given, wordsFor(given.language)) : given
  const fits = ({ role, url }: Choice) =>
    role !== 'link' || (url !== undefined && url.length <= longest && isPublicAddress(url))
  const addresses = prompt.choices
    .filter((choice) => !fits(choice))
    .flatMap(({ label, url = '' }): Line[] => [{ text: label }, { text: url }])
  const plain = { ...prompt, lines: [...prompt.lines, ...addresses], choices: prompt.choices.filter(fits) }
  if (!picture || !isPublicAddress(picture.url)) return plain
  return { ...plain, lines: [...plain.lines, { text: picture.alt, style: 'quiet' }], picture }
}

/** Whether a platform elsewhere can open it: https, on a host with a name. Chat platforms refuse a whole message over `localhost`. */
export function isPublicAddress(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed?.protocol === 'https:' && /\.\p{L}[\p{L}\p{N}-]*$/u.test(parsed.hostname)
}

/**
 * The text with a mark wherever a client would lay it out in the wrong direction: each line of a
 * right-to-left message that does not begin with words of that script.
 */
export function inDirection(text: string, language: Language): string {
  if (directionOf(language) === 'ltr') return text
  return text.replace(/^(?=[^\n]*\S)(?![^\p{L}\n]*\p{Script=Arabic})/gmu, '\u200f')
}
