/** Proposing a survey, and what the organisation says to it: agreed, not now, or a question first. Silence says nothing. */

import type { Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { noteAct } from '../people/note-act.ts'
import { sameName } from '../people/same-name.ts'
import type { Tables } from '../store/tables.ts'
import { oneLine } from '../survey/one-line.ts'
import type { Actor } from './actors.ts'
import { syncPlan } from './agreements.ts'
import { overtake } from './drafts.ts'
import { showAgain, tellLeads, tellProposer } from './tell.ts'

/** Why nothing changed; each is a sentence in the words files. */
export type ProposalFault =
  | 'desk-no-survey'
  | 'desk-may-not'
  | 'desk-no-name'
  | 'desk-same-person'
  | 'desk-agreed-already'
  | 'desk-proposed-already'
  | 'desk-no-survey-proposal'
  | 'desk-survey-draft'
  | 'desk-survey-declined'
  | 'desk-survey-withdrawn'
  | 'desk-survey-overtaken'
  | 'desk-bad-note'

type Row = Awaited<ReturnType<typeof lockProposal>>

/**
 * Puts the newest version of a survey before the organisation. Also what was declined or withdrawn may be proposed
 * again, unchanged: as a proposal of its own.
 * @returns the proposal, and how many people can agree to it
 */
export async function propose(
  ground: Ground,
  organisation: Organisation,
  surveyId: string,
  actor: Actor,
): Promise<{ proposalId: string; leads: number } | ProposalFault> {
  if (!actor.may('survey.propose')) return 'desk-may-not'
  if (actor.name === '' || actor.name.length > MOST_NAME) return 'desk-no-name'
  await syncPlan(ground, ground.config())
  return ground.store.db.transaction().execute(async (trx) => {
    const latest = await lockLatest(trx, organisation.id, surveyId)
    if (!latest) return (await isAgreed(trx, organisation.id, surveyId)) ? 'desk-agreed-already' : 'desk-no-survey'
    if (latest.state === 'proposed') return 'desk-proposed-already'
    if (await isAgreed(trx, organisation.id, surveyId, latest.survey_hash)) return 'desk-agreed-already'
    const id = latest.state === 'draft' ? latest.id : await draftAgain(ground, trx, latest, actor)
    const at = ground.clock.now()
    const by = { proposed_by: actor.by, proposed_name: actor.name, proposed_key: actor.key }
    await overtake(ground, trx, { organisationId: organisation.id, surveyId, hash: latest.survey_hash }, actor.by)
    const proposal = await trx
      .updateTable('survey_proposal')
      .set({ state: 'proposed', proposed_at: at.toString(), ...by })
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await noteAct(ground, trx, organisation.id, actor.by, 'survey proposed', id)
    const leads = await tellLeads(ground, trx, organisation, proposal, { what: 'ask' })
    return { proposalId: id, leads }
  })
}

/**
 * The organisation agrees: from now on this version runs, and an earlier one no more. Only by somebody who may, by
 * their own account, and who neither made nor proposed it.
 */
export async function agree(
  ground: Ground,
  organisation: Organisation,
  proposalId: string,
  actor: Actor,
): Promise<{ surveyId: string; hash: string } | ProposalFault> {
  return decide(ground, organisation, proposalId, actor, 'agreed', async (trx, row) => {
    const at = ground.clock.now().toString()
    await trx
      .updateTable('agreement')
      .set({ ended_at: at, ended_by: actor.name })
      .where('organisation_id', '=', organisation.id)
      .where('survey_id', '=', row.survey_id)
      .where('ended_at', 'is', null)
      .execute()
    await trx
      .insertInto('agreement')
      .values({
        ...{ organisation_id: organisation.id, id: ground.newId(), proposal_id: row.id },
        ...{ survey_id: row.survey_id, survey_hash: row.survey_hash },
        ...{ proposed_by: row.proposed_name ?? '', agreed_by: actor.name, agreed_at: at },
        ...{ ended_at: null, ended_by: null, paused_at: null, paused_by: null },
      })
      .execute()
  })
}

/** The organisation would rather not. What runs goes on as it was agreed. */
export const decline = (ground: Ground, organisation: Organisation, proposalId: string, actor: Actor) =>
  decide(ground, organisation, proposalId, actor, 'declined', async () => {})

/** Whoever may propose takes an open proposal back. */
export async function withdraw(
  ground: Ground,
  organisation: Organisation,
  proposalId: string,
  actor: Actor,
): Promise<{ surveyId: string; hash: string } | ProposalFault> {
  if (!actor.may('survey.propose')) return 'desk-may-not'
  return ground.store.db.transaction().execute(async (trx) => {
    const row = await lockProposal(trx, organisation.id, proposalId)
    const fault = faultOf(row)
    if (fault) return fault
    await close(ground, trx, organisation, row!, actor, 'withdrawn')
    return { surveyId: row!.survey_id, hash: row!.survey_hash }
  })
}

/** A question about an open proposal, or the answer to one. It goes to the other side, and stands with the proposal. */
export async function writeNote(
  ground: Ground,
  organisation: Organisation,
  proposalId: string,
  actor: Actor,
  text: string,
): Promise<{ noteId: string } | ProposalFault> {
  if (!actor.may('survey.agree') && !actor.may('survey.propose')) return 'desk-may-not'
  const clean = oneLine(text)
  if (clean === '' || clean.length > MOST_NOTE) return 'desk-bad-note'
  return ground.store.db.transaction().execute(async (trx) => {
    const row = await lockProposal(trx, organisation.id, proposalId)
    const fault = faultOf(row)
    if (fault) return fault
    const noteId = ground.newId()
    await trx
      .insertInto('proposal_note')
      .values({
        ...{ organisation_id: organisation.id, proposal_id: proposalId, id: noteId, name: actor.name },
        ...{ text_cipher: ground.vault.encryptText(clean), written_at: ground.clock.now().toString() },
      })
      .execute()
    await noteAct(ground, trx, organisation.id, actor.by, 'survey proposal questioned', proposalId)
    const ours = actor.by === row!.proposed_by || (actor.key !== null && actor.key === row!.proposed_key)
    const tell = ours ? tellLeads : tellProposer
    await tell(ground, trx, organisation, row!, { what: 'note', noteId })
    return { noteId }
  })
}

async function decide(
  ground: Ground,
  organisation: Organisation,
  proposalId: string,
  actor: Actor,
  state: 'agreed' | 'declined',
  also: (trx: Transaction<Tables>, row: NonNullable<Row>) => Promise<void>,
): Promise<{ surveyId: string; hash: string } | ProposalFault> {
  // A door has no account: nobody agrees there, whatever its rights.
  if (!actor.may('survey.agree') || actor.staffId === null) return 'desk-may-not'
  return ground.store.db.transaction().execute(async (trx) => {
    const row = await lockProposal(trx, organisation.id, proposalId)
    const fault = faultOf(row)
    if (fault) return fault
    if (state === 'agreed' && isTheirOwn(row!, actor)) return 'desk-same-person'
    await also(trx, row!)
    await close(ground, trx, organisation, row!, actor, state)
    return { surveyId: row!.survey_id, hash: row!.survey_hash }
  })
}

/** By account, and by name: who has a second account is still the same person. */
function isTheirOwn(row: NonNullable<Row>, actor: Actor): boolean {
  const keys = [row.made_key, row.proposed_key].filter((key) => key !== null)
  const names = [row.made_name, row.proposed_name ?? '']
  return keys.includes(actor.key!) || names.some((name) => sameName(name, actor.name))
}

async function close(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  row: NonNullable<Row>,
  actor: Actor,
  state: 'agreed' | 'declined' | 'withdrawn',
): Promise<void> {
  const at = ground.clock.now().toString()
  await trx
    .updateTable('survey_proposal')
    .set({ state, decided_by: actor.by, decided_name: actor.name, decided_at: at })
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', row.id)
    .execute()
  const action = state === 'agreed' ? 'survey agreed' : `survey proposal ${state}`
  await noteAct(ground, trx, organisation.id, actor.by, action, row.id)
  await showAgain(ground, trx, organisation.id, row.id)
  if (actor.by !== row.proposed_by) await tellProposer(ground, trx, organisation, row, { what: 'done' })
}

/** Why this proposal is not open; null when it is. */
function faultOf(row: Row): ProposalFault | null {
  if (!row) return 'desk-no-survey-proposal'
  switch (row.state) {
    case 'proposed':
      return null
    case 'draft':
      return 'desk-survey-draft'
    case 'agreed':
      return 'desk-agreed-already'
    case 'declined':
      return 'desk-survey-declined'
    case 'withdrawn':
      return 'desk-survey-withdrawn'
    case 'overtaken':
      return 'desk-survey-overtaken'
    default: {
      const never: never = row.state
      return never
    }
  }
}

const lockProposal = (trx: Transaction<Tables>, organisationId: string, id: string) =>
  trx
    .selectFrom('survey_proposal')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

const lockLatest = (trx: Transaction<Tables>, organisationId: string, surveyId: string) =>
  trx
    .selectFrom('survey_proposal')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .orderBy('seq', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

async function isAgreed(trx: Transaction<Tables>, organisationId: string, surveyId: string, hash?: string) {
  const row = await trx
    .selectFrom('agreement')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .where('ended_at', 'is', null)
    .$if(hash !== undefined, (query) => query.where('survey_hash', '=', hash!))
    .executeTakeFirst()
  return row !== undefined
}

async function draftAgain(
  ground: Ground,
  trx: Transaction<Tables>,
  before: NonNullable<Row>,
  actor: Actor,
): Promise<string> {
  const id = ground.newId()
  await trx
    .insertInto('survey_proposal')
    .values({
      ...{ organisation_id: before.organisation_id, id, survey_id: before.survey_id, state: 'draft' },
      survey_hash: before.survey_hash,
      ...{ made_by: before.made_by, made_name: before.made_name, made_key: before.made_key },
      made_at: ground.clock.now().toString(),
    })
    .execute()
  await noteAct(ground, trx, before.organisation_id, actor.by, 'survey drafted', id)
  return id
}

const MOST_NAME = 60
export const MOST_NOTE = 400
