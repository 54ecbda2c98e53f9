/** What of an organisation somebody gets to see: what their roles do not allow is not on the page at all. */
import type { Authority } from '../dialogue/authority.ts'
import { NO_METHODS } from '../instrumentarium/own-methods.ts'
import { type Act, mayOf } from '../people/permissions.ts'
import type { Overview } from '../rounds/desk.ts'
import { onlyFixed } from '../timeline/plan.ts'

export function seenBy(overview: Overview, { offices, may }: Authority): Overview {
  const own = (id: string, act: Act) => may(act) || may(act, `session:${id}`)
  const sessions = overview.sessions.filter(({ id }) => own(id, 'session.see'))
  const digests = digestsFor(overview, offices, may)
  return {
    ...overview,
    series: may('session.plan') || may('survey.see') ? overview.series : [],
    surveys: may('survey.see') ? overview.surveys : [],
    sessions,
    rounds: overview.rounds.filter(({ sessionId }) => own(sessionId, 'session.see')),
    digests,
    places: may('place.link') ? overview.places : [],
    staff: may('role.see') ? overview.staff : [],
    feedback: digests.length > 0 ? overview.feedback : [],
    tallies: overview.tallies.filter(({ roundId }) => {
      const round = overview.rounds.find(({ id }) => id === roundId)
      return may('session.count') || (round !== undefined && own(round.sessionId, 'session.count'))
    }),
    proposals: may('wish.handle') ? overview.proposals : [],
    faults: may('survey.see') ? overview.faults : [],
    timeline: timelineFor(overview, offices, may),
    reports: reportsFor(overview, offices, may),
    sharings: may('data.see') ? overview.sharings : [],
    talk: may('talk.take') ? overview.talk : null,
    methods: may('method.draft') || may('method.share') ? overview.methods : NO_METHODS,
    people: {
      ...overview.people,
      roles: may('role.see')
        ? overview.people.roles
        : overview.people.roles.filter(({ staffId }) => offices.some((office) => office.staffId === staffId)),
      invitations: may('role.see') ? overview.people.invitations : [],
    },
  }
}

/** The coach in a year without: the five fixed moments. The coach has a calendar address of their own, which knows that too. */
function timelineFor(
  { timeline }: Overview,
  offices: Authority['offices'],
  may: Authority['may'],
): Overview['timeline'] {
  const { plan, agenda } = timeline
  const others = offices.some(({ role }) => role !== 'coach' && mayOf(role, 'timeline.see') === 'yes')
  if (others) return { plan, agenda: { ...agenda, coach: null } }
  if (may('timeline.edit')) return { plan, agenda: { ...agenda, own: null } }
  return { plan: onlyFixed(plan), agenda: { own: null, coach: may('timeline.see') ? agenda.coach : null } }
}

/** As with digests: the coach has what was posted to the coach. */
function reportsFor({ reports }: Overview, offices: Authority['offices'], may: Authority['may']): Overview['reports'] {
  if (offices.some(({ role }) => role !== 'coach' && mayOf(role, 'report.read') === 'yes')) return reports
  if (offices.some(({ role }) => role === 'coach')) return reports.filter(({ toCoach }) => toCoach)
  return may('report.read') ? reports : []
}

/** The coach has what was posted to the coach, in every year; others who read digests have all. */
function digestsFor({ digests }: Overview, offices: Authority['offices'], may: Authority['may']): Overview['digests'] {
  if (offices.some(({ role }) => role !== 'coach' && mayOf(role, 'digest.read') === 'yes')) return digests
  if (offices.some(({ role }) => role === 'coach')) return digests.filter(({ toCoach }) => toCoach)
  return may('digest.read') ? digests : []
}
