/** Plays cases against one parser and counts what came of them. */
import fc from 'fast-check'

/** accepted: the parser gave a value; refused: it said no in the way it is meant to. */
export type Verdict = 'accepted' | 'refused'

export type Parser<Case> = {
  cases: fc.Arbitrary<Case>
  /** @throws when the parser did what it may not: threw, or gave what is not sound */
  take(one: Case): Verdict | Promise<Verdict>
  close?(): Promise<void>
}

export type Report = {
  cases: number
  seconds: number
  refused: number
  accepted: number
  /** Of the slowest case, in milliseconds. */
  slowest: number
  /** The smallest case that was found, as text, with what it led to; null when all went well. */
  fault: { case: string; why: string } | null
}

export type PlayOptions = {
  cases: number
  seed: number
  /** After so many of them no case is begun any more. */
  seconds?: number | undefined
  /** Called after each case. */
  beat?(): void
}

/** A parser that is ready to be played with; `close` goes with it. */
export type Played = (options: PlayOptions) => Promise<Report>

export function played<Case>(parser: Parser<Case>): Played {
  return async ({ cases, seed, seconds, beat }) => {
    const counts = { accepted: 0, refused: 0 }
    let done = 0
    let slowest = 0
    const began = performance.now()
    const said = listenToConsole()
    const property = fc.asyncProperty(parser.cases, async (one) => {
      const from = performance.now()
      const verdict = await parser.take(one)
      demand(said.lines.length === 0, `nothing of a case is for the console: ${said.lines.splice(0).join(' ')}`)
      slowest = Math.max(slowest, performance.now() - from)
      // What fast-check tries while it makes a failing case smaller is no case of its own.
      if (done < cases) counts[verdict] += 1
      done += 1
      beat?.()
    })
    try {
      const run = await fc.check(property, {
        ...{ numRuns: cases, seed },
        ...(seconds ? { interruptAfterTimeLimit: seconds * 1000 } : {}),
      })
      return {
        cases: Math.min(done, cases),
        seconds: (performance.now() - began) / 1000,
        ...counts,
        slowest,
        fault: run.failed ? { case: shown(run.counterexample?.[0]), why: whyOf(run.errorInstance) } : null,
      }
    } finally {
      said.end()
      await parser.close?.()
    }
  }
}

/** What comes from outside may hold names and answers, so a parser and its library keep silent about it. */
function listenToConsole(): { lines: string[]; end(): void } {
  const lines: string[] = []
  const before = { ...console }
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[name] = (...given: unknown[]) => void lines.push(given.map(String).join(' ').slice(0, 300))
  }
  return { lines, end: () => void Object.assign(console, before) }
}

/** The case that a run with this seed comes to at this place; for one that never ended. */
export async function caseAt<Case>(parser: Parser<Case>, seed: number, at: number): Promise<string> {
  await parser.close?.()
  return shown(fc.sample(parser.cases, { seed, numRuns: at + 1 }).at(-1))
}

function shown(one: unknown): string {
  const text = one instanceof Uint8Array ? `base64 ${Buffer.from(one).toString('base64')}` : fc.stringify(one)
  return text.length > LONGEST_CASE ? `${text.slice(0, LONGEST_CASE)}… (${text.length} characters)` : text
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const from = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return [`${error.name}: ${error.message}`, ...from.slice(0, 4)].join('\n')
}

/** Says that something does not hold. */
export function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`not sound: ${what}`)
}

const LONGEST_CASE = 4000
