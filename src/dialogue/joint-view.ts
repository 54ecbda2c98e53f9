/** A step of a joint worksheet in words: on the card in its place, in private, and on a page. Differences stay a list. */
import type { Line } from '../channels/port.ts'
import type { Words } from '../words/words.ts'
import type { Joint, JointEntry, JointPartner } from './joint.ts'
import { APART } from './joint-read.ts'
import { stepOf } from './joint-write.ts'
import { JOINT_STEPS } from './sheet-fields.ts'

/** What stands above the words of the partners: which step, its question, and what it means. */
export function stepHead(joint: Joint, key: string, words: Words): Line[] {
  const number = stepNumber(key)
  return [
    { text: words('joint-title', { title: joint.title }), style: 'strong' },
    { text: words('joint-step', { number, count: JOINT_STEPS.length }), style: 'quiet' },
    { text: words(`joint-step-${key}`), style: 'strong' },
    ...hintsOf(key).map((hint) => ({ text: words(hint), style: 'quiet' as const })),
  ]
}

/** What the partners wrote at a step, each with who wrote it; at what is written apart, until all is shown: who is ready. */
export function stepLines(joint: Joint, key: string, words: Words): Line[] {
  if (key === APART) return apartLines(joint, words)
  const lines = entriesAt(joint, key).map((entry) => lineOf(joint, entry, words))
  return lines.length > 0 ? lines : [{ text: words('joint-nothing'), style: 'quiet' }]
}

/** Who takes part, and who left their words behind. */
export function partnerLine(joint: Joint, words: Words): Line {
  const present = joint.partners.filter(({ left }) => !left).map((partner) => nameOf(joint, partner, words))
  return { text: words('joint-partners', { partners: present.join(', ') }), style: 'quiet' }
}

/** As this partner stands on the sheet: their organisation, or a number while nobody said a name. */
export function nameOf(joint: Pick<Joint, 'partners'>, partner: JointPartner, words: Words): string {
  const number = joint.partners.findIndex(({ id }) => id === partner.id) + 1
  const name = partner.partner || words('joint-partner-number', { number })
  return partner.left ? words('joint-partner-left', { partner: name }) : name
}

export function authorOf(joint: Joint, partnerId: string, words: Words): string {
  const partner = joint.partners.find(({ id }) => id === partnerId)
  return partner ? nameOf(joint, partner, words) : words('joint-somebody')
}

export const entriesAt = (joint: Joint, key: string, partnerId?: string): JointEntry[] =>
  joint.entries.filter((entry) => entry.step === key && (partnerId === undefined || entry.partnerId === partnerId))

/** From 1. */
export const stepNumber = (key: string): number => JOINT_STEPS.findIndex((step) => step.key === key) + 1

/** As many lines as fit on a card; longer ones cut, so that everybody stays on it. The whole is read in private. */
export function fitOnCard(lines: readonly Line[], words: Words): Line[] {
  const total = lines.reduce((sum, { text }) => sum + text.length, 0)
  if (total <= CARD_ROOM) return [...lines]
  const each = Math.max(Math.floor(CARD_ROOM / lines.length), SHORTEST_LINE)
  const kept: Line[] = []
  let left = CARD_ROOM
  for (const line of lines) {
    const text = cut(line.text, each)
    if (text.length > left) break
    kept.push({ ...line, text })
    left -= text.length
  }
  const gone = lines.length - kept.length
  return [...kept, { text: gone > 0 ? words('joint-and-more', { count: gone }) : words('joint-cut'), style: 'quiet' }]
}

/** Parts that each fit in one message, whole lines together. */
export function inParts(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [[]]
  let size = 0
  for (const line of lines) {
    if (size > 0 && size + line.text.length > CARD_ROOM) {
      parts.push([])
      size = 0
    }
    parts.at(-1)!.push(line)
    size += line.text.length
  }
  return parts
}

function apartLines(joint: Joint, words: Words): Line[] {
  const present = joint.partners.filter(({ left }) => !left)
  const ready = new Set(joint.wrote)
  if (!joint.revealed)
    return present.map((partner) => ({
      text: words(ready.has(partner.id) ? 'joint-ready' : 'joint-not-ready', {
        partner: nameOf(joint, partner, words),
      }),
    }))
  const said = new Map(entriesAt(joint, APART).map((entry) => [entry.partnerId, entry]))
  return joint.partners
    .filter((partner) => !partner.left || said.has(partner.id))
    .map((partner) => {
      const entry = said.get(partner.id)
      if (entry) return lineOf(joint, entry, words)
      const key = ready.has(partner.id) ? 'joint-skipped' : 'joint-not-ready'
      return { text: words(key, { partner: nameOf(joint, partner, words) }) }
    })
}

function lineOf(joint: Joint, { step, text, also, partnerId }: JointEntry, words: Words): Line {
  const partner = authorOf(joint, partnerId, words)
  switch (stepOf(step)?.kind) {
    case 'keywords':
      return { text: words('joint-keyword', { text, partner }) }
    case 'pairs':
      return { text: words(also ? 'joint-pair' : 'joint-half', { text, partner, also: also ?? '' }) }
    case 'three':
      return { text: words(also ? 'joint-missing' : 'joint-half', { text, partner, also: also ?? '' }) }
    default:
      return { text: words('joint-said', { text, partner }) }
  }
}

const HINTS: Record<string, readonly string[]> = {
  unique: ['joint-hint-unique', 'joint-hint-time'],
  elements: ['joint-hint-elements'],
  differences: ['joint-hint-differences'],
  goal: ['joint-hint-goal'],
}
const hintsOf = (key: string): readonly string[] => HINTS[key] ?? []

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const part = text
    .slice(0, most - 1 - MOST_MARKS)
    .toWellFormed()
    .replace(/\ufffd$/u, '')
  // A value stands between direction marks: what opened is closed.
  const open = part.split('\u2068').length - part.split('\u2069').length
  return `${part}…${'\u2069'.repeat(Math.max(open, 0))}`
}

/** Values within each other, each of which may still be open where a line is cut. */
const MOST_MARKS = 2
/** Signs of what partners wrote in one message: with the question above it, it fits on every channel. */
const CARD_ROOM = 1000
const SHORTEST_LINE = 80
