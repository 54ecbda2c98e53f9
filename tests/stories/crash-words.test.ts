/** Words that the bot asked for, and whose storing is cut off: delivered again they are what they were meant to be, once. */
import { expect, test } from 'vitest'
import { holdSession, type Story, startStory } from '../support/story.ts'
import { joins, onTelegram } from '../support/story-young.ts'

test.each(['proposal', 'inbound'])(
  'a proposal, cut off at %s while a text is asked',
  async (table) => {
    const story = await startStory({ discord: false })
    const ann = await onTelegram(story, 'xy', 51, 'nl')
    await joins(ann)
    await holdSession(story, 'xy', 'meetingpoint')
    for (const [number, label] of [
      [1, 'veel'],
      [2, 'een deel'],
      [3, 'Overslaan'],
    ] as const) {
      await ann.sees(`Vraag ${number} van 4`)
      await ann.tap(label)
    }
    await ann.sees('Vraag 4 van 4')
    await story.rest()
    await ann.write('/voorstel')
    await ann.sees('Schrijf je thema of vraag')
    await story.rest()
    await failOnce(story, table)
    await ann.write('een film over slapen')
    await ann.sees('Je voorstel staat op de lijst')
    await story.rest()
    story.telegram.redeliver()
    await story.rest()
    const { proposal, open_text } = await story.tables()
    expect([proposal!.length, open_text!.length]).toEqual([1, 0])
  },
  90_000,
)

/** What a sequence gave is not taken back with the rest of a transaction: the second try goes through. */
async function failOnce(story: Story, table: string): Promise<void> {
  const { pool } = story.app.ground.store
  await pool.query('create sequence tries')
  await pool.query(`create function fail_once() returns trigger language plpgsql as $$
    begin if nextval('tries') = 1 then raise exception 'cut off'; end if; return new; end $$`)
  await pool.query(`create trigger fail_once before insert on ${table} for each row execute function fail_once()`)
}
