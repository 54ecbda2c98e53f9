/** Who is asked in a round, and when at the earliest. One pure function; nobody else decides this. */
import type { ChannelName } from '../channels/port.ts'
import { nextAllowed, type Quiet } from '../timeline/quiet.ts'

export type Candidate = {
  participantId: string
  contactId: string
  channel: ChannelName
  joined: boolean
  /** Gave consent to the text that is in force. */
  consented: boolean
  reachable: boolean
  /** Known to have been at the session. */
  present: boolean
}

export type Ask = { candidate: Candidate; sendAfter: Temporal.Instant }

/**
 * No consent, no question. Quiet hours move a message to the next allowed moment, except on a web page, which
 * makes no sound; who cannot be asked before the round closes is not asked.
 * @param lastUseful moment after which asking is useless: the closing of the round
 */
export function whoIsAsked(
  candidates: readonly Candidate[],
  rule: {
    of: 'present' | 'subscribers'
    now: Temporal.Instant
    lastUseful: Temporal.Instant
    quiet: Quiet
    timezone: string
  },
): Ask[] {
  const allowed = nextAllowed(rule.now, rule.quiet, rule.timezone)
  const asks: Ask[] = []
  for (const candidate of candidates) {
    if (!candidate.joined || !candidate.consented || !candidate.reachable) continue
    if (rule.of === 'present' && !candidate.present) continue
    const sendAfter = candidate.channel === 'web' ? rule.now : allowed
    if (Temporal.Instant.compare(sendAfter, rule.lastUseful) < 0) asks.push({ candidate, sendAfter })
  }
  return asks
}
