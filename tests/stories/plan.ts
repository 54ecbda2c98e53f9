/** What stories are about: an organisation of their own, written in a folder of its own, and people who join it. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { RunningApp } from '../../src/app.ts'
import { makeWorld, plain, type World } from '../support/app.ts'
import { type FakePerson, labels } from '../support/fake-telegram.ts'
import type { FakeMessage } from '../support/fake-telegram-chats.ts'
import { quickFolder } from '../support/memory.ts'
import { freshDatabase, serverExpected } from '../support/postgres.ts'

/** Parts of the organisation that a story cares about; the rest is an ordinary week. */
export type Plan = {
  example?: boolean
  cron?: string
  duration?: string
  themes?: Record<string, string>
  quiet?: { from: string; until: string }
  set?: string
  moment?: string
  window?: string
  reminder?: string
  of?: 'subscribers' | 'present'
  /** assume: nobody is first asked whether they were there, unless a story is about that. */
  presence?: 'ask' | 'assume'
  /** YAML; none, unless a story is about them. */
  schoolHours?: string
  /** Further lines of the organisation, as they stand in the file. */
  more?: string
  /** Further surveys, as they stand in the file. */
  surveys?: string
}

export type PlanFolder = {
  folder: string
  /** Writes the organisation anew, as somebody who edits the file does. */
  write(plan: Plan): void
  /** Writes any text in its place. */
  writeText(text: string): void
  /** Edits a card of the instrumentarium. */
  editMethod(id: string, edit: (text: string) => string): void
}

/** The one organisation of a story. */
export const HOUSE = 'huis'
export const SERIES = 'avond'
export const SURVEY = 'peiling'

/** A configuration folder with everything of the house but its organisations, and one of its own; removed when the test ends. */
export function planFolder(plan: Plan = {}): PlanFolder {
  const folder = quickFolder('pols-plan-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync('config', folder, { recursive: true, filter: (path) => !path.includes('organisations') })
  mkdirSync(join(folder, 'organisations'))
  const writeText = (text: string) => writeFileSync(join(folder, 'organisations', `${HOUSE}.yaml`), text)
  const write = (next: Plan) => writeText(yamlOf(next))
  write(plan)
  const editMethod = (id: string, edit: (text: string) => string) => {
    const path = join(folder, 'instrumentarium', `${id}.yaml`)
    writeFileSync(path, edit(readFileSync(path, 'utf8')))
  }
  return { folder, write, writeText, editMethod }
}

/** No hour is quiet: for stories that run on the clock of the machine. */
export const NEVER_QUIET = { from: '00:00', until: '00:00' }

function yamlOf(plan: Plan): string {
  const quiet = plan.quiet ?? { from: '21:00', until: '09:00' }
  const themes = Object.entries(plan.themes ?? {}).map(([date, theme]) => `      '${date}': ${theme}`)
  return [
    `id: ${HOUSE}`,
    'name: Het Huis',
    `example: ${plan.example ?? true}`,
    'language: nl',
    'languages: [nl, en, fr, ar]',
    'timezone: Europe/Brussels',
    'smallestGroup: 5',
    'moderator: Els',
    `quiet: { from: '${quiet.from}', until: '${quiet.until}' }`,
    `schoolHours: ${plan.schoolHours ?? 'none'}`,
    ...(plan.more ? [plan.more] : []),
    'series:',
    `  ${SERIES}:`,
    '    title: { nl: Avond, en: Evening, fr: Soirée, ar: مساء }',
    `    cron: ${plan.cron ?? '0 18 * * 3'}`,
    `    duration: ${plan.duration ?? 'PT2H'}`,
    ...(themes.length > 0 ? ['    themes:', ...themes] : []),
    'surveys:',
    `  ${SURVEY}:`,
    '    aspect: { nl: Hoe was het?, en: How was it?, fr: "C\'était comment ?", ar: كيف كان؟ }',
    `    set: ${plan.set ?? 'gevoelsbuttons-einde'}`,
    `    series: ${SERIES}`,
    `    moment: ${plan.moment ?? 'end'}`,
    `    window: ${plan.window ?? 'PT72H'}`,
    ...(plan.reminder ? [`    reminder: ${plan.reminder}`] : []),
    `    of: ${plan.of ?? 'subscribers'}`,
    `    presence: ${plan.presence ?? 'assume'}`,
    ...(plan.set === 'uitgangsvraag' ? ['    limit: { questions: 4, reason: De vierde vraag is open. }'] : []),
    ...(plan.surveys ? [plan.surveys] : []),
    '',
  ].join('\n')
}

/** The overview of the one organisation. */
export async function look(app: RunningApp) {
  const overview = await app.desk.overview(HOUSE)
  if (!overview) throw new Error('the organisation of this story is not there')
  return overview
}

/** A house with this plan, at work; on a server where there is one. */
export async function openHouse(plan: Plan, start: string): Promise<{ world: World; app: RunningApp }> {
  const database = serverExpected() ? await freshDatabase() : null
  if (database) onTestFinished(() => database.drop())
  const options = { discord: false, configFolder: planFolder(plan).folder, start }
  const world = await makeWorld(database ? { ...options, url: database.url } : options)
  return { world, app: await world.start() }
}

/** Goes to a local time, and does what is due then. */
export const at = async (world: World, app: RunningApp, local: string) => {
  world.clock.set(wall(local))
  await turn(app)
}

/** Lets the clock look, and waits for all that follows from it. */
export async function turn(app: RunningApp): Promise<void> {
  await app.sweep()
  await app.settled()
}

/** Somebody joins on Telegram: a language when none is known, an age, and a yes. `url`: another link than the one on the wall. */
export async function joinOnTelegram(
  world: World,
  app: RunningApp,
  id: number,
  options: { url?: string; organisation?: string } = {},
): Promise<FakePerson> {
  const url = options.url ?? (await telegramLink(app, options.organisation ?? HOUSE))
  const person = world.telegram.person(id, { language: 'nl' })
  const asks = (words: string) => person.next((message) => plain(message.text).includes(words))
  const asked = person.next(({ text }) => plain(text).includes('welke taal') || plain(text).includes('Hoe oud ben je'))
  person.start(url.split('start=')[1])
  if (plain((await asked).text).includes('welke taal')) {
    const age = asks('Hoe oud ben je')
    person.tap('Nederlands')
    await age
  }
  const consent = asks('Doe je mee?')
  person.tap('16 of 17')
  await consent
  const joined = asks('je doet mee')
  person.tap('Ja, ik doe mee')
  await joined
  await app.settled()
  // What is not confirmed yet would come again to the next process, and be answered again.
  await world.telegram.settled()
  await app.settled()
  return person
}

/** The link on the wall, as a QR code on a poster has it. */
async function telegramLink(app: RunningApp, organisation: string): Promise<string> {
  const links = await app.desk.joinLinks(organisation)
  if (!links.ok) throw new Error(links.fault)
  return links.value.find((link) => link.channel === 'telegram')!.url
}

/** Messages that show a question now. */
export const cardsOf = (person: FakePerson) => person.messages.filter((message) => isCard(message))

/** Messages that show a question whose buttons answer it. */
export const liveCardsOf = (person: FakePerson) => cardsOf(person).filter((message) => message.buttons.length > 0)

/** Waits until a card shows question `number`. */
export const question = (person: FakePerson, number: number) =>
  person.next((message) => plain(message.text).includes(`Vraag ${number} van`) && labels(message).length > 0)

/** Taps a button and waits until what it leads to stands there. */
export async function tapFor(person: FakePerson, button: string | number, words: string): Promise<FakeMessage> {
  const led = person.next((message) => plain(message.text).includes(words))
  person.tap(button)
  return led
}

/** Messages of the bot that say this now. */
export const saying = (person: FakePerson, words: string) =>
  person.messages.filter((message) => plain(message.text).includes(words))

/** The address of one session's own link on Telegram. */
export async function sessionUrl(app: RunningApp, sessionId: string, organisation = HOUSE): Promise<string> {
  const links = await app.desk.sessionLinks(organisation, sessionId)
  if (!links.ok) throw new Error(links.fault)
  return links.value.find((link) => link.channel === 'telegram')!.url
}

/** An instant by the clock on the wall in Brussels. */
export const wall = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Brussels]`).toInstant().toString()

const isCard = (message: { text: string }) => /Vraag \d van \d/.test(plain(message.text))

/** Somebody's browser, joined with a tap on yes; `page` reads what stands there, `tap` presses a button by its words. */
export async function joinOnWeb(app: RunningApp) {
  let root = `http://127.0.0.1:${app.port()}`
  const links = await app.desk.joinLinks(HOUSE)
  if (!links.ok) throw new Error(links.fault)
  let cookie = ''
  async function open(path: string, form?: Record<string, string>): Promise<string> {
    const body = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
    const headers = { cookie, 'accept-language': 'nl', ...(form ? { origin: root } : {}) }
    const response = await fetch(root + path, { ...body, headers, redirect: 'manual' })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    const next = response.headers.get('location')
    return next ? open(next) : response.text()
  }
  async function press(html: string, words: string): Promise<string> {
    const forms = html.split('<form').slice(1)
    const form = forms.find((one) => plain(one.split('</form>')[0]!).includes(words))
    const button = form?.split('<button').find((one) => plain(one).includes(words))
    const data = /value="([^"]+)"/.exec(button ?? '')?.[1]
    const once = /name="eenmalig" value="([^"]+)"/.exec(form ?? '')?.[1]
    const action = /action="([^"]+)"/.exec(form ?? '')?.[1]
    if (!data || !action) throw new Error(`no button '${words}' on the page:\n${html}`)
    return open(action, { data, ...(once ? { eenmalig: once } : {}) })
  }
  const first = await open(new URL(links.value.find((link) => link.channel === 'web')!.url).pathname)
  const language = first.includes('welke taal') ? await press(first, 'Nederlands') : first
  await press(await press(language, '16 of 17'), 'Ja, ik doe mee')
  return {
    page: () => open('/hier'),
    tap: async (words: string) => press(await open('/hier'), words),
    /** A button of the foot of the page. */
    command: async (command: string) => {
      const once = /name="eenmalig" value="([^"]+)"/.exec((await open('/hier')).split('action="/hier/vraag"')[1] ?? '')
      return open('/hier/vraag', { command, eenmalig: once![1]! })
    },
    /** The same browser, at the address of another process. */
    moveTo: (address: string) => {
      root = new URL(address).origin
    },
  }
}

/** A Telegram group of coaches that was linked with a code. */
export async function coachGroup(world: World, app: RunningApp, id = -100500) {
  const code = await app.desk.linkCode('coach', HOUSE, 'coach')
  if (!code.ok) throw new Error(code.fault)
  const group = world.telegram.group(id)
  const linked = group.next()
  group.post(`/koppel ${code.value.code}`)
  await linked
  await app.settled()
  const before = group.messages.length
  return { group, digests: () => group.messages.slice(before) }
}
