/** The part of the desk about methods: copying and changing, sharing, looking over. Who acts is asked again here, whatever door it is. */
import type { Card } from '../config/method.ts'
import type { Organisation } from '../config/organisation.ts'
import { actorOf } from '../dialogue/actors.ts'
import { currentYear } from '../dialogue/coach-mode.ts'
import { workingYear } from '../dialogue/timeline.ts'
import { addMoment, changeMoment, LONGEST_TEXT } from '../dialogue/timeline-edit.ts'
import type { Ground } from '../ground.ts'
import { countQuestion, tieToMoment } from '../instrumentarium/activities.ts'
import { changeDraft, copyMethod, dropDraft, keepDraft } from '../instrumentarium/drafts.ts'
import { isLicenceCode } from '../instrumentarium/licences.ts'
import { type MethodFile, type MethodFormat, methodFile } from '../instrumentarium/method-files.ts'
import type { Done, Hand, MethodFault } from '../instrumentarium/outcome.ts'
import { type HandedIn, judge, type Verdict, waitingFor } from '../instrumentarium/review.ts'
import { type Credit, chooseLicence, handIn, takeBack, withdrawEntry } from '../instrumentarium/sharing.ts'
import { readShelf } from '../instrumentarium/shelf.ts'
import { sayUsage } from '../instrumentarium/usage-agreement.ts'
import { makeStaffLink } from '../people/staff-links.ts'
import { textIn } from '../survey/question-set.ts'
import { momentDay } from '../timeline/moment-words.ts'
import type { Outcome } from './desk.ts'
import { INTAKE } from './intake-door.ts'
import { isId, no } from './refused.ts'

/** `by` is a staff id or a door (`coach-page`, `command line`). A door copies and changes; it shares and judges nothing. */
export interface MethodDesk {
  copyMethod(by: string, organisationId: string, cardId: string): Promise<Outcome<{ id: string }>>
  /** Keeps a new card, or one that was read from a file, as an own method. */
  keepMethod(by: string, organisationId: string, card: Card): Promise<Outcome<{ id: string }>>
  /** @param change gives the new content, or what stands in the way */
  changeMethod(
    by: string,
    organisationId: string,
    id: string,
    change: (card: Card) => Done<Card>,
  ): Promise<Outcome<Card>>
  dropMethod(by: string, organisationId: string, id: string): Promise<Outcome<{ id: string }>>
  handInMethod(by: string, organisationId: string, id: string, credit: Credit): Promise<Outcome<{ id: string }>>
  takeBackMethod(by: string, organisationId: string, id: string): Promise<Outcome<{ id: string }>>
  /** Out of the library: by its organisation, or by a curator. */
  withdrawMethod(by: string, organisationId: string, id: string): Promise<Outcome<{ id: string }>>
  licenceMethod(by: string, organisationId: string, id: string, code: string): Promise<Outcome<{ id: string }>>
  waitingMethods(by: string, organisationId: string): Promise<Outcome<HandedIn[]>>
  /** @param organisationId where the curator has that role; @param seen how the hash of what they saw begins */
  judgeMethod(
    by: string,
    organisationId: string,
    id: string,
    seen: string,
    verdict: Verdict,
  ): Promise<Outcome<{ version: number | null }>>
  /** Puts an activity on the timeline of this working year. @param date local date */
  planActivity(
    by: string,
    organisationId: string,
    cardId: string,
    date: string,
  ): Promise<Outcome<{ momentId: string; countId: string | null }>>
  /** A method as a file for other programs, own ones included. */
  methodFile(by: string, organisationId: string, id: string, format: MethodFormat): Promise<Outcome<MethodFile>>
  /** The address of a page of an hour on which this person brings something in; only for an account. */
  openDoor(by: string, organisationId: string, door: MethodDoor): Promise<Outcome<{ path: string }>>
  /** Whether this organisation's use of methods counts in facts about them. */
  sayUsage(by: string, organisationId: string, agrees: boolean): Promise<Outcome<{ agrees: boolean }>>
  /** What was counted by hand for one question of the form: a number an option. */
  countActivity(
    by: string,
    organisationId: string,
    countId: string,
    question: string,
    people: number[],
  ): Promise<Outcome<{ id: string }>>
}

/** bestand: a method as a file; pakket: a signed pack; inlezen: sessions of a calendar and old counts. */
export type MethodDoor = keyof typeof DOORS
const DOORS = {
  bestand: { act: 'method.draft', subject: null },
  pakket: { act: 'method.curate', subject: 'pack' },
  inlezen: { act: 'session.plan', subject: INTAKE },
} as const

export function createMethodDesk(ground: Ground): MethodDesk {
  async function act<T>(
    by: string,
    organisationId: string,
    id: string | null,
    work: (organisation: Organisation, hand: Hand) => Promise<Done<T>>,
  ): Promise<Outcome<T>> {
    const organisation = ground.config().organisations.get(organisationId)
    if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
    const hand = await actorOf(ground, organisation, by)
    if (!hand) return no('desk-may-not')
    if (id !== null && !isId(id)) return no('library-gone')
    return work(organisation, hand)
  }

  return {
    copyMethod: (by, at, cardId) =>
      act(by, at, cardId, (organisation, hand) => copyMethod(ground, organisation, hand, cardId)),
    keepMethod: (by, at, card) =>
      act(by, at, null, (organisation, hand) => keepDraft(ground, organisation, hand, card)),
    changeMethod: (by, at, id, change) =>
      act(by, at, id, (organisation, hand) => changeDraft(ground, organisation, hand, id, change)),
    dropMethod: (by, at, id) => act(by, at, id, (organisation, hand) => dropDraft(ground, organisation, hand, id)),
    handInMethod: (by, at, id, credit) =>
      act(by, at, id, (organisation, hand) => handIn(ground, organisation, hand, id, credit)),
    takeBackMethod: (by, at, id) => act(by, at, id, (organisation, hand) => takeBack(ground, organisation, hand, id)),
    withdrawMethod: (by, at, id) =>
      act(by, at, id, (organisation, hand) => withdrawEntry(ground, organisation, hand, id)),
    licenceMethod: (by, at, id, code) =>
      act(by, at, id, async (organisation, hand) =>
        isLicenceCode(code) ? chooseLicence(ground, organisation, hand, id, code) : NOTHING,
      ),
    waitingMethods: (by, at) =>
      act(by, at, null, async (_, hand) => ({ ok: true, value: await waitingFor(ground, hand) })),
    judgeMethod: (by, at, id, seen, verdict) => act(by, at, id, (_, hand) => judge(ground, hand, id, seen, verdict)),
    async planActivity(by, at, cardId, date) {
      const organisation = ground.config().organisations.get(at)
      if (!organisation) return no('desk-no-organisation', { organisation: at })
      const hand = await actorOf(ground, organisation, by)
      if (!hand?.may('timeline.edit')) return no('desk-may-not')
      const card = isId(cardId) ? (await readShelf(ground, at)).get(cardId)?.card : undefined
      if (card?.kind !== 'activity') return no('library-gone')
      const year = currentYear(ground, organisation)
      const title = textIn(card.title, organisation.language).slice(0, LONGEST_TEXT)
      const added = await addMoment(ground, organisation, { year, date, title, kind: 'other' }, by)
      if (typeof added === 'string') return no(added, yearOf(organisation, year))
      if (card.minutes.staff > 0) {
        await changeMoment(ground, organisation, added.id, { type: 'hours', planned: card.minutes.staff }, by)
      }
      if (!card.tally) return { ok: true, value: { momentId: added.id, countId: null } }
      const tied = await tieToMoment(ground, organisation, hand, card, { id: added.id, date })
      return tied.ok ? { ok: true, value: { momentId: added.id, countId: tied.value.id } } : tied
    },
    methodFile: (by, at, id, format) =>
      act(by, at, id, async (organisation, hand) => {
        const file = hand.may('method.see') ? await methodFile(ground, organisation.id, id, format) : null
        return file ? { ok: true, value: file } : NOTHING
      }),
    openDoor: (by, at, door) =>
      act(by, at, null, async (organisation, hand) => {
        const { act: needed, subject } = DOORS[door]
        if (hand.staffId === null || !hand.may(needed)) return MAY_NOT
        const link = { purpose: 'upload' as const, organisationId: organisation.id, staffId: hand.staffId, subject }
        const { token } = await makeStaffLink(ground, link)
        return { ok: true, value: { path: `/${door}/${token}` } }
      }),
    sayUsage: (by, at, agrees) =>
      act(by, at, null, (organisation, hand) => sayUsage(ground, organisation, hand, agrees)),
    countActivity: (by, at, countId, question, people) =>
      act(by, at, countId, (organisation, hand) =>
        countQuestion(ground, organisation, hand, countId, question, people),
      ),
  }
}

/** What the sentence about a day outside the working year fills in. */
function yearOf(organisation: Organisation, year: number): Record<string, string> {
  const { firstDay, lastDay } = workingYear(organisation, year)
  const day = (date: Temporal.PlainDate) => momentDay(date.toString(), organisation.language, 'long')
  return { first: day(firstDay), last: day(lastDay) }
}

const NOTHING = { ok: false as const, fault: 'library-gone' as MethodFault, values: {} }
const MAY_NOT = { ok: false as const, fault: 'desk-may-not' as MethodFault, values: {} }
