/** Closed rounds with digests made as in life, and agreements that hold. */
import { sql } from 'kysely'
import { actorOf } from '../../src/dialogue/actors.ts'
import { agreeSharing, proposeSharing, type SharingWish } from '../../src/dialogue/data-agreements.ts'
import { accept, invite } from '../../src/people/staff.ts'
import { makeDigest } from '../../src/rounds/make-digest.ts'
import { readRoundFacts } from '../../src/rounds/round-facts.ts'
import { type QuestionSet, questionSet } from '../../src/survey/question-set.ts'
import type { TestGround } from '../support/ground.ts'

const text = (nl: string) => ({ nl })
export const SET: QuestionSet = questionSet.parse({
  languages: ['nl'],
  questions: [
    {
      ...{ key: 'feel', type: 'choice', text: text('Hoe was {theme}?') },
      options: [
        { code: 'good', side: 'plus', text: text('=goed') },
        { code: 'fine', side: 'middle', text: text('gaat') },
        { code: 'bad', side: 'minus', text: text('slecht') },
      ],
    },
    {
      ...{ key: 'topics', type: 'multi', text: text('Waarover?') },
      options: [
        { code: 'a', text: text('A') },
        { code: 'b', text: text('B') },
      ],
    },
    { key: 'safe', type: 'yesno', sensitive: true, text: text('Voel je je veilig?') },
    { key: 'more', type: 'text', text: text('Wil je nog iets zeggen?') },
  ],
})

/** What one person said to `feel`; everybody chose topic a, said yes to the sensitive question and wrote something. */
export type Said = 'good' | 'fine' | 'bad' | 'skipped'

/** Organisation `xy` with survey `v`, without rounds. */
export async function house(ground: TestGround): Promise<void> {
  await run(ground, sql`insert into organisation values ('xy', 'XY', false, now()), ('xyz', 'XYZ', false, now())`)
  await run(ground, sql`insert into question_set_version values ('set', ${JSON.stringify(SET)}::jsonb, now())`)
  await run(ground, sql`insert into series values ('xy', 's', '{"nl":"Meetingpoint"}')`)
  await run(ground, sql`insert into survey values ('xy', 'v', 's')`)
  const version = { aspect: text('Hoe gaat het?'), method: 'eigen', setHash: 'set', series: 's', moment: 'end' }
  await run(
    ground,
    sql`insert into survey_version values ('xy', 'v', 'h', 'set', ${JSON.stringify(version)}::jsonb, now())`,
  )
}

/**
 * A round of people named `<group><n>`, closed and digested; the same group another time is the same people.
 * @param day of the session
 */
export async function closedRound(
  ground: TestGround,
  id: string,
  given: { day: string; group: string; said: Said[]; headcount?: number; example?: boolean; theme?: string },
): Promise<void> {
  const at = `${given.day}T14:00:00Z`
  await run(
    ground,
    sql`insert into session (organisation_id, id, series_id, starts_at, ends_at, theme, headcount, state, by_hand)
      values ('xy', ${`x${id}`}, 's', ${at}, ${at}, ${given.theme ?? 'dakloosheid'}, ${given.headcount ?? null}, 'planned', true)`,
  )
  await run(
    ground,
    sql`insert into round (organisation_id, id, survey_id, survey_hash, session_id, state, opens_at, closes_at, reminded)
      values ('xy', ${id}, 'v', 'h', ${`x${id}`}, 'closed', ${at}, ${at}, false)`,
  )
  for (const [n, said] of given.said.entries()) {
    const person = `${given.group}${n}`
    const own = `run-${id}-${person}`
    await run(
      ground,
      sql`insert into participant (organisation_id, id, language, state, example, joined_on)
        values ('xy', ${person}, 'nl', 'joined', ${given.example ?? false}, ${given.day}) on conflict do nothing`,
    )
    await run(
      ground,
      sql`insert into run (organisation_id, id, round_id, participant_id, language, turn, state, card_turn)
        values ('xy', ${own}, ${id}, ${person}, 'nl', 5, '{"turn":5}', 5)`,
    )
    const answers = [
      ['feel', said === 'skipped' ? 'skipped' : 'answered', said === 'skipped' ? [] : [said]],
      ['topics', 'answered', ['a']],
      ['safe', 'answered', ['yes']],
      ['more', 'answered', []],
    ] as const
    for (const [question, status, codes] of answers)
      await run(
        ground,
        sql`insert into answer values ('xy', ${own}, ${question}, ${id}, ${status}, ${[...codes]}::text[], 'nl', ${given.day})`,
      )
    const cipher = ground.vault.encryptText('een geheim van iemand')
    await run(
      ground,
      sql`insert into open_text (organisation_id, run_id, question, text_cipher, written_on)
        values ('xy', ${own}, 'more', ${cipher}, ${given.day})`,
    )
  }
  await makeDigest(ground, await readRoundFacts(ground, 'xy', id))
}

/** Staff and an agreement of `xy` that holds. @returns its id, and who may take something away */
export async function agreedSharing(ground: TestGround, wish: Partial<SharingWish> = {}) {
  const organisation = ground.config().organisations.get('xy')!
  const { code } = await invite(ground, 'xy', { role: 'lead', name: 'Ben' }, 'command line')
  const accepted = await accept(ground, code, { channel: 'web', id: `page-of-${ground.newId()}` })
  const lead = (await actorOf(ground, organisation, (accepted as { staffId: string }).staffId))!
  const coach = (await actorOf(ground, organisation, 'coach-page', 'Els'))!
  const whole = {
    ...{ receiver: 'Dienst marktonderzoek', purpose: 'Nagaan hoe jongeren gesprekken beleven', surveyId: null },
    ...{ year: 2026, level: 'rows' as const, endsOn: '2027-08-31', ...wish },
  }
  const made = await proposeSharing(ground, organisation, whole, coach)
  if (typeof made === 'string') throw new Error(made)
  const agreed = await agreeSharing(ground, organisation, made.agreementId, lead)
  if (typeof agreed === 'string') throw new Error(agreed)
  return { id: made.agreementId, lead, coach, organisation }
}

export const mixedSaid = (many: number): Said[] =>
  Array.from({ length: many }, (_, n) => (['good', 'fine', 'bad'] as const)[n % 3]!)

const run = async (ground: TestGround, statement: ReturnType<typeof sql>) =>
  void (await statement.execute(ground.store.db))
