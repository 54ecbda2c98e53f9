/**
 * The service as a process that faults are done to: the whole app, on a clock that the driver moves. Everything else is
 * as `pols start` has it, but for the minute, which is shorter here.
 */
import { enableCompileCache } from 'node:module'
import { COMPILED } from '../../src/compiled.ts'

enableCompileCache(COMPILED)
const [{ createApp }, { createLog }, { readSettings }, { clockOf }] = await Promise.all([
  import('../../src/app.ts'),
  import('../../src/log.ts'),
  import('../../src/settings.ts'),
  import('./clock-file.ts'),
])

/** Between two looks at what is due, in milliseconds of the machine. */
const SWEEP_MS = 300
const { CHAOS_CLOCK: clockFile, CHAOS_LEASE: lease, CHAOS_RENEW: renew, ...environment } = process.env
const app = await createApp(readSettings(environment), {
  clock: clockOf(clockFile!),
  log: createLog('info', process.stderr),
  ticking: false,
  ...(lease && renew ? { ear: { leaseSeconds: Number(lease), renewSeconds: Number(renew) } } : {}),
})

let stopping = false
process.once('SIGTERM', () => {
  stopping = true
})
// Whoever started this may be killed as well: then it does not stay behind.
process.stdin.resume().once('end', () => process.exit(1))

await app.start()
process.stdout.write('ready\n')
while (!stopping) {
  await app
    .sweep()
    .catch((error: unknown) =>
      process.stderr.write(`${JSON.stringify({ level: 50, message: 'a sweep failed', error: String(error) })}\n`),
    )
  await new Promise((again) => setTimeout(again, SWEEP_MS))
}
await app.stop()
process.exit(0)
