/** The working year of an organisation: twelve months from a fixed day. */

export type WorkingYear = {
  /** The calendar year in which it begins. */
  year: number
  firstDay: Temporal.PlainDate
  lastDay: Temporal.PlainDate
}

/**
 * The working year that a day lies in.
 * @param begins month and day of its first day, `MM-DD`; never 29 February
 */
export function workingYearOf(day: Temporal.PlainDate, begins: string): WorkingYear {
  const thisYear = Temporal.PlainDate.from(`${String(day.year).padStart(4, '0')}-${begins}`)
  const firstDay = Temporal.PlainDate.compare(day, thisYear) >= 0 ? thisYear : thisYear.subtract({ years: 1 })
  return { year: firstDay.year, firstDay, lastDay: firstDay.add({ years: 1 }).subtract({ days: 1 }) }
}
