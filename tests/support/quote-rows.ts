/** A digested round of which people wrote something, as rows: what rules about quotes begin with. */
import { sql } from 'kysely'
import type { ChannelName } from '../../src/channels/port.ts'
import type { Organisation } from '../../src/config/organisation.ts'
import { readOpenAnswers } from '../../src/dialogue/open-answers.ts'
import { draftQuote, sendDraft } from '../../src/dialogue/quote-drafts.ts'
import { approveQuote, type QuoteRow } from '../../src/dialogue/quotes.ts'
import { consentNow } from '../../src/people/consent-gate.ts'
import { makeDigest } from '../../src/rounds/make-digest.ts'
import { readRoundFacts } from '../../src/rounds/round-facts.ts'
import type { Row } from '../../src/rounds/send-row.ts'
import type { TestGround } from './ground.ts'
import { setNamed } from './web-samples.ts'

export const ENDED = '2026-11-25T14:00:00Z'

export type Writer = { name: string; text?: string | null; channel?: ChannelName; language?: 'nl' | 'fr' | 'ar' }

const run = (ground: TestGround, statement: ReturnType<typeof sql>) => statement.execute(ground.store.db)

export const organisationOf = (ground: TestGround, id = 'xy'): Organisation => ground.config().organisations.get(id)!

/**
 * Organisation `xy` with one session, its round `r` closed and digested, staff Noor (moderator), Samira (lead) and a
 * place on Telegram and one on Discord for results.
 * @param set a sample set with an open question `question`
 */
export async function writtenRows(
  ground: TestGround,
  writers: readonly Writer[],
  of: { set?: string; question?: string } = {},
): Promise<void> {
  const { set = 'stem', question = 'first' } = of
  const version = { aspect: { nl: 'Telt hun stem?' }, setHash: 'set', series: 'meetingpoint', moment: 'end' }
  await run(ground, sql`insert into organisation values ('xy', 'XY', false, ${ENDED})`)
  await run(ground, sql`insert into series values ('xy', 'meetingpoint', '{"nl":"Meetingpoint"}')`)
  await run(
    ground,
    sql`insert into question_set_version values ('set', ${JSON.stringify(setNamed(set))}::jsonb, ${ENDED})`,
  )
  await run(ground, sql`insert into survey values ('xy', 'v', 'meetingpoint')`)
  await run(
    ground,
    sql`insert into survey_version values ('xy', 'v', 'h', 'set', ${JSON.stringify(version)}::jsonb, ${ENDED})`,
  )
  await run(
    ground,
    sql`insert into session (organisation_id, id, series_id, starts_at, ends_at, state, by_hand)
      values ('xy', 'x', 'meetingpoint', ${ENDED}, ${ENDED}, 'planned', true)`,
  )
  await run(
    ground,
    sql`insert into round (organisation_id, id, survey_id, survey_hash, session_id, state, opens_at, closes_at, reminded)
      values ('xy', 'r', 'v', 'h', 'x', 'closed', ${ENDED}, ${ENDED}, false)`,
  )
  for (const writer of writers) await writerRows(ground, writer, question)
  for (const [role, name, id] of [
    ['moderator', 'Noor', '1'],
    ['lead', 'Samira', '2'],
    ['moderator', 'Ína', '3'],
    ['lead', 'ina ', '4'],
  ] as const) {
    const address = { channel: 'telegram' as const, id }
    await run(
      ground,
      sql`insert into staff (organisation_id, id, role, name, channel, address_hash, address_cipher, granted_by, granted_at)
        values ('xy', ${`staff-${id}`}, ${role}, ${name}, 'telegram', ${ground.vault.hashAddress(address)},
          ${ground.vault.encryptAddress(address)}, 'test', ${ENDED})`,
    )
  }
  for (const channel of ['telegram', 'discord'] as const) {
    const address = { channel, id: `place-${channel}` }
    await run(
      ground,
      sql`insert into place (organisation_id, id, purpose, channel, address_hash, address_cipher, state, linked_at)
        values ('xy', ${`at-${channel}`}, 'team', ${channel}, ${ground.vault.hashAddress(address)},
          ${ground.vault.encryptAddress(address)}, 'linked', ${ENDED})`,
    )
  }
  await makeDigest(ground, await readRoundFacts(ground, 'xy', 'r'))
}

async function writerRows(ground: TestGround, writer: Writer, question: string): Promise<void> {
  const { name, text = null, channel = 'telegram', language = 'nl' } = writer
  const { version, textVersion, today, validUntil } = consentNow(organisationOf(ground), ground.clock.now())
  const address = { channel, id: `address-of-${name}` }
  const answers = {
    space: { status: 'answered', codes: ['all'] },
    [question]: { status: text === null ? 'skipped' : 'answered', codes: [] },
  }
  const state = {
    ...{ turn: 4, at: null, answers, ticked: [], since: 4, toggled: {} },
    ...{ disposition: 'completed', closed: true, movedAt: null },
  }
  await run(
    ground,
    sql`insert into contact (id, channel, address_hash, address_cipher, state, age_band)
      values (${`contact-${name}`}, ${channel}, ${ground.vault.hashAddress(address)},
        ${ground.vault.encryptAddress(address)}, 'reachable', '18+')`,
  )
  await run(
    ground,
    sql`insert into participant (organisation_id, id, language, state, example, joined_on)
      values ('xy', ${`pseudonym-${name}`}, ${language}, 'joined', false, ${today}::date)`,
  )
  await run(ground, sql`insert into contact_link values (${`contact-${name}`}, 'xy', ${`pseudonym-${name}`})`)
  await run(
    ground,
    sql`insert into consent values ('xy', ${`pseudonym-${name}`}, ${version}, ${language}, ${today}::date, null,
      ${textVersion}, ${validUntil}::date)`,
  )
  await run(
    ground,
    sql`insert into run values ('xy', ${`run-${name}`}, 'r', ${`pseudonym-${name}`}, ${language}, 4,
      ${JSON.stringify(state)}::jsonb, 'completed', null, 4, null)`,
  )
  for (const [key, { status, codes }] of Object.entries(answers)) {
    await run(
      ground,
      sql`insert into answer values ('xy', ${`run-${name}`}, ${key}, 'r', ${status}, ${codes}::text[], ${language}, '2026-11-25')`,
    )
  }
  if (text === null) return
  await run(
    ground,
    sql`insert into open_text (organisation_id, run_id, question, text_cipher, written_on)
      values ('xy', ${`run-${name}`}, ${question}, ${ground.vault.encryptText(text)}, '2026-11-25')`,
  )
}

/** So many people, of whom so many wrote. */
export const writers = (people: number, wrote: number, prefix = 'x'): Writer[] =>
  Array.from({ length: people }, (_, i) => ({ name: `${prefix}${i}`, text: i < wrote ? `Woorden van ${i}` : null }))

export const answerOf = async (ground: TestGround, name: string) =>
  (await readOpenAnswers(ground, organisationOf(ground))).find(({ runId }) => runId === `run-${name}`)!

export const NOOR = 'staff-1'
export const eyes = (ground: TestGround, number: number, name: string) => ({
  staffId: `staff-${number}`,
  addressHash: ground.vault.hashAddress({ channel: 'telegram', id: String(number) }),
  name,
})

/** A quote of this person's words, as far as `until`. @returns its id */
export async function quoteOf(
  ground: TestGround,
  name: string,
  until: 'draft' | 'asked' | 'agreed' | 'approved',
  form: 'quote' | 'paraphrase' = 'quote',
): Promise<string> {
  const answer = await answerOf(ground, name)
  const given = { form, text: `Kort gezegd door ${name}`, staffId: NOOR }
  const draft = await draftQuote(ground, organisationOf(ground), answer, given)
  if (typeof draft === 'string') throw new Error(`no draft: ${draft}`)
  if (until !== 'draft') await sendDraft(ground, 'xy', draft.id, NOOR)
  if (until === 'agreed' || until === 'approved') {
    await sql`update quote set state = 'agreed', answered_at = ${ground.clock.now().toString()} where id = ${draft.id}`.execute(
      ground.store.db,
    )
  }
  if (until === 'approved') {
    const at = await approveQuote(ground, organisationOf(ground), draft.id, eyes(ground, 2, 'Samira'))
    if (typeof at === 'string') throw new Error(`not approved: ${at}`)
  }
  return draft.id
}

export async function quotesIn(ground: TestGround): Promise<QuoteRow[]> {
  return ground.store.db.selectFrom('quote').selectAll().orderBy('id').execute()
}

/** Rows that wait or were sent, with their claim as the outbox has it. */
export async function rowsOf(ground: TestGround, kind: string): Promise<(Row & { state: string })[]> {
  const { rows } = await sql<Row & { state: string }>`select *, claimed_until::text as claim from outgoing
    where kind = ${kind} order by channel, id`.execute(ground.store.db)
  return rows
}
