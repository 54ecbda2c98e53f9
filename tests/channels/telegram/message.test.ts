import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Choice, Line, Prompt } from '../../../src/channels/port.ts'
import { toMessage } from '../../../src/channels/telegram/message.ts'
import { EngineError } from '../../../src/errors.ts'
import { LANGUAGES } from '../../../src/survey/question-set.ts'
import { wordsFor } from '../../../src/words/words.ts'
import { plainText } from '../../support/fake-telegram-html.ts'

const card = (lines: Line[], more: Partial<Prompt> = {}): Prompt => ({
  kind: 'card',
  language: 'nl',
  lines,
  choices: [],
  ...more,
})
const choice = (label: string, more: Partial<Choice> = {}): Choice => ({ data: 'd', label, role: 'option', ...more })

describe("a prompt in Telegram's form", () => {
  test('a card: styles, one button a row, emoji beside words, ticks', () => {
    const prompt = card(
      [{ text: 'Vraag 1 van 3', style: 'quiet' }, { text: 'Hoe was het?', style: 'strong' }, { text: 'Kies er een.' }],
      {
        choices: [
          choice('goed', { emoji: '😃', ticked: true, data: 'a' }),
          choice('klaar', { role: 'control', data: 'b' }),
        ],
      },
    )
    expect(toMessage(prompt)).toEqual({
      text: '<i>Vraag 1 van 3</i>\n<b>Hoe was het?</b>\nKies er een.',
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      reply_markup: {
        inline_keyboard: [[{ text: '✔ 😃 goed', callback_data: 'a' }], [{ text: 'klaar', callback_data: 'b' }]],
      },
    })
  })

  test('lines of a table stand in one block', () => {
    const lines: Line[] = [
      { text: 'Peiling', style: 'strong' },
      { text: 'goed   8', style: 'table' },
      { text: '<niet>  5', style: 'table' },
      { text: 'Let op', style: 'quiet' },
    ]
    expect(toMessage(card(lines)).text).toBe('<b>Peiling</b>\n<pre>goed   8\n&lt;niet&gt;  5</pre>\n<i>Let op</i>')
  })

  test('a typed answer is invited in words; there is no button for it', () => {
    const prompt = card([{ text: 'Wat neem je mee?' }], {
      choices: [choice('schrijf', { role: 'write' }), choice('sla over', { role: 'control', data: 'skip' })],
      typed: { label: 'Jouw antwoord', max: 300, data: 'w' },
    })
    const { text, reply_markup } = toMessage(prompt)
    expect(text).toContain('Typ je antwoord hier')
    expect(text).toContain('300')
    expect(reply_markup?.inline_keyboard).toEqual([[{ text: 'sla over', callback_data: 'skip' }]])
  })

  test('what is typed outside a card is invited too, without calling it an answer', () => {
    const typed = { label: 'Je voorstel', max: 300, data: 'v.xx' }
    const { text, reply_markup } = toMessage(card([{ text: 'Wat stel je voor?' }], { kind: 'notice', typed }))
    expect(text).toBe(
      'Wat stel je voor?\n<i>✍ Typ het hier, als een gewoon bericht. Maximaal \u2068300\u2069 tekens.</i>',
    )
    expect(reply_markup).toBeUndefined()
  })

  test('a link is a button that leads there', () => {
    const to = choice('Lees mijn gegevens', { role: 'link', data: '', url: 'https://pols.example.org/mijn/abc' })
    const prompt = card([{ text: 'Dit bewaren we.' }], { choices: [to, choice('Klaar', { role: 'control' })] })
    expect(toMessage(prompt)).toMatchObject({
      text: 'Dit bewaren we.',
      link_preview_options: { is_disabled: true },
      reply_markup: {
        inline_keyboard: [
          [{ text: 'Lees mijn gegevens', url: 'https://pols.example.org/mijn/abc' }],
          [{ text: 'Klaar', callback_data: 'd' }],
        ],
      },
    })
  })

  test.each([
    'http://localhost:3000/mijn/abc',
    'http://127.0.0.1:3000/mijn/abc',
    'https://localhost/mijn/abc',
    'https://10.0.0.7/mijn/abc',
    'http://pols.example.org/mijn/abc',
    `https://pols.example.org/${'x'.repeat(600)}`,
    'tg://user?id=5012345678',
    'tel:102',
  ])('a link that a button cannot hold stands in the text: %s', (url) => {
    const to = choice('Lees mijn gegevens', { role: 'link', data: '', url })
    const { text, reply_markup } = toMessage(card([{ text: 'Dit bewaren we.' }], { choices: [to] }))
    expect(text.split('\n')).toEqual(['Dit bewaren we.', 'Lees mijn gegevens', url])
    expect(reply_markup).toBeUndefined()
  })

  test('a picture is the preview of its own address, above the words; its words are the last line', () => {
    const picture = { url: 'https://pols.example.org/beeld/abc.png', alt: 'Drie gezichten' }
    const prompt = card([{ text: 'Hoe was het?', style: 'strong' }], { picture })
    expect(toMessage(prompt)).toEqual({
      text: '<b>Hoe was het?</b>\n<i>Drie gezichten</i>',
      parse_mode: 'HTML',
      link_preview_options: { url: picture.url, prefer_large_media: true, show_above_text: true },
    })
    for (const change of [
      { picture: { ...picture, url: 'http://localhost:3000/beeld/abc.png' } },
      { textOnly: true },
    ]) {
      expect(toMessage({ ...prompt, ...change })).toMatchObject({
        text: '<b>Hoe was het?</b>',
        link_preview_options: { is_disabled: true },
      })
    }
  })

  test.each([
    ['nl', ''],
    ['en', ''],
    ['fr', ''],
    ['ar', '\u200f'],
  ] as const)('in text only there is no emoji, and a tick is a word: %s', (language, mark) => {
    const label = `${mark}${wordsFor(language)('chosen', { option: 'goed' })}`
    const options = [choice('goed', { emoji: '😃', ticked: true }), choice('schrijf', { emoji: '✍️', role: 'write' })]
    const typed = { label: 'l', max: 300, data: 'w' }
    const message = toMessage(card([{ text: 'x' }], { language, textOnly: true, choices: options, typed }))
    expect(message.reply_markup?.inline_keyboard).toEqual([[{ text: label, callback_data: 'd' }]])
    expect(JSON.stringify(message)).not.toMatch(/[✔✍]|\p{RGI_Emoji}/v)
  })

  test('somebody without a name can be found by a link, in a notice only', () => {
    const found = card([{ text: 'Bereikbaar via tg://user?id=5012345678 & zo' }])
    const link = '<a href="tg://user?id=5012345678">tg://user?id=5012345678</a>'
    expect(toMessage({ ...found, kind: 'notice' }).text).toBe(`Bereikbaar via ${link} &amp; zo`)
    expect(toMessage(found).text).not.toContain('<a')
  })

  test('a message without buttons takes away those that were there', () => {
    expect(toMessage(card([{ text: 'Dank je' }]))).not.toHaveProperty('reply_markup')
  })

  test('data of 64 bytes fits, 65 is our bug', () => {
    expect(() => toMessage(card([{ text: 'x' }], { choices: [choice('a', { data: 'é'.repeat(32) })] }))).not.toThrow()
    expect(() => toMessage(card([{ text: 'x' }], { choices: [choice('a', { data: `${'é'.repeat(32)}x` })] }))).toThrow(
      EngineError,
    )
  })

  test('control characters go, line breaks stay', () => {
    expect(toMessage(card([{ text: 'a\u0000b\u0007\r\nc\td' }])).text).toBe('ab\nc d')
  })

  test('an Arabic card is laid out right to left, also where a line opens with a name', () => {
    const lines: Line[] = [
      { text: 'كيف كان؟' },
      { text: 'XX يسأل' },
      { text: '2 من 3' },
      { text: '\u2068XX\u2069 يسأل\n\n8 😃' },
      { text: 'goed  8', style: 'table' },
    ]
    const choices = [
      choice('جيد', { emoji: '😃', ticked: true }),
      choice('XX جيد', { emoji: '😃' }),
      choice('3', { role: 'control' }),
    ]
    const { text, reply_markup } = toMessage(card(lines, { language: 'ar', choices }))
    expect(text.split('\n')).toEqual([
      'كيف كان؟',
      '\u200fXX يسأل',
      '2 من 3',
      '\u200f\u2068XX\u2069 يسأل',
      '',
      '\u200f8 😃',
      '<pre>goed  8</pre>',
    ])
    const labels = reply_markup?.inline_keyboard.flat().map((button) => button.text)
    expect(labels).toEqual(['✔ 😃 جيد', '\u200f😃 XX جيد', '\u200f3'])
    expect(toMessage(card(lines, { choices })).text).not.toContain('\u200f')
  })
})

describe('a text that is too long', () => {
  test('is cut at a line', () => {
    const lines = Array.from({ length: 100 }, (_, i) => ({ text: `${String(i).padStart(2, '0')}${'&'.repeat(98)}` }))
    const text = plainText(toMessage(card(lines)).text)
    const rows = text.split('\n')
    expect(rows.at(-1)).toBe('…')
    expect(rows.slice(0, -1).every((row) => row.length === 100)).toBe(true)
    expect(rows.length).toBeGreaterThan(39)
  })

  test('is cut at a word when it is one long line', () => {
    const text = plainText(toMessage(card([{ text: 'woord '.repeat(1000) }])).text)
    expect(text).toMatch(/woord\n…$/)
    expect(text.length).toBeGreaterThan(4000)
  })

  test('fills what there is, and not one sign more', () => {
    expect(plainText(toMessage(card([{ text: 'x'.repeat(5000) }])).text).length).toBe(4096)
    expect(plainText(toMessage(card([{ text: 'x'.repeat(4096) }])).text)).toBe('x'.repeat(4096))
    const lines = ['x'.repeat(3000), 'y'.repeat(1093), 'z', 'z'].map((text) => ({ text }))
    expect(plainText(toMessage(card(lines)).text)).toBe(`${'x'.repeat(3000)}\n${'y'.repeat(1093)}\n…`)
  })

  test('keeps the invitation to type', () => {
    const prompt = card([{ text: 'x'.repeat(5000) }], { typed: { label: 'l', max: 500, data: 'w' } })
    expect(plainText(toMessage(prompt).text)).toMatch(/Typ je antwoord hier.*$/)
  })

  test('whatever is said, Telegram can take it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '&',
        '<',
        '>',
        '"',
        '</b>',
        '&lt;',
        '<pre>',
        '😃',
        '👨‍👩‍👧',
        '\ud83d',
        'كان ',
        '\u2068x\u2069',
        '\n',
        ' ',
      ),
      fc
        .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 30 })
        .map((points) => String.fromCodePoint(...points)),
    )
    const text = fc
      .array(piece, { maxLength: 40 })
      .chain((parts) => fc.integer({ min: 1, max: 8 }).map((n) => parts.join('').repeat(n)))
    const style = fc.constantFrom('strong' as const, 'quiet' as const, 'table' as const)
    const line = fc.record({ text, style }, { requiredKeys: ['text'] })
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.constantFrom(...LANGUAGES),
        fc.boolean(),
        (lines, language, asks) => {
          const typed = { label: 'l', max: 2000, data: 'w' }
          const message = toMessage({ kind: 'card', language, lines, choices: [], ...(asks ? { typed } : {}) })
          const plain = plainText(message.text)
          expect(plain.length).toBeLessThanOrEqual(4096)
          expect(plain.isWellFormed()).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})
