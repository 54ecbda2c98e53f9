/** Everybody who takes part, and the two places of the coach: they come in by the doors that there are. */
import type { RunningApp } from '../../src/app.ts'
import { wordsFor } from '../../src/words/words.ts'
import type { FakeDiscord, FakePlace, FakePerson as OnDiscord } from '../support/fake-discord.ts'
import type { FakeGroup, FakeTelegram, FakePerson as OnTelegram } from '../support/fake-telegram.ts'
import { HOUSE } from './house.ts'

export type Crowd = {
  onTelegram: OnTelegram[]
  onDiscord: OnDiscord[]
  /** Where digests come. */
  group: FakeGroup
  channel: FakePlace
  /** Takes away all that stands in chats; who they are stays. */
  wipe(): void
}

type Doors = { app: RunningApp; telegram: FakeTelegram; discord: FakeDiscord }

export async function joinAll(doors: Doors, people: { telegram: number; discord: number }): Promise<Crowd> {
  const { app, telegram, discord } = doors
  const links = await app.desk.joinLinks(HOUSE)
  if (!links.ok) throw new Error(links.fault)
  const token = new URL(links.value.find(({ channel }) => channel === 'telegram')!.url).searchParams.get('start')!
  const onTelegram = Array.from({ length: people.telegram }, (_, i) => telegram.person(1001 + i, { language: 'nl' }))
  for (const part of portions(onTelegram)) await Promise.all(part.map((person) => joinOnTelegram(person, token)))

  const server = discord.server()
  const manager = discord.person({ server: server.id, manager: true })
  const door = server.channel('doe-mee')
  await manager.command('/koppel', { place: door, code: await codeOf(app, 'join') })
  await door.next(({ buttons }) => buttons.includes(say('join-post-button')))
  const onDiscord = Array.from({ length: people.discord }, () => discord.person({ server: server.id }))
  for (const part of portions(onDiscord)) await Promise.all(part.map((person) => joinOnDiscord(person, door)))

  const group = telegram.group(-100500)
  group.post(`/koppel ${await codeOf(app, 'coach')}`)
  await group.next()
  const channel = server.channel('begeleiding')
  await manager.command('/koppel', { place: channel, code: await codeOf(app, 'coach') })
  await channel.next()
  await telegram.settled()
  await app.settled()
  const crowd = {
    ...{ onTelegram, onDiscord, group, channel },
    wipe() {
      for (const person of onTelegram) person.wipe()
      group.messages.splice(0)
      telegram.calls.splice(0)
      telegram.forget()
      const { world } = discord
      world.messages.clear()
      world.interactions.clear()
      world.unacknowledged.clear()
      world.shown.splice(0)
      world.calls.splice(0)
      world.violations.splice(0)
    },
  }
  return crowd
}

async function codeOf(app: RunningApp, purpose: 'join' | 'coach'): Promise<string> {
  const code = await app.desk.linkCode('coach', HOUSE, purpose)
  if (!code.ok) throw new Error(code.fault)
  return code.value.code
}

async function joinOnTelegram(person: OnTelegram, token: string): Promise<void> {
  const sees = (words: string) => person.next(({ text }) => plain(text).includes(words))
  let seen = person.next(({ text }) =>
    [say('join-language'), say('join-age')].some((words) => plain(text).includes(words)),
  )
  person.start(token)
  if (plain((await seen).text).includes(say('join-language'))) {
    seen = sees(say('join-age'))
    person.tap(say('web-language-name'))
    await seen
  }
  seen = sees(say('join-question'))
  person.tap(say('join-age-d'))
  await seen
  seen = sees(joined())
  person.tap(say('join-yes'))
  await seen
}

async function joinOnDiscord(person: OnDiscord, door: FakePlace): Promise<void> {
  const sees = (words: string) => person.next(({ text }) => plain(text).includes(words))
  let seen = person.next(({ text }) =>
    [say('join-language'), say('join-age')].some((words) => plain(text).includes(words)),
  )
  await person.tapIn(door, say('join-post-button'))
  if (plain((await seen).text).includes(say('join-language'))) {
    seen = sees(say('join-age'))
    await person.tap(say('web-language-name'))
    await seen
  }
  seen = sees(say('join-question'))
  await person.tap(say('join-age-d'))
  await seen
  seen = sees(joined())
  await person.tap(say('join-yes'))
  await seen
}

/** So many at once: nobody waits so long that a test would take it for silence. */
function portions<T>(all: T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 20) }, (_, i) => all.slice(i * 20, i * 20 + 20))
}

const say = (key: string) => wordsFor('nl')(key)
const joined = () => plain(wordsFor('nl')('join-done', { organisation: '…' })).split('…')[0]!
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '')
