/** The part of the desk about surveys: proposing, deciding, pausing. Who acts is asked again here, whatever door it is. */

import type { Organisation } from '../config/organisation.ts'
import { type Actor, actorOf } from '../dialogue/actors.ts'
import { type AgreementLog, readAgreementLog } from '../dialogue/agreement-log.ts'
import { type DraftFault, draftInChat, type SurveyWish } from '../dialogue/chat-drafts.ts'
import { type Halt, halt, type PauseFault } from '../dialogue/pausing.ts'
import { agree, decline, type ProposalFault, propose, withdraw, writeNote } from '../dialogue/proposals.ts'
import type { Ground } from '../ground.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import type { Outcome } from './desk.ts'
import { isId, no } from './refused.ts'

export type SurveyFault = ProposalFault | PauseFault | DraftFault

/** `by` is a staff id or a door (`coach-page`, `command line`). A door proposes, pauses and reads; it never agrees. */
export interface SurveyDesk {
  /** @param name who proposes, where the door has no accounts; `leads`: how many people can agree */
  proposeSurvey(
    by: string,
    organisationId: string,
    surveyId: string,
    name?: string,
  ): Promise<Outcome<{ proposalId: string; leads: number }>>
  /** Only a person by their own account; see `CALLS` in the command line, which leaves this out. */
  decideSurvey(
    by: string,
    organisationId: string,
    proposalId: string,
    decision: 'agreed' | 'declined',
  ): Promise<Outcome<{ surveyId: string; hash: string }>>
  withdrawSurvey(by: string, organisationId: string, proposalId: string): Promise<Outcome<{ surveyId: string }>>
  /** A question about an open proposal, or the answer to one. */
  askAboutSurvey(
    by: string,
    organisationId: string,
    proposalId: string,
    text: string,
    name?: string,
  ): Promise<Outcome<{ noteId: string }>>
  /** Everything that was ever agreed on or proposed, with the plain words in this language. */
  agreements(
    organisationId: string,
    language: FullLanguage,
  ): Promise<Outcome<{ log: AgreementLog; name: string; timezone: string; today: string }>>
  /** A proposal made in chat: a draft, until somebody proposes it. */
  draftSurvey(
    by: string,
    organisationId: string,
    wish: SurveyWish,
  ): Promise<Outcome<{ surveyId: string; proposalId: string }>>
  haltSurvey(by: string, organisationId: string, surveyId: string, how: Halt): Promise<Outcome<{ agreementId: string }>>
}

/** @param sweep looks at what is due now, and resolves when it is on its way */
export function createSurveyDesk(ground: Ground, sweep: () => Promise<void>): SurveyDesk {
  async function act<T extends object>(
    by: string,
    organisationId: string,
    ids: string[],
    name: string,
    work: (organisation: Organisation, actor: Actor) => Promise<T | SurveyFault>,
  ): Promise<Outcome<T>> {
    const organisation = ground.config().organisations.get(organisationId)
    if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
    const actor = await actorOf(ground, organisation, by, name)
    if (!actor) return no('desk-may-not')
    if (!ids.every(isId)) return no('desk-no-survey-proposal')
    const done = await work(organisation, actor)
    if (typeof done === 'string') return no(done)
    await sweep()
    return { ok: true, value: done }
  }

  return {
    proposeSurvey: (by, organisationId, surveyId, name = '') =>
      act(by, organisationId, [], name, async (organisation, actor) =>
        isId(surveyId) ? propose(ground, organisation, surveyId, actor) : 'desk-no-survey',
      ),
    decideSurvey: (by, organisationId, proposalId, decision) =>
      act(by, organisationId, [proposalId], '', (organisation, actor) =>
        (decision === 'agreed' ? agree : decline)(ground, organisation, proposalId, actor),
      ),
    withdrawSurvey: (by, organisationId, proposalId) =>
      act(by, organisationId, [proposalId], '', (organisation, actor) =>
        withdraw(ground, organisation, proposalId, actor),
      ),
    askAboutSurvey: (by, organisationId, proposalId, text, name = '') =>
      act(by, organisationId, [proposalId], name, (organisation, actor) =>
        writeNote(ground, organisation, proposalId, actor, text),
      ),
    draftSurvey: (by, organisationId, wish) =>
      act(by, organisationId, [], '', (organisation, actor) => draftInChat(ground, organisation, wish, actor)),
    async agreements(organisationId, language) {
      const organisation = ground.config().organisations.get(organisationId)
      if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
      const { name, timezone } = organisation
      const today = ground.clock.now().toZonedDateTimeISO(timezone).toPlainDate().toString()
      const log = await readAgreementLog(ground, organisation, language)
      return { ok: true, value: { log, name, timezone, today } }
    },
    haltSurvey: (by, organisationId, surveyId, how) =>
      act(by, organisationId, [], '', async (organisation, actor) =>
        isId(surveyId) ? halt(ground, organisation, surveyId, actor, how) : 'desk-not-agreed',
      ),
  }
}
