/** The links with which young people come in: one on a wall, one of a session, and one that works once. */
import type { Ground } from '../ground.ts'
import type { AgeBand } from '../store/tables.ts'
import type { Language } from '../survey/question-set.ts'
import { readOneTimeLink } from './one-time-links.ts'

export type JoinFault = 'unknown' | 'expired' | 'used'
export type JoinLink =
  | {
      organisationId: string
      /** The session whose link it is; null for the organisation's own. */
      sessionId: string | null
      /** What was said before on another channel, for a link that works once; null for a link on a wall. */
      once: { language: Language | null; ageBand: AgeBand | null } | null
    }
  | { fault: JoinFault }

/**
 * The join token of an organisation: the same for everybody (it hangs on a wall), valid for a year.
 * @returns 24 characters of base64url
 */
export async function joinToken(ground: Ground, organisationId: string): Promise<string> {
  const now = ground.clock.now()
  const year = now.toZonedDateTimeISO('UTC').year
  const id = `${organisationId}:${year}`
  const token = ground.vault.token('join', id)
  await ground.store.db
    .insertInto('join_link')
    .values({
      token_hash: ground.vault.hashToken(token),
      organisation_id: organisationId,
      id,
      expires_at: now.add({ hours: 24 * LONGEST_YEAR }).toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return token
}

/**
 * The join token of one session: who opens it is there. Works until the last of its questions has closed.
 * @param session the longest a question may wait after it is in `LINK_DAYS`
 * @returns 24 characters of base64url, the same each time
 */
export async function sessionToken(
  ground: Ground,
  organisationId: string,
  session: { id: string; endsAt: Temporal.Instant },
): Promise<string> {
  const id = `session:${organisationId}:${session.id}`
  const token = ground.vault.token('join', id)
  const expires_at = session.endsAt.add({ hours: 24 * LINK_DAYS }).toString()
  await ground.store.db
    .insertInto('join_link')
    .values({
      token_hash: ground.vault.hashToken(token),
      organisation_id: organisationId,
      id,
      expires_at,
      session_id: session.id,
    })
    .onConflict((conflict) => conflict.column('token_hash').doUpdateSet({ expires_at }))
    .execute()
  return token
}

/** The link of a year must not end before the next one takes its place. */
const LONGEST_YEAR = 366
/** A question opens at most 14 days after a session, and closes at most 14 days later. */
const LINK_DAYS = 29

/** What a token of a join link stands for: the link on a wall, of one session, or one that works once. */
export async function readJoinLink(ground: Ground, token: string): Promise<JoinLink> {
  if (!/^[\w-]{24}$/.test(token)) return { fault: 'unknown' }
  const row = await ground.store.db
    .selectFrom('join_link')
    .select(['organisation_id', 'session_id', 'expires_at'])
    .where('token_hash', '=', ground.vault.hashToken(token))
    .executeTakeFirst()
  if (!row) return readOnce(ground, token)
  if (!ground.config().organisations.has(row.organisation_id)) return { fault: 'unknown' }
  return row.expires_at.getTime() <= ground.clock.now().epochMilliseconds
    ? { fault: 'expired' }
    : { organisationId: row.organisation_id, sessionId: row.session_id, once: null }
}

async function readOnce(ground: Ground, token: string): Promise<JoinLink> {
  const link = await readOneTimeLink(ground, token, 'join', { use: false })
  if ('fault' in link) return link
  if (!link.organisation_id || !ground.config().organisations.has(link.organisation_id)) return { fault: 'unknown' }
  return {
    organisationId: link.organisation_id,
    sessionId: link.session_id,
    once: { language: link.language, ageBand: link.age_band },
  }
}
