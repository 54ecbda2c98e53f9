/** Agreements on data for others: who gets what, for which purpose, until when. Nothing leaves without one that holds today. */

import type { Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { noteAct } from '../people/note-act.ts'
import { noteErasure } from '../people/note-erasure.ts'
import { sameName } from '../people/same-name.ts'
import type { Tables } from '../store/tables.ts'
import { oneLine } from '../survey/one-line.ts'
import type { Actor } from './actors.ts'
import { currentYear } from './coach-mode.ts'
import { showSharingAgain, tellOfSharing } from './data-tell.ts'

/** Why nothing changed; each is a sentence in the words files. */
export type SharingFault =
  | 'desk-may-not'
  | 'desk-no-name'
  | 'desk-same-person'
  | 'desk-no-survey'
  | 'sharing-bad-receiver'
  | 'sharing-bad-purpose'
  | 'sharing-bad-year'
  | 'sharing-bad-end'
  | 'sharing-none'
  | 'sharing-decided'
  | 'sharing-over'

export type SharingLevel = 'aggregates' | 'rows'
export type SharingWish = {
  receiver: string
  purpose: string
  /** Null: all surveys. */
  surveyId: string | null
  /** Working year: its first calendar year. */
  year: number
  level: SharingLevel
  /** The last day on which something may leave, `2027-06-30`. */
  endsOn: string
}

type Row = Awaited<ReturnType<typeof lockOne>>

/** Puts before the organisation that somebody gets data. Asks nobody to hurry, and gives nothing away by itself. */
export async function proposeSharing(
  ground: Ground,
  organisation: Organisation,
  wish: SharingWish,
  actor: Actor,
): Promise<{ agreementId: string; leads: number } | SharingFault> {
  if (!actor.may('data.propose')) return 'desk-may-not'
  if (actor.name === '' || actor.name.length > MOST_NAME) return 'desk-no-name'
  const [receiver, purpose] = [oneLine(wish.receiver), oneLine(wish.purpose)]
  if (receiver.length < 2 || receiver.length > MOST_RECEIVER) return 'sharing-bad-receiver'
  if (purpose.length < LEAST_PURPOSE || purpose.length > MOST_PURPOSE) return 'sharing-bad-purpose'
  const year = currentYear(ground, organisation)
  if (wish.year !== year && wish.year !== year - 1) return 'sharing-bad-year'
  if (!isEnd(wish.endsOn, todayIn(ground, organisation))) return 'sharing-bad-end'
  if (wish.surveyId !== null && !(await isSurvey(ground, organisation.id, wish.surveyId))) return 'desk-no-survey'
  return ground.store.db.transaction().execute(async (trx) => {
    const id = ground.newId()
    await trx
      .insertInto('data_agreement')
      .values({
        ...{ organisation_id: organisation.id, id, receiver, purpose, survey_id: wish.surveyId, year: wish.year },
        ...{ level: wish.level, state: 'proposed', ends_on: wish.endsOn },
        ...{ proposed_by: actor.by, proposed_name: actor.name, proposed_key: actor.key },
        proposed_at: ground.clock.now().toString(),
      })
      .execute()
    await noteAct(ground, trx, organisation.id, actor.by, 'data agreement proposed', id)
    const about = { id, by: actor.by, key: actor.key }
    const leads = await tellOfSharing(ground, trx, organisation, about, 'ask')
    return { agreementId: id, leads }
  })
}

/** Somebody who may, by their own account, and who did not propose it; before it would have been over. */
export const agreeSharing = (ground: Ground, organisation: Organisation, id: string, actor: Actor) =>
  decide(ground, organisation, id, actor, 'agreed')

export const declineSharing = (ground: Ground, organisation: Organisation, id: string, actor: Actor) =>
  decide(ground, organisation, id, actor, 'declined')

/** Whoever may propose takes what nobody decided on back. */
export async function withdrawSharing(
  ground: Ground,
  organisation: Organisation,
  id: string,
  actor: Actor,
): Promise<{ agreementId: string } | SharingFault> {
  if (!actor.may('data.propose')) return 'desk-may-not'
  return change(ground, organisation, id, async (trx, row) => {
    if (row.state !== 'proposed') return 'sharing-decided'
    await settle(ground, trx, organisation, row, actor, 'withdrawn')
    return null
  })
}

/** Either side, at once: from now on nothing leaves, and every token is dead. What was given cannot be taken back. */
export async function endSharing(
  ground: Ground,
  organisation: Organisation,
  id: string,
  actor: Actor,
): Promise<{ agreementId: string } | SharingFault> {
  if (!actor.may('data.agree') && !actor.may('data.propose')) return 'desk-may-not'
  return change(ground, organisation, id, async (trx, row) => {
    if (row.state !== 'agreed') return 'sharing-decided'
    const at = ground.clock.now().toString()
    await trx
      .updateTable('data_agreement')
      .set({ state: 'ended', ended_by: actor.by, ended_at: at })
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', id)
      .execute()
    await trx
      .updateTable('data_token')
      .set({ revoked_at: at })
      .where('organisation_id', '=', organisation.id)
      .where('agreement_id', '=', id)
      .where('revoked_at', 'is', null)
      .execute()
    await noteErasure(ground, trx, 'sharing', organisation.id, id)
    await noteAct(ground, trx, organisation.id, actor.by, 'data agreement ended', id)
    await showSharingAgain(ground, trx, organisation.id, id)
    await tellOfSharing(ground, trx, organisation, { id, by: row.proposed_by, key: actor.key }, 'ended')
    return null
  })
}

async function decide(
  ground: Ground,
  organisation: Organisation,
  id: string,
  actor: Actor,
  state: 'agreed' | 'declined',
): Promise<{ agreementId: string } | SharingFault> {
  // A door has no account: nobody agrees there, whatever its rights.
  if (!actor.may('data.agree') || actor.staffId === null) return 'desk-may-not'
  return change(ground, organisation, id, async (trx, row) => {
    if (row.state !== 'proposed') return 'sharing-decided'
    if (state === 'agreed' && isTheirOwn(row, actor)) return 'desk-same-person'
    if (state === 'agreed' && row.ends_on < todayIn(ground, organisation)) return 'sharing-over'
    await settle(ground, trx, organisation, row, actor, state)
    return null
  })
}

/** By account, and by name: who has a second account is still the same person. */
const isTheirOwn = (row: NonNullable<Row>, actor: Actor): boolean =>
  (row.proposed_key !== null && row.proposed_key === actor.key) || sameName(row.proposed_name, actor.name)

async function settle(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  row: NonNullable<Row>,
  actor: Actor,
  state: 'agreed' | 'declined' | 'withdrawn',
): Promise<void> {
  await trx
    .updateTable('data_agreement')
    .set({ state, decided_by: actor.by, decided_name: actor.name, decided_at: ground.clock.now().toString() })
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', row.id)
    .execute()
  await noteAct(ground, trx, organisation.id, actor.by, `data agreement ${state}`, row.id)
  await showSharingAgain(ground, trx, organisation.id, row.id)
  if (actor.by === row.proposed_by) return
  await tellOfSharing(ground, trx, organisation, { id: row.id, by: row.proposed_by, key: row.proposed_key }, 'done')
}

async function change(
  ground: Ground,
  organisation: Organisation,
  id: string,
  work: (trx: Transaction<Tables>, row: NonNullable<Row>) => Promise<SharingFault | null>,
): Promise<{ agreementId: string } | SharingFault> {
  return ground.store.db.transaction().execute(async (trx) => {
    const row = await lockOne(trx, organisation.id, id)
    if (!row) return 'sharing-none'
    return (await work(trx, row)) ?? { agreementId: id }
  })
}

const lockOne = (trx: Transaction<Tables>, organisationId: string, id: string) =>
  trx
    .selectFrom('data_agreement')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

async function isSurvey(ground: Ground, organisationId: string, surveyId: string): Promise<boolean> {
  const row = await ground.store.db
    .selectFrom('survey')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', surveyId)
    .executeTakeFirst()
  return row !== undefined
}

export const todayIn = (ground: Ground, organisation: Organisation): string =>
  ground.clock.now().toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()

/** A real day, from today on, and not so far away that nobody remembers it. */
function isEnd(day: string, today: string): boolean {
  try {
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return false
    const last = Temporal.PlainDate.from(today).add({ years: MOST_YEARS })
    return day >= today && Temporal.PlainDate.compare(Temporal.PlainDate.from(day), last) <= 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

export const MOST_RECEIVER = 100
export const MOST_PURPOSE = 300
/** "Onderzoek" alone says nothing. */
const LEAST_PURPOSE = 10
const MOST_YEARS = 2
const MOST_NAME = 60
