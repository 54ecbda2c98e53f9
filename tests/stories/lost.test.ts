/** People and places that are gone, came back, or moved: nobody is asked in vain, and the others get their digest. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { joins, onDiscord, onTelegram, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }
const COACH = 900

test('who blocks the bot is left alone, and goes on at the same question after coming back', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await joined(story, 31)
  const round = await holdSession(story, 'xy', 'meetingpoint')
  await ann.sees('Vraag 1 van 4')
  await ann.tap('veel')
  await ann.sees('Vraag 2 van 4')
  ann.person.block()
  await story.rest()
  await holdSession(story, 'xy', 'meetingpoint')
  await story.rest()
  expect(ann.person.messages.filter((message) => message.text.includes('Vraag ⁨1'))).toEqual([])
  ann.person.unblock()
  await ann.tap('een deel')
  await ann.sees('Vraag 3 van 4')
  const { run, contact } = await story.tables()
  expect(contact!.map((row) => row.state)).toEqual(['reachable'])
  expect(run!.find((row) => row.round_id === round.roundId)).toMatchObject({ disposition: null })
  // Unreachable when the second round opened: not in it.
  expect(run).toHaveLength(1)
})

test('a refusal while sending ends the asking, also when no update told so', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await joined(story, 32)
  const ben = await joined(story, 33)
  ann.person.deactivate()
  await holdSession(story, 'xy', 'meetingpoint')
  await ben.sees('Vraag 1 van 4')
  await story.rest()
  const before = story.telegram.callsOf('sendMessage').length
  story.clock.pass({ hours: 25 })
  await story.app.sweep()
  await ben.sees('Deze vragen staan er nog voor jou')
  await story.rest()
  expect(story.telegram.callsOf('sendMessage').length - before).toBe(1)
  const { run, contact } = await story.tables()
  expect(run!.map((row) => row.disposition).sort()).toEqual(['unreachable', null].sort())
  expect(contact!.map((row) => row.state).sort()).toEqual(['gone', 'reachable'])
})

test('who closed direct messages on Discord and comes back by /meedoen is asked again', LONG, async () => {
  const story = await startStory({ telegram: false })
  const { server, place } = await discordPlace(story, 'join')
  const ann = onDiscord(story, server, { place }, 'nl')
  await joins(ann)
  story.discord.expireInteractions()
  story.clock.pass({ minutes: 30 })
  ann.person.closeDms()
  await holdSession(story, 'xy', 'meetingpoint')
  await story.rest()
  ann.person.openDms()
  await ann.person.command('/meedoen', { place })
  await ann.sees(sayOf('nl', 'join-already', { organisation: 'XY' }))
  await story.rest()
  story.clock.pass({ hours: 24 })
  await holdSession(story, 'xy', 'meetingpoint')
  await ann.sees('Vraag 1 van 4')
})

test(
  'a group that puts the bot out, a channel that is deleted and a server that is left are gone; the rest gets the digest',
  LONG,
  async () => {
    const story = await startStory()
    const coach = story.telegram.person(COACH)
    const [kept, left, topics] = [-1001, -1002, -1003].map((id) => story.telegram.group(id))
    const channel = story.telegram.group(-1004, { type: 'channel' })
    for (const group of [kept!, left!, topics!]) group.admins.add(COACH)
    const topic = topics!.openTopic('Overzichten')
    const closed = topics!.openTopic('Oud')
    await linked(story, kept!, (text) => kept!.say(text, coach))
    await linked(story, left!, (text) => left!.say(text, coach))
    await linked(story, topics!, (text) => topics!.say(text, coach, topic))
    await linked(story, topics!, (text) => topics!.say(text, coach, closed))
    await linked(story, channel, (text) => channel.post(text))
    const here = await discordPlace(story, 'coach')
    const deleted = await discordPlace(story, 'coach')
    const silenced = await discordPlace(story, 'coach')
    const left2 = await discordPlace(story, 'coach')
    left!.kick(coach)
    topics!.deleteTopic(closed)
    deleted.place.remove()
    silenced.place.closeToBot()
    left2.server.remove()
    // An event of the same gateway that can be waited for: what came before it was taken in.
    const later = onDiscord(story, here.server, { place: here.place }, 'nl')
    await later.comeIn()
    await story.rest()

    const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
    granted(await story.app.desk.closeRound('coach', 'xy', roundId))
    await story.rest()
    const digests = (messages: { text: string }[]) => messages.filter((message) => message.text.includes('📋')).length
    expect(digests(kept!.messages)).toBe(1)
    expect(topics!.messages.filter((message) => message.text.includes('📋')).map((message) => message.topic)).toEqual([
      topic,
    ])
    expect(digests(channel.messages)).toBe(1)
    expect(digests(here.place.messages())).toBe(1)
    for (const gone of [left!.messages, deleted.place.messages(), silenced.place.messages(), left2.place.messages()])
      expect(digests(gone)).toBe(0)
    const { place, outgoing } = await story.tables()
    expect(
      place!
        .filter((row) => row.organisation_id === 'xy')
        .map((row) => `${row.channel} ${row.state}`)
        .sort(),
    ).toEqual([
      'discord gone',
      'discord gone',
      'discord gone',
      'discord linked',
      'telegram gone',
      'telegram gone',
      'telegram linked',
      'telegram linked',
      'telegram linked',
      'web linked',
    ])
    expect(
      outgoing!
        .filter((row) => row.kind === 'digest')
        .map((row) => row.state)
        .sort(),
    ).toEqual(['gone', 'gone', 'sent', 'sent', 'sent', 'sent', 'sent'])
  },
)

test('a group that becomes a supergroup keeps its digests, whether we were told or find out', LONG, async () => {
  const story = await startStory({ discord: false })
  const coach = story.telegram.person(COACH)
  const told = story.telegram.group(-51, { type: 'group' })
  const found = story.telegram.group(-52, { type: 'group' })
  const again = story.telegram.group(-53, { type: 'group' })
  for (const group of [told, found, again]) {
    group.admins.add(COACH)
    await linked(story, group, (text) => group.say(text, coach))
  }
  const toldNow = told.migrate(-10051)
  story.telegram.hold()
  const foundNow = found.migrate(-10052)
  // The updates are lost: only the refusal tells.
  story.telegram.release(() => [])
  // Linked anew in the supergroup before the move was heard of.
  story.telegram.hold()
  const againNow = again.migrate(-10053)
  const moves: { update_id: number }[] = []
  story.telegram.release((updates) => {
    moves.push(...updates)
    return []
  })
  againNow.admins.add(COACH)
  await linked(story, againNow, (text) => againNow.say(text, coach))
  for (const [i, move] of moves.entries()) story.telegram.deliver({ ...move, update_id: 200_000 + i })
  await story.rest()
  const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
  granted(await story.app.desk.closeRound('coach', 'xy', roundId))
  await story.rest()
  for (const group of [toldNow, foundNow, againNow])
    expect(group.messages.filter((message) => message.text.includes('📋'))).toHaveLength(1)
  for (const group of [told, found, again])
    expect(group.messages.filter((message) => message.text.includes('📋'))).toEqual([])
  expect(story.logs.filter((line) => JSON.parse(line).level >= 50)).toEqual([])
  const { place, outgoing } = await story.tables()
  expect(
    place!
      .filter((row) => row.channel === 'telegram')
      .map((row) => row.state)
      .sort(),
  ).toEqual(['gone', 'linked', 'linked', 'linked'])
  expect(outgoing!.filter((row) => row.kind === 'digest').map((row) => row.state)).toEqual([
    'sent',
    'sent',
    'sent',
    'sent',
  ])
})

test(
  'a code links once, for half an hour, by who manages the chat; a command that is delivered again does no harm',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const coach = story.telegram.person(COACH)
    const group = story.telegram.group(-61)
    const other = story.telegram.group(-62)
    group.admins.add(COACH)
    other.admins.add(COACH)
    const member = story.telegram.person(901)
    const code = granted(await story.app.desk.linkCode('coach', 'xy', 'coach')).code
    group.say(`/koppel ${code}`, member)
    await group.next((message) => message.text === sayOf('nl', 'link-not-manager'))
    group.say(`/koppel ${code.toUpperCase()}`, coach)
    await group.next((message) => plain(message.text).includes('Gekoppeld'))
    await story.rest()
    story.telegram.redeliver()
    await story.rest()
    expect(group.messages.map((message) => message.text)).not.toContain(sayOf('nl', 'link-wrong-code'))
    other.say(`/koppel ${code}`, coach)
    await other.next((message) => message.text === sayOf('nl', 'link-wrong-code'))
    const late = granted(await story.app.desk.linkCode('coach', 'xy', 'coach')).code
    story.clock.pass({ minutes: 31 })
    other.say(`/koppel ${late}`, coach)
    await other.next((message) => message.text === sayOf('nl', 'link-wrong-code'))
    const { place } = await story.tables()
    expect(place!.filter((row) => row.channel === 'telegram')).toHaveLength(1)
  },
)

async function joined(story: Story, id: number) {
  const young = await onTelegram(story, 'xy', id, 'nl')
  await joins(young)
  return young
}

async function linked(story: Story, group: ReturnType<Story['telegram']['group']>, say: (text: string) => void) {
  const { code } = granted(await story.app.desk.linkCode('coach', 'xy', 'coach'))
  say(`/koppel ${code}`)
  await group.next((message) => plain(message.text).includes('Gekoppeld'))
}

async function discordPlace(story: Story, purpose: 'coach' | 'join') {
  const server = story.discord.server()
  const place = server.channel()
  const manager = story.discord.person({ server: server.id, manager: true })
  const { code } = granted(await story.app.desk.linkCode('coach', 'xy', purpose))
  await manager.command('/koppel', { place, code })
  await place.next()
  return { server, place }
}
