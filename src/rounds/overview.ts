/** One look at an organisation: what was agreed, when it meets, what is open, what came out. No counts of what is open. */
import type { Fault } from '../config/load.ts'
import type { Organisation } from '../config/organisation.ts'
import { readSharings } from '../dialogue/read-data-agreements.ts'
import { readSurveys } from '../dialogue/read-surveys.ts'
import { readTalkPage } from '../dialogue/talk-page.ts'
import type { Digest } from '../digest/content.ts'
import type { Ground } from '../ground.ts'
import { readMethods } from '../instrumentarium/own-methods.ts'
import { readShelf } from '../instrumentarium/shelf.ts'
import type { Overview } from './desk.ts'
import { postedToCoach, readPeople } from './people-overview.ts'
import { readProposals } from './proposals.ts'
import { listReports } from './reports.ts'
import { instantOf } from './round-facts.ts'
import { readTallies } from './tally.ts'
import { readTimeline } from './timeline-desk.ts'
import { readFeedbacks } from './write-feedback.ts'

export async function readOverview(
  ground: Ground,
  organisation: Organisation,
  faults: readonly Fault[],
): Promise<Overview> {
  const { db } = ground.store
  const now = ground.clock.now()
  const back = now.subtract({ hours: 24 * 30 }).toString() as never
  const ahead = now.add({ hours: 24 * 60 }).toString() as never
  const id = organisation.id
  const surveys = await readSurveys(ground, organisation)
  const shelf = await readShelf(ground, id)
  const sessions = await db
    .selectFrom('session')
    .selectAll()
    .where('organisation_id', '=', id)
    .where('ends_at', '>', back)
    .where('starts_at', '<', ahead)
    .orderBy('starts_at')
    .execute()
  const rounds = await db
    .selectFrom('round')
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'round.organisation_id')
        .onRef('survey_version.survey_id', '=', 'round.survey_id')
        .onRef('survey_version.hash', '=', 'round.survey_hash'),
    )
    .select([
      'round.id',
      'round.survey_id',
      'round.session_id',
      'round.state',
      'round.opens_at',
      'round.closes_at',
      'survey_version.content',
    ])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('run')
            .select('run.id')
            .whereRef('run.organisation_id', '=', 'round.organisation_id')
            .whereRef('run.round_id', '=', 'round.id'),
        )
        .as('asked'),
    )
    .where('round.organisation_id', '=', id)
    .where('round.closes_at', '>', back)
    .orderBy('round.opens_at', 'desc')
    .execute()
  const digests = await db
    .selectFrom('digest')
    .leftJoin('round', (join) =>
      join.onRef('round.organisation_id', '=', 'digest.organisation_id').onRef('round.id', '=', 'digest.round_id'),
    )
    .select(['digest.id', 'digest.round_id', 'round.survey_id', 'digest.content', 'digest.created_at'])
    .where('digest.organisation_id', '=', id)
    .orderBy('digest.created_at', 'desc')
    .limit(50)
    .execute()
  const toCoach = await postedToCoach(ground, id)
  const places = await db
    .selectFrom('place')
    .select(['purpose', 'channel', 'state', 'linked_at'])
    .where('organisation_id', '=', id)
    .orderBy('linked_at')
    .execute()
  return {
    id,
    name: organisation.name,
    example: organisation.example,
    language: organisation.language,
    timezone: organisation.timezone,
    quiet: organisation.quiet,
    schoolHours: organisation.schoolHours === 'none' ? [] : organisation.schoolHours,
    series: Object.entries(organisation.series).map(([key, series]) => ({ id: key, title: series.title })),
    surveys: surveys.map((survey) => ({
      id: survey.surveyId,
      seriesId: survey.seriesId,
      aspect: survey.aspect,
      method: survey.method,
      state: survey.state,
      paused: survey.inForce?.pausedAt ? { by: survey.inForce.pausedBy ?? '' } : null,
      proposal: survey.waiting,
    })),
    sessions: sessions.map((row) => ({
      id: row.id,
      seriesId: row.series_id,
      seriesTitle: organisation.series[row.series_id]?.title ?? { nl: row.series_id },
      startsAt: instantOf(row.starts_at),
      endsAt: instantOf(row.ends_at),
      theme: row.theme,
      headcount: row.headcount,
      state: row.state,
    })),
    rounds: rounds.map((row) => ({
      id: row.id,
      surveyId: row.survey_id,
      sessionId: row.session_id,
      state: row.state,
      aspect: (row.content as { aspect: { nl: string } }).aspect,
      opensAt: instantOf(row.opens_at),
      closesAt: instantOf(row.closes_at),
      anybodyAsked: Boolean(row.asked),
    })),
    digests: digests.map((row) => ({
      id: row.id,
      roundId: row.round_id,
      surveyId: row.survey_id,
      createdAt: instantOf(row.created_at),
      content: row.content as unknown as Digest,
      toCoach: toCoach.has(row.id),
    })),
    places: places.map((row) => ({
      purpose: row.purpose,
      channel: row.channel,
      state: row.state,
      linkedAt: instantOf(row.linked_at),
    })),
    staff: (['safeguarding', 'fallback'] as const).map((purpose) => {
      const linked = places.filter((place) => place.purpose === purpose && place.state === 'linked').at(-1)
      return {
        purpose,
        name: organisation[purpose]?.name ?? null,
        linkedAt: linked ? instantOf(linked.linked_at) : null,
      }
    }),
    languages: organisation.languages,
    feedback: await readFeedbacks(ground, id),
    tallies: await readTallies(ground, id),
    people: await readPeople(ground, organisation),
    sharings: await readSharings(ground, organisation),
    timeline: await readTimeline(ground, organisation),
    reports: await listReports(ground, id),
    talk: await readTalkPage(ground, organisation, shelf),
    methods: await readMethods(ground, organisation, shelf),
    proposals: await readProposals(ground, id, organisation.language),
    faults: faults
      .filter((fault, at) => concerns(fault, id) && !saidBefore(faults, at))
      .map((fault) => `${fault.file}, regel ${fault.line}: ${fault.sentence}`),
  }
}

/** The help lines are one matter: what `pols check` says of each of them is said here once. */
const saidBefore = (faults: readonly Fault[], at: number): boolean =>
  faults[at]!.file === HELPLINES && faults.slice(0, at).some(({ file }) => file === HELPLINES)

const HELPLINES = 'helplines.yaml'

/** A fault in this organisation's own file, or in the methods and help lines that all share. */
const concerns = ({ file }: Fault, organisationId: string) =>
  file.endsWith(`organisations/${organisationId}.yaml`) || file.includes('instrumentarium') || file === HELPLINES
