/** What the coach's page and a page of the staff can wish for: one entry a function of the desk. */

import type { Act } from '../people/permissions.ts'
import type { Desk, Outcome, Overview } from '../rounds/desk.ts'
import { readDraft } from './feedback-part.ts'
import { readTally } from './tally-part.ts'

/** Fields of the form that was sent; missing ones read as empty. */
export type Fields = (name: string) => string
export type Action = {
  done: string
  /** What somebody must be allowed to; asked before the desk is. */
  act: Act
  /** What it is about, for who may do this for one task only. */
  task?(fields: Fields, overview: Overview): string
  /** `by`: who acts, for the audit: a staff id, or the coach's page, which has no accounts. */
  run(desk: Desk, organisationId: string, fields: Fields, by: string): Promise<Outcome<unknown>>
}

const ofSession = (of: Fields) => `session:${of('sessie')}`
const ofRound = (of: Fields, { rounds }: Overview) =>
  `session:${rounds.find(({ id }) => id === of('ronde'))?.sessionId ?? ''}`

/** By the last part of the address that a form posts to. `done` is the sentence when the wish was granted. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(
  Object.entries({
    houd: {
      done: 'coach-done-hold',
      act: 'session.plan',
      run: (desk, id, of, by) => desk.holdSession(by, id, of('reeks')),
    },
    erbij: {
      done: 'coach-done-add',
      act: 'session.plan',
      run: (desk, id, of, by) =>
        desk.addSession(by, id, {
          seriesId: of('reeks'),
          startsAt: of('begin'),
          ...(of('thema').trim() ? { theme: of('thema') } : {}),
        }),
    },
    verplaats: {
      done: 'coach-done-move',
      act: 'session.plan',
      run: (desk, id, of, by) => desk.moveSession(by, id, of('sessie'), of('begin')),
    },
    schrap: {
      done: 'coach-done-cancel',
      act: 'session.plan',
      run: (desk, id, of, by) => desk.cancelSession(by, id, of('sessie')),
    },
    beeindig: {
      done: 'coach-done-end',
      act: 'session.plan',
      run: (desk, id, of, by) => desk.endSession(by, id, of('sessie')),
    },
    aanwezig: {
      done: 'coach-done-headcount',
      act: 'session.count',
      task: ofSession,
      run: (desk, id, of, by) => desk.setHeadcount(by, id, of('sessie'), numberOf(of('aantal'))),
    },
    thema: {
      done: 'coach-done-theme',
      act: 'session.plan',
      run: (desk, id, of, by) => desk.setTheme(by, id, of('sessie'), of('thema')),
    },
    sluit: {
      done: 'coach-done-close',
      act: 'session.plan',
      run: (desk, id, of, by) => desk.closeRound(by, id, of('ronde')),
    },
    voorbeeld: {
      done: 'coach-done-examples',
      act: 'session.plan',
      run: (desk, id, of, by) => desk.exampleAnswers(by, id, of('ronde')),
    },
    akkoord: {
      done: 'coach-done-agree',
      act: 'survey.agree',
      run: (desk, id, of) => desk.agree(id, of('peiling'), of('voorgesteld').trim(), of('akkoord').trim()),
    },
    stafcode: {
      done: 'coach-staff-type',
      act: 'role.give',
      run: (desk, id, of, by) => desk.linkCode(by, id, of('doel') === 'fallback' ? 'fallback' : 'safeguarding'),
    },
    tel: {
      done: 'coach-done-tally',
      act: 'session.count',
      task: ofRound,
      run: (desk, id, of, by) => desk.setTally(by, id, of('ronde'), readTally(of)),
    },
    terug: {
      done: 'coach-done-feedback',
      act: 'feedback.write',
      run: (desk, id, of, by) => desk.writeFeedback(by, id, of('overzicht'), readDraft(of)),
    },
    voorstel: {
      done: 'coach-done-proposal',
      act: 'wish.handle',
      run: (desk, id, of, by) => desk.closeProposal(by, id, of('voorstel')),
    },
    code: {
      done: 'coach-link-how',
      act: 'place.link',
      run: (desk, id, of, by) => desk.linkCode(by, id, of('doel') === 'join' ? 'join' : 'coach'),
    },
  } satisfies Record<string, Action>),
)

/** An empty field is no zero. */
const numberOf = (text: string): number => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN)
