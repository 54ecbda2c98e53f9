/** A yes whose storing is cut off half-way: when it is delivered again, the rest of it is done. */
import { expect, test } from 'vitest'
import { holdSession, startStory } from '../support/story.ts'
import { joins, onTelegram } from '../support/story-young.ts'

test('between the yes and the questions that are open: they come when the yes is delivered again, once', async () => {
  const story = await startStory({ discord: false })
  await holdSession(story, 'xy', 'meetingpoint')
  const { pool } = story.app.ground.store
  // What a sequence gave is not taken back with the rest of a transaction: the second try goes through.
  await pool.query('create sequence tries')
  await pool.query(`create function fail_once() returns trigger language plpgsql as $$
    begin if nextval('tries') = 1 then raise exception 'cut off'; end if; return new; end $$`)
  await pool.query('create trigger fail_once before insert on run for each row execute function fail_once()')
  const ann = await onTelegram(story, 'xy', 41, 'nl')
  await joins(ann)
  await ann.sees('Vraag 1 van 4')
  await story.rest()
  story.telegram.redeliver()
  await story.rest()
  expect(ann.person.messages.filter((message) => message.text.includes('Vraag'))).toHaveLength(1)
  const { participant, run } = await story.tables()
  expect([participant!.length, run!.length]).toEqual([1, 1])
}, 90_000)
