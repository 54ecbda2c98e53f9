/** A timeline in the file of an organisation, and what somebody changes in chat: who wins, and until when. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readYearPlan } from '../../src/dialogue/timeline.ts'
import { changeMoment, type MomentChange } from '../../src/dialogue/timeline-edit.ts'
import { momentsOf } from '../../src/timeline/plan.ts'
import { granted, ownConfig, type Story, startStory } from '../support/story.ts'
import { formsIn } from '../support/story-young.ts'

const LONG = { timeout: 120_000 }
const xy = (story: Story) => story.app.ground.config().organisations.get('xy')!

async function withFile(moments: string) {
  const head = 'timeline:\n  year: 2026\n  moments:\n'
  const folder = ownConfig(({ organisation }) =>
    organisation('xy', (yaml) => `${yaml.replace(/^timeline:[\s\S]*$/m, '')}${head}${moments}`),
  )
  const story = await startStory({
    telegram: false,
    discord: false,
    start: '2026-10-19T08:00:00Z',
    configFolder: folder,
  })
  const path = join(folder, 'organisations', 'xy.yaml')
  return {
    story,
    async write(next: string) {
      const text = readFileSync(path, 'utf8')
      writeFileSync(path, text.slice(0, text.indexOf(head) + head.length) + next)
      await story.app.sweep()
    },
    async change(title: string, change: MomentChange) {
      const one = momentsOf(await readYearPlan(story.app.ground, xy(story), 2026)).find(
        ({ title: own }) => own?.nl === title,
      )!
      expect(await changeMoment(story.app.ground, xy(story), one.id, change, 'coach-page')).toBeNull()
    },
    async shown() {
      return momentsOf(await readYearPlan(story.app.ground, xy(story), 2026))
        .filter(({ kind }) => kind === 'other' || kind === 'third')
        .map(({ date, title, owner, status }) => `${date} ${title!.nl} ${owner} ${status}`.trim())
    },
  }
}

const POSTER = '    affiche: { title: Affiche, on: "2026-11-10", owner: Noor, hours: 2 }\n'
const PRINT = '    drukken: { title: Drukken, after: { moment: affiche, days: 7 } }\n'

test(
  'what was moved in chat stays, and takes along what comes after it, until its own entry in the file changes',
  LONG,
  async () => {
    const { change, shown, write } = await withFile(POSTER + PRINT)
    expect(await shown()).toEqual(['2026-11-10 Affiche Noor planned', '2026-11-17 Drukken  planned'])
    await change('Affiche', { type: 'move', date: '2026-11-24' })
    expect(await shown()).toEqual(['2026-11-24 Affiche Noor moved', '2026-12-01 Drukken  planned'])
    // Another entry changes: this one stays as it was moved.
    await write(`${POSTER}${PRINT}    plakken: { title: Plakken, after: { moment: drukken, days: 1 } }\n`)
    expect(await shown()).toEqual([
      '2026-11-24 Affiche Noor moved',
      '2026-12-01 Drukken  planned',
      '2026-12-02 Plakken  planned',
    ])
    await write(POSTER.replace('Noor', 'Samira') + PRINT)
    expect(await shown()).toEqual(['2026-11-10 Affiche Samira moved', '2026-11-17 Drukken  planned'])
  },
)

test(
  'an entry that is gone takes its moment along, unless somebody worked on it; what is done is history',
  LONG,
  async () => {
    const { change, shown, write } = await withFile(`${POSTER}${PRINT}    lijm: { title: Lijm, on: "2026-10-25" }\n`)
    await change('Drukken', { type: 'done', real: 60 })
    await change('Lijm', { type: 'drop', reason: 'Niet meer nodig' })
    await write('    anders: { title: Anders, on: "2026-12-01" }\n')
    expect(await shown()).toEqual([
      '2026-10-25 Lijm  dropped',
      '2026-11-17 Drukken  done',
      '2026-12-01 Anders  planned',
    ])
    await write(`${PRINT.replace(/after.*}/, 'on: "2026-11-30" }')}`)
    expect(await shown()).toEqual(['2026-10-25 Lijm  dropped', '2026-11-17 Drukken  done'])
  },
)

test('a loop leaves the last good timeline in force, and the page says in one sentence what to do', LONG, async () => {
  const { story, shown, write } = await withFile(POSTER + PRINT)
  await write(POSTER.replace('on: "2026-11-10"', 'after: { moment: drukken, days: 1 }') + PRINT)
  expect(await shown()).toEqual(['2026-11-10 Affiche Noor planned', '2026-11-17 Drukken  planned'])
  const { html } = await story.page(story.coachPath('xy'))
  expect(html).toContain('Deze momenten wachten op elkaar in een kring: affiche → drukken → affiche.')
})

test('a session that is moved over the year’s end is in the plan of the other year, once', LONG, async () => {
  const { story } = await withFile(POSTER)
  const days = async (year: number) =>
    momentsOf(await readYearPlan(story.app.ground, xy(story), year))
      .filter(({ kind }) => kind === 'session')
      .map(({ date }) => date)
  story.clock.set('2027-07-20T10:00:00Z')
  await story.app.sweep()
  expect((await days(2026)).at(-1)).toBe('2027-08-04')
  const [last] = (await story.app.desk.overview('xy'))!.sessions.filter(({ startsAt }) =>
    startsAt.toString().startsWith('2027-08-04'),
  )
  granted(await story.app.desk.moveSession('coach-page', 'xy', last!.id, '2027-09-02T18:00'))
  await story.app.sweep()
  expect(await days(2026)).not.toContain('2027-08-04')
  expect((await days(2027)).slice(0, 1)).toEqual(['2027-09-01'])
  expect((await days(2027)).filter((day) => day === '2027-09-02')).toHaveLength(1)
})

test('the forms of the page add a moment, move it and finish it, and answer what cannot be', LONG, async () => {
  const { story, shown } = await withFile(POSTER)
  const path = story.coachPath('xy')
  const send = async (action: string, fields: Record<string, string>, moment?: string) => {
    const { html } = await story.page(path)
    const form = formsIn(html).find(
      (one) => one.action.endsWith(`/${action}`) && (moment === undefined || one.hidden.moment === moment),
    )!
    const response = await fetch(`http://127.0.0.1:${story.app.port()}${form.action}`, {
      method: 'POST',
      body: new URLSearchParams({ ...form.hidden, ...fields }),
    })
    return { status: response.status, html: await response.text() }
  }
  const idOf = async (title: string) =>
    momentsOf(await readYearPlan(story.app.ground, xy(story), 2026)).find((one) => one.title?.nl === title)!.id
  expect((await send('moment-nieuw', { dag: '2026-12-15', wat: 'Lijm kopen' })).status).toBe(200)
  const id = await idOf('Lijm kopen')
  const late = await send('moment-dag', { dag: '2027-12-15' }, id)
  expect([late.status, late.html.replace(/[\u2066-\u2069]/g, '')]).toEqual([
    422,
    expect.stringContaining('Die dag kan niet. Kies een dag van dinsdag 1 september tot dinsdag 31 augustus.'),
  ])
  expect((await send('moment-dag', { dag: '2026-12-20' }, id)).status).toBe(200)
  expect((await send('moment-klaar', { uren: 'veel' }, id)).html).toContain('Dat is geen aantal uren.')
  const finished = await send('moment-klaar', { uren: '1,5' }, id)
  expect(finished.html.replace(/[\u2066-\u2069]/g, '')).toContain('20 dec · Lijm kopen · 1,5 uur · gedaan')
  expect(await shown()).toEqual(['2026-11-10 Affiche Noor planned', '2026-12-20 Lijm kopen  done'])
  // Of another organisation: as if it were not there.
  expect(await story.app.desk.changeMoment('coach-page', 'xx', id, { type: 'drop', reason: 'x' })).toEqual({
    ok: false,
    fault: 'plan-gone',
  })
  const picture = await fetch(`http://127.0.0.1:${story.app.port()}${path}/tijdlijn.png`)
  expect(picture.headers.get('content-type')).toBe('image/png')
  expect((await picture.bytes()).length).toBeGreaterThan(10_000)
})
