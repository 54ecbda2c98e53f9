import { beforeEach, describe, expect, test } from 'vitest'
import { createHttp, type Http } from '../../src/http/server.ts'
import { wordsOf } from '../support/html.ts'
import { HTMX, type Visitor, visitor } from '../support/visitor.ts'
import { CONSOLE_TOKEN, type House, makeHouse } from '../support/web-house.ts'
import { sampleDigest } from '../support/web-samples.ts'

const PAGE = `/coach/xyz/${CONSOLE_TOKEN}`
let house: House
let http: Http
let coach: Visitor
beforeEach(() => {
  house = makeHouse()
  http = createHttp(house.deps)
  coach = visitor(http)
})

describe('who may see it', () => {
  test.each([
    '/coach/xyz/wrong',
    '/coach/xx/wrong',
    `/coach/nowhere/${CONSOLE_TOKEN}`,
    '/coach/xyz/wrong/stream',
    '/coach/xyz/wrong/qr/web.svg',
  ])('%s is answered like any address that is not there', async (path) => {
    const [response, nothing] = [await coach.fetch(path), await coach.fetch('/nothing/here')]
    expect(response.status).toBe(404)
    expect(await response.text()).toBe(await nothing.text())
  })

  test('a wrong secret can do nothing either', async () => {
    const response = await coach.post('/coach/xyz/wrong/houd', { reeks: 'activiteit', eenmalig: '1' })
    expect(response.status).toBe(404)
    expect(house.wishes).toEqual([])
  })

  test('a wish that is not there changes nothing', async () => {
    expect((await coach.post(`${PAGE}/verwijder`, { eenmalig: '1' })).status).toBe(404)
    expect(house.wishes).toEqual([])
  })
})

describe('what it shows', () => {
  test('a digest as real tables, with everything typed by people as it was typed', async () => {
    const nasty = '<b>gender</b> & racisme'
    house.overview.digests[0]!.content = sampleDigest(12, nasty)
    house.overview.sessions[0]!.theme = nasty
    const html = await coach.page(PAGE)
    expect(wordsOf(html)).toContain(`Thema: ${nasty}`)
    expect(html).toContain('<caption>1. Hoe voel je je nu?</caption>')
    expect(html).toMatch(/<th scope="row">[^<]+<\/th><td>/)
    expect(html).not.toContain('<b>gender</b>')
    expect(wordsOf(html)).toContain('thema: <b>gender</b> & racisme')
    expect(wordsOf(html)).toContain('Terugkoppeling naar jongeren')
    expect(wordsOf(html)).toContain('Dit zegt iets over wie antwoordde')
  })

  test('start and end side by side, and whether the young people were written back to', async () => {
    const [digest] = house.overview.digests
    const change = (['better', 'same', 'lower'] as const).map((code) => ({
      ...{ codes: [code], silent: code === 'lower', other: false, bound: 'exactly' as const, count: 10 },
    }))
    const pairs = { form: 'shown' as const, twice: 25, startOnly: 5, endOnly: null, base: 30, change }
    digest!.content = { ...sampleDigest(12), pairs }
    const before = wordsOf(await coach.page(PAGE))
    expect(before).toContain('minstens 25 jongeren antwoordden twee keer')
    expect(before).toContain('beter: 10 van 30 · hetzelfde: 10 van 30')
    expect(before).toContain('Terugkoppeling naar jongeren: nog te doen')
    house.overview.feedback.push({ digestId: digest!.id, writtenAt: digest!.createdAt })
    expect(wordsOf(await coach.page(PAGE))).not.toContain('Terugkoppeling naar jongeren: nog te doen')
  })

  test('a group that is too small shows no table at all', async () => {
    house.overview.digests[0]!.content = sampleDigest(4)
    const html = await coach.page(PAGE)
    expect(html).not.toContain('<table')
    expect(wordsOf(html)).toContain('minder dan 5')
    expect(wordsOf(html)).toContain('Zo is niemand herkenbaar')
  })

  test('a question without figures is a sentence, not a table of one cell', async () => {
    const content = structuredClone(sampleDigest())
    content.questions[1]!.released = { form: 'hidden' }
    house.overview.digests[0]!.content = content
    const html = await coach.page(PAGE)
    expect(html.match(/<table>/g)).toHaveLength(1)
    expect(html).toContain('<strong>2. Waardoor komt dat vooral?</strong><br>te weinig antwoorden om te tonen')
  })

  test('of an open round only until when it is open', async () => {
    const words = wordsOf(await coach.page(PAGE))
    expect(words).toContain('open tot vr 27 november om 20:30')
    expect(words).toContain('Hoeveel jongeren al antwoordden, tonen we niet.')
  })

  test('that nobody was asked, because nobody takes part yet', async () => {
    house.overview.rounds[0]!.anybodyAsked = false
    expect(wordsOf(await coach.page(PAGE))).toContain('Er doet nog niemand mee')
  })

  test('example answers only for an example, marked as such', async () => {
    expect(wordsOf(await coach.page(PAGE))).toContain('voorbeeldorganisatie')
    house.overview.example = false
    const words = wordsOf(await coach.page(PAGE))
    expect(words).not.toMatch(/voorbeeld(organisatie|jongeren)/)
    expect(words).toContain('Sluit nu en maak het overzicht')
  })

  test('closed rounds have no button', async () => {
    house.overview.rounds[0]!.state = 'digested'
    const words = wordsOf(await coach.page(PAGE))
    expect(words).toContain('Er staan nu geen vragen open.')
    expect(words).not.toContain('Sluit nu')
  })

  test('faults in the files, in words', async () => {
    house.overview.faults = ['xyz.yaml, regel 3: <hier> staat iets dat niet klopt']
    const words = wordsOf(await coach.page(PAGE))
    expect(words).toContain('Er zit een fout in de instellingen')
    expect(words).toContain('xyz.yaml, regel 3: <hier> staat iets dat niet klopt')
  })

  test('where to join, with a picture for each channel', async () => {
    const html = await coach.page(PAGE)
    expect(html).toContain('href="https://t.me/pols_bot?start=abc"')
    expect(html).toContain(`src="${PAGE}/qr/telegram.svg"`)
    const picture = await coach.fetch(`${PAGE}/qr/web.svg`)
    expect(picture.headers.get('content-type')).toBe('image/svg+xml')
    expect(await picture.text()).toMatch(/^<svg /)
    expect((await coach.fetch(`${PAGE}/qr/discord.svg`)).status).toBe(404)
  })

  test('what each survey waits for, where digests go, and when it is quiet', async () => {
    const words = wordsOf(await coach.page(PAGE))
    expect(words).toContain('wacht op akkoord: er wordt nog niets gevraagd')
    expect(words).toContain('✔ afgesproken')
    expect(words).toContain('Telegram: niet meer bereikbaar: koppel opnieuw')
    expect(words).toContain('Tussen 21:00 en 09:00')
  })

  test('each session offers what can still be done with it', async () => {
    const html = await coach.page(PAGE)
    const offered = (id: string) => {
      const row = new RegExp(`<li id="sessie-${id}">[\\s\\S]*?</li>`).exec(html)![0]
      return [...row.matchAll(/<button[^>]*>([^<]+)</g)].map((match) => match[1])
    }
    expect(offered('s1')).toEqual(['Bewaar het aantal', 'Bewaar het thema'])
    expect(offered('s2')).toEqual(['Bewaar het aantal', 'Bewaar het thema', 'Beëindig nu', 'Schrap deze sessie'])
    expect(offered('s3')).toEqual(['Bewaar het thema', 'Verplaats', 'Schrap deze sessie'])
    expect(offered('s4')).toEqual([])
  })

  test('times on the clock of the organisation, and the page in its language', async () => {
    house.overview.language = 'fr'
    house.overview.timezone = 'Asia/Tokyo'
    const html = await coach.page(PAGE)
    expect(html).toContain('<html lang="fr"')
    expect(wordsOf(html)).toContain('sam. 28 novembre à 04:30')
  })
})

describe('what it can do', () => {
  test.each([
    ['houd', { reeks: 'activiteit' }, ['holdSession', 'activiteit'], 'De sessie is gehouden.'],
    [
      'erbij',
      { reeks: 'activiteit', begin: '2026-12-09T14:00', thema: 'stem' },
      ['addSession', { seriesId: 'activiteit', startsAt: '2026-12-09T14:00', theme: 'stem' }],
      'De sessie staat erbij.',
    ],
    [
      'erbij',
      { reeks: 'activiteit', begin: '2026-12-09T14:00', thema: ' ' },
      ['addSession', { seriesId: 'activiteit', startsAt: '2026-12-09T14:00' }],
      'De sessie staat erbij.',
    ],
    [
      'verplaats',
      { sessie: 's3', begin: '2026-12-09T14:00' },
      ['moveSession', 's3', '2026-12-09T14:00'],
      'De sessie is verplaatst.',
    ],
    ['schrap', { sessie: 's3' }, ['cancelSession', 's3'], 'De sessie gaat niet door.'],
    ['beeindig', { sessie: 's2' }, ['endSession', 's2'], 'De sessie is beëindigd.'],
    ['aanwezig', { sessie: 's1', aantal: ' 14 ' }, ['setHeadcount', 's1', 14], 'Het aantal aanwezigen is bewaard.'],
    ['aanwezig', { sessie: 's1', aantal: '' }, ['setHeadcount', 's1', Number.NaN], 'Het aantal aanwezigen is bewaard.'],
    ['thema', { sessie: 's1', thema: 'stem' }, ['setTheme', 's1', 'stem'], 'Het thema is bewaard.'],
    ['sluit', { ronde: 'r1' }, ['closeRound', 'r1'], 'De vragen zijn gesloten.'],
    ['voorbeeld', { ronde: 'r1' }, ['exampleAnswers', 'r1'], 'Twaalf voorbeeldjongeren hebben geantwoord.'],
  ])('%s %j', async (action, fields, [name, ...given], done) => {
    const response = await coach.post(`${PAGE}/${action}`, {
      eenmalig: '1',
      plek: 'live',
      wens: 'w',
      ...fields,
    } as Record<string, string>)
    expect(house.wishes).toEqual([[name, 'coach-page', 'xyz', ...given]])
    expect(response.status).toBe(303)
    expect(wordsOf(await coach.page(response.headers.get('location')!))).toContain(done)
  })

  test('puts a survey before the organisation, answers what is asked about it, and takes it back', async () => {
    await coach.press(await coach.page(PAGE), 'Stel voor', { naam: 'Els' })
    house.overview.surveys[0]!.proposal = {
      id: 'p7',
      state: 'proposed',
      by: 'Els',
      notes: [{ name: 'Samira', text: 'Waarom <drie> vragen?' }],
    }
    const html = await coach.page(PAGE)
    expect(wordsOf(html)).toContain('voorgesteld door Els: wacht op akkoord van de organisatie')
    expect(html).toContain('Waarom &lt;drie&gt; vragen?')
    expect(wordsOf(html)).not.toContain('Wie gaf akkoord?')
    await coach.press(html, 'Verstuur', { tekst: 'Het zijn er drie.', naam: 'Els' })
    await coach.press(html, 'Trek het voorstel in')
    expect(house.wishes).toEqual([
      ['proposeSurvey', 'coach-page', 'xyz', 'start', 'Els'],
      ['askAboutSurvey', 'coach-page', 'xyz', 'p7', 'Het zijn er drie.', 'Els'],
      ['withdrawSurvey', 'coach-page', 'xyz', 'p7'],
    ])
    // There is no way to agree on this page, whatever is posted.
    const response = await coach.post(`${PAGE}/akkoord`, { eenmalig: '9', voorleg: 'p7', peiling: 'start' })
    expect(response.status).toBe(404)
    expect(house.wishes).toHaveLength(3)
  })

  test('pauses, lets go on and stops with one press', async () => {
    await coach.press(await coach.page(PAGE), 'Zet op pauze')
    house.overview.surveys[1]!.paused = { by: 'coach-page' }
    const html = await coach.page(PAGE)
    expect(wordsOf(html)).toContain('op pauze: er wordt nu niets gevraagd')
    await coach.press(html, 'Laat verder lopen')
    await coach.press(html, /^Stop$/)
    expect(house.wishes).toEqual([
      ['haltSurvey', 'coach-page', 'xyz', 'einde', 'paused'],
      ['haltSurvey', 'coach-page', 'xyz', 'einde', 'resumed'],
      ['haltSurvey', 'coach-page', 'xyz', 'einde', 'stopped'],
    ])
  })

  test.each([
    ['md', 'text/markdown; charset=utf-8', '# Wat is afgesproken met XYZ'],
    ['csv', 'text/csv; charset=utf-8', '"wat","peiling","versie"'],
  ])('gives the log of agreements as %s', async (ending, type, words) => {
    expect(await coach.page(PAGE)).toContain(`href="${PAGE}/akkoorden.${ending}"`)
    const response = await coach.fetch(`${PAGE}/akkoorden.${ending}`)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="pols-xyz-akkoorden.${ending}"`)
    expect(await response.text()).toContain(words)
    expect((await coach.fetch(`/coach/xyz/wrong/akkoorden.${ending}`)).status).toBe(404)
  })

  test('gives a code to link a channel, and says how long it works', async () => {
    const response = await coach.press(await coach.page(PAGE), 'Koppel een coachkanaal')
    expect(response.status).toBe(200)
    const html = await response.text()
    expect(html).toContain('<code dir="ltr">/koppel k7defghjk</code>')
    expect(wordsOf(html)).toContain('tot 19:00 (30 minuten)')
    expect(house.wishes).toEqual([['linkCode', 'coach-page', 'xyz', 'coach']])
  })

  test('every form of the page leads to its wish', async () => {
    const html = await coach.page(PAGE)
    await coach.press(html, 'Koppel een kanaal om mee te doen')
    await coach.press(html, 'Hou nu een sessie')
    await coach.press(html, 'Laat twaalf')
    await coach.press(html, 'Verplaats', { begin: '2026-12-09T14:00' })
    await coach.press(html, 'Stel voor', { naam: 'a' })
    expect(house.wishes.map((wish) => wish.filter((part) => part !== 'coach-page' && part !== 'xyz'))).toEqual([
      ['linkCode', 'join'],
      ['holdSession', 'activiteit'],
      ['exampleAnswers', 'r1'],
      ['moveSession', 's3', '2026-12-09T14:00'],
      ['proposeSurvey', 'start', 'a'],
    ])
  })

  test('with JavaScript the inside of the page comes back, with the answer beside the form', async () => {
    const response = await coach.press(await coach.page(PAGE), 'Hou nu een sessie', {}, HTMX)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).not.toContain('<html')
    expect(html).toMatch(
      /<h3>Activiteit<\/h3><p id="gezegd" data-said="done" tabindex="-1" autofocus>De sessie is gehouden/,
    )
  })

  test.each([
    ['without', {}],
    ['with', HTMX],
  ])(
    'a wish that cannot be granted is a clear sentence at the form, and nothing typed is lost (%s JavaScript)',
    async (_, headers) => {
      house.refuse({ ok: false, fault: 'desk-bad-time', values: { time: '"><x' } })
      const response = await coach.press(await coach.page(PAGE), 'Verplaats', { begin: '"><x' }, headers)
      const html = await response.text()
      expect(response.status).toBe(422)
      const row = /<li id="sessie-s3">[\s\S]*?<\/li>/.exec(html)![0]
      expect(wordsOf(row)).toContain('Dit is geen geldig tijdstip.')
      expect(row).toMatch(/<details id="sessie-s3-d" open>/)
      expect(row).toMatch(/name="begin" value="&quot;&gt;&lt;x"[^>]* aria-invalid="true"/)
    },
  )

  test('an answer to a form that is gone stands on top', async () => {
    house.refuse({ ok: false, fault: 'desk-no-session' })
    const response = await coach.post(`${PAGE}/schrap`, {
      eenmalig: '1',
      plek: 'sessie-weg',
      wens: 'schrap-weg',
      sessie: 'weg',
    })
    const html = await response.text()
    expect(html.indexOf('Deze sessie is er niet meer.')).toBeGreaterThan(html.indexOf('<h1>'))
    expect(html.indexOf('Deze sessie is er niet meer.')).toBeLessThan(html.indexOf('<h2'))
  })

  test('a form sent twice is one wish; after a fault it can be sent again', async () => {
    const html = await coach.page(PAGE)
    house.refuse({ ok: false, fault: 'desk-no-series' })
    const statuses = []
    for (let i = 0; i < 3; i += 1) statuses.push((await coach.press(html, 'Hou nu een sessie')).status)
    expect(statuses).toEqual([422, 303, 303])
    expect(house.wishes).toHaveLength(2)
  })

  test('an answer that the address does not know is not said', async () => {
    expect(await coach.page(`${PAGE}?gedaan=%3Cscript%3E&bij=live`)).not.toContain('gezegd')
  })
})
