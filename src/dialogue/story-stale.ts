/**
 * Whether a story still says what its sources say, and where it does not. Words that a partner took back go out of the
 * draft by themselves; everything else is only pointed at: people decide what it means for their text.
 */
import type { Digest } from '../digest/content.ts'
import type { Joint } from './joint.ts'
import { figureKeysIn, STORY_PARTS, type StoryContent, type StoryPart, withoutLooseFigures } from './story-content.ts'
import { entryHash, STEPS_OF, sourceOf } from './story-draft.ts'
import { figureHash, figureWords } from './story-figures.ts'

/**
 * One place that is behind. edited, taken-back: an entry (`of`); later: an entry that came after the draft; left: the
 * partner (`of`) left since; digest-gone, digest-changed: the figure of this name. Nothing personal is in it.
 */
export type Stale = {
  part: StoryPart
  why: 'edited' | 'taken-back' | 'later' | 'left' | 'digest-gone' | 'digest-changed'
  of: string
}

/** What the sources are now: the joint worksheet (null for one organisation's year) and the digests by id. */
export type Sources = { joint: Joint | null; digests: ReadonlyMap<string, Digest> }

/** In the order of the parts; each partner that left once a part. */
export function staleOf(content: StoryContent, now: Sources): Stale[] {
  return STORY_PARTS.flatMap((part) => [
    ...entriesBehind(content, part, now.joint),
    ...figuresBehind(content, part, now),
  ])
}

function entriesBehind({ sources }: StoryContent, part: StoryPart, joint: Joint | null): Stale[] {
  if (!joint) return []
  const own = sources.filter((source) => source.part === part)
  const known = new Map(joint.entries.map((entry) => [entry.id, entry]))
  // Whose words are all gone is told of by that.
  const left = new Set(
    own
      .filter(({ entryId, partnerId, leftSeen }) => known.has(entryId) && !leftSeen && hasLeft(joint, partnerId))
      .map(({ partnerId }) => partnerId),
  )
  return [
    ...own.flatMap(({ entryId, hash }): Stale[] => {
      const entry = known.get(entryId)
      if (!entry) return [{ part, why: 'taken-back', of: entryId }]
      return entryHash(entry) === hash ? [] : [{ part, why: 'edited', of: entryId }]
    }),
    ...laterThan({ sources }, part, joint).map(({ id }): Stale => ({ part, why: 'later', of: id })),
    ...[...left].map((of): Stale => ({ part, why: 'left', of })),
  ]
}

const laterThan = ({ sources }: Pick<StoryContent, 'sources'>, part: StoryPart, joint: Joint) =>
  joint.entries.filter(
    ({ id, step }) => STEPS_OF[part].includes(step) && !sources.some(({ entryId }) => entryId === id),
  )

/** Who is no partner any more is gone too. */
const hasLeft = (joint: Joint, partnerId: string): boolean =>
  joint.partners.find(({ id }) => id === partnerId)?.left ?? true

function figuresBehind(content: StoryContent, part: StoryPart, { digests }: Sources): Stale[] {
  const named = figureKeysIn(content.parts[part])
  return content.figures
    .filter(({ key }) => named.includes(key))
    .flatMap((figure): Stale[] => {
      const digest = digests.get(figure.digestId)
      if (!digest || !figureWords(digest, figure, content.language))
        return [{ part, why: 'digest-gone', of: figure.key }]
      return figureHash(digest, figure) === figure.hash ? [] : [{ part, why: 'digest-changed', of: figure.key }]
    })
}

/**
 * Without the words of entries that are no longer there, as far as they stand in the text as they were joined. What a
 * partner took back is read by nobody any more; that something is gone stays to be seen.
 * @returns the same object when nothing had to go
 */
export function withoutTakenBack(content: StoryContent, joint: Joint | null): StoryContent {
  if (!joint) return content
  const there = new Set(joint.entries.map(({ id }) => id))
  const gone = content.sources.filter(({ entryId, words }) => words !== '' && !there.has(entryId))
  if (gone.length === 0) return content
  const parts = { ...content.parts }
  for (const { part, words } of gone) parts[part] = without(parts[part], words)
  const sources = content.sources.map((source) => (gone.includes(source) ? { ...source, words: '' } : source))
  return withoutLooseFigures({ ...content, parts, sources })
}

/** The first place where the words stand by themselves goes, with what led in to them alone. */
function without(text: string, words: string): string {
  const at = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(words)}(?![\\p{L}\\p{N}])`, 'u').exec(text)?.index
  if (at === undefined) return text
  const from = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  const until = end === -1 ? text.length : end
  const line = `${text.slice(from, at)}${text.slice(at + words.length, until)}`
    .replace(/;\s*;/g, ';')
    .replace(/:\s*;/g, ':')
    .replace(/^[\s;]+|[\s;]+$/g, '')
  const kept = line.endsWith(':') || !/[\p{L}\p{N}]/u.test(line) ? [] : [line]
  return [...text.slice(0, from).split('\n'), ...kept, ...text.slice(until).split('\n')]
    .filter((one) => one.trim() !== '')
    .join('\n')
}

/** Somebody looked at this part again and it holds: what it stands on is taken as it now is. */
export function settled(content: StoryContent, part: StoryPart, now: Sources): StoryContent {
  const { joint, digests } = now
  const entries = new Map((joint?.entries ?? []).map((entry) => [entry.id, entry]))
  const others = content.sources.filter((source) => source.part !== part)
  const own = content.sources.flatMap((source) => {
    const entry = entries.get(source.entryId)
    if (source.part !== part || !entry || !joint) return []
    const fresh = entryHash(entry)
    // The older words may stand in the text still; nobody takes those back but by the entry itself.
    return [{ ...source, hash: fresh, leftSeen: hasLeft(joint, source.partnerId) }]
  })
  const later = joint ? laterThan(content, part, joint).map((entry) => sourceOf(joint, part, entry, '')) : []
  const named = figureKeysIn(content.parts[part])
  return {
    ...content,
    sources: [...others, ...own, ...later],
    figures: content.figures.map((figure) => {
      const digest = digests.get(figure.digestId)
      return digest && named.includes(figure.key) ? { ...figure, hash: figureHash(digest, figure) } : figure
    }),
  }
}
