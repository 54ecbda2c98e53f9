/** Turns what zod says about a value into findings: a path, a key in the words files and its values. */
import type { z } from 'zod'
import type { Finding } from '../survey/inspect.ts'
import { LANGUAGES } from '../survey/question-set.ts'

/** `onKey`: the key at the path is wrong, not the value behind it. */
export type PlacedFinding = Finding & { onKey?: boolean }

type Issue = z.core.$ZodIssue

/** @param root the value that was checked; it tells what is missing from what is wrong */
export function explain(issues: Issue[], root: unknown): PlacedFinding[] {
  return issues.flatMap((issue) => explainOne(issue, root))
}

function explainOne(issue: Issue, root: unknown): PlacedFinding[] {
  const path = issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)))
  const name = nameOf(path)
  const one = (key: string, values: Finding['values'] = {}): PlacedFinding[] => [
    { path, key, values: { name, ...values } },
  ]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((unknown) => ({
      path: [...path, unknown],
      key: 'check-unknown-key',
      values: { name: unknown },
      onKey: true,
    }))
  }
  if (issue.code === 'invalid_key') {
    const first = issue.issues[0]
    return [
      {
        path,
        key: first && isKey(first.message) ? first.message : 'check-name',
        values: { name: String(path.at(-1)) },
        onKey: true,
      },
    ]
  }
  if (issue.code === 'invalid_union') return explainUnion(issue, path, root, one)
  const wordless = isWordless(path, root)
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value': {
      const value = at(root, path)
      if (path.length === 0) return one('check-not-a-map')
      if (value === undefined || value === null) return missing(path, one, wordless)
      if (issue.code === 'invalid_value')
        return one('check-not-one-of', { allowed: issue.values.map(String).join(', ') })
      return one('check-wrong-type', { expected: EXPECTED[issue.expected] ?? 'text' })
    }
    case 'too_small':
      if (wordless) return one('check-bare-emoji', { emoji: wordless })
      if (issue.origin === 'string')
        return one(Number(issue.minimum) > 1 ? 'check-too-short' : 'check-empty', { min: Number(issue.minimum) })
      return one(issue.origin === 'array' ? 'check-too-few' : 'check-too-small', { min: Number(issue.minimum) })
    case 'too_big':
      if (issue.origin === 'string')
        return one('check-text-too-long', { length: String(at(root, path)).length, max: Number(issue.maximum) })
      return one(issue.origin === 'array' ? 'check-too-many' : 'check-too-big', { max: Number(issue.maximum) })
    case 'invalid_format':
      return one(isKey(issue.message) ? issue.message : 'check-invalid')
    case 'custom':
      return one(isKey(issue.message) ? issue.message : 'check-invalid', issue.params as Finding['values'])
    default:
      return one('check-invalid')
  }
}

type One = (key: string, values?: Finding['values']) => PlacedFinding[]

function missing(path: (string | number)[], one: One, wordless: string | null): PlacedFinding[] {
  const last = path.at(-1)
  if (wordless) return one('check-bare-emoji', { emoji: wordless })
  if (LANGUAGES.some((language) => language === last)) {
    return one('check-missing-translation', { name: nameOf(path.slice(0, -1)), language: String(last) })
  }
  return one('check-missing-key', { name: String(last ?? '') })
}

function explainUnion(
  issue: Issue & { code: 'invalid_union' },
  path: (string | number)[],
  root: unknown,
  one: One,
): PlacedFinding[] {
  const value = at(root, path)
  if ('discriminator' in issue && issue.errors.length === 0) {
    const allowed = (issue as { options?: unknown[] }).options ?? []
    return one('check-not-one-of', { allowed: allowed.map(String).join(', ') })
  }
  if (value === undefined || value === null) return missing(path, one, null)
  // The branch that got past the type of the value itself is the one that was meant.
  const meant = issue.errors.find(
    (issues) => !issues.some((inner) => inner.path.length === 0 && TYPE_CODES.has(inner.code)),
  )
  if (meant) return explain(meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) as Issue[], root)
  if (Array.isArray(value) && path.at(-1) === 'aspect') return one('check-aspect-list')
  return one(isKey(issue.message) ? issue.message : 'check-wrong-type', { expected: 'text' })
}

const TYPE_CODES = new Set(['invalid_type', 'invalid_value'])

/** zod's word for a type, as the words files know it. */
const EXPECTED: Record<string, string> = {
  string: 'text',
  number: 'number',
  int: 'number',
  boolean: 'boolean',
  object: 'map',
  record: 'map',
  array: 'list',
}

/** Messages of our own checks are keys in the words files. */
const isKey = (message: string) => message.startsWith('check-')

const nameOf = (path: (string | number)[]) =>
  path.map((segment) => (typeof segment === 'number' ? segment + 1 : segment)).join('.')

/** The emoji of an option whose words are missing at this path, or null. */
function isWordless(path: (string | number)[], root: unknown): string | null {
  const text = path.lastIndexOf('text')
  if (text < 2 || path[text - 2] !== 'options') return null
  const option = at(root, path.slice(0, text)) as { emoji?: unknown } | undefined
  return typeof option?.emoji === 'string' ? option.emoji : null
}

function at(root: unknown, path: (string | number)[]): unknown {
  let value = root
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined
    value = (value as Record<string | number, unknown>)[segment]
  }
  return value
}
