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
        const { result, facts } = await playOne(before, null)
        results.push(result)
        if (!facts) break
        calm.set(before.start, facts)
      }
      if (scenario.smallDisk && stage.smallDisk === null) results.push({ ...resultOf(scenario.name, []), wrong: null })
      else results.push((await playOne(scenario, calm.get(before.start)!)).result)
    }
  } finally {
    await stage.close()
  }
  return results

  async function playOne(scenario: Scenario, then: Facts | null): Promise<{ result: Result; facts?: Facts }> {
    say(scenario.name)
    const begun = performance.now()
    try {
      const play = await perform(stage, scenario, seed)
      const facts = await gather(play)
      const { kills, notes, doubts } = play
      const wrong = judge(facts, then ?? facts, doubts)
      for (const words of wrong) say(`  wrong: ${words}`)
      const { telegram } = facts.posted
      const repeats = facts.repeats + telegram.filter((one) => one === telegram[0]).length - 1
      const seconds = (performance.now() - begun) / 1000
      return {
        facts,
        result: { ...resultOf(scenario.name, wrong), kills, notes, seconds, repeats, replies: play.taken() },
      }
    } catch (error) {
      const words = (error as Error).message
      say(`  wrong: ${words}`)
      return { result: resultOf(scenario.name, [words]) }
    }
  }
}

function resultOf(name: string, wrong: string[]): Result {
  return { name, seconds: 0, wrong, kills: 0, replies: 0, repeats: 0, notes: [] }
}
