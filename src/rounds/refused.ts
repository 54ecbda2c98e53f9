/** A wish that the desk does not grant. */
import type { DeskFault } from './desk.ts'

/** @param values what the sentence for this fault fills in */
export const no = (
  fault: DeskFault,
  values?: Record<string, string | number>,
): { ok: false; fault: DeskFault; values?: Record<string, string | number> } => ({
  ok: false,
  fault,
  ...(values ? { values } : {}),
})

/** What a hand or a forger typed may be anything; Postgres refuses some of it. */
export const isId = (text: string): boolean => /^[\w-]{1,64}$/.test(text)
