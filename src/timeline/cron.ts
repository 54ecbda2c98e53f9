/** Cron expressions of series: five fields, minute hour day month weekday, also `3#1` (first Wednesday) and `0L` (last Sunday). */
import { createTask, parse, validateDetailed } from 'node-cron'

/** The most sessions one rule may give on a day; more is nearly always a slip in the minute or hour field. */
export const MOST_PER_DAY = 4

/** What is wrong with an expression; `field` is node-cron's name of the field. */
export type CronFault =
  | { type: 'fields'; count: number }
  | { type: 'field'; field: string; value: string }
  | { type: 'too-often'; count: number }
  | { type: 'never' }

/** Checks an expression without running it; null when it is sound. */
export function faultOfCron(expression: string): CronFault | null {
  const fields = expression.trim().split(/\s+/).filter(Boolean)
  const count = fields.length
  if (count !== 5) return { type: 'fields', count }
  // No field has a number of three digits, and node-cron writes out a range before it looks how far it goes.
  const endless = fields.findIndex((field) => /\d{3}/.test(field) || field.length > LONGEST_FIELD)
  if (endless !== -1) return { type: 'field', field: FIELDS[endless]!, value: fields[endless]!.slice(0, LONGEST_SHOWN) }
  const checked = validateDetailed(expression)
  const first = checked.errors[0]
  if (first || !checked.fields) return { type: 'field', field: first?.field ?? 'expression', value: first?.value ?? '' }
  const { hour, minute, dayOfMonth, dayOfWeek } = checked.fields
  if (hour.length * minute.length > MOST_PER_DAY) return { type: 'too-often', count: hour.length * minute.length }
  const bothDays = dayOfMonth.length < 31 && dayOfWeek.length < 7
  return bothDays && neverFires(expression, checked.fields) ? { type: 'never' } : null
}

/** As node-cron names them, in order. */
const FIELDS = ['minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek']
/** All sixty minutes one by one are shorter. */
const LONGEST_FIELD = 200
const LONGEST_SHOWN = 40

/** Tells for a wall-clock date whether and when a rule fires on it. `close` must be called: node-cron keeps a list of its tasks. */
export type Rule = { timesOn(date: Temporal.PlainDate): Temporal.PlainDateTime[]; close(): void }

/**
 * Opens a rule. Wall-clock times are matched as if they were UTC, so node-cron's own zone handling stays out.
 * @throws Error when the expression is not sound (see `faultOfCron`)
 */
export function openRule(expression: string): Rule {
  const { hour, minute } = parse(expression)
  const task = createTask(expression, () => {}, { timezone: 'UTC' })
  return {
    timesOn(date) {
      const times: Temporal.PlainDateTime[] = []
      for (const h of hour) {
        for (const m of minute) {
          if (task.match(new Date(Date.UTC(date.year, date.month - 1, date.day, h, m)))) {
            times.push(date.toPlainDateTime({ hour: h, minute: m }))
          }
        }
      }
      return times
    },
    close: () => void task.destroy(),
  }
}

/** A day of the month and a weekday must both match; the calendar repeats after 28 years. */
function neverFires(expression: string, fields: { month: number[]; dayOfMonth: (number | string)[] }): boolean {
  // Words such as L and 15W stand for a day that changes from month to month.
  const isPlain = fields.dayOfMonth.every((day) => typeof day === 'number')
  const days = isPlain ? fields.dayOfMonth.map(Number) : Array.from({ length: 31 }, (_, index) => index + 1)
  const rule = openRule(expression)
  try {
    for (let year = 2024; year < 2052; year += 1) {
      for (const month of fields.month) {
        const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month })
        for (const day of days) {
          if (day <= daysInMonth && rule.timesOn(Temporal.PlainDate.from({ year, month, day })).length > 0) return false
        }
      }
    }
    return true
  } finally {
    rule.close()
  }
}
