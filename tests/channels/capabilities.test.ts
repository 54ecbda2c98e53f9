/** The table of what channels can do: the document says the same as the code, and each channel does what it says. */
import { readFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { CAPABILITIES, type Capabilities } from '../../src/channels/capabilities.ts'
import { CHANNELS, type Channel, type ChannelName, type Inbound, type Prompt } from '../../src/channels/port.ts'
import { cardsToHtml } from '../../src/channels/web/wire.ts'
import { createHttp } from '../../src/http/server.ts'
import { writesElsewhere } from '../../src/rounds/write-link.ts'
import { startFakeDiscord } from '../support/fake-discord.ts'
import { labels } from '../support/fake-telegram.ts'
import { formsOf } from '../support/html.ts'
import { tinyPng } from '../support/tiny-png.ts'
import { makeHouse } from '../support/web-house.ts'
import { makeInbox } from './contract.ts'
import { discordOn } from './discord/harness.ts'
import { listening, telegramServer } from './telegram/setup.ts'

describe('the document', () => {
  const rows = readFileSync(new URL('../../docs/channels.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))

  test('has every line of the table, in its order, each with words to it', () => {
    expect(rows.map(([, key]) => key)).toEqual(Object.keys(CAPABILITIES.telegram).map((key) => `\`${key}\``))
    for (const row of rows) expect(row[2]).toMatch(/\w{3}/)
  })

  test.each(CHANNELS.map((name, i) => [name, i + 3] as const))('says of %s what the code says', (name, at) => {
    const said = Object.values(CAPABILITIES[name]).map((value) =>
      value === true ? 'yes' : value === false ? 'no' : value === null ? 'none' : String(value),
    )
    expect(rows.map((row) => row[at])).toEqual(said)
  })
})

/** How a prompt stands before somebody, and what can be done with it. */
type Screen = {
  text: string
  buttons: string[]
  links: string[]
  pictures: string[]
  /** Where words can be typed. */
  typed: Capabilities['typed'] | null
  menu: boolean
  silent: boolean
}
type Someone = {
  channel: Channel
  show(prompt: Prompt): Promise<Screen>
  /** Writes, as one does here, and gives what came in. */
  write(): Promise<Extract<Inbound, { type: 'typed' }>>
  /** Says something in the chat, if there is one. */
  say(): Promise<Inbound>
  /** Gives a command, and gives what came in. */
  ask(): Promise<Inbound>
  commands(): Promise<Capabilities['commands']>
  /** Who sees the commands for the staff, after somebody got a role. */
  staffCommands(): Promise<Capabilities['staffCommands']>
  /** Where a picture of ours stands, and what it says in words. */
  attached(): { where: Capabilities['attachments']; alt: string | null }
  /** Blocks the bot; true when we are told. */
  block?(): Promise<boolean>
}

let sent = 0
/** The platform takes two messages with one nonce for one message. */
const fresh = () => {
  sent += 1
  return { nonce: `n${sent}` }
}

async function onTelegram(): Promise<Someone> {
  const fake = await telegramServer()
  const { channel, inbox } = await listening(fake)
  const person = fake.person(7, { username: 'ann_vdb', language: 'fr' })
  person.meet()
  const to = { channel: 'telegram' as const, id: '7' }
  async function write() {
    person.type('een zin')
    return inbox.next('typed')
  }
  return {
    channel,
    async show(prompt) {
      await channel.send(to, prompt, fresh())
      const { text, buttons, preview, silent } = person.messages.at(-1)!
      return {
        text,
        buttons: labels({ ...person.messages.at(-1)!, buttons: [buttons.flat().filter(({ url }) => !url)] }),
        links: buttons.flat().flatMap(({ url }) => url ?? []),
        pictures: preview ? [preview.url] : [],
        typed: /Typ (je antwoord|het) hier/.test(text) ? 'chat' : null,
        menu: false,
        silent,
      }
    },
    write,
    say: write,
    async ask() {
      person.type('/hulp')
      return inbox.next('command')
    },
    commands: async () => (fake.commands.has('all_private_chats nl') ? 'listed' : 'page'),
    async staffCommands() {
      await channel.showCommands!(to, true)
      const names = (list: string) => JSON.stringify(fake.commands.get(list) ?? [])
      expect(names('all_private_chats nl')).not.toContain('rollen')
      return names('chat 7 nl').includes('rollen') ? 'each' : 'page'
    },
    attached() {
      const [words, picture] = person.messages
      return {
        where: picture?.media && picture.replyTo === words!.id ? 'under-words' : 'page',
        alt: picture?.text ?? null,
      }
    },
    async block() {
      person.block()
      return (await inbox.next('blocked')).from?.id === '7'
    },
  }
}

async function onDiscord(): Promise<Someone> {
  const fake = await startFakeDiscord()
  const { channel } = discordOn(fake)
  onTestFinished(async () => {
    await channel.close()
    await fake.close()
  })
  const inbox = makeInbox()
  await channel.open()
  await channel.listen(inbox.take)
  const person = fake.person({ server: fake.server().id, username: 'ann.vdb', locale: 'fr' })
  return {
    channel,
    async show(prompt) {
      await channel.send({ channel: 'discord', id: person.id }, prompt, fresh())
      const seen = person.messages().at(-1)!
      const parts = JSON.stringify(fake.world.messages.get(seen.id)!.components)
      return { ...seen, typed: parts.includes('"w.') ? 'form' : null, menu: parts.includes('"s.') }
    },
    async write() {
      await person.write('een zin')
      return inbox.next('typed')
    },
    async say() {
      person.type('een zin')
      return inbox.next('typed')
    },
    async ask() {
      await person.command('/hulp')
      return inbox.next('command')
    },
    commands: async () => (fake.world.commands.some(({ name }) => name === 'hulp') ? 'slash' : 'page'),
    async staffCommands() {
      expect(channel.showCommands).toBeUndefined()
      expect([...person.offered('server'), ...person.offered('dm')]).not.toContain('rollen')
      const organiser = fake.person({ server: fake.server().id, organiser: true })
      return organiser.offered('server').includes('rollen') ? 'by-permission' : 'page'
    },
    attached() {
      const [file] = person.messages().at(-1)!.attachments
      return { where: file ? 'with-words' : 'page', alt: file?.description ?? null }
    },
    async block() {
      person.closeDms()
      await expect(channel.send({ channel: 'discord', id: person.id }, card(), fresh())).rejects.toMatchObject({
        kind: 'gone',
      })
      return inbox.taken.some(({ type }) => type === 'blocked')
    },
  }
}

async function onWeb(): Promise<Someone> {
  const house = makeHouse()
  const http = createHttp(house.deps)
  const headers = { cookie: 'pols=somebody-on-the-page-001', 'accept-language': 'fr' }
  const visit = (path: string, fields?: Record<string, string>) =>
    http.fetch(
      new Request(
        `http://localhost${path}`,
        fields ? { method: 'POST', headers, body: new URLSearchParams(fields) } : { headers },
      ),
    )
  async function write() {
    await visit('/hier/schrijf', { eenmalig: 'x'.repeat(22), data: 'r.x', text: 'een zin' })
    return house.taken.find((inbound) => inbound.type === 'typed')!
  }
  const commandForm = async () =>
    formsOf(await (await visit('/hier')).text()).find((form) => form.path === '/hier/vraag')
  return {
    channel: house.web,
    async show(prompt) {
      const html = cardsToHtml([prompt], () => 'x')
        .map(String)
        .join('')
      return {
        text: html.replace(/<[^>]*>/g, ''),
        buttons: formsOf(html)
          .filter((form) => !form.textarea)
          .flatMap((form) => form.buttons.map((button) => button.words)),
        links: [...html.matchAll(/<a href="([^"]+)"/g)].map(([, url]) => url!),
        pictures: [...html.matchAll(/<img src="([^"]+)"/g)].map(([, url]) => url!),
        typed: html.includes('<textarea') ? 'page' : null,
        menu: html.includes('<select'),
        silent: false,
      }
    },
    write,
    say: write,
    async ask() {
      await visit('/hier/vraag', { ...(await commandForm())!.hidden, command: 'help' })
      return house.taken.find((inbound) => inbound.type === 'command')!
    },
    commands: async () => ((await commandForm()) ? 'page' : 'slash'),
    staffCommands: async () => (house.web.showCommands ? 'each' : 'page'),
    attached: () => ({ where: 'page', alt: null }),
  }
}

const SOMEONE: Record<ChannelName, () => Promise<Someone>> = { telegram: onTelegram, discord: onDiscord, web: onWeb }

function card(more: Partial<Prompt> = {}): Prompt {
  return { kind: 'card', language: 'nl', lines: [{ text: 'Wat neem je mee?', style: 'strong' }], choices: [], ...more }
}
const typedCard = card({
  choices: [{ data: 'r.x', label: 'schrijf', role: 'write' }],
  typed: { label: 'Jouw antwoord', max: 300, data: 'r.x' },
})
const link = (url: string) => card({ choices: [{ data: '', label: 'Mijn gegevens', role: 'link', url }] })
const options = (n: number) =>
  card({ choices: Array.from({ length: n }, (_, i) => ({ data: `r.${i}`, label: `keuze ${i}`, role: 'option' })) })

describe.each(CHANNELS)('on %s', (name) => {
  const can = CAPABILITIES[name]

  test('typed: words are typed where the table says, also outside a card', async () => {
    const someone = await SOMEONE[name]()
    expect((await someone.show(typedCard)).typed).toBe(can.typed)
    expect((await someone.show({ ...typedCard, kind: 'notice', choices: [] })).typed).toBe(can.typed)
    expect((await someone.show(card())).typed).toBeNull()
    await someone.show(typedCard)
    const inbound = await someone.write()
    expect(inbound.text).toBe('een zin')
    expect(inbound.data).toBe(can.typed === 'chat' ? undefined : 'r.x')
  })

  test('sensitiveText: what may not pass here is written on our page, and nothing else opens', async () => {
    const question = { key: 'q', type: 'text', sensitive: true } as const
    const held = {
      run: { at: 'q', closed: false, disposition: null },
      facts: { set: { questions: [question] } },
      address: { channel: name, id: 'x' },
    }
    expect(writesElsewhere(held as never)).toBe(!can.sensitiveText)
    // Ordinary words beside a sensitive question are sensitive too; by themselves they are not.
    const ordinary = { ...question, sensitive: false }
    const beside = { ...held, facts: { set: { questions: [{ key: 'a', type: 'yesno', sensitive: true }, ordinary] } } }
    expect(writesElsewhere(beside as never)).toBe(!can.sensitiveText)
    expect(writesElsewhere({ ...held, facts: { set: { questions: [ordinary] } } } as never)).toBe(false)
    const someone = await SOMEONE[name]()
    expect((await someone.show(link('https://pols.example.org/schrijf/abc'))).typed).toBeNull()
  })

  test('removesTheirMessage: only where it can, a message is named and can be taken away', async () => {
    const someone = await SOMEONE[name]()
    await someone.show(typedCard)
    const inbound = await someone.write()
    expect(inbound.message !== undefined).toBe(can.removesTheirMessage)
    expect(await someone.channel.remove?.(inbound.from!, inbound.message!)).toBe(can.removesTheirMessage || undefined)
  })

  test('picture: from where the table says, never in text only', async () => {
    const someone = await SOMEONE[name]()
    const picture = (url: string) => card({ picture: { url, alt: 'Drie gezichten' } })
    expect((await someone.show(picture('https://pols.example.org/p.png'))).pictures).toEqual([
      'https://pols.example.org/p.png',
    ])
    const here = 'http://localhost:3000/p.png'
    expect((await someone.show(picture(here))).pictures).toEqual(can.picture === 'always' ? [here] : [])
  })

  test('attachments and longestAlt: a picture of ours stands where the table says, cut to what it may say', async () => {
    const someone = await SOMEONE[name]()
    const alt = 'x'.repeat((can.longestAlt ?? 0) + 1)
    const shown = await someone.show(card({ image: { png: tinyPng(), alt } }))
    expect(shown.pictures).toEqual([])
    const attached = someone.attached()
    expect(attached.where).toBe(can.attachments)
    expect(attached.alt?.length ?? null).toBe(can.longestAlt)
  })

  test('linkButtons: a page is one tap away, or its address can be read', async () => {
    const someone = await SOMEONE[name]()
    const there = 'https://pols.example.org/mijn/abc'
    expect((await someone.show(link(there))).links).toEqual([there])
    const here = 'http://localhost:3000/mijn/abc'
    const shown = await someone.show(link(here))
    expect(shown.links).toEqual(can.linkButtons === 'always' ? [here] : [])
    expect(shown.text.includes(here)).toBe(can.linkButtons !== 'always')
    expect(shown.text.includes('Mijn gegevens') || shown.buttons.includes('Mijn gegevens')).toBe(true)
  })

  test('manyOptions: all are there, and become a menu only where the table says', async () => {
    const someone = await SOMEONE[name]()
    expect((await someone.show(options(5))).menu).toBe(false)
    const shown = await someone.show(options(6))
    expect(shown.menu).toBe(can.manyOptions === 'menu')
    expect(shown.buttons.map((words) => words.trim())).toEqual(options(6).choices.map(({ label }) => label))
  })

  test('longestText: a long text is whole below the limit, and cut to it above', async () => {
    const someone = await SOMEONE[name]()
    const most = can.longestText ?? 10_000
    expect((await someone.show(card({ lines: [{ text: 'x'.repeat(most) }] }))).text).toContain('x'.repeat(most))
    const { text } = await someone.show(card({ lines: [{ text: 'x'.repeat(most + 1) }] }))
    expect(text.includes('x'.repeat(most + 1))).toBe(can.longestText === null)
  })

  test('commands: help can be asked for as the table says', async () => {
    const someone = await SOMEONE[name]()
    expect(await someone.commands()).toBe(can.commands)
    expect(await someone.ask()).toMatchObject({ type: 'command', command: 'help' })
  })

  test('staffCommands: seen by whom the table says', async () => {
    const someone = await SOMEONE[name]()
    expect(await someone.staffCommands()).toBe(can.staffCommands)
  })

  test('languageHint and handle: known by what the table says', async () => {
    const someone = await SOMEONE[name]()
    expect((await someone.ask()).language).toBe('fr')
    expect((await someone.say()).language).toBe(can.languageHint === 'taps' ? undefined : 'fr')
    await someone.show(typedCard)
    const inbound = await someone.write()
    expect(inbound.handle).toBe({ 'name-or-number': '@ann_vdb', name: '@ann.vdb', asked: undefined }[can.handle])
  })

  test('silent: a message comes softly where that can be asked', async () => {
    const someone = await SOMEONE[name]()
    expect((await someone.show(card({ silent: true }))).silent).toBe(can.silent)
    expect((await someone.show(card())).silent).toBe(false)
  })

  test('blockIsTold: at once, when sending, or never', async () => {
    const someone = await SOMEONE[name]()
    const told = someone.block ? ((await someone.block()) ? 'at-once' : 'when-sending') : 'never'
    expect(told).toBe(can.blockIsTold)
  })

  test('text only: no sign is drawn by the channel, a tick is said', async () => {
    const someone = await SOMEONE[name]()
    const choices = [
      { data: 'r.a', label: 'goed', emoji: '😃', role: 'option' as const, ticked: true },
      { data: 'r.b', label: 'slecht', emoji: '🙁', role: 'option' as const },
    ]
    const shown = await someone.show({
      ...typedCard,
      choices,
      textOnly: true,
      picture: { url: 'https://a.be/x.png', alt: 'y' },
    })
    expect(`${shown.text} ${shown.buttons}`).not.toMatch(/[✔✍☑]|\p{RGI_Emoji}/v)
    expect(shown.buttons[0]).toMatch(/goed.*\(gekozen\)/)
    expect(shown.pictures).toEqual([])
  })
})

test('what no table may change: nothing sensitive is typed on Discord, nobody is asked below 13, our page is ours', () => {
  expect(CAPABILITIES.discord.sensitiveText).toBe(false)
  for (const name of CHANNELS) {
    const { sounds, silent, companyCanRead, platformAge } = CAPABILITIES[name]
    expect(silent).toBe(sounds)
    expect(companyCanRead).toBe(name !== 'web')
    expect(platformAge).toBeGreaterThanOrEqual(13)
  }
})
