/** Words that cannot be kept are told so before they are taken in, so that they stay in their field. */
import type { Prompt } from '../channels/port.ts'
import type { Refused } from '../channels/web/wire.ts'
import { cleanText, isStopWord, lengthOf } from '../survey/read-reply.ts'
import { wordsFor } from '../words/words.ts'

/**
 * Why this text cannot be the answer to the field it was typed in; null when it can, or when that field
 * is no longer on the page (what came too late is answered by who takes it in).
 * @param data of the field
 */
export function refusalOf(prompts: readonly Prompt[], data: string, text: string): Refused | null {
  const prompt = prompts.find((one) => one.typed?.data === data)
  if (!prompt?.typed || isStopWord(text)) return null
  const words = wordsFor(prompt.language)
  const clean = cleanText(text)
  if (clean === null) return { data, text, why: words('web-empty') }
  const length = lengthOf(clean)
  if (length <= prompt.typed.max) return null
  return { data, text, why: words('web-too-long', { max: prompt.typed.max, length }) }
}
