/** The part of the desk about the talk: what a chat and a page do in it. Who acts is asked again here. */
import type { Organisation } from '../config/organisation.ts'
import { type Actor, actorOf } from '../dialogue/actors.ts'
import { draftInChat } from '../dialogue/chat-drafts.ts'
import {
  beginTalk,
  closeTalk,
  goInTalk,
  readTalk,
  reopenTalk,
  sayInTalk,
  type Talk,
  type TalkFault,
  unsayInTalk,
} from '../dialogue/talk.ts'
import { lackingOf, stepsOf } from '../dialogue/talk-card.ts'
import { planTasks, wishOf } from '../dialogue/talk-end.ts'
import { showTalk } from '../dialogue/talk-show.ts'
import { PARTIES, readTask, stepOf, type TalkKey, type TalkWords, WHEN, WHOM } from '../dialogue/talk-steps.ts'
import { talkViewOf } from '../dialogue/talk-view.ts'
import { workingYear } from '../dialogue/timeline.ts'
import type { Ground } from '../ground.ts'
import type { DeskFault, Outcome } from './desk.ts'
import { no } from './refused.ts'

export type TalkDeskFault = TalkFault

/** What is said: one of what there is, or words; a task says whose it is. */
export type TalkSaying = { step: string; code?: string; text?: string; party?: string }
/** both: the draft of a survey and the tasks on the timeline; plan: only the tasks; keep: nothing yet. */
export type TalkEnd = 'both' | 'plan' | 'keep'

export interface TalkDesk {
  /** The talk that is open, or a new one. */
  beginTalk(by: string, organisationId: string): Promise<Outcome<{ talk: Talk }>>
  /** @param name who says it, where the door has no accounts */
  sayInTalk(by: string, organisationId: string, saying: TalkSaying, name?: string): Promise<Outcome<{ talk: Talk }>>
  unsayInTalk(by: string, organisationId: string, step: string, id: string): Promise<Outcome<{ talk: Talk }>>
  goInTalk(by: string, organisationId: string, step: string): Promise<Outcome<{ talk: Talk }>>
  stopTalk(by: string, organisationId: string): Promise<Outcome<{ talk: Talk }>>
  /** `proposalId`: of the draft that was made; null when none was asked for. */
  endTalk(by: string, organisationId: string, how: TalkEnd): Promise<Outcome<{ talk: Talk; proposalId: string | null }>>
}

/** @param wake sends what waits: the card in the channel changed */
export function createTalkDesk(ground: Ground, wake: () => Promise<void>): TalkDesk {
  /** One act in the open talk; afterwards the card in the channel shows it. */
  async function act<T extends object>(
    by: string,
    organisationId: string,
    name: string,
    work: (organisation: Organisation, actor: Actor, talk: Talk) => Promise<T | DeskFault>,
  ): Promise<Outcome<T & { talk: Talk }>> {
    const organisation = ground.config().organisations.get(organisationId)
    if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
    const actor = await actorOf(ground, organisation, by, name)
    if (!actor?.may('talk.take')) return no('desk-may-not')
    const talk = await readTalk(ground, organisationId, 'open')
    if (!talk) return no('talk-over')
    const done = await work(organisation, actor, talk)
    if (typeof done === 'string') return no(done)
    const after = (await readTalk(ground, organisationId, talk.id))!
    if (after.placeId !== null) {
      await showTalk(ground, after)
      await wake()
    }
    return { ok: true, value: { ...done, talk: after } }
  }

  return {
    async beginTalk(by, organisationId) {
      const organisation = ground.config().organisations.get(organisationId)
      if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
      if (!(await actorOf(ground, organisation, by))?.may('talk.take')) return no('desk-may-not')
      return { ok: true, value: { talk: await beginTalk(ground, organisation, by) } }
    },
    sayInTalk: (by, organisationId, saying, name = '') =>
      act(by, organisationId, name, async (organisation, actor, talk) => {
        if (actor.name === '') return 'desk-no-name'
        const said = await wordsOf(ground, organisation, talk, saying)
        if (typeof said === 'string') return said
        return (await sayInTalk(ground, talk, said.step, said.words, actor.name)) ?? {}
      }),
    unsayInTalk: (by, organisationId, step, id) =>
      act(by, organisationId, '', async (_, __, talk) => {
        await unsayInTalk(ground, talk, step, id)
        return {}
      }),
    goInTalk: (by, organisationId, step) =>
      act(by, organisationId, '', async (organisation, _, talk) => {
        const to = stepsOf(await talkViewOf(ground, organisation, talk, organisation.language))
        const found = to.find((one) => one === step)
        if (!found) return 'talk-over'
        await goInTalk(ground, talk, found)
        return {}
      }),
    stopTalk: (by, organisationId) =>
      act(by, organisationId, '', async (_, __, talk) =>
        (await closeTalk(ground, talk, 'stopped', by)) ? {} : 'talk-over',
      ),
    endTalk: (by, organisationId, how) =>
      act(by, organisationId, '', (organisation, actor, talk) => end(ground, organisation, actor, talk, how)),
  }
}

/** Everything that comes of a talk is a draft: nothing asks anybody before it is proposed and agreed on. */
async function end(
  ground: Ground,
  organisation: Organisation,
  actor: Actor,
  talk: Talk,
  how: TalkEnd,
): Promise<{ proposalId: string | null } | DeskFault> {
  const wish = how === 'both' ? wishOf(talk) : null
  if (how === 'both') {
    const view = await talkViewOf(ground, organisation, talk, organisation.language)
    if (!wish || lackingOf(view).length > 0) return 'desk-bad-survey'
    if (!actor.may('survey.draft')) return 'desk-may-not'
  }
  if (how !== 'keep' && !actor.may('timeline.edit')) return 'desk-may-not'
  // Of two who tap at once, one makes something.
  if (!(await closeTalk(ground, talk, 'done', actor.by))) return 'talk-over'
  const drafted = wish ? await draftInChat(ground, organisation, wish, actor) : null
  if (typeof drafted === 'string') {
    // Nothing half-done: the talk goes on where it was, and says why.
    await reopenTalk(ground, talk)
    return drafted
  }
  if (how !== 'keep') await planTasks(ground, organisation, talk, actor.by)
  return { proposalId: drafted?.proposalId ?? null }
}

/** A fault for a step, a code or a party that is not there. */
async function wordsOf(
  ground: Ground,
  organisation: Organisation,
  talk: Talk,
  { step, code, text = '', party }: TalkSaying,
): Promise<{ step: TalkKey; words: TalkWords } | TalkFault> {
  const known = stepOf(step)
  if (!known) return 'talk-over'
  if (code !== undefined) {
    const { methods } = await talkViewOf(ground, organisation, talk, organisation.language)
    const offered: Partial<Record<TalkKey, readonly string[]>> = {
      series: Object.keys(organisation.series),
      of: WHOM,
      method: [...methods.keys()],
      moment: WHEN,
    }
    return offered[known.key]?.includes(code) ? { step: known.key, words: { text: code, code } } : 'talk-over'
  }
  if (known.kind !== 'tasks') {
    return known.kind === 'choice' && known.key !== 'method' ? 'talk-empty' : { step: known.key, words: { text } }
  }
  const whose = PARTIES.find((one) => one === party)
  if (!whose) return 'talk-over'
  const { firstDay, lastDay } = workingYear(organisation, talk.year)
  const task = readTask(text, { first: firstDay.toString(), last: lastDay.toString() })
  return { step: known.key, words: { ...task, party: whose } }
}
