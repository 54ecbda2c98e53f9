import { describe, expect, test } from 'vitest'
import type { Prompt } from '../../src/channels/port.ts'
import { decodeButton } from '../../src/survey/button-data.ts'
import { type CardContext, renderCard, renderNotice } from '../../src/survey/card.ts'
import { inScript, renderPlain } from '../../src/survey/plain.ts'
import { LANGUAGES, type QuestionSet, questionSet } from '../../src/survey/question-set.ts'
import { newRun, step } from '../../src/survey/step.ts'
import type { Disposition, Notice, Run } from '../../src/survey/types.ts'

describe('the first card', () => {
  test('opens with a line that a phone may show to anybody', () => {
    const card = draw(mood)
    expect(card.lines[0]).toEqual({ text: `Je hebt ${iso(2)} korte vragen.` })
    expect(card.lines[1]).toEqual({ text: 'Ongeveer 1 minuut. Er zijn geen foute antwoorden.' })
    expect(card.lines[2]).toEqual({ text: `Vraag ${iso(1)} van ${iso(2)}`, style: 'quiet' })
    expect(card.lines[3]).toEqual({ text: 'Hoe was het?', style: 'strong' })
  })

  test('has options, asides and controls, in a fixed order, each with its run, turn and code', () => {
    const { choices } = draw(mood)
    expect(choices.map(({ role, emoji, label }) => [role, emoji, label])).toEqual([
      ['option', '😃', 'goed'],
      ['option', '😐', 'tussenin'],
      ['option', '🙁', 'niet goed'],
      ['aside', '❔', 'weet ik niet'],
      ['aside', '✋', 'zeg ik liever niet'],
      ['control', undefined, 'Overslaan'],
      ['control', undefined, 'Niet nu'],
      ['control', undefined, 'Stop met vragen'],
    ])
    expect(codes(draw(mood))).toEqual(['good', 'so', 'bad', '_dk', '_no', '_skip', '_later', '_stop'])
    expect(decodeButton(choices[0]!.data)).toEqual({ run: REF, turn: 1, code: 'good' })
  })

  test('is as long as it says', () => {
    const many = make(Array.from({ length: 9 }, (_, i) => ({ type: 'yesno', ...q(`q${i}`) })))
    expect(draw(many).lines[1]!.text).toBe(`Ongeveer ${iso(3)} minuten. Er zijn geen foute antwoorden.`)
    expect(draw(make([{ type: 'yesno', ...q('one') }])).lines[0]!.text).toBe('Je hebt 1 korte vraag.')
  })

  test('counts no information cards, and says nothing of a set that has only those', () => {
    const set = make([
      { type: 'card', ...q('intro') },
      { type: 'yesno', ...q('one') },
    ])
    expect(texts(draw(set))).toEqual(['Je hebt 1 korte vraag.', expect.any(String), 'Even lezen', 'intro?'])
    expect(codes(draw(set))).toEqual(['_next', '_later', '_stop'])
    expect(texts(draw(make([{ type: 'card', ...q('intro') }])))).toEqual(['Even lezen', 'intro?'])
  })

  test('says "at most" when it depends on the answers', () => {
    const set = make([
      { type: 'yesno', ...q('one') },
      { type: 'yesno', ...q('two'), showIf: { question: 'one', is: ['yes'] } },
      { type: 'yesno', ...q('three'), showIf: { question: 'two', is: ['no'] } },
    ])
    expect(texts(draw(set)).slice(0, 3)).toEqual([
      `Je hebt hoogstens ${iso(3)} korte vragen.`,
      expect.any(String),
      `Vraag ${iso(1)} van hoogstens ${iso(3)}`,
    ])
    expect(texts(draw(set, play(set, 'yes')))[0]).toBe(`Vraag ${iso(2)} van hoogstens ${iso(3)}`)
    expect(texts(draw(set, play(set, 'yes', 'no')))[0]).toBe(`Vraag ${iso(3)} van ${iso(3)}`)
  })
})

describe('a later card', () => {
  test('has no opening, and a way back instead of "not now"', () => {
    const card = draw(mood, play(mood, 'good'))
    expect(texts(card)[0]).toBe(`Vraag ${iso(2)} van ${iso(2)}`)
    expect(codes(card)).toEqual(['yes', 'no', '_dk', '_no', '_skip', '_back', '_stop'])
  })

  test.each([
    ['good', 'good'],
    ['_dk', '_dk'],
    ['_no', '_no'],
  ])('after going back, %s is marked', (code, marked) => {
    const card = draw(mood, play(mood, code, '_back'))
    expect(ticked(card)).toEqual([marked])
    expect(codes(card)).toContain('_next')
    expect(labels(card)).toContain('Antwoord wissen')
    expect(texts(card)).toContainEqual(expect.stringContaining('Je antwoord van daarnet staat er nog.'))
  })

  test('a skipped question is as it was', () => {
    const card = draw(mood, play(mood, '_skip', '_back'))
    expect(ticked(card)).toEqual([])
    expect(labels(card)).toContain('Overslaan')
    expect(codes(card)).not.toContain('_next')
  })

  test.each([
    [{}, 'Tik op alles wat past.'],
    [{ min: 2 }, `Kies er minstens ${iso(2)}.`],
    [{ max: 3 }, `Kies er hoogstens ${iso(3)}.`],
    [{ min: 2, max: 3 }, `Kies er ${iso(2)} tot ${iso(3)}.`],
    [{ min: 2, max: 2 }, `Kies er ${iso(2)}.`],
  ])('more than one option, %j: %s', (limits, hint) => {
    const set = make([multi(limits)])
    expect(texts(draw(set)).at(-1)).toBe(`${hint} Tik daarna op “${iso('Klaar')}”.`)
    const card = draw(set, play(set, 'b', 'a'))
    expect(ticked(card)).toEqual(['a', 'b'])
    expect(codes(card)).toContain('_done')
  })

  test('more than one option, asked again after "don’t know": next keeps it, ticking replaces it', () => {
    const set = make([multi({}), { type: 'yesno', ...q('one') }])
    expect(codes(draw(set, play(set, '_dk', '_back')))).toContain('_next')
    expect(ticked(draw(set, play(set, '_dk', '_back', 'a')))).toEqual(['a'])
    expect(codes(draw(set, play(set, 'a', '_done', '_back', 'a')))).not.toContain('_next')
  })

  test('a scale says what its ends mean', () => {
    const set = make([{ type: 'scale', ...q('s'), low: { nl: 'weinig' }, high: { nl: 'veel' } }])
    expect(texts(draw(set)).at(-1)).toBe(`0 = ${iso('weinig')} · 10 = ${iso('veel')}`)
    expect(renderPlain(draw(set))).toContain('[10]\n[11] ❔ weet ik niet')
  })

  test('a text question warns, and has a field', () => {
    const set = make([
      { type: 'text', ...q('t'), max: 100 },
      { type: 'yesno', ...q('one') },
    ])
    const card = draw(set)
    expect(texts(card).slice(-2)).toEqual([
      'Schrijf geen namen of nummers, ook niet van jezelf.',
      'Dit is geen hulplijn. Niemand leest live mee.',
    ])
    expect(card.typed).toMatchObject({ label: 'Jouw antwoord', max: 100 })
    expect(decodeButton(card.typed!.data)).toEqual({ run: REF, turn: 1, code: '_write' })
    expect(codes(card)).toEqual(['_write', '_skip', '_later', '_help', '_stop'])
    expect(card.choices[0]!.role).toBe('write')
    const typed = step(set, newRun(set), {
      type: 'replied',
      at,
      reply: { type: 'typed', turn: null, text: 'iets' },
    }).run
    const again = draw(set, tap(set, typed, '_back'))
    expect(texts(again).at(-1)).toContain('Of schrijf een nieuw antwoord.')
    expect(codes(again)).toEqual(['_write', '_next', '_skip', '_help', '_stop'])
  })
})

describe('accessible mode', () => {
  const set = questionSet.parse({
    ...mood,
    accessible: true,
    questions: [...mood.questions, { type: 'yesno', ...q('three') }],
  })
  test.each([
    [[], `Hierna komen nog ${iso(2)} vragen.`],
    [['good'], 'Hierna komt nog 1 vraag.'],
    [['good', 'yes'], 'Dit is de laatste vraag.'],
  ])('after %j it says: %s', (taps, line) => {
    expect(draw(set, play(set, ...taps)).lines.at(-1)).toEqual({ text: line, style: 'quiet' })
  })

  test('what may come is not promised', () => {
    const maybe = { type: 'yesno', ...q('four'), showIf: { question: 'mood', is: ['bad'] } }
    const open = questionSet.parse({ ...set, questions: [mood.questions[0], maybe] })
    expect(texts(draw(open)).at(-1)).toBe('Hierna komt misschien nog 1 vraag.')
  })
})

describe('words that are filled in', () => {
  const set = make([{ type: 'yesno', key: 'a', text: { nl: '{activity}, {theme}, {organisation}, {other}' } }])
  test('stand between isolates', () => {
    expect(texts(draw(set)).at(-1)).toBe(`${iso('Meetingpoint')}, ${iso('{organisation}')}, ${iso('XX')}, {other}`)
  })
  test.each([null, ''])('without a theme (%j) there are words for it', (theme) => {
    expect(texts(draw(set, newRun(set), { theme })).at(-1)).toContain(iso('het thema van deze keer'))
  })
  test('a value cannot break out of its isolates', () => {
    expect(texts(draw(set, newRun(set), { theme: '\u2069\u2067x' })).at(-1)).toContain(`, ${iso('x')},`)
  })
})

describe('languages', () => {
  test('a text that is missing falls back to Dutch, the rest does not', () => {
    const card = draw(mood, newRun(mood), { language: 'fr' })
    expect(texts(card)).toEqual([
      expect.stringContaining('petites questions'),
      expect.any(String),
      expect.any(String),
      'Hoe was het?',
    ])
    expect(labels(card)).toContain('je ne sais pas')
    expect(card.language).toBe('fr')
  })

  test.each(LANGUAGES)('in %s every card and notice can be drawn, and an emoji has a word', (language) => {
    const prompts: Prompt[] = NOTICES.map((notice) => renderNotice(notice, 3, language))
    for (const disposition of DISPOSITIONS) {
      for (const closed of [false, true])
        prompts.push(draw(mood, { ...newRun(mood), disposition, closed }, { language }))
    }
    prompts.push(draw(mood, newRun(mood), { language }), draw(make([multi({})]), undefined, { language }))
    for (const prompt of prompts) {
      expect(prompt.lines.length).toBeGreaterThan(0)
      for (const { text } of prompt.lines) expect(text.trim()).not.toBe('')
      for (const { label } of prompt.choices) expect(label).toMatch(/\p{L}/u)
    }
  })
})

describe('the end', () => {
  test('thanks, and can be changed until the round closes', () => {
    const done = play(mood, 'good', 'yes')
    expect(texts(draw(mood, done))[0]).toBe('Klaar. Bedankt. We laten weten wat we ermee doen.')
    expect(labels(draw(mood, done))).toEqual(['Verander mijn antwoorden'])
    const closed = draw(mood, step(mood, done, { type: 'closed', at }).run)
    expect(closed).toMatchObject({
      choices: [],
      silent: true,
      lines: [{ text: 'Klaar. Bedankt. De vragen zijn nu gesloten.' }],
    })
  })

  test('says how to come back after stopping', () => {
    expect(texts(draw(mood, play(mood, '_stop')))[0]).toContain('/start')
  })

  test.each(['declined', 'stopped', 'unreachable', 'partial', 'expired', 'not_asked'] as const)(
    '%s: words, no buttons',
    (disposition) => {
      const card = draw(mood, { ...newRun(mood), disposition })
      expect(card.choices).toEqual([])
      expect(card.lines).toHaveLength(1)
    },
  )
})

test('a notice is a short remark without sound', () => {
  expect(renderNotice('too-long', 500, 'nl')).toEqual({
    kind: 'notice',
    language: 'nl',
    lines: [{ text: `Dat is te lang. Hoogstens ${iso(500)} tekens. Er is nog niets bewaard.` }],
    choices: [],
    silent: true,
  })
})

test('plain text has no invisible characters, and what to type for each button', () => {
  const plain = renderPlain(draw(mood, play(mood, 'so', '_back')))
  expect(plain).not.toMatch(/[\u2066-\u2069]/)
  expect(plain.split('\n').slice(-8)).toEqual([
    '[1] 😃 goed',
    '[2] 😐 tussenin ✔',
    '[3] 🙁 niet goed',
    '[4] ❔ weet ik niet',
    '[5] ✋ zeg ik liever niet',
    '[6] Verder',
    '[7] Antwoord wissen',
    '[8] Stop met vragen',
  ])
  expect(inScript('they', 'een\ntwee')).toBe('they: een\n      twee')
})

const REF = 'abcdefghijklmnopqrst-_'
const at = Temporal.Instant.from('2026-01-07T18:00:00Z')
const DISPOSITIONS: Disposition[] = [
  'completed',
  'partial',
  'declined',
  'stopped',
  'expired',
  'unreachable',
  'not_asked',
]
const NOTICES = Object.keys({
  stale: 0,
  closed: 0,
  'tap-please': 0,
  'too-long': 0,
  empty: 0,
  'pick-at-least': 0,
  'pick-at-most': 0,
  'not-this-one': 0,
  finished: 0,
  stopped: 0,
  'write-there': 0,
} satisfies Record<Notice, 0>) as Notice[]

const iso = (value: string | number) => `\u2068${value}\u2069`
const q = (key: string) => ({ key, text: { nl: `${key}?` } })
const multi = (limits: object) => ({
  type: 'multi',
  ...q('many'),
  ...limits,
  options: ['a', 'b', 'c'].map((code) => ({ code, text: { nl: `keuze ${code}` } })),
})
const mood = make([
  {
    type: 'feeling',
    key: 'mood',
    text: { nl: 'Hoe was het?' },
    options: [
      { code: 'good', emoji: '😃', text: { nl: 'goed' } },
      { code: 'so', emoji: '😐', text: { nl: 'tussenin' } },
      { code: 'bad', emoji: '🙁', text: { nl: 'niet goed' } },
    ],
  },
  { type: 'yesno', ...q('two') },
])

function make(questions: unknown[]): QuestionSet {
  return questionSet.parse({ languages: ['nl'], questions })
}

function draw(set: QuestionSet, run: Run = newRun(set), changes: Partial<CardContext> = {}): Prompt {
  const context = {
    runRef: REF,
    language: 'nl',
    activity: 'Meetingpoint',
    theme: '{organisation}',
    organisation: 'XX',
  } as const
  return renderCard(set, run, { ...context, ...changes })
}

function tap(set: QuestionSet, run: Run, code: string): Run {
  return step(set, run, { type: 'replied', at, reply: { type: 'tapped', turn: run.turn, code } }).run
}

function play(set: QuestionSet, ...taps: string[]): Run {
  return taps.reduce((run, code) => tap(set, run, code), newRun(set))
}

const texts = (prompt: Prompt) => prompt.lines.map((line) => line.text)
const labels = (prompt: Prompt) => prompt.choices.map((choice) => choice.label)
const codes = (prompt: Prompt) => prompt.choices.map((choice) => decodeButton(choice.data)!.code)
const ticked = (prompt: Prompt) =>
  prompt.choices.filter((c) => c.ticked).map((choice) => decodeButton(choice.data)!.code)
