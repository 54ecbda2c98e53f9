/**
 * Everything that a browser can send, to a whole Pols on the embedded database: pages, forms and buttons of every letter,
 * as a young person, as somebody with a role, and as nobody.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { PoolClient } from 'pg'
import { createApp, type RunningApp } from '../../../src/app.ts'
import { createLog } from '../../../src/log.ts'
import { makeStaffLink } from '../../../src/people/staff-links.ts'
import { readSettings } from '../../../src/settings.ts'
import { formsOf } from '../../support/html.ts'
import { visitor } from '../../support/visitor.ts'
import { jsonLike, ODD_WORDS, textLike } from '../mutate.ts'
import { demand, type Parser } from '../play.ts'
import { buttons } from '../samples.ts'

type Sent = { as: string; method: string; path: string; fields: Record<string, string> }

/** The pages and forms that were found, with one field or word of them changed. */
export async function webForms(): Promise<Parser<unknown>> {
  const house = await openHouse()
  return { cases: jsonLike(house.samples), take: house.send, close: house.close }
}

/** Data of buttons, and words for a field that a button names: those of every letter, nearly right. */
export async function buttonTaps(): Promise<Parser<unknown>> {
  const house = await openHouse()
  const own = house.samples.map(({ fields }) => fields.data).filter((data) => data !== undefined)
  const data = textLike([...new Set([...buttons, ...own])].filter((one) => !ERASES.test(one)))
  const text = fc.oneof(textLike(['heel goed', 'Wij kookten samen.']), fc.constantFrom(...ODD_WORDS))
  const tap = fc.record({ data, eenmalig: fc.constant('tik') })
  const write = fc.record({ data, eenmalig: fc.constant('tik'), text })
  const as = fc.constantFrom(...house.doors)
  const cases = fc.oneof(
    fc.record({ door: as, fields: tap }).map(({ door, fields }) => ({ ...door, path: `${door.path}/tik`, fields })),
    fc
      .record({ door: as, fields: write })
      .map(({ door, fields }) => ({ ...door, path: `${door.path}/schrijf`, fields })),
  )
  return { cases, take: house.send, close: house.close }
}

async function openHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'pols-fuzz-'))
  const logs: string[] = []
  let now = Temporal.Instant.from('2026-11-27T17:30:00Z')
  const app = await createApp(
    readSettings({ DATA_DIR: folder, CONFIG_DIR: 'config', PORT: '0', LOG_LEVEL: 'silent' }),
    {
      clock: { now: () => now },
      log: createLog('warn', { write: (line) => void logs.push(line) }),
      ticking: false,
    },
  )
  await app.start()
  const base = `http://127.0.0.1:${app.port()}`
  const http = {
    async fetch(request: Request): Promise<Response> {
      const { pathname, search } = new URL(request.url)
      const body = request.method === 'GET' ? undefined : await request.arrayBuffer()
      const init = { method: request.method, headers: request.headers, redirect: 'manual' as const }
      return fetch(`${base}${pathname}${search}`, body ? { ...init, body } : init)
    },
  }
  const young = await joined(app, visitor(http))
  const staff = await withRole(app, visitor(http))
  const nobody = visitor(http)
  const visitors: Record<string, ReturnType<typeof visitor>> = { young, staff: staff.visitor, nobody }
  const samples = await found(app, visitors, staff.path)
  const writes = countWrites(app)
  let sent = 0
  await app.settled()

  return {
    samples,
    doors: [
      { as: 'young', method: 'POST', path: '/hier' },
      { as: 'staff', method: 'POST', path: staff.path },
    ],
    async send(given: unknown) {
      const { as, method, path, fields } = shaped(given)
      if (!path.startsWith('/') || path.startsWith('//') || /wis-alles|stream/.test(path)) return 'refused' as const
      now = now.add({ seconds: 20 })
      sent += 1
      const whole = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          name === 'eenmalig' && value === 'tik' ? `tik-${sent}` : value,
        ]),
      )
      if (Object.values(whole).some((value) => ERASES.test(value))) return 'refused' as const
      await app.settled()
      writes()
      const response = await (Object.hasOwn(visitors, as) ? visitors[as]! : nobody).fetch(
        encodeURI(path.toWellFormed()),
        method === 'POST' ? { method, body: new URLSearchParams(whole) } : {},
      )
      const page = await response.text()
      demand(response.status < 500, `status ${response.status} ${logs.splice(0).join('\n')}`)
      demand(!/\n\s+at .*\.ts:\d+/.test(page), 'a stack on a page')
      const faults = logs.splice(0).filter((line) => /"level":(50|60)/.test(line))
      demand(faults.length === 0, faults.join('\n'))
      if (response.status < 400) return 'accepted' as const
      // The page that says so shows the link to join, which is made when it is not there yet; a lease is kept alive beside all this.
      const kept = writes().filter((statement) => !/^insert into ("join_link"|lease)/.test(statement))
      demand(kept.length === 0, `refused with ${response.status}, and yet: ${kept.join(' | ')}`)
      return 'refused' as const
    },
    async close() {
      await app.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Somebody who said yes on the page, with a question in front of them. */
async function joined(app: RunningApp, somebody: ReturnType<typeof visitor>) {
  const links = await app.desk.joinLinks('xyz')
  demand(links.ok, 'a link to join')
  const { pathname } = new URL(links.value.find(({ channel }) => channel === 'web')!.url)
  let page = await somebody.page(pathname)
  for (const words of ['Nederlands', '16 of 17', 'Ja, ik doe mee']) {
    if (!page.includes(words)) continue
    const response = await somebody.press(page, words)
    page = response.status === 303 ? await somebody.page('/hier') : await response.text()
  }
  await app.desk.holdSession('coach-page', 'xyz', 'activiteit')
  await app.settled()
  demand((await somebody.page('/hier')).includes('name="data"'), 'a question on the page')
  return somebody
}

/** Somebody with a role, and the address of their page. */
async function withRole(app: RunningApp, somebody: ReturnType<typeof visitor>) {
  const invited = await app.desk.invite('command line', 'xyz', { role: 'lead', name: 'Samira' })
  demand(invited.ok, 'an invitation')
  const page = await somebody.page(invited.value.path)
  const [form] = formsOf(page)
  const response = await somebody.post(form!.path, form!.hidden)
  return { visitor: somebody, path: response.headers.get('location')! }
}

/** Each form of each page, as it would be sent, and pages by their addresses. */
async function found(
  app: RunningApp,
  visitors: Record<string, ReturnType<typeof visitor>>,
  team: string,
): Promise<Sent[]> {
  const { rows } = await app.ground.store.pool.query('select id from staff limit 1')
  const upload = async (subject?: string) =>
    (
      await makeStaffLink(app.ground, {
        purpose: 'upload',
        organisationId: 'xyz',
        staffId: rows[0].id,
        ...(subject ? { subject } : {}),
      })
    ).token
  const coach = new URL(app.addresses().find(({ coach }) => coach.includes('/xyz/'))!.coach).pathname
  const intake = `/inlezen/${await upload('intake')}`
  const pages: [string, string][] = [
    ['young', '/hier'],
    ['young', '/mijn'],
    ['staff', team],
    ['nobody', coach],
    ['nobody', intake],
    ['nobody', '/methodes'],
  ]
  const session =
    '{"kind":"sessions","series":"activiteit","found":[{"startsAt":"2026-12-09T17:00:00Z","endsAt":"2026-12-09T19:00:00Z"}]}'
  const counts =
    '{"kind":"counts","series":"activiteit","options":["goed","slecht"],"rows":[{"date":"2026-03-04","moment":"end","people":[5,3]}]}'
  const sent: Sent[] = [
    ...pages.map(([as, path]) => ({ as, method: 'GET', path, fields: {} })),
    ...[
      '/methodes/stem.md',
      '/methodes?tijd=5&woorden=x',
      '/beeld/blij+boos.png',
      '/doe-mee/x?taal=fr',
      '/schrijf/x',
      '/verhaal/x/y',
    ].map((path) => ({ as: 'nobody', method: 'GET', path, fields: {} })),
    ...[
      '/agenda/xyz/x.ics',
      '/api/agreement',
      `${coach}/qr/web.svg`,
      `${team}/verslag/x.pdf`,
      '/werkblad/x',
      '/tablet/x',
    ].map((path) => ({
      ...{ as: 'staff', method: 'GET', path, fields: {} },
    })),
    { as: 'nobody', method: 'POST', path: `${intake}/bewaar`, fields: { inhoud: session } },
    { as: 'nobody', method: 'POST', path: `${intake}/bewaar`, fields: { inhoud: counts } },
  ]
  for (const [as, path] of pages) {
    for (const form of (await visitors[as]!.page(path)).match(/<form[\s\S]*?<\/form>/g) ?? []) {
      const [{ path: to, hidden, buttons: pressed }] = formsOf(form) as [ReturnType<typeof formsOf>[0]]
      const named = [...form.matchAll(/<(?:input|select|textarea)[^>]*\sname="([^"]+)"[^>]*/g)].map(([tag, name]) => [
        name!,
        /\svalue="([^"]*)"/.exec(tag)?.[1] ??
          (tag.startsWith('<select') ? (/<option value="([^"]*)"/.exec(form)?.[1] ?? '') : '1'),
      ])
      const fields = { ...Object.fromEntries(named), ...hidden, ...('eenmalig' in hidden ? { eenmalig: 'tik' } : {}) }
      for (const { name, value } of pressed.length > 0 ? pressed : [{ name: '', value: '' }]) {
        sent.push({ as, method: 'POST', path: to || path, fields: name ? { ...fields, [name]: value } : fields })
      }
    }
  }
  const harmless = sent.filter(
    ({ path, fields }) => !/wis/.test(path) && !Object.values(fields).some((one) => ERASES.test(one)),
  )
  demand(harmless.length > 30, 'forms on the pages')
  return harmless
}

/** Erases the person that all other cases need. */
const ERASES = /^d\.e\.y|^erase$|^stop$/

function shaped(given: unknown): Sent {
  const { as, method, path, fields } = (typeof given === 'object' && given !== null ? given : {}) as Record<
    string,
    unknown
  >
  const pairs = typeof fields === 'object' && fields !== null ? Object.entries(fields) : []
  return {
    as: String(as),
    method: method === 'GET' ? 'GET' : 'POST',
    path: typeof path === 'string' ? path : '',
    fields: Object.fromEntries(
      pairs.map(([name, value]) => [name, typeof value === 'string' ? value : (JSON.stringify(value) ?? '')]),
    ),
  }
}

/** @returns gives the statements that changed something since it was asked last, without their values */
function countWrites(app: RunningApp): () => string[] {
  const heard = new WeakSet<PoolClient>()
  let kept: string[] = []
  app.ground.store.pool.on('acquire', (client) => {
    if (heard.has(client)) return
    heard.add(client)
    const query = client.query as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      const [first] = given as [string | { text?: string }]
      const text = typeof first === 'string' ? first : (first?.text ?? '')
      if (/^\s*(insert|update|delete|with\b[\s\S]*\b(insert into|update|delete from)\b)/i.test(text))
        kept.push(text.slice(0, 120))
      return query.apply(client, given)
    }) as never
  })
  return () => {
    const before = kept
    kept = []
    return before
  }
}
