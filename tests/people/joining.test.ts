import { describe, expect, test } from 'vitest'
import { CHANNELS, type ChannelName } from '../../src/channels/port.ts'
import { createConfigSource } from '../../src/config/load.ts'
import type { Config, Organisation } from '../../src/config/organisation.ts'
import { AGE_CODES, ageCodeOf, bandOf, bandsFor, isOldEnough } from '../../src/people/ages.ts'
import { CONSENT_TEXT, consentNow } from '../../src/people/consent-gate.ts'
import {
  agePrompt,
  barredFrom,
  consentPrompt,
  decodeJoin,
  elsewherePrompt,
  encodeJoin,
  type JoinButton,
  type JoinStep,
  joinLanguage,
  languagePrompt,
  languagesOf,
  nextStep,
} from '../../src/people/join-conversation.ts'
import { LANGUAGES } from '../../src/survey/question-set.ts'
import { wordsFor } from '../../src/words/words.ts'
import { plain } from '../support/app.ts'

const TOKEN = 'abcdefghijklmnopqrstuv-_'
const config = createConfigSource('config').current()
const xy = config.organisations.get('xy')!

describe('buttons of the join conversation', () => {
  test('come back as they were made, within the platforms’ 64 bytes', () => {
    for (const language of [null, ...LANGUAGES]) {
      for (const age of [null, ...AGE_CODES]) {
        for (const text of [null, CONSENT_TEXT]) {
          for (const choice of ['s', 'y', 'n', 'm'] as const) {
            const button: JoinButton = { token: TOKEN, language, choice, age, text }
            expect(decodeJoin(encodeJoin(button))).toEqual(button)
            expect(Buffer.byteLength(encodeJoin(button))).toBeLessThanOrEqual(64)
          }
        }
      }
    }
  })
  test('of cards from before the age was asked say no age', () => {
    expect(decodeJoin(`j.${TOKEN}.y.fr`)).toEqual({ token: TOKEN, choice: 'y', language: 'fr', age: null, text: null })
    expect(decodeJoin(`j.${TOKEN}.s`)).toEqual({ token: TOKEN, choice: 's', language: null, age: null, text: null })
  })
  test('nothing else is one', () => {
    const wrong = [
      '',
      'j',
      `j.${TOKEN}`,
      `j.${TOKEN}.x`,
      `j.${TOKEN}.y.de`,
      `j.${TOKEN}.y.nl.e`,
      `j.${TOKEN}.y.nl.d.2026`,
      `j.${TOKEN}.y.d.nl`,
      `j.${TOKEN}.y.nl.nl`,
      `j.${TOKEN}x.y`,
      `j.${TOKEN.slice(1)}.y`,
      ` j.${TOKEN}.y`,
      `j.${TOKEN}.y\n`,
      `r.${TOKEN}.y`,
      `j.${'💥'.repeat(12)}.y`,
    ]
    for (const data of wrong) expect(decodeJoin(data)).toBeNull()
  })
})

describe('age bands', () => {
  test('younger than 13 is no band, and no row can hold it', () => {
    expect(AGE_CODES.map(bandOf)).toEqual([null, '13-15', '16-17', '18+'])
    for (const code of AGE_CODES.slice(1)) expect(ageCodeOf(bandOf(code)!)).toBe(code)
  })
  test('each channel has its own youngest age', () => {
    expect(bandsFor(xy, 'telegram')).toEqual(['16-17', '18+'])
    expect(bandsFor(xy, 'discord')).toEqual(['13-15', '16-17', '18+'])
    expect(bandsFor(xy, 'web')).toEqual(['13-15', '16-17', '18+'])
    const adult: Organisation = { ...xy, minimumAge: { telegram: 18, discord: 16, web: 18 } }
    expect(CHANNELS.map((channel) => bandsFor(adult, channel))).toEqual([['18+'], ['16-17', '18+'], ['18+']])
    expect(isOldEnough(adult, 'discord', '13-15')).toBe(false)
  })
})

describe('what comes next', () => {
  const step = (channel: ChannelName, said: string, organisation = xy, from: Config = config): JoinStep => {
    const [language, age] = said.split(' ')
    return nextStep(from, organisation, channel, {
      language: (language || null) as JoinButton['language'],
      age: (age ?? null) as JoinButton['age'],
    })
  }
  test('language, then age, then consent', () => {
    expect([step('telegram', ''), step('telegram', 'nl'), step('telegram', 'nl d')]).toEqual([
      'language',
      'age',
      'consent',
    ])
  })
  test('a language that the organisation does not have is no language', () => {
    const dutchAndFrench: Organisation = { ...xy, languages: ['nl', 'fr'] }
    expect([step('web', 'ar d', dutchAndFrench), step('web', 'nl-plain d', dutchAndFrench)]).toEqual([
      'language',
      'consent',
    ])
  })
  test('with one language only, it is not asked', () => {
    const english: Organisation = { ...xy, language: 'en', languages: ['en'] }
    expect([step('web', '', english), step('web', ' d', english)]).toEqual(['age', 'consent'])
  })
  test('younger than 13 is told goodbye everywhere; too young for a channel leads to the page, if that may be', () => {
    for (const channel of CHANNELS) expect(step(channel, 'nl a')).toBe('under-13')
    expect([step('telegram', 'nl b'), step('discord', 'nl b'), step('web', 'nl b')]).toEqual([
      'elsewhere',
      'consent',
      'consent',
    ])
    const older: Organisation = { ...xy, minimumAge: { telegram: 16, discord: 16, web: 16 } }
    expect(CHANNELS.map((channel) => step(channel, 'nl b', older))).toEqual(['not-here', 'not-here', 'not-here'])
  })
  test('a channel on which every survey is barred leads to the page; one survey that may be there is enough', () => {
    const method = config.methods.get('uitgangsvraag')!
    const barred: Config = {
      ...config,
      methods: new Map(config.methods).set('uitgangsvraag', {
        ...method,
        set: { ...method.set, barredOn: ['discord', 'telegram'] },
      }),
    }
    expect(CHANNELS.map((channel) => step(channel, 'nl d', xy, barred))).toEqual(['elsewhere', 'elsewhere', 'consent'])
    const survey = Object.values(xy.surveys)[0]!
    const more: Organisation = { ...xy, surveys: { ...xy.surveys, other: { ...survey, set: 'gevoelsbuttons-start' } } }
    expect(step('discord', 'nl d', more, barred)).toBe('consent')
    expect(barredFrom(barred, { ...xy, surveys: {} }, 'discord')).toBe(false)
  })
  test('no age that is too young for a channel leads to consent there', () => {
    for (const organisation of config.organisations.values())
      for (const channel of CHANNELS)
        for (const age of AGE_CODES) {
          const band = bandOf(age)
          const allowed = band !== null && isOldEnough(organisation, channel, band)
          if (!allowed) expect(step(channel, `nl ${age}`, organisation)).not.toBe('consent')
        }
  })
})

describe('the questions before the question', () => {
  test('languages: the suggested one first, each in its own name', () => {
    const prompt = languagePrompt(xy, TOKEN, 'fr')
    expect(prompt.language).toBe('fr')
    expect(prompt.choices.map((choice) => decodeJoin(choice.data)?.language)).toEqual([
      'fr',
      'nl',
      'nl-plain',
      'en',
      'ar',
    ])
    expect(prompt.choices.map((choice) => choice.label).slice(0, 2)).toEqual(['Français', 'Nederlands'])
    expect(new Set(prompt.choices.map((choice) => choice.label)).size).toBe(5)
  })
  test.each(LANGUAGES)('ages in %s: four bands of the same size, and a no only for who is asked anew', (language) => {
    const prompt = agePrompt(TOKEN, language)
    expect(prompt.choices.map((choice) => [choice.role, decodeJoin(choice.data)])).toEqual(
      AGE_CODES.map((age) => ['option', { token: TOKEN, choice: 's', language, age, text: null }]),
    )
    const anew = agePrompt(TOKEN, language, { lead: [{ text: 'waarom nu' }], no: true })
    expect(anew.lines[0]).toEqual({ text: 'waarom nu' })
    expect(decodeJoin(anew.choices.at(-1)!.data)).toMatchObject({ choice: 'n', language })
  })
  test('the way to the page is a link and nothing to tap by mistake', () => {
    const { choices } = elsewherePrompt('nl', 'https://pols.example/doe-mee/eenmalig/x')
    expect(choices).toEqual([
      { data: '', role: 'link', url: 'https://pols.example/doe-mee/eenmalig/x', label: 'Naar de webpagina' },
    ])
  })
})

describe('the question', () => {
  const ask = (language: (typeof LANGUAGES)[number], channel: ChannelName, more = false) =>
    consentPrompt(xy, channel, { token: TOKEN, language, age: 'c', more })

  test.each(LANGUAGES)(
    'in %s says who asks, who sees what, that it is free and how to stop, and gives yes and no alike',
    (language) => {
      for (const channel of CHANNELS) {
        const prompt = ask(language, channel)
        const text = plain(prompt.lines.map((line) => line.text).join('\n'))
        expect(prompt.language).toBe(language)
        expect(text).toContain('XY')
        expect(text).toContain('5')
        const [yes, no, more] = prompt.choices
        expect([yes!.role, no!.role, more!.role]).toEqual(['option', 'option', 'control'])
        expect(prompt.choices.map((choice) => decodeJoin(choice.data))).toEqual([
          { token: TOKEN, language, age: 'c', choice: 'y', text: CONSENT_TEXT },
          { token: TOKEN, language, age: 'c', choice: 'n', text: null },
          { token: TOKEN, language, age: 'c', choice: 'm', text: null },
        ])
        // A page has no commands; it has buttons with these words.
        for (const command of ['/stop', '/wis']) expect(text.includes(command)).toBe(channel !== 'web')
        expect(text.includes(wordsFor(language)('web-erase'))).toBe(channel === 'web')
        // Which company can see along differs from channel to channel.
        for (const other of CHANNELS) {
          expect(text.includes(plain(wordsFor(language)(`join-platform-${other}`)))).toBe(other === channel)
        }
      }
    },
  )
  test('with more explanation has all that was there, and no button for still more', () => {
    for (const channel of CHANNELS) {
      const [short, long] = [ask('nl', channel), ask('nl', channel, true)]
      expect(long.lines.length).toBe(short.lines.length + 4)
      for (const line of short.lines) expect(long.lines).toContainEqual(line)
      expect(long.lines.at(-1)).toEqual(short.lines.at(-1))
      expect(long.choices).toHaveLength(2)
      const rights = long.lines.some(({ text }) => text.includes('/mijndata'))
      expect(rights).toBe(channel !== 'web')
    }
  })
  test('in a chat leads to the page as well, after yes and no', () => {
    const { choices } = consentPrompt(xy, 'telegram', {
      token: TOKEN,
      language: 'nl',
      age: 'd',
      webUrl: 'https://x.be/',
    })
    expect(choices.map((choice) => choice.role)).toEqual(['option', 'option', 'control', 'link'])
    expect(choices[3]).toMatchObject({ url: 'https://x.be/', data: '' })
  })
})

test('the language is the client’s, if the organisation has it', () => {
  expect(joinLanguage(xy, 'fr-BE')).toBe('fr')
  expect(joinLanguage(xy, 'ar')).toBe('ar')
  expect(joinLanguage(xy, undefined)).toBe('nl')
  expect(joinLanguage(xy, 'ja')).toBe('nl')
  expect(joinLanguage({ ...xy, languages: ['nl', 'fr'] }, 'en-GB')).toBe('nl')
  expect(joinLanguage({ ...xy, language: 'fr', languages: ['nl', 'fr'] }, 'en-GB')).toBe('fr')
  expect(languagesOf({ ...xy, languages: ['fr', 'nl'] })).toEqual(['fr', 'nl', 'nl-plain'])
})

test('a yes holds for the text and the working year of the organisation, by its own calendar', () => {
  const at = (moment: string, organisation = xy) => consentNow(organisation, Temporal.Instant.from(moment))
  expect(at('2026-11-25T17:00:00Z')).toEqual({
    version: `${CONSENT_TEXT}.2026`,
    textVersion: CONSENT_TEXT,
    today: '2026-11-25',
    validUntil: '2027-08-31',
  })
  expect(at('2027-08-31T21:59:00Z').version).toBe(`${CONSENT_TEXT}.2026`)
  // Midnight in Antwerp, two hours before it is midnight in Greenwich.
  expect(at('2027-08-31T22:00:00Z')).toMatchObject({ version: `${CONSENT_TEXT}.2027`, validUntil: '2028-08-31' })
  const calendar: Organisation = { ...xy, workingYear: '01-01' }
  expect(at('2027-12-31T22:59:00Z', calendar)).toMatchObject({
    version: `${CONSENT_TEXT}.2027`,
    validUntil: '2027-12-31',
  })
})
