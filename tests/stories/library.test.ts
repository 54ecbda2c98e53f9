/** An organisation copies a method, changes it, shares it, and somebody else looks it over; another copies that copy. */
import { expect, test } from 'vitest'
import { writePack } from '../../src/instrumentarium/pack-file.ts'
import { invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { type Story, startStory } from '../support/story.ts'

const LONG = { timeout: 120_000 }

type Person = ReturnType<Story['telegram']['person']>
const seen = (person: Person, words: string) => person.next((message) => plain(message.text).includes(words))

/** Somebody with a role, by an invitation. */
async function withRole(
  story: Story,
  organisation: string,
  id: number,
  role: StaffRole,
  name: string,
): Promise<Person> {
  const person = story.telegram.person(id, { language: 'nl', name })
  const { code } = await invite(story.app.ground, organisation, { role, name }, 'test')
  person.type(`/koppel ${code}`)
  await story.rest()
  return person
}

/** Opens a card by what is in its title. */
async function opens(person: Person, search: string, title: string) {
  person.type(`/methode ${search}`)
  const list = await person.next((message) => labels(message).some((label) => label.includes(title)))
  person.tap(labels(list).find((label) => label.includes(title))!, list)
  return seen(person, title)
}

test(
  'copied, changed in two languages, shared under its name, looked over, and copied again by others',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const lea = await withRole(story, 'xy', 901, 'lead', 'Lea')
    const cas = await withRole(story, 'xyz', 902, 'curator', 'Cas')
    const noor = await withRole(story, 'xyz', 903, 'lead', 'Noor')

    const card = await opens(lea, 'gehoord', 'Voel je je gehoord?')
    lea.tap('Kopieer en pas aan', card)
    const editing = await seen(lea, 'Dit is nu jullie eigen versie.')
    expect(plain(editing.text)).toContain('Gekopieerd van: Voel je je gehoord?, versie 1')
    lea.tap('Vraag 1', editing)
    const question = await seen(lea, '1. Kon je meepraten over wat we doen?')
    lea.tap('Verander de vraag', question)
    const dutch = await seen(lea, 'Schrijf de nieuwe tekst in deze taal: Nederlands.')
    expect(plain(dutch.text)).toContain('Kon je meepraten over wat we doen?')
    lea.type('Kon je vandaag meepraten over wat we doen?')
    const english = await seen(lea, 'Schrijf de nieuwe tekst in deze taal: Engels.')
    lea.type('Could you have a say in what we do today?')
    const french = await seen(lea, 'Schrijf de nieuwe tekst in deze taal: Frans.')
    lea.tap('Bewaar, de andere talen blijven zo', french)
    const saved = await seen(lea, 'Bewaard.')
    expect(plain(saved.text)).toContain('In deze talen staat nog de vorige tekst: Frans, Arabisch.')
    expect(plain(saved.text)).toContain('1. Kon je vandaag meepraten over wat we doen?')
    // A second tap on the same button finds nothing to save any more.
    lea.tap('Laat dit zo', english)
    await seen(lea, 'Dat hoort bij een vraag die voorbij is.')

    lea.tap('Klaar', saved)
    const own = await seen(lea, 'ontwerp, alleen jullie zien het')
    lea.tap('Wat is er anders?', own)
    const changes = await seen(lea, 'Wat is er anders: Voel')
    expect(plain(changes.text)).toContain('Vraag 1 (Nederlands): “vandaag” kwam erbij')
    expect(plain(changes.text)).toContain('Vraag 1 (Engels): “today” kwam erbij')
    lea.tap('Deel met anderen', own)
    const sure = await seen(lea, 'Onder welke naam?')
    expect(plain(sure.text)).toContain('CC BY 4.0')
    lea.tap('Deel als Lea, XY', sure)
    await seen(lea, 'Ingediend.')

    cas.type('/methode')
    const library = await person1(cas, 'Nakijken (1)')
    cas.tap('Nakijken (1)', library)
    const waiting = await seen(cas, 'Eén methode om na te kijken.')
    cas.tap('Voel je je gehoord?', waiting)
    const handed = await seen(cas, 'Ingediend onder de naam Lea, XY')
    expect(plain(handed.text)).toContain('“vandaag” kwam erbij')
    cas.tap('Neem op', handed)
    await seen(cas, 'Ze staat nu in de bibliotheek.')
    cas.tap('Neem op', handed)
    await seen(cas, 'Deze methode is al nagekeken of teruggenomen.')

    // Who copies the copy has both before it.
    noor.type('/methode gehoord')
    const list = await person1(noor, 'Voel je je gehoord?')
    const shared = list.buttons.flat().find(({ data }) => /^t\.i\.o\.stem-/.test(data ?? ''))!
    noor.tapData(shared.data!)
    const theirs = await noor.next((message) => labels(message).includes('Kopieer en pas aan'))
    noor.tap('Kopieer en pas aan', theirs)
    const twice = await seen(noor, 'Dit is nu jullie eigen versie.')
    noor.tap('Klaar', twice)
    const chain = await seen(noor, 'ontwerp, alleen jullie zien het')
    expect(plain(chain.text)).toMatch(
      /Gekopieerd van: Voel je je gehoord\?, versie 1, van Lea, XY[\s\S]*Gekopieerd van: Voel je je gehoord\?, versie 1, van Eigen vragen/,
    )
    noor.tap('Deel met anderen', chain)
    await seen(noor, 'Er is niets nieuws om te delen.')

    const tables = await story.tables()
    expect(tables.library_entry).toHaveLength(1)
    expect(tables.library_entry![0]).toMatchObject({ version: 1, organisation_id: 'xy' })
    expect(tables.method_draft!.map(({ state }) => state).sort()).toEqual(['draft', 'shared'])
    expect(story.logs.join('\n')).not.toMatch(/vandaag|Lea|Noor/)
  },
)

const person1 = (person: Person, label: string) => person.next((message) => labels(message).includes(label))

test(
  'a method goes out as a signed pack in the chat, and a curator elsewhere takes it up on a page',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const lea = await withRole(story, 'xy', 901, 'lead', 'Lea')
    const card = await opens(lea, 'gehoord', 'Voel je je gehoord?')
    lea.tap('Pakket om door te geven', card)
    await seen(lea, 'Hier is het pakket, met één methode.')
    await lea.next((message) => message.media?.name.endsWith('.pols.json') ?? false)

    const cas = await withRole(story, 'xyz', 902, 'curator', 'Cas')
    cas.type('/methode')
    cas.tap('Neem een pakket op', await person1(cas, 'Neem een pakket op'))
    const offered = await seen(cas, 'Een pakket is een bestand met methodes')
    const path = /\/pakket\/[\w-]{43}/.exec(plain(offered.text))![0]
    const theirs = {
      ...story.app.ground.config().methods.get('stem')!,
      id: 'van-hen',
      title: { nl: 'Van <b>hen</b>', en: 'T', fr: 'T', ar: 'T' },
    }
    const bytes = writePack([theirs], { made: '2026-11-25', by: 'Een <i>ander</i> huis' }, new Uint8Array(32).fill(9))
    const send = async (action: string, fields: Record<string, string | Blob>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      const response = await fetch(`http://127.0.0.1:${story.app.port()}${action}`, { method: 'POST', body })
      return { status: response.status, html: plain(await response.text()) }
    }
    const broken = await send(path, { bestand: new File([bytes.with(200, bytes[200]! ^ 1)], 'a.pols.json') })
    expect(broken.status).toBe(422)
    expect(broken.html).toMatch(/Er is niets opgenomen\./)
    const looked = await send(path, { bestand: new File([bytes as Uint8Array<ArrayBuffer>], 'a.pols.json') })
    expect(looked.html).toContain('Pakket van Een &lt;i&gt;ander&lt;/i&gt; huis')
    expect(looked.html).toContain('Van &lt;b&gt;hen&lt;/b&gt;')
    const fingerprint = /([0-9a-f]{4} ){7}[0-9a-f]{4}/.exec(looked.html)![0]
    const inhoud = /name="inhoud" value="([^"]+)"/.exec(looked.html)![1]!
    expect((await send(`${path}/neem`, { inhoud, vingerafdruk: '1234' })).status).toBe(422)
    const taken = await send(`${path}/neem`, { inhoud, vingerafdruk: fingerprint })
    expect(taken.html).toContain('Opgenomen: 1.')
    expect((await send(`${path}/neem`, { inhoud, vingerafdruk: fingerprint })).html).toContain(
      'Opgenomen: 0. Was er al: 1.',
    )
    await opens(lea, 'hen', 'Van <b>hen</b>')
    // The link is over when its hour is, and when the role is.
    await story.app.ground.store.db
      .updateTable('staff')
      .set({ ended_at: '2026-11-25T17:00:00Z' })
      .where('role', '=', 'curator')
      .execute()
    expect((await send(path, { bestand: new File([bytes as Uint8Array<ArrayBuffer>], 'a.pols.json') })).status).toBe(
      404,
    )
    expect((await story.page(`/pakket/${'a'.repeat(43)}`)).status).toBe(404)
  },
)
