/** Plays scenarios one after the other and says of each what came of it, beside the same script undisturbed. */
import { type Facts, gather, judge } from './checks.ts'
import { perform, type Scenario } from './play.ts'
import { CALM } from './scenarios.ts'
import { setStage } from './stage.ts'

export type Result = {
  name: string
  seconds: number
  /** Null: this machine does not let us do it. */
  wrong: string[] | null
  kills: number
  replies: number
  /** First questions and digests that came once more than they should. */
  repeats: number
  notes: string[]
}

export type SuiteOptions = { seed: number; people: { telegram: number; discord: number }; scenarios: Scenario[] }

/** @param say told of each step, for who watches */
export async function playAll(options: SuiteOptions, say: (words: string) => void): Promise<Result[]> {
  const { seed, people, scenarios } = options
  const stage = await setStage(people, say)
  const calm = new Map<string, Facts>()
  const results: Result[] = []
  try {
    for (const scenario of scenarios) {
      const before = CALM.find(({ start }) => start === scenario.start)!
      if (!calm.has(before.start)) {
        say(before.name)
        const facts = await gather(await perform(stage, before, seed))
        calm.set(before.start, facts)
        results.push(resultOf(before.name, judge(facts, facts, { messages: 0, digests: 0 })))
      }
      say(scenario.name)
      if (scenario.smallDisk && stage.smallDisk === null) {
        results.push({ ...resultOf(scenario.name, []), wrong: null })
        continue
      }
      const begun = performance.now()
      try {
        const play = await perform(stage, scenario, seed)
        const facts = await gather(play)
        const { kills, notes, doubts } = play
        const seconds = (performance.now() - begun) / 1000
        const wrong = judge(facts, calm.get(before.start)!, doubts)
        const posts = facts.posted.telegram.filter((one) => one === facts.posted.telegram[0]).length - 1
        const repeats = facts.repeats + posts
        results.push({ ...resultOf(scenario.name, wrong), kills, notes, seconds, repeats, replies: play.taken() })
      } catch (error) {
        results.push(resultOf(scenario.name, [(error as Error).message]))
      }
      for (const words of results.at(-1)!.wrong ?? []) say(`  wrong: ${words}`)
    }
  } finally {
    await stage.close()
  }
  return results
}

function resultOf(name: string, wrong: string[]): Result {
  return { name, seconds: 0, wrong, kills: 0, replies: 0, repeats: 0, notes: [] }
}
