/** Saying why not, for who wants to, and what others said. */
import type { Choice } from '../channels/port.ts'
import { giveReason, REASONS, reasonsGiven } from '../dialogue/decline-reasons.ts'
import { proposalCard, surveyButton } from '../dialogue/proposal-card.ts'
import { type Proposal, readProposal } from '../dialogue/read-proposal.ts'
import { mayNot } from './refuse.ts'
import type { StaffTurn } from './turn.ts'

/** The proposal as it is now, and under it the question that needs no answer. */
export function askReason(turn: StaffTurn, proposal: Proposal, back: Choice): void {
  const { words, organisation, language } = turn
  const card = proposalCard(proposal, organisation, language, { agree: false, propose: false, own: false })
  turn.say({
    lines: [...card.lines, { text: words('third-why-not') }, { text: words('third-why-how'), style: 'quiet' }],
    choices: [
      ...REASONS.map(
        (code): Choice => ({
          data: surveyButton('nay', proposal.id, code),
          label: words(`third-reason-${code}`),
          role: 'option',
        }),
      ),
      back,
    ],
  })
}

export async function takeReason(turn: StaffTurn, proposalId: string, given: string): Promise<void> {
  if (!turn.may('survey.agree')) return mayNot(turn)
  const code = REASONS.find((one) => one === given)
  const proposal = /^[\w-]{1,64}$/.test(proposalId)
    ? await readProposal(turn.ground, turn.organisation.id, proposalId)
    : null
  if (!code || proposal?.state !== 'declined') return turn.remark('notice-stale')
  await giveReason(turn.ground, turn.organisation.id, proposal.id, code)
  turn.remark('third-why-thanks')
}

export async function showReasons(turn: StaffTurn): Promise<void> {
  if (!turn.may('survey.see')) return mayNot(turn)
  const { words } = turn
  const reasons = await reasonsGiven(turn.ground)
  turn.say({
    lines: [
      { text: words('third-reasons'), style: 'strong' },
      ...(reasons.length === 0
        ? [{ text: words('third-reasons-none') }]
        : reasons.map((code) => ({ text: `• ${words(`third-reason-${code}`)}` }))),
      { text: words('third-reasons-foot'), style: 'quiet' },
    ],
    choices: [{ data: surveyButton(), label: words('agree-back'), role: 'control' }],
  })
}
