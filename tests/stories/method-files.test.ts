/** A worker takes a method as a spreadsheet, changes it elsewhere, and brings it in by a page; nothing is kept before they say so. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../src/formats/workbook-read.ts'
import { workbookOf } from '../../src/formats/workbook-write.ts'
import { readShelf } from '../../src/instrumentarium/shelf.ts'
import { invite } from '../../src/people/staff.ts'
import { makeStaffLink } from '../../src/people/staff-links.ts'
import { staffMember } from '../support/agreed.ts'
import { plain } from '../support/app.ts'
import { type FakeMessage, labels } from '../support/fake-telegram-chats.ts'
import { formsOf, wordsOf } from '../support/html.ts'
import { granted, type Story, startStory } from '../support/story.ts'
import { type TelegramPerson, withRole } from '../support/story-staff.ts'
import { onTeamPage } from '../support/team-page.ts'

const LONG = { timeout: 120_000 }
const seen = (person: TelegramPerson, words: string): Promise<FakeMessage> =>
  person.next((message) => plain(message.text).includes(words))
const own = async (story: Story) =>
  (await readShelf(story.app.ground, 'xy')).all.filter(({ whose }) => whose === 'own').map(({ card }) => card)

/** The path of a page like the one that `/methode` and [Lees een bestand in] lead to. */
async function askPage(story: Story, person: TelegramPerson): Promise<string> {
  person.type('/methode')
  const start = await seen(person, 'Je hoeft er geen te gebruiken.')
  person.tap('Lees een bestand in', start)
  await seen(person, 'Kies een bestand.')
  // A platform shows no link to this machine; the page is the same behind a link of our own making.
  const { rows } = await story.app.ground.store.pool.query("select staff_id from staff_link where purpose = 'upload'")
  const about = { purpose: 'upload' as const, organisationId: 'xy', staffId: rows[0].staff_id as string }
  return `/bestand/${(await makeStaffLink(story.app.ground, about)).token}`
}

async function send(story: Story, path: string, fields: Record<string, string | File>, headers = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const response = await fetch(`http://127.0.0.1:${story.app.port()}${path}`, { method: 'POST', body, headers })
  const html = await response.text()
  return { status: response.status, html, words: wordsOf(html) }
}

const fileOf = (name: string, bytes: Uint8Array) => new File([bytes as Uint8Array<ArrayBuffer>], name)
const contentIn = (html: string): string => {
  const value = /name="inhoud" value="([^"]*)"/.exec(html)![1]!
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

test('out of the chat as a spreadsheet, changed, looked at, kept once, and with where it came from', LONG, async () => {
  const story = await startStory({ discord: false })
  const wout = await withRole(story, 'xy', 911, 'worker', 'Wout')
  wout.type('/methode gehoord')
  const list = await wout.next((message) => labels(message).includes('Voel je je gehoord?'))
  wout.tap('Voel je je gehoord?', list)
  wout.tap(
    'Als bestand voor andere programma',
    await seen(wout, 'Vraaglijst: Pols kan ze stellen.'.replace('Vraag', 'Vragen')),
  )
  wout.tap('Excel (XLSForm)', await seen(wout, 'Welk bestand van'))
  await seen(wout, 'Hier is het bestand van')
  const sent = await wout.next((message) => message.media?.kind === 'document')
  expect(sent.media!.name).toMatch(/\.xlsx$/)

  const workbook = await readWorkbook(new Uint8Array(sent.media!.bytes))
  if ('faults' in workbook) throw new Error('not read')
  const before = (await readShelf(story.app.ground, 'xy')).get(sent.media!.name.replace('.xlsx', ''))!.card
  const text = before.set!.questions[0]!.text.nl
  const changed = workbook.sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((cell) => (cell === text ? 'Mocht jij vandaag mee beslissen?' : cell))),
  }))

  const path = await askPage(story, wout)
  const looked = await send(story, path, { bestand: fileOf('gehoord.xlsx', await workbookOf(changed)) })
  expect(looked.status).toBe(200)
  expect(looked.words).toContain('Alles in dit bestand komt mee.')
  expect(await own(story)).toEqual([])

  const kept = await send(story, `${path}/bewaar`, { inhoud: contentIn(looked.html) })
  expect(kept.words).toContain('is bewaard.')
  const again = await send(story, `${path}/bewaar`, { inhoud: contentIn(looked.html) })
  expect(again.words).toContain('Met deze link is al iets bewaard.')
  const [mine, ...more] = await own(story)
  expect(more).toEqual([])
  expect(mine!.set!.questions[0]!.text.nl).toBe('Mocht jij vandaag mee beslissen?')
  expect(mine!.set!.questions.slice(1)).toEqual(before.set!.questions.slice(1))
  expect(mine!.origin[0]).toMatchObject({ id: before.id, version: before.version })
})

test(
  'a file of another tool: what does not come along is told by row, what it does not say is asked',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const wout = await withRole(story, 'xy', 912, 'worker', 'Wout')
    const path = await askPage(story, wout)
    const bytes = new Uint8Array(readFileSync('tests/formats/fixtures/mood-openpyxl.xlsx'))
    const looked = await send(story, path, { bestand: fileOf('mood.xlsx', bytes) })
    expect(looked.words).toContain('blad survey, rij 4: De vraag was verplicht.')
    expect(looked.words).toContain('blad survey, rij 11: Een vraag van het soort “geopoint” kan Pols niet stellen.')
    expect(looked.words).toContain('“Sfeermeting”: 7 vragen en kaarten, in het Nederlands, het Engels')
    const inhoud = contentIn(looked.html)
    expect(formsOf(looked.html).length).toBe(1)
    const lacking = await send(story, `${path}/bewaar`, { inhoud })
    expect(lacking.status).toBe(422)
    const answers = { measures: 'De sfeer.', for: 'Iedereen.', source: 'Een collega.', young: '3', staff: '5' }
    const kept = await send(story, `${path}/bewaar`, { inhoud, ...answers })
    expect(kept.words).toContain('“Sfeermeting” is bewaard.')
    const [mine] = await own(story)
    expect(mine).toMatchObject({ measures: { nl: 'De sfeer.' }, minutes: { young: 3, staff: 5 }, kind: 'questions' })
  },
)

test(
  'faults are told and nothing is kept; a page of nobody, of somebody without the role any more, or too large',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const wout = await withRole(story, 'xy', 913, 'worker', 'Wout')
    const path = await askPage(story, wout)
    const faults = await send(story, path, {
      bestand: fileOf('f.xlsx', new Uint8Array(readFileSync('tests/formats/fixtures/faults-openpyxl.xlsx'))),
    })
    expect(faults.status).toBe(422)
    expect(faults.words).toContain('Deze vragen wachten op elkaar: a → c → b → a.')
    expect(faults.html).not.toContain('name="inhoud"')
    const large = await send(story, path, { bestand: fileOf('g.xlsx', new Uint8Array(3 * 1024 * 1024)) })
    expect(large.status).toBe(413)
    expect(large.words).toContain('groter dan 2 MB')
    const none = await send(story, path, {})
    expect(none.status).toBe(422)
    const forged = await send(story, `${path}/bewaar`, { inhoud: '{"card":{"kind":"questions"}}' })
    expect(forged.words).toContain('kwam niet goed aan')
    const elsewhere = await send(story, path, {}, { 'Sec-Fetch-Site': 'cross-site' })
    expect(elsewhere.status).toBe(403)
    expect((await story.page(`/bestand/${'x'.repeat(43)}`)).status).toBe(404)
    expect((await story.page(path)).status).toBe(200)
    await story.app.ground.store.pool.query("update staff set ended_at = now() where name = 'Wout'")
    expect((await story.page(path)).status).toBe(404)
    expect(await own(story)).toEqual([])
  },
)

test('translations come in by .po: what is sure is taken over, what is not is told', LONG, async () => {
  const story = await startStory({ discord: false })
  const wout = await withRole(story, 'xy', 914, 'worker', 'Wout')
  wout.type('/methode gehoord')
  const list = await wout.next((message) => labels(message).includes('Voel je je gehoord?'))
  wout.tap('Voel je je gehoord?', list)
  wout.tap('Kopieer en pas aan', await seen(wout, 'Pols kan ze stellen.'))
  await seen(wout, 'Dit is nu jullie eigen versie.')
  const [copy] = await own(story)
  wout.tapData(`t.i.x.${copy!.id}.po-fr`)
  await seen(wout, 'Hier is het bestand van')
  const sent = await wout.next((message) => message.media?.kind === 'document')
  const po = sent.media!.bytes.toString('utf8')
  const old = copy!.set!.questions[0]!.text.fr!
  const path = await askPage(story, wout)
  const looked = await send(story, path, {
    bestand: fileOf('fr.po', new TextEncoder().encode(po.replace(old, 'Tu as pu donner ton avis ?'))),
  })
  expect(looked.words).toContain('1 tekst is nieuw of anders')
  await send(story, `${path}/bewaar`, { inhoud: contentIn(looked.html) })
  expect((await own(story))[0]!.set!.questions[0]!.text.fr).toBe('Tu as pu donner ton avis ?')
})

test(
  'what LimeSurvey has no place for is said beside the file; a list that is too long comes as a file',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const wout = await withRole(story, 'xy', 916, 'worker', 'Wout')
    wout.type('/methode gehoord')
    wout.tap('Voel je je gehoord?', await wout.next((message) => labels(message).includes('Voel je je gehoord?')))
    wout.tap('Als bestand voor andere programma', await seen(wout, 'Vragen'))
    wout.tap('LimeSurvey', await seen(wout, 'Welk bestand van'))
    const told = plain((await seen(wout, 'Hier is het bestand van')).text)
    expect(told).toContain('Dit gaat niet mee naar LimeSurvey:')
    expect(told).toMatch(/\w+: .*de codes van de antwoorden: \w+ → A1/)
    expect((await wout.next((message) => message.media?.kind === 'document')).media!.name).toMatch(/\.txt$/)

    // Twelve questions with ten answers each: more than a message holds.
    const options = Array.from({ length: 10 }, (_, n) => ({ code: `antwoord_${n}`, text: { nl: `Antwoord ${n}` } }))
    const questions = Array.from({ length: 12 }, (_, n) => ({
      ...{ type: 'choice' as const, key: `vraag_${n}`, text: { nl: `Vraag ${n}?` }, sensitive: false, options },
    }))
    const around = story.app.ground.config().methods.get('stem')!
    const card = {
      ...around,
      id: 'lang',
      title: { nl: 'Lang' },
      set: { ...around.set, languages: ['nl' as const], questions },
    }
    const staffId = await staffMember(story.app, 'xy', 'worker', 'Jo')
    const { id } = granted(await story.app.desk.keepMethod(staffId, 'xy', card))
    wout.tapData(`t.i.x.${id}.tsv`)
    const cut = plain((await seen(wout, 'Hier is het bestand van “Lang”')).text)
    expect(cut).toMatch(/En nog \d+ andere\.\nDe hele lijst staat in het tweede bestand\./)
    expect(cut.length).toBeLessThan(1900)
    const list = await wout.next((message) => message.media?.name === `${id}-lees-mij.txt`)
    const whole = new TextDecoder().decode(list.media!.bytes)
    for (const { key } of questions) expect(whole).toMatch(new RegExp(`^${key}: `, 'm'))
  },
)

test('on a page it is said before the file is fetched', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false })
  const { code } = await invite(story.app.ground, 'xy', { role: 'worker', name: 'Jo' }, 'command line')
  const jo = await onTeamPage(story, `/uitnodiging/${code}`)
  await jo.press('Ik doe dit')
  const card = [...story.app.ground.config().methods.values()].find(({ licence }) => licence?.share)!
  await jo.forge('tik', { data: `t.i.x.${card.id}` })
  await jo.press('LimeSurvey')
  expect(jo.chat().join(' ')).toContain('Dit gaat niet mee naar LimeSurvey:')
  const url = /<a href="([^"]*\/bestand\/[^"]*\/haal)"[^>]*>(.*?)<\/a>/.exec(jo.html())!
  expect(wordsOf(url[2]!)).toContain('Haal het bestand')
  const file = await fetch(`http://127.0.0.1:${story.app.port()}${new URL(url[1]!).pathname}`)
  expect(await file.text()).toContain('surveyls_title')
})
