/** The talks in June and at the end of the year: a document three days before, from what the channel had already. */
import { expect, test } from 'vitest'
import { ensureFixedMoments } from '../../src/dialogue/coach-mode.ts'
import { reportDocument } from '../../src/dialogue/report-document.ts'
import type { Digest } from '../../src/digest/content.ts'
import { makeReport, readReports } from '../../src/rounds/reports.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { type TelegramGroup, telegramPlace, withRole } from '../support/story-staff.ts'

const LONG = { timeout: 180_000 }

/** A session that ended now, with twelve examples who answer; closed at once. */
async function session(story: Story, series = 'meetingpoint') {
  const { roundId } = await holdSession(story, 'xy', series)
  granted(await story.app.desk.exampleAnswers('coach-page', 'xy', roundId))
  granted(await story.app.desk.closeRound('coach-page', 'xy', roundId))
  await story.rest()
}

const reportsIn = (group: TelegramGroup) =>
  group.messages.filter(({ text }) => plain(text).includes('Klaar voor het gesprek'))
const filesIn = (group: TelegramGroup) =>
  group.messages.flatMap(({ media }) => (media?.kind === 'document' ? [media.name] : []))
const organisationOf = (story: Story) => story.app.ground.config().organisations.get('xy')!

test(
  'three days before the talk in June the document is there, once; its sums are those of the frozen digests',
  LONG,
  async () => {
    const story = await startStory({ discord: false, start: '2027-05-05T16:00:00Z' })
    const lead = await withRole(story, 'xy', 900, 'lead')
    const coaches = await telegramPlace(story, 'xy', -1001, 'coach', lead)
    await ensureFixedMoments(story.app.ground, organisationOf(story), 2026)
    await session(story)
    story.clock.set('2027-06-02T16:00:00Z')
    await session(story)

    story.clock.set('2027-06-11T08:00:00Z')
    await story.app.sweep()
    await story.rest()
    expect(reportsIn(coaches)).toHaveLength(0)
    story.clock.set('2027-06-12T08:00:00Z')
    for (let i = 0; i < 2; i++) await story.app.sweep()
    await story.rest()
    expect(reportsIn(coaches)).toHaveLength(1)
    expect(reportsIn(coaches)[0]!.text.split('\n').length).toBeLessThanOrEqual(12)
    expect(filesIn(coaches)).toEqual(['pols-june-2027-06-12.pdf', 'pols-june-2027-06-12.md'])

    const [report] = await readReports(story.app.ground, 'xy')
    const { content } = report!
    const digests = (await story.app.desk.overview('xy'))!.digests.map(({ content: one }) => one)
    expect(digests).toHaveLength(2)
    const bases = digests.map(({ base }) => base!)
    const first = content.results[0]!.questions[0]!.pooled
    expect(first).toMatchObject({ form: 'range', answers: bases.reduce((sum, base) => sum + base, 0), digests: 2 })
    expect(first.form === 'range' && first.least).toBe(sumOf(digests))
    const document = reportDocument(content, 'nl')
    expect(document.blocks.every(({ question }) => question?.endsWith('?'))).toBe(true)
    // Those of the rule, while nobody listened, have no digest.
    const answers = document.blocks[2]!.table!.slice(1).map((row) => row[2])
    expect(answers.map((said) => plain(said!))).toEqual([
      '12 (aantal aanwezigen onbekend)',
      'geen overzicht',
      '12 (aantal aanwezigen onbekend)',
      'geen overzicht',
    ])

    // Asked for in private, by who may.
    lead.type('/menu')
    const menu = await lead.next((message) => labels(message).includes('Voor het gesprek'))
    lead.tap('Voor het gesprek', menu)
    const june = (message: Parameters<typeof labels>[0]) => labels(message).find((label) => label.startsWith('Juni'))
    const list = await lead.next((message) => june(message) !== undefined)
    expect(plain(june(list)!)).toBe('Juni 2026–2027')
    lead.tap(june(list)!, list)
    await lead.next((message) => message.media?.name.endsWith('.md') === true)
    expect(lead.messages.flatMap(({ media }) => (media ? [media.name] : []))).toEqual(filesIn(coaches))
  },
)

/** How many of the first question chose one of all sides but the last, as far as the digests say for sure. */
function sumOf(digests: Digest[]): number {
  return digests.reduce((total, { questions }) => {
    const { released } = questions[0]!
    if (released.form !== 'parts') return total
    const front = released.parts.filter(
      ({ codes, silent }) => !silent && codes.length > 0 && !codes.includes('not_much'),
    )
    return total + front.reduce((sum, { count }) => sum + count, 0)
  }, 0)
}

test('a year with no sessions has a document too; at the end of the year it says what was erased', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false, start: '2027-07-20T08:00:00Z' })
  const organisation = organisationOf(story)
  const { made, id } = await makeReport(story.app.ground, organisation, 'year-end', 'coach-page')
  expect(made).toBe(true)
  expect(await makeReport(story.app.ground, organisation, 'year-end', 'coach-page')).toEqual({ id, made: false })
  const report = (await readReports(story.app.ground, 'xy')).find(({ kind }) => kind === 'year-end')
  for (const language of ['nl', 'en', 'fr', 'ar'] as const) {
    const { blocks } = reportDocument(report!.content, language)
    expect(blocks).toHaveLength(13)
    expect(blocks.flatMap(({ lines }) => lines).join(' ')).not.toMatch(/undefined|NaN|null|\{/)
  }
  expect(report!.content).toMatchObject({ sessions: [], results: [], asked: null })
  // On the page: to download, and not to be guessed.
  const path = story.coachPath('xy')
  expect((await story.page(path)).html).toContain(`verslag/${report!.id}.pdf`)
  expect((await story.page(`${path}/verslag/${report!.id}.md`)).html).toContain(
    '# Klaar voor het gesprek aan het einde',
  )
  expect((await story.page(`${path}/verslag/${report!.id}.pdf`)).html).toMatch(/^%PDF-/)
  expect((await story.page(`${path}/verslag/ander.pdf`)).status).toBe(404)
  expect((await story.page(`${story.coachPath('xyz')}/verslag/${report!.id}.pdf`)).status).toBe(404)
  expect(report!.content.kept).toMatchObject({ textDays: 90, textsGone: true, answersGone: true })
})
