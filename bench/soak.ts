/** Whether memory stays flat: replies in great number, and how much is kept alive after each tenth of them. */
import { mkdtempSync, readFileSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '../tests/support/postgres-server.ts'
import { startPlatform } from './bot-api.ts'
import { startPols } from './contenders/pols.ts'
import { rounded, table } from './figures.ts'
import { freePort } from './free-port.ts'
import { loadBefore } from './load.ts'
import { memoryOf } from './process-figures.ts'

/** `again`: updates that had to be delivered once more. Megabytes: what the heap holds after a full collection, what is held outside it, and the whole process. */
type Kept = { replies: number; perSecond: number; again: number; heap: number; outside: number; process: number }

/** Runs the measurement; prints a table and, last, one JSON line. */
export async function benchSoak(options: { replies: number; people: number }): Promise<void> {
  const load = loadBefore()
  const server = await startPostgres()
  const platform = await startPlatform()
  const folder = mkdtempSync(join(tmpdir(), 'pols-bench-heap-'))
  const port = await freePort()
  const witness = fileURLToPath(new URL('./heap-witness.ts', import.meta.url))
  const pols = await startPols(
    '100000:measuring_measuring_measuring',
    { databaseUrl: server.url, platform, port },
    { node: ['--expose-gc', `--import=${witness}`], environment: { BENCH_HEAP: join(folder, 'heap.json') } },
  )
  const kept: Kept[] = []
  try {
    await platform.people(pols.token, port, options.people)
    await pols.ask(options.people)
    const part = Math.ceil(options.replies / PARTS)
    for (let done = part; done <= options.replies; done += part) {
      const pass = await platform.answer(pols.token, options.people, part)
      const { heapUsed, external } = await heapOf(pols.pid, folder)
      kept.push({
        replies: done,
        perSecond: Math.round(pass.replies / pass.seconds),
        again: pass.refused,
        heap: rounded(heapUsed / MEGABYTE),
        outside: rounded(external / MEGABYTE),
        process: memoryOf(pols.pid).now,
      })
      process.stderr.write(`${done} replies: ${kept.at(-1)!.heap} MB\n`)
    }
  } finally {
    await pols.stop()
    platform.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(
    table(
      ['replies', 'replies/s', 'delivered again', 'heap MB', 'outside it MB', 'process MB'],
      kept.map(({ replies, perSecond, again, heap, outside, process }) => [
        replies,
        perSecond,
        again,
        heap,
        outside,
        process,
      ]),
    ),
  )
  const growth = rounded(kept.at(-1)!.heap / kept[0]!.heap)
  console.log(`\nThe heap after the last tenth is ${growth} × that after the first.`)
  console.log(JSON.stringify({ bench: 'soak', node: process.version, load, people: options.people, kept, growth }))
}

/** Asks the service's process to collect and to write down what is left. */
function heapOf(pid: number, folder: string): Promise<NodeJS.MemoryUsage> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the service did not tell its heap')), 30_000)
    const watcher = watch(folder, (_, name) => {
      if (name !== 'heap.json') return
      clearTimeout(timer)
      watcher.close()
      resolve(JSON.parse(readFileSync(join(folder, name), 'utf8')) as NodeJS.MemoryUsage)
    })
    process.kill(pid, 'SIGUSR2')
  })
}

const PARTS = 10
const MEGABYTE = 1024 * 1024
