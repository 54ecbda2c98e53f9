/** A survey put together in chat: the same checks as a file, and a draft until somebody proposes it. */
import type { ChannelName } from '../channels/port.ts'
import { type Organisation, survey as surveyOf } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { readShelf, type Shelf } from '../instrumentarium/shelf.ts'
import { inspectLimit, inspectPair } from '../survey/inspect.ts'
import type { QuestionSet } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import type { Actor } from './actors.ts'
import { type SurveyVersion, storeVersion, surveysInForce, versionWith } from './agreements.ts'
import { noteDraft } from './drafts.ts'
import { readDescribed } from './read-proposal.ts'

export type SurveyWish = {
  /** Id of a method on the organisation's shelf, and of a series. */
  method: string
  series: string
  /** start, end, or an ISO duration after the end. */
  moment: string
  of: 'present' | 'subscribers'
  /** Null: everybody. */
  channels: ChannelName[] | null
  aspect: string
  /** Why it has more than three questions. */
  reason?: string
}
export type DraftFault = 'desk-may-not' | 'desk-bad-survey' | 'desk-other-scale'

/** @returns the new survey and its draft; a fault when nothing was made */
export async function draftInChat(
  ground: Ground,
  organisation: Organisation,
  wish: SurveyWish,
  actor: Actor,
): Promise<{ surveyId: string; proposalId: string } | DraftFault> {
  if (!actor.may('survey.draft')) return 'desk-may-not'
  const described = versionIn(await readShelf(ground, organisation.id), organisation, wish)
  if (!described) return 'desk-bad-survey'
  if (!(await sameScale(ground, organisation, described))) return 'desk-other-scale'
  return ground.store.db.transaction().execute(async (trx) => {
    const taken = await trx.selectFrom('survey').select('id').where('organisation_id', '=', organisation.id).execute()
    const known = new Set([...taken.map(({ id }) => id), ...Object.keys(organisation.surveys)])
    const surveyId = freeName(wish.method, known)
    const { hash } = await storeVersion(ground, trx, organisation.id, surveyId, described)
    const maker = { by: actor.by, name: actor.name, key: actor.key }
    const proposalId = (await noteDraft(ground, trx, { organisationId: organisation.id, surveyId, hash }, maker))!
    if (wish.reason !== undefined && inspectLimit(described.set.questions).length > 0) {
      const text = wordsFor(organisation.language)('agree-make-reason-note', { reason: wish.reason })
      await trx
        .insertInto('proposal_note')
        .values({
          ...{ organisation_id: organisation.id, proposal_id: proposalId, id: ground.newId(), name: actor.name },
          ...{ text_cipher: ground.vault.encryptText(text), written_at: ground.clock.now().toString() },
        })
        .execute()
    }
    return { surveyId, proposalId }
  })
}

/** Null when something in the wish is not there or not allowed. */
function versionIn(
  shelf: Shelf,
  organisation: Organisation,
  wish: SurveyWish,
): { version: SurveyVersion; set: QuestionSet } | null {
  const method = shelf.method(wish.method)
  if (!method || !organisation.series[wish.series]) return null
  const faults = inspectLimit(method.set.questions, wish.reason === undefined ? undefined : MOST_WITH_REASON)
  if (faults.length > 0) return null
  const read = surveyOf.safeParse({
    aspect: wish.aspect,
    set: wish.method,
    series: wish.series,
    moment: wish.moment === 'start' || wish.moment === 'end' ? wish.moment : { after: wish.moment },
    // Who left an activity is gone: a tap at the start is for then.
    ...(wish.moment === 'start' ? { window: 'PT45M' } : {}),
    of: wish.of,
    ...(wish.channels ? { channels: wish.channels } : {}),
  })
  return read.success ? versionWith(method, read.data) : null
}

/** A start and an end of one series are compared: they need the same scale. */
async function sameScale(
  ground: Ground,
  organisation: Organisation,
  { version, set }: { version: SurveyVersion; set: QuestionSet },
): Promise<boolean> {
  if (version.moment !== 'start' && version.moment !== 'end') return true
  const other = version.moment === 'start' ? 'end' : 'start'
  for (const one of await surveysInForce(ground, organisation.id)) {
    if (one.version.series !== version.series || one.version.moment !== other) continue
    const beside = await readDescribed(ground, organisation.id, one.surveyId, one.hash)
    const pair = version.moment === 'start' ? inspectPair(set, beside!.set) : inspectPair(beside!.set, set)
    if (pair.length > 0) return false
  }
  return true
}

/** The name of the method with a number that nobody has yet. */
function freeName(method: string, known: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = `${method.slice(0, 34)}-${number}`
    if (!known.has(name)) return name
  }
}

const MOST_WITH_REASON = 5
