/** A survey version in plain words: what is asked, when, of whom, on which channel. Pure. */
import { CHANNELS } from '../channels/port.ts'
import { type FullLanguage, type Question, textIn } from '../survey/question-set.ts'
import { minutesOf } from '../timeline/durations.ts'
import { type Words, wordsFor } from '../words/words.ts'
import type { SurveyVersion } from './agreements.ts'
import type { Described } from './read-proposal.ts'

/** One sentence a line. */
export function describeSurvey(survey: Described, language: FullLanguage): string[] {
  const words = wordsFor(language)
  const { version, set } = survey
  const count = questionsIn(set.questions)
  return [
    words('agree-about', { aspect: textIn(version.aspect, language) }),
    words('agree-method', { method: textIn(survey.method, language), count }),
    words('agree-when', { when: whenText(survey, language), window: durationText(version.window, language) }),
    reminderText(version.reminder, language),
    words('agree-who', { who: whoText(version, words) }),
    words('agree-where', { where: whereText(version, words) }),
  ]
}

/** Questions; information cards do not count. */
export const questionsIn = (questions: readonly Question[]): number =>
  questions.filter(({ type }) => type !== 'card').length

export function whenText({ version, series }: Pick<Described, 'version' | 'series'>, language: FullLanguage): string {
  const words = wordsFor(language)
  const title = textIn(series, language)
  const { moment } = version
  if (moment === 'start') return words('agree-at-start', { series: title })
  if (moment === 'end') return words('agree-at-end', { series: title })
  return words('agree-after', { series: title, time: durationText(moment.after, language) })
}

export const reminderText = (reminder: string | null, language: FullLanguage): string =>
  reminder === null
    ? wordsFor(language)('agree-no-reminder')
    : wordsFor(language)('agree-reminder', { time: durationText(reminder, language) })

export function whoText({ of, presence }: Pick<SurveyVersion, 'of' | 'presence'>, words: Words): string {
  const who = words(of === 'present' ? 'agree-of-present' : 'agree-of-subscribers')
  return (presence ?? 'assume') === 'ask' || of === 'present' ? `${who} ${words('agree-presence-ask')}` : who
}

export function whereText({ channels }: Pick<SurveyVersion, 'channels'>, words: Words): string {
  if (!channels) return words('agree-channels-all')
  const names = CHANNELS.filter((name) => channels.includes(name)).map((name) => words(`coach-channel-${name}`))
  return words('agree-channels-only', { channels: names.join(', ') })
}

/** "3 dagen", "45 minuten"; western digits everywhere. */
export function durationText(iso: string, language: FullLanguage): string {
  const minutes = minutesOf(iso) ?? 0
  const units =
    minutes % DAY === 0
      ? { days: minutes / DAY }
      : minutes % 60 === 0
        ? { hours: minutes / 60 }
        : { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
  return new Intl.DurationFormat(LOCALES[language], { style: 'long' }).format(units)
}

/** A day as people write it: day before month, western digits. */
export function dayText(at: Temporal.Instant, timezone: string, language: FullLanguage): string {
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const
  return at.toZonedDateTimeISO(timezone).toPlainDate().toLocaleString(LOCALES[language], day)
}

const LOCALES: Record<FullLanguage, string> = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE', ar: 'ar-u-nu-latn' }
const DAY = 24 * 60
