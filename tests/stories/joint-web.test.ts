/** A joint worksheet on pages only: nobody has a chat, and everything is in the conversation on one's own page. */
import { expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import { plain } from '../support/app.ts'
import { articlesOf, formsOf, wordsOf } from '../support/html.ts'
import { type Story, startStory } from '../support/story.ts'
import { sayOf } from '../support/story-young.ts'
import { onTeamPage } from '../support/team-page.ts'

const LONG = { timeout: 120_000 }
const say = (key: string, values: Record<string, string | number> = {}) => sayOf('nl', key, values)

type Browser = Awaited<ReturnType<typeof opens>>

/** A browser without scripts that follows where it is sent, and acts in the conversation only. */
async function opens(story: Story, path: string, language = 'nl') {
  let here = path
  let html = ''
  let status = 0
  async function call(to: string, form?: Record<string, string>): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${story.app.port()}${to}`, {
      redirect: 'manual',
      headers: { 'accept-language': language },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    status = response.status
    html = await response.text()
    const next = response.headers.get('location')
    if (next === null) return
    here = next
    await story.rest()
    await call(next)
  }
  const chat = () =>
    articlesOf(html)
      .filter((one) => one.includes('data-kind="notice"'))
      .map((one) => plain(wordsOf(one)).replace(/\s+/g, ' '))
      .join('\n')
  const form = (end: string, words: string) => {
    const found = formsOf(html).find(
      ({ path, buttons }) => path.endsWith(end) && buttons.some((one) => plain(one.words).includes(words)),
    )
    if (!found) throw new Error(`no button '${words}' among: ${chat()}`)
    return { ...found, button: found.buttons.find((one) => plain(one.words).includes(words))! }
  }
  await call(path)
  return {
    path: () => here,
    status: () => status,
    html: () => html,
    text: () => plain(wordsOf(html)),
    async open() {
      await story.rest()
      await call(here)
      return chat()
    },
    async press(words: string, end = '/tik') {
      const { path: to, hidden, button } = form(end, words)
      await call(to, { ...hidden, ...(button.name ? { [button.name]: button.value } : {}) })
      return chat()
    },
    async write(text: string) {
      const found = formsOf(html).find(({ path: to, textarea }) => textarea && to.endsWith('/schrijf'))
      if (!found) throw new Error(`nothing asks for words: ${chat()}`)
      await call(found.path, { ...found.hidden, text })
      return chat()
    },
  }
}

async function comesIn(story: Story, code: string, partner: string): Promise<Browser> {
  const page = await opens(story, `/samen/${code}`)
  expect(page.text()).toContain(say('joint-page-how'))
  await page.press(say('joint-page-take'), `/samen/${code}`)
  expect(page.path()).toMatch(/^\/werkblad\/[\w-]{43}$/)
  await page.open()
  expect(await page.write(partner)).toContain(`${partner} (dat ben jij)`)
  return page
}

test('three partners on pages: apart, at once, several in a step, a link that works once', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false })
  const { code: invitation } = await invite(story.app.ground, 'xy', { role: 'worker', name: 'Jo' }, 'command line')
  const jo = await onTeamPage(story, `/uitnodiging/${invitation}`)
  await jo.press('Ik doe dit')
  // A field that stood open somewhere, of somebody who writes in no worksheet: kept nowhere.
  await jo.forge('schrijf', { data: `w.j.w.${'a'.repeat(22)}.goal`, text: 'Iets over de straat' })
  expect(jo.text()).toContain(say('sheet-not-yours'))
  await jo.forge('tik', { data: 'w.o' })
  await jo.forge('tik', { data: 'w.j' })
  await jo.press(say('joint-begin'))
  await jo.write('Samen Noord')
  await jo.press(say('joint-invite'))
  const codeOf = () => /\/samen\/([a-z0-9]{9})/.exec(jo.text())![1]!
  const code = codeOf()
  // A preview of the link uses nothing up.
  await opens(story, `/samen/${code}`)
  const bo = await comesIn(story, code, 'De Brug')
  const again = await opens(story, `/samen/${code}`)
  expect(again.status()).toBe(404)
  expect(again.text()).toContain(say('joint-page-wrong'))
  const wrong = await opens(story, '/samen/abcdefghj')
  expect(wrong.status()).toBe(404)

  await jo.press(say('joint-code-more'))
  const ziko = await comesIn(story, codeOf(), 'De Werf')
  await bo.press('Naar stap 1')
  await bo.press(say('joint-write'))
  expect(await bo.write('Wij kennen elke straat')).toContain('De anderen zien alleen dat je klaar bent.')
  await ziko.press('Naar stap 1')
  expect(await ziko.open()).toContain('✔ De Brug: klaar')
  expect(ziko.html()).not.toContain('elke straat')
  await ziko.press(say('joint-skip-apart'))
  expect(ziko.html()).not.toContain('elke straat')
  await jo.press(say('joint-back'))
  await jo.press('Naar stap 1')
  await jo.press(say('joint-write'))
  await jo.write('Wij werken met de school')
  expect(jo.text()).toContain('De Brug: Wij kennen elke straat')
  expect(jo.text()).toContain('De Werf: schrijft hier niets')
  expect(await bo.open()).toContain(say('joint-news-revealed'))
  expect(await bo.press(say('joint-look'))).toContain('XY: Wij werken met de school')

  await ziko.press(say('joint-back'))
  await ziko.press(say('joint-steps'))
  await ziko.press('Stap 10')
  await ziko.press(say('joint-write'))
  expect(await ziko.write('De bib')).toContain('Wat voegt “De bib” toe?')
  expect(await ziko.write('ruimte om te leren')).toContain('• De bib: ruimte om te leren (De Werf)')
  // What is too long stays in its field.
  await ziko.press(say('joint-write'))
  await ziko.write('x'.repeat(20_000))
  expect(ziko.status()).toBe(422)
  expect(ziko.text()).toContain('x'.repeat(300))
  const tables = await story.tables()
  expect(tables.joint_partner!.map((row) => row.partner).sort()).toEqual(['De Brug', 'De Werf', 'XY'])
  expect(JSON.stringify(tables)).not.toMatch(/elke straat|ruimte om te leren/)
})
