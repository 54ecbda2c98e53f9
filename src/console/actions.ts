/** What the coach's page can wish for: one entry a function of the desk. */

import type { Desk, Outcome } from '../rounds/desk.ts'
import { readDraft } from './feedback-part.ts'
import { readTally } from './tally-part.ts'

/** Fields of the form that was sent; missing ones read as empty. */
export type Fields = (name: string) => string
type Action = { done: string; run(desk: Desk, organisationId: string, fields: Fields): Promise<Outcome<unknown>> }

/** The name in the audit of who acts here: the page has no accounts. */
const BY = 'coach-page'

/** By the last part of the address that a form posts to. `done` is the sentence when the wish was granted. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(
  Object.entries({
    houd: { done: 'coach-done-hold', run: (desk, id, of) => desk.holdSession(BY, id, of('reeks')) },
    erbij: {
      done: 'coach-done-add',
      run: (desk, id, of) =>
        desk.addSession(BY, id, {
          seriesId: of('reeks'),
          startsAt: of('begin'),
          ...(of('thema').trim() ? { theme: of('thema') } : {}),
        }),
    },
    verplaats: { done: 'coach-done-move', run: (desk, id, of) => desk.moveSession(BY, id, of('sessie'), of('begin')) },
    schrap: { done: 'coach-done-cancel', run: (desk, id, of) => desk.cancelSession(BY, id, of('sessie')) },
    beeindig: { done: 'coach-done-end', run: (desk, id, of) => desk.endSession(BY, id, of('sessie')) },
    aanwezig: {
      done: 'coach-done-headcount',
      run: (desk, id, of) => desk.setHeadcount(BY, id, of('sessie'), numberOf(of('aantal'))),
    },
    thema: { done: 'coach-done-theme', run: (desk, id, of) => desk.setTheme(BY, id, of('sessie'), of('thema')) },
    sluit: { done: 'coach-done-close', run: (desk, id, of) => desk.closeRound(BY, id, of('ronde')) },
    voorbeeld: { done: 'coach-done-examples', run: (desk, id, of) => desk.exampleAnswers(BY, id, of('ronde')) },
    akkoord: {
      done: 'coach-done-agree',
      run: (desk, id, of) => desk.agree(id, of('peiling'), of('voorgesteld').trim(), of('akkoord').trim()),
    },
    stafcode: {
      done: 'coach-staff-type',
      run: (desk, id, of) => desk.linkCode(BY, id, of('doel') === 'fallback' ? 'fallback' : 'safeguarding'),
    },
    tel: { done: 'coach-done-tally', run: (desk, id, of) => desk.setTally(BY, id, of('ronde'), readTally(of)) },
    terug: {
      done: 'coach-done-feedback',
      run: (desk, id, of) => desk.writeFeedback(BY, id, of('overzicht'), readDraft(of)),
    },
    voorstel: { done: 'coach-done-proposal', run: (desk, id, of) => desk.closeProposal(BY, id, of('voorstel')) },
    code: {
      done: 'coach-link-how',
      run: (desk, id, of) => desk.linkCode(BY, id, of('doel') === 'join' ? 'join' : 'coach'),
    },
  } satisfies Record<string, Action>),
)

/** An empty field is no zero. */
const numberOf = (text: string): number => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN)
