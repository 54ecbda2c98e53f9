/** Every text of a card by a path that stays the same when questions move: what translators see, and what comes back. Pure. */
import type { Card } from '../config/method.ts'
import type { Language, LocalText } from '../survey/question-set.ts'

export type CardPlace = { path: string; text: LocalText }

/** The texts themselves, not copies: changing one changes the card. */
export function cardPlaces(card: Card): CardPlace[] {
  const around = AROUND.flatMap((field): CardPlace[] => {
    const text = card[field]
    return text ? [{ path: field, text }] : []
  })
  const forbids = card.licence?.forbids
  return [
    ...around,
    ...(forbids ? [{ path: 'licence.forbids', text: forbids }] : []),
    ...(card.tally ?? []).flatMap(({ key, text, options }) => [
      { path: `tally.${key}`, text },
      ...options.map((option) => ({ path: `tally.${key}.${option.code}`, text: option.text })),
    ]),
    ...(card.set?.questions ?? []).flatMap((question): CardPlace[] => [
      { path: `question.${question.key}.text`, text: question.text },
      ...(question.meaning ? [{ path: `question.${question.key}.meaning`, text: question.meaning }] : []),
      ...(question.type === 'scale'
        ? [
            { path: `question.${question.key}.low`, text: question.low },
            { path: `question.${question.key}.high`, text: question.high },
          ]
        : []),
      ...('options' in question
        ? question.options.map(({ code, text }) => ({ path: `question.${question.key}.option.${code}`, text }))
        : []),
    ]),
  ]
}

/** Whether no text of the questions, nor the title, lacks in this language. */
export const isWhole = (card: Card, language: Language): boolean =>
  cardPlaces(card).every(
    ({ path, text }) => text[language] !== undefined || !(path === 'title' || path.startsWith('question.')),
  )

const AROUND = [
  ...(['title', 'measures', 'for', 'scale', 'accessibility', 'example', 'withoutBot', 'care', 'source'] as const),
] as const
