/** Cards for who was perhaps not there, for who wants no emoji, with a link, with pictograms, with help beside them. */
import { describe, expect, test } from 'vitest'
import { decodeButton } from '../../src/survey/button-data.ts'
import { type CardContext, renderCard, renderNotice } from '../../src/survey/card.ts'
import { renderPlain } from '../../src/survey/plain.ts'
import { LANGUAGES, type QuestionSet, questionSet } from '../../src/survey/question-set.ts'
import { newRun, step } from '../../src/survey/step.ts'
import { withoutEmoji } from '../../src/survey/text-only.ts'
import type { Run } from '../../src/survey/types.ts'

const at = Temporal.Instant.from('2026-01-07T18:00:00Z')
const REF = 'abcdefghijklmnopqrst-_'
const iso = (value: string | number) => `\u2068${value}\u2069`
const q = (key: string) => ({ key, text: { nl: `${key}?` } })
const EMOJI = /\p{Extended_Pictographic}/u
const mood = {
  type: 'feeling',
  key: 'mood',
  text: { nl: 'Hoe was het?' },
  options: [
    { code: 'good', emoji: '😃', side: 'plus', picture: 'sun', text: { nl: 'goed', ar: 'جيد' } },
    { code: 'so', emoji: '😐', side: 'middle', picture: 'cloud', text: { nl: 'tussenin', ar: 'بين بين' } },
    { code: 'bad', emoji: '🙁', side: 'minus', picture: 'rain', text: { nl: 'niet goed', ar: 'ليس جيدًا' } },
  ],
}
const many = {
  type: 'multi',
  ...q('many'),
  options: [
    { code: 'a', text: { nl: 'rust' } },
    { code: 'b', help: true, text: { nl: 'een slecht gevoel' } },
  ],
}
const three = make([mood, many, { type: 'text', ...q('more') }])

describe('the check-in', () => {
  const fresh = newRun(three, { checkIn: true })

  test('stands behind the greeting, which counts the questions without it', () => {
    const card = draw(fresh)
    expect(card.lines).toEqual([
      { text: `Je hebt ${iso(3)} korte vragen.` },
      { text: 'Ongeveer 1 minuut. Er zijn geen foute antwoorden.' },
      { text: 'Eerst even dit', style: 'quiet' },
      { text: 'Was je erbij?', style: 'strong' },
      { text: `Het gaat over ${iso('Meetingpoint')}.` },
    ])
    expect(labels(card)).toEqual(['ja', 'nee', 'Overslaan', 'Niet nu', 'Stop met vragen'])
    expect(codes(card)).toEqual(['yes', 'no', '_skip', '_later', '_stop'])
    expect(card.typed).toBeUndefined()
  })

  test('then the first question counts from one, greets no more, and leads back', () => {
    const card = draw(tap(fresh, 'yes'))
    expect(texts(card)).toEqual([`Vraag ${iso(1)} van ${iso(3)}`, 'Hoe was het?'])
    expect(codes(card)).toEqual(['good', 'so', 'bad', '_dk', '_no', '_skip', '_back', '_later', '_stop'])
  })

  test('says in an accessible set what comes', () => {
    const set = questionSet.parse({ ...three, accessible: true })
    expect(texts(draw(newRun(set, { checkIn: true }), {}, set)).at(-1)).toBe(`Hierna komen nog ${iso(3)} vragen.`)
  })

  test('after a no the card can be taken back, and not after closing', () => {
    const absent = tap(fresh, 'no')
    expect(texts(draw(absent))).toEqual([
      'Oké. Bedankt om het te laten weten. Je hoeft niets meer te doen.',
      'Vergist? Je kan dit nog veranderen tot de vragen sluiten.',
    ])
    expect([labels(draw(absent)), codes(draw(absent))]).toEqual([['Verander mijn antwoord'], ['_change']])
    const closed = draw(step(three, absent, { type: 'closed', at }).run)
    expect(closed).toMatchObject({ choices: [], silent: true, lines: [{ text: expect.stringContaining('Oké.') }] })
  })

  test.each(LANGUAGES)('in %s it has words of its own', (language) => {
    const card = draw(fresh, { language })
    expect(card.lines.every(({ text }) => text.length > 3)).toBe(true)
    expect(new Set(labels(card)).size).toBe(5)
  })
})

test('"I am not there" is on the first card at the start, and on no other', () => {
  const fresh = newRun(three, { absentButton: true })
  expect(labels(draw(fresh)).slice(-4)).toEqual(['Overslaan', 'Niet nu', 'Ik ben er niet bij', 'Stop met vragen'])
  expect(codes(draw(tap(fresh, 'good')))).not.toContain('_absent')
  expect(codes(draw(newRun(three)))).not.toContain('_absent')
})

test('positions leave out what this person is not asked', () => {
  const run = newRun(three, { without: ['mood'] })
  expect(texts(draw(run)).slice(0, 3)).toEqual([
    `Je hebt ${iso(2)} korte vragen.`,
    expect.any(String),
    `Vraag ${iso(1)} van ${iso(2)}`,
  ])
  expect(codes(draw(run))).not.toContain('_back')
  const set = make([
    { type: 'yesno', ...q('a') },
    { type: 'yesno', ...q('b'), showIf: { question: 'a', is: ['yes'] } },
    { type: 'yesno', ...q('c') },
  ])
  expect(texts(draw(newRun(set, { without: ['a'] }), {}, set))[0]).toBe('Je hebt 1 korte vraag.')
  expect(texts(draw(newRun(set, { without: ['b'] }), {}, set))[0]).toBe(`Je hebt ${iso(2)} korte vragen.`)
})

describe('help', () => {
  const shows = (run: Run) => codes(draw(run)).includes('_help')

  test('is on a card with an open question, and from a bad answer on', () => {
    const fresh = newRun(three)
    expect(shows(fresh)).toBe(false)
    expect(shows(tap(fresh, 'so'))).toBe(false)
    expect(shows(tap(fresh, 'bad'))).toBe(true)
    const bad = tap(tap(fresh, 'good'), 'b')
    expect(shows(bad)).toBe(true)
    expect(shows(tap(bad, 'b'))).toBe(false)
    expect(shows(tap(tap(tap(fresh, 'good'), '_skip'), '_back'))).toBe(false)
    expect(shows(tap(tap(fresh, 'good'), '_skip'))).toBe(true)
  })

  test('stays on the card at the end, until the round closes', () => {
    const done = play('bad', '_skip', '_skip')
    expect(labels(draw(done))).toEqual(['Verander mijn antwoorden', 'Waar vind ik hulp?'])
    expect(labels(draw(play('bad', '_stop')))).toEqual(['Waar vind ik hulp?'])
    expect(labels(draw(play('good', '_skip', '_skip')))).toEqual(['Verander mijn antwoorden'])
    expect(draw(step(three, done, { type: 'closed', at }).run).choices).toEqual([])
  })

  test('stands before "stop", which is always last', () => {
    expect(codes(draw(play('bad'))).slice(-2)).toEqual(['_help', '_stop'])
  })
})

describe('without emoji', () => {
  const drawn = (run: Run, more: Partial<CardContext> = {}) => draw(run, { textOnly: true, ...more })

  test('no card of a whole run has one, and what was chosen is said in words', () => {
    const noisy = { activity: 'Feest 🎉 in het park', theme: '🔥', organisation: '🏠 Huis' }
    const runs = [
      [],
      ['good'],
      ['good', 'a'],
      ['good', 'a', '_done'],
      ['good', '_dk', '_back'],
      ['bad', '_skip', '_skip'],
      ['_stop'],
    ]
    for (const language of LANGUAGES) {
      for (const codesOfRun of runs) {
        const plain = renderPlain(drawn(play(...codesOfRun), { language, ...noisy }))
        expect(plain).not.toMatch(EMOJI)
        expect(plain).toMatch(/\p{L}{3}/u)
      }
    }
  })

  test('says what is ticked, and leaves nothing for a channel to put a sign on', () => {
    expect(labels(drawn(play('good', 'a')))[0]).toBe(`${iso('rust')} (gekozen)`)
    expect(labels(drawn(play('_dk', '_back')))).toContain(`${iso('weet ik niet')} (gekozen)`)
    for (const choice of drawn(play('good', 'a')).choices) {
      expect(choice.ticked).toBeUndefined()
      expect(choice.emoji).toBeUndefined()
    }
  })

  test('is marked as such, and has no picture', () => {
    const pictureOf = () => 'https://pols.example/picture.png'
    const card = draw(newRun(three), { pictureOf })
    expect(card).toHaveProperty('picture')
    expect(card).not.toHaveProperty('textOnly')
    const plain = draw(newRun(three), { pictureOf, textOnly: true })
    expect(plain).not.toHaveProperty('picture')
    expect(plain.textOnly).toBe(true)
  })

  test('buttons keep their data, the field stays', () => {
    const run = play('good', '_skip')
    expect(codes(drawn(run))).toEqual(codes(draw(run)))
    expect(drawn(run).typed).toEqual(draw(run).typed)
  })

  test.each([
    ['Feest 🎉 in het park', 'Feest in het park'],
    ['👩‍👩‍👧 gezin', 'gezin'],
    ['© Huis™ 3', '© Huis™ 3'],
    ['🇧🇪 België', 'België'],
    ['keuze 3️⃣ of vier', 'keuze of vier'],
    ['😀', '😀'],
    ['1 van 10', '1 van 10'],
  ])('%j becomes %j', (text, kept) => expect(withoutEmoji(text)).toBe(kept))
})

describe('an answer on our own page', () => {
  const url = 'https://pols.example/schrijf/abc'
  const run = play('good', '_skip')

  test('has a link in place of the field, and words that say so', () => {
    const card = draw(run, { writeUrl: url })
    expect(card.typed).toBeUndefined()
    expect(card.choices[0]).toEqual({ data: '', label: 'Schrijf op onze pagina', role: 'link', url })
    expect(card.choices.map(({ role }) => role)).not.toContain('write')
    expect(texts(card).at(-1)).toContain('Je schrijft op onze eigen pagina')
    expect(texts(card)).toContain('Dit is geen hulplijn. Niemand leest live mee.')
    expect(renderPlain(card)).toContain(`[→] Schrijf op onze pagina: ${url}`)
  })

  test('changes nothing on other cards', () => {
    expect(draw(newRun(three), { writeUrl: url })).toEqual(draw(newRun(three)))
    expect(draw(run, { writeUrl: null })).toEqual(draw(run))
  })

  test('asked again, it does not ask to write in the chat', () => {
    const written = step(three, run, {
      type: 'replied',
      at,
      reply: { type: 'typed', turn: run.turn, text: 'iets' },
    }).run
    const again = [...['_change'], ...['_next', '_skip']].reduce((before, code) => tap(before, code), written)
    expect(texts(draw(again, { writeUrl: url }))).toContain(
      `Je antwoord van daarnet staat er nog. Klopt het? Tik op “${iso('Verder')}”.`,
    )
    expect(renderNotice('write-there', undefined, 'nl').lines[0]!.text).toContain('Schrijf op onze pagina')
  })
})

describe('pictures and signs', () => {
  const pictureOf = (pictures: string[]) => `https://pols.example/picture/${pictures.join('-')}.png`

  test('one picture shows all options in their order, and says so in words', () => {
    expect(draw(newRun(three), { pictureOf }).picture).toEqual({
      url: 'https://pols.example/picture/sun-cloud-rain.png',
      alt: `Pictogrammen, in deze volgorde: ${iso('goed, tussenin, niet goed')}.`,
    })
    expect(draw(newRun(three), { pictureOf, language: 'ar' }).picture!.alt).toContain('جيد، بين بين')
    expect(renderPlain(draw(newRun(three), { pictureOf })).split('\n')[0]).toBe(
      '[Pictogrammen, in deze volgorde: goed, tussenin, niet goed.]',
    )
  })

  test('there is none without a place for it, or when an option has none', () => {
    expect(draw(newRun(three)).picture).toBeUndefined()
    expect(draw(newRun(three), { pictureOf: () => null }).picture).toBeUndefined()
    expect(draw(play('good'), { pictureOf }).picture).toBeUndefined()
    const lacking = make([
      { ...mood, options: [...mood.options.slice(0, 2), { ...mood.options[2], picture: undefined }] },
    ])
    expect(draw(newRun(lacking), { pictureOf }, lacking).picture).toBeUndefined()
    expect(draw(newRun(three, { checkIn: true }), { pictureOf }).picture).toBeUndefined()
  })

  test('a question in sign language is a link behind the answers', () => {
    const clip = 'https://pols.example/vgt/1'
    const set = make([{ ...mood, clip }])
    const { choices } = draw(newRun(set), {}, set)
    expect(choices.map(({ role }) => role)).toEqual([
      ...['option', 'option', 'option', 'aside', 'aside', 'link', 'control', 'control', 'control'],
    ])
    expect(choices[5]).toEqual({ data: '', label: 'Bekijk in gebarentaal', role: 'link', url: clip })
  })
})

test('another language from one card to the next: the buttons still work, and typed words do too', () => {
  const dutch = draw(newRun(three))
  const good = decodeButton(dutch.choices[0]!.data)!
  const after = step(three, newRun(three), {
    type: 'replied',
    at,
    reply: { type: 'tapped', turn: good.turn, code: good.code },
  })
  expect(after.run.at).toBe('many')
  const arabic = draw(after.run, { language: 'ar' })
  expect(arabic.language).toBe('ar')
  expect(labels(arabic)).toContain('السؤال السابق')
  const back = step(three, after.run, { type: 'replied', at, reply: { type: 'typed', turn: null, text: 'Vorige' } })
  expect(back.run.at).toBe('mood')
})

function make(questions: unknown[]): QuestionSet {
  return questionSet.parse({ languages: ['nl'], questions })
}

function draw(run: Run, changes: Partial<CardContext> = {}, set: QuestionSet = three) {
  const context = { runRef: REF, language: 'nl', activity: 'Meetingpoint', theme: null, organisation: 'XX' } as const
  return renderCard(set, run, { ...context, ...changes })
}

function tap(run: Run, code: string): Run {
  return step(three, run, { type: 'replied', at, reply: { type: 'tapped', turn: run.turn, code } }).run
}

function play(...taps: string[]): Run {
  return taps.reduce((run, code) => tap(run, code), newRun(three))
}

type Card = ReturnType<typeof draw>
const texts = (card: Card) => card.lines.map((line) => line.text)
const labels = (card: Card) => card.choices.map((choice) => choice.label)
const codes = (card: Card) => card.choices.flatMap((choice) => decodeButton(choice.data)?.code ?? [])
