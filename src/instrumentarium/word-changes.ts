/** Which words differ between two texts. Pure. */
import { diffWordsWithSpace } from 'diff'

/** In order; the same and the gone are the first text, the same and the new the second. */
export type Part = { kind: 'same' | 'gone' | 'new'; text: string }
/** Words that went, and what came in their place; either may be empty, never both. */
export type WordChange = { was: string; becomes: string }

export function wordParts(before: string, after: string): Part[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? ('new' as const) : removed ? ('gone' as const) : ('same' as const),
    text: value,
  }))
}

/** Empty for two texts that are the same. Words that stand apart by a space only are told as one change. */
export function wordChanges(before: string, after: string): WordChange[] {
  const changes: WordChange[] = []
  let open: WordChange | null = null
  for (const { kind, text } of wordParts(before, after)) {
    if (kind === 'same' && !(open && /^\s+$/.test(text))) {
      open = null
      continue
    }
    if (!open) {
      open = { was: '', becomes: '' }
      changes.push(open)
    }
    if (kind !== 'new') open.was += text
    if (kind !== 'gone') open.becomes += text
  }
  const trimmed = changes.map(({ was, becomes }) => ({ was: was.trim(), becomes: becomes.trim() }))
  const told = trimmed.filter(({ was, becomes }) => was !== becomes)
  // Only the white space differs: the whole is told, for no change is ever silent.
  return told.length === 0 && before !== after ? [{ was: before, becomes: after }] : told
}
