/** Whether a card can be kept: sound questions, and no text longer than somebody reads. Pure. */
import { explain } from '../config/explain.ts'
import { type Card, card as cardSchema } from '../config/method.ts'
import { inspectSet } from '../survey/inspect.ts'
import { FULL_LANGUAGES, type LocalText } from '../survey/question-set.ts'
import { type Done, done, fault, type MethodFault } from './outcome.ts'

/** @returns the card as it is kept, or the first thing that is wrong */
export function checkCard(raw: unknown): Done<Card> {
  if ((JSON.stringify(raw) ?? '').length > MOST_WHOLE) return fault('library-too-big', { max: MOST_WHOLE })
  const parsed = cardSchema.safeParse(raw)
  if (!parsed.success) {
    const [first] = explain(parsed.error.issues, raw)
    return fault(sentence(first?.key ?? 'check-invalid'), first?.values ?? {})
  }
  const card = parsed.data
  for (const [name, text, max] of textsOf(card)) {
    for (const language of FULL_LANGUAGES) {
      const length = [...(text[language] ?? '')].length
      if (length > max) return fault('check-text-too-long', { name, length, max })
    }
  }
  const missing = card.set?.languages.find((language) => card.title[language] === undefined)
  if (missing) return fault('check-missing-translation', { name: 'title', language: missing })
  const [finding] = card.set ? inspectSet(card.set) : []
  return finding ? fault(sentence(finding.key), finding.values) : done(card)
}

const sentence = (key: string) => key as MethodFault

function textsOf(card: Card): [string, LocalText, number][] {
  const long = (
    ['measures', 'for', 'scale', 'accessibility', 'example', 'withoutBot', 'care', 'reason'] as const
  ).flatMap((name): [string, LocalText, number][] => (card[name] ? [[name, card[name], MOST_LONG]] : []))
  const tally = (card.tally ?? []).flatMap(({ key, text, options }): [string, LocalText, number][] => [
    [key, text, MOST_QUESTION],
    ...options.map((option): [string, LocalText, number] => [`${key}.${option.code}`, option.text, MOST_OPTION]),
  ])
  return [['title', card.title, MOST_TITLE], ...long, ...tally]
}

export const MOST_TITLE = 80
export const MOST_LONG = 1200
export const MOST_QUESTION = 200
export const MOST_OPTION = 60
/** Of a whole card: five times the longest that is shipped. */
const MOST_WHOLE = 100_000
