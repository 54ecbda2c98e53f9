/** Looking around in the library of methods, in a chat: everybody with a role may look, and nothing is imposed. */
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { cardMarkdown } from '../../src/instrumentarium/card-files.ts'
import { invite } from '../../src/people/staff.ts'
import { plain } from '../support/app.ts'
import type { FakePerson } from '../support/fake-discord.ts'
import { type FakeMessage, labels } from '../support/fake-telegram-chats.ts'
import { startStory } from '../support/story.ts'
import { type TelegramPerson, withRole } from '../support/story-staff.ts'
import { sayOf, soon } from '../support/story-young.ts'
import { onTeamPage } from '../support/team-page.ts'

const LONG = { timeout: 120_000 }

const { cards } = loadConfig('config').config
const LIBRARY = `Er zijn ${cards.size} methodes.`

test('by what it is about, then by time; a card with its questions, its licence, and as a file', LONG, async () => {
  const story = await startStory({ discord: false })
  const joris = await withRole(story, 'xy', 902, 'worker', 'Joris')
  joris.type('/methode')
  const start = await seen(joris, 'Kijk rond. Je hoeft er geen te gebruiken.')
  expect(plain(start.text)).toContain(LIBRARY)
  expect(plain(start.text)).toMatch(/https?:\/\/\S+\/methodes\b/)
  expect(labels(start)).toEqual(
    expect.arrayContaining([
      'Waarover het gaat',
      'Hoeveel tijd het vraagt',
      'Voor wie het is',
      'Zoek een woord',
      'Toon alles',
    ]),
  )
  joris.tap('Waarover het gaat', start)
  const aspects = await seen(joris, 'Waarover moet het gaan?')
  expect(labels(aspects).map(plain)).toContain('welzijn (6)')
  joris.tap('welzijn', aspects)
  const list = await seen(joris, '6 methodes: welzijn')
  // What can be used stands before what is only pointed to.
  expect(labels(list).slice(0, 2)).toEqual(['Drie vragen over het leven (ONS)', 'Levensladder'])
  joris.tap('Anders zoeken', list)
  joris.tap('Hoeveel tijd het vraagt', await seen(joris, '6 methodes: welzijn'))
  joris.tap('bijna geen tijd', await seen(joris, 'Hoeveel tijd mag het vragen?'))
  const two = await seen(joris, '2 methodes: welzijn · bijna geen tijd voor begeleiders')
  joris.tap('Levensladder', two)
  const card = await seen(joris, 'Vragenlijst: Pols kan ze stellen.')
  expect(plain(card.text)).toContain('Tijd: 1 minuut voor de jongere, 5 minuten voor de begeleider')
  expect(plain(card.text)).toContain('Regel dit eerst: Een laag cijfer kan een zwaar leven zijn.')
  joris.tap('De vragen', card)
  const questions = await seen(joris, '0 = heel slecht leven · 10 = heel goed leven')
  joris.tap('Terug', questions)
  joris.tap('Bron, licentie en versie', await seen(joris, 'Vragenlijst: Pols kan ze stellen.'))
  const rights = await seen(joris, 'Bron: Naar de levensladder van Hadley Cantril')
  expect(plain(rights.text)).toContain('Licentie: CC BY 4.0. Je mag ze veranderen als je zegt wat je veranderde.')
  joris.tap('Terug', rights)
  joris.tap('Geef me de kaart als bestand', await seen(joris, 'Vragenlijst: Pols kan ze stellen.'))
  await seen(joris, 'Hier is de kaart “Levensladder”.')
  const { media } = await joris.next((message) => message.media !== null)
  expect(media?.name).toBe('levensladder.md')
  expect(media?.bytes.toString()).toBe(cardMarkdown(cards.get('levensladder')!, 'nl'))
})

test('all of them page by page, by a word typed, and by a word behind the command', LONG, async () => {
  const story = await startStory({ discord: false })
  const joris = await withRole(story, 'xy', 902, 'worker', 'Joris')
  joris.type('/methode')
  joris.tap('Toon alles', await seen(joris, LIBRARY))
  const read = new Set<string>()
  for (let page = await seen(joris, LIBRARY); ; page = await seen(joris, LIBRARY)) {
    const titles = labels(page).filter((label) => !['Verder', 'Vorige', 'Anders zoeken'].includes(label))
    for (const title of titles) read.add(title)
    if (!labels(page).includes('Verder')) break
    joris.tap('Verder', page)
  }
  expect([...read].sort()).toEqual([...cards.values()].map(({ title }) => title.nl).sort())

  joris.type('/methode lundy')
  expect(labels(await seen(joris, '1 methode: “lundy”'))[0]).toBe('Voel je je gehoord?')
  joris.type('/methode')
  joris.tap('Zoek een woord', await seen(joris, LIBRARY))
  await seen(joris, 'Welk woord zoek je?')
  joris.type('geen mens kent dit <b>woord</b>')
  await seen(joris, 'Geen methode gevonden.')
  // What was looked for is not kept anywhere.
  expect(JSON.stringify(await story.tables())).not.toContain('geen mens kent')
  expect(story.logs.join('\n')).not.toMatch(/lundy|geen mens kent/)
})

test('an activity has its tally form, and what may not be bundled says why and where it is', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await withRole(story, 'xy', 903, 'curator', 'Ann')
  ann.type('/methode stelling')
  ann.tap('Op een lijn', await seen(ann, '1 methode'))
  const line = await seen(ann, 'Activiteit: jullie doen ze zelf, zonder Pols.')
  ann.tap('Telblad', line)
  await seen(ann, 'Hoeveel mensen stonden waar?\neens · tussenin · niet eens')
  ann.tap('Zo doe je het', line)
  await seen(ann, 'Plak een lijn op de grond')

  ann.type('/methode swemwbs')
  ann.tap('SWEMWBS', await seen(ann, '1 methode'))
  const scale = await seen(ann, 'Verwijzing: deze methode staat niet hier.')
  expect(plain(scale.text)).toContain('De licentie geldt per organisatie')
  expect(scale.buttons.flat().find(({ label }) => label === 'Bekijk ze waar ze staat')?.url).toMatch(
    /^https:\/\/warwick\.ac\.uk\//,
  )
  expect(labels(scale)).not.toContain('De vragen')
})

test('not for a helper or somebody without a role, and a button that is worn out says so', LONG, async () => {
  const story = await startStory({ discord: false })
  const helper = await withRole(story, 'xy', 904, 'helper', 'Bo')
  helper.type('/methode')
  await seen(helper, sayOf('nl', 'staff-may-not', { organisation: 'XY' }))
  story.telegram.person(905, { language: 'nl' }).type('/methode')
  await seen(story.telegram.person(905, { language: 'nl' }), sayOf('nl', 'staff-nobody'))

  const joris = await withRole(story, 'xy', 902, 'worker', 'Joris')
  joris.tapData('t.i.o.nothing.---.0')
  await seen(joris, sayOf('nl', 'method-gone'))
  for (const data of ['t.i.v.q.swemwbs.---.0', 't.i.v.zz.stem', 't.i.nothing']) {
    joris.wipe()
    joris.tapData(data)
    await seen(joris, sayOf('nl', 'notice-stale'))
  }
  joris.wipe()
  joris.tapData('t.i.l.zzz.99')
  await seen(joris, LIBRARY)
})

test('on Discord, asked where others read along: answered in private, in one message', LONG, async () => {
  const story = await startStory({ telegram: false })
  const server = story.discord.server()
  const square = server.channel('plein')
  const samira = story.discord.person({ server: server.id, organiser: true })
  const { code } = await invite(story.app.ground, 'xy', { role: 'lead', name: 'Samira' }, 'command line')
  samira.type(`/koppel ${code}`)
  await sees(samira, 'Je rol bij XY')
  await samira.command('/methode', { place: square })
  await sees(samira, LIBRARY)
  expect(square.messages()).toEqual([])
  await samira.tap('Zoek een woord')
  await sees(samira, 'Welk woord zoek je?')
  await samira.write('gebarentaal pictogrammen')
  await sees(samira, '“gebarentaal pictogrammen”')
  await samira.tap('Wat betekent het voor jou?')
  const card = await sees(samira, 'Meedoen zegt hier al iets over iemands gezondheid.')
  expect(card.text.length).toBeLessThan(2000)
  await story.rest()
  expect(story.discord.violations).toEqual([])
})

test('on a page of one’s own the card is a link: a page that everybody can open', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false })
  const { code } = await invite(story.app.ground, 'xy', { role: 'lead', name: 'Samira' }, 'command line')
  const page = await onTeamPage(story, `/uitnodiging/${code}`)
  await page.press('Ik doe dit')
  await page.forge('tik', { data: 't.i.o.stem.---.0' })
  const link = /<a href="([^"]+)"[^>]*>(?:<[^>]+>)*Geef me de kaart als bestand/.exec(page.html())
  const url = new URL(link![1]!)
  const answer = await fetch(`http://127.0.0.1:${story.app.port()}${url.pathname}${url.search}`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe(cardMarkdown(cards.get('stem')!, 'nl'))
})

test(
  'what an organisation makes for itself stands in its own chat, told apart, and on no public page',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const samira = await withRole(story, 'xy', 901, 'lead', 'Samira')
    samira.type('/methode lundy')
    samira.tap('Voel je je gehoord?', await seen(samira, '1 methode'))
    samira.tap('Kopieer en pas aan', await seen(samira, 'Vragenlijst: Pols kan ze stellen.'))
    await seen(samira, 'Dit is nu jullie eigen versie.')
    samira.type('/methode lundy')
    const both = await seen(samira, '2 methodes')
    expect(labels(both).slice(0, 2).sort()).toEqual(['Voel je je gehoord?', 'Voel je je gehoord? (van jullie)'])
    samira.tap('(van jullie)', both)
    await seen(samira, 'Voel je je gehoord? (van jullie)')

    const joris = await withRole(story, 'xyz', 902, 'lead', 'Joris')
    joris.type('/methode lundy')
    expect(labels(await seen(joris, '1 methode'))).not.toContain('Voel je je gehoord? (van jullie)')
    const draft = await story.app.ground.store.db.selectFrom('method_draft').select('id').executeTakeFirstOrThrow()
    const address = `http://127.0.0.1:${story.app.port()}/methodes`
    const page = await (await fetch(`${address}?zoek=lundy`)).text()
    expect([...page.matchAll(/<h3><a href="\/methodes\/([^?"]+)/g)].map((match) => match[1])).toEqual(['stem'])
    for (const ending of ['', '.md', '.yaml', '.json'])
      expect((await fetch(`${address}/${draft.id}${ending}`)).status).toBe(404)
  },
)

async function seen(person: TelegramPerson, words: string): Promise<FakeMessage> {
  return person.next((message) => plain(message.text).includes(words))
}

const sees = (person: FakePerson, words: string) =>
  soon(
    person.next(({ text }) => plain(text).includes(words)),
    () => `'${words}'`,
  )
