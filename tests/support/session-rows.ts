/** One session with feeling buttons at its start and at its end, and people who tapped at one, at both, or at none. */
import { sql } from 'kysely'
import type { ChannelName, Prompt } from '../../src/channels/port.ts'
import { consentNow } from '../../src/people/consent-gate.ts'
import type { Delivery } from '../../src/rounds/deliver.ts'
import { makeDigest } from '../../src/rounds/make-digest.ts'
import { readRoundFacts } from '../../src/rounds/round-facts.ts'
import type { Language } from '../../src/survey/question-set.ts'
import type { TestGround } from './ground.ts'
import { setNamed } from './web-samples.ts'

export const STARTS = '2026-11-25T14:00:00Z'
export const ENDS = '2026-11-25T16:00:00Z'

/** Code of the feeling at the start and at the end; null for nothing, `?` for "don't know". */
export type Tapper = {
  name: string
  start: string | null
  end: string | null
  channel?: ChannelName
  language?: Language
  example?: boolean
}

const run = (ground: TestGround, statement: ReturnType<typeof sql>) => statement.execute(ground.store.db)

/** Organisation `xyz` with a session `x` and its closed rounds `start` and `end`, agreed on. */
export async function pairedSession(ground: TestGround, people: Tapper[], with_ = { end: true }): Promise<void> {
  await run(ground, sql`insert into organisation values ('xyz', 'XYZ', false, ${STARTS})`)
  await run(ground, sql`insert into series values ('xyz', 'activiteit', '{"nl":"Activiteit","ar":"نشاط"}')`)
  for (const moment of ['start', 'end'] as const) {
    const set = JSON.stringify(setNamed(moment === 'start' ? 'gevoelsbuttons-start' : 'gevoelsbuttons-einde'))
    const version = JSON.stringify({ aspect: { nl: 'Hoe gaat het?' }, setHash: moment, series: 'activiteit', moment })
    await run(ground, sql`insert into question_set_version values (${moment}, ${set}::jsonb, ${STARTS})`)
    await run(ground, sql`insert into survey values ('xyz', ${moment}, 'activiteit')`)
    await run(
      ground,
      sql`insert into survey_version values ('xyz', ${moment}, 'h', ${moment}, ${version}::jsonb, ${STARTS})`,
    )
    await run(
      ground,
      sql`insert into agreement values ('xyz', ${moment}, ${moment}, 'h', 'Ann', 'Bo', ${STARTS}, null, null)`,
    )
  }
  await sessionRows(ground, '', people, with_)
}

/** Another session of the same series; ids end in `mark`. */
export async function sessionRows(
  ground: TestGround,
  mark: string,
  people: Tapper[],
  with_ = { end: true },
): Promise<void> {
  await run(
    ground,
    sql`insert into session (organisation_id, id, series_id, starts_at, ends_at, state, by_hand)
      values ('xyz', ${`x${mark}`}, 'activiteit', ${STARTS}, ${ENDS}, 'planned', true)`,
  )
  for (const moment of with_.end ? (['start', 'end'] as const) : (['start'] as const)) {
    const at = moment === 'start' ? STARTS : ENDS
    await run(
      ground,
      sql`insert into round (organisation_id, id, survey_id, survey_hash, session_id, state, opens_at, closes_at, reminded)
        values ('xyz', ${`${moment}${mark}`}, ${moment}, 'h', ${`x${mark}`}, 'closed', ${at}, ${at}, false)`,
    )
  }
  for (const person of people) await tapperRows(ground, mark, person)
}

async function tapperRows(ground: TestGround, mark: string, person: Tapper): Promise<void> {
  const { name, channel = 'telegram', language = 'nl', example = false } = person
  const address = { channel, id: `platform-id-of-${name}` }
  await run(
    ground,
    sql`insert into contact (id, channel, address_hash, address_cipher, state, age_band)
      values (${`contact-${name}`}, ${channel}, ${ground.vault.hashAddress(address)}, ${ground.vault.encryptAddress(address)}, 'reachable', '16-17')
      on conflict do nothing`,
  )
  await run(
    ground,
    sql`insert into participant (organisation_id, id, language, state, example, joined_on)
      values ('xyz', ${`p-${name}`}, ${language}, 'joined', ${example}, '2026-11-20') on conflict do nothing`,
  )
  await run(
    ground,
    sql`insert into contact_link values (${`contact-${name}`}, 'xyz', ${`p-${name}`}) on conflict do nothing`,
  )
  const { version, textVersion, today, validUntil } = consentNow(
    ground.config().organisations.get('xyz')!,
    ground.clock.now(),
  )
  await run(
    ground,
    sql`insert into consent values ('xyz', ${`p-${name}`}, ${version}, ${language}, ${today}, null, ${textVersion}, ${validUntil})
      on conflict do nothing`,
  )
  for (const moment of ['start', 'end'] as const) {
    const code = person[moment]
    if (code !== null) await tapRows(ground, `${moment}${mark}`, name, code)
  }
}

/** A finished run with one answer. */
export async function tapRows(
  ground: TestGround,
  round: string,
  name: string,
  code: string,
  more: { question?: string; disposition?: string } = {},
): Promise<void> {
  const { question = 'feeling', disposition = 'completed' } = more
  const id = `run-${round}-${name}`
  await run(
    ground,
    sql`insert into run values ('xyz', ${id}, ${round}, ${`p-${name}`}, 'nl', 2, '{"closed":true}', ${disposition}, null, 2, null)
      on conflict do nothing`,
  )
  const [status, codes] = code === '?' ? ['dont_know', []] : ['answered', [code]]
  await run(
    ground,
    sql`insert into answer values ('xyz', ${id}, ${question}, ${round}, ${status}, ${codes}::text[], 'nl', '2026-11-25')`,
  )
}

/** Makes the digest of a closed round, as closing it does. */
export async function digestOf(ground: TestGround, round: string): Promise<void> {
  await makeDigest(ground, await readRoundFacts(ground, 'xyz', round))
}

export const many = (n: number, prefix: string, start: string | null, end: string | null): Tapper[] =>
  Array.from({ length: n }, (_, i) => ({ name: `${prefix}${i + 1}`, start, end }))

/** A way to send that keeps what it is given. */
export function keptDelivery() {
  const sent: { to: string; prompt: Prompt }[] = []
  const delivery = {
    send: async (to: { id: string }, prompt: Prompt) => {
      sent.push({ to: to.id, prompt })
      return { outcome: 'sent' as const, external: `m${sent.length}` }
    },
    card: async () => ({ outcome: 'rejected' as const }),
    disarm: () => {},
    isPublic: async () => false,
    noteCard: async () => {},
    unnoted: () => null,
    settle: async () => {},
    channel: () => undefined,
  } satisfies Delivery
  return { sent, delivery }
}
