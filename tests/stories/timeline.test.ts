/** The impact timeline in chat: who sees what, changing it, and the reminder that only the owner gets. */
import { expect, test } from 'vitest'
import { readYearPlan } from '../../src/dialogue/timeline.ts'
import { invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { momentsOf } from '../../src/timeline/plan.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { type Story, startStory } from '../support/story.ts'
import { telegramPlace } from '../support/story-staff.ts'
import { sayOf } from '../support/story-young.ts'

const LONG = { timeout: 120_000 }
const YEAR = 2026

type Person = ReturnType<Story['telegram']['person']>

/** Somebody with a role, whoever else has one already. */
async function withRole(story: Story, id: number, role: StaffRole, name: string, task?: string): Promise<Person> {
  const person = story.telegram.person(id, { language: 'nl', name })
  const { code } = await invite(story.app.ground, 'xy', { role, name, ...(task ? { task } : {}) }, 'command line')
  person.type(`/koppel ${code}`)
  await story.rest()
  return person
}

const xy = (story: Story) => story.app.ground.config().organisations.get('xy')!
const planOf = (story: Story) => readYearPlan(story.app.ground, xy(story), YEAR)
const momentNamed = async (story: Story, title: string) =>
  momentsOf(await planOf(story)).find((one) => one.title?.nl === title)!
const fixedOf = async (story: Story, kind: string) => momentsOf(await planOf(story)).find((one) => one.kind === kind)!
type Chat = Pick<Person, 'messages'>
/** The newest message in words; a picture comes under it as a message of its own. */
const newest = ({ messages }: Chat) => messages.findLast(({ media }) => media === null)!
const shown = (chat: Chat) => plain(newest(chat).text)
const buttons = (chat: Chat) => labels(newest(chat))
/** The words and what is said of the picture. */
const posted = ({ messages }: Chat) =>
  plain(
    messages
      .slice(-2)
      .map(({ text }) => text)
      .join('\n'),
  )
const pictured = ({ messages }: Chat) => messages.at(-1)!.media?.kind === 'photo'
async function does(story: Story, act: () => void) {
  act()
  await story.rest()
}
const heard = (person: Person, words: string) => person.messages.filter((one) => plain(one.text).includes(words)).length

test('a working year has its five fixed moments and what the file plans, also after starting again', LONG, async () => {
  const story = await startStory({ discord: false })
  const kinds = async () =>
    momentsOf(await planOf(story))
      .filter(({ editable }) => editable)
      .map(({ kind, date, owner, planned }) => `${date} ${kind} ${owner} ${planned}`)
  const expected = [
    '2026-09-15 evaluation-talk  120',
    // The file says when this one is, and for how long.
    '2026-10-08 impact-talk  120',
    '2026-10-15 timeline  120',
    '2026-10-22 third Jeugddienst 180',
    '2026-12-09 other Noor 90',
    '2027-06-15 june  120',
    '2027-08-20 year-end  120',
  ]
  expect(await kinds()).toEqual(expected)
  await story.app.sweep()
  await story.restart()
  expect(await kinds()).toEqual(expected)
  expect(momentsOf(await readYearPlan(story.app.ground, xy(story), YEAR, 'fixed')).map(({ kind }) => kind)).toEqual([
    'evaluation-talk',
    'impact-talk',
    'timeline',
    'june',
    'year-end',
  ])
})

test(
  'a lead sees the year, adds a moment, says who and how long, and that it is done; a second tap changes nothing',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const lead = await withRole(story, 900, 'lead', 'Samira')
    await does(story, () => lead.type('/tijdlijn'))
    expect(shown(lead)).toContain('Tijdlijn van XY: september 2026 tot augustus 2027')
    expect(shown(lead)).toContain('Dit jaar: Wat betekenen de gesprekken op het meetingpoint voor de jongeren?')
    expect(shown(lead)).toContain('▫️ 9 dec · Samen kijken wat de jongeren zeiden · Noor · 1,5 uur')
    expect(shown(lead)).toContain(sayOf('nl', 'plan-unreachable', { owner: 'Jeugddienst' }))
    expect(shown(lead)).toContain(
      '0 handelingen van begeleiders na het plannen, bij 0 sessies met een peiling. Nodig: 0.',
    )
    await does(story, () => lead.tap('Iets erbij'))
    await does(story, () => lead.type('Affiche maken'))
    expect(shown(lead)).toContain(sayOf('nl', 'plan-bad-new'))
    await does(story, () => lead.type('/tijdlijn'))
    await does(story, () => lead.tap('Iets erbij'))
    await does(story, () => lead.type('15/12 Affiche maken'))
    expect(shown(lead)).toContain('Affiche maken')
    expect(shown(lead)).toContain('dinsdag 15 december')
    expect(shown(lead)).toContain('Wie: nog niemand')
    await does(story, () => lead.tap('Wie doet het?'))
    await does(story, () => lead.tap('Samira'))
    await does(story, () => lead.tap('Uren'))
    await does(story, () => lead.type('1,5'))
    expect(shown(lead)).toContain('Telt bij jeugdwerker: 1,5 uur')
    await does(story, () => lead.tap('Verplaatsen'))
    await does(story, () => lead.type('1/10/2027'))
    expect(shown(lead)).toContain('Die dag kan niet. Kies een dag van dinsdag 1 september tot dinsdag 31 augustus.')
    expect((await momentNamed(story, 'Affiche maken')).date).toBe('2026-12-15')
    await does(story, () => lead.type('/tijdlijn'))
    await does(story, () => lead.tap('15 dec Affiche maken'))
    await does(story, () => lead.tap('Verplaatsen'))
    await does(story, () => lead.tap('dinsdag 22 december'))
    await does(story, () => lead.tap('Gedaan'))
    await does(story, () => lead.tap(2))
    expect(await momentNamed(story, 'Affiche maken')).toMatchObject({
      date: '2026-12-22',
      owner: 'Samira',
      planned: 90,
      real: 120,
      status: 'done',
      reachable: true,
    })
    expect((await planOf(story)).real).toEqual({ young: 0, worker: 120, coach: 0, third: 0 })
    const { id } = await momentNamed(story, 'Affiche maken')
    await does(story, () => lead.tapData(`t.t.x.${id}.time`))
    expect(shown(lead)).toContain(sayOf('nl', 'plan-over'))
    await does(story, () => lead.tapData('t.t.m.nowhere'))
    expect(shown(lead)).toContain('Dit moment staat niet meer op de tijdlijn.')
    expect((await momentNamed(story, 'Affiche maken')).status).toBe('done')
  },
)

test('a reminder comes two days before, after the quiet hours, once, to the owner and nobody else', LONG, async () => {
  const story = await startStory({ discord: false })
  const noor = await withRole(story, 901, 'moderator', 'Noor')
  const lead = await withRole(story, 900, 'lead', 'Samira')
  const team = await telegramPlace(story, 'xy', -1002, 'team', lead)
  const at = async (time: string) => {
    story.clock.set(time)
    await story.app.sweep()
    await story.rest()
  }
  await at('2026-12-06T22:59:00Z')
  expect(heard(noor, 'Binnenkort')).toBe(0)
  // Two days before by the clock of Brussels, in the quiet hours.
  await at('2026-12-06T23:30:00Z')
  expect(heard(noor, 'Binnenkort')).toBe(0)
  await at('2026-12-07T08:01:00Z')
  expect(heard(noor, 'Binnenkort: Samen kijken wat de jongeren zeiden, op woensdag 9 december')).toBe(1)
  await at('2026-12-08T10:00:00Z')
  await at('2026-12-09T10:00:00Z')
  expect(heard(noor, 'Binnenkort')).toBe(1)
  expect(heard(lead, 'Binnenkort')).toBe(0)
  expect(team.messages.filter((one) => plain(one.text).includes('Binnenkort'))).toHaveLength(0)
  await does(story, () => noor.tap('Gedaan'))
  await does(story, () => noor.tap('Weet ik niet'))
  expect((await momentNamed(story, 'Samen kijken wat de jongeren zeiden')).status).toBe('done')
})

test('what was done, moved or given away before the reminder leaves is not reminded of', LONG, async () => {
  const story = await startStory({ discord: false })
  const noor = await withRole(story, 901, 'worker', 'Noor')
  const lead = await withRole(story, 900, 'lead', 'Samira')
  const { id } = await momentNamed(story, 'Samen kijken wat de jongeren zeiden')
  story.clock.set('2026-12-06T23:30:00Z')
  await story.app.sweep()
  // Queued for nine o'clock; given to somebody else before that.
  await does(story, () => lead.tapData(`t.t.o.${id}`))
  await does(story, () => lead.tap('Samira'))
  story.clock.set('2026-12-07T08:01:00Z')
  await story.app.sweep()
  await story.rest()
  expect(heard(noor, 'Binnenkort')).toBe(0)
  expect(heard(lead, 'Binnenkort')).toBe(1)
})

test('an owner without an account is said so, and nobody is reminded in their place', LONG, async () => {
  const story = await startStory({ discord: false, start: '2026-10-19T10:00:00Z' })
  const lead = await withRole(story, 900, 'lead', 'Samira')
  for (const day of ['20', '21', '22', '23']) {
    story.clock.set(`2026-10-${day}T10:00:00Z`)
    await story.app.sweep()
    await story.rest()
  }
  expect(heard(lead, 'Binnenkort')).toBe(0)
  expect((await planOf(story)).unreachable).toEqual(['Jeugddienst', 'Noor'])
})

test('a helper sees and finishes the one task they came for, and nothing else', LONG, async () => {
  const story = await startStory({ discord: false })
  const task = await momentNamed(story, 'De vragen nakijken met de jeugddienst')
  const other = await momentNamed(story, 'Samen kijken wat de jongeren zeiden')
  const helper = await withRole(story, 902, 'helper', 'Rik', `moment:${task.id}`)
  await does(story, () => helper.type('/tijdlijn'))
  expect(shown(helper)).toBe('Jouw taken bij XY')
  expect(buttons(helper)).toEqual(['22 okt De vragen nakijken met de jeugdd…'])
  await does(story, () => helper.tap('22 okt'))
  expect(buttons(helper)).toEqual(['Gedaan', 'Samenvatting inleveren', 'Naar de tijdlijn'])
  for (const data of [`t.t.m.${other.id}`, `t.t.d.${other.id}.60`, `t.t.v.${task.id}.7`, 't.t.a', 't.t.i']) {
    await does(story, () => helper.tapData(data))
    expect(shown(helper)).toBe(sayOf('nl', 'staff-may-not', { organisation: 'XY' }))
  }
  await does(story, () => helper.tapData(`t.t.d.${task.id}.60`))
  expect(await momentNamed(story, 'De vragen nakijken met de jeugddienst')).toMatchObject({ status: 'done', real: 60 })
  expect((await momentNamed(story, 'Samen kijken wat de jongeren zeiden')).status).toBe('planned')
})

test(
  'in a year without the coach, the coach sees the five moments only, in private and in the coach channel',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const coach = await withRole(story, 903, 'coach', 'Ann')
    const lead = await withRole(story, 900, 'lead', 'Samira')
    const coaches = await telegramPlace(story, 'xy', -1001, 'coach', lead)
    const team = await telegramPlace(story, 'xy', -1002, 'team', lead)
    await does(story, () => team.say('/tijdlijn', lead))
    await does(story, () => coaches.say('/tijdlijn', lead))
    for (const group of [team, coaches]) {
      expect(shown(group)).toContain('Samen kijken wat de jongeren zeiden')
      expect(pictured(group)).toBe(true)
      // A name with too much work is for who plans, not for a channel.
      expect(posted(group)).not.toContain('krijgt geen herinnering')
    }
    await does(story, () => lead.type('/rollen'))
    await does(story, () => lead.tap(sayOf('nl', 'mode-to-without')))
    await does(story, () => lead.tap(buttons(lead)[0]!))
    await does(story, () => coaches.say('/tijdlijn', lead))
    await does(story, () => team.say('/tijdlijn', lead))
    await does(story, () => coach.type('/tijdlijn'))
    expect([pictured(coaches), pictured(coach)]).toEqual([true, true])
    for (const text of [posted(coaches), posted(coach)]) {
      expect(text).toContain('Impactgesprek')
      expect(text).toContain('Evaluatie in juni')
      for (const hidden of ['Samen kijken', 'Meetingpoint', 'Noor', 'Jeugddienst', 'Dit jaar:', 'Akkoord op'])
        expect(text).not.toContain(hidden)
    }
    expect(shown(team)).toContain('Samen kijken')
    const other = await momentNamed(story, 'Samen kijken wat de jongeren zeiden')
    await does(story, () => coach.tapData(`t.t.m.${other.id}`))
    expect(shown(coach)).toBe(sayOf('nl', 'staff-may-not', { organisation: 'XY' }))
    const june = await fixedOf(story, 'june')
    await does(story, () => coach.tapData(`t.t.v.${june.id}.7`))
    expect((await fixedOf(story, 'june')).date).toBe('2027-06-15')
  },
)

test('a group that is not the organisation’s gets nothing; the plan comes in private', LONG, async () => {
  const story = await startStory({ discord: false })
  const lead = await withRole(story, 900, 'lead', 'Samira')
  const elsewhere = story.telegram.group(-1009)
  await does(story, () => elsewhere.say('/tijdlijn', lead))
  expect(elsewhere.messages.filter((one) => plain(one.text).includes('Tijdlijn van'))).toHaveLength(0)
  expect(shown(lead)).toContain('Tijdlijn van XY')
})
