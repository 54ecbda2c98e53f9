/**
 * The talk in which coach and organisation decide together what is measured. In a channel where both read, one card
 * changes as they talk; in private, and on a page, the same card. What has to be written is asked in private.
 */
import { currentYear } from '../dialogue/coach-mode.ts'
import { proposalCard } from '../dialogue/proposal-card.ts'
import { readProposal } from '../dialogue/read-proposal.ts'
import { beginTalk, readTalk, type Talk } from '../dialogue/talk.ts'
import { talkButton, talkCard } from '../dialogue/talk-card.ts'
import { postTalk } from '../dialogue/talk-show.ts'
import { PARTIES, stepOf } from '../dialogue/talk-steps.ts'
import { talkViewOf } from '../dialogue/talk-view.ts'
import type { Outcome } from '../rounds/desk.ts'
import type { TalkEnd, TalkSaying } from '../rounds/talk-desk.ts'
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
    const [first = '', second = ''] = parts
    const { desk } = turn.rooms
    const [by, id] = [turn.staffId, turn.organisation.id] as const
    switch (what) {
      case 'surveys':
        return surveys.open(turn, '')
      case 'timeline':
        return timeline.open(turn, '')
      case 'library':
        return methods.open(turn, '')
      case 'new':
        return show(turn, await beginTalk(turn.ground, turn.organisation, by))
      case 'more':
        return leaf(turn, Number(first))
      case 'write':
        return ask(turn, first)
      case 'task':
        return ask(turn, 'tasks', first)
      case 'go':
        return changed(turn, await desk.goInTalk(by, id, first))
      case 'say':
        return changed(turn, await desk.sayInTalk(by, id, { step: first, code: second }))
      case 'not':
        return changed(turn, await desk.unsayInTalk(by, id, first, second))
      case 'stop':
        return changed(turn, await desk.stopTalk(by, id))
      case 'end':
        return end(turn, first)
      default:
        return talk.open(turn, '')
    }
  },
  async typed(turn, [what, step = '', party], text) {
    if (!turn.may('talk.take')) return mayNot(turn)
    if (what !== 'write') return turn.remark('talk-over')
    const saying: TalkSaying = { step, text, ...(party === undefined ? {} : { party }) }
    const said = await turn.rooms.desk.sayInTalk(turn.staffId, turn.organisation.id, saying)
    if (said.ok && said.value.talk.placeId !== null) return turn.remark('talk-noted')
    return changed(turn, said)
  },
}

/** Words are asked in private: in a group a bot reads only what is meant for it. */
async function ask(turn: StaffTurn, step: string, party?: string): Promise<void> {
  const known = stepOf(step)
  const chosen = PARTIES.find((one) => one === party)
  if (!known || (party !== undefined && !chosen)) return turn.remark('notice-stale')
  if (!(await readTalk(turn.ground, turn.organisation.id, 'open'))) return turn.remark('talk-over')
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

async function end(turn: StaffTurn, how: string): Promise<void> {
  const known = ENDS.find((one) => one === how)
  if (!known) return turn.remark('notice-stale')
  const { ground, organisation } = turn
  const ended = await turn.rooms.desk.endTalk(turn.staffId, organisation.id, known)
  await changed(turn, ended)
  if (!ended.ok || ended.value.proposalId === null) return
  const proposal = await readProposal(ground, organisation.id, ended.value.proposalId)
  const rights = { agree: false, propose: turn.may('survey.propose'), own: true }
  if (proposal) turn.say(proposalCard(proposal, organisation, turn.language, rights))
}

/** The card in the channel changed for everybody there; a card in private changes for who acts. */
async function changed(turn: StaffTurn, outcome: Outcome<{ talk: Talk }>): Promise<void> {
  if (!outcome.ok) return refuse(turn, outcome)
  if (turn.place === undefined) await show(turn, outcome.value.talk)
}

async function leaf(turn: StaffTurn, from: number): Promise<void> {
  const current = await readTalk(turn.ground, turn.organisation.id, 'open')
  if (!current) return turn.remark('talk-over')
  await show(turn, current, Number.isInteger(from) && from >= 0 ? from : 0)
}

async function show(turn: StaffTurn, current: Talk, from?: number): Promise<void> {
  const view = await talkViewOf(turn.ground, turn.organisation, current, turn.language)
  turn.say(talkCard({ ...view, ...(from === undefined ? {} : { from }) }))
}

const ENDS: readonly TalkEnd[] = ['both', 'plan', 'keep']
const MOST = 200
