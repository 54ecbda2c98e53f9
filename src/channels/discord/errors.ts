/**
 * Discord's refusals, as the house knows them. The libraries hang the sent text, the address and even
 * an interaction's token on their errors, so nothing of them goes further than their numbers.
 */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { ChannelError } from '../port.ts'

/** What a caught error says. `code` is Discord's own number, `status` that of HTTP; null when there is none. */
export type Refusal = {
  kind: 'gone' | 'later' | 'rejected'
  code: number | null
  status: number | null
  retryAfter?: Temporal.Duration
  /** What the platform wants us to leave alone, where it says so. */
  pauses?: 'chat' | 'bucket' | 'account'
  limited: boolean
}

const CODE = {
  unknownChannel: 10003,
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  flagged: 20026,
  opensTooFast: 40003,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  notOurMessage: 50005,
  directMessagesClosed: 50007,
  tokenExpired: 50027,
  editsTooOften: 30046,
  noSharedServer: 50278,
  tooLarge: 40005,
  missingPermissions: 50013,
  invalidForm: 50035,
  invalidFile: 50046,
} as const

/** Sorts an error of the REST client (or a broken connection) by what can be done about it. */
export function readRefusal(error: unknown): Refusal {
  if (error instanceof RateLimitError) {
    return {
      kind: 'later',
      code: null,
      status: 429,
      retryAfter: counted(error.retryAfter),
      pauses: error.global ? 'account' : 'bucket',
      limited: true,
    }
  }
  if (error instanceof HTTPError) return { kind: 'later', code: null, status: error.status, limited: false }
  if (!(error instanceof DiscordAPIError)) return { kind: 'later', code: null, status: null, limited: false }
  const code = typeof error.code === 'number' ? error.code : null
  return { ...sort(code, error.status), code, status: error.status, limited: error.status === 429 }
}

function sort(code: number | null, status: number): Pick<Refusal, 'kind' | 'retryAfter' | 'pauses'> {
  if (code === CODE.opensTooFast) return { kind: 'later', retryAfter: wait({ seconds: 60 }), pauses: 'bucket' }
  if (code === CODE.flagged) return { kind: 'later', retryAfter: wait({ minutes: 60 }), pauses: 'account' }
  if (code === CODE.tokenExpired || GONE_404.has(code ?? 0)) return { kind: 'gone' }
  if (status === 401) return { kind: 'later', retryAfter: wait({ minutes: 5 }), pauses: 'account' }
  if (status === 429) return { kind: 'later', retryAfter: wait({ minutes: 1 }), pauses: 'account' }
  // A 403 without a number of Discord's comes from the wall in front of it, and says nothing about the person.
  if (status === 403) {
    return code === null ? { kind: 'later', retryAfter: wait({ minutes: 15 }), pauses: 'account' } : { kind: 'gone' }
  }
  return { kind: 'rejected' }
}

/** Unknown channel, server, user, webhook, interaction: what we had is no more. */
const GONE_404 = new Set<number>([CODE.unknownChannel, 10004, 10013, CODE.unknownWebhook, CODE.unknownInteraction])

/**
 * The error for the house; `later` without advice of the platform carries a delay of 2 seconds.
 * @param action what was tried, in our words, such as 'send a message'
 */
export function toChannelError(error: unknown, action: string): ChannelError {
  if (error instanceof ChannelError) return error
  const { kind, code, status, retryAfter, pauses } = readRefusal(error)
  const reason = code !== null ? `code ${code}` : status !== null ? `HTTP ${status}` : 'no answer'
  const waiting = retryAfter ?? (kind === 'later' ? wait({ seconds: 2 }) : undefined)
  return new ChannelError(kind, `discord: could not ${action} (${reason})`, {
    ...(waiting ? { retryAfter: waiting } : {}),
    ...(pauses ? { pauses } : {}),
    unauthorised: isRefusedToken(error),
  })
}

/** The message cannot be edited (deleted, edited too often, not ours), but a new one can be sent. */
export function needsNewMessage(error: unknown): boolean {
  const { code } = readRefusal(error)
  return code === CODE.unknownMessage || code === CODE.editsTooOften || code === CODE.notOurMessage
}

/**
 * Whether it may be the files that are refused: no right to attach here, too large, not readable. The words alone are
 * worth a try; when it was something else, that try says so.
 */
export function isUploadRefused(error: unknown): boolean {
  const { code, status } = readRefusal(error)
  return status === 413 || UPLOAD.has(code ?? 0)
}

const UPLOAD = new Set<number>([CODE.tooLarge, CODE.missingPermissions, CODE.invalidForm, CODE.invalidFile])

/** The person takes no direct messages from us, for now. */
export function isClosed(error: unknown): boolean {
  const { code } = readRefusal(error)
  return code === CODE.directMessagesClosed || code === CODE.noSharedServer
}

/** The direct-message channel that we knew is not there (any more): opening it again may help. */
export function isLostRoute(error: unknown): boolean {
  const { code } = readRefusal(error)
  return code === CODE.unknownChannel || code === CODE.missingAccess
}

/** The interaction was acknowledged before: the same event came twice. */
export function isRepeatedAcknowledgement(error: unknown): boolean {
  return readRefusal(error).code === CODE.alreadyAcknowledged
}

/** How a call ended, for the metrics. `flood` is a 429, `harmless` one that we know how to go around. */
export type CallOutcome = 'ok' | 'harmless' | 'flood' | Refusal['kind']

export function outcomeOf(error: unknown): CallOutcome {
  if (needsNewMessage(error) || isRepeatedAcknowledgement(error)) return 'harmless'
  const { limited, kind } = readRefusal(error)
  return limited ? 'flood' : kind
}

export function isRefusedToken(error: unknown): boolean {
  const { code, status } = readRefusal(error)
  return status === 401 && code !== CODE.tokenExpired
}

/** What may be logged of an error of Discord: its numbers. */
export function numbersOf(error: unknown): { code: number | null; status: number | null } {
  const { code, status } = readRefusal(error)
  return { code, status }
}

/** The library counts in parts of a millisecond, which a duration does not take; at most a day. */
function counted(ms: number): Temporal.Duration {
  return wait({ milliseconds: Number.isFinite(ms) ? Math.min(Math.max(0, Math.ceil(ms)), 86_400_000) : 2000 })
}

function wait(like: Temporal.DurationLike): Temporal.Duration {
  return Temporal.Duration.from(like)
}
