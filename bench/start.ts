/**
 * How long a newcomer waits: from the command `npm start` to the first question on a young person's page, driven
 * over HTTP as a browser would, and how much memory that takes.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '../tests/support/postgres-server.ts'
import { median, rounded, table } from './figures.ts'
import { freePort } from './free-port.ts'
import { loadBefore } from './load.ts'
import { memoryOf, processorSeconds } from './process-figures.ts'

/** Times in seconds; memory in MB. */
type Start = {
  /** Command to printed addresses. */
  ready: number
  /** Command to the first card on the page; the person joins and the coach holds a session as soon as they can. */
  firstCard: number
  /** The coach's press to the card. */
  pressToCard: number
  /** Processor time of the service until the card: says more than the clock on a busy machine. */
  processor: number | null
  memory: number
  peak: number | null
}

const KINDS = ['fresh folder', 'existing folder', 'server'] as const
type Kind = (typeof KINDS)[number]

/** Runs the measurement; prints a table and, last, one JSON line. */
export async function benchStart({ runs }: { runs: number }): Promise<void> {
  const load = loadBefore()
  const server = await startPostgres()
  const root = mkdtempSync(join(tmpdir(), 'pols-bench-start-'))
  const starts: Record<Kind, Start[]> = { 'fresh folder': [], 'existing folder': [], server: [] }
  const onServer = { DATABASE_URL: server.url, POLS_SECRET_KEY: 'only-for-measuring-and-nothing-else' }
  try {
    await startOnce({ ...onServer, DATA_DIR: join(root, 'server') })
    for (let run = 0; run < runs; run += 1) {
      const folder = join(root, String(run))
      starts['fresh folder'].push(await startOnce({ DATA_DIR: folder }))
      starts['existing folder'].push(await startOnce({ DATA_DIR: folder }))
      starts.server.push(await startOnce({ ...onServer, DATA_DIR: join(root, 'server') }))
      process.stderr.write(`run ${run + 1} of ${runs}\n`)
    }
  } finally {
    await server.stop()
    rmSync(root, { recursive: true, force: true })
  }
  const figures = Object.fromEntries(KINDS.map((kind) => [kind, medians(starts[kind])]))
  console.log(
    table(
      ['npm start', 'ready s', 'first card s', 'press to card s', 'processor s', 'memory MB', 'peak MB'],
      Object.entries(figures).map(([kind, of]) => [
        kind,
        of.ready,
        of.firstCard,
        of.pressToCard,
        of.processor ?? '-',
        of.memory,
        of.peak ?? '-',
      ]),
    ),
  )
  console.log(JSON.stringify({ bench: 'start', node: process.version, load, runs, median: figures }))
}

async function startOnce(settings: Record<string, string>): Promise<Start> {
  const port = await freePort()
  const { PATH, HOME } = process.env
  const began = performance.now()
  const npm = spawn('npm', ['start'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { PATH, HOME, ...settings, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const seconds = () => (performance.now() - began) / 1000
  let said = ''
  const ended = new Promise<void>((resolve) => npm.once('exit', () => resolve()))
  try {
    const ready = await new Promise<{ at: number; person: string; coach: string }>((resolve, reject) => {
      for (const stream of [npm.stdout, npm.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString()
          const [person] = /http:\S+\/doe-mee\/\S+/.exec(said) ?? []
          const [coach] = /http:\S+\/coach\/xx\/\S+(?=\s)/.exec(said) ?? []
          if (person && coach) resolve({ at: seconds(), person, coach })
        })
      }
      npm.once('exit', (code) => reject(new Error(`npm start ended with code ${code}:\n${said}`)))
    })
    const cookie = await joinIn(ready.person)
    const pressed = seconds()
    await holdSession(ready.coach)
    await untilCard(new URL('/hier', ready.person).href, cookie)
    const firstCard = seconds()
    const service = serviceOf(npm.pid!)
    const { now, peak } = memoryOf(service)
    const processor = processorSeconds(service)
    return { ready: ready.at, firstCard, pressToCard: firstCard - pressed, processor, memory: now, peak }
  } finally {
    if (npm.exitCode === null) process.kill(-npm.pid!, 'SIGTERM')
    await ended
  }
}

/** Chooses Dutch and the oldest age on the join page, and says yes; gives the cookie that remembers the person. */
async function joinIn(address: string): Promise<string> {
  let page = await (await fetch(address)).text()
  for (let step = 0; step < JOIN_STEPS; step += 1) {
    const data = [...page.matchAll(/<button[^>]* value="(j\.[^"]+)"/g)].map(([, value]) => value!)
    const wish = data.find((one) => /\.(y\..*|s\.nl\.d|s\.nl)$/.test(one))
    if (wish === undefined) throw new Error(`the join page has nothing to go on with:\n${page}`)
    const answer = await send(new URL('/hier/tik', address).href, { ...hiddenIn(page, '/hier/tik'), data: wish })
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0])
    if (cookie.length > 0) return cookie.join('; ')
    if (answer.status >= 400) throw new Error(`joining failed with status ${answer.status}`)
    const next = answer.headers.get('location')
    page = next === null ? await answer.text() : await (await fetch(new URL(next, address))).text()
  }
  throw new Error('joining did not come to its end')
}

/** Presses the coach's button for a session of the series whose questions come at the end. */
async function holdSession(coach: string): Promise<void> {
  const page = await (await fetch(coach)).text()
  const path = `${new URL(coach).pathname}/houd`
  const form = formsIn(page, path).find((part) => part.includes('trimester'))
  if (form === undefined) throw new Error('the coach page has no button that holds a session')
  const answer = await send(`${coach}/houd`, { ...hiddenIn(form, path), reeks: 'trimester' })
  if (answer.status !== 303) throw new Error(`holding a session answered ${answer.status}`)
}

async function untilCard(address: string, cookie: string): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const page = await (await fetch(address, { headers: { cookie } })).text()
    if (page.includes('value="r.')) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('no card came')
}

/** Language, age, consent, and one to spare. */
const JOIN_STEPS = 4

const send = (address: string, fields: Record<string, string>) =>
  fetch(address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })

const formsIn = (page: string, action: string): string[] =>
  page.split('<form').filter((part) => part.includes(`action="${action}"`))

function hiddenIn(page: string, action: string): Record<string, string> {
  const [form = ''] = formsIn(page, action)
  const inputs = form.split('</form>')[0]!.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...inputs].map(([, name, value]) => [name!, value!]))
}

/** The process below npm that is the service itself. */
function serviceOf(npm: number): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number])
  let pid = npm
  for (;;) {
    const below = processes.find(([, parent]) => parent === pid)
    if (!below) return pid
    pid = below[0]
  }
}

function medians(starts: Start[]): Start {
  const of = (pick: (start: Start) => number) => rounded(median(starts.map(pick)))
  return {
    ready: of((start) => start.ready),
    firstCard: of((start) => start.firstCard),
    pressToCard: of((start) => start.pressToCard),
    processor: starts.every((start) => start.processor !== null) ? of((start) => start.processor!) : null,
    memory: of((start) => start.memory),
    peak: starts.every((start) => start.peak !== null) ? of((start) => start.peak!) : null,
  }
}
