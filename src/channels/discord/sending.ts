/** How a message gets to a person or a place: direct message first, and what only they see in the server when that is closed. */
import type { Log } from '../../log.ts'
import { wordsFor } from '../../words/words.ts'
import { type Address, ChannelError, type Choice, type ExternalId, type Prompt } from '../port.ts'
import type { Api } from './api.ts'
import { isClosed, isLostRoute, isUploadRefused, needsNewMessage, numbersOf, readRefusal } from './errors.ts'
import type { Visit, Visits } from './visits.ts'
import { EPHEMERAL, externalIdOf, isPlace, type OutMessage, toMessage } from './wire.ts'

export type Sending = ReturnType<typeof makeSending>

/**
 * Direct messages that we open by ourselves: Discord flags bots that open many at once, and does not say how many that
 * is. The house counts them, for all its instances together.
 */
export type Openings = {
  /** Takes the turn of the message with this nonce. @returns null, or how long to wait before asking again */
  take(nonce: string): Promise<Temporal.Duration | null>
  /** Discord finds that we open too many: nobody opens any for so long. */
  tooFast(wait: Temporal.Duration): Promise<void>
}

const MOST_ROUTES = 50_000
/** The words when what came in could not be stored. */
export const TROUBLE = 'discord-trouble'
const DISMISSED = 'dismissed'

/** The channel a sent message stands in; none for what only one person sees in a server. */
export function directMessageOf(sent: ExternalId): string | undefined {
  return sent.startsWith(EPHEMERAL) ? undefined : sent.split('/')[0]
}

export function makeSending(parts: { api: Api; visits: Visits; log: Log; openings?: Openings | undefined }) {
  const { api, visits, log, openings } = parts
  const routes = new Map<string, Promise<string>>()

  return { send, disarm, learnRoute, answer, dismiss }

  async function send(
    to: Address,
    prompt: Prompt,
    { nonce, replaces }: { nonce: string; replaces?: ExternalId },
  ): Promise<ExternalId> {
    return isPlace(to)
      ? await toPlace(to.id, toMessage(prompt), nonce, replaces)
      : await toPerson(to, prompt, nonce, replaces)
  }

  async function toPlace(channel: string, message: OutMessage, nonce: string, replaces?: ExternalId) {
    try {
      const id = await put(channel, message, nonce, replaces)
      for (const visit of visits.waitingPlace(channel)) dismiss(visit)
      return id
    } catch (error) {
      if (readRefusal(error).kind === 'gone') {
        for (const visit of visits.waitingPlace(channel)) answer(visit, 'discord-no-access')
      }
      throw error
    }
  }

  async function toPerson(to: Address, prompt: Prompt, nonce: string, replaces?: ExternalId): Promise<ExternalId> {
    const visit = visits.latest(to.id)
    if (replaces?.startsWith(EPHEMERAL)) {
      const edited = await editEphemeral(replaces.slice(EPHEMERAL.length), prompt)
      if (edited) return edited
    }
    if (visit?.closed) return await showInServer(visit, prompt, nonce)
    try {
      const id = await inDirect(to, toMessage(prompt), nonce, replaces?.startsWith(EPHEMERAL) ? undefined : replaces)
      for (const waiting of visits.waitingPerson(to.id)) pointTo(waiting, id)
      return id
    } catch (error) {
      if (!isClosed(error)) throw error
      // While the house cannot say whether another instance heard them, nobody is lost: what it throws is for later.
      const heard = visit ?? (await visits.elsewhere(to.id))
      if (!heard) throw error
      heard.closed = true
      return await showInServer(heard, prompt, nonce)
    }
  }

  async function inDirect(to: Address, message: OutMessage, nonce: string, replaces?: ExternalId): Promise<ExternalId> {
    if (to.route !== undefined) learnRoute(to.id, to.route)
    const known = routes.has(to.id)
    try {
      return await put(await routeOf(to.id, nonce), message, nonce, replaces)
    } catch (error) {
      if (!known || !isLostRoute(error)) throw error
      routes.delete(to.id)
      return await put(await routeOf(to.id, nonce), message, nonce)
    }
  }

  /** Where the files are refused, the words go without them. */
  async function withFiles<T>(message: OutMessage, deliver: (message: OutMessage) => Promise<T>): Promise<T> {
    try {
      return await deliver(message)
    } catch (error) {
      if (!message.uploads || !isUploadRefused(error)) throw error
      const { uploads: _, ...words } = message
      const delivered = await deliver(words)
      log.warn(numbersOf(error), 'discord: a picture or document was refused; the words stand without it')
      return delivered
    }
  }

  /** Edits the message it replaces, or sends a new one when there is none to edit. */
  function put(channel: string, message: OutMessage, nonce: string, replaces?: ExternalId): Promise<ExternalId> {
    return withFiles(message, (each) => putOnce(channel, each, nonce, replaces))
  }

  async function putOnce(
    channel: string,
    message: OutMessage,
    nonce: string,
    replaces?: ExternalId,
  ): Promise<ExternalId> {
    const [where, old] = replaces?.split('/') ?? []
    if (where !== undefined && old !== undefined) {
      try {
        await api.edit(where, old, message)
        return externalIdOf(where, old)
      } catch (error) {
        if (!needsNewMessage(error)) throw error
      }
    }
    return externalIdOf(channel, await api.post(channel, message, nonce))
  }

  /** What only one person sees in a server goes by itself. */
  async function disarm(_: Address, message: ExternalId): Promise<void> {
    const [channel, id] = message.split('/')
    if (message.startsWith(EPHEMERAL) || channel === undefined || id === undefined) return
    try {
      await api.disarm(channel, id)
    } catch (error) {
      if (!needsNewMessage(error)) throw error
    }
  }

  /** The id of the direct message with somebody, opened when it is not known. */
  function routeOf(person: string, nonce: string): Promise<string> {
    const known = routes.get(person)
    if (known) return known
    const opening = openDirect(person, nonce)
    remember(person, opening)
    opening.catch(() => routes.delete(person))
    return opening
  }

  /** Who is there right now asked for it, and is not made to wait. */
  async function openDirect(person: string, nonce: string): Promise<string> {
    const visit = visits.latest(person) ?? (openings ? await visits.elsewhere(person) : null)
    const retryAfter = visit ? null : ((await openings?.take(nonce)) ?? null)
    if (retryAfter) {
      const pauses = { retryAfter, pauses: 'bucket' as const }
      throw new ChannelError('later', 'discord: direct messages are opened slowly, a few a minute and a day', pauses)
    }
    try {
      return await api.openDirect(person)
    } catch (error) {
      const { kind, retryAfter: told, pauses } = readRefusal(error)
      if (kind === 'later' && pauses === 'bucket' && told) await openings?.tooFast(told)
      throw error
    }
  }

  function learnRoute(person: string, channel: string): void {
    remember(person, Promise.resolve(channel))
  }

  function remember(person: string, route: Promise<string>): void {
    routes.delete(person)
    routes.set(person, route)
    const [oldest] = routes.keys()
    if (oldest !== undefined && routes.size > MOST_ROUTES) routes.delete(oldest)
  }

  /** Null when that message can no longer be reached. */
  async function editEphemeral(message: string, prompt: Prompt): Promise<ExternalId | null> {
    const handle = visits.handleOf(message) ?? (await visits.handleElsewhere(message))
    if (!handle) return null
    try {
      await withFiles(toMessage(forOneOnly(prompt)), (each) => api.editAnswer(handle, handle.target, each))
      return externalIdOf(null, message)
    } catch (error) {
      if (needsNewMessage(error) || readRefusal(error).kind === 'gone') return null
      throw error
    }
  }

  /** The same nonce leads to the same message, also where another instance tried before. */
  async function showInServer(visit: Visit, prompt: Prompt, nonce: string): Promise<ExternalId> {
    const message = toMessage(forOneOnly(prompt))
    if (await visits.answered(visit, nonce)) {
      const id = await withFiles(message, (each) => api.editAnswer(visit, '@original', each))
      return await shown(visit, nonce, id, '@original')
    }
    const before = await visits.shownBefore(visit, nonce)
    const edited = before === null ? null : await editEphemeral(before, prompt)
    if (edited) return edited
    const id = await withFiles(message, (each) => api.addAnswer(visit, each))
    return await shown(visit, nonce, id, id)
  }

  /** It stands there by now: that others could not be told does not undo it. */
  async function shown(visit: Visit, nonce: string, id: string, target: string): Promise<ExternalId> {
    await visits.noteShown(visit, nonce, id, target).catch(logUnshared)
    return externalIdOf(null, id)
  }

  /** Somebody who asked in the server learns where to look; in the direct message itself it stands right there. */
  function pointTo(visit: Visit, shown: ExternalId): void {
    if (visit.where === 'dm') dismiss(visit)
    else answer(visit, 'discord-look', `https://discord.com/channels/@me/${shown}`)
  }

  /** Replaces "thinking…" by a sentence of our own, without making anybody wait for it. */
  function answer(visit: Visit, key: string, link?: string): void {
    const words = wordsFor(visit.language)
    const choices: Choice[] =
      link === undefined ? [] : [{ data: '', label: words('discord-look-button'), role: 'link', url: link }]
    const message = toMessage({ kind: 'notice', language: visit.language, lines: [{ text: words(key) }], choices })
    settle(visit, key, () => api.editAnswer(visit, '@original', message))
  }

  /** Takes "thinking…" away. */
  function dismiss(visit: Visit): void {
    settle(visit, DISMISSED, () => api.removeAnswer(visit))
  }

  function settle(visit: Visit, by: string, work: () => Promise<unknown>): void {
    if (visit.answeredBy !== undefined) return
    const settling = async () => {
      const mine = await visits.answered(visit, by).catch((error: unknown) => {
        // A house that stores nothing has to be able to say so.
        if (by !== TROUBLE) throw error
        return true
      })
      if (mine) await work()
    }
    settling().catch(logFailure)
  }

  function logUnshared(): void {
    log.warn('discord: how somebody in a server can be answered was not noted; this instance can')
  }

  function logFailure(error: unknown): void {
    log.warn(numbersOf(error), 'discord: an interaction was left without an answer')
  }
}

/** Says why the card stands in the server, and that nobody else can read along. */
function forOneOnly(prompt: Prompt): Prompt {
  const text = wordsFor(prompt.language)('discord-closed')
  return { ...prompt, lines: [...prompt.lines, { text, style: 'quiet' }] }
}
