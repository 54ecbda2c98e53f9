/** Where every survey of an organisation stands: what runs, what is paused, what waits for a yes. */
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { LocalText } from '../survey/question-set.ts'
import { type InForce, type SurveyState, type SurveyVersion, stateOf, surveysInForce } from './agreements.ts'

export type Standing = {
  surveyId: string
  seriesId: string
  aspect: LocalText
  /** Id of the method. */
  method: string
  state: SurveyState
  inForce: InForce | null
  /** `notes`: what was asked about it, oldest first. */
  waiting: { id: string; state: 'draft' | 'proposed'; by: string; notes: { name: string; text: string }[] } | null
  /** False: made in chat, or taken out of the file. */
  inFile: boolean
}

/** Those of the file first, in its order; then those made in chat that run or wait. */
export async function readSurveys(ground: Ground, organisation: Organisation): Promise<Standing[]> {
  const inForce = new Map((await surveysInForce(ground, organisation.id)).map((one) => [one.surveyId, one]))
  const waiting = await ground.store.db
    .selectFrom('survey_proposal')
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'survey_proposal.organisation_id')
        .onRef('survey_version.survey_id', '=', 'survey_proposal.survey_id')
        .onRef('survey_version.hash', '=', 'survey_proposal.survey_hash'),
    )
    .where('survey_proposal.organisation_id', '=', organisation.id)
    .where('survey_proposal.state', 'in', ['draft', 'proposed'])
    .select(['survey_proposal.id', 'survey_proposal.survey_id', 'survey_proposal.state', 'survey_version.content'])
    .select((eb) => eb.fn.coalesce('survey_proposal.proposed_name', 'survey_proposal.made_name').as('by'))
    .orderBy('survey_proposal.seq')
    .execute()
  // A proposal counts before a draft that came after it.
  const open = new Map(
    [...waiting]
      .sort((a, b) => Number(a.state === 'proposed') - Number(b.state === 'proposed'))
      .map((row) => [row.survey_id, row]),
  )
  const notes = await readNotes(
    ground,
    organisation.id,
    waiting.map(({ id }) => id),
  )
  const standing = (surveyId: string): Standing | null => {
    const file = organisation.surveys[surveyId]
    const agreed = inForce.get(surveyId) ?? null
    const row = open.get(surveyId)
    const version = file
      ? { aspect: file.aspect, series: file.series, method: file.set }
      : (agreed?.version ?? (row && (row.content as unknown as SurveyVersion)))
    if (!version) return null
    const changed = agreed && row ? 'changed' : agreed ? 'agreed' : 'waiting'
    return {
      ...{ surveyId, seriesId: version.series, aspect: version.aspect, method: version.method },
      state: file ? stateOf(ground.config(), file, agreed ?? undefined) : changed,
      inForce: agreed,
      waiting: row
        ? { id: row.id, state: row.state as 'draft' | 'proposed', by: row.by, notes: notes.get(row.id) ?? [] }
        : null,
      inFile: file !== undefined,
    }
  }
  const elsewhere = [...inForce.keys(), ...open.keys()].filter((id) => !organisation.surveys[id])
  const ids = [...Object.keys(organisation.surveys), ...new Set(elsewhere)]
  return ids.map(standing).filter((one) => one !== null)
}

async function readNotes(ground: Ground, organisationId: string, proposals: string[]) {
  const byProposal = new Map<string, { name: string; text: string }[]>()
  if (proposals.length === 0) return byProposal
  const rows = await ground.store.db
    .selectFrom('proposal_note')
    .select(['proposal_id', 'name', 'text_cipher'])
    .where('organisation_id', '=', organisationId)
    .where('proposal_id', 'in', proposals)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  for (const { proposal_id, name, text_cipher } of rows) {
    const known = byProposal.get(proposal_id) ?? []
    byProposal.set(proposal_id, [...known, { name, text: ground.vault.decryptText(text_cipher) }])
  }
  return byProposal
}
