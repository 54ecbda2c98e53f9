/** The calls we make to Discord's REST API, each under a name of ours, counted and limited in time. */
import {
  type APIInteractionResponse,
  MessageFlags,
  type RateLimitData,
  REST,
  RESTEvents,
  Routes,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as SlashCommand,
} from 'discord.js'
import { z } from 'zod'
import type { Log } from '../../log.ts'
import { type CallOutcome, outcomeOf } from './errors.ts'
import type { OutMessage } from './wire.ts'

export type Api = ReturnType<typeof makeApi>

/** Who answers an interaction, and which of its messages is meant (`@original` or an id). */
export type Callback = { application: string; token: string }

/** Beyond the two tries of a call, in milliseconds. */
const SETTLING_MS = 2000
/** In milliseconds: Discord takes about five edits in five seconds, which quick taps on one card can exceed. */
const LONGEST_WAIT = 5000

/** All methods throw what the REST client throws: `errors.ts` reads it. */
export function makeApi(options: {
  token: string
  apiRoot: string
  log: Log
  metrics?: { called(action: string, outcome: CallOutcome): void } | undefined
  /** How long one try may take. */
  patience: Temporal.Duration
}) {
  const patience = options.patience.total('milliseconds')
  const { log, metrics } = options
  const ending = new AbortController()
  const rest = makeRest(50).setToken(options.token)
  // Answers to interactions need no token of ours, and do not count for the limit of the whole bot.
  const answers = makeRest(1000)

  return {
    rest,
    me: () => call('read the bot', () => rest.get(Routes.user(), limits())),
    application: async () => applicationShape.parse(await call('read the application', currentApplication)),
    commands: async (application: string) =>
      z.array(z.unknown()).parse(
        await call('read the commands', () =>
          rest.get(Routes.applicationCommands(application), {
            ...limits(),
            query: new URLSearchParams({ with_localizations: 'true' }),
          }),
        ),
      ),
    setCommands: (application: string, body: SlashCommand[]) =>
      call('set the commands', () => rest.put(Routes.applicationCommands(application), { ...limits(), body })),

    /** Gives the id of the direct-message channel; the same one each time. */
    openDirect: async (person: string) =>
      withId.parse(
        await call('open a direct message', () =>
          rest.post(Routes.userChannels(), { ...limits(), body: { recipient_id: person } }),
        ),
      ).id,
    post: async (channel: string, message: OutMessage, nonce?: string) =>
      withId.parse(
        await call('send a message', () =>
          rest.post(Routes.channelMessages(channel), {
            ...limits(),
            ...contentOf(message, nonce === undefined ? {} : { nonce, enforce_nonce: true }),
          }),
        ),
      ).id,
    edit: (channel: string, message: string, body: OutMessage) =>
      call('edit a message', () =>
        rest.patch(Routes.channelMessage(channel, message), { ...limits(), ...contentOf(asEdit(body)) }),
      ),
    disarm: (channel: string, message: string) =>
      call('take buttons away', () =>
        rest.patch(Routes.channelMessage(channel, message), { ...limits(), body: { components: [] } }),
      ),

    acknowledge: (interaction: string, token: string, body: APIInteractionResponse) =>
      call('acknowledge', () =>
        answers.post(Routes.interactionCallback(interaction, token), { ...limits(), body, auth: false }),
      ),
    editAnswer: async ({ application, token }: Callback, target: string, body: OutMessage) =>
      withId.parse(
        await call('edit an answer', () =>
          answers.patch(Routes.webhookMessage(application, token, target), {
            ...limits(),
            ...contentOf(asEdit(body)),
            auth: false,
          }),
        ),
      ).id,
    addAnswer: async ({ application, token }: Callback, body: OutMessage) =>
      withId.parse(
        await call('add an answer', () =>
          answers.post(Routes.webhook(application, token), {
            ...limits(),
            ...contentOf({ ...body, flags: body.flags | MessageFlags.Ephemeral }),
            auth: false,
          }),
        ),
      ).id,
    removeAnswer: ({ application, token }: Callback) =>
      call('remove an answer', () =>
        answers.delete(Routes.webhookMessage(application, token, '@original'), { ...limits(), auth: false }),
      ),

    /** Ends all calls, and those that follow. */
    hangUp: () => ending.abort(),
    close() {
      for (const each of [rest, answers]) {
        each.clearHashSweeper()
        each.clearHandlerSweeper()
      }
    },
  }

  function makeRest(globalRequestsPerSecond: number): REST {
    const made = new REST({
      version: '10',
      api: options.apiRoot.replace(/(\/v\d+)?\/*$/, ''),
      retries: 1,
      timeout: patience,
      globalRequestsPerSecond,
      invalidRequestWarningInterval: 100,
      rejectOnRateLimit: isWorthTelling,
      // The library's own client shares its connections with the one of Telegram, which refuses the forms it makes.
      makeRequest: (url, { dispatcher: _, ...request }) => fetch(url, request as RequestInit) as never,
    })
    made.on(RESTEvents.InvalidRequestWarning, ({ count }) => {
      log.error({ count }, 'discord: many refused requests; after 10,000 in ten minutes Discord shuts us out')
    })
    return made
  }

  function currentApplication(): Promise<unknown> {
    return rest.get(Routes.oauth2CurrentApplication(), limits())
  }

  /** The library would wait and try again as often as it is refused; this bounds all of it together. */
  function limits() {
    const longest = AbortSignal.timeout(2 * patience + SETTLING_MS)
    return { signal: AbortSignal.any([longest, ending.signal]) as never }
  }

  async function call<T>(action: string, request: () => Promise<T>): Promise<T> {
    try {
      const result = await request()
      metrics?.called(action, 'ok')
      return result
    } catch (error) {
      metrics?.called(action, outcomeOf(error))
      throw error
    }
  }
}

const withId = z.object({ id: z.string() })
const applicationShape = z.object({
  id: z.string(),
  interactions_endpoint_url: z.string().nullish(),
  verify_key: z.string().nullish(),
})

/**
 * A short wait that the library proposes before asking (both numbers are then the same) happens here;
 * a longer one, and every refusal, is for the house to plan around.
 */
function isWorthTelling({ timeToReset, retryAfter }: RateLimitData): boolean {
  return !(timeToReset === retryAfter && retryAfter > 0 && retryAfter <= LONGEST_WAIT)
}

/** The body of a call; with files it travels as a form. The list of attachments is always there: an edit takes away those of before. */
function contentOf({ uploads = [], ...message }: OutMessage, more: Record<string, unknown> = {}) {
  const attachments = uploads.map(({ name, description }, id) => ({
    id,
    filename: name,
    ...(description === undefined ? {} : { description }),
  }))
  const body = { ...message, ...more, attachments }
  if (uploads.length === 0) return { body }
  return {
    body,
    files: uploads.map(({ name, type, bytes }) => ({ name, contentType: type, data: Buffer.from(bytes) })),
  }
}

/** Of the flags only this one may be given in an edit. */
function asEdit(message: OutMessage): OutMessage {
  return { ...message, flags: message.flags & MessageFlags.SuppressEmbeds }
}
