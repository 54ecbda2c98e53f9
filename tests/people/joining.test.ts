import { describe, expect, test } from 'vitest'
import { CHANNELS } from '../../src/channels/port.ts'
import { createConfigSource } from '../../src/config/load.ts'
import { consentPrompt, decodeJoin, encodeJoin, type JoinButton, joinLanguage } from '../../src/people/joining.ts'
import { LANGUAGES } from '../../src/survey/question-set.ts'
import { wordsFor } from '../../src/words/words.ts'
import { plain } from '../support/app.ts'

const TOKEN = 'abcdefghijklmnopqrstuv-_'
const xy = createConfigSource('config').current().organisations.get('xy')!

describe('buttons of the join conversation', () => {
  test('come back as they were made, within the platforms’ 64 bytes', () => {
    for (const language of [null, ...LANGUAGES]) {
      for (const choice of ['s', 'y', 'n', 'm'] as const) {
        const button: JoinButton = { token: TOKEN, language, choice }
        expect(decodeJoin(encodeJoin(button))).toEqual(button)
        expect(Buffer.byteLength(encodeJoin(button))).toBeLessThanOrEqual(64)
      }
    }
  })
  test('nothing else is one', () => {
    const wrong = [
      '',
      'j',
      `j.${TOKEN}`,
      `j.${TOKEN}.x`,
      `j.${TOKEN}.y.de`,
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

describe('the question', () => {
  test.each(LANGUAGES)(
    'in %s says who asks, who sees what and that it is free, and gives yes and no alike',
    (language) => {
      for (const channel of CHANNELS) {
        const prompt = consentPrompt(xy, language, TOKEN, channel)
        const text = plain(prompt.lines.map((line) => line.text).join('\n'))
        expect(prompt.language).toBe(language)
        expect(text).toContain('XY')
        expect(text).toContain('5')
        const [yes, no, more] = prompt.choices
        expect([yes!.role, no!.role, more!.role]).toEqual(['option', 'option', 'control'])
        expect(prompt.choices.map((choice) => decodeJoin(choice.data))).toEqual(
          ['y', 'n', 'm'].map((choice) => ({ token: TOKEN, language, choice })),
        )
        // Which company can see along differs from channel to channel.
        for (const other of CHANNELS) {
          expect(text.includes(plain(wordsFor(language)(`join-platform-${other}`)))).toBe(other === channel)
        }
      }
    },
  )
  test('with more explanation has all that was there, and no button for still more', () => {
    const [short, long] = [consentPrompt(xy, 'nl', TOKEN, 'web'), consentPrompt(xy, 'nl', TOKEN, 'web', true)]
    expect(long.lines.length).toBe(short.lines.length + 3)
    for (const line of short.lines) expect(long.lines).toContainEqual(line)
    expect(long.lines.at(-1)).toEqual(short.lines.at(-1))
    expect(long.choices).toHaveLength(2)
  })
})

test('the language is the client’s, if the organisation has it', () => {
  expect(joinLanguage(xy, 'fr-BE')).toBe('fr')
  expect(joinLanguage(xy, 'ar')).toBe('ar')
  expect(joinLanguage(xy, undefined)).toBe('nl')
  expect(joinLanguage(xy, 'ja')).toBe('nl')
  expect(joinLanguage({ ...xy, languages: ['nl', 'fr'] }, 'en-GB')).toBe('nl')
  expect(joinLanguage({ ...xy, language: 'fr', languages: ['nl', 'fr'] }, 'en-GB')).toBe('fr')
})
