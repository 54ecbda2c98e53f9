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
import { CONSOLE_TOKEN } from '../support/web-house.ts'

describeInBrowser('the timeline in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(async () => browser?.close())

  test.each(['narrow', 'wide'] as const)(
    '%s: the picture with its words, and each month to open',
    { timeout: 60_000 },
    async (screen) => {
      const site = await openSite()
      try {
        const { page, wrong } = await somebody(browser, site, { viewport: screen === 'narrow' ? NARROW : WIDE })
        await page.goto(`${site.url}/coach/xyz/${CONSOLE_TOKEN}`)
        const part = page.getByRole('region', { name: 'Tijdlijn', exact: true })
        const picture = part.getByRole('img')
        await picture.scrollIntoViewIfNeeded()
        await page.waitForFunction(() => document.querySelector<HTMLImageElement>('img[src$="tijdlijn.png"]')?.complete)
        expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1080)
        expect(await picture.getAttribute('alt')).toContain('september 2026')
        for (const month of ['december 2026', 'januari 2027']) await part.getByText(month, { exact: true }).click()
        await part
          .getByText(/^Veranderen/)
          .locator('visible=true')
          .first()
          .click()
        expect(await part.getByRole('button', { name: 'Gedaan' }).count()).toBe(1)
        await expectAccessible(page)
        await expectRoomy(page)
        if (process.env.LOOK) await part.screenshot({ path: `/tmp/part-${screen}.png` })
        expect(wrong).toEqual([])
      } finally {
        await site.close()
      }
    },
  )
})
