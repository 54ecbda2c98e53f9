/** A real browser for the pages, and our pages on loopback for it to look at. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { createHttp } from '../../src/http/server.ts'
import { type House, makeHouse } from './web-house.ts'

const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = PLACES.find((place) => place !== undefined && existsSync(place))

/** Without a browser these tests are reported as skipped; where CI is set, a missing browser is a failure. */
export const describeInBrowser = describe.skipIf(executablePath === undefined && !process.env.CI)

export function launch(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('no browser found: install Chromium, or set CHROMIUM_PATH')
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet] })
}

export type Site = { house: House; url: string; close(): Promise<void> }

export async function openSite(): Promise<Site> {
  let url = ''
  const house = makeHouse({ publicUrl: () => url })
  const server = await createHttp(house.deps).listen(0)
  url = `http://localhost:${server.port}`
  return { house, url, close: server.close }
}

/** A page of somebody; `wrong` gathers what no page may do: errors, refused styles or scripts, calls elsewhere. */
export async function somebody(browser: Browser, site: Site, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ locale: 'nl-BE', viewport: PHONE, ...options })
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) wrong.push(`elsewhere: ${request.url()}`)
  })
  return { context, page, wrong }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Findings = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }

/** Looks at the page as it is with axe: WCAG 2.2 AA and its good practices. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe)
  const findings = (await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )) as Findings
  expect(
    findings.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`)),
  ).toEqual([])
}

/** Nothing to scroll sideways for, and everything that can be tapped at least 44 pixels high. */
export async function expectRoomy(page: Page): Promise<void> {
  const sizes = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    low: [...document.querySelectorAll('button, nav a, summary, select, input:not([type=hidden]), textarea')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.9)
      .map((element) => element.outerHTML),
  }))
  expect(sizes).toEqual({ wide: 0, low: [] })
}

/** Writes a picture for the documentation, when asked to by UPDATE_PICTURES=1. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_PICTURES !== '1') return
  const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true })
}

export const PHONE = { width: 390, height: 780 }
/** The narrowest screen that must do: 1280 pixels at 400 % zoom. */
export const NARROW = { width: 320, height: 640 }
export const WIDE = { width: 1280, height: 900 }
