/**
 * No consent, no question: who may be shown one, decided here for every way to a prompt. Whoever is asked in a round,
 * each run that is read, each card on a page and each row before it is sent passes this gate.
 *
 * Consent is in force when the person takes part, said yes to the text that is in force, in the working year of today,
 * and is in an age band that may take part on that channel. A pause stops what comes by itself (`mayBePrompted`);
 * it does not take away the card that somebody has open, because answering it is their own doing.
 */
import { type RawBuilder, sql } from 'kysely'
import { CHANNELS } from '../channels/port.ts'
import type { Config, Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { inForce, mayBeRead } from '../store/in-force.ts'
import { workingYearOf } from '../timeline/working-year.ts'
import { bandsFor } from './ages.ts'

/** Raise it when the consent text changes in meaning: people are asked again, once. Year and month. */
export const CONSENT_TEXT = '2026-12'

/** What a yes of now is a yes to, and until which day it holds. */
export function consentNow(
  organisation: Organisation,
  now: Temporal.Instant,
): { version: string; textVersion: string; today: string; validUntil: string } {
  const today = todayOf(organisation, now)
  const { year, lastDay } = workingYearOf(today, organisation.workingYear)
  return {
    version: `${CONSENT_TEXT}.${year}`,
    textVersion: CONSENT_TEXT,
    today: today.toString(),
    validUntil: lastDay.toString(),
  }
}

/** The date it is for an organisation. */
export const todayOf = (organisation: Organisation, now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO(organisation.timezone).toPlainDate()

/** The parameter of the condition in `store/in-force.ts`, as it is in this minute. */
export function gateRules(ground: Ground): string {
  const config = ground.config()
  const now = ground.clock.now()
  const minute = Math.floor(now.epochMilliseconds / 60_000)
  const known = remembered.get(config)
  if (known?.minute === minute) return known.rules
  const rules = JSON.stringify(
    Object.fromEntries(
      [...config.organisations.values()].map((organisation) => [organisation.id, ruleOf(organisation, now)]),
    ),
  )
  remembered.set(config, { minute, rules })
  return rules
}

function ruleOf(organisation: Organisation, now: Temporal.Instant) {
  const ages = Object.fromEntries(CHANNELS.map((channel) => [channel, bandsFor(organisation, channel)]))
  return { text: CONSENT_TEXT, day: todayOf(organisation, now).toString(), ...ages }
}

/** Consent in force, for the query builder: where `participant` and `contact` are joined. */
export const consentInForce = (rules: string): RawBuilder<boolean> => built(inForce, rules)

/** A run that may be read, for the query builder: where `run`, `participant` and `contact` are joined. */
export const runMayBeRead = (rules: string): RawBuilder<boolean> => built(mayBeRead, rules)

/** The builder numbers its parameters itself. */
function built(condition: (parameter: string) => string, rules: string): RawBuilder<boolean> {
  const [before, after] = condition(HERE).split(HERE) as [string, string]
  return sql<boolean>`${sql.raw(before)}${rules}${sql.raw(after)}`
}

/**
 * Whether something may come to this person by itself: consent is in force, the platform lets us, and there is no pause.
 * Asked again right before each row is sent, whenever it was written.
 */
export async function mayBePrompted(ground: Ground, organisationId: string, participantId: string): Promise<boolean> {
  const organisation = ground.config().organisations.get(organisationId)
  if (!organisation) return false
  const today = todayOf(organisation, ground.clock.now()).toString()
  const row = await ground.store.db
    .selectFrom('participant')
    .innerJoin('contact_link', (join) =>
      join
        .onRef('contact_link.organisation_id', '=', 'participant.organisation_id')
        .onRef('contact_link.participant_id', '=', 'participant.id'),
    )
    .innerJoin('contact', 'contact.id', 'contact_link.contact_id')
    .where('participant.organisation_id', '=', organisationId)
    .where('participant.id', '=', participantId)
    .where('contact.state', '=', 'reachable')
    .where((eb) => eb.or([eb('contact.paused_until', 'is', null), eb('contact.paused_until', '<=', today)]))
    .where(consentInForce(gateRules(ground)))
    .select('participant.id')
    .executeTakeFirst()
  return row !== undefined
}

const HERE = '<rules>'
const remembered = new WeakMap<Config, { minute: number; rules: string }>()
