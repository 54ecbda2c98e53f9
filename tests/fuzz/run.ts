/**
 * `npm run fuzz [parser …] [--cases 100000] [--minutes n] [--seed n]`: plays cases against every parser of what comes from outside, or
 * against those named, and prints a table. Exit code 1 at a fault, with its smallest case and the seed.
 */
import { fork } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { caseAt, type Report } from './play.ts'
import { PARSERS } from './registry.ts'

/** A parser that gives no sign for so long hangs: the slowest case takes a second on a busy machine. */
const PATIENCE_MS = 60_000
/** What a parser may hold, in megabytes, with all that a run of the tests holds beside it. */
const MOST_MEMORY = 768

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: '100000' },
    minutes: { type: 'string', default: '0' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
  },
})
const [cases, seed, minutes] = [Number(values.cases), Number(values.seed), Number(values.minutes)]
const unknown = positionals.filter((name) => !(name in PARSERS))
if (unknown.length > 0 || !(cases >= 1) || !(minutes >= 0) || !Number.isInteger(seed)) {
  console.error(
    `npm run fuzz [parser …] [--cases n] [--minutes n] [--seed n]\nparsers: ${Object.keys(PARSERS).join(', ')}`,
  )
  process.exit(2)
}

console.log(`seed ${seed}\n`)
console.log(row(['parser', 'cases', 'seconds', 'refused', 'accepted', 'slowest ms', 'faults']))
let faulty = false
for (const name of positionals.length > 0 ? positionals : Object.keys(PARSERS)) {
  const report = await play(name)
  const { seconds, refused, accepted, slowest, fault } = report
  console.log(row([name, report.cases, seconds.toFixed(1), refused, accepted, slowest.toFixed(0), fault ? 1 : 0]))
  if (!fault) continue
  faulty = true
  console.log(`\n  seed ${seed}\n  case ${fault.case}\n  ${fault.why.replaceAll('\n', '\n  ')}\n`)
}
process.exit(faulty ? 1 : 0)

async function play(name: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'pols-fuzz-'))
  const path = join(folder, 'done')
  const file = openSync(path, 'w')
  const began = performance.now()
  const child = fork(
    new URL('one.ts', import.meta.url),
    [name, String(cases), String(seed), '4', String(minutes * 60)],
    {
      execArgv: [`--max-old-space-size=${MOST_MEMORY}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc', file],
    },
  )
  let report: Report | undefined
  let said = ''
  let hangs = false
  child.on('message', (told: Report) => {
    report = told
  })
  child.stderr!.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(0, 1000)
  })
  const done = () => Number(readFileSync(path, 'utf8'))
  let last = -1
  let still = 0
  const watch = setInterval(() => {
    still = done() === last ? still + 1 : 0
    last = done()
    // Before its first case it makes its samples, which takes long on a busy machine.
    hangs = still >= (last === 0 ? 5 : 1)
    if (hangs) child.kill('SIGKILL')
  }, PATIENCE_MS)
  await new Promise((resolve) => {
    child.once('close', resolve)
  })
  clearInterval(watch)
  try {
    if (report) return report
    const why = hangs ? `no end within ${PATIENCE_MS / 1000} s` : `the process died: ${said}`
    return {
      ...{ cases: done(), seconds: (performance.now() - began) / 1000, refused: 0, accepted: 0, slowest: 0 },
      fault: { case: await caseAt(await PARSERS[name]!(), seed, done()), why },
    }
  } finally {
    closeSync(file)
    rmSync(folder, { recursive: true, force: true })
  }
}

function row(cells: (string | number)[]): string {
  return cells.map((cell, at) => (at === 0 ? String(cell).padEnd(20) : String(cell).padStart(11))).join('')
}
