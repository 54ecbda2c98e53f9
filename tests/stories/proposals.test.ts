/** Young people propose something: it stands on the list, and nobody can tell from whom. */
import { expect, test } from 'vitest'
import { createVault } from '../../src/people/vault.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { joins, onTelegram, onWeb, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }

type Person = ReturnType<Story['telegram']['person']>
const seen = (person: Person, words: string) => person.next((message) => plain(message.text).includes(words))

async function young(story: Story, id: number, organisation = 'xy'): Promise<Person> {
  await joins(await onTelegram(story, organisation, id, 'nl'))
  return story.telegram.person(id, { language: 'nl', username: `naam${id}` })
}

test('with words behind it, with words after it, and on the page: on the list, without a person', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await young(story, 41)
  ann.type('/voorstel Kunnen we over slapen praten? Vraag het aan @annske of 0470 12 34 56')
  await seen(ann, 'Je voorstel staat op de lijst van XY. De begeleiders lezen het en zien niet van wie het komt.')
  ann.type('/voorstel')
  await seen(ann, 'Schrijf je thema of vraag in één bericht.')
  ann.type('Iets over Yasmine en pesten')
  await seen(ann, 'Je voorstel staat op de lijst van XY.')
  ann.type('en dit is geen voorstel')
  await seen(ann, sayOf('nl', 'nothing-open'))

  const cas = await onWeb(story, 'xy', 'nl')
  await joins(cas)
  await cas.tap('Stel zelf iets voor')
  await cas.sees('Schrijf je thema of vraag in één bericht.')
  await cas.write('Meer eten <b>graag</b>')
  await cas.sees('Je voorstel staat op de lijst van XY.')

  const page = plain((await story.page(story.coachPath('xy'))).html)
  expect(page).toContain('Kunnen we over slapen praten? Vraag het aan [account] of [telefoonnummer]')
  expect(page).toContain('Iets over [naam] en pesten')
  expect(page).toContain('Meer eten &lt;b&gt;graag&lt;/b&gt;')
  expect(page).not.toMatch(/Yasmine|annske/)
  const { proposals } = (await story.app.desk.overview('xy'))!
  const slept = proposals.find(({ text }) => text.includes('slapen'))!
  granted(await story.app.desk.closeProposal('coach-page', 'xy', slept.id))
  expect(await story.app.desk.closeProposal('coach-page', 'xy', slept.id)).toEqual({
    ok: false,
    fault: 'desk-no-proposal',
  })
  expect(await story.app.desk.closeProposal('coach-page', 'xyz', proposals[0]!.id)).toMatchObject({ ok: false })
  expect((await story.app.desk.overview('xy'))!.proposals).toHaveLength(2)

  const tables = await story.tables()
  expect(tables.proposal).toHaveLength(3)
  const vault = createVault(story.settings.secretKey!)
  const people = [...tables.contact!, ...tables.participant!].map((row) => String(row.id))
  for (const row of tables.proposal!) {
    expect(Object.keys(row).sort()).toEqual([
      'id',
      'language',
      'names_suspected',
      'organisation_id',
      'proposed_on',
      'state',
      'text_cipher',
    ])
    expect(row.proposed_on).toBe('2026-11-25')
    expect(people.some((id) => JSON.stringify(row).includes(id))).toBe(false)
    const text = vault.decryptText(String(row.text_cipher))
    expect(text).not.toMatch(/0470|annske/)
    if (row.state === 'done') expect(text).toBe('')
  }
  expect(JSON.stringify(tables)).not.toMatch(/slapen|pesten|graag/)
  expect(story.logs.join('\n')).not.toMatch(/slapen|pesten|graag/)
})

test(
  'too long, empty, too many, and from somebody who takes part nowhere: said plainly, and not kept',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const stranger = story.telegram.person(77, { language: 'nl' })
    stranger.type('/voorstel Iets leuks')
    await seen(stranger, 'Voorstellen doe je als je meedoet')
    const ann = await young(story, 41)
    ann.type(`/voorstel ${'😃'.repeat(301)}`)
    await seen(ann, 'Dat is te lang. Hoogstens 300 tekens.')
    ann.type('   ')
    await seen(ann, 'Er staat nog niets.')
    ann.type('😃'.repeat(300))
    await seen(ann, 'Je voorstel staat op de lijst van XY.')
    for (const text of ['twee', 'drie', 'vier', 'vijf']) ann.type(`/voorstel ${text}`)
    await story.rest()
    ann.type('/voorstel zes')
    await seen(ann, 'Je deed vandaag al 5 voorstellen.')
    const ben = await young(story, 42)
    ben.type('/voorstel van iemand anders')
    await seen(ben, 'Je voorstel staat op de lijst van XY.')
    story.clock.pass({ hours: 24 })
    ann.type('/voorstel zes')
    await story.rest()
    ben.type('/stop')
    await seen(ben, sayOf('nl', 'notice-stopped'))
    ben.type('/voorstel nog iets')
    await seen(ben, 'Voorstellen doe je als je meedoet')
    const { proposal } = await story.tables()
    expect(proposal).toHaveLength(7)
  },
)

test('who takes part in two organisations chooses; who writes something that worries sees the card', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await young(story, 41)
  await young(story, 41, 'xyz')
  ann.type('/voorstel Iets over geweld')
  const which = await seen(ann, 'Voor welke organisatie is je voorstel?')
  expect(labels(which)).toEqual(['XY', 'XYZ'])
  expect(plain(which.text)).toContain('Wat je schreef, is nog niet bewaard.')
  ann.tap('XYZ', which)
  await seen(ann, 'De begeleiders van XYZ lezen het.')
  ann.type('Wat als je thuis geslagen wordt?')
  await seen(ann, 'Je voorstel staat op de lijst van XYZ.')
  await seen(ann, 'Wil je met iemand praten?')
  ann.tapData('v.niemand')
  await seen(ann, sayOf('nl', 'notice-stale'))
  const { proposal } = await story.tables()
  expect(proposal!.map((row) => row.organisation_id)).toEqual(['xyz'])
})

test(
  'with an open question before them: a word that stops still stops, and a form sent twice is one proposal',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const [ann, bo] = [await onTelegram(story, 'xy', 43, 'nl'), await onTelegram(story, 'xy', 44, 'nl')]
    for (const one of [ann, bo]) await joins(one)
    const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
    for (const one of [ann, bo]) {
      for (let number = 1; number < 4; number++) {
        await one.sees(`Vraag ${number} van 4`)
        await one.tap(sayOf('nl', 'button-skip'))
      }
      await one.sees('Vraag 4 van 4')
      await one.write('/voorstel')
      await one.sees('Schrijf je thema of vraag in één bericht.')
    }
    await ann.write('STOP!')
    await ann.sees(sayOf('nl', 'end-stopped'))
    await bo.write('Iets over slapen')
    await bo.sees('Je voorstel staat op de lijst van XY.')
    await story.rest()
    story.telegram.redeliver()
    await story.rest()
    granted(await story.app.desk.closeRound('coach', 'xy', roundId))
    const { proposals } = (await story.app.desk.overview('xy'))!
    expect(proposals.map(({ text }) => text).sort()).toEqual(['Iets over slapen'])
    const { open_text, participant, answer } = await story.tables()
    expect(open_text).toEqual([])
    expect(participant!.map((row) => row.state).sort()).toEqual(['joined', 'stopped'])
    expect(answer!.filter((row) => row.question === 'more' && row.status === 'answered')).toEqual([])
  },
)
