/** People and servers of the fake Discord: what somebody does becomes the event that the real one would send. */
import type { FakeGateway } from './fake-discord-gateway.ts'
import { postInteraction } from './fake-discord-http.ts'
import { type Component, flat, type Pressable, pressables, type Seen } from './fake-discord-screen.ts'
import type { FakeInteraction, FakeMember, Message, World } from './fake-discord-world.ts'

export type FakePerson = ReturnType<ReturnType<typeof makePeople>['person']>
export type FakeServer = ReturnType<ReturnType<typeof makePeople>['server']>
export type FakePlace = ReturnType<FakeServer['channel']>

const MEMBER = '2248473465835073'
const MANAGE_EVENTS = String(BigInt(MEMBER) | (2n ** 33n))
const MANAGE_SERVER = String(BigInt(MANAGE_EVENTS) | 32n)

export type TakeCallback = (token: string, body: Record<string, unknown>) => void

export function makePeople(world: World, gateway: FakeGateway, takeCallback: TakeCallback) {
  return { person, server }

  /** A server that the bot is in. */
  function server(id = world.newId()) {
    return { id, channel, remove: () => gateway.dispatch('GUILD_DELETE', { id }) }

    /** A text channel, or a thread when the parent is given. */
    function channel(name = 'algemeen', options: { parent?: string } = {}) {
      const channelId = world.newId()
      const type = options.parent === undefined ? 0 : 11
      world.channels.set(channelId, { id: channelId, type, name, server: id, closedToBot: false })
      return {
        id: channelId,
        messages: (): Seen[] => publicMessages(channelId).map(world.seen),
        /** The bot loses its permission to see and write here. */
        closeToBot: () => {
          world.channels.get(channelId)!.closedToBot = true
        },
        /** The bot may still write here, but attach no files. */
        forbidFiles: () => {
          world.channels.get(channelId)!.noFiles = true
        },
        remove() {
          world.channels.delete(channelId)
          gateway.dispatch(type === 0 ? 'CHANNEL_DELETE' : 'THREAD_DELETE', { id: channelId, guild_id: id, type })
        },
        /** Waits for the next message here, or the next that changed, for which `wanted` holds. */
        next: nextOf((shown) => shown.channel === channelId && shown.person === null),
      }
    }
  }

  function publicMessages(channel: string): Message[] {
    return [...world.messages.values()].filter(
      (message) => message.channel === channel && message.only === undefined && !message.pending,
    )
  }

  /** Somebody; without a server, nothing binds them to the bot. */
  function person(
    options: {
      id?: string
      locale?: string
      username?: string
      dmsClosed?: boolean
      server?: string
      /** May manage the server, and all that is in it. */
      manager?: boolean
      /** May manage the events of the server, and no more. */
      organiser?: boolean
    } = {},
  ) {
    const member: FakeMember = {
      id: options.id ?? world.newId(),
      locale: options.locale ?? 'nl',
      username: options.username ?? 'jongere',
      permissions: options.manager ? MANAGE_SERVER : options.organiser ? MANAGE_EVENTS : MEMBER,
      dmsClosed: options.dmsClosed ?? false,
      ...(options.server === undefined ? {} : { server: options.server }),
    }
    world.people.set(member.id, member)
    let modal: { data: NonNullable<FakeInteraction['modal']>; on: Message } | null = null

    const messages = () => world.visibleTo(member.id).map(world.seen)

    /** A slash command, in a channel of the server or (without `place`) in the direct message. */
    async function command(name: string, given: { place?: { id: string }; code?: string; text?: string } = {}) {
      const asOption = (option: string, value?: string) =>
        value === undefined ? [] : [{ name: option, type: 3, value }]
      const options = [...asOption('code', given.code), ...asOption('tekst', given.text)]
      const plain = name.replace(/^\//, '')
      const known = world.commands.find((each) => each.name === plain)
      const here = given.place ? 0 : 1
      if (known && !(known.contexts as number[]).includes(here))
        throw new Error(`/${plain} is not offered here: type it`)
      const data = { id: world.newId(), name: plain, type: 1, options }
      return await act(2, data, given.place?.id ?? world.dmOf(member))
    }

    /** The commands that Discord shows this person: of what is registered, what stands there and what they may use. */
    function offered(context: 0 | 1): string[] {
      return world.commands
        .filter(({ contexts }) => (contexts as number[]).includes(context))
        .filter(({ default_member_permissions: asked }) => {
          const needed = context === 1 || asked === null ? 0n : BigInt(asked as string)
          return (BigInt(member.permissions) & needed) === needed
        })
        .map(({ name }) => String(name))
    }

    /** Presses a button, or picks an option, on the newest own message that has these words. */
    async function tap(label: string) {
      const found = findPressable(world.visibleTo(member.id), label)
      return await press(found.message, found.part)
    }

    /** Presses the button or option with exactly this data, on the newest own message that has it. */
    async function tapData(data: string) {
      for (const message of world.visibleTo(member.id).toReversed()) {
        const part = pressables(message.components).find((each) => (each.value ?? each.customId) === data)
        if (part) return await press(message, part)
      }
      throw new Error('no button has this data any more')
    }

    /** Presses a button on the newest public message of a channel that has these words. */
    async function tapIn(place: { id: string }, label: string) {
      const found = findPressable(publicMessages(place.id), label)
      return await press(found.message, found.part)
    }

    async function press(message: Message, { customId, value }: Pressable) {
      const data =
        value === undefined
          ? { custom_id: customId, component_type: 2 }
          : { custom_id: customId, component_type: 3, values: [value] }
      const interaction = await act(3, data, message.channel, message)
      if (interaction.modal) modal = { data: interaction.modal, on: message }
      return interaction
    }

    /** Fills in the text field that is open. */
    async function submitModal(text: string) {
      if (!modal) throw new Error('no text field is open')
      const { data, on } = modal
      modal = null
      const field = flat(data.components).find((part) => part.type === 4)!
      const component = { type: 4, id: 2, custom_id: field.custom_id, value: text }
      return await act(5, { custom_id: data.custom_id, components: [{ type: 18, id: 1, component }] }, on.channel, on)
    }

    /** Writes in the direct message. */
    function type(text: string, more: Record<string, unknown> = {}): string {
      const id = world.newId()
      const channel = world.dmOf(member)
      gateway.dispatch('MESSAGE_CREATE', {
        id,
        channel_id: channel,
        channel_type: 1,
        type: 0,
        content: text,
        author: { id: member.id, username: member.username, discriminator: '0', global_name: 'Jongere' },
        timestamp: '2026-11-18T18:00:00.000000+00:00',
        attachments: [],
        embeds: [],
        mentions: [],
        ...more,
      })
      return id
    }

    async function act(kind: 2 | 3 | 5, data: Record<string, unknown>, channelId: string, on?: Message) {
      if (world.endpoint) return await actByPost(begin(kind, data, channelId, on))
      if (!gateway.isListening()) throw new Error('nobody listens to this interaction')
      const interaction = begin(kind, data, channelId, on)
      gateway.dispatch('INTERACTION_CREATE', interaction.payload)
      return await world.until(() => interaction.acknowledged !== null && interaction)
    }

    /** The acknowledgement is the answer to the request; who gets none reads that the interaction failed. */
    async function actByPost(interaction: FakeInteraction): Promise<FakeInteraction> {
      const { status, answer } = await postInteraction(world.endpoint!, world.signer, interaction.payload).catch(
        () => ({
          ...{ status: 0, answer: null },
        }),
      )
      if (answer) takeCallback(interaction.token, answer)
      else {
        world.unacknowledged.delete(interaction)
        interaction.failed = status
      }
      return interaction
    }

    /** Makes an interaction without telling anybody: for events that are repeated or come late. */
    function begin(kind: 2 | 3 | 5, data: Record<string, unknown>, channelId: string, on?: Message): FakeInteraction {
      const id = world.newId()
      const token = `token-${id}`
      const payload = interactionPayload(world, member, { id, token, kind, data, channelId, on })
      const interaction: FakeInteraction = {
        ...{ id, token, payload, person: member.id, acknowledged: null, original: null, modal: null, expired: false },
      }
      world.interactions.set(token, interaction)
      world.unacknowledged.add(interaction)
      return interaction
    }

    return {
      id: member.id,
      dm: () => world.dmOf(member),
      messages,
      /** The newest message that has buttons, or the newest of all. */
      card: (): Seen | undefined => messages().findLast((each) => each.buttons.length > 0) ?? messages().at(-1),
      next: nextOf((shown) => shown.person === member.id),
      command,
      /** The slash commands on this person's screen, in a server or in the direct message. */
      offered: (where: 'server' | 'dm') => offered(where === 'server' ? 0 : 1),
      tap,
      tapData,
      tapIn,
      begin,
      submitModal,
      modal: () => modal?.data,
      type,
      /** Opens the text field of the newest card that has one, and sends this. */
      async write(text: string) {
        const found = world.visibleTo(member.id).flatMap((message) =>
          pressables(message.components)
            .filter((part) => /^w\.\d/.test(part.customId))
            .map((part) => ({ message, part })),
        )
        const newest = found.at(-1)
        if (!newest) throw new Error('no card asks for something in writing')
        await press(newest.message, newest.part)
        return await submitModal(text)
      },
      closeDms: () => {
        member.dmsClosed = true
      },
      openDms: () => {
        member.dmsClosed = false
      },
      leaveServer: () => {
        delete member.server
      },
      /** Everything that the bot said to this person is gone. */
      wipe() {
        for (const message of world.visibleTo(member.id)) world.messages.delete(message.id)
      },
    }
  }

  function nextOf(mine: (shown: World['shown'][number]) => boolean) {
    let read = 0
    return async (wanted: (seen: Seen) => boolean = () => true): Promise<Seen> => {
      const found = await world.until(() => {
        const at = world.shown.findIndex((shown, i) => i >= read && mine(shown) && wanted(shown.seen))
        return at === -1 ? null : { at, seen: world.shown[at]!.seen }
      })
      read = found.at + 1
      return found.seen
    }
  }
}

function findPressable(messages: Message[], label: string): { message: Message; part: Pressable } {
  for (const message of messages.toReversed()) {
    const part = pressables(message.components).find((each) => each.words.includes(label))
    if (part) return { message, part }
  }
  throw new Error(`no button says '${label}'`)
}

type Act = { id: string; token: string; kind: number; data: object; channelId: string; on: Message | undefined }

function interactionPayload(world: World, member: FakeMember, { id, token, kind, data, channelId, on }: Act) {
  const channel = world.channels.get(channelId)
  const user = {
    id: member.id,
    username: member.username,
    discriminator: '0',
    global_name: 'Jongere',
    avatar: null,
    public_flags: 0,
  }
  const inServer = channel?.server !== undefined
  const who = inServer
    ? {
        member: { user, permissions: member.permissions, roles: [], deaf: false, mute: false, flags: 0 },
        guild_id: channel.server,
      }
    : { user }
  return {
    ...{ id, token, type: kind, data, version: 1, application_id: world.bot.application, channel_id: channelId },
    channel: { id: channelId, type: channel?.type ?? 1, name: channel?.name ?? null },
    ...who,
    locale: member.locale,
    ...(inServer ? { guild_locale: 'nl' } : {}),
    context: inServer ? 0 : 1,
    entitlements: [],
    authorizing_integration_owners: inServer ? { '0': channel.server } : { '0': '0' },
    ...(on ? { message: messagePayload(world, on) } : {}),
  }
}

function messagePayload(world: World, { id, channel, content, components, flags }: Message) {
  const author = { id: world.bot.id, username: 'pols', bot: true }
  return { id, channel_id: channel, content, components: components as Component[], flags, author, type: 0 }
}
