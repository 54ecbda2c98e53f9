/** The identity of a question set version: a hash of its content. */
import { createHash } from 'node:crypto'

/**
 * SHA-256 in hex over canonical JSON: keys sorted, absent and undefined the same, lists in their order.
 * Two sets with the same hash ask the same questions in the same words.
 */
export function contentHash(set: object): string {
  return createHash('sha256').update(canonicalJson(set)).digest('hex')
}

/** JSON in one way only: keys sorted, absent and undefined the same, no white space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
}
