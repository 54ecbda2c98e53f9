/** What a button carries: which run, which turn, which code. Opaque to a platform, never more than 64 bytes. */
import { EngineError } from '../errors.ts'

export type ButtonData = { run: string; turn: number; code: string }

/**
 * Writes `r.<run>.<turn in base 36>.<code>`: 57 bytes at most.
 * @param runRef 22 characters of base64url
 * @throws EngineError when a part does not have its form (our bug)
 */
export function encodeButton(runRef: string, turn: number, code: string): string {
  const data = `r.${runRef}.${turn.toString(36)}.${code}`
  if (decodeButton(data) === null) throw new EngineError(`button data: run, turn ${turn} or code has the wrong form`)
  return data
}

/** Reads the data of a button; null for anything that `encodeButton` cannot have written. Never throws. */
export function decodeButton(data: string): ButtonData | null {
  const parts = FORM.exec(data)
  if (!parts) return null
  const turn = Number.parseInt(parts[2]!, 36)
  return Number.isSafeInteger(turn) ? { run: parts[1]!, turn, code: parts[3]! } : null
}

/** A code is an option's slug, a number of a scale, or a control with an underscore before it. */
const FORM = /^r\.([\w-]{22})\.([1-9a-z][\da-z]{0,10})\.([a-z][a-z0-9_]{0,19}|\d{1,2}|_[a-z]{1,8})$/
