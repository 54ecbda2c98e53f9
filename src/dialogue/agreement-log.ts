/** What was agreed on, when, by whom: read back for any day, from rows that are never changed but to end them. */
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'
import type { FullLanguage, LocalText } from '../survey/question-set.ts'
import { describeSurvey } from './describe-survey.ts'
import { readDescribed } from './read-proposal.ts'

/** One agreement: an exact version, from one moment until another. */
export type AgreementEntry = {
  surveyId: string
  hash: string
  aspect: LocalText
  /** What it is in plain words, a sentence a line. */
  lines: string[]
  proposedBy: string
  agreedBy: string
  agreedAt: Temporal.Instant
  endedAt: Temporal.Instant | null
  endedBy: string
  pauses: { from: Temporal.Instant; until: Temporal.Instant | null }[]
}
/** A proposal, whatever became of it. Drafts that nobody proposed are left out. */
export type ProposalEntry = {
  surveyId: string
  aspect: LocalText
  state: Exclude<Tables['survey_proposal']['state'], 'draft'>
  proposedBy: string
  proposedAt: Temporal.Instant
  decidedBy: string
  decidedAt: Temporal.Instant | null
}
export type AgreementLog = { agreements: AgreementEntry[]; proposals: ProposalEntry[] }

/** Oldest first. @param language of the plain words */
export async function readAgreementLog(
  ground: Ground,
  organisation: Organisation,
  language: FullLanguage,
): Promise<AgreementLog> {
  const { db } = ground.store
  const { id } = organisation
  const rows = await db
    .selectFrom('agreement')
    .selectAll()
    .where('organisation_id', '=', id)
    .orderBy('agreed_at')
    .orderBy('id')
    .execute()
  const happenings = await db
    .selectFrom('audit')
    .select(['subject', 'action', 'at'])
    .where('organisation_id', '=', id)
    .where('action', 'in', ['survey paused', 'survey resumed'])
    .orderBy('at')
    .execute()
  const proposals = await db
    .selectFrom('survey_proposal')
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'survey_proposal.organisation_id')
        .onRef('survey_version.survey_id', '=', 'survey_proposal.survey_id')
        .onRef('survey_version.hash', '=', 'survey_proposal.survey_hash'),
    )
    .where('survey_proposal.organisation_id', '=', id)
    .where('survey_proposal.proposed_at', 'is not', null)
    .selectAll('survey_proposal')
    .select('survey_version.content')
    .orderBy('survey_proposal.seq')
    .execute()
  const agreements: AgreementEntry[] = []
  for (const row of rows) {
    const survey = (await readDescribed(ground, id, row.survey_id, row.survey_hash))!
    agreements.push({
      ...{ surveyId: row.survey_id, hash: row.survey_hash, aspect: survey.version.aspect },
      lines: describeSurvey(survey, language),
      ...{ proposedBy: row.proposed_by, agreedBy: row.agreed_by, agreedAt: instantOf(row.agreed_at)! },
      ...{ endedAt: instantOf(row.ended_at), endedBy: row.ended_by ?? '' },
      pauses: pausesOf(happenings.filter(({ subject }) => subject === row.id)),
    })
  }
  return {
    agreements,
    proposals: proposals.map((row) => ({
      surveyId: row.survey_id,
      aspect: (row.content as unknown as { aspect: LocalText }).aspect,
      state: row.state as ProposalEntry['state'],
      ...{ proposedBy: row.proposed_name ?? '', proposedAt: instantOf(row.proposed_at)! },
      ...{ decidedBy: row.decided_name ?? '', decidedAt: instantOf(row.decided_at) },
    })),
  }
}

export type OnDay = AgreementEntry & { state: 'runs' | 'paused' | 'ended' }

/**
 * The agreements that held at any moment of a local day, as they stood when it ended.
 * @param day as `2026-11-25`
 * @throws RangeError when that is no date
 */
export function agreedOn({ agreements }: AgreementLog, day: string, timezone: string): OnDay[] {
  const date = Temporal.PlainDate.from(day)
  const starts = date.toZonedDateTime(timezone).toInstant()
  const ends = date.add({ days: 1 }).toZonedDateTime(timezone).toInstant()
  const before = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0
  return agreements
    .filter(({ agreedAt, endedAt }) => before(agreedAt, ends) && !(endedAt && before(endedAt, starts)))
    .map((entry) => {
      const paused = entry.pauses.some(({ from, until }) => before(from, ends) && !(until && before(until, ends)))
      const ended = entry.endedAt !== null && before(entry.endedAt, ends)
      return { ...entry, state: ended ? 'ended' : paused ? 'paused' : 'runs' }
    })
}

function pausesOf(happenings: { action: string; at: Date }[]): AgreementEntry['pauses'] {
  const pauses: AgreementEntry['pauses'] = []
  for (const { action, at } of happenings) {
    const last = pauses.at(-1)
    if (action === 'survey paused') pauses.push({ from: instantOf(at)!, until: null })
    else if (last) last.until = instantOf(at)
  }
  return pauses
}

const instantOf = (date: Date | null): Temporal.Instant | null =>
  date && Temporal.Instant.fromEpochMilliseconds(date.getTime())
