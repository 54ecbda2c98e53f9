/** Bringing in a file: by a link that somebody of the staff asked for, looked at first, and kept only when they say so. */
import { type Card, card as cardSchema } from '../config/method.ts'
import type { Organisation } from '../config/organisation.ts'
import { type Actor, actorOf } from '../dialogue/actors.ts'
import { cardName } from '../formats/names.ts'
import { withTranslations } from '../formats/po-read.ts'
import { readFile } from '../formats/read-file.ts'
import { ASKED, type Asked, type Notice, notice } from '../formats/reading.ts'
import type { Ground } from '../ground.ts'
import { changeDraft, keepDraft } from '../instrumentarium/drafts.ts'
import { type Done, done, type Fault } from '../instrumentarium/outcome.ts'
import { readShelf } from '../instrumentarium/shelf.ts'
import { freeStaffLink, readStaffLink, useStaffLink } from '../people/staff-links.ts'

export type BringIn = {
  /** Who may bring in what by this link; null when it is unknown, over, or no longer theirs. */
  open(token: string): Promise<{ organisation: Organisation; used: boolean } | null>
  /** What the file comes to; nothing is kept. */
  look(token: string, file: { name: string; bytes: Uint8Array }): Promise<Looked | null>
  /** Keeps what was looked at, once. */
  keep(token: string, given: Given): Promise<Done<{ title: string }> | 'used' | null>
}

export type Looked = {
  faults: Notice[]
  losses: Notice[]
  /** What is kept when they say so; null when there are faults. */
  found: {
    title: string
    questions: number
    languages: string[]
    /** What the file does not say. */
    asked: Asked[]
    /** What is sent back to be kept, as text. */
    content: string
    /** Set when texts of an own method are translated: how many are new. */
    translated?: number
  } | null
}
/** `content` as it was given by `look`; the rest as somebody filled it in. */
export type Given = {
  content: string
  measures?: string
  for?: string
  source?: string
  young?: number
  staff?: number
}

export function createBringIn(ground: Ground): BringIn {
  return {
    async open(token) {
      const holder = await holderOf(ground, token)
      return holder && { organisation: holder.organisation, used: holder.used }
    },
    async look(token, { name, bytes }) {
      const holder = await holderOf(ground, token)
      if (!holder) return null
      const pictures = new Set(ground.config().pictograms.keys())
      const read = await readFile(bytes, name, { pictures })
      if (read.kind === 'faulty') return { faults: read.faults, losses: [], found: null }
      if (read.kind === 'words') {
        const own = (await readShelf(ground, holder.organisation.id)).get(read.file.card ?? '')
        if (own?.whose !== 'own') return { faults: [notice('formats-po-not-own')], losses: [], found: null }
        const { card, taken, losses } = withTranslations(own.card, read.file)
        return { faults: [], losses, found: { ...shown(card, [], { id: card.id, card }), translated: taken } }
      }
      const { card, losses, faults } = read.reading
      if (!card) return { faults, losses, found: null }
      const asked = ASKED.filter((field) => card[field] === undefined)
      return {
        faults,
        losses,
        found: shown(card, asked, { card: { ...card, id: cardName(card.title.nl), kind: 'questions' } }),
      }
    },
    async keep(token, given) {
      const holder = await holderOf(ground, token)
      if (!holder) return null
      if (!(await useStaffLink(ground, 'upload', token))) return 'used'
      const kept = await keepGiven(ground, holder, given)
      if (!kept.ok) await freeStaffLink(ground, 'upload', token)
      return kept
    },
  }
}

const shown = (card: Pick<Card, 'title'> & { set?: Card['set'] }, asked: Asked[], content: unknown) => ({
  title: card.title.nl,
  questions: card.set?.questions.length ?? 0,
  languages: [...(card.set?.languages ?? [])],
  asked,
  content: JSON.stringify(content),
})

type Holder = { organisation: Organisation; actor: Actor; used: boolean }

/** Whoever asked for the link, as long as they may; null otherwise. */
async function holderOf(ground: Ground, token: string): Promise<Holder | null> {
  const link = await readStaffLink(ground, 'upload', token)
  const organisation = ground.config().organisations.get(link?.organisationId ?? '')
  if (!link?.staffId || !organisation) return null
  const actor = await actorOf(ground, organisation, link.staffId)
  return actor?.may('method.draft') ? { organisation, actor, used: link.used } : null
}

async function keepGiven(
  ground: Ground,
  { organisation, actor }: Holder,
  given: Given,
): Promise<Done<{ title: string }>> {
  const content = contentIn(given.content)
  if (!content) return broken
  const whole = { ...filledIn(given), ...(content.card as object) }
  const card = cardSchema.safeParse(whole).data
  if (!card) return broken
  if (content.id !== undefined) {
    const changed = await changeDraft(ground, organisation, actor, String(content.id), () => done(card))
    return changed.ok ? done({ title: changed.value.title.nl }) : changed
  }
  const kept = await keepDraft(ground, organisation, actor, card)
  return kept.ok ? done({ title: card.title.nl }) : kept
}

const broken: Fault = { ok: false, fault: 'library-broken-file', values: {} }

function filledIn({ measures, for: whom, source, young, staff }: Given): Record<string, unknown> {
  return {
    ...(measures ? { measures: { nl: measures } } : {}),
    ...(whom ? { for: { nl: whom } } : {}),
    ...(source ? { source } : {}),
    ...(young === undefined || staff === undefined ? {} : { minutes: { young, staff } }),
  }
}

function contentIn(text: string): { id?: unknown; card: unknown } | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && 'card' in read ? (read as { card: unknown }) : null
  } catch {
    return null
  }
}
