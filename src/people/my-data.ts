/** Everything that is kept of one person, as they may read it, and take it along. */
import type { ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { AgeBand, PersonalRest } from '../store/tables.ts'
import { type Language, type LocalText, optionsOf, type QuestionSet, textIn } from '../survey/question-set.ts'
import type { AnswerStatus, Disposition } from '../survey/types.ts'
import { wordsFor } from '../words/words.ts'

/** All days are ISO dates. Texts are in the person's language, or in Dutch. */
export type MyData = {
  channel: ChannelName
  /** False: the platform says that messages do not arrive any more. */
  reachable: boolean
  language: Language
  ageBand: AgeBand | null
  textOnly: boolean
  pausedUntil: string | null
  rest: PersonalRest | null
  organisations: MyOrganisation[]
  /** Days on which questions were sent, over all organisations: so that they do not become too many. */
  askedOn: string[]
  /** Asked the safeguarding contact for a word, and how to reach them; goes within a week. */
  contactRequests: { organisation: string; reachAt: string; askedOn: string }[]
}

export type MyOrganisation = {
  id: string
  name: string
  state: 'joined' | 'stopped'
  joinedOn: string
  stoppedOn: string | null
  language: Language
  consents: { text: string; givenOn: string; withdrawnOn: string | null; validUntil: string | null }[]
  presence: { on: string; activity: string; source: string }[]
  rounds: MyRound[]
}

export type MyRound = {
  run: string
  activity: string
  theme: string | null
  /** Day of the session. */
  on: string
  state: 'open' | 'closed' | 'digested' | 'cancelled'
  ended: Disposition | null
  answers: MyAnswer[]
}

export type MyAnswer = {
  question: string
  asked: string
  status: AnswerStatus
  codes: { code: string; says: string }[]
  /** What the person typed; null when nothing was typed, or when it is gone already. */
  text: string | null
  on: string
  /** What was made of it for the channel, or is asked; null when nothing. */
  quote: MyQuote | null
}

/** agreed: said yes, or no yes is needed; not in the channel yet. */
export type MyQuote = {
  id: string
  form: 'quote' | 'paraphrase'
  state: 'asked' | 'agreed' | 'posted'
  text: string
}

/** @returns null when the contact is not there (any more) */
export async function readMyData(ground: Ground, contactId: string): Promise<MyData | null> {
  const { db } = ground.store
  const contact = await db.selectFrom('contact').selectAll().where('id', '=', contactId).executeTakeFirst()
  if (!contact) return null
  const people = await db
    .selectFrom('contact_link')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('participant.id', '=', 'contact_link.participant_id'),
    )
    .innerJoin('organisation', 'organisation.id', 'contact_link.organisation_id')
    .where('contact_link.contact_id', '=', contactId)
    .select(['participant.id as participant_id', 'organisation.id', 'organisation.name'])
    .select(['participant.state', 'participant.joined_on', 'participant.stopped_on', 'participant.language'])
    .orderBy('participant.joined_on', 'desc')
    .orderBy('organisation.id')
    .execute()
  const language = people[0]?.language ?? 'nl'
  const asked = await db
    .selectFrom('asked')
    .select('asked_on')
    .where('contact_id', '=', contactId)
    .orderBy('asked_on')
    .execute()
  const requests = await db
    .selectFrom('contact_request')
    .innerJoin('organisation', 'organisation.id', 'contact_request.organisation_id')
    .where('contact_id', '=', contactId)
    .select(['organisation.name', 'handle_cipher', 'asked_at'])
    .orderBy('asked_at')
    .execute()
  return {
    channel: contact.channel,
    reachable: contact.state === 'reachable',
    language,
    ageBand: contact.age_band,
    textOnly: contact.text_only,
    pausedUntil: contact.paused_until,
    rest: contact.rest,
    organisations: await Promise.all(people.map((person) => readOrganisation(ground, person, language))),
    askedOn: asked.map((row) => row.asked_on),
    contactRequests: requests.map((row) => ({
      organisation: row.name,
      reachAt: ground.vault.decryptText(row.handle_cipher),
      askedOn: row.asked_at.toISOString().slice(0, 10),
    })),
  }
}

type Person = Pick<MyOrganisation, 'id' | 'name' | 'state' | 'language'> & {
  participant_id: string
  joined_on: string
  stopped_on: string | null
}

async function readOrganisation(ground: Ground, person: Person, language: Language): Promise<MyOrganisation> {
  const { db } = ground.store
  const { id, name, state } = person
  const consents = await db
    .selectFrom('consent')
    .selectAll()
    .where('organisation_id', '=', id)
    .where('participant_id', '=', person.participant_id)
    .orderBy('given_on')
    .execute()
  const presence = await db
    .selectFrom('presence')
    .innerJoin('session', (join) =>
      join
        .onRef('session.organisation_id', '=', 'presence.organisation_id')
        .onRef('session.id', '=', 'presence.session_id'),
    )
    .innerJoin('series', (join) =>
      join.onRef('series.organisation_id', '=', 'session.organisation_id').onRef('series.id', '=', 'session.series_id'),
    )
    .where('presence.organisation_id', '=', id)
    .where('presence.participant_id', '=', person.participant_id)
    .select(['session.starts_at', 'series.title', 'presence.source'])
    .orderBy('session.starts_at')
    .execute()
  const dayOf = dayIn(ground, id)
  return {
    id,
    name,
    state,
    joinedOn: person.joined_on,
    stoppedOn: person.stopped_on,
    language: person.language,
    consents: consents.map((row) => ({
      text: row.version,
      givenOn: row.given_on,
      withdrawnOn: row.withdrawn_on,
      validUntil: row.valid_until,
    })),
    presence: presence.map((row) => ({
      on: dayOf(row.starts_at),
      activity: textIn(row.title, language),
      source: row.source,
    })),
    rounds: await readRounds(ground, person, language),
  }
}

async function readRounds(ground: Ground, person: Person, language: Language): Promise<MyRound[]> {
  const { db } = ground.store
  const runs = await db
    .selectFrom('run')
    .innerJoin('round', (join) =>
      join.onRef('round.organisation_id', '=', 'run.organisation_id').onRef('round.id', '=', 'run.round_id'),
    )
    .innerJoin('session', (join) =>
      join.onRef('session.organisation_id', '=', 'round.organisation_id').onRef('session.id', '=', 'round.session_id'),
    )
    .innerJoin('series', (join) =>
      join.onRef('series.organisation_id', '=', 'session.organisation_id').onRef('series.id', '=', 'session.series_id'),
    )
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'round.organisation_id')
        .onRef('survey_version.survey_id', '=', 'round.survey_id')
        .onRef('survey_version.hash', '=', 'round.survey_hash'),
    )
    .innerJoin('question_set_version', 'question_set_version.hash', 'survey_version.set_hash')
    .where('run.organisation_id', '=', person.id)
    .where('run.participant_id', '=', person.participant_id)
    .select(['run.id', 'run.disposition', 'round.state', 'session.starts_at', 'session.theme', 'series.title'])
    .select('question_set_version.content as set')
    .orderBy('session.starts_at', 'desc')
    .orderBy('round.opens_at', 'desc')
    .execute()
  if (runs.length === 0) return []
  const answers = await db
    .selectFrom('answer')
    .leftJoin('open_text', (join) =>
      join
        .onRef('open_text.organisation_id', '=', 'answer.organisation_id')
        .onRef('open_text.run_id', '=', 'answer.run_id')
        .onRef('open_text.question', '=', 'answer.question'),
    )
    .where('answer.organisation_id', '=', person.id)
    .where(
      'answer.run_id',
      'in',
      runs.map((run) => run.id),
    )
    .select(['answer.run_id', 'answer.question', 'answer.status', 'answer.codes', 'answer.answered_on'])
    .select('open_text.text_cipher')
    .execute()
  const quotes = await readQuotes(
    ground,
    person.id,
    runs.map((run) => run.id),
  )
  const dayOf = dayIn(ground, person.id)
  return runs.map((run) => {
    const fill = (text: LocalText) => filled(textIn(text, language), { run, person, language })
    const own = new Map(answers.filter((row) => row.run_id === run.id).map((row) => [row.question, row]))
    return {
      run: run.id,
      activity: textIn(run.title, language),
      theme: run.theme,
      on: dayOf(run.starts_at),
      state: run.state,
      ended: run.disposition,
      answers: run.set.questions.flatMap((question): MyAnswer[] => {
        const row = own.get(question.key)
        if (!row) return []
        const says = saidBy(run.set, question.key, fill)
        return [
          {
            question: question.key,
            asked: fill(question.text),
            status: row.status,
            codes: row.codes.map((code) => ({ code, says: says(code) })),
            text: row.text_cipher === null ? null : ground.vault.decryptText(row.text_cipher),
            on: row.answered_on,
            quote: quotes.get(`${run.id}:${question.key}`) ?? null,
          },
        ]
      }),
    }
  })
}

/** By run and question, what is on its way to the channel or stands there. */
async function readQuotes(ground: Ground, organisationId: string, runs: string[]): Promise<Map<string, MyQuote>> {
  const rows = await ground.store.db
    .selectFrom('quote')
    .select(['id', 'run_id', 'question', 'form', 'state', 'text_cipher'])
    .where('organisation_id', '=', organisationId)
    .where('run_id', 'in', runs)
    .where('state', 'in', ['asked', 'agreed', 'approved', 'posted'])
    .execute()
  return new Map(
    rows.flatMap(({ id, run_id, question, form, state, text_cipher }): [string, MyQuote][] => {
      if (text_cipher === null) return []
      const shown = state === 'asked' || state === 'posted' ? state : 'agreed'
      return [[`${run_id}:${question}`, { id, form, state: shown, text: ground.vault.decryptText(text_cipher) }]]
    }),
  )
}

function saidBy(set: QuestionSet, key: string, fill: (text: LocalText) => string): (code: string) => string {
  const question = set.questions.find((one) => one.key === key)
  const options = new Map(question ? optionsOf(question).map((option) => [option.code, option.text]) : [])
  return (code) => {
    const text = options.get(code)
    return text ? fill(text) : code
  }
}

function filled(
  text: string,
  about: { run: { title: LocalText; theme: string | null }; person: Person; language: Language },
): string {
  const values: Record<string, string> = {
    activity: textIn(about.run.title, about.language),
    theme: about.run.theme ?? wordsFor(about.language)('theme-unknown'),
    organisation: about.person.name,
  }
  // A name may run in the other direction than the sentence around it.
  return text.replace(/\{(activity|theme|organisation)\}/g, (_, name: string) => `\u2068${values[name]}\u2069`)
}

function dayIn(ground: Ground, organisationId: string): (date: Date) => string {
  const timezone = ground.config().organisations.get(organisationId)?.timezone ?? 'Europe/Brussels'
  return (date) =>
    Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(timezone).toPlainDate().toString()
}
