/** What the people of the whole story answer, and what must stand in the table then. */
import type { Row } from './story.ts'

/** What one person answers. Codes with an underscore: don't know, rather not. */
export type Plan = { worth: string; voice: string; takeaway: string[]; more: string | null }

export function makePlans(): Plan[] {
  const repeat = <T>(times: number, value: T): T[] => Array<T>(times).fill(value)
  const worth = [...repeat(9, 'a_lot'), ...repeat(5, 'a_little'), ...repeat(3, 'not_much'), '_dk', '_no']
  const voice = [...repeat(9, 'all'), ...repeat(4, 'part'), ...repeat(3, 'none'), ...repeat(2, 'listened'), '_no']
  const takeaway = [
    ...repeat(6, ['learned', 'differently']),
    ['learned', 'less_alone'],
    ...repeat(5, ['learned']),
    ...repeat(3, ['nothing']),
    ['_dk'],
    ['less_alone', 'can_do'],
    ['less_alone', 'can_do'],
    ['less_alone', 'bad_feeling'],
  ]
  const more: Record<number, string> = {
    2: 'Getypt-Vuurtoren <b>&',
    12: 'Geschreven-Duinroos @everyone',
    17: 'Genoteerd-Strandjutter é',
  }
  return worth.map((_, i) => ({
    worth: worth[(i * 7) % 19]!,
    voice: voice[(i * 5) % 19]!,
    takeaway: takeaway[(i * 3) % 19]!,
    more: more[i] ?? null,
  }))
}

/** How many rows each answer has, counted by hand from what people did. */
export function expectedCounts(plans: Plan[]): Record<string, number> {
  const counts: Record<string, number> = {}
  const add = (question: string, status: string, codes: string[] = []) => {
    const key = `${question} ${status} ${codes.join('+')}`.trim()
    counts[key] = (counts[key] ?? 0) + 1
  }
  const given = (question: string, codes: string[]) =>
    codes[0] === '_dk'
      ? add(question, 'dont_know')
      : codes[0] === '_no'
        ? add(question, 'declined')
        : add(question, 'answered', codes)
  for (const plan of plans) {
    given('worth', [plan.worth])
    given('voice', [plan.voice])
    given('takeaway', plan.takeaway)
    add('more', plan.more === null ? 'skipped' : 'answered')
  }
  add('worth', 'answered', ['a_lot'])
  for (const question of ['worth', 'voice', 'takeaway', 'more']) {
    add(question, 'skipped')
    // Not now, and never touched: nothing of their own.
    add(question, 'expired')
    add(question, 'expired')
    if (question !== 'worth') add(question, 'expired')
  }
  return counts
}

export function countOf(rows: Row[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const row of rows) {
    const key = `${row.question} ${row.status} ${(row.codes as string[]).join('+')}`.trim()
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}
