/**
 * Many reads, one round trip: a run that is asked for while others are being read waits for them, and is then read
 * together with all that were asked for meanwhile. After a restart a full room is so read in a few statements.
 */
import { type Queryable, type RunRow, readRuns } from './replies.ts'

/** The run, if its person can still be linked to it and may be shown a question; `rules` as in `readRuns`. */
export type ReadRun = (runId: string, rules: string) => Promise<RunRow | undefined>

export function createRunReader(db: Queryable): ReadRun {
  let waiting: Waiting[] = []
  let busy = 0

  function next(): void {
    const rules = waiting[0]?.rules
    if (busy >= LANES || rules === undefined) return
    const batch = waiting.filter((one) => one.rules === rules).slice(0, MOST)
    const taken = new Set(batch)
    waiting = waiting.filter((one) => !taken.has(one))
    busy += 1
    void read(db, batch, rules).finally(() => {
      busy -= 1
      next()
    })
  }

  return (runId, rules) =>
    new Promise((resolve, reject) => {
      waiting.push({ runId, rules, resolve, reject })
      next()
    })
}

type Waiting = {
  runId: string
  rules: string
  resolve(row: RunRow | undefined): void
  reject(error: unknown): void
}

async function read(db: Queryable, batch: Waiting[], rules: string): Promise<void> {
  try {
    const rows = await readRuns(db, [...new Set(batch.map(({ runId }) => runId))], rules)
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const { runId, resolve } of batch) resolve(byId.get(runId))
  } catch (error) {
    for (const { reject } of batch) reject(error)
  }
}

/** Statements at once: while one is read, the next is planned. */
const LANES = 2
const MOST = 200
