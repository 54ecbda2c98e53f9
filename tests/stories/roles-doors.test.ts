/** The permission matrix at the real doors: every form of a page and every part of the menu, for every role, in both modes. */
import { expect, test } from 'vitest'
import { ACTIONS } from '../../src/console/actions.ts'
import { currentYear, switchMode } from '../../src/dialogue/coach-mode.ts'
import { type Act, may, type Office, ROLES } from '../../src/people/permissions.ts'
import { accept, invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { holdSession, type Story, startStory } from '../support/story.ts'
import { sayOf } from '../support/story-young.ts'
import { onTeamPage, type TeamPage } from '../support/team-page.ts'

const LONG = { timeout: 300_000 }

/** What opens a part of the menu: one of these. */
const AREA_ACTS: Record<string, Act[]> = {
  s: ['session.see'],
  p: ['survey.see'],
  d: ['digest.read'],
  o: ['answers.read', 'quote.approve'],
  f: ['feedback.write'],
  t: ['timeline.see', 'timeline.own'],
  v: ['report.read'],
  k: ['place.link'],
}
const AREA_BUTTONS: Record<string, string> = {
  s: 'session',
  p: 'surveys',
  d: 'digest',
  o: 'answers',
  f: 'feedback',
  t: 'timeline',
  v: 'report',
  k: 'link',
}

test.each([
  ['with the coach', true],
  ['without the coach', false],
])('every wish of a page and every part of the menu, for every role, in a year %s', LONG, async (_, withCoach) => {
  const story = await startStory({ telegram: false, discord: false })
  const { sessionId } = await holdSession(story, 'xy', 'meetingpoint')
  await story.rest()
  if (!withCoach) await goWithout(story)
  const pages: [StaffRole | 'coach-page', TeamPage, Office[]][] = []
  // The mode matters to the coach only; the others once more would be the same.
  const roles: readonly StaffRole[] = withCoach ? ROLES.filter((one) => one !== 'safeguarding') : ['coach', 'worker']
  for (const role of roles) pages.push([role, ...(await page(story, role, `session:${sessionId}`))])
  const door: Office = { organisationId: 'xy', staffId: 'coach-page', role: 'coach', name: '', task: null }
  pages.push(['coach-page', await onTeamPage(story, story.coachPath('xy')), [door]])

  // Which forms there are changes; that each asks first is in one place, so one form an act tells.
  const onePerAct = new Map<Act, string>()
  for (const [name, { act }] of ACTIONS) if (act !== null && !onePerAct.has(act)) onePerAct.set(act, name)
  const wrong: string[] = []
  for (const [role, seen, offices] of pages) {
    const allowed = (act: Act, task?: string) =>
      may(offices, 'xy', act, { withCoach, nobodyElse: !withCoach, ...(task === undefined ? {} : { task }) })
    for (const [act, name] of onePerAct) {
      // Ids that are nothing: who may is told so, who may not is told that.
      await seen.forge(name, { sessie: 'niets', ronde: 'niets', jaar: '1900', rol: 'niets', doel: 'join' })
      const refused = seen.text().includes(sayOf('nl', 'desk-may-not'))
      if (refused === allowed(act)) wrong.push(`${role} ${act}: ${refused ? 'refused' : 'let through'}`)
    }
    const task = `session:${sessionId}`
    await seen.forge('aanwezig', { sessie: sessionId, aantal: '9' })
    const refused = seen.text().includes(sayOf('nl', 'desk-may-not'))
    if (refused === allowed('session.count', task)) wrong.push(`${role} counts the own session: ${!refused}`)
    if (role === 'coach-page') continue
    await seen.forge('tik', { data: 't.m' })
    const menu = seen.html()
    for (const [code, acts] of Object.entries(AREA_ACTS)) {
      // Whoever may be asked for a moment can look for their own.
      const should = acts.some(
        (act) => allowed(act) || allowed(act, task) || (act === 'timeline.own' && role === 'author'),
      )
      const offered = menu.includes(`value="t.${code}"`)
      await seen.forge('tik', { data: `t.${code}` })
      const refused = seen
        .chat()
        .join()
        .includes(sayOf('nl', 'staff-may-not', { organisation: 'XY' }))
      if (offered !== should) wrong.push(`${role} menu ${AREA_BUTTONS[code]}: ${offered ? 'offered' : 'not offered'}`)
      if (refused === should) wrong.push(`${role} part ${AREA_BUTTONS[code]}: ${refused ? 'refused' : 'let in'}`)
    }
  }
  expect(wrong).toEqual([])
})

async function page(story: Story, role: StaffRole, task: string): Promise<[TeamPage, Office[]]> {
  const { ground } = story.app
  const helps = role === 'helper'
  const until = ground.clock.now().add({ hours: 24 })
  const { code } = await invite(ground, 'xy', { role, name: role, ...(helps ? { task, until } : {}) }, 'command line')
  const secret = role.padEnd(43, 'x')
  const accepted = await accept(ground, code, { channel: 'web', id: secret })
  if (!accepted || accepted === 'not-here') throw new Error(`${role} was not accepted`)
  const office = { organisationId: 'xy', staffId: accepted.staffId, role, name: role, task: helps ? task : null }
  return [await onTeamPage(story, `/team/${secret}`), [office]]
}

async function goWithout(story: Story): Promise<void> {
  const { ground } = story.app
  const organisation = ground.config().organisations.get('xy')!
  await switchMode(ground, organisation, { year: currentYear(ground, organisation), coach: false }, 'test')
}
