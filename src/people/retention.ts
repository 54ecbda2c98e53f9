/**
 * How long is kept what: a clock for each kind of data, looked at once a night. Everything here is a statement about
 * what is too old, so that a night that was missed, or two instances in one night, come to the same.
 */
import { sql } from 'kysely'
import { organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { workingYearOf } from '../timeline/working-year.ts'
import { dropOldLinks } from './dropping.ts'
import { type Count, sweepStaff, sweepStaffShared } from './retention-staff.ts'
import { sweepQuotes } from './withdrawing.ts'

/** Rows that went, by kind; for the log, which holds nothing else. */
export type Swept = Record<string, number>

/** @returns what to call at every sweep: it looks once per organisation and local night, from three o'clock on */
export function createRetention(ground: Ground): (now: Temporal.Instant) => Promise<void> {
  const looked = new Map<string, string>()
  return async (now) => {
    const nights = (await keepers(ground)).map((keeper) => ({ keeper, night: nightOf(now, keeper.timezone) }))
    const due = nights.filter(({ keeper, night }) => looked.get(keeper.id) !== night)
    const failures: unknown[] = []
    for (const { keeper, night } of due) {
      try {
        tell(ground, keeper.id, await sweepOrganisation(ground, keeper, now))
        looked.set(keeper.id, night)
      } catch (error) {
        // One organisation's trouble stays its own.
        failures.push(error)
      }
    }
    if (due.length > 0) tell(ground, null, await sweepShared(ground, now))
    if (failures.length > 0) throw failures[0]
  }
}

/** Everything that is too old now, in every organisation. A second look finds nothing. */
export async function sweepRetention(ground: Ground, now: Temporal.Instant): Promise<Swept> {
  const swept: Swept = {}
  const add = (more: Swept) => {
    for (const [kind, rows] of Object.entries(more)) swept[kind] = (swept[kind] ?? 0) + rows
  }
  for (const keeper of await keepers(ground)) add(await sweepOrganisation(ground, keeper, now))
  add(await sweepShared(ground, now))
  return swept
}

type Keeper = Pick<typeof DEFAULTS, 'keep' | 'timezone' | 'workingYear'> & { id: string }

/** Organisations in the store; one whose file is gone keeps nothing longer than one without settings. */
async function keepers(ground: Ground): Promise<Keeper[]> {
  const rows = await ground.store.db.selectFrom('organisation').select('id').orderBy('id').execute()
  return rows.map(({ id }) => {
    const { keep, timezone, workingYear } = ground.config().organisations.get(id) ?? DEFAULTS
    return { id, keep, timezone, workingYear }
  })
}

async function sweepOrganisation(ground: Ground, keeper: Keeper, now: Temporal.Instant): Promise<Swept> {
  const { id, keep, timezone } = keeper
  const today = now.toZonedDateTimeISO(timezone).toPlainDate()
  const count = counter(ground)
  // Version 0.1 left words where they were when they were taken back on the card.
  const texts = await count(
    sql`delete from open_text where organisation_id = ${id} and (written_on < ${today.subtract({ days: keep.textDays }).toString()}::date
      or exists (select 1 from answer where answer.organisation_id = open_text.organisation_id
        and answer.run_id = open_text.run_id and answer.question = open_text.question and answer.status <> 'answered'))`,
  )
  // Since when somebody is away was not always written down: the clock starts today then.
  await count(sql`update participant set stopped_on = ${today.toString()}::date
    where organisation_id = ${id} and state = 'stopped' and stopped_on is null`)
  const links = await dropOldLinks(ground, id, {
    away: today.subtract({ days: keep.stoppedDays }),
    silent: today.subtract({ years: 1 }),
  })
  const firstDay = firstKeptDay(keeper, today)
  const before = firstDay.toZonedDateTime(timezone).toInstant().toString()
  // While it is still known whose words they are.
  const quotes = await sweepQuotes(ground, id, before, now)
  const answers = await sweepAnswers(ground, id, before)
  const past = now.subtract({ hours: 24 * CARD_DAYS }).toString()
  // The id of a message leads to its chat. After a long downtime the last word on a card may still be on its way.
  const cards = await count(sql`update run set card_cipher = null from round
    where run.organisation_id = ${id} and run.card_cipher is not null and round.organisation_id = run.organisation_id
      and round.id = run.round_id and round.state in ('digested', 'cancelled') and round.closes_at < ${past}::timestamptz
      and not exists (select 1 from outgoing where outgoing.organisation_id = run.organisation_id
        and outgoing.run_id = run.id and outgoing.state = 'due')`)
  const proof = today.subtract({ years: CONSENT_YEARS }).toString()
  const consents = await count(sql`delete from consent
    where organisation_id = ${id} and greatest(given_on, withdrawn_on) < ${proof}::date`)
  const participants = await count(sql`delete from participant where organisation_id = ${id} and ${hangsOnNothing}`)
  const proposals = await count(sql`delete from proposal where organisation_id = ${id}
    and proposed_on < ${today.subtract({ years: 1 }).toString()}::date`)
  // After the quotes: who chose one is known as long as it is there.
  const yearAgo = today.subtract({ years: 1 }).toZonedDateTime(timezone).toInstant().toString()
  const staff = await sweepStaff(count, id, { yearAgo, firstDay, before })
  return { texts, links, cards, consents, participants, proposals, quotes, ...answers, ...staff }
}

const hangsOnNothing = sql`
  not exists (select 1 from contact_link as c where c.organisation_id = participant.organisation_id and c.participant_id = participant.id)
  and not exists (select 1 from consent as c where c.organisation_id = participant.organisation_id and c.participant_id = participant.id)
  and not exists (select 1 from presence as p where p.organisation_id = participant.organisation_id and p.participant_id = participant.id)
  and not exists (select 1 from run where run.organisation_id = participant.organisation_id and run.participant_id = participant.id)`

/** Runs with their answers, and who was there. Rounds, digests and tallies stay: they are about groups. */
async function sweepAnswers(ground: Ground, organisationId: string, before: string): Promise<Swept> {
  const count = counter(ground)
  let runs = 0
  // A round that still has to be digested keeps its answers until then. Round by round: what is left is not gone through anew.
  const rounds = await sql<{ id: string }>`select round.id from session
    join round on round.organisation_id = session.organisation_id and round.session_id = session.id
    where session.organisation_id = ${organisationId} and session.starts_at < ${before}::timestamptz
      and round.state in ('digested', 'cancelled')
      and exists (select 1 from run where run.organisation_id = round.organisation_id and run.round_id = round.id)
    order by round.id`.execute(ground.store.db)
  for (const { id } of rounds.rows) {
    for (;;) {
      const gone = await count(sql`delete from run where organisation_id = ${organisationId} and id = any(array(
        select id from run where organisation_id = ${organisationId} and round_id = ${id} order by id limit ${BATCH} for update))`)
      runs += gone
      if (gone === 0) break
    }
  }
  const presence = await count(sql`delete from presence using session
    where presence.organisation_id = ${organisationId} and session.organisation_id = presence.organisation_id
      and session.id = presence.session_id and session.starts_at < ${before}::timestamptz`)
  return { runs, presence }
}

/** What belongs to no organisation: contacts and their ledger, links and codes. */
async function sweepShared(ground: Ground, now: Temporal.Instant): Promise<Swept> {
  const count = counter(ground)
  const day = (days: number) => now.subtract({ hours: 24 * days }).toString()
  const today = now.toString().slice(0, 10)
  await count(sql`update contact set gone_on = ${today}::date where state = 'gone' and gone_on is null`)
  const asked = await count(sql`delete from asked where asked_on < ${day(ASKED_DAYS).slice(0, 10)}::date`)
  const oneTime = await count(sql`delete from one_time_link where expires_at < ${now.toString()}::timestamptz`)
  const joinLinks = await count(sql`delete from join_link where expires_at < ${day(LINK_DAYS)}::timestamptz`)
  await count(sql`delete from erasure where at < ${day(ERASURE_DAYS)}::timestamptz`)
  const codes = await count(sql`delete from link_code where expires_at < ${now.toString()}::timestamptz`)
  await count(sql`delete from outgoing where kind = 'contact-request'
    and subject_id in (select id from contact_request where asked_at < ${day(REQUEST_DAYS)}::timestamptz)`)
  const requests = await count(sql`delete from contact_request where asked_at < ${day(REQUEST_DAYS)}::timestamptz`)
  return { asked, oneTime, joinLinks, codes, requests, ...(await sweepStaffShared(count, now)) }
}

/** First day of the newest working year that is not too old: what was before it goes. */
function firstKeptDay(keeper: Keeper, today: Temporal.PlainDate): Temporal.PlainDate {
  return workingYearOf(today.subtract({ months: keeper.keep.answerMonths }), keeper.workingYear).firstDay
}

function nightOf(now: Temporal.Instant, timezone: string): string {
  return now.subtract({ hours: NIGHT_HOUR }).toZonedDateTimeISO(timezone).toPlainDate().toString()
}

function counter(ground: Ground): Count {
  return async (statement) => Number((await statement.execute(ground.store.db)).numAffectedRows ?? 0n)
}

function tell(ground: Ground, organisationId: string | null, swept: Swept): void {
  const rows = Object.fromEntries(Object.entries(swept).filter(([, count]) => count > 0))
  if (Object.keys(rows).length > 0)
    ground.log.info({ organisation: organisationId, ...rows }, 'what was kept long enough is gone')
}

const DEFAULTS = organisation.parse({ id: 'none', name: 'none' })
/** Platforms deliver an update again for a day at most; the card of a closed round is shown long before. */
const CARD_DAYS = 3
const CONSENT_YEARS = 3
const ASKED_DAYS = 183
/** A poster may hang a little longer than its link works: for so long it is said to be old, not unknown. */
const LINK_DAYS = 30
const REQUEST_DAYS = 7
/** A note of something erased outlives every backup that could bring it back. */
const ERASURE_DAYS = 40
const NIGHT_HOUR = 3
const BATCH = 500
