/** Who was not there, who is not asked something, and who asks for help: the engine beside the questions. */
import { describe, expect, test } from 'vitest'
import { asksSomething, positionOf } from '../../src/survey/path.ts'
import { type QuestionSet, questionSet } from '../../src/survey/question-set.ts'
import { newRun, step } from '../../src/survey/step.ts'
import { CHECK_IN, type Effect, type Reply, type Run } from '../../src/survey/types.ts'

const at = Temporal.Instant.from('2026-01-07T18:00:00Z')
const card: Effect = { type: 'card' }
const none = { status: 'not_asked', codes: [] }
const q = (key: string) => ({ key, text: { nl: `${key}?` } })
const option = (code: string) => ({ code, text: { nl: `keuze ${code}` } })
const abc = ['a', 'b', 'c'].map(option)
const three = make([
  {
    type: 'feeling',
    ...q('mood'),
    options: [
      { code: 'good', side: 'plus', text: { nl: 'goed' } },
      { code: 'so', side: 'middle', text: { nl: 'tussenin' } },
      { code: 'bad', side: 'minus', text: { nl: 'niet goed' } },
    ],
  },
  { type: 'choice', ...q('helped'), options: [...abc, { ...option('bad_feeling'), help: true }] },
  { type: 'text', ...q('more') },
])
const noneAsked = three.questions.map(({ key }) => record(key, 'not_asked'))

describe('"were you there?" first', () => {
  const fresh = newRun(three, { checkIn: true })

  test('stands on the card before the first question', () => {
    expect(fresh).toMatchObject({ turn: 1, at: CHECK_IN, disposition: null, answers: {}, checkIn: true })
  })

  test.each([
    ['yes', true],
    ['_skip', null],
  ])('after %s the questions come', (code, present) => {
    const { run, effects } = tap(fresh, code)
    expect(effects).toEqual([{ type: 'present', present }, card])
    expect(run).toMatchObject({ turn: 2, at: 'mood', answers: {}, disposition: null })
  })

  test('a no ends the run: nothing was asked', () => {
    const { run, effects } = tap(fresh, 'no')
    expect(effects).toEqual([{ type: 'present', present: false }, ...noneAsked, finish('absent'), card])
    expect(run).toMatchObject({ at: null, disposition: 'absent', closed: false })
  })

  test('"not now" and stop are there, "don’t know" and its like are not', () => {
    expect(tap(fresh, '_later').effects).toEqual([finish('declined'), card])
    expect(tap(fresh, '_stop').effects).toEqual([{ type: 'stop' }, finish('stopped'), card])
    for (const code of ['_dk', '_no', '_back', '_next', '_done', '_absent', '_change', 'good', 'maybe']) {
      expect(tap(fresh, code)).toEqual({ run: fresh, effects: [notice('not-this-one')] })
    }
  })

  test.each([
    ['ja', true],
    ['OUI!', true],
    ['1', true],
    ['نعم', true],
    ['overslaan', null],
  ])('%j may be typed', (text, present) => {
    expect(type(fresh, text).effects).toEqual([{ type: 'present', present }, card])
  })

  test.each(['nee', 'no', '2', 'لا'])('%j is a typed no', (text) => {
    expect(type(fresh, text).run.disposition).toBe('absent')
  })

  test('something else typed is told to tap, and changes nothing', () => {
    expect(type(fresh, 'ik was ziek')).toEqual({ run: fresh, effects: [notice('tap-please')] })
  })

  test('back from the first question leads to it; a no then takes back what was answered', () => {
    const { run } = play(three, fresh, 'yes', 'bad', '_back', '_back')
    expect(run).toMatchObject({ at: CHECK_IN, answers: { mood: { status: 'answered' } } })
    expect(tap(run, '_later').effects).toEqual([notice('not-this-one')])
    const { run: gone, effects } = tap(run, 'no')
    expect(effects).toEqual([{ type: 'present', present: false }, ...noneAsked, finish('absent'), card])
    expect(Object.values(gone.answers)).toEqual([none, none, none])
  })

  test('a mistap can be mended until the round closes', () => {
    const { run, effects } = play(three, fresh, 'no', '_change')
    expect(effects).toEqual([{ type: 'reopen' }, { type: 'present', present: null }, card])
    expect(run).toMatchObject({ at: CHECK_IN, disposition: null })
    expect(play(three, run, 'yes', 'good').effects).toEqual([record('mood', 'answered', ['good']), card])
    const closed = step(three, tap(fresh, 'no').run, { type: 'closed', at }).run
    expect(tap(closed, '_change').effects).toEqual([notice('closed')])
  })

  test('who typed after a no is told that it is over', () => {
    expect(type(tap(fresh, 'no').run, 'oei').effects).toEqual([notice('stale')])
  })

  test('is not a question of the set: closing before an answer to it lets the questions expire', () => {
    const { run, effects } = step(three, fresh, { type: 'closed', at })
    expect(effects).toEqual([
      ...['mood', 'helped', 'more'].map((key) => record(key, 'expired')),
      finish('expired'),
      card,
    ])
    expect(Object.keys(run.answers)).toEqual(['mood', 'helped', 'more'])
  })

  test('closing keeps who was absent absent, and takes the button off the card', () => {
    const { run, effects } = step(three, tap(fresh, 'no').run, { type: 'closed', at })
    expect(effects).toEqual([card])
    expect(run).toMatchObject({ disposition: 'absent', closed: true })
    expect(Object.values(run.answers)).toEqual([none, none, none])
  })

  test('a person who could not be reached can answer it after all', () => {
    const { run } = step(three, fresh, { type: 'unreachable', at })
    expect(tap(run, 'yes').effects).toEqual([{ type: 'reopen' }, { type: 'present', present: true }, card])
    expect(tap(run, 'no').effects[0]).toEqual({ type: 'reopen' })
  })
})

describe('"I am not there" on the first card', () => {
  const fresh = newRun(three, { absentButton: true })

  test('ends the run, and can be taken back', () => {
    const { run, effects } = tap(fresh, '_absent')
    expect(effects).toEqual([{ type: 'present', present: false }, ...noneAsked, finish('absent'), card])
    const again = tap(run, '_change')
    expect(again.effects).toEqual([{ type: 'reopen' }, { type: 'present', present: null }, card])
    expect(again.run.at).toBe('mood')
    expect(tap(again.run, '_absent').run.disposition).toBe('absent')
  })

  test('may be typed', () => expect(type(fresh, 'ik ben er niet bij').run.disposition).toBe('absent'))

  test('is taken only where it is shown', () => {
    for (const run of [
      newRun(three),
      newRun(three, { checkIn: true, absentButton: true }),
      play(three, fresh, 'good').run,
    ]) {
      expect(tap(run, '_absent').effects).toEqual([notice('not-this-one')])
    }
    expect(play(three, fresh, 'good', '_back', '_absent').effects).toEqual([notice('not-this-one')])
  })
})

describe('without some questions', () => {
  test('the run begins at the first question that is asked, and passing the others is recorded', () => {
    const run = newRun(three, { without: ['mood', 'more'] })
    expect(run.at).toBe('helped')
    expect(tap(run, 'a').effects).toEqual([
      record('helped', 'answered', ['a']),
      record('mood', 'not_asked'),
      record('more', 'not_asked'),
      finish('completed'),
      card,
    ])
  })

  test('one in the middle is passed by, forward and back', () => {
    const run = newRun(three, { without: ['helped'] })
    const { run: next, effects } = tap(run, 'good')
    expect(effects).toEqual([record('mood', 'answered', ['good']), record('helped', 'not_asked'), card])
    expect(next.at).toBe('more')
    expect(tap(next, '_back').run.at).toBe('mood')
  })

  test('what waits for such a question is not asked either', () => {
    const set = make([
      { type: 'yesno', ...q('a') },
      { type: 'yesno', ...q('b'), showIf: { question: 'a', is: ['yes', '_skip'] } },
      { type: 'yesno', ...q('c') },
    ])
    expect(newRun(set, { without: ['a'] }).at).toBe('c')
  })

  test('closing records it as not asked, and it keeps no run from being complete', () => {
    const { effects } = step(three, play(three, newRun(three, { without: ['more'] }), 'good').run, {
      type: 'closed',
      at,
    })
    expect(effects).toEqual([record('helped', 'expired'), record('more', 'not_asked'), finish('partial'), card])
  })

  test('"not now" is on the first question that is asked', () => {
    expect(tap(newRun(three, { without: ['mood'] }), '_later').effects).toEqual([finish('declined'), card])
  })

  test('the change button leads to the first question that is asked', () => {
    expect(play(three, newRun(three, { without: ['mood', 'more'] }), 'a', '_change').run.at).toBe('helped')
  })

  test('keys the set does not have are harmless', () => {
    expect(newRun(three, { without: ['nothing', '__proto__'] }).at).toBe('mood')
  })

  test('nothing left to ask: the run is over before it begins', () => {
    const nothing = newRun(three, { without: ['mood', 'helped', 'more'], checkIn: true })
    expect(nothing).toMatchObject({ at: null, disposition: 'not_asked' })
    expect(tap(nothing, 'good')).toEqual({ run: nothing, effects: [notice('stale')] })
    expect(step(three, nothing, { type: 'closed', at }).effects).toEqual(noneAsked)
  })

  test.each([
    [[], true],
    [['mood', 'helped'], true],
    [['mood', 'helped', 'more'], false],
    [['nothing'], true],
  ])('without %j something is asked: %s', (without, asks) => expect(asksSomething(three, without)).toBe(asks))

  test('reading a card is not being asked, and what waits for a question that is gone is not asked', () => {
    const set = make([
      { type: 'card', ...q('intro') },
      { type: 'yesno', ...q('a') },
      { type: 'yesno', ...q('b'), showIf: { question: 'a', is: ['yes'] } },
    ])
    expect(asksSomething(set)).toBe(true)
    expect(asksSomething(set, ['a'])).toBe(false)
    expect(asksSomething(set, ['b'])).toBe(true)
    const first = make([{ type: 'yesno', ...q('a'), showIf: { question: 'b', is: ['yes'] } }])
    expect(asksSomething(first)).toBe(true)
  })
})

describe('"none of these"', () => {
  const set = make([
    { type: 'multi', ...q('many'), min: 2, max: 2, options: [...abc, { ...option('none'), alone: true }] },
  ])
  const ticks = (...codes: string[]) => play(set, newRun(set), ...codes).run.ticked

  test('pushes the others out, and they push it out', () => {
    expect(ticks('a', 'b', 'none')).toEqual(['none'])
    expect(ticks('none', 'b')).toEqual(['b'])
    expect(ticks('none', 'b', 'a')).toEqual(['a', 'b'])
    expect(ticks('none', 'none')).toEqual([])
  })

  test('is enough by itself', () => {
    expect(play(set, newRun(set), 'none', '_done').effects).toContainEqual(record('many', 'answered', ['none']))
    expect(play(set, newRun(set), 'a', '_done').effects).toEqual([notice('pick-at-least', 2)])
    expect(play(set, newRun(set), 'a', 'b', 'c').effects).toEqual([notice('pick-at-most', 2)])
  })

  test('two quick taps on one card leave one of the two', () => {
    const one = step(set, newRun(set), tapped('a', 1)).run
    expect(step(set, one, tapped('none', 1, 1)).run.ticked).toEqual(['none'])
  })
})

describe('a choice that takes a text back', () => {
  const set = make([
    { type: 'text', ...q('what') },
    { type: 'text', ...q('why') },
    { type: 'choice', ...q('use'), options: [option('keep'), { ...option('erase'), erases: ['what', 'why'] }] },
  ])
  const written = type(newRun(set), 'een verhaal', set).run

  test('records what was written as skipped, without a text', () => {
    const { run, effects } = play(set, tap(written, '_skip', set).run, 'erase')
    expect(effects).toEqual([
      record('use', 'answered', ['erase']),
      record('what', 'skipped'),
      finish('completed'),
      card,
    ])
    expect(run.answers.what).toEqual({ status: 'skipped', codes: [] })
  })

  test('is asked only of who wrote something, and can be seen again', () => {
    const silent = play(set, newRun(set), '_skip', '_skip')
    expect(silent.effects).toEqual([record('why', 'skipped'), record('use', 'not_asked'), finish('completed'), card])
    expect(asksSomething(set, ['what', 'why'])).toBe(false)
    const waits = make([{ type: 'yesno', ...q('a') }, ...set.questions])
    expect(play(waits, newRun(waits, { without: ['what', 'why'] }), 'yes').run.disposition).toBe('completed')
    const erased = play(set, tap(written, '_skip', set).run, 'erase', '_change', '_skip', '_skip')
    expect(erased.run).toMatchObject({ at: 'use', answers: { use: { codes: ['erase'] } } })
  })

  test('is counted as what may still come', () => {
    const ahead = (run: Run) =>
      positionOf(
        set,
        set.questions.findIndex(({ key }) => key === run.at),
        run,
      )
    expect(ahead(newRun(set))).toEqual({ number: 1, total: 3, ahead: 2, sure: false })
    expect(ahead(tap(written, '_back', set).run)).toMatchObject({ total: 3, sure: false })
    expect(ahead(tap(newRun(set), '_skip', set).run)).toEqual({ number: 2, total: 3, ahead: 1, sure: false })
    expect(ahead(tap(written, '_skip', set).run)).toEqual({ number: 3, total: 3, ahead: 0, sure: true })
    expect(ahead(newRun(set, { without: ['why'] }))).toEqual({ number: 1, total: 2, ahead: 1, sure: false })
  })

  test('leaves it alone otherwise', () => {
    const { effects } = play(set, tap(written, '_skip', set).run, 'keep')
    expect(effects).toEqual([record('use', 'answered', ['keep']), finish('completed'), card])
  })
})

describe('help', () => {
  const help: Effect = { type: 'help' }

  test('comes at once with an answer that says so, and only with a new one', () => {
    const { run, effects } = play(three, newRun(three), 'good', 'bad_feeling')
    expect(effects).toEqual([record('helped', 'answered', ['bad_feeling']), card, help])
    expect(play(three, run, '_back', 'bad_feeling').effects).not.toContainEqual(help)
    expect(play(three, run, '_back', 'a').effects).not.toContainEqual(help)
    expect(play(three, run, '_back', 'a', '_back', 'bad_feeling').effects).toContainEqual(help)
  })

  test('a bad feeling offers it, and does not push it', () => {
    expect(play(three, newRun(three), 'bad').effects).toEqual([record('mood', 'answered', ['bad']), card])
  })

  test('is never refused: on any card, on an old one, after the end, after closing', () => {
    const { run } = play(three, newRun(three), 'good')
    const over = play(three, newRun(three), 'good', 'a', '_skip').run
    const closed = step(three, over, { type: 'closed', at }).run
    for (const one of [
      newRun(three),
      newRun(three, { checkIn: true }),
      run,
      over,
      closed,
      play(three, run, '_stop').run,
    ]) {
      expect(tap(one, '_help')).toEqual({ run: one, effects: [help] })
      expect(type(one, 'Waar vind ik hulp?')).toEqual({ run: one, effects: [help] })
    }
    expect(step(three, run, tapped('_help', 1, 1))).toEqual({ run, effects: [help] })
  })

  test.each(['help', 'Hulp!', 'aide', 'au secours', 'مساعدة', 'SOS'])(
    '%j asks for it where that is no answer',
    (word) => {
      const run = newRun(three)
      expect(type(run, word)).toEqual({ run, effects: [help] })
    },
  )

  test('one plain word asks for it when everything is over, too', () => {
    const { run } = play(three, newRun(three), 'good', 'a', '_skip')
    expect(type(run, 'hulp')).toEqual({ run, effects: [help] })
  })

  test('a word that is an answer stays an answer; in an open question only the words of the button ask', () => {
    const set = make([{ type: 'choice', ...q('a'), options: [{ code: 'h', text: { nl: 'hulp' } }, option('b')] }])
    expect(type(newRun(set), 'hulp', set).effects).toContainEqual(record('a', 'answered', ['h']))
    const open = make([{ type: 'text', ...q('t') }])
    expect(type(newRun(open), 'hulp', open).effects).toContainEqual({ ...record('t', 'answered'), text: 'hulp' })
    expect(type(newRun(open), "Où trouver de l'aide ?", open).effects).toEqual([help])
  })
})

describe('an answer that is written on our own page', () => {
  const open = make([{ type: 'text', ...q('t') }])
  const say = (text: string, turn: number | null) =>
    step(open, newRun(open), { type: 'replied', at, reply: { type: 'typed', turn, text }, writeElsewhere: true })

  test('is not taken from the chat', () => {
    expect(say('mijn verhaal', null)).toEqual({ run: newRun(open), effects: [notice('write-there')] })
  })

  test('is taken from the page; a stop word and a wish for help are taken from anywhere', () => {
    expect(say('mijn verhaal', 1).effects).toContainEqual({ ...record('t', 'answered'), text: 'mijn verhaal' })
    expect(say('stop', null).run.disposition).toBe('stopped')
    expect(say('Waar vind ik hulp?', null).effects).toEqual([{ type: 'help' }])
  })

  test('the words of a button are still a tap in the chat of other questions', () => {
    const { effects } = step(three, newRun(three), {
      type: 'replied',
      at,
      reply: { type: 'typed', turn: null, text: 'goed' },
      writeElsewhere: true,
    })
    expect(effects).toEqual([record('mood', 'answered', ['good']), card])
  })
})

describe('bad input', () => {
  test('ten thousand emoji are too long for an answer, and no button', () => {
    const flood = '👩‍👩‍👧'.repeat(10_000)
    const open = make([{ type: 'text', ...q('t'), max: 500 }])
    expect(type(newRun(open), flood, open)).toEqual({ run: newRun(open), effects: [notice('too-long', 500)] })
    for (const run of [newRun(three), newRun(three, { checkIn: true })]) {
      expect(type(run, flood)).toEqual({ run, effects: [notice('tap-please')] })
    }
  })

  test('fifty taps at once on one card are one answer, and say nothing', () => {
    const first = step(three, newRun(three), tapped('good', 1))
    let { run } = first
    for (let i = 0; i < 49; i += 1) {
      const again = step(three, run, tapped(i % 2 ? 'good' : 'bad', 1, 1))
      expect(again).toEqual({ run, effects: [] })
      run = again.run
    }
    expect(run).toEqual(first.run)
  })

  test('fifty taps on "no" of the check-in leave one end, without a word', () => {
    const fresh = newRun(three, { checkIn: true })
    const { run } = step(three, fresh, tapped('no', 1))
    for (let i = 0; i < 49; i += 1) expect(step(three, run, tapped('no', 1, 2))).toEqual({ run, effects: [] })
  })
})

function make(questions: unknown[]): QuestionSet {
  return questionSet.parse({ languages: ['nl'], questions })
}

function tapped(code: string, turn: number, seconds = 0) {
  return { type: 'replied', at: at.add({ seconds }), reply: { type: 'tapped', turn, code } } as const
}

function say(set: QuestionSet, run: Run, reply: Reply) {
  return step(set, run, { type: 'replied', at, reply })
}

function tap(run: Run, code: string, set: QuestionSet = three) {
  return say(set, run, { type: 'tapped', turn: run.turn, code })
}

function type(run: Run, text: string, set: QuestionSet = three) {
  return say(set, run, { type: 'typed', turn: null, text })
}

/** Taps one code after the other, each on the card of the moment, the run through JSON; gives the last step. */
function play(set: QuestionSet, run: Run, ...codes: string[]) {
  let last: ReturnType<typeof step> = { run, effects: [] }
  for (const code of codes) last = tap(JSON.parse(JSON.stringify(last.run)), code, set)
  return last
}

function record(question: string, status: string, codes: string[] = []): Effect {
  return { type: 'record', question, answer: { status, codes } } as Effect
}

function notice(name: string, count?: number): Effect {
  return { type: 'notice', notice: name, ...(count === undefined ? {} : { count }) } as Effect
}

function finish(disposition: 'completed' | 'partial' | 'expired' | 'declined' | 'stopped' | 'absent'): Effect {
  return { type: 'finish', disposition }
}
