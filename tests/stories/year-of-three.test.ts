/**
 * A working year of three organisations on a fake clock: on Telegram, on Discord and on the web; with the coach, without,
 * and one that changes its mind. In the end every message that any channel received is read.
 */

import { expect, test } from 'vitest'
import { surveysOverTime } from '../../src/rounds/digest-list.ts'
import { plain } from '../support/app.ts'
import type { FakePlace } from '../support/fake-discord.ts'
import { articlesOf, wordsOf } from '../support/html.ts'
import { granted, ownConfig, type Story, startStory } from '../support/story.ts'
import { type TelegramGroup, telegramPlace, withRole } from '../support/story-staff.ts'
import { joins, onDiscord, onTelegram, onWeb, sayOf, type Young } from '../support/story-young.ts'
import { onTeamPage } from '../support/team-page.ts'

/** Three sessions each, and no other dates: what is asked in a month is then known. */
const CRONS: Record<string, [string, string][]> = {
  xy: [['0 18 * * 3#1', '0 18 * 10,2,5 3#1']],
  xyz: [['0 16 * * 5', '0 16 * 10,2,5 5#2']],
  xx: [
    ['0 16 * 3,6,11 3L', '0 16 * 10,2,5 3#3'],
    ['0 14 * * 3', '0 14 * 10 3#1'],
  ],
}

test('a year: each channel has what the organisation wanted it to have, and nothing else', {
  timeout: 300_000,
}, async () => {
  const configFolder = ownConfig((file) => {
    for (const [id, pairs] of Object.entries(CRONS))
      file.organisation(id, (yaml) =>
        withoutTimeline(pairs.reduce((text, [from, to]) => text.replace(`cron: ${from}\n`, `cron: ${to}\n`), yaml)),
      )
  })
  const story = await startStory({ configFolder, start: '2026-09-02T10:00:00Z' })
  const { desk } = story.app

  // XY on Telegram, with a channel of the coach and one of its own.
  const lead = await withRole(story, 'xy', 901, 'lead', 'Samira')
  const xyCoach = await telegramPlace(story, 'xy', -1001, 'coach', lead)
  const xyTeam = await telegramPlace(story, 'xy', -1002, 'team', lead)
  // XYZ on Discord, the same.
  const server = story.discord.server()
  const manager = story.discord.person({ server: server.id, manager: true })
  const [xyzCoach, xyzTeam, square] = [server.channel('coach'), server.channel('team'), server.channel('plein')]
  const code = async (purpose: 'coach' | 'team' | 'join') =>
    granted(await desk.linkCode('coach-page', 'xyz', purpose)).code
  for (const [place, purpose] of [
    [xyzCoach, 'coach'],
    [xyzTeam, 'team'],
    [square, 'join'],
  ] as const) {
    const linked = place.next()
    await manager.command('/koppel', { place, code: await code(purpose) })
    await linked
  }
  // XX has pages only.
  const xxLead = await onTeamPage(story, await invited(story, 'xx'))
  await xxLead.press('Ik doe dit')
  const xyzLead = await onTeamPage(story, await invited(story, 'xyz'))
  await xyzLead.press('Ik doe dit')

  const young: Record<string, Young[]> = { xy: [], xyz: [], xx: [] }
  for (let i = 0; i < 6; i++) {
    young.xy!.push(await onTelegram(story, 'xy', 100 + i, 'nl'))
    young.xyz!.push(onDiscord(story, server, { post: square }, 'nl'))
    young.xx!.push(await onWeb(story, 'xx', 'nl'))
  }
  for (const one of Object.values(young).flat()) await joins(one)

  // XYZ does it without the coach this year: exactly the five moments come, and nothing else changes.
  const leadOf = async (id: string) =>
    (await desk.overview(id))!.people.roles.find(({ role }) => role === 'lead')!.staffId
  const moments = async () => (await desk.overview('xyz'))!.timeline.plan.months.flatMap((month) => month.moments)
  const others = async () => {
    const { people: _, timeline: _t, ...rest } = (await desk.overview('xyz'))!
    return JSON.stringify(rest)
  }
  const [before, restBefore] = [await moments(), await others()]
  granted(await desk.switchMode(await leadOf('xyz'), 'xyz', { year: 2026, coach: false }))
  const known = new Set(before.map(({ id }) => id))
  const after = await moments()
  expect(after.filter(({ id }) => !known.has(id)).map(({ kind }) => kind)).toEqual([
    'evaluation-talk',
    'impact-talk',
    'timeline',
    'june',
    'year-end',
  ])
  expect(after.filter(({ id }) => known.has(id))).toEqual(before)
  expect(await others()).toBe(restBefore)

  /** Time goes by, with a look every three weeks. */
  async function pass(until: string) {
    for (;;) {
      const next = story.clock.now().add({ hours: 24 * 21 })
      story.clock.set(Temporal.Instant.compare(next, Temporal.Instant.from(until)) < 0 ? next.toString() : until)
      await story.app.sweep()
      await story.rest()
      if (Temporal.Instant.compare(story.clock.now(), Temporal.Instant.from(until)) >= 0) return
    }
  }

  /** Six young people answer the first question after a session; then the asking closes. */
  async function asks(organisation: string, end: string, answers: string[], closed: string) {
    await pass(end)
    for (const [i, one] of young[organisation]!.entries()) {
      const shown = await one.sees([1, 2, 3, 4].map((total) => sayOf('nl', 'card-position', { number: 1, total })))
      const label = shown.buttons.find((button) => button.endsWith(answers[i % answers.length]!))
      await one.tap(label ?? answers[i % answers.length]!)
    }
    await story.rest()
    story.clock.set(closed)
    for (let i = 0; i < 2; i++) await story.app.sweep()
    await story.rest()
  }

  await asks('xy', '2026-10-07T18:01:00Z', ['veel', 'een beetje'], '2026-10-10T18:02:00Z')
  await asks('xyz', '2026-10-09T14:01:00Z', ['heel goed'], '2026-10-09T16:02:00Z')
  await asks('xx', '2026-10-21T14:31:00Z', ['goed'], '2026-10-28T15:32:00Z')
  await asks('xy', '2027-02-03T19:01:00Z', ['veel', 'niet veel'], '2027-02-06T19:02:00Z')
  await asks('xyz', '2027-02-12T15:01:00Z', ['goed'], '2027-02-12T17:02:00Z')
  // In March XY goes on without the coach. What the coach had stays where it was.
  await pass('2027-03-01T10:00:00Z')
  granted(await desk.switchMode(await leadOf('xy'), 'xy', { year: 2026, coach: false }))
  await asks('xy', '2027-05-05T18:01:00Z', ['een beetje'], '2027-05-08T18:02:00Z')
  await asks('xx', '2027-05-19T14:31:00Z', ['tussenin'], '2027-05-26T14:32:00Z')
  // One digest XYZ gives the coach on purpose.
  const shared = (await desk.overview('xyz'))!.digests.find(
    ({ content }) => content.date === '2027-02-12' && content.moment === 'start',
  )!
  granted(await desk.shareDigest(await leadOf('xyz'), 'xyz', shared.id))
  await story.rest()
  // June: the documents. XX's own file plans its year, XY never asked for the five moments.
  await pass('2027-06-12T10:00:00Z')

  const telegram = (group: TelegramGroup) =>
    group.messages.filter(({ media }) => media === null).map(({ text }) => plain(text))
  const discord = (place: FakePlace) => place.messages().map(({ text }) => plain(text))
  /** Every message, by what it is; anything else is told as it is. */
  const kinds = (texts: string[]) => texts.map(kindOf)

  expect(kinds(telegram(xyCoach))).toEqual([
    'linked',
    'digest 7 okt',
    'nudge 7 oktober',
    'digest 3 feb',
    'nudge 3 februari',
  ])
  expect(kinds(telegram(xyTeam))).toEqual([
    'linked',
    'digest 7 okt',
    'nudge 7 oktober',
    'digest 3 feb',
    'nudge 3 februari',
    'digest 5 mei',
    'nudge 5 mei',
    'june',
  ])
  expect(kinds(discord(xyzCoach))).toEqual(['linked', 'digest 12 feb, start'])
  expect(kinds(discord(xyzTeam))).toEqual([
    'linked',
    'digest 9 okt, start',
    'digest 9 okt',
    'digest 12 feb, start',
    'digest 12 feb',
    'june',
  ])
  expect(kinds(discord(square))).toEqual(['join'])
  // On the web: the coach of XX sees what came, and what XYZ gave; of XY what there was before March.
  const page = async (id: string) => (await story.page(story.coachPath(id))).html
  const days = (html: string) =>
    articlesOf(html).flatMap((one) => /\b\d+ (?:okt|feb|mei)\b/.exec(plain(wordsOf(one)))?.[0] ?? [])
  expect(days(await page('xy'))).toEqual(['3 feb', '7 okt'])
  expect(days(await page('xyz'))).toEqual(['12 feb'])
  expect(days(await page('xx'))).toEqual(['19 mei', '21 okt'])

  // Over time, too, the coach has what the coach was given.
  const overTime = async (whose: 'all' | 'coach') =>
    JSON.stringify(await surveysOverTime(story.app.ground, 'xy', whose))
  expect(await overTime('all')).toContain('2027-05-05')
  expect(await overTime('coach')).toContain('2027-02-03')
  expect(await overTime('coach')).not.toContain('2027-05-05')

  // No youth worker did anything: the sessions came from the plan, and everything after by itself.
  const taps = async (id: string) => (await desk.overview(id))!.timeline.plan.effort.taps
  // The one tap is the digest that was given to the coach.
  expect([await taps('xy'), await taps('xyz'), await taps('xx')]).toEqual([0, 1, 0])
  const tables = await story.tables()
  const staff = new Set(tables.staff!.map((row) => row.id))
  const byStaff = tables.audit!.filter((row) => staff.has(row.actor)).map((row) => row.action)
  expect([...new Set(byStaff)].sort()).toEqual([
    'digest shared with the coach',
    'lead accepted',
    'working year without coach',
  ])
  // What one organisation has, no other channel ever heard of.
  for (const [texts, others] of [
    [[...telegram(xyCoach), ...telegram(xyTeam)], /XYZ|XX|activiteit/i],
    [[...discord(xyzCoach), ...discord(xyzTeam)], /\bXY\b|\bXX\b|meetingpoint/i],
  ] as const)
    for (const text of texts) expect(text).not.toMatch(others)
})

function kindOf(text: string): string {
  if (text.includes('Gekoppeld.')) return 'linked'
  if (text.includes('wil graag weten')) return 'join'
  if (text.includes('Klaar voor het gesprek in juni')) return 'june'
  const nudge = /^Nog te doen: een woord terug .*, (\d+ [a-z]+)\)/.exec(text)?.[1]
  if (nudge) return `nudge ${nudge}`
  const day = /^📋 .*?· (\d+ [a-z]+)/.exec(text)?.[1]
  return day && text.includes('Antwoorden') ? `digest ${day}${text.includes('bij de start') ? ', start' : ''}` : text
}

async function invited(story: Story, organisation: string): Promise<string> {
  const { code } = granted(await story.app.desk.invite('command line', organisation, { role: 'lead', name: 'Kim' }))
  return `/uitnodiging/${code}`
}

/** The organisation without what its file says of the year. */
const withoutTimeline = (yaml: string): string => yaml.replace(/^timeline:\n(?: .*\n|\n)*/m, '')
