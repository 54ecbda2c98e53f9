/** Surveys: what is asked and agreed on, proposals to try and decide on, pausing. Rules are the dialogue's; here is only the talking. */
import type { Choice } from '../channels/port.ts'
import { describeSurvey } from '../dialogue/describe-survey.ts'
import { noteField, proposalCard, surveyButton } from '../dialogue/proposal-card.ts'
import { type Proposal, readDescribed, readProposal } from '../dialogue/read-proposal.ts'
import { readSurveys, type Standing } from '../dialogue/read-surveys.ts'
import { textIn } from '../survey/question-set.ts'
import { askReason, showReasons, takeReason } from './decline-reasons.ts'
import { mayNot, refuse } from './refuse.ts'
import { beginMaking, takeMaking, typedMaking } from './survey-compose.ts'
import { sendLog, showDay, showLog, typedDay } from './survey-log.ts'
import { chooseTrial, showAll, takeTrial, tryIn, typedTrial } from './survey-preview.ts'
import type { Area, StaffTurn } from './turn.ts'

/** Buttons `t.p.<step>.…`, as `surveyButton` writes them. */
export const surveys: Area = {
  code: 'p',
  async open(turn) {
    const { inbound } = turn
    const command = inbound.type === 'command' || inbound.type === 'place-command' ? inbound.command : null
    if (command === 'propose') return beginMaking(turn)
    if (command === 'agreement') return showWaiting(turn)
    if (command === 'pause') return showRunning(turn)
    return showList(turn)
  },
  async tap(turn, [step, ...parts]) {
    const take = step === undefined ? showList : STEPS[step]
    return take ? take(turn, parts) : turn.remark('notice-stale')
  },
  async typed(turn, [step, ...parts], text) {
    switch (step) {
      case 'ask':
        return takeNote(turn, parts[0] ?? '', text)
      case 'v':
        return typedTrial(turn, parts, text)
      case 'm':
        return typedMaking(turn, parts, text)
      case 'day':
        return typedDay(turn, text)
      default:
        return turn.remark('notice-stale')
    }
  },
}

type Step = (turn: StaffTurn, parts: string[]) => Promise<void>

const STEPS: Record<string, Step> = {
  one: showOne,
  see: (turn, [id]) => withProposal(turn, id, showProposal),
  try: (turn, [id]) => withProposal(turn, id, (there, proposal) => tryIn(there, proposal)),
  lang: (turn, [id]) => withProposal(turn, id, chooseTrial),
  all: (turn, [id]) => withProposal(turn, id, showAll),
  in: (turn, [language, id]) => withProposal(turn, id, (there, proposal) => tryIn(there, proposal, language)),
  v: takeTrial,
  yes: (turn, [id]) => withProposal(turn, id, (there, { id: own }) => decide(there, own, 'agreed')),
  no: (turn, [id]) => withProposal(turn, id, (there, { id: own }) => decide(there, own, 'declined')),
  ask: (turn, [id]) => withProposal(turn, id, askNote),
  back: (turn, [id]) => withProposal(turn, id, takeBack),
  put: (turn, [id]) => withProposal(turn, id, putForward),
  pause: (turn, [id = '']) => haltOne(turn, id, 'paused'),
  go: (turn, [id = '']) => haltOne(turn, id, 'resumed'),
  stop: (turn, [id = '']) => haltOne(turn, id, 'stopped'),
  new: beginMaking,
  m: takeMaking,
  log: showLog,
  file: sendLog,
  day: showDay,
  nay: (turn, [id = '', code = '']) => takeReason(turn, id, code),
  why: showReasons,
}

async function showList(turn: StaffTurn): Promise<void> {
  if (!turn.may('survey.see')) return mayNot(turn)
  const all = await readSurveys(turn.ground, turn.organisation)
  const { words } = turn
  turn.say({
    lines: [
      { text: words('agree-list', { organisation: turn.organisation.name }), style: 'strong' },
      ...(all.length === 0 ? [{ text: words('agree-list-none') }] : []),
      ...all.slice(0, MOST).map((one) => ({ text: rowText(turn, one) })),
    ],
    choices: [...all.slice(0, MOST).map((one) => pick(turn, one)), ...general(turn)],
  })
}

/** Proposals that wait for a yes; the only one is shown at once. */
async function showWaiting(turn: StaffTurn): Promise<void> {
  if (!turn.may('survey.see')) return mayNot(turn)
  const waiting = (await readSurveys(turn.ground, turn.organisation)).filter((one) => one.waiting?.state === 'proposed')
  if (waiting.length === 1) return withProposal(turn, waiting[0]!.waiting!.id, showProposal)
  const { words } = turn
  turn.say({
    lines: [{ text: words(waiting.length === 0 ? 'agree-waiting-none' : 'agree-waiting'), style: 'strong' }],
    choices: [
      ...waiting.slice(0, MOST).map(({ waiting: open, aspect }): Choice => {
        const label = cut(textIn(aspect, turn.language))
        return { data: surveyButton('see', open!.id), label, role: 'option' }
      }),
      listButton(turn),
    ],
  })
}

async function showRunning(turn: StaffTurn): Promise<void> {
  if (!turn.may('survey.pause')) return mayNot(turn)
  const running = (await readSurveys(turn.ground, turn.organisation)).filter(({ inForce }) => inForce !== null)
  const { words } = turn
  if (running.length === 1) return showOne(turn, [running[0]!.surveyId])
  turn.say({
    lines: [{ text: words(running.length === 0 ? 'agree-pause-none' : 'agree-pause-which'), style: 'strong' }],
    choices: [...running.slice(0, MOST).map((one) => pick(turn, one)), listButton(turn)],
  })
}

async function showOne(turn: StaffTurn, [surveyId]: string[]): Promise<void> {
  if (!turn.may('survey.see') && !turn.may('survey.pause')) return mayNot(turn)
  const { words, ground, organisation, language } = turn
  const one = (await readSurveys(ground, organisation)).find((standing) => standing.surveyId === surveyId)
  if (!one) return turn.remark('desk-no-survey')
  const { inForce, waiting } = one
  if (!inForce && waiting) return withProposal(turn, waiting.id, showProposal)
  const described = inForce && (await readDescribed(ground, organisation.id, one.surveyId, inForce.hash))
  const button = (step: string, key: string, id = one.surveyId): Choice => ({
    data: surveyButton(step, id),
    label: words(key),
    role: 'option',
  })
  turn.say({
    lines: [
      { text: rowText(turn, one), style: 'strong' },
      ...(described ? describeSurvey(described, language).map((text) => ({ text })) : []),
    ],
    choices: [
      ...(waiting ? [button('see', 'agree-look', waiting.id)] : []),
      ...(inForce && turn.may('survey.pause')
        ? [
            inForce.pausedAt ? button('go', 'agree-resume') : button('pause', 'agree-pause'),
            button('stop', 'agree-stop'),
          ]
        : []),
      listButton(turn),
    ],
  })
}

/** Looks the proposal up wherever this person has a role: a message in their chat may be of any of these. */
async function withProposal(
  turn: StaffTurn,
  id: string | undefined,
  use: (turn: StaffTurn, proposal: Proposal) => void | Promise<void>,
): Promise<void> {
  for (const organisationId of new Set([
    turn.organisation.id,
    ...turn.person.offices.map((one) => one.organisationId),
  ])) {
    const proposal = isId(id) ? await readProposal(turn.ground, organisationId, id) : null
    if (!proposal) continue
    const there = organisationId === turn.organisation.id ? turn : await turn.elsewhere(organisationId)
    if (!there?.may('survey.see')) return mayNot(there ?? turn)
    return use(there, proposal)
  }
  turn.remark('desk-no-survey-proposal')
}

function showProposal(turn: StaffTurn, proposal: Proposal): void {
  const card = proposalCard(proposal, turn.organisation, turn.language, rightsOf(turn, proposal))
  turn.say({
    lines: card.lines,
    choices: [...card.choices, listButton(turn)],
  })
}

function rightsOf(turn: StaffTurn, proposal: Proposal) {
  const key = turn.person.addressHash
  const own = key === proposal.proposed_key
  const made = own || key === proposal.made_key
  return { agree: turn.may('survey.agree') && !made, propose: turn.may('survey.propose'), own }
}

async function decide(turn: StaffTurn, id: string, decision: 'agreed' | 'declined'): Promise<void> {
  const { desk } = turn.rooms
  const outcome = await desk.decideSurvey(turn.staffId, turn.organisation.id, id, decision)
  if (!outcome.ok) return refuse(turn, outcome)
  const proposal = await readProposal(turn.ground, turn.organisation.id, id)
  if (!proposal) return
  if (decision === 'declined') return askReason(turn, proposal, listButton(turn))
  showProposal(turn, proposal)
}

async function askNote(turn: StaffTurn, proposal: Proposal): Promise<void> {
  if (proposal.state !== 'proposed') return showProposal(turn, proposal)
  const field = noteField(proposal.id, turn.language)
  await turn.expect(field.data)
  turn.say({
    lines: [{ text: turn.words('agree-ask-how') }],
    choices: [{ data: field.data, label: turn.words('agree-ask'), role: 'write' }],
    typed: field,
  })
}

async function takeNote(turn: StaffTurn, id: string, text: string): Promise<void> {
  await withProposal(turn, id, async (there) => {
    const outcome = await there.rooms.desk.askAboutSurvey(there.staffId, there.organisation.id, id, text)
    if (!outcome.ok) return refuse(there, outcome)
    there.remark('agree-asked')
  })
}

async function takeBack(turn: StaffTurn, { id }: Proposal): Promise<void> {
  const outcome = await turn.rooms.desk.withdrawSurvey(turn.staffId, turn.organisation.id, id)
  if (!outcome.ok) return refuse(turn, outcome)
  const proposal = await readProposal(turn.ground, turn.organisation.id, id)
  if (proposal) showProposal(turn, proposal)
}

/** A draft that was overtaken is not put forward in the place of the newer one. */
async function putForward(turn: StaffTurn, { surveyId, state }: Proposal): Promise<void> {
  if (state !== 'draft') return turn.remark(state === 'proposed' ? 'desk-proposed-already' : 'desk-no-survey-proposal')
  const outcome = await turn.rooms.desk.proposeSurvey(turn.staffId, turn.organisation.id, surveyId)
  if (!outcome.ok) return refuse(turn, outcome)
  const { leads } = outcome.value
  turn.say({ lines: [{ text: turn.words('agree-proposed', { leads }) }], choices: [listButton(turn)] })
}

async function haltOne(turn: StaffTurn, surveyId: string, how: 'paused' | 'resumed' | 'stopped'): Promise<void> {
  const outcome = await turn.rooms.desk.haltSurvey(turn.staffId, turn.organisation.id, surveyId, how)
  if (!outcome.ok) return refuse(turn, outcome)
  const undo: Choice[] =
    how === 'paused' ? [{ data: surveyButton('go', surveyId), label: turn.words('agree-resume'), role: 'option' }] : []
  turn.say({ lines: [{ text: turn.words(`agree-done-${how}`) }], choices: [...undo, listButton(turn)] })
}

const pick = (turn: StaffTurn, { surveyId, aspect }: Standing): Choice => ({
  data: surveyButton('one', surveyId),
  label: cut(textIn(aspect, turn.language)),
  role: 'option',
})

const listButton = (turn: StaffTurn): Choice => ({
  data: surveyButton(),
  label: turn.words('agree-back'),
  role: 'control',
})

function general(turn: StaffTurn): Choice[] {
  const { words } = turn
  return [
    ...(turn.may('survey.draft')
      ? [{ data: surveyButton('new'), label: words('agree-new'), role: 'control' as const }]
      : []),
    ...(turn.may('log.read')
      ? [{ data: surveyButton('log'), label: words('agree-log'), role: 'control' as const }]
      : []),
    { data: surveyButton('why'), label: words('third-why'), role: 'control' },
  ]
}

function rowText(turn: StaffTurn, one: Standing): string {
  const state = stateOf(one)
  const aspect = textIn(one.aspect, turn.language)
  return turn.words('agree-row', { mark: MARKS[state], aspect, state: turn.words(`agree-state-${state}`) })
}

function stateOf({ inForce, waiting, state }: Standing): keyof typeof MARKS {
  if (inForce?.pausedAt) return 'paused'
  if (inForce) return state === 'changed' ? 'changed' : 'agreed'
  return waiting?.state ?? 'none'
}

/** A shape beside the words, for who reads at a glance. */
const MARKS = { agreed: '✔', changed: '✎', paused: '⏸', proposed: '…', draft: '✎', none: '–' }
const isId = (text: string | undefined): text is string => /^[\w-]{1,64}$/.test(text ?? '')
const cut = (text: string) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`)
const LONGEST = 60
const MOST = 15
