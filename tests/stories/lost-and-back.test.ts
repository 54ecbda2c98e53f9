/** Who could not be reached for a while and then taps the card that still stands there takes part again, as before. */
import { expect, test } from 'vitest'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { joins, onDiscord } from '../support/story-young.ts'

test('whose reminder was refused on Discord, and who taps later, is asked the next time too', async () => {
  const story = await startStory({ telegram: false })
  const server = story.discord.server()
  const place = server.channel()
  const manager = story.discord.person({ server: server.id, manager: true })
  const { code } = granted(await story.app.desk.linkCode('coach', 'xy', 'join'))
  await manager.command('/koppel', { place, code })
  await place.next()
  const ann = onDiscord(story, server, { place }, 'nl')
  await joins(ann)
  await holdSession(story, 'xy', 'meetingpoint')
  await ann.sees('Vraag 1 van 4')
  await story.rest()
  ann.person.closeDms()
  story.discord.expireInteractions()
  story.clock.pass({ hours: 25 })
  await story.app.sweep()
  await story.rest()
  expect(await known(story)).toEqual({ contact: ['gone'], run: ['unreachable'] })
  ann.person.openDms()
  await ann.tap('veel')
  await ann.sees('Vraag 2 van 4')
  await story.rest()
  expect(await known(story)).toEqual({ contact: ['reachable'], run: [null] })
}, 90_000)

test.each(['a tap on the card of last time', 'a command'])(
  'who could not be invited is back by %s',
  async (by) => {
    const story = await startStory({ telegram: false })
    const server = story.discord.server()
    const place = server.channel()
    const manager = story.discord.person({ server: server.id, manager: true })
    const { code } = granted(await story.app.desk.linkCode('coach', 'xy', 'join'))
    await manager.command('/koppel', { place, code })
    await place.next()
    const ann = onDiscord(story, server, { place }, 'nl')
    await joins(ann)
    await holdSession(story, 'xy', 'meetingpoint')
    for (const [number, label] of [
      [1, 'veel'],
      [2, 'een deel'],
      [3, 'Overslaan'],
      [4, 'Overslaan'],
    ] as const) {
      await ann.sees(`Vraag ${number} van 4`)
      await ann.tap(label)
    }
    const { buttons } = await ann.sees('Klaar.')
    await story.rest()
    ann.person.closeDms()
    story.discord.expireInteractions()
    story.clock.pass({ minutes: 30 })
    await holdSession(story, 'xy', 'meetingpoint')
    await story.rest()
    expect((await known(story)).contact).toEqual(['gone'])
    ann.person.openDms()
    if (by === 'a command') await ann.person.command('/instellingen', { place })
    else await ann.tap(buttons[0]!)
    await ann.sees(by === 'a command' ? 'Wat wil je anders?' : 'Vraag 1 van 4')
    await story.rest()
    expect((await known(story)).contact).toEqual(['reachable'])
  },
  90_000,
)

async function known({ app }: Story) {
  const { db } = app.ground.store
  const contacts = await db.selectFrom('contact').select('state').execute()
  const runs = await db.selectFrom('run').select('disposition').execute()
  return { contact: contacts.map(({ state }) => state), run: runs.map(({ disposition }) => disposition) }
}
