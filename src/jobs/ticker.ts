/** The clock of the house: node-cron ticks once a minute into one function. */
import cron from 'node-cron'
import { describeError, type Log } from '../log.ts'

/** Calls `tick` every minute, never twice at once. @returns stops it and waits for the tick that is going on */
export function startTicker(tick: () => Promise<void>, log: Log): () => Promise<void> {
  let going: Promise<void> = Promise.resolve()
  const task = cron.schedule(
    '* * * * *',
    () => {
      going = tick().catch((error: unknown) =>
        log.error({ ...describeError(error) }, 'the minute tick failed; the next one tries again'),
      )
      return going
    },
    { name: 'sweep', noOverlap: true },
  )
  return async () => {
    await task.destroy()
    await going
  }
}
