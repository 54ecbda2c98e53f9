/** Notes of what was erased or stopped, as a backup, a journal and a database hold them. */
import { z } from 'zod'

const erasure = z.object({
  id: z.string().min(1).max(100),
  what: z.string().max(40),
  subject: z.string().max(400),
  at: z.string().transform((text) => Temporal.Instant.from(text).toString()),
})
export type Erasure = z.infer<typeof erasure>

/** @throws ZodError or RangeError for anything else */
export const erasureOf = (given: unknown): Erasure => erasure.parse(given)
