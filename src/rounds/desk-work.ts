/** The desk at work: each wish checked, then done by the room it belongs to. */
import type { ChannelName } from '../channels/port.ts'
import type { Fault } from '../config/load.ts'
import type { Organisation } from '../config/organisation.ts'
import { agreedSurveys } from '../dialogue/agreements.ts'
import type { Digest } from '../digest/content.ts'
import { createSharingDesk } from '../export/sharing-desk.ts'
import type { Ground } from '../ground.ts'
import { joinToken, sessionToken } from '../people/join-links.ts'
import { makeLinkCode } from '../people/places.ts'
import { durationOf } from '../timeline/durations.ts'
import { closeRound } from './close-round.ts'
import type { Desk, DeskFault, Outcome } from './desk.ts'
import { createDigestDesk } from './digest-desk.ts'
import { correctTheme } from './digest-message.ts'
import { createMethodDesk } from './method-desk.ts'
import { readOverview } from './overview.ts'
import { createPackDesk } from './pack-desk.ts'
import { closeProposal } from './proposals.ts'
import { isId, no } from './refused.ts'
import { createReportDesk } from './report-desk.ts'
import { createRoleDesk } from './role-desk.ts'
import type { ReadRoundFacts } from './round-facts.ts'
import { addSession, changeSession, readSession, type Session, type SessionChange } from './sessions.ts'
import { createSurveyDesk } from './survey-desk.ts'
import { createTalkDesk } from './talk-desk.ts'
import { setTally } from './tally.ts'
import { createTimelineDesk } from './timeline-desk.ts'
import { writeFeedback } from './write-feedback.ts'

export type DeskRooms = {
  readFacts: ReadRoundFacts
  faults(): Fault[]
  /** Runs the sweep now and resolves when what it wrote is on its way; after a moment also while it still waits to leave. */
  sweep(): Promise<void>
  exampleAnswers(organisation: Organisation, roundId: string): Promise<number>
  joinUrls(token: string): Promise<{ channel: ChannelName; url: string }[]>
  /** Called when a round was closed by hand: its runs in memory are out of date. */
  roundChanged(): void
}

export function createDesk(ground: Ground, rooms: DeskRooms): Desk {
  const organisationOf = (id: string) => ground.config().organisations.get(id)

  /** Checks organisation and session, then changes the session and lets the clock look again. */
  async function onSession(
    by: string,
    organisationId: string,
    sessionId: string,
    action: string,
    wish: (session: Session, organisation: Organisation) => SessionChange | DeskFault,
  ): Promise<Outcome<{ sessionId: string }>> {
    const organisation = organisationOf(organisationId)
    if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
    const session = isId(sessionId) ? await readSession(ground, organisationId, sessionId) : null
    if (!session) return no('desk-no-session', { session: sessionId })
    if (session.state === 'cancelled') return no('desk-session-cancelled')
    const change = wish(session, organisation)
    if (typeof change === 'string') return no(change)
    await changeSession(ground, rooms.readFacts, organisationId, sessionId, change, by, action)
    rooms.roundChanged()
    await rooms.sweep()
    return { ok: true, value: { sessionId } }
  }

  return {
    ...createMethodDesk(ground),
    ...createPackDesk(ground),
    ...createReportDesk(ground, rooms.sweep),
    ...createSharingDesk(ground, rooms.sweep),
    ...createRoleDesk(ground),
    ...createTalkDesk(ground, rooms.sweep),
    ...createTimelineDesk(ground),
    ...createDigestDesk(ground, rooms.sweep),
    ...createSurveyDesk(ground, rooms.sweep),
    async organisations() {
      return [...ground.config().organisations.values()].map(({ id, name, example }) => ({ id, name, example }))
    },
    async overview(organisationId) {
      const organisation = organisationOf(organisationId)
      return organisation ? readOverview(ground, organisation, rooms.faults()) : null
    },
    async holdSession(by, organisationId, seriesId) {
      const series = organisationOf(organisationId)?.series[seriesId]
      if (!organisationOf(organisationId)) return no('desk-no-organisation', { organisation: organisationId })
      if (!series) return no('desk-no-series', { series: seriesId })
      const asks = (await agreedSurveys(ground, organisationId)).some(
        ({ version }) => version.series === seriesId && version.moment !== 'start',
      )
      if (!asks) return no('desk-nothing-asked')
      const now = ground.clock.now()
      const sessionId = await addSession(
        ground,
        organisationId,
        { seriesId, startsAt: now.subtract(durationOf(series.duration)), endsAt: now, theme: null },
        by,
      )
      await rooms.sweep()
      return { ok: true, value: { sessionId } }
    },
    async addSession(by, organisationId, wish) {
      const organisation = organisationOf(organisationId)
      if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
      const series = organisation.series[wish.seriesId]
      if (!series) return no('desk-no-series', { series: wish.seriesId })
      const startsAt = localTime(wish.startsAt, organisation.timezone)
      if (!startsAt) return no('desk-bad-time', { time: wish.startsAt })
      const theme = wish.theme?.trim() || null
      if (theme !== null && !isTheme(theme)) return no('desk-bad-theme')
      const sessionId = await addSession(
        ground,
        organisationId,
        { seriesId: wish.seriesId, startsAt, endsAt: startsAt.add(durationOf(series.duration)), theme },
        by,
      )
      await rooms.sweep()
      return { ok: true, value: { sessionId } }
    },
    moveSession: (by, organisationId, sessionId, time) =>
      onSession(by, organisationId, sessionId, 'session moved', (session, organisation) => {
        const startsAt = localTime(time, organisation.timezone)
        return startsAt ? { startsAt, endsAt: startsAt.add(session.startsAt.until(session.endsAt)) } : 'desk-bad-time'
      }),
    cancelSession: (by, organisationId, sessionId) =>
      onSession(by, organisationId, sessionId, 'session cancelled', () => ({ state: 'cancelled' })),
    endSession: (by, organisationId, sessionId) =>
      onSession(by, organisationId, sessionId, 'session ended', (session) => {
        const now = ground.clock.now()
        const going =
          Temporal.Instant.compare(session.startsAt, now) <= 0 && Temporal.Instant.compare(now, session.endsAt) < 0
        return going ? { endsAt: now } : 'desk-session-over'
      }),
    setHeadcount: (by, organisationId, sessionId, headcount) =>
      onSession(by, organisationId, sessionId, 'headcount given', () =>
        Number.isInteger(headcount) && headcount >= 1 && headcount <= 1000 ? { headcount } : 'desk-bad-headcount',
      ),
    async setTheme(by, organisationId, sessionId, theme) {
      const given = await onSession(by, organisationId, sessionId, 'theme given', () =>
        isTheme(theme.trim()) ? { theme: theme.trim() } : 'desk-bad-theme',
      )
      if (!given.ok) return given
      await correctTheme(ground, organisationId, sessionId, theme.trim())
      await rooms.sweep()
      return given
    },
    async closeRound(by, organisationId, roundId) {
      const round = isId(roundId) ? await findRound(ground, organisationId, roundId) : undefined
      if (!round) return no('desk-no-round', { round: roundId })
      if (round.state !== 'open') return no('desk-round-over')
      await closeRound(ground, rooms.readFacts, organisationId, roundId, by)
      rooms.roundChanged()
      await rooms.sweep()
      return { ok: true, value: { roundId } }
    },
    async exampleAnswers(_by, organisationId, roundId) {
      const organisation = organisationOf(organisationId)
      if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
      if (!organisation.example) return no('desk-not-an-example')
      const round = isId(roundId) ? await findRound(ground, organisationId, roundId) : undefined
      if (!round) return no('desk-no-round', { round: roundId })
      if (round.state !== 'open') return no('desk-round-over')
      return { ok: true, value: { people: await rooms.exampleAnswers(organisation, roundId) } }
    },
    async linkCode(by, organisationId, purpose) {
      if (!organisationOf(organisationId)) return no('desk-no-organisation', { organisation: organisationId })
      return { ok: true, value: await makeLinkCode(ground, organisationId, purpose, by) }
    },
    async setTally(by, organisationId, roundId, counts) {
      if (!organisationOf(organisationId)) return no('desk-no-organisation', { organisation: organisationId })
      if (!isId(roundId)) return no('desk-no-round')
      const refused = await setTally(ground, organisationId, roundId, counts, by)
      if (refused) return no(refused.fault, 'values' in refused ? refused.values : {})
      return { ok: true, value: { roundId } }
    },
    async writeFeedback(by, organisationId, digestId, draft) {
      const organisation = organisationOf(organisationId)
      if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
      if (!isId(digestId)) return no('desk-no-digest')
      const refused = await writeFeedback(ground, organisation, digestId, draft, by)
      if (refused) return no(refused)
      await rooms.sweep()
      return { ok: true, value: { digestId } }
    },
    async closeProposal(by, organisationId, proposalId) {
      const closed = isId(proposalId) && (await closeProposal(ground, organisationId, proposalId, by))
      return closed ? { ok: true, value: { proposalId } } : no('desk-no-proposal')
    },
    async joinLinks(organisationId) {
      if (!organisationOf(organisationId)) return no('desk-no-organisation', { organisation: organisationId })
      return { ok: true, value: await rooms.joinUrls(await joinToken(ground, organisationId)) }
    },
    async sessionLinks(organisationId, sessionId) {
      if (!organisationOf(organisationId)) return no('desk-no-organisation', { organisation: organisationId })
      const session = isId(sessionId) ? await readSession(ground, organisationId, sessionId) : null
      if (!session) return no('desk-no-session', { session: sessionId })
      if (session.state === 'cancelled') return no('desk-session-cancelled')
      return { ok: true, value: await rooms.joinUrls(await sessionToken(ground, organisationId, session)) }
    },
    async digest(roundId) {
      if (!isId(roundId)) return no('desk-no-digest')
      const row = await ground.store.db
        .selectFrom('digest')
        .select(['organisation_id', 'content'])
        .where('round_id', '=', roundId)
        .executeTakeFirst()
      return row
        ? { ok: true, value: { organisationId: row.organisation_id, content: row.content as unknown as Digest } }
        : no('desk-no-digest', { round: roundId })
    },
  }
}

const isTheme = (theme: string) => theme.length >= 1 && theme.length <= 60 && !/\p{Cc}/u.test(theme)

function localTime(text: string, timezone: string): Temporal.Instant | null {
  try {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null
    return Temporal.PlainDateTime.from(text).toZonedDateTime(timezone, { disambiguation: 'compatible' }).toInstant()
  } catch {
    return null
  }
}

const findRound = (ground: Ground, organisationId: string, roundId: string) =>
  ground.store.db
    .selectFrom('round')
    .select('state')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', roundId)
    .executeTakeFirst()
