/** What a curator said of a method that was handed in; kept with the draft, encrypted, for its organisation. */
import { z } from 'zod'
import type { Ground } from '../ground.ts'

const review = z.object({
  verdict: z.enum(['returned', 'declined']),
  text: z.string(),
  /** Of the content that was looked over. */
  hash: z.string(),
})
export type Review = z.infer<typeof review>

export function readReview(ground: Ground, cipher: string | null): Review | null {
  if (cipher === null) return null
  return review.safeParse(JSON.parse(ground.vault.decryptText(cipher))).data ?? null
}

export const writeReview = (ground: Ground, given: Review): string => ground.vault.encryptText(JSON.stringify(given))
