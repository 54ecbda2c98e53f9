/**
 * The timeline as a calendar address. It ends up on telephones that others see: no themes, no figures, no young
 * people; what a survey is about is left out too.
 */
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { textIn } from '../survey/question-set.ts'
import { type CalendarEvent, calendarText } from '../timeline/ics.ts'
import { momentTitle } from '../timeline/moment-words.ts'
import { momentsOf } from '../timeline/plan.ts'
import { wordsFor } from '../words/words.ts'
import { agreedSurveys } from './agreements.ts'
import { currentYear, withCoach } from './coach-mode.ts'
import { readYearPlan, workingYear } from './timeline.ts'
import { plannedSessions } from './timeline-foreseen.ts'

/** The path of the calendar: the organisation's own, or the coach's, which shows less in a year without the coach. */
export function agendaPath(ground: Ground, organisationId: string, whose: 'own' | 'coach'): string {
  const token = ground.vault.token(whose === 'coach' ? 'agenda-coach' : 'agenda', organisationId)
  return `/agenda/${organisationId}/${token}.ics`
}

/** The calendar behind an address, of this working year and the next; null for a wrong secret. */
export async function readAgenda(ground: Ground, organisationId: string, token: string): Promise<string | null> {
  const own = ground.vault.isToken('agenda', organisationId, token)
  const coach = ground.vault.isToken('agenda-coach', organisationId, token)
  const organisation = ground.config().organisations.get(organisationId)
  if (!organisation || !(own || coach)) return null
  const year = currentYear(ground, organisation)
  const changes = await readChanges(ground, organisationId)
  const events: CalendarEvent[] = []
  for (const one of [year, year + 1]) {
    const only = own || (await withCoach(ground, organisation, one)) ? undefined : 'fixed'
    events.push(...(await momentEvents(ground, organisation, one, only, changes)))
    if (!only) events.push(...(await sessionEvents(ground, organisation, one, changes)))
  }
  const name = wordsFor(organisation.language)('plan-calendar', { organisation: organisation.name })
  return calendarText(name, events, ground.clock.now())
}

async function momentEvents(
  ground: Ground,
  organisation: Organisation,
  year: number,
  only: 'fixed' | undefined,
  changes: ReadonlyMap<string, number>,
): Promise<CalendarEvent[]> {
  const { language } = organisation
  const words = wordsFor(language)
  const plan = await readYearPlan(ground, organisation, year, only)
  return momentsOf(plan)
    .filter(({ kind }) => kind !== 'session' && kind !== 'peiling')
    .map((moment) => ({
      uid: `moment-${moment.id}@${organisation.id}.pols`,
      sequence: changes.get(moment.id) ?? 0,
      summary: `${moment.status === 'done' ? '✔ ' : ''}${momentTitle(moment, language)}`,
      description: moment.owner ? words('plan-owner', { owner: moment.owner }) : '',
      cancelled: moment.status === 'dropped',
      date: moment.date,
    }))
}

async function sessionEvents(
  ground: Ground,
  organisation: Organisation,
  year: number,
  changes: ReadonlyMap<string, number>,
): Promise<CalendarEvent[]> {
  const words = wordsFor(organisation.language)
  const asked = new Set((await agreedSurveys(ground, organisation.id)).map(({ version }) => version.series))
  const sessions = await plannedSessions(ground, organisation, workingYear(organisation, year))
  return sessions.map(({ key, id, seriesId, title, startsAt, endsAt, cancelled }) => ({
    uid: `session-${key}@${organisation.id}.pols`,
    sequence: changes.get(id ?? '') ?? 0,
    summary: textIn(title, organisation.language),
    description: asked.has(seriesId) ? words('plan-calendar-asked') : '',
    cancelled,
    startsAt,
    endsAt,
  }))
}

/** How often each moment and session was changed by somebody. */
async function readChanges(ground: Ground, organisationId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await ground.store.db
    .selectFrom('audit')
    .select(['subject', (eb) => eb.fn.countAll<string>().as('changes')])
    .where('organisation_id', '=', organisationId)
    .groupBy('subject')
    .execute()
  return new Map(rows.map(({ subject, changes }) => [subject, Number(changes)]))
}
