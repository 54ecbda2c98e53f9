/**
 * Playing a proposal through before saying anything to it: the same engine and the same cards as a young person gets,
 * in any of its languages. Where somebody is in it stands with their chat; nothing of it is an answer.
 */
import type { Choice, Line } from '../channels/port.ts'
import { surveyButton } from '../dialogue/proposal-card.ts'
import { type Proposal, readProposal } from '../dialogue/read-proposal.ts'
import { decodeButton } from '../survey/button-data.ts'
import { renderCard, renderNotice } from '../survey/card.ts'
import { LANGUAGES, type Language, optionsOf, type Question, textIn } from '../survey/question-set.ts'
import { newRun, step } from '../survey/step.ts'
import type { Effect, Reply, Run } from '../survey/types.ts'
import { wordsFor } from '../words/words.ts'
import { readTask, writeTask } from './staff-task.ts'
import type { StaffTurn } from './turn.ts'

type Trial = { what: 'try'; organisationId: string; proposalId: string; language: Language; run: Run }

/** Begins a trial, in this language or in one that the organisation's young people read. */
export async function tryIn(turn: StaffTurn, proposal: Proposal, wanted?: string): Promise<void> {
  const offered = languagesOf(turn, proposal)
  const language = offered.find((one) => one === (wanted ?? turn.language)) ?? offered[0]!
  const { version, set } = proposal.after
  const asksFirst = version.of === 'present' || version.presence === 'ask'
  const run = newRun(set, { checkIn: asksFirst, absentButton: version.moment === 'start' && !asksFirst })
  const trial: Trial = { what: 'try', organisationId: turn.organisation.id, proposalId: proposal.id, language, run }
  await show(turn, proposal, trial, [])
}

export async function takeTrial(turn: StaffTurn, [base36 = '', code = '']: string[]): Promise<void> {
  const button = decodeButton(`r.${RUN}.${base36}.${code}`)
  if (!button) return turn.remark('notice-stale')
  await go(turn, { type: 'tapped', turn: button.turn, code })
}

export async function typedTrial(turn: StaffTurn, [base36 = '']: string[], text: string): Promise<void> {
  const number = Number.parseInt(base36, 36)
  await go(turn, { type: 'typed', turn: Number.isSafeInteger(number) ? number : null, text })
}

/** Which language: each in its own words. */
export function chooseTrial(turn: StaffTurn, proposal: Proposal): void {
  turn.say({
    lines: [{ text: turn.words('agree-try-which'), style: 'strong' }],
    choices: languagesOf(turn, proposal).map((language) => ({
      data: surveyButton('in', language, proposal.id),
      label: wordsFor(language)('web-language-name'),
      role: 'option',
    })),
  })
}

/** Every question with its options, to read in one go. */
export function showAll(turn: StaffTurn, proposal: Proposal): void {
  const { words } = turn
  const lines = proposal.after.set.questions.flatMap((question, at): Line[] => [
    {
      text: words('agree-all-question', { number: String(at + 1), question: filled(turn, proposal, question) }),
      style: 'strong',
    },
    { text: answersOf(turn, question) },
  ])
  turn.say({
    lines: [{ text: words('agree-all'), style: 'strong' }, ...lines],
    choices: [
      { data: surveyButton('try', proposal.id), label: words('agree-try'), role: 'option' },
      { data: surveyButton('see', proposal.id), label: words('agree-try-back'), role: 'control' },
    ],
  })
}

/** What a young person would read where the name of the activity or its theme comes. */
function filled({ words, language, organisation }: StaffTurn, { after }: Proposal, question: Question): string {
  const values = {
    activity: textIn(after.series, language),
    theme: words('theme-unknown'),
    organisation: organisation.name,
  }
  return textIn(question.text, language).replace(
    /\{(activity|theme|organisation)\}/g,
    (_, name: keyof typeof values) => values[name],
  )
}

function answersOf({ words, language }: StaffTurn, question: Question): string {
  switch (question.type) {
    case 'text':
      return words('agree-all-open')
    case 'card':
      return words('agree-all-information')
    case 'scale':
      return words('agree-all-scale', { low: textIn(question.low, language), high: textIn(question.high, language) })
    default:
      return optionsOf(question)
        .map(({ emoji, text }) => [emoji, textIn(text, language)].filter(Boolean).join(' '))
        .join(' · ')
  }
}

async function go(turn: StaffTurn, reply: Reply): Promise<void> {
  const trial = await readTask<Trial>(turn, 'try')
  const there = trial && (await turnAt(turn, trial.organisationId))
  const proposal = there && (await readProposal(turn.ground, trial.organisationId, trial.proposalId))
  // A role that was taken back sees nothing any more.
  if (!proposal || !there.may('survey.see')) return turn.remark('agree-try-over')
  const { run, effects } = step(proposal.after.set, trial.run, { type: 'replied', at: turn.ground.clock.now(), reply })
  await show(there, proposal, { ...trial, run }, effects)
}

const turnAt = async (turn: StaffTurn, organisationId: string): Promise<StaffTurn | null> =>
  organisationId === turn.organisation.id ? turn : turn.elsewhere(organisationId)

async function show(turn: StaffTurn, proposal: Proposal, trial: Trial, effects: Effect[]): Promise<void> {
  await writeTask(turn, trial)
  const { language, run } = trial
  const card = renderCard(proposal.after.set, run, {
    runRef: RUN,
    language,
    activity: textIn(proposal.after.series, language),
    theme: null,
    organisation: turn.organisation.name,
    textOnly: turn.organisation.textOnly,
  })
  const said = effects.flatMap((effect) => {
    if (effect.type === 'notice') return renderNotice(effect.notice, effect.count, language).lines
    return effect.type === 'help' ? [{ text: wordsFor(language)('play-help') }] : []
  })
  const typed = card.typed && { ...card.typed, data: ours(card.typed.data) }
  // In a chat words are simply typed.
  if (typed) await turn.expect(typed.data)
  turn.say({
    language,
    // Whoever tries it in a language they do not read still finds the way back.
    lines: [{ text: turn.words('agree-trying'), style: 'quiet' }, ...said, ...card.lines],
    choices: [
      ...card.choices.map((choice) => ({ ...choice, data: ours(choice.data) })),
      ...controls(turn, proposal.id, trial),
    ],
    ...(typed ? { typed } : {}),
  })
}

function controls({ words }: StaffTurn, proposalId: string, { language, run }: Trial): Choice[] {
  const control = (step: string, key: string): Choice => ({
    data: surveyButton(step, proposalId),
    label: words(key),
    role: 'control',
  })
  const over = run.disposition !== null
  return [
    ...(over ? [{ ...control('in', 'agree-try-again'), data: surveyButton('in', language, proposalId) }] : []),
    control('lang', 'agree-try-language'),
    control('all', 'agree-try-all'),
    control('see', 'agree-try-back'),
  ]
}

/** The buttons of a card, as buttons of the staff's menu. */
function ours(data: string): string {
  const button = decodeButton(data)
  return button ? surveyButton('v', button.turn.toString(36), button.code) : data
}

function languagesOf({ organisation }: StaffTurn, { after }: Proposal): Language[] {
  const known = organisation.languages.filter((language) => after.set.languages.includes(language))
  const plain = known.includes('nl') && after.set.questions.some(({ text }) => text['nl-plain'] !== undefined)
  const all = LANGUAGES.filter((one) => (one === 'nl-plain' ? plain : known.includes(one)))
  return all.length > 0 ? all : ['nl']
}

const RUN = 'voorbeeld-voorbeeld-00'
