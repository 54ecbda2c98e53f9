/** The cards on which somebody chooses language, rest and how things look. */
import type { Choice, Prompt } from '../channels/port.ts'
import { type Person, REST_WISHES, wishesOf } from '../people/own-settings.ts'
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { LOCALES } from './detour-notice.ts'

/** Each language in its own words. */
export function languagePrompt(person: Person): Prompt {
  return {
    kind: 'notice',
    language: person.language,
    lines: [{ text: wordsFor(person.language)('settings-language'), style: 'strong' }],
    choices: person.languages.map((language) => ({
      data: `s.l.${language}`,
      label: wordsFor(language)('web-language-name'),
      role: 'option',
      ...(language === person.language ? { ticked: true } : {}),
    })),
  }
}

/** What can be turned on or off; a page makes no sound, so there is nothing to keep quiet there. */
export function settingsPrompt(person: Person): Prompt {
  const words = wordsFor(person.language)
  const choices: Choice[] = []
  const toggle = (data: string, label: string, on: boolean) =>
    choices.push({
      data: `${data}${on ? '0' : '1'}`,
      label: words(label),
      role: 'option',
      ...(on ? { ticked: true } : {}),
    })
  if (person.languages.includes('nl-plain') && ['nl', 'nl-plain'].includes(person.language)) {
    const plain = person.language === 'nl-plain'
    choices.push({
      data: `s.l.${plain ? 'nl' : 'nl-plain'}`,
      label: words('settings-plain'),
      role: 'option',
      ...(plain ? { ticked: true } : {}),
    })
  }
  toggle('s.x.', 'settings-text-only', person.textOnly)
  const wishes = wishesOf(person.rest)
  if (person.channel !== 'web') for (const wish of REST_WISHES) toggle(`s.r.${wish}.`, `settings-${wish}`, wishes[wish])
  choices.push({ data: 's.t', label: words('settings-other-language'), role: 'control' })
  choices.push(
    person.pausedUntil
      ? { data: 's.w', label: words('settings-resume'), role: 'control' }
      : { data: 's.p', label: words('settings-pause'), role: 'control' },
  )
  const lines: Prompt['lines'] = [{ text: words('settings-title'), style: 'strong' }, { text: words('settings-how') }]
  if (person.pausedUntil)
    lines.push({ text: words('settings-paused', { date: dayText(person.pausedUntil, person.language) }) })
  return { kind: 'notice', language: person.language, lines, choices }
}

/** Until when it is quiet, and the way back. */
export function pausePrompt(person: Person, until: string): Prompt {
  const words = wordsFor(person.language)
  return {
    kind: 'notice',
    language: person.language,
    lines: [{ text: words('settings-paused', { date: dayText(until, person.language) }) }],
    choices: [{ data: 's.w', label: words('settings-resume'), role: 'control' }],
    silent: true,
  }
}

/** A day without its weekday, as people say it. */
const dayText = (date: string, language: Language): string =>
  Temporal.PlainDate.from(date).toLocaleString(LOCALES[language], { day: 'numeric', month: 'long' })
