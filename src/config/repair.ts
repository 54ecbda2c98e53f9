/**
 * Mends a faulty value far enough to be read, so that the rest of it can be inspected and all faults are told at
 * once. What is mended is never used: it only carries the inspection.
 */
import type { z } from 'zod'
import { explain, type PlacedFinding } from './explain.ts'

export type Path = (string | number)[]

/** With more faults than this a file is not nearly right, and mending it takes long. Each round mends one place. */
const MOST_FAULTS = 60

/** The value with fillers at the faulty places, and those places; null when it cannot be mended. */
export function repair<T>(schema: z.ZodType<T>, raw: unknown): { value: T; mended: Path[] } | null {
  const copy: unknown = structuredClone(raw)
  const mended: Path[] = []
  for (let round = 0; round < MOST_FAULTS; round += 1) {
    const result = schema.safeParse(copy)
    if (result.success) return { value: result.data, mended }
    const findings = explain(result.error.issues, copy)
    if (findings.length > MOST_FAULTS) return null
    const first = findings[0]
    const place = first && mend(schema, copy, first, round)
    if (!place) return null
    if (first.key !== 'check-unknown-key') mended.push(place)
  }
  return null
}

/** Puts the first filler that is accepted at the faulty place, or at the nearest place above it. */
function mend(schema: z.ZodType, root: unknown, { path, onKey }: PlacedFinding, round: number): Path | null {
  for (let length = path.length; length > 0; length -= 1) {
    const place = path.slice(0, length)
    const owner = place
      .slice(0, -1)
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], root)
    if (typeof owner !== 'object' || owner === null) continue
    const slot = owner as Record<string | number, unknown>
    const key = place.at(-1)!
    const before = slot[key]
    if (!Array.isArray(owner)) {
      delete slot[key]
      if (onKey || isFine(schema, root, place)) return place
    }
    for (const filler of fillersOf(round)) {
      slot[key] = filler
      if (isFine(schema, root, place)) return place
    }
    slot[key] = before
  }
  return null
}

function isFine(schema: z.ZodType, root: unknown, place: Path): boolean {
  const issues = schema.safeParse(root).error?.issues ?? []
  return !explain(issues, root).some(({ path }) => startsWith(path, place))
}

function fillersOf(round: number): unknown[] {
  const word = `filler${round}`
  const card = { type: 'card', key: word, text: { nl: word } }
  return [
    word,
    { nl: word },
    1,
    4,
    5,
    false,
    ['nl'],
    [],
    {},
    'nl',
    'PT1H',
    '0 1 * * 1',
    '2026-01-01',
    '2026-01-01T10:00',
    '10:00',
    'end',
    'present',
    'good reasons',
    card,
    { languages: ['nl'], questions: [card] },
  ]
}

export const startsWith = (path: Path, start: Path) => start.every((segment, index) => path[index] === segment)
