/** Stop and erase reach every instance at once, whatever it holds in memory. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { describeOnServer } from '../support/postgres.ts'
import { holdSession } from '../support/story.ts'
import { joins, onTelegram, sayOf } from '../support/story-young.ts'
import { startMany } from './house.ts'

describeOnServer('stopping on one instance', () => {
  test('ends what another holds: a finished round is not opened again without a yes', {
    timeout: 120_000,
  }, async () => {
    const { story, apps, door } = await startMany(2)
    const [first, second] = apps.map((app) => app.port()) as [number, number]
    door.to(first)
    const ann = await onTelegram(story, 'xy', 7, 'nl')
    await joins(ann)
    await holdSession(story, 'xy', 'meetingpoint')
    for (let question = 1; question <= 4; question += 1) {
      await ann.sees(sayOf('nl', 'card-position', { number: question, total: 4 }))
      await ann.tap(sayOf('nl', 'button-skip'))
    }
    await ann.sees(sayOf('nl', 'end-thanks'))
    await story.rest()
    // The first instance has the finished run in its memory; the person stops on the second.
    door.to(second)
    ann.person.type('/stop')
    await story.rest()
    door.to(first)
    await ann.tap(sayOf('nl', 'button-change'))
    await story.rest()
    expect(plain(ann.person.card().text)).not.toContain(sayOf('nl', 'card-position', { number: 1, total: 4 }))
    const { run, participant } = await story.tables()
    expect(participant!.map(({ state }) => state)).toEqual(['stopped'])
    expect(run!.map(({ disposition }) => disposition)).toEqual(['completed'])
  })
})
