/** Answers in a realistic spread: some organisations are large, most are small, sessions are of all sizes, over three working years. */
import pg from 'pg'
import type { Digest } from '../src/digest/content.ts'
import { makeDigest } from '../src/rounds/make-digest.ts'
import { readRoundFacts } from '../src/rounds/round-facts.ts'
import { optionsOf } from '../src/survey/question-set.ts'
import type { QuestionSet } from '../src/survey/types.ts'
import type { TestGround } from '../tests/support/ground.ts'

/**
 * Fills an empty database: of each organisation all rounds have their digest, but for the last one, which is closed.
 * @param answers about how many in all
 */
export async function seedAnswers(ground: TestGround, url: string, answers: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ set: QuestionSet }>(
      'select question_set_version.content as set from question_set_version join survey_version on survey_version.set_hash = question_set_version.hash limit 1',
    )
    const questions = rows[0]!.set.questions.map((question) => ({
      key: question.key,
      codes: optionsOf(question).map(({ code }) => code),
    }))
    // Rows are checked and indexed at the end, all at once.
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'`,
    )
    await client.query('alter table answer drop constraint answer_pkey; drop index answer_round')
    for (const statement of plannedRows(answers / questions.length)) await client.query(statement)
    await client.query(RUNS)
    await client.query(ANSWERS, [JSON.stringify(questions)])
    await client.query('create index answer_round on answer (organisation_id, round_id, question)')
    await client.query('alter table answer add primary key (organisation_id, run_id, question)')
    await client.query('vacuum analyze')
    await digests(ground, client)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** `share`: the part of all runs that is of organisation n; a session has 8 to 59 people. */
const plannedRows = (runs: number): string[] => [
  `create temp table wish as
    with each as (select n, 1.0 / (n + 5) as weight from generate_series(1, 200) as n)
    select 'o' || n as o, greatest(2, (${runs} * weight / sum(weight) over () / 30)::int) as rounds from each`,
  `create temp table plan as
    select o, k, md5('s' || o || '-' || k) as session, md5('r' || o || '-' || k) as round, k = rounds as last,
      8 + abs(hashtext(o || k)) % 22 + abs(hashtext(k || o)) % 31 as people,
      timestamptz '2026-11-24 18:00Z' - (interval '800 days' * (rounds - k) / rounds) as starts_at
    from wish, generate_series(1, rounds) as k`,
  `insert into participant (organisation_id, id, language, state, example, joined_on)
    select o, 'p' || o || '-' || j, 'nl', 'joined', false, '2024-09-01' from wish, generate_series(0, 199) as j`,
  `insert into contact (id, channel, address_hash, address_cipher, state, age_band)
    select 'c' || id, 'telegram', 'h' || id, 'x', 'reachable', '18+' from participant`,
  `insert into contact_link (contact_id, organisation_id, participant_id) select 'c' || id, organisation_id, id from participant`,
  `insert into session (organisation_id, id, series_id, starts_at, ends_at, state, by_hand)
    select o, session, 'meetingpoint', starts_at, starts_at + interval '2 hours', 'planned', true from plan`,
  `insert into round (organisation_id, id, survey_id, survey_hash, session_id, state, opens_at, closes_at, reminded)
    select o, round, survey_version.survey_id, survey_version.hash, session, case when last then 'closed' else 'digested' end,
      starts_at + interval '2 hours', starts_at + interval '2 days', true
    from plan join survey_version on survey_version.organisation_id = o`,
  `insert into moment (organisation_id, id, kind, subject_id, owner, on_date, minutes, person)
    select o, 'm' || round, 'peiling', round, 'Pols', starts_at::date, 2, 'young' from plan`,
  'analyze plan',
]

const RUNS = `insert into run (organisation_id, id, round_id, participant_id, language, turn, state, disposition, card_turn)
  select o, substr(md5(round || '-' || j), 1, 22), round, 'p' || o || '-' || ((j + k * 7) % 200), 'nl', 5,
    '{"turn":5,"at":null,"answers":{},"ticked":[],"since":5,"toggled":{},"disposition":"completed","closed":true,"movedAt":null}', 'completed', 5
  from plan, generate_series(1, people) as j`

/** Six of nine answer; the others don't know, rather not say, or never came so far. */
const ANSWERS = `insert into answer (organisation_id, run_id, question, round_id, status, codes, language, answered_on)
  select run.organisation_id, run.id, one.key, run.round_id, how.status,
    case when how.status = 'answered' and jsonb_array_length(one.codes) > 0
      then array[one.codes ->> (abs(hashtext(run.id || one.key)) % jsonb_array_length(one.codes))] else '{}' end,
    'nl', round.closes_at::date
  from run join round on round.organisation_id = run.organisation_id and round.id = run.round_id,
    jsonb_to_recordset($1::jsonb) as one(key text, codes jsonb),
    lateral (select (array['answered','answered','answered','answered','answered','answered','dont_know','declined','expired'])
      [1 + abs(hashtext(one.key || run.id)) % 9] as status) as how`

/** One digest as it is made, and the same for every round, each with its own day and its own release log. */
async function digests(ground: TestGround, client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select id from round where organisation_id = 'o200' and state = 'digested' limit 1`,
  )
  const { id } = rows[0]!
  await client.query(`update round set state = 'closed' where organisation_id = 'o200' and id = $1`, [id])
  await makeDigest(ground, await readRoundFacts(ground, 'o200', id))
  const made = await client.query<{ content: Digest }>(
    `select content from digest where organisation_id = 'o200' and round_id = $1`,
    [id],
  )
  const content = JSON.stringify(made.rows[0]!.content)
  await client.query(
    `insert into digest (organisation_id, id, round_id, content, created_at, nudged_at)
      select o, 'd' || round, round, jsonb_set($1::jsonb, '{date}', to_jsonb(starts_at::date::text)), starts_at + interval '2 days', starts_at + interval '7 days'
      from plan where not last and round <> $2`,
    [content, id],
  )
  await client.query(
    `insert into release (organisation_id, digest_id, position, figure)
      select digest.organisation_id, digest.id, one.ordinality - 1, one.value
      from digest, jsonb_array_elements($1::jsonb -> 'released') with ordinality as one where digest.round_id <> $2`,
    [content, id],
  )
  await client.query(`insert into counted_round (organisation_id, round_id, people, answers)
    select o, round, people, people * 3 from plan where not last on conflict do nothing`)
}
