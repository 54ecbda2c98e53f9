/** The rows that an open round stands on, for tests of the statements that are about its runs. */
import type { Store } from '../../src/store/open.ts'

/** Organisation `o` with an open round `r`, and for each person `n` a participant `p<n>` with run `run<n>` on turn 1. */
export async function openRoundRows(store: Store, people: number): Promise<void> {
  for (const statement of [
    `insert into organisation values ('o', 'O', false, now())`,
    `insert into series values ('o', 's', '{"nl":"s"}')`,
    `insert into session (organisation_id, id, series_id, starts_at, ends_at, state, by_hand) values ('o', 'x', 's', now(), now(), 'planned', true)`,
    `insert into question_set_version values ('h', '{}', now())`,
    `insert into survey values ('o', 'v', 's')`,
    `insert into survey_version values ('o', 'v', 'h', 'h', '{}', now())`,
    `insert into round (organisation_id, id, survey_id, survey_hash, session_id, state, opens_at, closes_at, reminded) values ('o', 'r', 'v', 'h', 'x', 'open', now(), now(), false)`,
    `insert into participant select 'o', 'p' || n, 'nl', 'joined', false, '2026-11-25' from generate_series(1, ${people}) as n`,
    `insert into run (organisation_id, id, round_id, participant_id, language, turn, state, card_turn)
      select 'o', 'run' || n, 'r', 'p' || n, 'nl', 1, '{"turn":1}', 1 from generate_series(1, ${people}) as n`,
  ]) {
    await store.pool.query(statement)
  }
}
