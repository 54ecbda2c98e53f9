/**
 * `npm run fuzz [parser …] [--cases 100000] [--seed n]`: plays cases against every parser of what comes from outside, or
 * against those named, and prints a table. Exit code 1 at a fault, with its smallest case and the seed.
 */
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
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
    seed: { type: 'string', default: String(Date.now() % 1e9) },
  },
})
const [cases, seed] = [Number(values.cases), Number(values.seed)]
const unknown = positionals.filter((name) => !(name in PARSERS))
if (unknown.length > 0 || !(cases >= 1) || !Number.isInteger(seed)) {
  console.error(`npm run fuzz [parser …] [--cases n] [--seed n]\nparsers: ${Object.keys(PARSERS).join(', ')}`)
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
  const beats = new SharedArrayBuffer(4)
  const done = new Int32Array(beats)
  const began = performance.now()
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: { name, cases, seed, beats },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    stdout: true,
  })
  let last = -1
  const broken = (why: string, at = ''): Report => ({
    ...{ cases: Atomics.load(done, 0), seconds: (performance.now() - began) / 1000, refused: 0, accepted: 0 },
    ...{ slowest: 0, fault: { case: at, why } },
  })
  return new Promise<Report>((resolve) => {
    const watch = setInterval(() => {
      const now = Atomics.load(done, 0)
      if (now === last) {
        clearInterval(watch)
        void worker.terminate()
        const parser = PARSERS[name]!()
        void parser.then((one) => resolve(broken(`no end within ${PATIENCE_MS / 1000} s`, caseAt(one, seed, now))))
      }
      last = now
    }, PATIENCE_MS)
    worker.once('message', (report: Report) => {
      clearInterval(watch)
      void worker.terminate().then(() => resolve(report))
    })
    worker.once('error', (error) => {
      clearInterval(watch)
      resolve(broken(error instanceof Error ? String(error.stack) : String(error)))
    })
  })
}

function row(cells: (string | number)[]): string {
  return cells.map((cell, at) => (at === 0 ? String(cell).padEnd(20) : String(cell).padStart(11))).join('')
}
