/** Days and hours as people type them in a chat. */

/**
 * The day meant by `15/12`, `15-12-2026` or `2026-12-15`; without a year the one inside the working year.
 * @param within first and last local date of that year
 * @returns a local date, also one outside the year; null for what is no day
 */
export function readDay(text: string, within: { first: string; last: string }): string | null {
  const written = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written)
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/.exec(written) ?? []
  if (!day || !month) return null
  if (year) return dateOf(Number(year), Number(month), Number(day))
  const years = [within.first, within.last].map((date) => Number(date.slice(0, 4)))
  const dates = years.flatMap((one) => dateOf(one, Number(month), Number(day)) ?? [])
  return dates.find((date) => within.first <= date && date <= within.last) ?? dates[0] ?? null
}

/** A day and, behind it, words: `15/12 Affiche maken`. */
export function readDayAndWords(
  text: string,
  within: { first: string; last: string },
): { date: string; words: string } | null {
  const [, day, words] = /^\s*(\S+)\s+([\s\S]+)$/.exec(text) ?? []
  const date = day ? readDay(day.replace(/[:,]$/, ''), within) : null
  return date && words ? { date, words } : null
}

/** Minutes meant by `2`, `1,5`, `1.5 uur` or `45 min`; a bare number is hours. Null for anything else. */
export function readHours(text: string): number | null {
  const [, amount, unit] = /^\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*(\p{L}*)\.?\s*$/u.exec(text) ?? []
  if (!amount) return null
  const number = Number(amount.replace(',', '.'))
  return Math.round(/^m/i.test(unit ?? '') || unit === 'د' || unit?.startsWith('دقي') ? number : number * 60)
}

function dateOf(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}
