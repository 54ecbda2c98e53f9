/** What is about one person is seen by that person only, wherever it was asked. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordChannel } from '../../../src/channels/discord/discord.ts'
import { PERSON_COMMANDS, type Prompt } from '../../../src/channels/port.ts'
import { wordsFor } from '../../../src/words/words.ts'
import { type FakeDiscord, type FakePlace, type FakeServer, startFakeDiscord } from '../../support/fake-discord.ts'
import { makeInbox } from '../contract.ts'
import { AT_ONCE, discordOn } from './harness.ts'
import { notice, of } from './prompts.ts'

let discord: FakeDiscord
let server: FakeServer
let place: FakePlace
let channel: DiscordChannel
let lines: string[]
let inbox: ReturnType<typeof makeInbox>

beforeEach(async () => {
  discord = await startFakeDiscord()
  server = discord.server()
  place = server.channel()
  inbox = makeInbox()
  await listen()
})

async function listen(timing = AT_ONCE) {
  ;({ channel, lines } = discordOn(discord, { timing }))
  await channel.open()
  await channel.listen(inbox.take)
}

afterEach(async () => {
  await channel.close()
  await discord.close()
  expect(discord.violations).toEqual([])
  expect(lines.join()).not.toContain('kim.vdb')
})

const PERSONAL = PERSON_COMMANDS.filter((command) => command !== 'koppel')
const named = (command: string) => `/${wordsFor('nl')(`discord-${command}-name`)}`
const settings: Prompt = {
  ...notice('Je taal is Nederlands.'),
  choices: [{ data: 's.lang.fr', label: 'Français', role: 'option' }],
}

describe.each(PERSONAL)('%s in a server', (command) => {
  test('is answered in the direct message, and nothing stands in the channel', async () => {
    const person = discord.person({ server: server.id, username: 'kim.vdb' })
    const given = await person.command(named(command), { place })
    expect(given.payload).toMatchObject({ guild_id: server.id })
    expect(await inbox.next('command')).toMatchObject({ command, from: of(person), handle: '@kim.vdb' })
    await channel.send(of(person), settings, { nonce: 'a' })
    await discord.until(() => person.messages().some((seen) => seen.links.length > 0))
    expect(person.messages().map((seen) => [seen.ephemeral, seen.text.split('\n')[0]])).toContainEqual([
      false,
      'Je taal is Nederlands.',
    ])
    expect(place.messages()).toEqual([])
  })

  test('with closed direct messages it is shown there, to this person only', async () => {
    const person = discord.person({ server: server.id, dmsClosed: true })
    await person.command(named(command), { place })
    await inbox.next('command')
    await channel.send(of(person), settings, { nonce: 'a' })
    expect(person.card()).toMatchObject({ ephemeral: true, buttons: ['Français'] })
    await person.tap('Français')
    expect(await inbox.next('tapped')).toMatchObject({ data: 's.lang.fr' })
    await channel.send(of(person), notice('Ta langue est le français.'), { nonce: 'b' })
    expect(person.messages().every((seen) => seen.ephemeral)).toBe(true)
    expect(place.messages()).toEqual([])
  })

  test('also when it could not be stored', async () => {
    const person = discord.person({ server: server.id })
    inbox.failNext(3)
    await person.command(named(command), { place })
    expect((await person.next((seen) => seen.text.includes('Er ging iets mis'))).ephemeral).toBe(true)
    expect(place.messages()).toEqual([])
  })

  test('also when nothing follows', async () => {
    await channel.close()
    await listen({ ...AT_ONCE, quiet: Temporal.Duration.from('PT0S') })
    const person = discord.person({ server: server.id })
    await person.command(named(command), { place })
    expect((await person.next((seen) => seen.text.includes('Ik heb je bericht gekregen'))).ephemeral).toBe(true)
    expect(place.messages()).toEqual([])
  })
})

test('a code of staff in the direct message is a command of that person, in a server one of that place', async () => {
  const coach = discord.person({ server: server.id, manager: true })
  await coach.command('/koppel', { code: 'K7-DEF' })
  expect(await inbox.next('command')).toMatchObject({
    command: 'koppel',
    argument: 'K7-DEF',
    from: { channel: 'discord', id: coach.id, route: coach.dm() },
  })
  await channel.send(of(coach), notice('Gekoppeld.'), { nonce: 'a' })
  expect((await coach.next()).text).toBe('Gekoppeld.')
  await coach.command('/koppel', { place, code: 'K7-GHI' })
  expect(await inbox.next('place-command')).toMatchObject({ argument: 'K7-GHI', place: { id: place.id } })
})

describe('something to type outside a card', () => {
  const asked = (what: 'v' | 'h'): Prompt => ({
    ...notice('Waar mag het over gaan?'),
    typed: { label: 'Jouw voorstel', max: 300, data: `${what}.xx` },
  })

  test.each(['v', 'h'] as const)('a button opens a field for it: %s', async (what) => {
    const person = discord.person({ server: server.id })
    await channel.send(of(person), asked(what), { nonce: 'a' })
    expect(person.card()?.buttons).toEqual(['✍️ Jouw voorstel'])
    await person.tap('Jouw voorstel')
    expect(person.modal()).toMatchObject({ title: 'Waar mag het over gaan?', custom_id: `${what}.xx` })
    await person.submitModal('vaker buiten')
    expect(await inbox.next('typed')).toMatchObject({ text: 'vaker buiten', data: `${what}.xx` })
  })

  test('asked in a server with closed direct messages, the field is for one person too', async () => {
    const person = discord.person({ server: server.id, dmsClosed: true })
    await person.command('/voorstel', { place })
    expect(await inbox.next('command')).toMatchObject({ command: 'propose', argument: '' })
    await channel.send(of(person), asked('v'), { nonce: 'a' })
    await person.write('vaker buiten')
    expect(await inbox.next('typed')).toMatchObject({ text: 'vaker buiten', data: 'v.xx' })
    expect(place.messages()).toEqual([])
  })

  test('given along with the command it needs no field', async () => {
    const person = discord.person({ server: server.id })
    await person.command('/voorstel', { place, text: 'vaker buiten' })
    expect(await inbox.next('command')).toMatchObject({ command: 'propose', argument: 'vaker buiten' })
    expect(place.messages()).toEqual([])
  })
})

describe('a page instead of a text field', () => {
  const sensitive: Prompt = {
    ...notice('Wat wil je daarover kwijt?'),
    kind: 'card',
    choices: [
      { data: '', label: 'Schrijf op de webpagina', role: 'link', url: 'https://pols.example.org/schrijf/abc' },
      { data: 'r1.1._skip', label: 'sla over', role: 'control' },
    ],
  }

  test('nothing typed passes through Discord: the button leads away', async () => {
    const person = discord.person({ server: server.id })
    await channel.send(of(person), sensitive, { nonce: 'a' })
    expect(person.card()).toMatchObject({
      buttons: ['sla over'],
      links: ['https://pols.example.org/schrijf/abc'],
      previews: [],
    })
    await expect(person.write('iets')).rejects.toThrow('no card asks for something in writing')
  })

  test('in a trial on this machine the address can be read, without a preview', async () => {
    const person = discord.person({ server: server.id })
    const choices = sensitive.choices.map((choice) =>
      choice.role === 'link' ? { ...choice, url: 'http://localhost:3000/schrijf/abc' } : choice,
    )
    await channel.send(of(person), { ...sensitive, choices }, { nonce: 'a' })
    expect(person.card()).toMatchObject({ buttons: ['sla over'], links: [], previews: [] })
    expect(person.card()?.text).toContain('http://localhost:3000/schrijf/abc')
  })
})

test('an edit brings the picture of its own question, or takes it away', async () => {
  const person = discord.person({ server: server.id })
  const url = 'https://pols.example.org/beeld/abc.png'
  const withPicture = { ...notice('Lees https://pols.example.org/a'), picture: { url, alt: 'Drie gezichten' } }
  const replaces = await channel.send(of(person), withPicture, { nonce: 'a' })
  expect(person.card()).toMatchObject({ pictures: [url], previews: [] })
  expect(person.card()?.text).toContain('Drie gezichten')
  await channel.send(of(person), notice('zonder'), { nonce: 'b', replaces })
  expect(person.messages()).toMatchObject([{ text: 'zonder', pictures: [] }])
  await channel.send(of(person), withPicture, { nonce: 'c', replaces })
  expect(person.messages()).toMatchObject([{ pictures: [url] }])
})

test('what only one person sees in a server has its picture too, and loses it again', async () => {
  const person = discord.person({ server: server.id, dmsClosed: true })
  const url = 'https://pols.example.org/beeld/abc.png'
  await person.command('/meedoen', { place })
  await inbox.next('command')
  const replaces = await channel.send(of(person), { ...notice('een'), picture: { url, alt: 'a' } }, { nonce: 'a' })
  expect(person.card()).toMatchObject({ ephemeral: true, pictures: [url] })
  await channel.send(of(person), notice('twee'), { nonce: 'b', replaces })
  expect(person.messages()).toMatchObject([{ ephemeral: true, pictures: [] }])
})
