/** What the coach's page and a page of the staff can wish for: one entry a function of the desk. */

import { FALLBACK } from '../people/contact-place.ts'
import type { Act } from '../people/permissions.ts'
import type { Desk, LinkPurpose, Outcome, Overview } from '../rounds/desk.ts'
import type { InvitationWish } from '../rounds/role-desk.ts'
import type { StaffRole } from '../store/tables.ts'
import { readSharingWish } from './data-part.ts'
import { readDraft } from './feedback-part.ts'
import { METHOD_ACTIONS } from './method-actions.ts'
import { readSaying, readTalkEnd } from './talk-part.ts'
import { readTally } from './tally-part.ts'
import { minutesIn } from './timeline-part.ts'

/** Fields of the form that was sent; missing ones read as empty. */
export type Fields = (name: string) => string
export type Action = {
  done: string
  /** What somebody must be allowed to; asked before the desk is. Null: nothing in particular. */
  act: Act | null
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
    ...METHOD_ACTIONS,
    vijf: {
      done: 'plan-five-done',
      act: 'timeline.edit',
      run: (desk, id, _, by) => desk.addFixedMoments(by, id),
    },
    gesprek: {
      done: 'talk-page-begun',
      act: 'talk.take',
      run: (desk, id, _, by) => desk.beginTalk(by, id),
    },
    'gesprek-zeg': {
      done: 'talk-noted',
      act: 'talk.take',
      run: (desk, id, of, by) => desk.sayInTalk(by, id, readSaying(of), of('naam')),
    },
    'gesprek-weg': {
      done: 'talk-page-taken',
      act: 'talk.take',
      run: (desk, id, of, by) => desk.unsayInTalk(by, id, of('stap'), of('wat')),
    },
    'gesprek-klaar': {
      done: 'talk-page-ended',
      act: 'talk.take',
      run: (desk, id, of, by) => desk.endTalk(by, id, readTalkEnd(of('hoe'))),
    },
    'gesprek-stop': {
      done: 'talk-page-stopped',
      act: 'talk.take',
      run: (desk, id, _, by) => desk.stopTalk(by, id),
    },
    verslag: {
      done: 'report-made',
      act: 'report.read',
      run: (desk, id, of, by) => desk.makeReport(by, id, of('soort') === 'year-end' ? 'year-end' : 'june'),
    },
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
    voorleggen: {
      done: 'coach-done-propose',
      act: 'survey.propose',
      run: (desk, id, of, by) => desk.proposeSurvey(by, id, of('peiling'), of('naam')),
    },
    intrekken: {
      done: 'coach-done-withdraw',
      act: 'survey.propose',
      run: (desk, id, of, by) => desk.withdrawSurvey(by, id, of('voorleg')),
    },
    opmerking: {
      done: 'coach-done-note',
      act: 'survey.propose',
      run: (desk, id, of, by) => desk.askAboutSurvey(by, id, of('voorleg'), of('tekst'), of('naam')),
    },
    pauze: {
      done: 'agree-done-paused',
      act: 'survey.pause',
      run: (desk, id, of, by) => desk.haltSurvey(by, id, of('peiling'), 'paused'),
    },
    verder: {
      done: 'agree-done-resumed',
      act: 'survey.pause',
      run: (desk, id, of, by) => desk.haltSurvey(by, id, of('peiling'), 'resumed'),
    },
    stop: {
      done: 'agree-done-stopped',
      act: 'survey.pause',
      run: (desk, id, of, by) => desk.haltSurvey(by, id, of('peiling'), 'stopped'),
    },
    uitnodig: {
      done: 'role-invite',
      act: 'role.give',
      run: (desk, id, of, by) => desk.invite(by, id, readInvitationWish(of)),
    },
    intrek: {
      done: 'role-withdrawn',
      act: 'role.give',
      run: (desk, id, of, by) => desk.withdrawInvitation(by, id, of('uitnodiging')),
    },
    terugnemen: {
      done: 'role-done-taken-back',
      act: 'role.give',
      run: (desk, id, of, by) => desk.takeBack(by, id, of('wie')),
    },
    // One's own role can always be given up: the desk asks whose it is.
    opgeven: {
      done: 'role-done-left',
      act: null,
      run: (desk, id, of, by) => desk.takeBack(by, id, of('wie')),
    },
    modus: {
      done: 'mode-done',
      act: 'mode.switch',
      run: (desk, id, of, by) => desk.switchMode(by, id, { year: Number(of('jaar')), coach: of('coach') === '1' }),
    },
    'moment-nieuw': {
      done: 'plan-saved',
      act: 'timeline.edit',
      run: (desk, id, of, by) => desk.addMoment(by, id, { date: of('dag'), title: of('wat'), kind: 'other' }),
    },
    // Who may change nothing may still finish an own moment: the desk asks whose it is.
    'moment-klaar': {
      done: 'plan-saved',
      act: null,
      run: (desk, id, of, by) => desk.changeMoment(by, id, of('moment'), { type: 'done', real: minutesIn(of('uren')) }),
    },
    'moment-dag': {
      done: 'plan-saved',
      act: 'timeline.edit',
      run: (desk, id, of, by) => desk.changeMoment(by, id, of('moment'), { type: 'move', date: of('dag') }),
    },
    'moment-wie': {
      done: 'plan-saved',
      act: 'timeline.edit',
      run: (desk, id, of, by) =>
        desk.changeMoment(by, id, of('moment'), { type: 'owner', name: of('wie'), staffId: null }),
    },
    'moment-uren': {
      done: 'plan-saved',
      act: 'timeline.edit',
      run: (desk, id, of, by) =>
        desk.changeMoment(by, id, of('moment'), { type: 'hours', planned: minutesIn(of('uren')) ?? Number.NaN }),
    },
    'moment-weg': {
      done: 'plan-saved',
      act: 'timeline.edit',
      run: (desk, id, of, by) => desk.changeMoment(by, id, of('moment'), { type: 'drop', reason: of('reden') }),
    },
    tel: {
      done: 'coach-done-tally',
      act: 'session.count',
      task: ofRound,
      run: (desk, id, of, by) => desk.setTally(by, id, of('ronde'), readTally(of)),
    },
    deel: {
      done: 'digests-shared',
      act: 'digest.share',
      run: (desk, id, of, by) => desk.shareDigest(by, id, of('overzicht')),
    },
    terug: {
      done: 'coach-done-feedback',
      act: 'feedback.write',
      run: (desk, id, of, by) => desk.writeFeedback(by, id, of('overzicht'), readDraft(of)),
    },
    'deel-voorstel': {
      done: 'sharing-done-proposed',
      act: 'data.propose',
      run: (desk, id, of, by) => desk.proposeSharing(by, id, readSharingWish(of), of('naam')),
    },
    'deel-terug': {
      done: 'sharing-done-withdrawn',
      act: 'data.propose',
      run: (desk, id, of, by) => desk.withdrawSharing(by, id, of('akkoord')),
    },
    // Either side ends it: the desk asks which act allows it.
    'deel-stop': {
      done: 'sharing-done-ended',
      act: null,
      run: (desk, id, of, by) => desk.endSharing(by, id, of('akkoord')),
    },
    voorstel: {
      done: 'coach-done-proposal',
      act: 'wish.handle',
      run: (desk, id, of, by) => desk.closeProposal(by, id, of('voorstel')),
    },
    code: {
      done: 'coach-link-how',
      act: 'place.link',
      run: (desk, id, of, by) => desk.linkCode(by, id, purposeOf(of('doel'))),
    },
  } satisfies Record<string, Action>),
)

const purposeOf = (text: string): LinkPurpose => (text === 'join' || text === 'team' ? text : 'coach')

function readInvitationWish(of: Fields): InvitationWish {
  const [role, name] = [of('rol'), of('naam')]
  if (role === FALLBACK) return { role: 'safeguarding', name, task: FALLBACK }
  const wish = { role: role as StaffRole, name }
  if (role === 'author') return { ...wish, until: of('tot') }
  return role === 'helper' ? { ...wish, task: of('taak'), until: of('tot') } : wish
}

/** An empty field is no zero. */
const numberOf = (text: string): number => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN)
