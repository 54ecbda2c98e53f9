/** Said to who opens the link of a session that moved to another day, or does not take place. */
import type { Prompt } from '../channels/port.ts'
import type { Language } from '../survey/question-set.ts'
import { notice } from './inbound-rooms.ts'

export function detourNotice(detour: 'cancelled' | { startsAt: Temporal.ZonedDateTime }, language: Language): Prompt {
  if (detour === 'cancelled') return notice('session-cancelled', language)
  const time = detour.startsAt.toLocaleString(LOCALES[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return notice('session-moved', language, { time })
}

/** Day before month and western digits everywhere. */
export const LOCALES: Readonly<Record<Language, string>> = {
  nl: 'nl-BE',
  'nl-plain': 'nl-BE',
  en: 'en-GB',
  fr: 'fr-BE',
  ar: 'ar-u-nu-latn',
}
