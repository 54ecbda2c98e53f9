/**
 * What a failed Bot API call means for us. The platform's codes are matched first, its sentences
 * tolerantly, for those may change. Nothing of the call's content goes into our errors: grammY
 * hangs the whole outgoing message on its own.
 */
import { GrammyError } from 'grammy'
import { ChannelError } from '../port.ts'

/** How a call ended, for the metrics. `flood` is a 429. */
export type CallOutcome = 'ok' | 'harmless' | 'flood' | 'later' | 'gone' | 'rejected'

/**
 * Turns whatever a call threw into a ChannelError that names method and code only.
 * `later` without advice of the platform carries a delay of 2 seconds; a refused token one of
 * 5 minutes, so that messages wait for somebody to repair the settings.
 * @param pauses what a 429 is about: Telegram does not say, see `traffic.ts`
 */
export function toChannelError(error: unknown, method: string, pauses: 'chat' | 'account' = 'account'): ChannelError {
  if (error instanceof ChannelError) return error
  if (!(error instanceof GrammyError)) {
    return new ChannelError('later', `telegram: ${method} got no answer`, { retryAfter: BACKOFF })
  }
  const { error_code: code, parameters } = error
  const said = `telegram: ${method} was refused with code ${code}`
  const advised = parameters.retry_after
  if (Number.isSafeInteger(parameters.migrate_to_chat_id)) {
    const movedTo = { channel: 'telegram' as const, id: String(parameters.migrate_to_chat_id) }
    return new ChannelError('later', `${said}: the group has moved`, { movedTo, retryAfter: NOW })
  }
  if (code === 429) return new ChannelError('later', said, { retryAfter: seconds(advised ?? 2), pauses })
  if (isRefusedToken(error)) {
    const refused = { retryAfter: LONG, pauses: 'account' as const, unauthorised: true }
    return new ChannelError('later', `${said}: the token is refused`, refused)
  }
  if (code >= 500 || code === 409) {
    return new ChannelError('later', said, { retryAfter: advised === undefined ? BACKOFF : seconds(advised) })
  }
  if (code === 403 || (code === 400 && says(error, UNREACHABLE))) return new ChannelError('gone', said)
  return new ChannelError('rejected', said)
}

/** The outcome of a failed call, for the metrics. */
export function outcomeOf(error: unknown): CallOutcome {
  if (isHarmless(error) || isMessageGone(error) || isPictureRefused(error) || isKept(error)) return 'harmless'
  return error instanceof GrammyError && error.error_code === 429 ? 'flood' : toChannelError(error, '').kind
}

/** The card already shows this, or the tap was answered too late: nothing is lost. */
export function isHarmless(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && says(error, HARMLESS)
}

/** The message to edit is no more, or cannot be edited: a new one must be sent. */
export function isMessageGone(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && says(error, MESSAGE_GONE)
}

/** Telegram cannot show the picture (it fetches it itself); the words alone can still be sent. */
export function isPictureRefused(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && says(error, PICTURE_REFUSED)
}

/** The message cannot be taken out of the chat (two days old, say), or is not there any more. */
export function isKept(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && says(error, KEPT)
}

/** Telegram does not know the token (401), or cannot even read it as one (404). */
export function isRefusedToken(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)
}

/** Telegram knew the token, and does no longer: somebody revoked it. */
export function isRevokedToken(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 401
}

/** The wait that Telegram asks for, in milliseconds; 0 when it asks for none. */
export function advisedWait(error: unknown): number {
  return error instanceof GrammyError ? seconds(error.parameters.retry_after ?? 0).total('milliseconds') : 0
}

/** Another process polls with the same token, or a webhook is set for it. */
export function isConflict(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 409
}

function says(error: GrammyError, patterns: RegExp[]): boolean {
  return patterns.some((pattern) => pattern.test(error.description))
}

/** At most a day: what is no number, or one that no timer can count, is not what a platform means. */
function seconds(count: number): Temporal.Duration {
  const asked = Number.isFinite(count) ? Math.ceil(count) : 2
  return Temporal.Duration.from({ seconds: Math.min(Math.max(0, asked), 86_400) })
}

const HARMLESS = [/message is not modified/i, /query is too old/i, /query id is invalid/i]
const MESSAGE_GONE = [
  /message to edit not found/i,
  /message can'?t be edited/i,
  /message_id_invalid/i,
  /message identifier is not specified/i,
  /there is no text in the message to edit/i,
]
const PICTURE_REFUSED = [/webpage_/i, /web page content/i]
const KEPT = [/message can'?t be deleted/i, /message to delete not found/i, /message_id_invalid/i]
/** 400s that stay true until somebody in the chat acts: never started, removed, rights taken away, topic deleted. */
const UNREACHABLE = [
  /chat not found/i,
  /user not found/i,
  /peer_id_invalid/i,
  /group chat was (deactivated|deleted)/i,
  /not enough rights to send/i,
  /no rights to send/i,
  /need administrator rights/i,
  /chat_write_forbidden/i,
  /(message thread|topic) not found/i,
  /topic_(deleted|closed|id_invalid)/i,
]
const NOW = seconds(0)
const BACKOFF = seconds(2)
const LONG = Temporal.Duration.from({ minutes: 5 })
