/** Whether its use of methods counts: a lead says so with a button and stops with one; what is said of a method stays as it is for its half year. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { startStory } from '../support/story.ts'
import { stands, taps, types } from '../support/story-sheets.ts'
import { withRole } from '../support/story-staff.ts'
import { sayOf } from '../support/story-young.ts'

const say = (key: string, values: Record<string, string | number> = {}) => sayOf('nl', key, values)

test('a lead agrees and stops by buttons; the line is the same before and after, and names nobody', {
  timeout: 180_000,
}, async () => {
  const story = await startStory({ discord: false })
  const { db } = story.app.ground.store
  const lead = await withRole(story, 'xy', 900, 'lead', 'Leyla')
  const worker = await withRole(story, 'xy', 901, 'worker', 'Wout')
  await types(story, worker, '/methode')
  expect(labels(worker.messages.at(-1)!)).not.toContain(say('library-usage'))
  worker.tapData('t.i.u.y')
  await story.rest()
  expect(await db.selectFrom('usage_agreement').selectAll().execute()).toEqual([])

  const open = async () =>
    (await db.selectFrom('usage_agreement').select(['organisation_id', 'ended_at']).execute()).map(
      ({ organisation_id, ended_at }) => [organisation_id, ended_at === null],
    )
  await types(story, lead, '/methode')
  expect(await taps(story, lead, say('library-usage'))).toContain(say('library-usage-no'))
  expect(await taps(story, lead, say('library-usage-agree'))).toContain(say('library-usage-yes'))
  expect(await open()).toEqual([['xy', true]])

  const card = async () => {
    worker.tapData('t.i.o.stem')
    const text = await stands(story, worker)
    expect(text).toContain('Voel je je gehoord?')
    return text.split('\n').filter((line) => /half jaar|op 10/.test(line))
  }
  expect(await card()).toEqual([])
  // Looked at, and too few: nothing to say either.
  const insert = (period: string, fact: object | null) =>
    db
      .insertInto('usage_fact')
      .values({
        ...{ method_id: 'stem', period, created_at: story.clock.now().toString() },
        content: JSON.stringify({ fact, organisations: fact && ['xy', 'een', 'twee', 'drie', 'vier'] }),
      })
      .execute()
  await insert('2025-09', null)
  expect(await card()).toEqual([])
  await insert('2026-03', { times: 30, response: 8, skips: { space: 2, done: 0 } })
  const said = [
    say('library-usage-times', { count: 30 }),
    say('library-usage-response', { share: say('library-usage-share', { count: 8 }) }),
    say('library-usage-skips', { share: say('library-usage-share', { count: 2 }) }),
  ].map(plain)
  expect(await card()).toEqual(said)

  lead.tapData('t.i.u')
  expect(await stands(story, lead)).toContain(say('library-usage-yes'))
  expect(await taps(story, lead, say('library-usage-stop'))).toContain(say('library-usage-no'))
  expect(await open()).toEqual([['xy', false]])
  await story.app.sweep()
  expect(await card()).toEqual(said)
  const log = await db.selectFrom('audit').select('action').where('subject', '=', 'xy').execute()
  expect(log.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['use of methods counts', 'use of methods counts no more']),
  )
})
