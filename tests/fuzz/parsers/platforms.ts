/** What the platforms send: updates, events, interactions and refusals. */
import { DiscordAPIError, RateLimitError } from 'discord.js'
import fc from 'fast-check'
import { GrammyError } from 'grammy'
import { z } from 'zod'
import { toChannelError as discordError, outcomeOf as discordOutcome } from '../../../src/channels/discord/errors.ts'
import { acknowledgement, readInteraction } from '../../../src/channels/discord/interactions.ts'
import { toInbound as fromDiscord, fromInteraction } from '../../../src/channels/discord/wire.ts'
import { CHANNELS, ChannelError, PERSON_COMMANDS, PLACE_COMMANDS, STAFF_COMMANDS } from '../../../src/channels/port.ts'
import {
  advisedWait,
  toChannelError as telegramError,
  outcomeOf as telegramOutcome,
} from '../../../src/channels/telegram/errors.ts'
import { readExternalId } from '../../../src/channels/telegram/external-id.ts'
import { startPolling } from '../../../src/channels/telegram/polling.ts'
import { toInbound as fromTelegram, readAddress } from '../../../src/channels/telegram/wire.ts'
import { createLog } from '../../../src/log.ts'
import { LANGUAGES } from '../../../src/survey/question-set.ts'
import { nearestLanguage } from '../../../src/words/words.ts'
import { jsonLike, textLike } from '../mutate.ts'
import { demand, type Parser, type Verdict } from '../play.ts'
import { discordEvents, discordInteractions, telegramUpdates } from '../samples.ts'

const short = (most: number) => z.string().min(1).max(most)
const address = z.strictObject({ channel: z.enum(CHANNELS), id: short(64), route: short(64).optional() })
const common = {
  channel: z.enum(CHANNELS),
  id: short(64),
  from: address.optional(),
  language: z.string().optional(),
  handle: short(64).optional(),
}
/** All that the house may ever get from a platform. */
const inbound = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('tapped'),
    data: short(100),
    message: short(64).optional(),
    place: address.optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('typed'),
    text: z.string(),
    data: short(100).optional(),
    message: short(64).optional(),
  }),
  z.strictObject({
    ...{ ...common, type: z.literal('command'), command: z.enum([...PERSON_COMMANDS, ...STAFF_COMMANDS]) },
    ...{ argument: z.string().max(1000), community: short(64).optional() },
  }),
  z.strictObject({
    ...{ ...common, type: z.literal('place-command'), command: z.enum(PLACE_COMMANDS), argument: z.string().max(1000) },
    ...{ place: address, community: short(64).optional(), label: z.string().max(300), manager: z.boolean() },
    ...{ public: z.boolean().optional() },
  }),
  z.strictObject({ ...common, type: z.enum(['blocked', 'unblocked']) }),
  z.strictObject({ ...common, type: z.literal('place-lost'), place: address }),
  z.strictObject({ ...common, type: z.literal('place-moved'), place: address, to: address }),
])

function judge(read: unknown): Verdict {
  if (read === null) return 'refused'
  const checked = inbound.safeParse(read)
  demand(checked.success, `${JSON.stringify(read)?.slice(0, 500)} — ${JSON.stringify(checked.error?.issues[0])}`)
  return 'accepted'
}

export const telegramUpdate = (): Parser<unknown> => ({
  cases: jsonLike(telegramUpdates),
  take: (update) => judge(fromTelegram(update, 'pols_bot')),
})

/** A whole answer of one long poll: whatever is in it, the next one is asked for. */
export const telegramPoll = (): Parser<unknown> => ({
  cases: jsonLike([telegramUpdates, telegramUpdates.slice(0, 3), [telegramUpdates[0]], []]),
  async take(batch) {
    let taken = 0
    const again = Promise.withResolvers<void>()
    let asked = 0
    const polling = startPolling({
      getUpdates: async (_, signal) => {
        asked += 1
        if (asked === 1) return batch as unknown[]
        again.resolve()
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('ended'))))
      },
      take: async (update) => {
        taken += fromTelegram(update, 'pols_bot') ? 1 : 0
      },
      log: SILENT,
      backoff: { firstMs: 0, mostMs: 0 },
    })
    await again.promise
    await polling.stop()
    return taken > 0 ? 'accepted' : 'refused'
  },
})

export const discordEvent = (): Parser<unknown> => ({
  cases: jsonLike(discordEvents),
  take: (event) => {
    if (typeof event !== 'object' || event === null) return 'refused'
    return judge(fromDiscord(event as { t: string | null; d: unknown }))
  },
})

/** What leaves at once is within Discord's limits too: a refused acknowledgement leaves somebody without an answer. */
export const discordInteraction = (): Parser<unknown> => ({
  cases: jsonLike(discordInteractions),
  take: (raw) => {
    const interaction = readInteraction(raw)
    if (!interaction) return 'refused'
    const answer = acknowledgement(interaction)
    if ('data' in answer && answer.data && 'title' in answer.data) {
      const { custom_id, title } = answer.data
      demand(custom_id.length >= 1 && custom_id.length <= 100, 'the id of a text field')
      demand(title.trim() !== '' && title.length <= 45, 'the title of a text field')
      const [label] = answer.data.components as { label: string; component: { max_length: number } }[]
      demand(label!.label.trim() !== '' && label!.label.length <= 45, 'the label of a text field')
      demand(label!.component.max_length >= 1 && label!.component.max_length <= 4000, 'the length of a text field')
    }
    judge(fromInteraction(interaction))
    return 'accepted'
  },
})

const REFUSED = [
  { ok: false, error_code: 429, description: 'Too Many Requests: retry after 5', parameters: { retry_after: 5 } },
  {
    ok: false,
    error_code: 400,
    description: 'Bad Request: group chat was upgraded',
    parameters: { migrate_to_chat_id: -1001 },
  },
  { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user', parameters: {} },
  { ok: false, error_code: 502, description: 'Bad Gateway' },
  { ok: false, error_code: 401, description: 'Unauthorized' },
]

/** A refusal is always one that the house knows, with a wait that a clock can count. */
export const telegramRefusal = (): Parser<unknown> => ({
  cases: jsonLike(REFUSED),
  take: (body) => {
    if (typeof body !== 'object' || body === null) return 'refused'
    const error = madeOr(() => new GrammyError('x', body as never, 'sendMessage', {}))
    return judgeRefusal(telegramError(error, 'sendMessage'), telegramOutcome(error), advisedWait(error))
  },
})

const LIMITED = [
  { error: { message: 'You are being rate limited.', retry_after: 1.5, global: false, code: 0 }, status: 429 },
  { error: { message: 'Cannot send messages to this user', code: 50007 }, status: 403 },
  { error: { message: 'Unknown Channel', code: 10003 }, status: 404 },
  { error: { message: '401: Unauthorized', code: 0 }, status: 401 },
]

export const discordRefusal = (): Parser<{ body: unknown; wait: number }> => ({
  cases: fc.record({ body: jsonLike(LIMITED), wait: fc.oneof(fc.double(), fc.integer()) }),
  take: ({ body, wait }) => {
    const given = body as { error?: { code?: number }; status?: number } | null
    const errors = [
      new RateLimitError({
        retryAfter: wait,
        global: false,
        scope: 'user',
        hash: '',
        limit: 1,
        majorParameter: '',
        method: 'POST',
        route: '',
        sublimitTimeout: 0,
        timeToReset: wait,
        url: '',
      }),
    ]
    if (typeof given?.error === 'object' && given.error !== null) {
      const { error } = given
      // It comes with the first line of HTTP, and not out of what was said.
      const status = Number.isInteger(given.status) ? given.status! : 400
      const made = () => new DiscordAPIError(error as never, (error.code ?? 0) as number, status, 'POST', '', {})
      errors.push(madeOr(made) as never)
    }
    for (const error of errors) judgeRefusal(discordError(error, 'send'), discordOutcome(error), 0)
    return errors.length === 2 ? 'accepted' : 'refused'
  },
})

/** What a library throws: its error, or the one that it trips over while it puts that together. */
function madeOr(make: () => Error): unknown {
  try {
    return make()
  } catch (error) {
    return error
  }
}

function judgeRefusal(error: unknown, outcome: string, wait: number): Verdict {
  demand(error instanceof ChannelError, 'a refusal of another kind')
  demand(['ok', 'harmless', 'flood', 'later', 'gone', 'rejected'].includes(outcome), `an outcome ${outcome}`)
  const days = error.retryAfter?.total('days') ?? 0
  demand(days >= 0 && days <= 2, `a wait of ${days} days`)
  // A timer that is asked to wait longer does not wait at all.
  demand(wait >= 0 && wait < 2 ** 31, `a wait of ${wait} ms`)
  demand(error.movedTo === undefined || readAddress(error.movedTo) !== null, 'moved to nowhere')
  return error.kind === 'later' ? 'accepted' : 'refused'
}

/** What the house kept of an address or a message, and gives back to a channel. */
export const channelIds = (): Parser<string> => ({
  cases: textLike(['12', '-1001/7', '-100123:55', '12:5:p6.abcdefgh:d7.abcd-_gh', '9007199254740991:1']),
  take: (id) => {
    const [message, place] = [readExternalId(id), readAddress({ channel: 'telegram', id })]
    const numbers = [message?.chat_id, message?.message_id, place?.chat_id, place?.message_thread_id]
    demand(
      numbers.every((one) => one === undefined || Number.isFinite(one)),
      'a number that is none',
    )
    return message || place ? 'accepted' : 'refused'
  },
})

export const languageTag = (): Parser<string> => ({
  cases: textLike(['nl', 'nl-BE,nl;q=0.9,en;q=0.8', 'pt-br', 'ar', 'fr-FR', 'nl-plain', 'en']),
  take: (tag) => {
    const found = nearestLanguage(tag, 'fr')
    demand(LANGUAGES.includes(found), 'a language of another kind')
    return found === 'fr' ? 'refused' : 'accepted'
  },
})

const SILENT = createLog('silent')
