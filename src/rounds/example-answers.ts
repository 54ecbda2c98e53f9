/** Twelve example young people, for sample organisations only: they join and answer through the same doors as everybody. */
import type { Address, Take } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { join } from '../people/joining.ts'
import { renderCard } from '../survey/card.ts'
import { joinOpenRounds } from './come-in.ts'
import { contextOf } from './deliver.ts'
import type { HeldRuns } from './held-runs.ts'

export const EXAMPLE_PEOPLE = 12

/** @returns how many people answered to the end */
export async function answerAsExamples(
  ground: Ground,
  rooms: { take: Take; runs: HeldRuns; drain(): Promise<void> },
  organisation: Organisation,
  roundId: string,
): Promise<number> {
  const people: Address[] = []
  for (let i = 0; i < EXAMPLE_PEOPLE; i++) {
    // Nobody's browser has these addresses; the same twelve come back in every round.
    const address: Address = { channel: 'web', id: `example:${organisation.id}:${i}` }
    const yes = { language: organisation.language, ageBand: '18+', example: true } as const
    const joined = await join(ground, organisation, address, yes)
    if (joined) await joinOpenRounds(ground, organisation, joined.participantId, ground.clock.now())
    people.push(address)
  }
  await rooms.drain()
  const random = seeded(roundId)
  let finished = 0
  for (const address of people) finished += (await answer(ground, rooms, address, roundId, random)) ? 1 : 0
  return finished
}

async function answer(
  ground: Ground,
  rooms: { take: Take; runs: HeldRuns },
  address: Address,
  roundId: string,
  random: () => number,
): Promise<boolean> {
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const open = await rooms.runs.ofPerson('web', ground.vault.hashAddress(address))
    const held = open.find((one) => one.roundId === roundId)
    if (!held || held.run.closed || held.run.disposition !== null) return held?.run.disposition === 'completed'
    const card = renderCard(held.facts.set, held.run, contextOf(held))
    const options = card.choices.filter((choice) => choice.role === 'option' && !choice.ticked)
    // The first options are the friendlier ones; examples lean that way, as people do.
    const wish = options[Math.floor(random() ** 1.6 * options.length)]
    const multi = held.facts.set.questions.find((question) => question.key === held.run.at)?.type === 'multi'
    const enough = multi && held.run.ticked.length > 0 && random() < 0.6
    const control = (code: string) => card.choices.find((choice) => choice.data.endsWith(`.${code}`))
    const choice = (enough ? control('_done') : wish) ?? control('_done') ?? control('_skip') ?? control('_next')
    if (!choice) return false
    await rooms.take({ type: 'tapped', channel: 'web', id: ground.newId(), from: address, data: choice.data })
  }
  return false
}

/** The same example answers for the same round: a small linear congruential generator, seeded by text. */
function seeded(text: string): () => number {
  let state = [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const MOST_STEPS = 60
