/** An agreed survey for stories about something else: the same way as in life, by two people, without their chats. */
import { randomUUID } from 'node:crypto'
import type { RunningApp } from '../../src/app.ts'
import { accept, invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { granted } from './story.ts'

/** Somebody who takes a role by an invitation, on a page of their own. @returns their staff id */
export async function staffMember(
  app: RunningApp,
  organisation: string,
  role: StaffRole,
  name: string,
): Promise<string> {
  const { code } = await invite(app.ground, organisation, { role, name }, 'command line')
  const accepted = await accept(app.ground, code, { channel: 'web', id: randomUUID().replaceAll('-', '') })
  if (!accepted || accepted === 'not-here') throw new Error(`${name} could not take the role of ${role}`)
  return accepted.staffId
}

/** Proposed by somebody at the coach's page, and agreed on by a lead of the organisation. */
export async function agreed(
  app: RunningApp,
  organisation: string,
  survey: string,
  { proposer = 'Ann', lead = 'Ben' } = {},
): Promise<{ surveyId: string; hash: string }> {
  const by = await staffMember(app, organisation, 'lead', lead)
  const { proposalId } = granted(await app.desk.proposeSurvey('coach-page', organisation, survey, proposer))
  return granted(await app.desk.decideSurvey(by, organisation, proposalId, 'agreed'))
}
