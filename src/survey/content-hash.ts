/** The identity of a question set version: a hash of its content. */
import { createHash } from 'node:crypto'

/**
 * SHA-256 in hex over canonical JSON: keys sorted, absent and undefined the same, lists in their order.
 * Two sets with the same hash ask the same questions in the same words.
 */
export function contentHash(set: object): string {
  return createHash('sha256').update(canonical(set)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}
