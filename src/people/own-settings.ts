/** What a person chose for themselves, and choosing it. It hangs at the contact, so it holds for all organisations. */

import type { ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { PersonalRest } from '../store/tables.ts'
import { LANGUAGES, type Language } from '../survey/question-set.ts'
import { languagesOf } from './join-conversation.ts'
import { noteErasure } from './note-erasure.ts'

export type Person = {
  contactId: string
  channel: ChannelName
  language: Language
  /** All languages that one of their organisations speaks, in the order of the product. */
  languages: Language[]
  textOnly: boolean
  rest: PersonalRest | null
  /** The day on which questions may come again, when that is still ahead. */
  pausedUntil: string | null
  /** Whose wall clock and working days theirs are. */
  timezone: string
}

/** Who takes part with an organisation or did so; null for everybody else. */
export async function readPerson(ground: Ground, channel: ChannelName, addressHash: string): Promise<Person | null> {
  const rows = await ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('participant.id', '=', 'contact_link.participant_id'),
    )
    .where('contact.channel', '=', channel)
    .where('contact.address_hash', '=', addressHash)
    .select([
      'contact.id',
      'contact.text_only',
      'contact.rest',
      'contact.paused_until',
      'participant.organisation_id',
      'participant.language',
    ])
    .orderBy('participant.joined_on', 'desc')
    .orderBy('participant.organisation_id')
    .execute()
  const [first] = rows
  if (!first) return null
  const organisations = rows.flatMap((row) => ground.config().organisations.get(row.organisation_id) ?? [])
  const timezone = organisations[0]?.timezone ?? 'Europe/Brussels'
  const today = todayIn(ground, timezone)
  return {
    contactId: first.id,
    channel,
    language: first.language,
    languages: LANGUAGES.filter((language) => organisations.some((one) => languagesOf(one).includes(language))),
    textOnly: first.text_only || organisations.some((one) => one.textOnly),
    rest: first.rest,
    pausedUntil: first.paused_until !== null && today < first.paused_until ? first.paused_until : null,
    timezone,
  }
}

/** From now on, and on the cards that are open; where an organisation does not speak it, nothing changes. */
export async function chooseLanguage(ground: Ground, person: Person, language: Language): Promise<void> {
  const speaking = [...ground.config().organisations.values()].filter((one) => languagesOf(one).includes(language))
  const ids = speaking.map((one) => one.id)
  if (ids.length === 0) return
  await ground.store.pool.query({
    text: `with theirs as (
        update participant set language = $2 from contact_link
        where contact_link.contact_id = $1 and participant.organisation_id = contact_link.organisation_id
          and participant.id = contact_link.participant_id and participant.organisation_id = any($3)
        returning participant.organisation_id, participant.id
      )
      update run set language = $2 from theirs, round
      where run.organisation_id = theirs.organisation_id and run.participant_id = theirs.id
        and round.organisation_id = run.organisation_id and round.id = run.round_id and round.state = 'open'`,
    values: [person.contactId, language, ids],
  })
}

export async function chooseTextOnly(ground: Ground, person: Person, textOnly: boolean): Promise<void> {
  await ground.store.db.updateTable('contact').set({ text_only: textOnly }).where('id', '=', person.contactId).execute()
}

/** The few wishes about rest that a button can say: nothing at the weekend, not before 16:00, not after 19:00. */
export const REST_WISHES = ['weekend', 'early', 'late'] as const
export type RestWish = (typeof REST_WISHES)[number]

export function wishesOf(rest: PersonalRest | null): Record<RestWish, boolean> {
  return {
    weekend: rest?.weekdays?.length === WEEKEND.length,
    early: rest?.quiet?.until === EARLY,
    late: rest?.quiet?.from === LATE,
  }
}

export async function chooseRest(ground: Ground, person: Person, wish: RestWish, on: boolean): Promise<void> {
  const wishes: Record<RestWish, boolean> = { ...wishesOf(person.rest), [wish]: on }
  const { weekend, early, late } = wishes
  const rest: PersonalRest = {
    ...(weekend ? { weekdays: [...WEEKEND] } : {}),
    ...(early || late ? { quiet: { from: late ? LATE : MIDNIGHT, until: early ? EARLY : MIDNIGHT } } : {}),
  }
  await ground.store.db
    .updateTable('contact')
    .set({ rest: weekend || early || late ? JSON.stringify(rest) : null })
    .where('id', '=', person.contactId)
    .execute()
}

/** No new questions for a month. @returns the day on which they may come again */
export async function pause(ground: Ground, person: Person): Promise<string> {
  const until = Temporal.PlainDate.from(todayIn(ground, person.timezone)).add({ months: 1 }).toString()
  await ground.store.db.transaction().execute(async (trx) => {
    await trx.updateTable('contact').set({ paused_until: until }).where('id', '=', person.contactId).execute()
    await noteErasure(ground, trx, 'pause', person.contactId, until)
  })
  return until
}

export async function resume(ground: Ground, person: Person): Promise<void> {
  await ground.store.db.updateTable('contact').set({ paused_until: null }).where('id', '=', person.contactId).execute()
}

const todayIn = (ground: Ground, timezone: string): string =>
  ground.clock.now().toZonedDateTimeISO(timezone).toPlainDate().toString()

const WEEKEND = [6, 7]
const EARLY = '16:00'
const LATE = '19:00'
const MIDNIGHT = '00:00'
