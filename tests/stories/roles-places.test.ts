/** Channels for results: linked from the menu, never where anybody reads along; and roles on Discord. */
import { expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram-chats.ts'
import { granted, holdSession, startStory } from '../support/story.ts'
import { type TelegramGroup, telegramPlace, withRole } from '../support/story-staff.ts'
import { sayOf, soon } from '../support/story-young.ts'

const LONG = { timeout: 120_000 }

test(
  'a public group is refused for results and the code stays good; one that becomes public later gets nothing more',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const samira = await withRole(story, 'xy', 901, 'lead', 'Samira')
    samira.type('/menu')
    samira.tap('Een kanaal koppelen', await samira.next(({ text }) => plain(text).includes('XY · Samira')))
    const which = await samira.next(({ text }) => plain(text).includes('Welk kanaal wil je koppelen aan XY?'))
    samira.tap('Kanaal van ons team', which)
    const given = await samira.next(({ text }) => text.includes('/koppel '))
    expect(plain(given.text)).toContain(sayOf('nl', 'link-keep-private'))
    const code = /\/koppel ([a-z0-9]{9})/.exec(plain(given.text))![1]!

    const square = story.telegram.group(-1001, { username: 'xy_plein' })
    square.admins.add(901)
    square.say(`/koppel ${code}`, samira)
    await square.next(({ text }) => plain(text).includes(sayOf('nl', 'link-public')))
    const team = story.telegram.group(-1002)
    team.admins.add(901)
    team.say(`/koppel ${code}`, samira)
    const linked = await team.next(({ text }) => plain(text).includes('Gekoppeld. De overzichten van XY'))
    expect(plain(linked.text)).toContain(sayOf('nl', 'link-keep-private'))
    // Used: somewhere else it opens nothing.
    const other = story.telegram.group(-1003)
    other.admins.add(901)
    other.say(`/koppel ${code}`, samira)
    await other.next(({ text }) => plain(text).includes(sayOf('nl', 'link-wrong-code')))

    team.open('xy_team')
    team.say('/tijdlijn', samira)
    await team.next(({ text }) => plain(text).includes(sayOf('nl', 'place-public-now')))
    await story.rest()
    const { place } = await story.tables()
    expect(place!.filter((row) => row.purpose === 'team').map((row) => row.state)).toEqual(['gone'])
  },
)

test('a coach channel that was made public gets no digest, also when nobody does anything there', LONG, async () => {
  const story = await startStory({ discord: false })
  const samira = await withRole(story, 'xy', 901, 'lead', 'Samira')
  const coaches = await telegramPlace(story, 'xy', -1001, 'coach', samira)
  const team = await telegramPlace(story, 'xy', -1002, 'team', samira)
  const closed = async () => {
    const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
    granted(await story.app.desk.exampleAnswers('coach-page', 'xy', roundId))
    granted(await story.app.desk.closeRound('coach-page', 'xy', roundId))
    await story.rest()
  }
  const digestsIn = (group: TelegramGroup) => group.messages.filter(({ text }) => text.startsWith('📋')).length
  await closed()
  expect([digestsIn(coaches), digestsIn(team)]).toEqual([1, 1])
  coaches.open('xy_coaches')
  story.clock.pass({ hours: 24 })
  await closed()
  expect([digestsIn(coaches), digestsIn(team)]).toEqual([1, 2])
  const notes = () =>
    coaches.messages.filter(({ text }) => plain(text).includes(sayOf('nl', 'place-public-now'))).length
  expect(notes()).toBe(1)
  // Left alone from then on.
  story.clock.pass({ hours: 24 })
  await closed()
  expect([digestsIn(coaches), digestsIn(team), notes()]).toEqual([1, 3, 1])
  const { place } = await story.tables()
  expect(place!.filter((row) => row.purpose === 'coach').map((row) => row.state)).toContain('gone')
})

test('young people may come in through a public group: no results come there', LONG, async () => {
  const story = await startStory({ discord: false })
  const samira = await withRole(story, 'xy', 901, 'lead', 'Samira')
  const square = story.telegram.group(-1001, { username: 'xy_plein' })
  square.admins.add(901)
  square.say(`/koppel ${granted(await story.app.desk.linkCode('coach-page', 'xy', 'join')).code}`, samira)
  await square.next(({ text }) => text.includes('?start='))
})

test(
  'with a role in two organisations somebody chooses where they are busy, and a role there is nothing here',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const ann = await withRole(story, 'xy', 901, 'lead', 'Ann')
    const { code } = await invite(story.app.ground, 'xyz', { role: 'author', name: 'Ann' }, 'test')
    ann.type(`/koppel ${code}`)
    await ann.next(({ text }) => plain(text).includes('Je rol bij XYZ: Vragenmaker.'))
    ann.type('/menu')
    const here = await ann.next(({ text }) => plain(text).includes('XY · Ann'))
    const at = labels(here).findIndex((label) => plain(label) === 'Naar XYZ')
    ann.tap(at, here)
    await ann.next(({ text }) => plain(text).includes('Je bent nu bij XYZ.'))
    ann.wipe()
    ann.type('/menu')
    const there = await ann.next(({ text }) => plain(text).includes('XYZ · Ann'))
    expect(labels(there)).not.toContain('Een kanaal koppelen')
    ann.tapData('t.k.team')
    await ann.next(({ text }) => plain(text).includes(sayOf('nl', 'staff-may-not', { organisation: 'XYZ' })))
  },
)

test('on Discord a role is taken in the direct message, and everything goes by buttons there', LONG, async () => {
  const story = await startStory({ telegram: false })
  const server = story.discord.server()
  const samira = story.discord.person({ server: server.id })
  const { code } = await invite(story.app.ground, 'xy', { role: 'lead', name: 'Samira' }, 'test')
  const sees = (words: string) =>
    soon(
      samira.next(({ text }) => plain(text).includes(words)),
      () => words,
    )
  samira.type(`/koppel ${code}`)
  await sees('Je rol bij XY: Verantwoordelijke.')
  await samira.tap('Menu')
  await sees('XY · Samira')
  await samira.tap('Wie doet wat')
  await sees('Samira: Verantwoordelijke')
  await samira.tap('Iemand uitnodigen')
  await sees('Welke rol bij XY?')
  await samira.tap('Moderator')
  await sees('Hoe heet deze persoon?')
  await samira.tap('Voornaam typen')
  await samira.submitModal('Noor')
  await sees('Geef dit aan Noor, en aan niemand anders: Moderator bij XY.')
  const { invitation } = await story.tables()
  expect(invitation!.map((row) => [row.role, row.name, row.used_at !== null])).toEqual(
    expect.arrayContaining([['moderator', 'Noor', false]]),
  )
})
