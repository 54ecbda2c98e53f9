/** The dates of moments that a file plans: on a day, or some days after another moment. */
import { fixedDates } from './fixed.ts'
import { FIXED_KINDS, isFixed, type MomentKind } from './plan.ts'
import type { WorkingYear } from './working-year.ts'

/** A moment as a file has it; exactly one of `on` and `after` in a sound file. `after.moment`: a name in the file, or a fixed kind. */
export type DatedEntry = {
  kind: MomentKind
  on?: string | undefined
  after?: { moment: string; days: number } | undefined
}

export type DateFault =
  | { type: 'when'; name: string }
  | { type: 'unknown'; name: string; moment: string; known: string }
  /** `way`: the names in the order in which they wait for each other. */
  | { type: 'loop'; name: string; way: string }
  | { type: 'outside'; name: string; date: string; first: string; last: string }
  | { type: 'twice'; name: string; kind: string }

/**
 * @param actual dates that hold already, by name or fixed kind: what was moved by hand takes along what comes after it
 * @returns the date of each moment that has a sound one, and what is wrong with the others
 */
export function momentDates(
  entries: Readonly<Record<string, DatedEntry>>,
  year: WorkingYear,
  actual: ReadonlyMap<string, string> = new Map(),
): { dates: Map<string, string>; faults: DateFault[] } {
  const names = Object.keys(entries)
  const faults: DateFault[] = []
  const dates = new Map<string, string>()
  const defaults = fixedDates(year)
  /** Moments whose trouble was told already, here or where it comes from. */
  const broken = new Set<string>()
  const nameOf = (moment: string) =>
    entries[moment] ? moment : (names.find((name) => entries[name]!.kind === moment && isFixed(moment)) ?? null)

  function dateOf(name: string, way: readonly string[]): string | null {
    const known = dates.get(name)
    if (known !== undefined) return known
    if (broken.has(name)) return null
    const found = reckon(name, entries[name]!, [...way, name])
    if (found === null) broken.add(name)
    else dates.set(name, found)
    return found
  }

  function reckon(name: string, entry: DatedEntry, way: readonly string[]): string | null {
    const fault = (one: DateFault) => {
      faults.push(one)
      return null
    }
    if ((entry.on === undefined) === (entry.after === undefined)) return fault({ type: 'when', name })
    let date = entry.on
    if (entry.after) {
      const { moment, days } = entry.after
      const before = nameOf(moment)
      if (before === null && !isFixed(moment))
        return fault({
          type: 'unknown',
          name,
          moment,
          known: [...names.filter((one) => one !== name), ...FIXED_KINDS].join(', '),
        })
      if (before !== null && way.includes(before)) {
        for (const one of way.slice(way.indexOf(before))) broken.add(one)
        return fault({ type: 'loop', name, way: [...way.slice(way.indexOf(before)), before].join(' → ') })
      }
      const from =
        actual.get(moment) ?? (before === null ? defaults[moment as keyof typeof defaults] : dateOf(before, way))
      if (from === null) return null
      date = Temporal.PlainDate.from(from).add({ days }).toString()
    }
    const [first, last] = [year.firstDay.toString(), year.lastDay.toString()]
    return first <= date! && date! <= last ? date! : fault({ type: 'outside', name, date: date!, first, last })
  }

  for (const name of names) dateOf(name, [])
  for (const kind of FIXED_KINDS) {
    for (const name of names.filter((one) => entries[one]!.kind === kind).slice(1)) {
      faults.push({ type: 'twice', name, kind })
      dates.delete(name)
    }
  }
  return { dates, faults }
}
