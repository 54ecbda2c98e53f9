/**
 * The talk in which coach and organisation decide together what is measured. In a channel where both read, one card
 * changes as they talk; in private, and on a page, the same card. What has to be written is asked in private.
 */
import { currentYear } from '../dialogue/coach-mode.ts'
import { proposalCard } from '../dialogue/proposal-card.ts'
import { readProposal } from '../dialogue/read-proposal.ts'
import {
  beginTalk,
  closeTalk,
  goInTalk,
  readTalk,
  reopenTalk,
  sayInTalk,
  type Talk,
  unsayInTalk,
} from '../dialogue/talk.ts'
import { lackingOf, stepsOf, talkButton, talkCard } from '../dialogue/talk-card.ts'
import { planTasks, wishOf } from '../dialogue/talk-end.ts'
import { postTalk, showTalk } from '../dialogue/talk-show.ts'
import { PARTIES, readTask, stepOf, type TalkKey, type TalkWords, WHEN, WHOM } from '../dialogue/talk-steps.ts'
import { talkViewOf } from '../dialogue/talk-view.ts'
import { workingYear } from '../dialogue/timeline.ts'
import { methods } from './methods.ts'
import { mayNot, refuse } from './refuse.ts'
import { surveys } from './surveys.ts'
import { timeline } from './timeline.ts'
import type { Area, StaffTurn } from './turn.ts'

export const talk: Area = {
  code: 'g',
  async open(turn) {
    if (!turn.may('talk.take')) return mayNot(turn)
    const { ground, organisation } = turn
    const newest = await readTalk(ground, organisation.id, 'newest')
    const year = currentYear(ground, organisation)
    // What was decided this year is shown again before anything new begins.
    const current =
      newest && (newest.state === 'open' || (newest.state === 'done' && newest.year === year))
        ? newest
        : await beginTalk(ground, organisation, turn.staffId)
    if (turn.inbound.type === 'place-command' && turn.place) {
      if (await postTalk(ground, organisation, current, turn.place)) return turn.rooms.wake()
    }
    await show(turn, current)
  },
  async tap(turn, [what = '', ...parts]) {
    if (!turn.may('talk.take')) return mayNot(turn)
    if (what === 'surveys') return surveys.open(turn, '')
    if (what === 'timeline') return timeline.open(turn, '')
    if (what === 'library') return methods.open(turn, '')
    if (what === 'new') return show(turn, await beginTalk(turn.ground, turn.organisation, turn.staffId))
    const current = await readTalk(turn.ground, turn.organisation.id, 'open')
    if (!current) return what === '' ? talk.open(turn, '') : turn.remark('talk-over')
    const act = Object.hasOwn(ACTS, what) ? ACTS[what] : undefined
    return act ? act(turn, current, parts) : show(turn, current)
  },
  async typed(turn, [what, step = '', party], text) {
    if (!turn.may('talk.take')) return mayNot(turn)
    const current = await readTalk(turn.ground, turn.organisation.id, 'open')
    const known = stepOf(step)
    if (!current || what !== 'write' || !known) return turn.remark('talk-over')
    const chosen = PARTIES.find((one) => one === party)
    const { firstDay, lastDay } = workingYear(turn.organisation, current.year)
    const words: TalkWords =
      known.kind === 'tasks' && chosen
        ? { ...readTask(text, { first: firstDay.toString(), last: lastDay.toString() }), party: chosen }
        : { text }
    const fault = await sayInTalk(turn.ground, current, known.key, words, turn.name)
    if (fault) return turn.remark(fault)
    if (current.placeId !== null) turn.remark('talk-noted')
    await changed(turn, current)
  },
}

type Act = (turn: StaffTurn, current: Talk, parts: string[]) => Promise<void>

const ACTS: Record<string, Act> = {
  async go(turn, current, [step]) {
    const to = [...stepsOf(await viewOf(turn, current))].find((one) => one === step)
    if (!to) return turn.remark('notice-stale')
    await goInTalk(turn.ground, current, to)
    await changed(turn, current)
  },
  async more(turn, current, [from]) {
    const index = Number(from)
    await show(turn, current, Number.isInteger(index) && index >= 0 ? index : 0)
  },
  async say(turn, current, [step = '', code = '']) {
    const view = await viewOf(turn, current)
    const offered: Partial<Record<TalkKey, readonly string[]>> = {
      series: Object.keys(turn.organisation.series),
      of: WHOM,
      method: [...view.methods.keys()],
      moment: WHEN,
    }
    const key = stepOf(step)?.key
    if (!key || !offered[key]?.includes(code)) return turn.remark('notice-stale')
    const fault = await sayInTalk(turn.ground, current, key, { text: code, code }, turn.name)
    if (fault) return turn.remark(fault)
    await changed(turn, current)
  },
  async not(turn, current, [step = '', id = '']) {
    await unsayInTalk(turn.ground, current, step, id)
    await changed(turn, current)
  },
  write: (turn, _current, [step = '']) => ask(turn, step),
  task: (turn, _current, [party = '']) => ask(turn, 'tasks', party),
  async stop(turn, current) {
    await closeTalk(turn.ground, current, 'stopped', turn.staffId)
    await changed(turn, current)
  },
  end: (turn, current, [how = '']) => end(turn, current, how),
}

/** Words are asked in private: in a group a bot reads only what is meant for it. */
async function ask(turn: StaffTurn, step: string, party?: string): Promise<void> {
  const known = stepOf(step)
  const chosen = PARTIES.find((one) => one === party)
  if (!known || (party !== undefined && !chosen)) return turn.remark('notice-stale')
  const { words } = turn
  const data = talkButton('write', step, ...(chosen ? [chosen] : []))
  await turn.expect(data)
  const label = words(`talk-name-${step}`)
  turn.say({
    lines: [
      { text: words(`talk-${step}`), style: 'strong' },
      { text: words(chosen ? 'talk-task-how' : 'talk-write-how') },
      ...(chosen ? [{ text: words('talk-task-for', { party: words(`talk-party-${chosen}`) }) }] : []),
    ],
    choices: [{ data, label: words('talk-write'), role: 'write' }],
    typed: { label, max: MOST, data },
  })
}

/** Everything that comes of a talk is a draft: nothing asks anybody before it is proposed and agreed on. */
async function end(turn: StaffTurn, current: Talk, how: string): Promise<void> {
  const { ground, organisation } = turn
  const view = await viewOf(turn, current)
  const wish = wishOf(current)
  const drafts = how === 'both'
  if (drafts && (!wish || lackingOf(view).length > 0)) return changed(turn, current)
  if (how !== 'both' && how !== 'plan' && how !== 'keep') return turn.remark('notice-stale')
  if (how !== 'keep' && !turn.may('timeline.edit')) return mayNot(turn)
  if (drafts && !turn.may('survey.draft')) return mayNot(turn)
  if (!(await closeTalk(ground, current, 'done', turn.staffId))) return turn.remark('talk-over')
  const made = drafts && wish ? await turn.rooms.desk.draftSurvey(turn.staffId, organisation.id, wish) : null
  if (made && !made.ok) {
    // Nothing half-done: the talk goes on where it was, and says why.
    await reopenTalk(ground, current)
    return refuse(turn, made)
  }
  if (how !== 'keep') await planTasks(ground, organisation, current, turn.staffId)
  await changed(turn, current)
  if (!made) return
  const proposal = await readProposal(ground, organisation.id, made.value.proposalId)
  const rights = { agree: false, propose: turn.may('survey.propose'), own: true }
  if (proposal) turn.say(proposalCard(proposal, organisation, turn.language, rights))
}

/** The card in the channel changes for everybody there; a card in private for who acts. */
async function changed(turn: StaffTurn, before: Talk): Promise<void> {
  const current = await readTalk(turn.ground, turn.organisation.id, before.id)
  if (!current) return
  if (current.placeId !== null) {
    await showTalk(turn.ground, current)
    turn.rooms.wake()
  }
  const inPlace = turn.place !== undefined || (turn.inbound.type === 'typed' && current.placeId !== null)
  if (!inPlace) await show(turn, current)
}

async function show(turn: StaffTurn, current: Talk, from?: number): Promise<void> {
  const view = await viewOf(turn, current)
  turn.say(talkCard({ ...view, ...(from === undefined ? {} : { from }) }))
}

const viewOf = (turn: StaffTurn, current: Talk) => talkViewOf(turn.ground, turn.organisation, current, turn.language)

const MOST = 200
