import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
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
  WIDE,
} from '../support/browser.ts'
import { CONSOLE_TOKEN } from '../support/web-house.ts'
import { sampleDigest } from '../support/web-samples.ts'

describeInBrowser('a coach in a browser', () => {
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

  const open = (page: Page) => page.goto(`${site.url}/coach/xyz/${CONSOLE_TOKEN}`)
  const live = (page: Page) => page.waitForResponse((response) => response.url().endsWith('/stream'))
  const session = (page: Page, id: string) => page.locator(`#sessie-${id}`)
  const tell = () =>
    site.house.web.send(
      { channel: 'web', id: 'coach:xyz' },
      { kind: 'digest', language: 'nl', lines: [], choices: [] },
      { nonce: 'n' },
    )

  /** What the desk does when a round closes, as far as the page can see. */
  async function closeRound() {
    site.house.overview.rounds = []
    site.house.overview.digests = [
      { ...site.house.overview.digests[0]!, id: 'd2', content: { ...sampleDigest(13), theme: 'nieuw' } },
      ...site.house.overview.digests,
    ]
    await tell()
  }

  test('a digest appears without a reload and is announced; what is being typed stays', async () => {
    const { page, wrong } = await somebody(browser, site, { viewport: WIDE })
    await Promise.all([live(page), open(page)])
    await session(page, 's3').getByText('Aanpassen').click()
    const theme = session(page, 's3').getByLabel('Thema')
    await theme.fill('half ')
    await closeRound()
    await page.getByRole('heading', { name: /thema: .nieuw/ }).waitFor()
    await expect.poll(() => page.getByRole('status').textContent()).toContain('Er is iets nieuws')
    await page.keyboard.type('af')
    expect(await theme.inputValue()).toBe('half af')
    expect(await page.getByText('Er staan nu geen vragen open.').isVisible()).toBe(true)
    expect(wrong).toEqual([])
  })

  test('a wish is answered beside its button, where the focus goes', async () => {
    const { page, wrong } = await somebody(browser, site, { viewport: WIDE })
    await open(page)
    await page.getByRole('button', { name: 'Hou nu een sessie' }).click()
    const said = page.getByText('De sessie is gehouden.')
    await said.waitFor()
    await expect.poll(() => said.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(site.house.wishes).toEqual([['holdSession', 'coach-page', 'xyz', 'activiteit']])
    expect(wrong).toEqual([])
  })

  test('a wish that cannot be granted keeps what was typed, and the next try works', async () => {
    const { page } = await somebody(browser, site, { viewport: WIDE })
    await open(page)
    await session(page, 's1').getByText('Aanpassen').click()
    const count = session(page, 's1').getByLabel('Aantal aanwezigen')
    const save = session(page, 's1').getByRole('button', { name: 'Bewaar het aantal' })
    site.house.refuse({ ok: false, fault: 'desk-bad-headcount' })
    await count.fill('999')
    await save.click()
    await session(page, 's1').getByText('Geef een heel getal van 1 tot 1000.').waitFor()
    expect(await count.inputValue()).toBe('999')
    await count.fill('15')
    await save.click()
    await session(page, 's1').getByText('Het aantal aanwezigen is bewaard.').waitFor()
    expect(await count.isVisible()).toBe(true)
    expect(site.house.wishes.map((wish) => wish.at(-1))).toEqual([999, 15])
  })

  test('a session that was added leaves an empty form behind', async () => {
    const { page } = await somebody(browser, site, { viewport: WIDE })
    await open(page)
    await page.locator('#erbij > summary').click()
    const form = page.locator('#erbij')
    await form.getByLabel('Begint op').fill('2026-12-09T14:00')
    await form.getByLabel('Thema').fill('stem')
    await form.getByRole('button').click()
    await page.getByText('De sessie staat erbij.').waitFor()
    expect(await form.getByLabel('Thema').inputValue()).toBe('')
    expect(site.house.wishes).toMatchObject([
      ['addSession', 'coach-page', 'xyz', { startsAt: '2026-12-09T14:00', theme: 'stem' }],
    ])
  })

  test('a code to link stays when news comes in', async () => {
    const { page } = await somebody(browser, site, { viewport: WIDE })
    await Promise.all([live(page), open(page)])
    await page.getByRole('button', { name: 'Koppel een coachkanaal' }).click()
    await page.getByText('/koppel k7defghjk').waitFor()
    await closeRound()
    await page.getByRole('heading', { name: /thema: .nieuw/ }).waitFor()
    expect(await page.getByText('/koppel k7defghjk').isVisible()).toBe(true)
  })

  test('twice on the button is one session', async () => {
    const { page } = await somebody(browser, site, { viewport: WIDE, javaScriptEnabled: false })
    await open(page)
    await page.getByRole('button', { name: 'Hou nu een sessie' }).dblclick()
    await page.getByText('De sessie is gehouden.').waitFor()
    expect(site.house.wishes).toHaveLength(1)
  })

  test('without JavaScript a fault and its form are opened and in focus', async () => {
    const { page } = await somebody(browser, site, { viewport: WIDE, javaScriptEnabled: false })
    await open(page)
    await session(page, 's3').getByText('Aanpassen').click()
    site.house.refuse({ ok: false, fault: 'desk-bad-theme' })
    await session(page, 's3').getByLabel('Thema').fill('een te lang thema')
    await session(page, 's3').getByRole('button', { name: 'Bewaar het thema' }).click()
    const said = session(page, 's3').getByText('Geef een thema van 1 tot 60 tekens')
    await said.waitFor()
    expect(await page.locator('#gezegd:focus').count()).toBe(1)
    expect(await session(page, 's3').getByLabel('Thema').inputValue()).toBe('een te lang thema')
  })

  test.each([
    ['light', NARROW],
    ['dark', NARROW],
    ['light', WIDE],
    ['dark', WIDE],
  ] as const)('everything opened is accessible and fits: %s, %j', async (colorScheme, viewport) => {
    const { page, wrong } = await somebody(browser, site, { viewport, colorScheme })
    await Promise.all([live(page), open(page)])
    await expectAccessible(page)
    await expectRoomy(page)
    if (colorScheme === 'light') await picture(page, viewport === WIDE ? 'coach' : 'coach-phone')
    site.house.overview.faults = ['xyz.yaml, regel 12, kolom 3: “emoji” zonder woorden. Zet er een woord bij.']
    site.house.refuse({ ok: false, fault: 'desk-bad-time' })
    await session(page, 's3').getByText('Aanpassen').click()
    await session(page, 's3').getByRole('button', { name: 'Verplaats' }).click()
    await page.getByText('Dit is geen geldig tijdstip.').waitFor()
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await expectAccessible(page)
    await expectRoomy(page)
    expect(wrong.filter((text) => !text.includes('422'))).toEqual([])
  })

  test('in Arabic the page is mirrored and still fits', async () => {
    site.house.overview.language = 'ar'
    const { page } = await somebody(browser, site, { viewport: NARROW })
    await open(page)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await expectAccessible(page)
    await expectRoomy(page)
  })
})
