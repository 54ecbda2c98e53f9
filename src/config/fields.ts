/** Fields that several parts of a file have: texts in each language, and dates. */
import { z } from 'zod'
import { type LocalText, localText } from '../survey/question-set.ts'

/** A text in each language, or one text that is the same in all of them. */
export const words = (longest: number) =>
  z
    .union([
      z.string().trim().min(1).max(longest),
      localText.check(
        z.refine((text) => Object.values(text).every((one) => (one ?? '').length <= longest), {
          error: 'check-text-too-long',
          params: { max: longest },
        }),
      ),
    ])
    .transform((text): LocalText => (typeof text === 'string' ? sameInAll(text) : text))

const sameInAll = (text: string): LocalText => ({ nl: text, en: text, fr: text, ar: text })

export const localDate = z
  .string()
  .refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && reads(() => Temporal.PlainDate.from(text)), 'check-date')
  .describe("Local date, like '2026-12-09'.")

/** Whether Temporal can read it. */
export function reads(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
