/**
 * Asks the store what is due and does it: sessions ahead, rounds to open, remind and close, cards that a crash
 * left unsent. Truth is in rows, so after any downtime one sweep puts everything right, each thing once.
 */
import { sql } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import { createStoryKeeping } from '../dialogue/story-keep.ts'
import type { Ground } from '../ground.ts'
import { createUsage } from '../instrumentarium/usage-facts.ts'
import { describeError } from '../log.ts'
import { rerouteRequests } from '../people/contact-requests.ts'
import { createRetention } from '../people/retention.ts'
import type { OutgoingKind } from '../store/tables.ts'
import { BACK_DAYS } from './back-cards.ts'
import { cancelRound, closeRound } from './close-round.ts'
import { nudgeDue } from './nudge.ts'
import { openDueRounds } from './open-round.ts'
import { planSessions } from './plan-sessions.ts'
import { postQuotes } from './post-quotes.ts'
import { remindDue } from './remind.ts'
import { greetYear, remindMoments } from './remind-moments.ts'
import { followProposals } from './remind-proposals.ts'
import { makeDueReports } from './reports.ts'
import { queueLeftResults } from './results.ts'
import { takeTogether } from './rollups.ts'
import type { ReadRoundFacts } from './round-facts.ts'
import { type Turns, whoseTurn, withFewAnswers } from './whose-turn.ts'

export type Sweep = () => Promise<void>

export function createSweep(ground: Ground, rooms: { readFacts: ReadRoundFacts; wake(): void }): Sweep {
  const retain = createRetention(ground)
  const freeze = createUsage(ground)
  const keepStories = createStoryKeeping(ground)
  const foreseen = new Map<string, { organisation: Organisation; hour: string }>()
  return async () => {
    const now = ground.clock.now()
    const hour = now.toString().slice(0, 13)
    // One organisation's trouble stays its own.
    for (const organisation of ground.config().organisations.values()) {
      // What the rules of an organisation foresee changes with its file, and by the hour.
      const known = foreseen.get(organisation.id)
      if (known?.organisation === organisation && known.hour === hour) continue
      foreseen.delete(organisation.id)
      const planned = await apart(ground, 'plan', () => planSessions(ground, organisation, now))
      const greeted = await apart(ground, 'moments', () => greetYear(ground, organisation))
      if (planned && greeted) foreseen.set(organisation.id, { organisation, hour })
    }
    const turns: { of: Turns | null } = { of: null }
    await apart(ground, 'turns', async () => {
      turns.of = await whoseTurn(ground, now)
    })
    for (const organisation of ground.config().organisations.values()) {
      const at = async (part: keyof Turns, work: () => Promise<unknown>) => {
        if (turns.of?.[part].has(organisation.id) ?? true) await apart(ground, part, work)
      }
      await at('open', () => openDueRounds(ground, organisation, now))
      await at('reports', () => makeDueReports(ground, organisation, now))
      await at('results', () => queueLeftResults(ground, organisation, now))
      await at('moments', () => remindMoments(ground, organisation, now))
      await at('proposals', () => followProposals(ground, organisation, now))
    }
    await apart(ground, 'cancel', () => cancelLeft(ground, rooms.readFacts, now))
    await apart(ground, 'remind', () => remindDue(ground, now))
    await apart(ground, 'close', () => closeDue(ground, rooms.readFacts, now))
    await apart(ground, 'together', async () => {
      for (const id of await withFewAnswers(ground)) {
        const organisation = ground.config().organisations.get(id)
        if (organisation) await apart(ground, 'together', () => takeTogether(ground, organisation, now))
      }
    })
    await apart(ground, 'nudge', () => nudgeDue(ground, now))
    await apart(ground, 'quotes', () => postQuotes(ground, now))
    await apart(ground, 'stories', keepStories)
    await apart(ground, 'requests', () => rerouteRequests(ground))
    await apart(ground, 'unsent', () => queueUnsent(ground, now))
    await apart(ground, 'tidy', () => tidy(ground, now))
    await apart(ground, 'retention', () => retain(now))
    await apart(ground, 'usage', () => freeze(now))
    rooms.wake()
  }
}

/** @returns false when it failed */
async function apart(ground: Ground, at: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    ground.metrics.faults.inc({ at: `sweep-${at}` })
    ground.log.error({ at, ...describeError(error) }, 'part of the sweep failed; the next one tries again')
    return false
  }
}

async function closeDue(ground: Ground, readFacts: ReadRoundFacts, now: Temporal.Instant): Promise<void> {
  const rounds = await ground.store.db
    .selectFrom('round')
    .select(['organisation_id', 'id'])
    .where((eb) =>
      eb.or([
        eb('state', '=', 'closed'),
        eb.and([eb('state', '=', 'open'), eb('closes_at', '<=', now.toString() as never)]),
      ]),
    )
    // The start before the end: its digest must be there when the pairs are counted.
    .orderBy('closes_at')
    .orderBy('opens_at')
    .execute()
  for (const round of rounds)
    await apart(ground, 'close', () => closeRound(ground, readFacts, round.organisation_id, round.id, 'clock'))
}

/** Rounds of cancelled sessions that a crash left open, and cancelled ones that are half closed or come from a backup. */
async function cancelLeft(ground: Ground, readFacts: ReadRoundFacts, now: Temporal.Instant): Promise<void> {
  const { rows: rounds } = await sql<{
    organisation_id: string
    id: string
  }>`select round.organisation_id, round.id from round
    join session on session.organisation_id = round.organisation_id and session.id = round.session_id
    where (round.state = 'cancelled' or (round.state = 'open' and session.state = 'cancelled'))
      and round.closes_at > ${now.subtract({ hours: 24 * KEPT_DAYS }).toString()}::timestamptz
      and (round.state = 'open' or (select true from run where run.organisation_id = round.organisation_id
        and run.round_id = round.id and run.state -> 'closed' = 'false'::jsonb limit 1))`.execute(ground.store.db)
  for (const round of rounds)
    await apart(ground, 'cancel', () => cancelRound(ground, readFacts, round.organisation_id, round.id, 'clock'))
}

/** Cards that should show a later turn than they do, and are not on their way: a crash came between storing and sending. */
async function queueUnsent(ground: Ground, now: Temporal.Instant): Promise<void> {
  await sql`insert into outgoing (organisation_id, id, kind, channel, contact_id, run_id, state, send_after, attempts, urgent)
    select run.organisation_id, 'c' || run.id || '.' || run.turn, 'card', contact.channel, contact.id, run.id, 'due', ${now.toString()}::timestamptz, 0, true
    from round
    join run on run.organisation_id = round.organisation_id and run.round_id = round.id
    join contact_link on contact_link.organisation_id = run.organisation_id and contact_link.participant_id = run.participant_id
    join contact on contact.id = contact_link.contact_id
    where round.state = 'open' and run.card_turn < run.turn and contact.state = 'reachable'
      and (run.card_turn > 0 or (run.turn > 1 and run.disposition is null))
      and (run.moved_at is null or run.moved_at < ${now.subtract({ seconds: SURELY_LOST_SECONDS }).toString()}::timestamptz)
      and not exists (select 1 from outgoing where outgoing.organisation_id = run.organisation_id and outgoing.run_id = run.id and outgoing.state = 'due')
    on conflict do nothing`.execute(ground.store.db)
}

/** What is kept only for a while: update ids, sent rows. */
async function tidy(ground: Ground, now: Temporal.Instant): Promise<void> {
  const ago = (days: number) => now.subtract({ hours: 24 * days }).toString()
  await ground.store.db.deleteFrom('inbound').where('received_on', '<', ago(KEPT_DAYS).slice(0, 10)).execute()
  for (const [days, kinds] of Map.groupBy(Object.keys(SENT_DAYS) as OutgoingKind[], (kind) => SENT_DAYS[kind])) {
    if (days === null) continue
    await sql`delete from outgoing where state <> 'due' and kind = any(${kinds}::text[])
      and send_after < ${ago(days)}::timestamptz`.execute(ground.store.db)
  }
}

const SURELY_LOST_SECONDS = 20
/** Platforms deliver an update again for a day at most. */
const KEPT_DAYS = 3
/** How long a row stays that was sent, in days; null: its message is edited when what it says changes. */
const SENT_DAYS: Record<OutgoingKind, number | null> = {
  ...{ card: KEPT_DAYS, reminder: KEPT_DAYS, notice: KEPT_DAYS, consent: KEPT_DAYS, nudge: KEPT_DAYS },
  ...{ 'contact-request': KEPT_DAYS, moment: KEPT_DAYS, 'quote-ask': KEPT_DAYS, data: KEPT_DAYS },
  ...{ result: BACK_DAYS, feedback: BACK_DAYS },
  ...{ digest: null, quote: null, proposal: null, report: null, talk: null, joint: null, story: null },
}
