/**
 * What every channel must do, whatever the platform. Each channel's own test file runs this
 * suite against a fake platform on loopback:
 *
 *   channelContract('telegram', makeHarness, { blocks: true, wipes: true, floods: true, redelivers: true })
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Address,
  type Channel,
  ChannelError,
  type Inbound,
  type Prompt,
  type StaffCommand,
} from '../../src/channels/port.ts'
import { tinyPng } from '../support/tiny-png.ts'

/** A message as somebody sees it: plain text without markup, and the words on its buttons from top to bottom. */
export type Seen = { text: string; buttons: string[] }

export type ContractPerson = {
  /** Where the channel reaches this person; also the `from` of what the person does. */
  address: Address
  /** All that the person sees now, oldest first. */
  messages(): Seen[] | Promise<Seen[]>
  /** Taps the button (or picks the option) whose words contain `label`, on the newest message that has it. */
  tap(label: string): Promise<void>
  /** Answers the newest card in writing: a chat message, a modal, a field on a page. */
  write(text: string): Promise<void>
  command(command: 'start' | 'stop' | 'help' | 'privacy', argument?: string): Promise<void>
  /** The person blocks us: the platform refuses from now on. */
  block?(): void | Promise<void>
  /** The person (or the platform) deletes every message. */
  wipe?(): void | Promise<void>
  /** A command by its name, as somebody with a role types it in private. */
  typeCommand?(name: string): void | Promise<void>
  /** The pictures and documents that stand there. */
  attached?(): Attached
}

/** Words with each picture, and names of documents, oldest first. */
export type Attached = { pictures: string[]; documents: string[] }

export type ContractPlace = {
  address: Address
  messages(): Seen[] | Promise<Seen[]>
  /** Somebody who manages the place gives `/koppel <code>` there. */
  link?(code: string): Promise<void>
  /** Somebody who manages the place gives a command there, by its Dutch name. */
  command?(name: string): Promise<void>
  /** Somebody taps a button on the newest message there. */
  tap?(label: string): Promise<void>
  attached?(): Attached
  /** From now on the bot may write there, but send no pictures or documents. */
  forbidFiles?(): void
}

/** One channel, not yet opened, with the platform it talks to. */
export type ChannelHarness = {
  channel: Channel
  /** Somebody new, who can be reached. */
  person(): Promise<ContractPerson>
  place(): Promise<ContractPlace>
  /** The platform answers the next delivery with "too many, wait `seconds`". */
  flood?(seconds: number): void
  /** Ends the platform; called after `channel.close()`. */
  close(): Promise<void>
}

export type Abilities = {
  /** The platform tells us that a person blocked the bot (`person.block`). */
  blocks: boolean
  /** Messages can be deleted behind our back (`person.wipe`). */
  wipes: boolean
  /** The platform can answer "too many" (`harness.flood`). */
  floods: boolean
  /** An event whose `take` threw comes again. */
  redelivers: boolean
  /** False: a place belongs to its organisation by its address, so there is nothing to link with a code. */
  links?: boolean
  /** False: there are pages, and what chats need for the staff is on them. */
  chats?: boolean
}

export function channelContract(name: string, makeHarness: () => Promise<ChannelHarness>, can: Abilities): void {
  describe(`${name} keeps the channel contract`, () => {
    let harness: ChannelHarness
    let channel: Channel
    let inbox: Inbox

    beforeEach(async () => {
      harness = await makeHarness()
      channel = harness.channel
      inbox = makeInbox()
      await channel.open()
      await channel.listen(inbox.take)
    })
    afterEach(async () => {
      await channel.close()
      await harness.close()
    })

    test('a card is shown with its words and its buttons in order', async () => {
      const person = await harness.person()
      const id = await channel.send(person.address, feelingCard, { nonce: 'n1' })
      expect(id).not.toBe('')
      const [message, ...others] = await person.messages()
      expect(others).toEqual([])
      for (const line of feelingCard.lines) expect(message?.text).toContain(line.text)
      const places = ['😃 goed', '😐 tussenin', '🙁 niet goed', 'weet ik niet'].map((label) =>
        message?.buttons.findIndex((words) => words.includes(label)),
      )
      expect(places).toEqual([0, 1, 2, 3])
    })

    test('a ticked option shows its tick', async () => {
      const person = await harness.person()
      const [first, ...rest] = feelingCard.choices
      await channel.send(person.address, { ...feelingCard, choices: [{ ...first!, ticked: true }, ...rest] }, n('t'))
      const [message] = await person.messages()
      expect(message?.buttons.filter((words) => words.includes('✔'))).toHaveLength(1)
      expect(message?.buttons[0]).toContain('✔')
    })

    test('a card that replaces another takes its place', async () => {
      const person = await harness.person()
      const first = await channel.send(person.address, feelingCard, n('a'))
      const second = await channel.send(person.address, notice('vraag twee'), { ...n('b'), replaces: first })
      expect(second).not.toBe('')
      const messages = await person.messages()
      expect(messages.map((message) => message.buttons)).toEqual([[]])
      expect(messages[0]?.text).toContain('vraag twee')
    })

    test('replacing a card by the same card is harmless', async () => {
      const person = await harness.person()
      const first = await channel.send(person.address, feelingCard, n('a'))
      await channel.send(person.address, feelingCard, { ...n('b'), replaces: first })
      expect(await person.messages()).toHaveLength(1)
    })

    if (can.wipes) {
      test('replacing a card that is gone sends a new one', async () => {
        const person = await harness.person()
        const first = await channel.send(person.address, feelingCard, n('a'))
        await person.wipe!()
        const second = await channel.send(person.address, notice('opnieuw'), { ...n('b'), replaces: first })
        expect(second).not.toBe(first)
        const messages = await person.messages()
        expect(messages.at(-1)?.text).toContain('opnieuw')
      })
    }

    test('a tap comes in with its data and its person', async () => {
      const person = await harness.person()
      await channel.send(person.address, feelingCard, n('a'))
      await person.tap('tussenin')
      const inbound = await inbox.next('tapped')
      expect(inbound).toMatchObject({ channel: channel.name, type: 'tapped', data: 'run1:1:so' })
      expect(inbound.from).toMatchObject({ channel: channel.name, id: person.address.id })
    })

    test('every event has an id of its own', async () => {
      const person = await harness.person()
      await channel.send(person.address, feelingCard, n('a'))
      await person.tap('goed')
      const first = await inbox.next('tapped')
      await person.tap('weet ik niet')
      const second = await inbox.next('tapped')
      expect(first.id).not.toBe('')
      expect(second.id).not.toBe(first.id)
    })

    test.each([
      'gewoon een zin',
      'كان يوماً جميلاً',
      '😃😃😃',
      '<b>vet</b> & **ster** @everyone <@123> [x](y)',
      'twee\nregels',
    ])('typed text comes in as it was typed: %j', async (text) => {
      const person = await harness.person()
      await channel.send(person.address, typedCard, n('a'))
      await person.write(text)
      const inbound = await inbox.next('typed')
      expect(inbound).toMatchObject({ channel: channel.name, text })
      expect(inbound.from?.id).toBe(person.address.id)
    })

    test.each(['stop', 'help', 'privacy'] as const)('the command %s comes in', async (command) => {
      const person = await harness.person()
      await person.command(command)
      expect(await inbox.next('command')).toMatchObject({ command, argument: '', from: { id: person.address.id } })
    })

    test('words that look like markup are shown as they are', async () => {
      const person = await harness.person()
      const nasty = 'a < b & c > d "e" <b>f</b> **g** __h__ `i` @everyone <@1> ~~j~~'
      const card: Prompt = { ...notice(nasty), choices: [{ data: 'x', label: '<i>k</i> & l', role: 'option' }] }
      await channel.send(person.address, card, n('a'))
      const [message] = await person.messages()
      expect(message?.text).toContain(nasty)
      expect(message?.buttons[0]).toContain('<i>k</i> & l')
    })

    test('a text too long for the platform is cut, not refused', async () => {
      const person = await harness.person()
      const lines = Array.from({ length: 400 }, (_, i) => ({ text: `${i}: ${'&<>"'.repeat(5)}` }))
      await channel.send(
        person.address,
        { ...notice('kop'), lines: [{ text: 'kop', style: 'strong' }, ...lines] },
        n('a'),
      )
      const messages = await person.messages()
      expect(messages[0]?.text).toContain('kop')
    })

    test('a digest reaches a place, and its table keeps its spaces', async () => {
      const place = await harness.place()
      const digest: Prompt = {
        kind: 'digest',
        language: 'nl',
        lines: [
          { text: 'Peiling', style: 'strong' },
          { text: 'goed       8', style: 'table' },
          { text: 'niet goed  5', style: 'table' },
        ],
        choices: [],
      }
      await channel.send(place.address, digest, n('a'))
      const messages = await place.messages()
      expect(messages.at(-1)?.text).toContain('goed       8')
      expect(messages.at(-1)?.text).toContain('niet goed  5')
    })

    if (can.links !== false) {
      test('a link code given in a place comes in with that place', async () => {
        const place = await harness.place()
        await place.link!('K7-DEF')
        const inbound = await inbox.next('place-command')
        expect(inbound).toMatchObject({ command: 'koppel', argument: 'K7-DEF', manager: true })
        expect(inbound.place).toMatchObject({ channel: channel.name, id: place.address.id })
      })
    }

    if (can.chats !== false) {
      test.each(Object.entries(STAFF_NAMES))(
        'the staff command %s comes in by each of its names',
        async (command, names) => {
          const person = await harness.person()
          for (const name of names) {
            await person.typeCommand!(name)
            expect(await inbox.next('command')).toMatchObject({ command, from: { id: person.address.id } })
          }
        },
      )

      test.each(Object.entries(STAFF_NAMES))(
        'the staff command %s comes in with the place it was given in',
        async (command, [name]) => {
          const place = await harness.place()
          await place.command!(name)
          const inbound = await inbox.next('place-command')
          expect(inbound).toMatchObject({
            command,
            manager: true,
            place: { channel: channel.name, id: place.address.id },
          })
          expect(inbound.from?.id).not.toBe(place.address.id)
        },
      )

      test('the answer to a tap in private takes the place of what was tapped', async () => {
        const person = await harness.person()
        await channel.send(person.address, feelingCard, n('a'))
        await person.tap('tussenin')
        const inbound = await inbox.next('tapped')
        expect(inbound.place).toBeUndefined()
        expect(inbound.message).toBeDefined()
        const next = await channel.send(person.address, notice('vraag twee'), { ...n('b'), replaces: inbound.message! })
        expect((await person.messages()).map(({ text }) => text)).toEqual([expect.stringContaining('vraag twee')])
        await channel.send(person.address, notice('vraag drie'), { ...n('c'), replaces: next })
        expect((await person.messages()).map(({ text }) => text)).toEqual([expect.stringContaining('vraag drie')])
      })

      test('a tap in a place says which place, and is answered in private', async () => {
        const place = await harness.place()
        const posted = await channel.send(place.address, { ...feelingCard, kind: 'digest' }, n('a'))
        await place.tap!('tussenin')
        const inbound = await inbox.next('tapped')
        expect(inbound).toMatchObject({ message: posted, place: { channel: channel.name, id: place.address.id } })
        expect(inbound.from?.id).not.toBe(place.address.id)
      })

      test('a picture and a document come with the words, and the picture says itself in words too', async () => {
        const person = await harness.person()
        await channel.send(person.address, withFiles({ alt: 'Acht goed, vijf niet goed' }), n('a'))
        expect((await person.messages())[0]?.text).toContain('het overzicht')
        expect(person.attached!()).toEqual({ pictures: ['Acht goed, vijf niet goed'], documents: ['overzicht.pdf'] })
      })

      test('an edit replaces the picture, keeps one that is the same, and takes away what is not wanted any more', async () => {
        const place = await harness.place()
        const first = await channel.send(place.address, withFiles({ alt: 'eerst' }), n('a'))
        const second = await channel.send(place.address, withFiles({ alt: 'eerst' }), { ...n('b'), replaces: first })
        expect(place.attached!()).toEqual({ pictures: ['eerst'], documents: ['overzicht.pdf'] })
        const third = await channel.send(place.address, withFiles({ alt: 'dan', shade: 7 }), {
          ...n('c'),
          replaces: second,
        })
        expect(place.attached!()).toEqual({ pictures: ['dan'], documents: ['overzicht.pdf'] })
        const { files: _, ...pictureOnly } = withFiles({ alt: 'dan', shade: 7 })
        const fourth = await channel.send(place.address, pictureOnly, { ...n('d'), replaces: third })
        expect(place.attached!()).toEqual({ pictures: ['dan'], documents: [] })
        await channel.send(place.address, notice('ingetrokken'), { ...n('e'), replaces: fourth })
        expect(place.attached!()).toEqual({ pictures: [], documents: [] })
        expect((await place.messages()).map(({ text }) => text)).toEqual([expect.stringContaining('ingetrokken')])
      })

      test('a picture that was tapped away from leaves with its words', async () => {
        const person = await harness.person()
        await channel.send(person.address, { ...withFiles({ alt: 'weg' }), choices: feelingCard.choices }, n('a'))
        await person.tap('tussenin')
        const { message } = await inbox.next('tapped')
        await channel.send(person.address, notice('verder'), { ...n('b'), replaces: message! })
        expect(person.attached!()).toEqual({ pictures: [], documents: [] })
        expect((await person.messages()).map(({ text }) => text)).toEqual([expect.stringContaining('verder')])
      })

      test('where pictures and documents are refused, the words stand, and can be edited', async () => {
        const place = await harness.place()
        place.forbidFiles!()
        const first = await channel.send(place.address, withFiles({ alt: 'geweigerd' }), n('a'))
        expect((await place.messages()).map(({ text }) => text)).toEqual([expect.stringContaining('het overzicht')])
        expect(place.attached!()).toEqual({ pictures: [], documents: [] })
        const prompt = withFiles({ alt: 'geweigerd' })
        const corrected = { ...prompt, lines: [{ text: 'verbeterd' }] }
        expect(await channel.send(place.address, corrected, { ...n('b'), replaces: first })).toBe(first)
        expect((await place.messages()).map(({ text }) => text)).toEqual([expect.stringContaining('verbeterd')])
      })

      test('the words with a picture are cut to what the platform takes', async () => {
        const person = await harness.person()
        await channel.send(person.address, withFiles({ alt: `begin ${'&<>"é😃'.repeat(400)}` }), n('a'))
        const [alt = ''] = person.attached!().pictures
        expect(alt.startsWith('begin &<>"é😃')).toBe(true)
        expect(alt.length).toBeLessThanOrEqual(1024)
        expect(alt.isWellFormed()).toBe(true)
      })
    }

    test('who wants text only gets no picture', async () => {
      const person = await harness.person()
      await channel.send(person.address, { ...withFiles({ alt: 'beeld' }), textOnly: true }, n('a'))
      expect((await person.messages())[0]?.text).toContain('het overzicht')
      expect(person.attached?.().pictures ?? []).toEqual([])
    })

    if (can.blocks) {
      test('somebody who blocked us is gone for good, and the error names nobody', async () => {
        const person = await harness.person()
        await person.block!()
        const error = await refusal(channel.send(person.address, notice('geheim woord'), n('a')))
        expect(error.kind).toBe('gone')
        expect(describeAll(error)).not.toContain('geheim woord')
        expect(error.message).not.toContain(person.address.id)
      })
    }

    if (can.floods) {
      test('a platform that is too busy says how long to wait', async () => {
        const person = await harness.person()
        harness.flood!(7)
        const error = await refusal(channel.send(person.address, notice('geheim woord'), n('a')))
        expect(error.kind).toBe('later')
        expect(error.retryAfter?.total('seconds')).toBeGreaterThanOrEqual(7)
        expect(describeAll(error)).not.toContain('geheim woord')
      })
    }

    if (can.redelivers) {
      test('an event that could not be stored comes again under the same id', async () => {
        const person = await harness.person()
        inbox.failNext()
        await person.command('help')
        const again = await inbox.next('command')
        expect(inbox.failed).toEqual([again.id])
      })
    }

    test('deafening waits for events in flight; sending stays possible', async () => {
      const person = await harness.person()
      const gate = inbox.holdNext()
      const acted = person.command('help')
      await gate.reached
      let deaf = false
      const deafened = channel.deafen().then(() => {
        deaf = true
      })
      await channel.send(person.address, notice('nog even'), n('a'))
      expect(deaf).toBe(false)
      gate.open()
      await deafened
      await acted
      expect(inbox.taken).toHaveLength(1)
      await channel.send(person.address, notice('nog steeds'), n('b'))
      const messages = await person.messages()
      expect(messages.at(-1)?.text).toContain('nog steeds')
    })

    test('it says that it is ready', () => {
      expect(channel.health()).toMatchObject({ ready: true, detail: expect.any(String) })
    })
  })
}

const n = (nonce: string) => ({ nonce })

const feelingCard: Prompt = {
  kind: 'card',
  language: 'nl',
  lines: [
    { text: 'Vraag 1 van 3', style: 'quiet' },
    { text: 'Hoe was het vandaag?', style: 'strong' },
  ],
  choices: [
    { data: 'run1:1:go', label: 'goed', emoji: '😃', role: 'option' },
    { data: 'run1:1:so', label: 'tussenin', emoji: '😐', role: 'option' },
    { data: 'run1:1:ba', label: 'niet goed', emoji: '🙁', role: 'option' },
    { data: 'run1:1:_dk', label: 'weet ik niet', emoji: '❔', role: 'aside' },
  ],
}

const typedCard: Prompt = {
  kind: 'card',
  language: 'nl',
  lines: [{ text: 'Wat neem je mee?', style: 'strong' }],
  choices: [
    { data: 'run1:2:_write', label: 'schrijf', emoji: '✍️', role: 'write' },
    { data: 'run1:2:_skip', label: 'sla over', role: 'control' },
  ],
  typed: { label: 'Jouw antwoord', max: 500, data: 'run1:2:_write' },
}

/** Each staff command by its names in Dutch, English and French. */
const STAFF_NAMES: Record<StaffCommand, [nl: string, en: string, fr: string]> = {
  menu: ['menu', 'menu', 'menu'],
  session: ['sessie', 'session', 'seance'],
  surveys: ['peilingen', 'surveys', 'enquetes'],
  agreement: ['akkoord', 'agreement', 'accord'],
  digest: ['digest', 'digest', 'apercu'],
  timeline: ['tijdlijn', 'timeline', 'calendrier'],
  feedback: ['terugkoppeling', 'feedback', 'retour'],
  roles: ['rollen', 'roles', 'roles'],
  methods: ['methode', 'methods', 'methodes'],
  talk: ['peilgesprek', 'impacttalk', 'entretien'],
  worksheet: ['werkblad', 'worksheet', 'fiche'],
}

function withFiles({ alt, shade }: { alt: string; shade?: number }): Prompt {
  return {
    kind: 'notice',
    language: 'nl',
    lines: [{ text: 'het overzicht', style: 'strong' }],
    choices: [],
    image: { png: tinyPng(shade === undefined ? {} : { shade }), alt },
    files: [{ name: 'overzicht.pdf', type: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.7 cijfers') }],
  }
}

function notice(text: string): Prompt {
  return { kind: 'notice', language: 'nl', lines: [{ text }], choices: [] }
}

async function refusal(sending: Promise<unknown>): Promise<ChannelError> {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ChannelError)
  return error as ChannelError
}

/** All that a careless logger could get out of an error. */
function describeAll(error: ChannelError): string {
  return `${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.cause ?? null)} ${String(error.cause)}`
}

export type Inbox = ReturnType<typeof makeInbox>

/** A `take` that remembers, can be waited on, can fail once and can be held. */
export function makeInbox() {
  const taken: Inbound[] = []
  const failed: string[] = []
  const waiting = new Set<() => void>()
  const used = new Set<Inbound>()
  let failures = 0
  let gates: Array<{ reached: () => void; opened: Promise<void> }> = []

  async function take(inbound: Inbound): Promise<void> {
    const gate = gates.shift()
    if (gate) {
      gate.reached()
      await gate.opened
    }
    if (failures > 0) {
      failures -= 1
      failed.push(inbound.id)
      throw new Error('the house is not able to take this now')
    }
    taken.push(inbound)
    for (const wake of waiting) wake()
  }

  /** The first event of this type not handed out before; waits until it is there. */
  async function next<T extends Inbound['type']>(type: T): Promise<Extract<Inbound, { type: T }>> {
    for (;;) {
      const found = taken.find((inbound) => inbound.type === type && !used.has(inbound))
      if (found) {
        used.add(found)
        return found as Extract<Inbound, { type: T }>
      }
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.add(resolve)
      await promise
      waiting.delete(resolve)
    }
  }

  function holdNext() {
    const reached = Promise.withResolvers<void>()
    const opened = Promise.withResolvers<void>()
    gates = [...gates, { reached: reached.resolve, opened: opened.promise }]
    return { reached: reached.promise, open: opened.resolve }
  }

  return {
    take,
    next,
    taken,
    failed,
    failNext: (times = 1) => {
      failures = times
    },
    holdNext,
  }
}
