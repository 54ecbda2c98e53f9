/** The library of methods in a browser: without a script, with the keyboard, on a narrow and a wide screen. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  describeInBrowser,
  expectAccessible,
  expectRoomy,
  launch,
  NARROW,
  openSite,
  somebody,
  WIDE,
} from '../support/browser.ts'

const LONG = { timeout: 60_000 }

describeInBrowser('the library in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(async () => browser?.close())

  test.each(['nl', 'ar'])('%s: a list and a card that everybody can read and tap', LONG, async (language) => {
    const site = await openSite()
    try {
      for (const viewport of [NARROW, WIDE]) {
        const { page, wrong } = await somebody(browser, site, { viewport })
        await page.goto(`${site.url}/methodes?taal=${language}`)
        await expectAccessible(page)
        await expectRoomy(page)
        await page.locator('h3 a[href^="/methodes/stem"]').click()
        await page.waitForURL(/\/methodes\/stem/)
        await expectAccessible(page)
        await expectRoomy(page)
        if (process.env.LOOK)
          await page.screenshot({ path: `/tmp/method-${language}-${viewport.width}.png`, fullPage: true })
        expect(wrong).toEqual([])
      }
    } finally {
      await site.close()
    }
  })

  test('searched with the keyboard alone, also where scripts are off', LONG, async () => {
    const site = await openSite()
    try {
      for (const javaScriptEnabled of [true, false]) {
        const { page, wrong } = await somebody(browser, site, { javaScriptEnabled })
        await page.goto(`${site.url}/methodes`)
        for (let i = 0; i < 5; i += 1) await page.keyboard.press('Tab')
        // Behind the four languages: what it is about.
        expect(await page.locator(':focus').getAttribute('id')).toBe('over')
        await page.keyboard.type('meepr')
        for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab')
        expect(await page.locator(':focus').getAttribute('id')).toBe('zoek')
        await page.keyboard.type('Lundy')
        await page.keyboard.press('Enter')
        await page.waitForURL(/zoek=Lundy/)
        expect(new URL(page.url()).searchParams.get('over')).toBe('voice')
        expect(await page.locator('h3 a').allTextContents()).toEqual(['Voel je je gehoord?'])
        await page.locator('h3 a').focus()
        await page.keyboard.press('Enter')
        await page.waitForURL(/\/methodes\/stem/)
        expect(await page.locator('h1').textContent()).toBe('Voel je je gehoord?')
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator('a[href^="/methodes/stem.md"]').press('Enter'),
        ])
        expect(download.suggestedFilename()).toBe('stem.md')
        expect(wrong).toEqual([])
      }
    } finally {
      await site.close()
    }
  })
})
