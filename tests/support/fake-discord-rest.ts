/** The REST side of the fake Discord: only the calls that the bot may make, each with the limits of the real one. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { checkCommands, checkMessage, checkModal, Refusal } from './fake-discord-checks.ts'
import type { Component } from './fake-discord-screen.ts'
import { type Attachment, attachmentsOf, readForm } from './fake-discord-uploads.ts'
import type { Embed, FakeChannel, FakeInteraction, Message, World } from './fake-discord-world.ts'

type Body = Record<string, unknown>
type Handler = (match: string[], body: Body) => unknown

/**
 * What is odd about the next call whose method and path match. `drop`: done, but the answer is lost; `half`: done, and
 * half of the answer comes; `reset`: not done, the line breaks; `hang`: not done, no answer ever; headers: done, and told so.
 */
export type Fault = {
  match: RegExp
  answer: Refusal | 'drop' | 'half' | 'reset' | 'hang' | { headers: Record<string, string> }
  times: number
}

/** Asked before every call (`POST /channels/1/messages`): what is odd about it, if anything. */
export type Storm = (key: string) => Fault['answer'] | undefined

export function makeFakeRest(world: World, gatewayUrl: () => string) {
  const faults: Fault[] = []
  const uploads = new WeakMap<Body, Attachment[] | null>()

  const routes: Array<[RegExp, Handler]> = [
    [/^GET \/gateway\/bot$/, () => ({ url: gatewayUrl(), shards: 1, session_start_limit: LIMIT })],
    [/^GET \/users\/@me$/, () => ({ id: world.bot.id, username: 'pols', bot: true })],
    [/^GET \/oauth2\/applications\/@me$/, application],
    [/^GET \/applications\/(\d+)\/commands$/, () => world.commands],
    [/^PUT \/applications\/(\d+)\/commands$/, (_, body) => setCommands(body)],
    [/^POST \/users\/@me\/channels$/, (_, body) => openDirect(body)],
    [/^POST \/channels\/(\d+)\/messages$/, ([, channel], body) => createMessage(channel!, body)],
    [/^PATCH \/channels\/(\d+)\/messages\/(\d+)$/, ([, channel, id], body) => editMessage(channel!, id!, body)],
    [/^POST \/interactions\/(\d+)\/([^/]+)\/callback$/, ([, , token], body) => callback(token!, body)],
    [/^PATCH \/webhooks\/\d+\/([^/]+)\/messages\/([^/]+)$/, ([, token, id], body) => editAnswer(token!, id!, body)],
    [/^DELETE \/webhooks\/\d+\/([^/]+)\/messages\/([^/]+)$/, ([, token, id]) => removeAnswer(token!, id!)],
    [/^POST \/webhooks\/\d+\/([^/]+)$/, ([, token], body) => addAnswer(token!, body)],
  ]

  const weather: { storm: Storm | null; onStep: ((step: 'asked' | 'done' | 'over', key: string) => void) | null } = {
    storm: null,
    onStep: null,
  }

  return { handle, faults, weather, callback }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://fake').pathname).replace(/^\/api\/v10/, '')
    const { body, files } = await readBody(request)
    const key = `${request.method} ${path}`
    weather.onStep?.('asked', key)
    response.once('close', () => weather.onStep?.('over', key))
    const fault = takeFault(key) ?? weather.storm?.(key)
    if (fault === 'hang') return
    if (fault === 'reset') return void request.socket.destroy()
    let status = 200
    let answer: unknown
    let headers: Record<string, string> = {
      'x-ratelimit-limit': '50',
      'x-ratelimit-remaining': '49',
      'x-ratelimit-reset-after': '1',
    }
    if (typeof fault === 'object') headers = { ...headers, ...fault.headers }
    try {
      if (fault instanceof Refusal) throw fault
      const [route, handler] = routes.find(([pattern]) => pattern.test(key)) ?? []
      if (!route || !handler) throw new Refusal(404, 0, '404: Not Found')
      const needsToken = !/^\/(interactions|webhooks)\//.test(path)
      if (needsToken && request.headers.authorization !== `Bot ${world.bot.token}`) {
        throw new Refusal(401, 0, '401: Unauthorized')
      }
      if (body.attachments !== undefined || files.size > 0) uploads.set(body, await attachmentsOf(body, files))
      answer = handler([...route.exec(key)!], body)
      if (answer === undefined) status = 204
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      status = error.status
      answer = { code: error.code, message: error.message }
      headers = { ...headers, ...error.headers }
    }
    world.calls.push({ method: request.method ?? '', path, status, body })
    world.changed()
    weather.onStep?.('done', key)
    if (fault === 'drop') request.socket.destroy()
    else if (fault === 'half') {
      const text = JSON.stringify(answer ?? {})
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      response.write(text.slice(0, text.length / 2), () => request.socket.destroy())
    } else {
      response.writeHead(status, status === 204 ? headers : { 'content-type': 'application/json', ...headers })
      response.end(status === 204 ? undefined : JSON.stringify(answer))
    }
  }

  function takeFault(key: string): Fault['answer'] | undefined {
    const fault = faults.find((each) => each.times > 0 && each.match.test(key))
    if (fault) fault.times -= 1
    return fault?.answer
  }

  function application(): unknown {
    return {
      ...{ id: world.bot.application, name: 'Pols', bot_public: true },
      verify_key: world.signer.verifyKey,
      interactions_endpoint_url: world.endpoint?.shown ?? null,
    }
  }

  function setCommands(body: unknown): unknown {
    checkCommands(body)
    const registered = {
      application_id: world.bot.application,
      version: '1',
      nsfw: false,
      default_member_permissions: null,
    }
    world.commands = body.map((command) => ({ ...registered, ...command, id: world.newId() }))
    return world.commands
  }

  function openDirect(body: Body): unknown {
    const person = world.people.get(String(body.recipient_id))
    if (!person) throw new Refusal(400, 50033, 'Invalid Recipient(s)')
    world.opens += 1
    if (world.opens > world.mostOpens) throw new Refusal(403, 40003, 'You are opening direct messages too fast')
    return { id: world.dmOf(person), type: 1, recipients: [{ id: person.id }] }
  }

  function createMessage(id: string, body: Body): unknown {
    const channel = world.channels.get(id)
    if (!channel) throw new Refusal(404, 10003, 'Unknown Channel')
    if (channel.closedToBot) throw new Refusal(403, 50001, 'Missing Access')
    const person = channel.person === undefined ? undefined : world.people.get(channel.person)
    if (person?.dmsClosed) throw new Refusal(403, 50007, 'Cannot send messages to this user')
    if (person && person.server === undefined) throw new Refusal(403, 50278, 'No mutual guilds')
    checkMessage(body)
    checkRights(channel, body)
    if (person) noteEffect(person.id, 'a message')
    const nonce = typeof body.nonce === 'string' ? `${id}/${body.nonce}` : undefined
    const earlier = nonce !== undefined && body.enforce_nonce === true ? world.nonces.get(nonce) : undefined
    if (earlier !== undefined) return asJson(world.messages.get(earlier)!)
    const message = put({ ...fresh(id), ...newContent(body), flags: Number(body.flags ?? 0) })
    if (nonce !== undefined) world.nonces.set(nonce, message.id)
    return asJson(message)
  }

  function editMessage(channel: string, id: string, body: Body): unknown {
    if (!world.channels.has(channel)) throw new Refusal(404, 10003, 'Unknown Channel')
    const message = world.messages.get(id)
    if (!message || message.channel !== channel || message.only !== undefined) {
      throw new Refusal(404, 10008, 'Unknown Message')
    }
    if (message.author !== world.bot.id) throw new Refusal(403, 50005, 'Cannot edit a message authored by another user')
    if ((Number(body.flags ?? 0) & ~4) !== 0) throw new Refusal(400, 50035, 'Invalid Form Body: flags')
    // Only the buttons: the words stay.
    if (Object.keys(body).join() === 'components')
      return asJson(put({ ...message, components: body.components as Component[] }))
    checkMessage(body)
    checkRights(world.channels.get(channel)!, body)
    const person = world.channels.get(channel)?.person
    if (person !== undefined) noteEffect(person, 'an edit')
    return asJson(put(edited(message, body)))
  }

  function callback(token: string, body: Body): undefined {
    const interaction = world.interactions.get(token)
    if (!interaction || interaction.expired) throw new Refusal(404, 10062, 'Unknown interaction')
    if (interaction.acknowledged !== null) {
      throw new Refusal(400, 40060, 'Interaction has already been acknowledged.')
    }
    const on = interaction.payload.message as { id: string } | undefined
    const data = (body.data ?? {}) as Body
    if (body.type === 5) {
      const only = (Number(data.flags ?? 0) & 64) !== 0 ? { only: interaction.person } : {}
      interaction.original = put({
        ...fresh(String(interaction.payload.channel_id)),
        ...only,
        flags: 64,
        pending: true,
      }).id
    } else if (body.type === 6) {
      if (!on) throw new Refusal(400, 50035, 'Invalid Form Body: type')
      interaction.original = on.id
    } else if (body.type === 9) {
      if (interaction.payload.type === 5) throw new Refusal(400, 50035, 'Invalid Form Body: type')
      checkModal(data)
      interaction.modal = data as never
    } else throw new Refusal(400, 50035, 'Invalid Form Body: type')
    interaction.acknowledged = body.type as number
    world.unacknowledged.delete(interaction)
    world.changed()
  }

  function editAnswer(token: string, target: string, body: Body): unknown {
    const message = answerOf(token, target)
    checkMessage(body)
    return asJson(put({ ...edited(message, body), pending: false }))
  }

  function removeAnswer(token: string, target: string): undefined {
    world.messages.delete(answerOf(token, target).id)
    world.changed()
  }

  function addAnswer(token: string, body: Body): unknown {
    const interaction = living(token)
    checkMessage(body)
    const only = (Number(body.flags ?? 0) & 64) !== 0 ? { only: interaction.person } : {}
    const channel = String(interaction.payload.channel_id)
    return asJson(put({ ...fresh(channel), ...newContent(body), ...only, flags: Number(body.flags ?? 0) }))
  }

  function answerOf(token: string, target: string): Message {
    const interaction = living(token)
    const message = world.messages.get(target === '@original' ? (interaction.original ?? '') : target)
    if (!message) throw new Refusal(404, 10008, 'Unknown Message')
    return message
  }

  function living(token: string): FakeInteraction {
    const interaction = world.interactions.get(token)
    if (!interaction || interaction.expired) throw new Refusal(401, 50027, 'Invalid Webhook Token')
    if (interaction.acknowledged === null) world.violations.push('an answer before the acknowledgement')
    return interaction
  }

  function checkRights(channel: FakeChannel, body: Body): void {
    const attached = uploads.get(body) ?? []
    if (channel.noFiles && attached.length > 0) throw new Refusal(403, 50013, 'Missing Permissions')
  }

  /** Content of a new message, with what was uploaded along. */
  function newContent(body: Body) {
    return { ...contentOf(body), attachments: uploads.get(body) ?? [] }
  }

  /** An edit leaves what it does not name; of the flags it can only set or clear the one that hides embeds. */
  function edited(message: Message, body: Body): Message {
    const { content, components, embeds } = contentOf(body)
    const flags = body.flags === undefined ? message.flags : (message.flags & ~4) | (Number(body.flags) & 4)
    return {
      ...message,
      content,
      components,
      embeds: body.embeds === undefined ? message.embeds : embeds,
      attachments: uploads.get(body) ?? message.attachments,
      flags,
    }
  }

  /** Three seconds are short: nothing else may happen to somebody before their tap is acknowledged. */
  function noteEffect(person: string, what: string): void {
    for (const each of world.unacknowledged) {
      if (each.expired) world.unacknowledged.delete(each)
    }
    if ([...world.unacknowledged].some((each) => each.person === person))
      world.violations.push(`${what} before the acknowledgement`)
  }

  function fresh(channel: string): Message {
    return {
      id: world.newId(),
      channel,
      author: world.bot.id,
      content: '',
      components: [],
      embeds: [],
      attachments: [],
      flags: 0,
      pending: false,
    }
  }

  function put(message: Message): Message {
    world.messages.set(message.id, message)
    if (!message.pending) world.show(message)
    return message
  }
}

const LIMIT = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 }

function contentOf(body: Body): Pick<Message, 'content' | 'components' | 'embeds'> {
  return {
    content: String(body.content),
    components: (body.components ?? []) as Component[],
    embeds: (body.embeds ?? []) as Embed[],
  }
}

function asJson({ id, channel, content, components, flags }: Message): unknown {
  return { id, channel_id: channel, content, components, flags, type: 0 }
}

async function readBody(request: IncomingMessage): Promise<{ body: Body; files: Map<string, File> }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return await readForm(type, raw)
  return { body: raw.length === 0 ? {} : (JSON.parse(raw.toString('utf8')) as Body), files: new Map() }
}
