/** Lengths of time as configuration writes them: ISO 8601 in days, hours, minutes and seconds. */

/**
 * Turns `PT45M` or `P3D` into a duration of exact time; a day is 24 hours, so that it can be added to an instant.
 * @throws RangeError for anything that is not an ISO 8601 duration, and for years, months and weeks, whose length varies
 */
export function durationOf(iso: string): Temporal.Duration {
  return Temporal.Duration.from(iso).round({ largestUnit: 'hours' })
}

/** Minutes in an ISO duration, or null when it is not one that `durationOf` takes. */
export function minutesOf(iso: string): number | null {
  try {
    return durationOf(iso).total('minutes')
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
