/** What is done to the service: each fault with how it is done, and when it is over. Chance comes from the seed. */

import { crashed, dropped, full, readOnly, slow, stopped } from './faults-database.ts'
import { kills } from './faults-kill.ts'
import { broken, floods, halves, limits, silence } from './faults-platform.ts'
import { awayWhileClosing, outage, repeats, summerTime, takeover } from './faults-time.ts'
import { AUTUMN, EVENING, SPRING } from './house.ts'
import type { Scenario } from './play.ts'

/** How much of everything: the long form for `npm run chaos`, the short one for every test run. */
export type Amount = { kills: number; calls: number; words: number; silences: number; cuts: number; freezes: number }

export const LONG: Amount = { kills: 100, calls: 300, words: 40, silences: 3, cuts: 12, freezes: 3 }
const SHORT: Amount = { kills: 5, calls: 30, words: 5, silences: 1, cuts: 3, freezes: 1 }

/** Nothing is done; every other scenario of the same week has to end as this one. */
export const CALM: Scenario[] = [
  { name: 'undisturbed', week: EVENING, start: '2026-11-25T18:59:58Z' },
  { name: 'undisturbed, autumn', week: AUTUMN, start: '2026-10-24T16:59:58Z' },
  { name: 'undisturbed, spring', week: SPRING, start: '2027-03-27T17:59:58Z' },
]

/** The platforms' own limits, but for opening direct messages: waiting for those would take the whole hour. */
const REAL_PACE = {
  TELEGRAM_PER_SECOND: '30',
  TELEGRAM_PER_CHAT_MINUTE: '60',
  TELEGRAM_PER_GROUP_MINUTE: '20',
  DISCORD_PER_SECOND: '50',
}

const evening = { week: EVENING, start: CALM[0]!.start }

/** @param letter only these of a to f; all when it is empty */
export function scenarios(amount: Amount, letters = ''): Scenario[] {
  const all: Scenario[] = [
    { ...evening, name: `a. ${amount.kills} times SIGKILL`, fault: kills(amount) },
    { ...evening, name: 'b. Postgres stopped and started', fault: { talking: (play) => stopped(play, amount) } },
    { ...evening, name: 'b. Postgres crashed', fault: { talking: (play) => crashed(play, amount) } },
    {
      ...evening,
      name: 'b. connections dropped',
      fault: {
        opening: (play) => dropped(play, amount),
        talking: (play) => dropped(play, amount),
        closing: (play) => dropped(play, amount),
      },
    },
    {
      ...evening,
      name: 'b. 5 seconds slow',
      lease: { lasts: 9, renewed: 3 },
      fault: { talking: (play) => slow(play, amount) },
    },
    { ...evening, name: 'b. read-only', fault: { talking: (play) => readOnly(play, amount) } },
    { ...evening, name: 'b. disk full', smallDisk: true, fault: { opening: (play) => full(play, amount) } },
    { ...evening, name: 'c. storms of 429', fault: floods(amount) },
    { ...evening, name: 'c. limits as the platforms count them', settings: REAL_PACE, fault: { opening: limits } },
    { ...evening, name: 'c. 500, 502 and broken lines', fault: broken(amount) },
    { ...evening, name: 'c. half an answer, or done and the answer lost', fault: halves(amount) },
    { ...evening, name: 'c. no answer at all', fault: { talking: (play) => silence(play, amount) } },
    { ...evening, name: 'd. updates twice, late, out of order', webhook: true, fault: { opening: repeats } },
    { ...CALM[1]!, name: 'e. an hour twice, killed in it', ...summerTime },
    { ...CALM[2]!, name: 'e. an hour that is not there, killed in it', ...summerTime },
    { ...evening, name: 'e. two days away, in the middle', limit: 2, fault: { talking: outage } },
    { ...evening, name: 'e. two days away, while it closes', close: awayWhileClosing },
    {
      ...evening,
      name: 'f. frozen, followed, awake again',
      instances: 2,
      limit: 1,
      lease: { lasts: 9, renewed: 3 },
      fault: { talking: (play) => takeover(play, amount) },
    },
  ]
  return all.filter(({ name }) => letters === '' || letters.includes(name[0]!))
}

/** One of each fault, several of them in one go: for every test run. */
export function shortScenarios(): Scenario[] {
  const all = scenarios(SHORT)
  const named = (words: string) => all.find(({ name }) => name.includes(words))!
  const lost = halves(SHORT)
  return [
    named('SIGKILL'),
    {
      ...evening,
      name: 'b and c. the database and the platforms, one after the other',
      lease: { lasts: 9, renewed: 3 },
      fault: {
        opening: async (play) => {
          await floods(SHORT).opening?.(play)
          await lost.opening?.(play)
        },
        talking: async (play) => {
          await dropped(play, SHORT)
          await crashed(play, SHORT)
          await readOnly(play, SHORT)
          await slow(play, SHORT)
          await lost.talking?.(play)
        },
        closing: broken(SHORT).closing!,
      },
    },
    named('twice, late'),
    named('an hour twice'),
    named('frozen'),
  ]
}
