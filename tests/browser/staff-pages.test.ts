/** What staff and partners do on pages, in a browser and with the whole house behind it: methods, files, worksheets, a story. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { describeInBrowser, expectAccessible, expectRoomy, launch, NARROW, WIDE } from '../support/browser.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { sayOf } from '../support/story-young.ts'

const LONG = { timeout: 180_000 }
const say = (key: string, values: Record<string, string | number> = {}) => sayOf('nl', key, values)
/** Words on a page, with the marks of direction around what was filled in; the whole text or, without `whole`, a part. */
function like(text: string, whole = false): RegExp {
  const marks = '[\\u2066-\\u2069]*'
  const letters = [...text].map((letter) => letter.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  const middle = letters.join(marks)
  return new RegExp(whole ? `^${marks}${middle}${marks}$` : middle)
}
const bare = (text: string | null) => (text ?? '').replace(/[\u2066-\u2069]/g, '')

describeInBrowser('staff and partners in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
  afterAll(async () => browser?.close())

  const house = (options = {}) => startStory({ telegram: false, discord: false, ...options })

  async function visit(story: Story, path: string, options: BrowserContextOptions = {}) {
    const base = `http://localhost:${story.app.port()}`
    const context = await browser.newContext({ locale: 'nl-BE', viewport: WIDE, acceptDownloads: true, ...options })
    const page = await context.newPage()
    const wrong: string[] = []
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text())
    })
    await page.goto(`${base}${path}`)
    return { page, wrong, base }
  }

  async function invited(story: Story, role: StaffRole, name: string, options: BrowserContextOptions = {}) {
    const { code } = await invite(story.app.ground, 'xy', { role, name }, 'command line')
    const visitor = await visit(story, `/uitnodiging/${code}`, options)
    await visitor.page.getByRole('button', { name: say('team-take') }).click()
    await visitor.page.waitForURL(/\/team\//)
    return visitor
  }

  const chat = (page: Page) => page.locator('#kaarten')
  const tap = (page: Page, name: string) =>
    chat(page)
      .getByRole('button', { name: like(name, true) })
      // The newest card stands on top; one further down may offer the same.
      .first()
      .click()
  async function writes(page: Page, text: string) {
    await chat(page).locator('textarea').fill(text)
    await press(page, say('web-keep'))
  }
  async function writesApart(page: Page, text: string) {
    await tap(page, 'Naar stap 1')
    await tap(page, say('joint-write'))
    await writes(page, text)
    await chat(page).getByText(like('De anderen zien alleen dat je klaar bent.')).waitFor()
  }
  /** With the keyboard alone: to the button, and pressed. */
  async function press(page: Page, name: string) {
    await page.getByRole('button', { name, exact: true }).first().focus()
    await page.keyboard.press('Enter')
  }

  /** As it is, on a screen of 360 pixels and on a wide one, with everything folded out. */
  async function fits(page: Page) {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    for (const viewport of [{ ...NARROW, width: 360 }, NARROW, WIDE]) {
      await page.setViewportSize(viewport)
      await expectRoomy(page)
    }
    await expectAccessible(page)
  }

  test(
    'an own method: copied with the keyboard, out as a workbook, in again through the file field',
    LONG,
    async () => {
      const story = await house()
      const { page, wrong } = await invited(story, 'lead', 'Noor')
      const part = page.getByRole('region', { name: say('staff-menu-methods'), exact: true })
      await part.locator('summary', { hasText: say('library-copy') }).focus()
      await page.keyboard.press('Enter')
      await part.getByLabel(say('own-methods-which')).selectOption('stem')
      await press(page, say('own-methods-copy'))
      await part.getByText(say('library-copied')).waitFor()
      await fits(page)

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        part.getByRole('link', { name: say('formats-as-xlsx') }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^stem-[a-z2-9]{4}\.xlsx$/)
      const file = await download.path()

      await part.getByRole('button', { name: say('formats-bring') }).click()
      await page.waitForURL(/\/bestand\/[\w-]{43}$/)
      await fits(page)
      await page.setInputFiles('input[type=file]', {
        name: 'foto.xlsx',
        mimeType: '',
        buffer: Buffer.from('no workbook'),
      })
      await press(page, say('formats-look'))
      await page.getByRole('heading', { name: say('formats-faults') }).waitFor()
      await fits(page)
      await page.setInputFiles('input[type=file]', file)
      await press(page, say('formats-look'))
      await page.getByText(say('formats-no-losses')).waitFor()
      await fits(page)
      await press(page, say('formats-keep'))
      await page.getByText(say('formats-kept-where')).waitFor()
      const overview = await story.app.desk.overview('xy')
      expect(overview!.methods.own.map(({ title, state }) => [title.nl, state])).toEqual([
        ['Voel je je gehoord?', 'draft'],
        ['Voel je je gehoord?', 'draft'],
      ])
      expect(wrong.filter((text) => !text.includes('422'))).toEqual([])
    },
  )

  test('handed in by the lead, looked over with what differs, found in the library by everybody', LONG, async () => {
    const story = await house()
    const lead = await invited(story, 'lead', 'Noor')
    const curator = await invited(story, 'curator', 'Karim')
    const { id } = granted(await story.app.desk.copyMethod('coach-page', 'xy', 'stem'))
    const renamed = await story.app.desk.changeMethod('coach-page', 'xy', id, (card) => ({
      ok: true,
      value: { ...card, title: { ...card.title, nl: 'Word je gehoord?' } },
    }))
    granted(renamed)

    await lead.page.reload()
    const own = lead.page.locator(`#methode-${id}`)
    await own.locator('summary').first().click()
    expect(bare(await own.textContent())).toMatch(/Titel[^”]*“Voel[^”]*” werd “Word[^”]*”/)
    await own.locator('summary', { hasText: say('library-share') }).click()
    await own.getByLabel(say('library-share-name')).selectOption('person')
    await own.getByRole('button', { name: say('library-share') }).click()
    await lead.page.getByText(say('library-handed-in')).waitFor()
    // Handed in is not shared: nobody else sees it yet.
    expect((await story.page('/methodes?zoek=Word')).html).not.toContain('Word je gehoord?')

    await curator.page.reload()
    const waiting = curator.page.locator(`#nakijken-${id}`)
    expect(await waiting.getByText('Noor, XY').count()).toBeGreaterThan(0)
    await waiting.locator('summary').first().click()
    await fits(curator.page)
    await waiting.getByRole('button', { name: say('library-accept') }).click()
    await curator.page.getByText(say('library-judged-accept')).waitFor()
    expect(await waiting.count()).toBe(0)

    const { page, base, wrong } = await visit(story, '/methodes', { viewport: NARROW, javaScriptEnabled: false })
    await page.getByLabel(say('method-by-words')).fill('Word je gehoord')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Word je gehoord?' }).click()
    expect(await page.locator('h1').textContent()).toBe('Word je gehoord?')
    expect(page.url().startsWith(`${base}/methodes/`)).toBe(true)
    expect([...wrong, ...lead.wrong, ...curator.wrong]).toEqual([])
  })

  test('the talk and what others may get, on the page: begun, written, proposed', LONG, async () => {
    const story = await house()
    const { page, wrong } = await visit(story, story.coachPath('xy'))
    await press(page, say('talk-page-begin'))
    await page.getByText(say('talk-page-begun')).waitFor()
    const step = page.locator('#gesprek-aspect')
    await step.locator('summary').click()
    await step.getByLabel(say('talk-page-name')).fill('Samira')
    await step.getByLabel(say('talk-aspect')).fill('of jongeren hun zegje doen')
    await step.getByRole('button', { name: say('talk-page-keep') }).click()
    await step.getByText('of jongeren hun zegje doen').waitFor()

    const data = page.getByRole('region', { name: say('sharing-back'), exact: true })
    await data.locator('summary').click()
    await data.getByLabel(say('sharing-make-receiver')).fill('Stad Antwerpen')
    await data.getByLabel(say('sharing-make-purpose')).fill('Zien wat ontmoeting betekent')
    await data.getByLabel(say('sharing-make-end')).fill('2027-06-30')
    await data.getByLabel(say('coach-propose-name')).fill('Samira')
    await data.getByRole('button', { name: say('sharing-new') }).click()
    await data.getByText(say('sharing-done-proposed')).waitFor()
    expect(await data.locator('li', { hasText: 'Stad Antwerpen' }).count()).toBe(1)
    await fits(page)
    expect(wrong).toEqual([])
  })

  test('worksheets: written, kept to oneself, and with a partner apart and then at once', LONG, async () => {
    const story = await house()
    const jo = await invited(story, 'worker', 'Jo')
    await press(jo.page, say('own-sheets-open'))
    await chat(jo.page)
      .getByText(like(say('sheet-who-sees')))
      .first()
      .waitFor()
    await tap(jo.page, say('sheet-on-page'))
    const own = await chat(jo.page)
      .getByRole('link', { name: say('sheet-page-open') })
      .getAttribute('href')

    const sheet = await visit(story, new URL(own!).pathname)
    const secret = sheet.page.locator('#need')
    expect(await secret.locator('textarea').isVisible()).toBe(false)
    const goal = sheet.page.locator('#goal')
    await goal.locator('textarea').fill('Jongeren kiezen mee.')
    await goal.getByRole('button', { name: say('sheet-page-save') }).click()
    await goal.getByRole('status').waitFor()
    await secret.locator('summary').click()
    await secret.locator('textarea').fill('Rust in het team')
    await secret.getByRole('button', { name: say('sheet-page-save') }).click()
    await secret.getByRole('status').waitFor()
    await sheet.page.locator('#groups input[type=checkbox]').first().focus()
    await sheet.page.keyboard.press('Space')
    await sheet.page
      .locator('#groups')
      .getByRole('button', { name: say('sheet-page-save') })
      .press('Enter')
    await sheet.page.locator('#groups [role=status]').waitFor()
    expect(await sheet.page.locator('#groups input:checked').count()).toBe(1)
    await fits(sheet.page)

    await tap(jo.page, say('sheet-home'))
    await tap(jo.page, say('sheet-together'))
    await tap(jo.page, say('joint-begin'))
    await writes(jo.page, 'Samen Noord')
    await tap(jo.page, say('joint-invite'))
    const invitation = /\/samen\/[a-z0-9]{9}/
    await chat(jo.page).getByText(invitation).first().waitFor()
    const [path] = invitation.exec((await chat(jo.page).textContent()) ?? '')!

    const bo = await visit(story, path, { viewport: { ...NARROW, width: 360 } })
    await fits(bo.page)
    await press(bo.page, say('joint-page-take'))
    await bo.page.waitForURL(/\/werkblad\//)
    await writes(bo.page, 'De Brug')
    await chat(bo.page).getByText(like('(dat ben jij)')).first().waitFor()
    await fits(bo.page)

    await writesApart(bo.page, 'Wij kennen elke straat')
    await tap(jo.page, say('joint-back'))
    await chat(jo.page).getByText(like('De Brug')).first().waitFor()
    await tap(jo.page, 'Naar stap 1')
    await chat(jo.page).getByText(like('De Brug: klaar')).waitFor()
    // Apart: that it is written shows, and what not, until everybody is ready.
    expect(await jo.page.content()).not.toContain('elke straat')
    await tap(jo.page, say('joint-write'))
    await writes(jo.page, 'Wij werken met de school')
    await chat(jo.page).getByText(like('Wij kennen elke straat')).waitFor()
    await fits(jo.page)
    await bo.page.reload()
    await tap(bo.page, say('joint-look'))
    await chat(bo.page).getByText(like('Wij werken met de school')).waitFor()
    await fits(bo.page)
    expect(await bo.page.content()).not.toContain('Rust in het team')
    expect(await jo.page.content()).not.toContain('Rust in het team')
    expect([...jo.wrong, ...sheet.wrong, ...bo.wrong]).toEqual([])
  })

  test(
    'an impact story of the year: begun, read on its page, agreed on by two, taken along as a document',
    LONG,
    async () => {
      const story = await house({ start: '2027-05-05T16:00:00Z' })
      const lead = await invited(story, 'lead', 'Leyla')
      const worker = await invited(story, 'worker', 'Wout')
      const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
      granted(await story.app.desk.exampleAnswers('coach-page', 'xy', roundId))
      granted(await story.app.desk.closeRound('coach-page', 'xy', roundId))
      await press(lead.page, say('own-sheets-story'))
      await tap(lead.page, say('story-begin'))
      await tap(lead.page, 'Nederlands')
      await chat(lead.page)
        .getByText(like(say('story-part-goal')))
        .first()
        .waitFor()
      for (const [number, text] of [
        [1, 'In 2030 zeggen jongeren wat ze denken.'],
        [2, 'Elke maand is er een gesprek.'],
        [3, 'Wij vragen ook wie nooit iets zegt.'],
        [4, 'Dan kiezen we één ding dat anders kan.'],
      ] as const) {
        await tap(lead.page, say('story-part-button', { number }))
        await tap(lead.page, say('story-write'))
        await writes(lead.page, text)
        await chat(lead.page).getByText(like(text)).first().waitFor()
        if (number < 4) await tap(lead.page, say('story-back'))
      }
      await fits(lead.page)
      await tap(lead.page, say('story-sign-add'))
      await writes(lead.page, 'of jongeren zeggen dat ze gehoord worden')
      await chat(lead.page)
        .getByRole('button', { name: like('hoe?') })
        .click()
      await tap(lead.page, say('story-how-survey'))
      await chat(lead.page)
        .getByRole('button', { name: like('wie?') })
        .click()
      await writes(lead.page, 'Leyla')
      await chat(lead.page).getByText(like('Leyla')).first().waitFor()
      await chat(lead.page)
        .getByRole('button', { name: like('welke dag?') })
        .click()
      await writes(lead.page, '3/11/2027')
      await chat(lead.page).getByText(like('3 november 2027')).first().waitFor()
      await tap(lead.page, say('story-back'))

      await tap(lead.page, say('story-agree'))
      await chat(lead.page).getByText(like('Je bent akkoord')).waitFor()
      await press(worker.page, say('own-sheets-story'))
      await chat(worker.page).getByRole('button', { name: '2026' }).click()
      await tap(worker.page, say('story-agree'))
      await chat(worker.page)
        .getByText(like(say('story-all-agreed')))
        .waitFor()
      await tap(worker.page, say('story-files'))
      const link = chat(worker.page).getByRole('link', { name: say('story-page') })
      const { page, wrong } = await visit(story, new URL((await link.getAttribute('href'))!).pathname)
      expect(bare(await page.locator('article').textContent())).toContain('Elke maand is er een gesprek.')
      await fits(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: say('story-docx') }).press('Enter'),
      ])
      expect(download.suggestedFilename()).toBe('pols-impactverhaal-2027-05-05.docx')
      expect(wrong).toEqual([])
      expect([...lead.wrong, ...worker.wrong]).toEqual([])
    },
  )

  test('in Arabic a worksheet and the page for files are mirrored and fit', LONG, async () => {
    const story = await house()
    const jo = await invited(story, 'worker', 'Jo')
    await press(jo.page, say('own-sheets-open'))
    await chat(jo.page)
      .getByText(like(say('sheet-who-sees')))
      .first()
      .waitFor()
    const [, secret] = /\/team\/([\w-]{43})/.exec(jo.page.url())!
    await jo.page.getByRole('button', { name: say('formats-bring') }).click()
    await jo.page.waitForURL(/\/bestand\//)
    for (const path of [`/werkblad/${secret}`, new URL(jo.page.url()).pathname]) {
      const { page, wrong } = await visit(story, path, { locale: 'ar', viewport: NARROW })
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      await fits(page)
      expect(wrong).toEqual([])
    }
  })
})
