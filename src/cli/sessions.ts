/** `pols session list|add|move|cancel|end`. */
import type { Desk, SessionRow } from '../rounds/desk.ts'
import { atCounter, type Cli } from './cli.ts'
import { done, type Result, resultOf, wrong } from './result.ts'

/** Sessions from 30 days back to 60 days ahead, on the organisation's own clock. */
export function listSessions(cli: Cli, organisation: string): Promise<Result> {
  return atCounter(cli, async ({ desk }) => {
    const overview = await desk.overview(organisation)
    if (!overview) return wrong('desk-no-organisation', cli.words('desk-no-organisation'))
    const sessions = overview.sessions.map((session) => ({
      id: session.id,
      series: session.seriesId,
      startsAt: localTime(session.startsAt, overview.timezone),
      endsAt: localTime(session.endsAt, overview.timezone),
      theme: session.theme,
      headcount: session.headcount,
      state: session.state,
    }))
    const lines = overview.sessions.map((session) => lineOf(cli, session, overview.timezone))
    return done(lines.length === 0 ? cli.words('cli-no-sessions') : lines.join('\n'), {
      organisation,
      timezone: overview.timezone,
      sessions,
    })
  })
}

export function addSession(
  cli: Cli,
  organisation: string,
  series: string,
  time: string,
  options: { theme?: string; by: string },
): Promise<Result> {
  const wish = { seriesId: series, startsAt: typedTime(time), ...(options.theme ? { theme: options.theme } : {}) }
  return change(cli, 'cli-session-added', (desk) => desk.addSession(options.by, organisation, wish))
}

export function moveSession(
  cli: Cli,
  organisation: string,
  session: string,
  time: string,
  options: { by: string },
): Promise<Result> {
  return change(cli, 'cli-session-moved', (desk) =>
    desk.moveSession(options.by, organisation, session, typedTime(time)),
  )
}

export function cancelSession(
  cli: Cli,
  organisation: string,
  session: string,
  options: { by: string },
): Promise<Result> {
  return change(cli, 'cli-session-cancelled', (desk) => desk.cancelSession(options.by, organisation, session))
}

export function endSession(cli: Cli, organisation: string, session: string, options: { by: string }): Promise<Result> {
  return change(cli, 'cli-session-ended', (desk) => desk.endSession(options.by, organisation, session))
}

function change(cli: Cli, key: string, wish: (desk: Desk) => ReturnType<Desk['endSession']>): Promise<Result> {
  return atCounter(cli, async ({ desk }) =>
    resultOf(await wish(desk), cli.words, ({ sessionId }) =>
      done(cli.words(key, { session: sessionId }), { session: sessionId }),
    ),
  )
}

function lineOf(cli: Cli, session: SessionRow, timezone: string): string {
  const until = localTime(session.endsAt, timezone).slice(11)
  const parts = [session.seriesTitle[cli.language] ?? session.seriesTitle.nl, session.theme]
  if (session.state === 'cancelled') parts.push(cli.words('cli-cancelled'))
  const what = parts.filter((part) => part !== null).join(' · ')
  return `${session.id}  ${localTime(session.startsAt, timezone).replace('T', ' ')}–${until}  ${what}`
}

const localTime = (at: Temporal.Instant, timezone: string) =>
  at.toZonedDateTimeISO(timezone).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** A space between date and time is how people write it. */
const typedTime = (time: string) => time.trim().replace(/^(\d{4}-\d\d-\d\d) +/, '$1T')
