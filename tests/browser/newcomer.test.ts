/** What a newcomer does in the first minute, on the real app with nothing set: two pages, one tap after another. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld } from '../support/app.ts'
import { describeInBrowser, expectAccessible, launch, PHONE, picture, somebody } from '../support/browser.ts'

describeInBrowser('a newcomer', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(async () => browser?.close())

  test('joins, holds a session, answers, lets examples answer and reads the digest, all without a reload', async () => {
    const world = await makeWorld({ telegram: false, discord: false })
    const app = await world.start()
    const site = { url: `http://localhost:${app.port()}` } as Parameters<typeof somebody>[1]
    const xy = app.addresses().find(({ organisation }) => organisation === 'XY')!
    const young = await somebody(browser, site, { viewport: { ...PHONE, height: 900 } })
    const coach = await somebody(browser, site, { viewport: { width: 900, height: 900 } })

    await young.page.goto(xy.person)
    // Three taps, and each step can be read by everybody.
    for (const answer of ['Nederlands', '16 of 17', 'Ja, ik doe mee']) {
      await young.page.getByRole('button', { name: answer, exact: true }).waitFor()
      await expectAccessible(young.page)
      await young.page.getByRole('button', { name: answer, exact: true }).click()
    }
    await young.page.waitForURL('**/hier')
    await coach.page.goto(xy.coach)
    await coach.page.getByRole('button', { name: 'Hou nu een sessie' }).click()
    await question(young.page, 'Was je erbij?')
    await young.page.getByRole('button', { name: /^ja/ }).click()

    await question(young.page, 'Had je iets aan het gesprek')
    await expectAccessible(young.page)
    // The pointer still stands where it tapped.
    await young.page.mouse.move(0, 0)
    const card = await young.page.screenshot()
    await young.page.getByRole('button', { name: 'een beetje' }).click()
    await question(young.page, 'Kon je zeggen wat je dacht?')

    // A restart in the middle: the same question stands there again.
    await app.stop()
    world.settings.port = app.port()
    const again = await world.start()
    await young.page.goto(`${site.url}/hier`)
    await question(young.page, 'Kon je zeggen wat je dacht?')
    await young.page.getByRole('button', { name: 'ja', exact: true }).click()
    await question(young.page, 'Wat neem je mee?')
    await young.page.getByRole('button', { name: 'iets nieuws geleerd' }).click()
    await young.page.getByRole('button', { name: 'Klaar' }).click()
    await question(young.page, 'Wil je er nog iets over zeggen?')
    await young.page.getByRole('textbox').fill('Het was <b>goed</b> & rustig')
    await young.page.getByRole('button', { name: /Stuur|Bewaar|Klaar|Verstuur/ }).click()
    await young.page.getByText('Klaar. Bedankt.').waitFor()

    await coach.page.goto(xy.coach)
    await coach.page.getByRole('button', { name: 'Laat twaalf voorbeeldjongeren antwoorden' }).click()
    await coach.page.getByText(/12/).first().waitFor()
    await coach.page.getByRole('button', { name: 'Sluit nu en maak het overzicht' }).click()
    await coach.page.getByText(/Antwoorden: .?13/).waitFor()
    expect(await coach.page.getByText('voorbeeldgegevens').count()).toBeGreaterThan(0)
    expect(await coach.page.content()).not.toContain('rustig')
    await expectAccessible(coach.page)
    const digest = coach.page.locator('article', { hasText: 'Antwoorden:' }).first()
    await sideBySide(browser, card, await digest.screenshot())
    await young.page.getByText('De vragen zijn nu gesloten').waitFor()
    // While the app was down, the pages could not reach it; nothing else may go wrong.
    expect([...young.wrong, ...coach.wrong].filter((line) => !/ERR_|sse:error/.test(line))).toEqual([])
    expect(again.addresses()).toEqual(app.addresses())
  }, 120_000)
})

const question = (page: Page, words: string) => page.getByRole('heading', { name: words }).first().waitFor()

/** The picture of the README: what a young person sees, and what the coach reads. */
async function sideBySide(browser: Browser, card: Buffer, digest: Buffer): Promise<void> {
  if (process.env.UPDATE_PICTURES !== '1') return
  const page = await browser.newPage({ viewport: { width: 1180, height: 760 } })
  const image = (bytes: Buffer, width: number) =>
    `<img alt="" width="${width}" src="data:image/png;base64,${bytes.toString('base64')}">`
  await page.setContent(
    `<body style="margin:0;padding:24px;display:flex;gap:24px;align-items:flex-start;background:#d9dcd6">${image(card, 330)}${image(digest, 760)}</body>`,
  )
  await picture(page, 'card-and-digest')
  await page.close()
}
