import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toMessage } from '../../../src/channels/discord/wire.ts'
import type { Choice, Line, Prompt } from '../../../src/channels/port.ts'
import { wordsFor } from '../../../src/words/words.ts'
import { checkMessage } from '../../support/fake-discord-checks.ts'
import { type Component, drawn } from '../../support/fake-discord-screen.ts'

const prompt = (more: Partial<Prompt>): Prompt => ({ kind: 'card', language: 'nl', lines: [], choices: [], ...more })
const content = (...lines: Line[]) => toMessage(prompt({ lines })).content
const options = (n: number): Choice[] =>
  Array.from({ length: n }, (_, i) => ({ data: `r1.1.${i}`, label: `keuze ${i}`, role: 'option' }))
const ASIDES: Choice[] = [
  { data: 'r1.1._dk', label: 'weet ik niet', emoji: '❔', role: 'aside' },
  { data: 'r1.1._no', label: 'zeg ik liever niet', emoji: '✋', role: 'aside' },
]
const CONTROLS: Choice[] = [
  { data: 'r1.1._back', label: 'terug', role: 'control' },
  { data: 'r1.1._skip', label: 'sla over', role: 'control' },
  { data: 'r1.1._stop', label: 'stop', role: 'control' },
]
const WRITE: Choice = { data: 'r1.1._write', label: 'Schrijf', emoji: '✍️', role: 'write' }
const links = (n: number): Choice[] =>
  Array.from({ length: n }, (_, i) => ({ data: '', label: `lijn ${i}`, role: 'link', url: `https://pols.be/l/${i}` }))
const LINK = links(1)[0]!
const TYPED = { label: 'Jouw antwoord', max: 500, data: 'r1.1._write' }
/** Per row: how many buttons, or `select`. */
const shape = (more: Partial<Prompt>) =>
  toMessage(prompt(more)).components.map((row) =>
    (row.components[0] as Component).type === 3 ? 'select' : row.components.length,
  )

describe('lines', () => {
  test('strong is bold, quiet is small, a table stands still', () => {
    expect(
      content(
        { text: 'Vraag 1 van 2', style: 'quiet' },
        { text: 'Hoe was het?', style: 'strong' },
        { text: 'goed    8', style: 'table' },
        { text: 'slecht  5', style: 'table' },
        { text: 'klaar' },
      ),
    ).toBe('-# Vraag 1 van 2\n**Hoe was het?**\n```\ngoed    8\nslecht  5\n```\nklaar')
  })

  test.each([
    ['*vet* _schuin_ ~~weg~~ ||stil|| `code`'],
    ['@everyone en @here en <@123> <@&4> <#5> <:naam:6> <t:1700000000:R> </stop:7>'],
    ['[klik](https://voorbeeld.be) en :smile:'],
    ['# kop\n-# klein\n> citaat\n>>> lang\n- een\n+ twee\n* drie\n1. vier\n2) vijf'],
    ['\\*al ontsnapt\\* \\'],
    ['كان يوماً جميلاً 😃'],
  ])('what somebody wrote is shown as it is: %j', (text) => {
    expect(drawn(content({ text }))).toBe(text.trim())
    expect(drawn(content({ text, style: 'strong' }))).toBe(text.trim())
  })

  test('no text at all can become a mention or markup', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'*_~|>#-+`[]()<@:!&\\1. aé\n'.split(''), 'everyone', 'here') })
    fc.assert(
      fc.property(signs, (text) => {
        const line = `x${text}x`
        expect(drawn(content({ text: line }))).toBe(line)
      }),
      { numRuns: 500 },
    )
  })

  test('a web address can be followed, also when isolates and markup stand around it', () => {
    const text = 'Lees \u2068https://pols.be/a_b?c=*d*\u2069 en_dan'
    expect(content({ text })).toBe('Lees <https://pols.be/a_b?c=%2Ad%2A> en\\_dan')
  })

  test('backticks do not break out of a table', () => {
    const shown = content({ text: '``` @everyone **x**', style: 'table' })
    expect(shown.match(/```/g)).toHaveLength(2)
    expect(drawn(shown)).toBe('``` @everyone **x**')
  })

  test('control characters go, line ends stay', () => {
    expect(content({ text: 'a\u0000b\u0007c\r\nd\u001b[1m' })).toBe('abc\nd\\[1m')
  })

  test('too much is cut at a line, and says so', () => {
    const lines = Array.from({ length: 100 }, (_, i) => ({ text: `regel ${i} ${'x'.repeat(40)}` }))
    const shown = content({ text: 'kop', style: 'strong' }, ...lines)
    expect(shown.length).toBeLessThanOrEqual(2000)
    expect(shown.length).toBeGreaterThan(1800)
    expect(shown).toMatch(/^\*\*kop\*\*\nregel 0 x+\n/)
    expect(shown).toMatch(/\n-# … De rest past niet in dit bericht\\?\.$/)
  })

  test('one endless line is cut inside, between characters, with its markup closed', () => {
    const shown = content({ text: '👩‍👩‍👧 '.repeat(1000), style: 'strong' })
    expect(shown.length).toBeLessThanOrEqual(2000)
    expect(shown).toMatch(/^\*\*👩‍👩‍👧 .*👩‍👩‍👧…\*\*\n-# /u)
    expect(shown.isWellFormed()).toBe(true)
  })

  test('a table is cut between rows, and closed', () => {
    const rows = Array.from({ length: 100 }, (_, i) => ({
      text: `rij ${i} ${'.'.repeat(30)}`,
      style: 'table' as const,
    }))
    const shown = content(...rows)
    expect(shown.length).toBeLessThanOrEqual(2000)
    expect(shown).toMatch(/^```\nrij 0 \.{30}\n[^`]*\.{30}\n```\n-# /)
  })
})

describe('choices', () => {
  test.each([
    ['three options: one below the other', { choices: [...options(3), ...ASIDES, ...CONTROLS] }, [1, 1, 1, 2, 3]],
    ['four options: side by side', { choices: [...options(4), ...ASIDES, ...CONTROLS] }, [4, 2, 3]],
    ['five options: side by side', { choices: [...options(5), ...ASIDES, ...CONTROLS] }, [5, 2, 3]],
    ['six options: a select', { choices: [...options(6), ...ASIDES, ...CONTROLS] }, ['select', 2, 3]],
    ['eleven options: a select', { choices: [...options(11), ...CONTROLS] }, ['select', 3]],
    ['thirty options: two selects', { choices: options(30) }, ['select', 'select']],
    ['a text question', { choices: [WRITE, ...CONTROLS], typed: TYPED }, [1, 3]],
    ['a text question without a write button', { choices: CONTROLS, typed: TYPED }, [1, 3]],
    [
      'everything at once: kinds share a row',
      { choices: [...options(3), WRITE, ...ASIDES, ...CONTROLS] },
      [1, 1, 1, 5, 1],
    ],
    ['links: in a row of their own', { choices: [...options(2), LINK, ...ASIDES, ...CONTROLS] }, [1, 1, 1, 2, 3]],
    ['a link in place of a text field', { choices: [LINK, ...CONTROLS] }, [1, 3]],
    ['a link in place of a text field opens no other', { choices: [WRITE, LINK, ...CONTROLS] }, [1, 3]],
    ['six links: two rows', { choices: links(6) }, [5, 1]],

    [
      'too much of everything: options give way, never what stops',
      { choices: [...options(60), ...links(6), ...ASIDES, ...CONTROLS] },
      ['select', 'select', 5, 1, 5],
    ],
    ['many controls', { choices: options(7).map((each) => ({ ...each, role: 'control' as const })) }, [5, 2]],
    ['nothing to choose', {}, []],
  ])('%s', (_, more, rows) => {
    expect(shape(more)).toEqual(rows)
  })

  test('buttons carry their data, their words and their emoji', () => {
    const { components } = toMessage(prompt({ choices: [{ ...options(1)[0]!, emoji: '😃' }, ...ASIDES] }))
    expect(components[0]?.components).toEqual([
      { type: 2, style: 1, custom_id: 'r1.1.0', label: 'keuze 0', emoji: { name: '😃' } },
    ])
    expect(components[1]?.components.map((part) => (part as Component).custom_id)).toEqual(['r1.1._dk', 'r1.1._no'])
  })

  test('a select carries its options, named after the first', () => {
    const [row] = toMessage(prompt({ choices: options(6).map((each, i) => ({ ...each, ticked: i === 2 })) })).components
    expect(row?.components).toMatchObject([{ type: 3, custom_id: 's.r1.1.0', min_values: 1, max_values: 1 }])
    const [select] = row!.components as Component[]
    expect(select?.options?.map((option) => [option.value, option.label])).toEqual([
      ['r1.1.0', 'keuze 0'],
      ['r1.1.1', 'keuze 1'],
      ['r1.1.2', '✔ keuze 2'],
      ['r1.1.3', 'keuze 3'],
      ['r1.1.4', 'keuze 4'],
      ['r1.1.5', 'keuze 5'],
    ])
  })

  test('a ticked button shows it by sign and by colour', () => {
    const { components } = toMessage(prompt({ choices: [{ ...options(1)[0]!, ticked: true }] }))
    expect(components[0]?.components).toMatchObject([{ label: '✔ keuze 0', style: 3 }])
  })

  test('a link leads to its page and has no data', () => {
    const { components } = toMessage(prompt({ choices: [{ ...LINK, emoji: '📖' }] }))
    expect(components).toEqual([
      {
        type: 1,
        components: [{ type: 2, style: 5, url: 'https://pols.be/l/0', label: 'lijn 0', emoji: { name: '📖' } }],
      },
    ])
  })

  test.each([
    'http://localhost:3000/x',
    'http://pols.be/x',
    'https://10.0.0.7/x',
    `https://pols.be/${'x'.repeat(600)}`,
  ])('a link that a button does not take stands in the text: %s', (url) => {
    const message = toMessage(prompt({ lines: [{ text: 'Kijk.' }], choices: [{ ...LINK, url }] }))
    expect(message.components).toEqual([])
    expect(drawn(message.content).split('\n')).toEqual(['Kijk.', 'lijn 0', url])
  })

  test.each([
    ['nl', ''],
    ['ar', '\u200f'],
  ] as const)('in text only there is no emoji, and a tick is a word: %s', (language, mark) => {
    const label = `${mark}${wordsFor(language)('chosen', { option: 'keuze 0' })}`
    const choices: Choice[] = [{ ...options(1)[0]!, emoji: '😃', ticked: true }, ...ASIDES, WRITE]
    for (const write of [choices, choices.slice(0, -1)]) {
      const message = toMessage(prompt({ language, textOnly: true, choices: write, typed: TYPED }))
      expect(message.components[0]?.components).toMatchObject([{ label }])
      expect(message.components.flatMap((each) => each.components)).toHaveLength(4)
      expect(JSON.stringify(message)).not.toMatch(/[✔✋❔]|\p{RGI_Emoji}/v)
    }
    const [select] = toMessage(
      prompt({ textOnly: true, choices: options(6).map((each) => ({ ...each, ticked: true })) }),
    ).components[0]!.components as Component[]
    expect(select?.options?.[5]?.label).toBe(wordsFor('nl')('chosen', { option: 'keuze 5' }))
  })

  test('a write button carries the longest answer and the data of the field', () => {
    const { components } = toMessage(prompt({ choices: [WRITE], typed: { ...TYPED, max: 9000 } }))
    expect(components[0]?.components).toMatchObject([{ custom_id: 'w.4000.r1.1._write', label: 'Schrijf' }])
  })

  test('a choice given twice is shown once, for Discord would refuse the whole message', () => {
    expect(shape({ choices: [...options(2), ...options(1)] })).toEqual([1, 1])
  })

  test('an emoji that Discord does not know goes into the words', () => {
    const { components } = toMessage(prompt({ choices: [{ ...options(1)[0]!, emoji: '★' }] }))
    expect(components[0]?.components).toEqual([{ type: 2, style: 1, custom_id: 'r1.1.0', label: '★ keuze 0' }])
  })
})

test('an Arabic message goes one way, also where a line or a label opens with a name', () => {
  const lines: Line[] = [
    { text: 'XX يسأل', style: 'quiet' },
    { text: 'كيف كان؟', style: 'strong' },
    { text: '8 😃' },
    { text: 'goed  8', style: 'table' },
  ]
  const choices = ['جيد', 'XX جيد'].map((label, i) => ({ ...options(2)[i]!, label, emoji: '😃' }))
  const message = toMessage(prompt({ language: 'ar', lines, choices }))
  expect(message.content).toBe('-# \u200fXX يسأل\n**كيف كان؟**\n\u200f8 😃\n```\ngoed  8\n```')
  expect(message.components.map((each) => (each.components[0] as Component).label)).toEqual(['جيد', '\u200fXX جيد'])
  expect(toMessage(prompt({ lines, choices })).content).not.toContain('\u200f')
})

describe('a picture', () => {
  const picture = { url: 'https://pols.be/beeld/abc.png', alt: 'Drie gezichten' }
  const lines: Line[] = [{ text: 'Hoe was het?', style: 'strong' }]

  test('stands below the words that say what is in it', () => {
    expect(toMessage(prompt({ lines, picture, silent: true }))).toMatchObject({
      content: '**Hoe was het?**\n-# Drie gezichten',
      embeds: [{ image: { url: picture.url, description: 'Drie gezichten' } }],
      // The flag against previews would hide the picture too.
      flags: 4096,
    })
  })

  test.each([
    ['on this machine', { picture: { ...picture, url: 'http://localhost:3000/beeld/abc.png' } }],
    ['in text only', { picture, textOnly: true }],
  ])('is not shown %s', (_, more) => {
    expect(toMessage(prompt({ lines, ...more }))).toMatchObject({
      content: '**Hoe was het?**',
      embeds: [],
      flags: 4,
    })
  })
})

describe('every message', () => {
  test('mentions nobody, shows no previews, and is silent only when asked', () => {
    expect(toMessage(prompt({}))).toMatchObject({ allowed_mentions: { parse: [] }, flags: 4, components: [] })
    expect(toMessage(prompt({ silent: true })).flags).toBe(4 + 4096)
  })

  test('stays within the limits of Discord, whatever is in it', () => {
    const role = fc.constantFrom<Choice['role']>('option', 'aside', 'control', 'write', 'link')
    const choice = fc.record(
      {
        data: fc.string({ minLength: 1, maxLength: 60 }),
        label: fc.string({ minLength: 1, maxLength: 300 }),
        emoji: fc.constantFrom('😃', '★', '❤', 'x'),
        role,
        url: fc.constantFrom('http://localhost:1/x', 'x', '', 'tel:102', 'https://pols.be/a', 'https://é.be/?q=%'),
        ticked: fc.boolean(),
      },
      { requiredKeys: ['data', 'label', 'role'] },
    )
    const line = fc.record(
      {
        text: fc.string({ unit: 'grapheme', maxLength: 700 }),
        style: fc.constantFrom<'strong' | 'quiet' | 'table'>('strong', 'quiet', 'table'),
      },
      { requiredKeys: ['text'] },
    )
    fc.assert(
      fc.property(fc.array(line), fc.array(choice, { maxLength: 40 }), fc.boolean(), (lines, choices, textOnly) => {
        checkMessage(toMessage(prompt({ lines, choices: choices as Choice[], textOnly })) as never)
      }),
      { numRuns: 300 },
    )
  })
})
