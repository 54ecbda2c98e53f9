/**
 * The conversation before somebody takes part: language, age band, consent; three taps at most. All that was said so
 * far travels in the buttons, so nothing is stored before a yes.
 */
import type { ChannelName, Choice, Line, Prompt } from '../channels/port.ts'
import type { Config, Organisation } from '../config/organisation.ts'
import { LANGUAGES, type Language } from '../survey/question-set.ts'
import { nearestLanguage, type Words, wordsFor } from '../words/words.ts'
import { AGE_CODES, type AgeCode, bandOf, isOldEnough } from './ages.ts'
import { CONSENT_TEXT } from './consent-gate.ts'

/**
 * Button data: go on (`s`), yes, no, more explanation; what was said so far; and with a yes the text it is a yes to,
 * so that a card that still shows an older text is no yes to the new one.
 */
export type JoinButton = {
  token: string
  choice: 's' | 'y' | 'n' | 'm'
  language: Language | null
  age: AgeCode | null
  text: string | null
}

/** @returns at most 64 bytes */
export function encodeJoin(button: Pick<JoinButton, 'token' | 'choice'> & Partial<JoinButton>): string {
  const said = [button.language, button.age, button.text].filter((one) => one)
  return ['j', button.token, button.choice, ...said].join('.')
}

export function decodeJoin(data: string): JoinButton | null {
  const parts = DATA.exec(data)?.groups
  return parts
    ? {
        token: parts.token!,
        choice: parts.choice as JoinButton['choice'],
        language: (parts.language as Language | undefined) ?? null,
        age: (parts.age as AgeCode | undefined) ?? null,
        text: parts.text ?? null,
      }
    : null
}

const DATA = new RegExp(
  `^j\\.(?<token>[\\w-]{24})\\.(?<choice>[synm])(?:\\.(?<language>${LANGUAGES.join('|')}))?(?:\\.(?<age>[${AGE_CODES.join('')}]))?(?:\\.(?<text>\\d{4}-\\d\\d))?$`,
)

/** The languages in which somebody can take part; where there is Dutch, there is Dutch in simpler words. */
export function languagesOf(organisation: Organisation): Language[] {
  return organisation.languages.flatMap((one): Language[] => (one === 'nl' ? ['nl', 'nl-plain'] : [one]))
}

/** The language to ask in: what the client says, if the organisation has it. */
export function joinLanguage(organisation: Organisation, tag: string | undefined): Language {
  const wish = nearestLanguage(tag, organisation.language)
  return languagesOf(organisation).includes(wish) ? wish : organisation.language
}

/** Whether every survey of an organisation is barred on a channel, so that taking part there would be for nothing. */
export function barredFrom(config: Config, organisation: Organisation, channel: ChannelName): boolean {
  const surveys = Object.values(organisation.surveys)
  return (
    surveys.length > 0 &&
    surveys.every((survey) => config.methods.get(survey.set)?.set.barredOn?.includes(channel) ?? false)
  )
}

/** elsewhere: not on this channel, but on our page; not-here: nowhere, for now. */
export type JoinStep = 'language' | 'age' | 'under-13' | 'elsewhere' | 'not-here' | 'consent'

/** What comes next, after what was said so far. The only way to `consent` is an age band that may take part here. */
export function nextStep(
  config: Config,
  organisation: Organisation,
  channel: ChannelName,
  said: Pick<JoinButton, 'language' | 'age'>,
): JoinStep {
  const known = said.language !== null && languagesOf(organisation).includes(said.language)
  if (!known && languagesOf(organisation).length > 1) return 'language'
  if (said.age === null) return 'age'
  const band = bandOf(said.age)
  if (band === null) return 'under-13'
  const welcome = (on: ChannelName) => isOldEnough(organisation, on, band) && !barredFrom(config, organisation, on)
  if (welcome(channel)) return 'consent'
  return welcome('web') ? 'elsewhere' : 'not-here'
}

/** "In which language?", in the language that the client suggests, which comes first. */
export function languagePrompt(organisation: Organisation, token: string, suggested: Language): Prompt {
  const words = wordsFor(suggested)
  const languages = [suggested, ...languagesOf(organisation).filter((one) => one !== suggested)]
  return {
    kind: 'notice',
    language: suggested,
    lines: [
      { text: words('join-hello', { organisation: organisation.name }) },
      { text: words('join-language'), style: 'strong' },
    ],
    choices: languages.map((language) => ({
      data: encodeJoin({ token, choice: 's', language }),
      label: wordsFor(language)('web-language-name'),
      role: 'option',
    })),
  }
}

/** "How old are you?", in bands. `lead` comes first: why we ask now. With a no, for who is asked anew. */
export function agePrompt(token: string, language: Language, more: { lead?: Line[]; no?: boolean } = {}): Prompt {
  const words = wordsFor(language)
  const choices: Choice[] = AGE_CODES.map((age) => ({
    data: encodeJoin({ token, choice: 's', language, age }),
    label: words(`join-age-${age}`),
    role: 'option',
  }))
  if (more.no)
    choices.push({ data: encodeJoin({ token, choice: 'n', language }), label: words('join-no'), role: 'option' })
  return {
    kind: 'notice',
    language,
    lines: [
      ...(more.lead ?? []),
      { text: words('join-age'), style: 'strong' },
      { text: words('join-age-why'), style: 'quiet' },
    ],
    choices,
  }
}

/** "Doe je mee?" in plain words, with yes and no equally large. */
export function consentPrompt(
  organisation: Organisation,
  channel: ChannelName,
  given: { token: string; language: Language; age: AgeCode; more?: boolean; webUrl?: string | null; shared?: boolean },
): Prompt {
  const { token, language, age, more = false } = given
  const say = wordsFor(language)
  const words: Words = (key, values) => say((given.shared && ON_SHARED_DEVICE[key]) || key, values)
  const values = { organisation: organisation.name, floor: organisation.smallestGroup }
  const lines: Line[] = [{ text: words('join-hello', { organisation: organisation.name }), style: 'strong' }]
  for (const key of ['join-what', 'join-free', 'join-who-sees', 'join-sensitive'])
    lines.push({ text: words(key, values) })
  lines.push({ text: words(channel === 'web' ? 'join-stop-web' : 'join-stop') })
  lines.push({ text: words(`join-platform-${channel}`), style: 'quiet' })
  if (more)
    for (const key of MORE)
      lines.push({ text: words(key === 'join-more-rights' && channel === 'web' ? 'join-more-rights-web' : key) })
  lines.push({ text: words('join-question'), style: 'strong' })
  const button = (choice: JoinButton['choice'], label: string, role: 'option' | 'control'): Choice => ({
    data: encodeJoin({ token, choice, language, age, ...(choice === 'y' ? { text: CONSENT_TEXT } : {}) }),
    label: words(label),
    role,
  })
  const choices = [button('y', 'join-yes', 'option'), button('n', 'join-no', 'option')]
  if (!more) choices.push(button('m', 'join-more', 'control'))
  if (given.webUrl) choices.push({ data: '', url: given.webUrl, label: words('join-on-web'), role: 'link' })
  return { kind: 'notice', language, lines, choices }
}

/** Not on this channel: the way to our page, on which language and age are known already. */
export function elsewherePrompt(language: Language, url: string): Prompt {
  const words = wordsFor(language)
  return {
    kind: 'notice',
    language,
    lines: [{ text: words('join-elsewhere') }, { text: words('join-elsewhere-once'), style: 'quiet' }],
    choices: [{ data: '', url, label: words('join-open-page'), role: 'link' }],
  }
}

/** What is said otherwise on a device that others hold as well. */
const ON_SHARED_DEVICE: Readonly<Record<string, string>> = {
  'join-what': 'tablet-what',
  'join-stop-web': 'tablet-stop-how',
  'join-platform-web': 'tablet-shared',
  'join-more-rights-web': 'tablet-rights',
  'join-more-year': 'tablet-once',
}

const MORE = ['join-more-kept', 'join-more-small', 'join-more-rights', 'join-more-year'] as const
