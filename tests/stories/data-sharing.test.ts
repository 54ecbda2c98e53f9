/** The life of an agreement on data: proposed in a chat, agreed by another, something leaves, it ends; and on a page. */
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { type TelegramPerson, withRole } from '../support/story-staff.ts'
import { onTeamPage } from '../support/team-page.ts'

const LONG = { timeout: 180_000 }
const sees = (person: TelegramPerson, words: string) => person.next(({ text }) => plain(text).includes(words))

/** A session with twelve made-up young people who answered, closed. */
async function session(story: Story) {
  const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
  granted(await story.app.desk.exampleAnswers('coach-page', 'xy', roundId))
  granted(await story.app.desk.closeRound('coach-page', 'xy', roundId))
  await story.rest()
}

/** Puts it together by buttons and words. */
async function proposes(person: TelegramPerson, level: string) {
  person.type('/menu')
  person.tap('Gegevens delen', await sees(person, 'XY · '))
  person.tap('Stel voor om te delen', await sees(person, 'Gegevens delen · XY'))
  await sees(person, 'Wie krijgt de gegevens?')
  person.type('Stad Antwerpen, dienst marktonderzoek')
  await sees(person, 'Waarvoor mag de ontvanger ze gebruiken?')
  person.type('Onderzoek')
  person.tap('2026–2027', await sees(person, 'Over welk werkjaar?'))
  person.tap('Alle peilingen', await sees(person, 'Over welke peiling?'))
  person.tap(level, await sees(person, 'Hoeveel vertrekt er?'))
  person.tap('Tot het einde van dit werkjaar', await sees(person, 'Tot wanneer mag er iets vertrekken?'))
  // A purpose of one word is asked again; the rest stays.
  await sees(person, 'Schrijf waarvoor: één zin van 10 tot 300 tekens.')
  await sees(person, 'Waarvoor mag de ontvanger ze gebruiken?')
  person.type('Nagaan hoe jongeren de gesprekken beleven')
  return sees(person, 'Voorgesteld. Er vertrekt nog niets. Eén persoon kan akkoord geven.')
}

test('on Telegram: a worker proposes, the lead agrees, fetches the files, and ends it', LONG, async () => {
  const story = await startStory({ discord: false })
  const lead = await withRole(story, 'xy', 900, 'lead', 'Samira')
  const worker = await withRole(story, 'xy', 901, 'worker', 'Joris')
  await proposes(worker, 'Alleen cijfers')
  const asked = await sees(lead, 'Joris stelt voor om gegevens van XY te delen')
  expect(labels(asked)).toEqual(['Akkoord', 'Liever niet'])
  expect(plain(asked.text)).toContain('Voor wie: Stad Antwerpen, dienst marktonderzoek')
  expect(plain(asked.text)).toContain('Waarvoor: Nagaan hoe jongeren de gesprekken beleven')
  expect(plain(asked.text)).toContain('Tot en met: 31 augustus 2027')
  const [agreement] = granted(await story.app.desk.sharings('xy')).sharings
  const { id } = agreement!

  // A role that may not: by the buttons of another, forged.
  for (const step of ['yes', 'no', 'get', 'keys', 'key']) {
    worker.tapData(`t.x.${step}.${id}`)
    await sees(worker, 'Dat kan niet met jouw rol bij XY.')
    await story.rest()
  }
  const moderator = await withRole(story, 'xy', 902, 'moderator', 'Mo')
  for (const step of ['', `.see.${id}`, `.end.${id}`, '.new']) {
    moderator.tapData(`t.x${step}`)
    await sees(moderator, 'Dat kan niet met jouw rol bij XY.')
    await story.rest()
  }
  // Before anybody agreed, nothing leaves.
  lead.tapData(`t.x.get.${id}`)
  await sees(lead, 'Hierover is er geen akkoord. Er vertrekt niets.')

  lead.tap('Akkoord', asked)
  await sees(lead, '✔ Akkoord om gegevens van XY te delen, door Samira')
  await sees(worker, '✔ Akkoord om gegevens van XY te delen, door Samira')
  // Nor before anything is closed.
  lead.tapData(`t.x.get.${id}`)
  await sees(lead, 'Er is nog niets om te delen')
  await session(story)
  lead.tapData(`t.x.get.${id}`)
  await sees(lead, 'Hier zijn de bestanden.')
  const given = await lead.next(({ media }) => media?.kind === 'document')
  expect(given.media).toMatchObject({ kind: 'document', name: 'xy-2026-2027-aggregates.zip' })
  const files = unzipSync(new Uint8Array(given.media!.bytes))
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['data-wide.csv', 'workbook.xlsx', 'data.sav', 'codebook.csv', 'SHA256SUMS']),
  )
  const text = (name: string) => Buffer.from(files[name]!).toString('utf8')
  expect(text('README.txt')).toContain('Let op: hier zitten verzonnen antwoorden van een voorbeeldorganisatie in.')
  expect(text('data-wide.csv').split('\n')[1]).toContain('voorbeeld, verzonnen')

  // A key for a program, shown once; it opens figures only.
  lead.tapData(`t.x.key.${id}`)
  const shown = await sees(lead, 'Dit is de sleutel.')
  const token = /pols_[\w-]{43}/.exec(plain(shown.text))![0]
  const ask = (path: string) =>
    fetch(`http://127.0.0.1:${story.app.port()}${path}`, { headers: { authorization: `Bearer ${token}` } })
  expect(await (await ask('/api/v1/overviews')).json()).toMatchObject({ total: 1, overviews: [{ example: true }] })

  lead.tapData(`t.x.end.${id}`)
  lead.tap('Ja, stop', await sees(lead, 'Stoppen met gegevens voor Stad Antwerpen, dienst marktonderzoek?'))
  await sees(lead, 'Gestopt op')
  await sees(worker, 'Gestopt op')
  expect((await ask('/api/v1/overviews')).status).toBe(401)
  lead.tapData(`t.x.get.${id}`)
  await sees(lead, 'Dit akkoord is voorbij. Er vertrekt niets meer.')
  await story.rest()
  const tables = await story.tables()
  expect(tables.data_release).toHaveLength(1)
  const { data_agreement: _, staff_chat: __, ...others } = tables
  expect(JSON.stringify(others)).not.toMatch(/marktonderzoek|beleven/)
  expect(JSON.stringify(tables)).not.toContain(token)
  expect(story.logs.join('\n')).not.toMatch(/marktonderzoek|beleven|pols_/)
  expect(tables.outgoing!.filter(({ kind }) => kind === 'data').every(({ state }) => state === 'sent')).toBe(true)
})

test(
  'on pages: the coach proposes, a worker cannot agree or download, the lead can, and single answers wait for twenty people',
  LONG,
  async () => {
    const story = await startStory({ telegram: false, discord: false })
    await session(story)
    const own = async (role: 'lead' | 'worker', name: string) => {
      const { code } = await invite(story.app.ground, 'xy', { role, name }, 'command line')
      const page = await onTeamPage(story, `/uitnodiging/${code}`)
      await page.press('Ik doe dit')
      return page
    }
    const [samira, joris] = [await own('lead', 'Samira'), await own('worker', 'Joris')]
    const coach = await onTeamPage(story, story.coachPath('xy'))
    const filled = {
      ontvanger: 'Universiteit',
      doel: 'Onderzoek naar gesprekken',
      jaar: '2026',
      peiling: '',
      naam: 'Els',
    }
    await coach.press('Stel voor om te delen', { ...filled, niveau: 'rows', tot: '2020-01-01' })
    expect(coach.status()).toBe(422)
    expect(coach.text()).toContain('Dat is geen dag vanaf vandaag')
    await coach.press('Stel voor om te delen', { ...filled, niveau: 'rows', tot: '2027-06-30' })
    expect(coach.text()).toContain('Universiteit: wacht op akkoord (tot en met 2027-06-30)')
    const { id } = granted(await story.app.desk.sharings('xy')).sharings[0]!
    await joris.forge('tik', { data: `t.x.yes.${id}` })
    expect(joris.text()).toContain('Dat kan niet met jouw rol bij XY.')
    await samira.forge('tik', { data: `t.x.see.${id}` })
    await samira.press('Akkoord')
    expect(samira.chat().join()).toContain('✔ Akkoord om gegevens van XY te delen, door Samira')
    // Twelve people are too few for rows; the page says so, and nobody else even gets that far.
    expect(await story.page(`${samira.path()}/gegevens/${id}.zip`)).toMatchObject({
      status: 409,
      html: expect.stringContaining('Er zijn nog te weinig antwoorden'),
    })
    for (const path of [joris.path(), story.coachPath('xy')])
      expect((await story.page(`${path}/gegevens/${id}.zip`)).status).toBe(404)
    // With an agreement on figures there is a zip.
    await joris.open()
    await joris.press('Stel voor om te delen', { ...filled, niveau: 'aggregates', tot: '2027-06-30' })
    const second = granted(await story.app.desk.sharings('xy')).sharings.find(({ level }) => level === 'aggregates')!
    await samira.forge('tik', { data: `t.x.yes.${second.id}` })
    await samira.open()
    expect(samira.html()).toContain(`/gegevens/${second.id}.zip`)
    const response = await fetch(`http://127.0.0.1:${story.app.port()}${samira.path()}/gegevens/${second.id}.zip`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
    expect(Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())))).toContain('data.sav')
    await coach.open()
    await coach.press('Stop hiermee')
    expect(coach.text()).toContain('Het is gestopt. Er vertrekt niets meer.')
  },
)
