/** The pairs in words: how many answered twice, and how the end lies to the start. */
import type { Language } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'
import type { Digest, Part, ReleasedPairs } from './content.ts'

/** One or two sentences; none for a digest without pairs. */
export function renderPairs(digest: Digest, language: Language): string[] {
  const { pairs } = digest
  if (!pairs || digest.base === null) return []
  const words = wordsFor(language)
  if (pairs.form === 'hidden') return [words('digest-pairs-hidden')]
  return [twiceLine(pairs, words), changeLine(pairs, words)]
}

/** How the end lies to the start, when that may be known; null otherwise. */
export function renderChange({ pairs, base }: Digest, language: Language): string | null {
  return pairs?.form === 'shown' && pairs.change && base !== null ? changeLine(pairs, wordsFor(language)) : null
}

type Shown = Extract<ReleasedPairs, { form: 'shown' }>

function twiceLine({ twice, startOnly, endOnly }: Shown, words: Words): string {
  const once = (count: number | null) =>
    count === null ? words('digest-pairs-few') : words('digest-pairs-most', { count: String(count) })
  return words('digest-pairs-twice', { count: String(twice), start: once(startOnly), end: once(endOnly) })
}

function changeLine({ change, base }: Shown, words: Words): string {
  if (!change) return words('digest-pairs-no-change')
  const figures = change.map((part) =>
    words('digest-exactly', { label: labelOf(part, words), count: String(part.count), base: String(base) }),
  )
  return words('digest-pairs-change', { result: figures.join(' · ') })
}

const labelOf = ({ codes }: Part, words: Words): string => words(`digest-pairs-${codes[0]}`)
