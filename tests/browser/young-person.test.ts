import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { wordsFor } from '../../src/words/words.ts'
import {
  describeInBrowser,
  expectAccessible,
  expectRoomy,
  launch,
  NARROW,
  openSite,
  picture,
  type Site,
  somebody,
} from '../support/browser.ts'
import { JOIN_TOKEN, WRITE_TOKEN } from '../support/web-house.ts'
import { everyKind, notice, setNamed } from '../support/web-samples.ts'

describeInBrowser('a young person in a browser', () => {
  let browser: Browser
  let site: Site
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(async () => browser?.close())
  beforeEach(async () => {
    site = await openSite()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    await site.close()
  })

  const join = (page: Page, language = 'nl') => page.goto(`${site.url}/doe-mee/${JOIN_TOKEN}?taal=${language}`)
  const tap = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' }).click()
  const heading = (page: Page, name: string) => page.getByRole('heading', { name })
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim())

  /** On the page with the questions, live. */
  async function member(page: Page, language = 'nl', yes = 'Ja, ik doe mee') {
    await join(page, language)
    await tap(page, yes)
    await page.waitForURL('**/hier')
    await page.waitForLoadState('load')
  }

  test('with the keyboard alone: joins, sees the card come, answers, and is always where the question is', async () => {
    const { page, wrong } = await somebody(browser, site)
    const press = async (name: string, key: string) => {
      for (let i = 0; i < 20 && (await focused(page)) !== name; i += 1) await page.keyboard.press('Tab')
      expect(await focused(page)).toBe(name)
      await page.keyboard.press(key)
    }
    await join(page)
    await press('Ja, ik doe mee', 'Enter')
    await page.waitForURL('**/hier')
    await page.getByText('Fijn, je doet mee').waitFor()
    await site.house.ask()
    await heading(page, 'Hoe voel je je nu?').waitFor()
    await press('😃 heel goed', 'Enter')
    await heading(page, 'Waardoor komt dat vooral?').waitFor()
    await expect.poll(() => focused(page)).toBe('Waardoor komt dat vooral?')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('de activiteit')
    await page.keyboard.press('Space')
    await page.getByText('Klaar. Bedankt.').waitFor()
    await expect.poll(() => focused(page)).toContain('Klaar. Bedankt.')
    expect(wrong).toEqual([])
  })

  test('without JavaScript, to the end and back', async () => {
    const { page, wrong } = await somebody(browser, site, { javaScriptEnabled: false })
    await join(page)
    await tap(page, 'Meer uitleg')
    await page.getByText('Wat bewaren we?').waitFor()
    await tap(page, 'Ja, ik doe mee')
    await page.waitForURL(`${site.url}/hier`)
    await site.house.ask()
    await page.reload()
    await tap(page, 'goed')
    await tap(page, 'de mensen hier')
    await page.getByText('Klaar. Bedankt.').waitFor()
    await tap(page, 'Verander mijn antwoorden')
    const ticked = page.getByRole('button', { pressed: true })
    await ticked.waitFor()
    expect(await ticked.textContent()).toContain('goed')
    expect(wrong).toEqual([])
  })

  test('news that comes by itself is told to a screen reader, and moves nothing', async () => {
    const { page } = await somebody(browser, site)
    await member(page)
    await page.getByRole('button', { name: 'Hulp' }).focus()
    await site.house.ask()
    await heading(page, 'Hoe voel je je nu?').waitFor()
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Er staat iets nieuws op deze pagina.')
    expect(await focused(page)).toBe('Hulp')
  })

  test('half a double tap does not answer the next question', async () => {
    const { page } = await somebody(browser, site)
    await member(page)
    await site.house.ask()
    const box = (await page.getByRole('button', { name: 'goed', exact: true }).boundingBox())!
    const [x, y] = [box.x + 40, box.y + box.height / 2]
    await page.mouse.click(x, y)
    await heading(page, 'Waardoor komt dat vooral?').waitFor()
    await page.mouse.down({ clickCount: 2 })
    await page.mouse.up({ clickCount: 2 })
    await tap(page, /^iets van buiten/)
    await page.getByText('Klaar. Bedankt.').waitFor()
    const taps = site.house.taken.flatMap((event) => (event.type === 'tapped' ? [event.data.split('.')[3]] : []))
    expect(taps.slice(1)).toEqual(['good', 'outside'])
  })

  test('several answers: each tap shows its tick and keeps the focus where it was', async () => {
    const { page } = await somebody(browser, site)
    await member(page)
    await site.house.ask(setNamed('uitgangsvraag'))
    while ((await page.getByText('Tik daarna op').count()) === 0) await skip(page)
    const option = page.getByRole('group').getByRole('button').first()
    const name = (await option.textContent())!.trim()
    await option.click()
    const ticked = page.getByRole('button', { pressed: true })
    await ticked.waitFor()
    expect(await ticked.textContent()).toContain('✔')
    await expect.poll(() => focused(page)).toContain(name)
    await expectAccessible(page)
  })

  test('half-typed words and the focus stay when something new comes in', async () => {
    const { page } = await somebody(browser, site)
    await member(page)
    await site.house.ask(setNamed('uitgangsvraag'))
    while ((await page.getByRole('textbox').count()) === 0) await skip(page)
    await expect.poll(() => focused(page)).toContain('Wil je er nog iets over zeggen?')
    await page.getByRole('textbox').fill('Ik vond het ')
    const id = (await page.context().cookies()).find((cookie) => cookie.name === 'pols')!.value
    await site.house.show({ channel: 'web', id }, notice('Iets tussendoor.'))
    await page.getByText('Iets tussendoor.').first().waitFor()
    await page.keyboard.type('fijn.')
    await tap(page, 'Bewaar mijn antwoord')
    await expect.poll(() => site.house.taken.at(-1)).toMatchObject({ type: 'typed', text: 'Ik vond het fijn.' })
  })

  const NO_LINE = 'Geen lijn. Je antwoord vertrekt zodra er weer verbinding is.'
  const codes = () =>
    site.house.taken.flatMap((event) =>
      event.type === 'tapped' && event.data.startsWith('r.') ? [event.data.split('.')[3]] : [],
    )

  test('a tap while the line is down is kept, said so, and leaves once when the line is back', async () => {
    const { page, context } = await somebody(browser, site)
    await member(page)
    await site.house.ask()
    await heading(page, 'Hoe voel je je nu?').waitFor()
    await context.setOffline(true)
    await tap(page, 'heel goed')
    await page.getByText(NO_LINE).waitFor()
    expect(await page.getByRole('button', { name: 'heel goed' }).getAttribute('data-waits')).toBe('')
    // Another choice takes the place of the first.
    await tap(page, 'gewoon')
    expect(await page.locator('[data-waits]').allTextContents()).toEqual([expect.stringContaining('gewoon')])
    expect(codes()).toEqual([])
    await context.setOffline(false)
    await heading(page, 'Waardoor komt dat vooral?').waitFor()
    expect(codes()).toEqual(['okay'])
    await expect.poll(() => page.getByRole('status').textContent()).toBe('')
    await expect.poll(() => focused(page)).toBe('Waardoor komt dat vooral?')
    expect(await page.locator('[data-waits]').count()).toBe(0)
  })

  test('a stop while the line is down is not taken back by a later tap', async () => {
    const { page, context } = await somebody(browser, site)
    await member(page)
    await site.house.ask()
    await heading(page, 'Hoe voel je je nu?').waitFor()
    await context.setOffline(true)
    await tap(page, 'Stop met vragen')
    await page.getByText(NO_LINE).waitFor()
    await tap(page, 'heel goed')
    await context.setOffline(false)
    await page.getByText('Oké, je krijgt geen vragen meer.').waitFor()
    expect(codes()).toEqual(['_stop'])
  })

  test('several choices while the line is down all leave, in their order', async () => {
    const { page, context } = await somebody(browser, site)
    await member(page)
    await site.house.ask(setNamed('uitgangsvraag'))
    while ((await page.getByText('Tik daarna op').count()) === 0) await skip(page)
    const before = codes().length
    await context.setOffline(true)
    const options = page.locator('button[data-role="option"]')
    await options.nth(0).click()
    await page.getByText(NO_LINE).waitFor()
    await options.nth(1).click()
    await options.nth(1).click()
    await tap(page, 'Klaar')
    await context.setOffline(false)
    await expect.poll(() => codes().length).toBe(before + 3)
    expect(codes().at(-1)).toBe('_done')
    await page.getByRole('textbox').waitFor()
  })

  test('words typed while the line is down stay in their field and leave when it is back', async () => {
    const { page, context } = await somebody(browser, site)
    await member(page)
    await site.house.ask(setNamed('uitgangsvraag'))
    while ((await page.getByRole('textbox').count()) === 0) await skip(page)
    await context.setOffline(true)
    await page.getByRole('textbox').fill('Ik vond het fijn')
    await tap(page, 'Bewaar mijn antwoord')
    await page.getByText(NO_LINE).waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe('Ik vond het fijn')
    await page.getByRole('textbox').fill('Ik vond het heel fijn')
    await tap(page, 'Bewaar mijn antwoord')
    await context.setOffline(false)
    await page.getByText('Klaar. Bedankt.').waitFor()
    expect(site.house.taken.filter((event) => event.type === 'typed')).toMatchObject([
      { text: 'Ik vond het heel fijn' },
    ])
  })

  test('too long a text is told beside its field, which keeps it and the focus', async () => {
    const { page, wrong } = await somebody(browser, site)
    await member(page)
    await site.house.ask(setNamed('uitgangsvraag'))
    while ((await page.getByRole('textbox').count()) === 0) await skip(page)
    const field = page.getByRole('textbox')
    await field.fill('😀'.repeat(10_000))
    await tap(page, 'Bewaar mijn antwoord')
    await page.getByRole('alert').waitFor()
    expect((await field.inputValue()).length).toBe(20_000)
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
    await expectAccessible(page)
    await field.fill('😀'.repeat(500))
    await tap(page, 'Bewaar mijn antwoord')
    await page.getByText('Klaar. Bedankt.').waitFor()
    expect(wrong.filter((text) => !text.includes('422'))).toEqual([])
  })

  test('a house that cannot take anything in says so, and the card stays', async () => {
    const { page } = await somebody(browser, site)
    await member(page)
    await site.house.ask()
    await heading(page, 'Hoe voel je je nu?').waitFor()
    await site.house.web.deafen()
    await tap(page, 'heel goed')
    await page.getByText('Er is niets bewaard. Probeer het opnieuw.').waitFor()
    expect(await heading(page, 'Hoe voel je je nu?').isVisible()).toBe(true)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  })

  test('a page that comes back after the house was away shows what it missed', async () => {
    const { page } = await somebody(browser, site)
    await member(page)
    await page.getByText('Fijn, je doet mee').waitFor()
    const port = Number(new URL(site.url).port)
    await site.close()
    await site.house.ask()
    const { createHttp } = await import('../../src/http/server.ts')
    const again = await createHttp(site.house.deps).listen(port)
    await heading(page, 'Hoe voel je je nu?').waitFor()
    site.close = again.close
  })

  test('Arabic is mirrored: the emoji stands to the right of its words', async () => {
    const { page, wrong } = await somebody(browser, site, { viewport: NARROW })
    await join(page, 'ar')
    await expectAccessible(page)
    await expectRoomy(page)
    await page.getByRole('group').getByRole('button').first().click()
    await page.waitForURL('**/hier')
    await site.house.ask()
    const button = page.getByRole('button', { name: 'جيد جدًا', exact: true })
    const [emoji, label] = await Promise.all([
      button.locator('[data-emoji]').boundingBox(),
      button.locator('[dir=auto]').boundingBox(),
    ])
    expect(emoji!.x).toBeGreaterThan(label!.x)
    await expectAccessible(page)
    await expectRoomy(page)
    await picture(page, 'card-arabic')
    expect(wrong).toEqual([])
  })

  test.each([
    ['light', NARROW],
    ['dark', { width: 640, height: 480 }],
  ] as const)('every state is accessible and fits: %s', async (colorScheme, viewport) => {
    const { page, wrong } = await somebody(browser, site, { viewport, colorScheme })
    const look = async () => {
      await expectAccessible(page)
      await expectRoomy(page)
    }
    await page.goto(site.url)
    await look()
    await page.goto(`${site.url}/hier`)
    await look()
    await join(page)
    await look()
    await member(page)
    await look()
    await site.house.ask()
    await heading(page, 'Hoe voel je je nu?').waitFor()
    await look()
    await picture(page, `card-${colorScheme}`)
    await tap(page, 'niet goed')
    await heading(page, 'Waardoor komt dat vooral?').waitFor()
    await tap(page, 'Vorige')
    await page.getByRole('button', { pressed: true }).waitFor()
    await look()
    await site.house.ask(setNamed('uitgangsvraag'))
    while ((await page.getByRole('textbox').count()) === 0) await skip(page)
    await look()
    await site.house.end()
    await page.getByText('De vragen zijn nu gesloten.').waitFor()
    await look()
    expect(wrong).toEqual([])
  })

  test.each(['nl', 'ar'] as const)(
    'a card of every kind of question is accessible and fits on the narrowest screen, also in double size: %s',
    async (language) => {
      const { page, wrong } = await somebody(browser, site, { viewport: NARROW })
      const words = wordsFor(language)
      await member(page, language, words('join-yes'))
      await site.house.ask(everyKind())
      for (const { key } of everyKind().questions) {
        await expect.poll(() => page.locator('main article:has(form) h2').first().textContent()).toContain(key)
        await expectAccessible(page)
        await expectRoomy(page)
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%'))
        await expectRoomy(page)
        await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
        await tap(page, words(key === 'lezen' ? 'button-next' : 'button-skip'))
      }
      await page.getByText(words('end-thanks')).waitFor()
      expect(wrong).toEqual([])
    },
  )

  test('each pictogram stands in its button, and the page still fits', async () => {
    const { page, wrong } = await somebody(browser, site, { viewport: NARROW })
    await member(page)
    await site.house.ask(setNamed('wat-betekent-het'))
    await heading(page, 'Hoe voel je je meestal bij').waitFor()
    const pictures = page.locator('button[data-role="option"] img')
    await expect
      .poll(() => pictures.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)))
      .toEqual([160, 160, 160])
    expect(await page.getByRole('button', { name: 'goed', exact: true }).count()).toBe(1)
    await expectAccessible(page)
    await expectRoomy(page)
    await picture(page, 'card-pictograms')
    while ((await page.getByText('Tik daarna op').count()) === 0) await skip(page)
    await expect.poll(() => pictures.count()).toBe(6)
    await expectRoomy(page)
    await picture(page, 'card-pictograms-several')
    expect(wrong).toEqual([])
  })

  test('the page to write one answer on is accessible and fits, before and after', async () => {
    const { page, wrong } = await somebody(browser, site, { viewport: NARROW })
    await page.goto(`${site.url}/schrijf/${WRITE_TOKEN}`)
    await expectAccessible(page)
    await expectRoomy(page)
    await page.getByRole('textbox').fill('Het was goed')
    await tap(page, 'Bewaar mijn antwoord')
    await page.getByRole('heading', { name: 'Bewaard.' }).waitFor()
    await expect.poll(() => focused(page)).toBe('Bewaard.')
    await expectAccessible(page)
    expect(site.house.written).toMatchObject([{ text: 'Het was goed' }])
    expect(wrong).toEqual([])
  })

  test('text of double size still fits on the narrowest screen', async () => {
    const { page } = await somebody(browser, site, { viewport: NARROW })
    await member(page)
    await site.house.ask()
    await heading(page, 'Hoe voel je je nu?').waitFor()
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '225%'
    })
    await expectRoomy(page)
  })

  test('all that is loaded before the first question weighs less than 60 kilobytes', async () => {
    const { page } = await somebody(browser, site)
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) =>
      sizes.push(
        request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
      ),
    )
    await join(page)
    await page.waitForLoadState('networkidle')
    const joining = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    await member(page)
    await site.house.ask()
    await heading(page, 'Hoe voel je je nu?').waitFor()
    const all = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(joining).toBeGreaterThan(10_000)
    expect(all).toBeLessThan(60_000)
  })

  /** One question further; waits until the card has changed. */
  async function skip(page: Page) {
    const before = await page.locator('main article:has(form) small').first().textContent()
    await tap(page, 'Overslaan')
    await expect.poll(() => page.locator('main article:has(form) small').first().textContent()).not.toBe(before)
  }
})
