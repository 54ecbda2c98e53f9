/**
 * A first draft: what partners wrote, put one after the other in the order of the story. Nothing is said that nobody
 * wrote; between their words stands only what they are about. The last part is always written by people.
 */
import { contentHash } from '../survey/content-hash.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import type { Joint, JointEntry } from './joint.ts'
import type { StoryContent, StoryPart, StorySource } from './story-content.ts'

/** Which step of the joint worksheet goes to which part, in the order of the text. */
export const STEPS_OF: Record<StoryPart, readonly string[]> = {
  goal: ['goal'],
  kept: ['unique', 'elements', 'never_lost'],
  added: ['added_value', 'synergy', 'missing_partners', 'differences'],
  check: [],
}

/** From a joint worksheet as it now is. */
export function draftFrom(joint: Joint, language: FullLanguage): StoryContent {
  const parts = { goal: '', kept: '', added: '', check: '' }
  const sources: StorySource[] = []
  for (const part of ['goal', 'kept', 'added'] as const) {
    const lines = STEPS_OF[part].flatMap((step) => {
      const entries = joint.entries.filter((entry) => entry.step === step)
      sources.push(...entries.map((entry) => sourceOf(joint, part, entry)))
      return lineOf(joint, step, entries, language)
    })
    parts[part] = lines.join('\n')
  }
  return { ...emptyStory(joint.title, language), parts, sources }
}

/** Of one organisation's year: all of it is written by people. */
export function emptyStory(title: string, language: FullLanguage): StoryContent {
  return {
    version: 1,
    language,
    title,
    parts: { goal: '', kept: '', added: '', check: '' },
    signs: [],
    figures: [],
    sources: [],
  }
}

/** @param words as they stand in the part; empty for an entry that came after the draft */
export function sourceOf(
  joint: Joint,
  part: StoryPart,
  entry: JointEntry,
  words: string = wordsOf(entry),
): StorySource {
  const partner = joint.partners.find(({ id }) => id === entry.partnerId)
  return {
    part,
    entryId: entry.id,
    step: entry.step,
    partnerId: entry.partnerId,
    partner: partner?.partner ?? '',
    hash: entryHash(entry),
    words,
    leftSeen: partner?.left ?? true,
  }
}

export const entryHash = ({ text, also }: Pick<JointEntry, 'text' | 'also'>): string =>
  contentHash({ text, also: also ?? null })

/** The words of one entry as they are joined: of a pair what and how. */
export function wordsOf({ text, also }: Pick<JointEntry, 'text' | 'also'>): string {
  const own = flat(text)
  const more = flat(also ?? '')
  return more === '' ? own : `${own} (${more})`
}

function lineOf(joint: Joint, step: string, entries: readonly JointEntry[], language: FullLanguage): string[] {
  const said = entries.map((entry) => ({ entry, words: wordsOf(entry) })).filter(({ words }) => words !== '')
  if (said.length === 0) return []
  const words = wordsFor(language)
  const name = ({ partnerId }: JointEntry) => joint.partners.find(({ id }) => id === partnerId)?.partner ?? ''
  // Who is unique in what is said by name; so is each of several goals.
  if (step === 'unique' || (step === 'goal' && said.length > 1))
    return said.map((one) => `${flat(name(one.entry))}: ${one.words}`)
  const all = said.map((one) => one.words).join('; ')
  return [step === 'goal' || step === 'added_value' ? all : `${words(`story-joined-${step.replace('_', '-')}`)} ${all}`]
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
