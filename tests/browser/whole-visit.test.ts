/** Everything a young person sees, on the real app, on the narrowest screen: by everybody, in nl and ar, on a bad line. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Language } from '../../src/survey/question-set.ts'
import { wordsFor } from '../../src/words/words.ts'
import { makeWorld, plain } from '../support/app.ts'
import {
  describeInBrowser,
  expectAccessible,
  expectRoomy,
  launch,
  NARROW,
  picture,
  somebody,
} from '../support/browser.ts'
import { granted, ownConfig } from '../support/story.ts'

const LONG = 150_000
/** A Friday on which XYZ's activity just began. */
const FRIDAY = '2026-11-27T15:05:00Z'

describeInBrowser('a whole visit', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
  afterAll(async () => browser?.close())

  async function open() {
    const world = await makeWorld({ telegram: false, discord: false, start: FRIDAY, configFolder: ownConfig(() => {}) })
    const app = await world.start()
    const site = { url: `http://localhost:${app.port()}` } as Parameters<typeof somebody>[1]
    const path = (organisation: string) => app.addresses().find((one) => one.organisation === organisation)!.person
    return { world, app, site, path }
  }
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const look = async (page: Page) => {
    await expectAccessible(page)
    await expectRoomy(page)
  }

  test.each(['nl', 'ar'] as const)(
    'every page is accessible and fits on the narrowest screen, also in double size: %s',
    async (language: Language) => {
      const { site, path } = await open()
      const { page, wrong } = await somebody(browser, site, { viewport: NARROW, locale: language })
      const words = wordsFor(language)
      const say = (key: string) => plain(words(key))
      const tap = (key: string) => button(page, say(key)).click()
      const shot = (name: string) => picture(page, `${name}-${language}`)

      page.setDefaultTimeout(15_000)
      await page.goto(path('XYZ'))
      await look(page)
      await shot('join-language')
      await tap('web-language-name')
      await button(page, say('join-age-c')).waitFor()
      await look(page)
      await tap('join-age-c')
      await button(page, say('join-yes')).waitFor()
      const [yes, no] = await Promise.all([
        button(page, say('join-yes')).boundingBox(),
        button(page, say('join-no')).boundingBox(),
      ])
      expect([yes!.width, yes!.height]).toEqual([no!.width, no!.height])
      await tap('join-more')
      await page.getByText(say('join-more-year')).waitFor()
      await look(page)
      await shot('join-consent')
      await tap('join-yes')
      await page.waitForURL('**/hier')

      await page.locator('button[data-role="option"]').last().waitFor()
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
      await look(page)
      // Not good: from now on help is one tap away.
      await page.locator('button[data-role="option"]').last().click()
      await page.getByText(say('end-thanks')).waitFor()
      await look(page)
      await tap('button-help')
      await page.locator('article').nth(1).waitFor()
      await look(page)
      await shot('help')
      await page.locator('summary').click()
      await look(page)
      for (const command of ['privacy', 'language', 'settings', 'my-data', 'erase', 'propose'] as const) {
        const before = await page.locator('main').textContent()
        await tap(`web-${command}`)
        await expect.poll(() => page.locator('main').textContent()).not.toBe(before)
        await look(page)
      }
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '225%'
      })
      await expectRoomy(page)
      expect(wrong).toEqual([])
    },
    LONG,
  )

  test(
    'with the keyboard alone, from the link to the last word',
    async () => {
      const { site, path } = await open()
      const { page, wrong } = await somebody(browser, site, { viewport: NARROW })
      const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
      const press = async (name: string) => {
        for (let i = 0; i < 25 && (await focused()) !== name; i += 1) await page.keyboard.press('Tab')
        expect(await focused()).toBe(name)
        // Nothing lies over what has the focus, and it is seen to have it.
        const seen = await page.evaluate(() => {
          const element = document.activeElement!
          const { left, top, width, height } = element.getBoundingClientRect()
          const there = document.elementFromPoint(left + width / 2, top + height / 2)
          const { outlineWidth } = getComputedStyle(element)
          return { uncovered: there !== null && element.contains(there), outline: Number.parseFloat(outlineWidth) }
        })
        expect(seen).toEqual({ uncovered: true, outline: 3 })
        await page.keyboard.press('Enter')
      }
      await page.goto(path('XYZ'))
      for (const name of ['Nederlands', '16 of 17', 'Ja, ik doe mee']) await press(name)
      await page.waitForURL('**/hier')
      await page.getByRole('heading', { name: 'Hoe' }).waitFor()
      await press('😃 heel goed')
      await page.getByText('Klaar. Bedankt.').waitFor()
      expect(wrong).toEqual([])
    },
    LONG,
  )

  test(
    'on a line that breaks: what was tapped leaves once, when the line is back',
    async () => {
      const { app, site, path, world } = await open()
      const { page, context } = await somebody(browser, site)
      await page.goto(path('XYZ'))
      for (const name of ['Nederlands', '16 of 17']) await button(page, name).click()
      await button(page, 'Ja, ik doe mee').waitFor()
      await context.setOffline(true)
      await button(page, 'Ja, ik doe mee').click()
      await page.getByText('Geen lijn.').waitFor()
      await context.setOffline(false)
      await page.waitForURL('**/hier')
      await page.getByRole('heading', { name: 'Hoe' }).waitFor()
      await context.setOffline(true)
      await button(page, 'heel goed').click()
      await page.getByText('Je antwoord vertrekt zodra er weer verbinding is.').waitFor()
      await context.setOffline(false)
      await page.getByText('Klaar. Bedankt.').waitFor()
      await app.settled()
      await app.stop()
      const { readTables } = await import('../support/story.ts')
      const { answer, participant } = await readTables(world)
      expect(answer!.map(({ question, codes, status }) => [question, status, codes])).toEqual([
        [expect.any(String), 'answered', ['very_good']],
      ])
      expect(participant).toHaveLength(1)
    },
    LONG,
  )

  test(
    'all that is loaded before the first question weighs less than 60 kilobytes',
    async () => {
      const { site, path } = await open()
      const { page } = await somebody(browser, site)
      const sizes: Promise<number>[] = []
      page.on('requestfinished', (request) =>
        sizes.push(
          request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
        ),
      )
      await page.goto(path('XYZ'))
      for (const name of ['Nederlands', '16 of 17', 'Ja, ik doe mee']) await button(page, name).click()
      await page.waitForURL('**/hier')
      await page.getByRole('heading', { name: 'Hoe' }).waitFor()
      const all = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
      expect(all).toBeGreaterThan(20_000)
      expect(all).toBeLessThan(60_000)
    },
    LONG,
  )

  test(
    'a device that goes round is accessible in each step, and going back shows nobody',
    async () => {
      const { app, site } = await open()
      const { sessions } = (await app.desk.overview('xyz'))!
      const session = sessions.find(({ startsAt }) => startsAt.toString() === '2026-11-27T15:00:00Z')!
      const links = granted(await app.desk.sessionLinks('xyz', session.id))
      const start = links.find((link) => link.channel === 'web')!.url.replace('/doe-mee/', '/tablet/')
      const { page, context, wrong } = await somebody(browser, site, { viewport: NARROW })
      await page.goto(start)
      await look(page)
      await button(page, 'Begin').click()
      await page.getByLabel('Jouw woord').waitFor()
      await look(page)
      await picture(page, 'tablet-word-nl')
      await page.getByLabel('Jouw woord').fill('x')
      await button(page, 'Verder met dit woord').click()
      await page.getByRole('alert').waitFor()
      await look(page)
      await page.getByLabel('Jouw woord').fill('kompas')
      await button(page, 'Verder met dit woord').click()
      for (const name of ['16 of 17', 'Ja, ik doe mee']) {
        await button(page, name).waitFor()
        await look(page)
        await button(page, name).click()
      }
      await button(page, 'niet goed').waitFor()
      await look(page)
      await context.setOffline(true)
      await button(page, 'niet goed').click()
      await page.getByText('Geen lijn.').waitFor()
      await context.setOffline(false)
      await page.getByRole('heading', { name: 'Klaar. Bedankt.' }).waitFor()
      await look(page)
      await picture(page, 'tablet-thanks-nl')
      await button(page, 'Volgende persoon').click()
      await page.waitForURL(start)
      await page.goBack().catch(() => {})
      await button(page, 'Begin').waitFor()
      expect(await page.content()).not.toContain('niet goed')
      await page.reload()
      await button(page, 'Begin').waitFor()
      await page.goto(`${start}?taal=ar`)
      await look(page)
      await picture(page, 'tablet-start-ar')
      expect(await context.cookies()).toEqual([])
      expect(wrong.filter((line) => !/422|ERR_INTERNET/.test(line))).toEqual([])
    },
    LONG,
  )
})
