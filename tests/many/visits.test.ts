/** Somebody with closed direct messages, heard by one instance and asked by another. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { describeOnServer } from '../support/postgres.ts'
import { granted } from '../support/story.ts'
import { joins, onDiscord, sayOf } from '../support/story-young.ts'
import { startMany } from './house.ts'

describeOnServer('a visit in a server', () => {
  test('the question comes from the other instance, once, where only that person sees it; and the conversation goes on', {
    timeout: 120_000,
  }, async () => {
    const { story, apps, door } = await startMany(2)
    const [first, second] = apps as [(typeof apps)[0], (typeof apps)[0]]
    door.to(first.port())
    const server = story.discord.server()
    const manager = story.discord.person({ server: server.id, manager: true })
    const square = server.channel('plein')
    const posted = square.next()
    await manager.command('/koppel', {
      place: square,
      code: granted(await first.desk.linkCode('coach', 'xy', 'join')).code,
    })
    await posted
    const young = onDiscord(story, server, { post: square }, 'nl')
    young.person.closeDms()
    await joins(young)
    await story.rest()
    const kept = await first.ground.store.pool.query('select value_cipher from fleeting')
    expect(kept.rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept.rows)).not.toMatch(/token-/)

    granted(await second.desk.holdSession('coach', 'xy', 'meetingpoint'))
    await second.settled()
    await young.sees(sayOf('nl', 'card-position', { number: 1, total: 4 }))
    const cards = () =>
      young.person
        .messages()
        .filter(({ text }) => /Vraag \d van \d/.test(plain(text)))
        .map(({ text, ephemeral }) => [plain(text).match(/Vraag \d/)?.[0], ephemeral])
    expect(cards()).toEqual([['Vraag 1', true]])
    expect((await second.ground.store.pool.query('select state from contact')).rows).toEqual([{ state: 'reachable' }])

    // Each answer is heard by the one that did not ask.
    await young.tap(sayOf('nl', 'button-skip'))
    await young.sees(sayOf('nl', 'card-position', { number: 2, total: 4 }))
    door.to(second.port())
    await young.tap(sayOf('nl', 'button-skip'))
    await young.sees(sayOf('nl', 'card-position', { number: 3, total: 4 }))
    await story.rest()
    expect(cards()).toEqual([['Vraag 3', true]])

    // A quarter of an hour later nothing of it is left.
    story.clock.pass({ minutes: 16 })
    await story.app.sweep()
    const { fleeting, contact } = await story.tables()
    expect([fleeting, contact!.map(({ state }) => state)]).toEqual([[], ['reachable']])
    expect(story.logs.join('\n')).not.toMatch(/token-\d/)
    expect(story.discord.violations).toEqual([])
  })
})
