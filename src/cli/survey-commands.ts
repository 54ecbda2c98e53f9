/** `pols propose` and `pols agreements`. Nobody agrees here: that takes a person, by their own account. */
import { agreedOn } from '../dialogue/agreement-log.ts'
import { historyLines, logFile, onDayLine } from '../dialogue/agreement-log-text.ts'
import { dayText } from '../dialogue/describe-survey.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { atCounter, type Cli } from './cli.ts'
import { withoutIsolates } from './plain-words.ts'
import { done, type Result, resultOf, wrong } from './result.ts'

export function propose(cli: Cli, organisation: string, survey: string, options: { by: string }): Promise<Result> {
  return atCounter(cli, async ({ desk }) =>
    resultOf(
      await desk.proposeSurvey('command line', organisation, survey, options.by),
      cli.words,
      ({ proposalId, leads }) =>
        done(cli.words('cli-proposed', { survey, leads }), { survey, proposal: proposalId, leads }),
    ),
  )
}

/** What held on a day, as it stood at its end; or with `all` the whole log. */
export function showAgreements(
  cli: Cli,
  organisation: string,
  options: { on?: string; all?: 'md' | 'csv' },
): Promise<Result> {
  return atCounter(cli, async ({ desk }) => {
    const language: FullLanguage = cli.language === 'nl-plain' ? 'nl' : cli.language
    const read = await desk.agreements(organisation, language)
    return resultOf(read, cli.words, ({ log, name, timezone, today }) => {
      const about = { id: organisation, name, timezone, language }
      if (options.all) return done(logFile(log, about, options.all).text.trimEnd(), { organisation, ...log })
      const day = options.on ?? today
      if (!isDay(day)) return wrong('desk-bad-day', cli.words('desk-bad-day'))
      const held = agreedOn(log, day, timezone)
      const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: timezone, plainTime: '12:00' }).toInstant()
      const lines = [
        withoutIsolates(cli.words('agree-on', { organisation: name, day: dayText(at, timezone, language) })),
        ...(held.length === 0 ? [cli.words('agree-on-none')] : []),
        ...held.flatMap((entry) => [
          `- ${onDayLine(entry, about)}`,
          ...historyLines(entry, about).map((line) => `    ${line}`),
        ]),
      ]
      return done(lines.join('\n'), { organisation, on: day, agreements: held })
    })
  })
}

function isDay(text: string): boolean {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) && Temporal.PlainDate.from(text) !== null
  } catch {
    return false
  }
}
