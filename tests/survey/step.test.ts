import { describe, expect, test } from 'vitest'
import { type QuestionSet, questionSet } from '../../src/survey/question-set.ts'
import { newRun, step } from '../../src/survey/step.ts'
import type { Effect, Reply, Run } from '../../src/survey/types.ts'

describe('one answer', () => {
  test('a tap is recorded, the next question comes, the turn goes up by one', () => {
    const { run, effects } = tap(newRun(three), 'good')
    expect(effects).toEqual([record('mood', 'answered', ['good']), card])
    expect(run).toMatchObject({ turn: 2, at: 'helped', movedAt: '2026-01-07T18:00:00Z', disposition: null })
  })

  test.each([
    ['_dk', 'dont_know'],
    ['_no', 'declined'],
    ['_skip', 'skipped'],
  ] as const)('%s is stored as %s', (code, status) => {
    expect(tap(newRun(three), code).effects).toEqual([record('mood', status), card])
  })

  test('the last answer completes the run', () => {
    const set = only({ type: 'yesno', ...q('again') })
    const { run, effects } = tap(newRun(set), 'yes', set)
    expect(effects).toEqual([record('again', 'answered', ['yes']), finish('completed'), card])
    expect(run).toMatchObject({ at: null, disposition: 'completed', closed: false })
  })

  test('a scale takes its numbers', () => {
    const set = only({ type: 'scale', ...q('grade'), low: nl('laag'), high: nl('hoog') })
    expect(tap(newRun(set), '10', set).effects).toContainEqual(record('grade', 'answered', ['10']))
    expect(tap(newRun(set), '11', set).effects).toEqual([notice('not-this-one')])
  })

  test('reading an information card is no answer', () => {
    const set = make([{ type: 'card', ...q('intro') }, three.questions[0]])
    const { run, effects } = tap(newRun(set), '_next', set)
    expect(effects).toEqual([record('intro', 'skipped'), card])
    expect(step(set, run, { type: 'closed', at }).effects).toContainEqual(finish('expired'))
  })

  test.each(['a', 'yes', '_done', '_next', '_change', '_absent', '_back', '_write', '__proto__', 'constructor', ''])(
    'a forged code changes nothing: %j',
    (code) => {
      const run = newRun(three)
      expect(tap(run, code)).toEqual({ run, effects: [notice('not-this-one')] })
    },
  )

  test('a question may be called constructor', () => {
    const set = make([
      { type: 'yesno', ...q('constructor') },
      { type: 'yesno', ...q('b') },
    ])
    const { run } = play(set, 'yes')
    expect(play(set, 'yes', '_back').run.at).toBe('constructor')
    expect(run.answers.constructor).toEqual({ status: 'answered', codes: ['yes'] })
    expect(step(set, newRun(set), { type: 'closed', at }).effects).toContainEqual(record('constructor', 'expired'))
  })
})

describe('turns', () => {
  test('a second tap on the card before is silent within five seconds, and stale after', () => {
    const { run } = tap(newRun(three), 'good')
    expect(step(three, run, tapped('bad', 1, 5))).toEqual({ run, effects: [] })
    expect(step(three, run, tapped('bad', 1, 6))).toEqual({ run, effects: [notice('stale')] })
  })

  test.each([0, -1, 7, 2.5, Number.NaN])('a tap that carries turn %s is stale', (turn) => {
    const { run } = tap(newRun(three), 'good')
    expect(step(three, run, tapped('a', turn))).toEqual({ run, effects: [notice('stale')] })
  })

  test('a form that was opened on an earlier question is stale, a chat message never is', () => {
    const { run } = play(three, 'good', 'bad')
    const typed = (turn: number | null) => say(three, run, { type: 'typed', turn, text: 'hallo' }, 60)
    expect(typed(1).effects).toEqual([notice('stale')])
    expect(typed(null).effects).not.toEqual([notice('stale')])
  })
})

describe('more than one option', () => {
  const set = make([multi({ min: 2, max: 3 }), three.questions[0]])

  test('each tap ticks or unticks, in the order of the question', () => {
    expect(play(set, 'c', 'a', 'b', 'a').run).toMatchObject({ turn: 5, at: 'many', ticked: ['b', 'c'], answers: {} })
  })

  test('too few and too many are told, and the card stays', () => {
    const few = play(set, 'a').run
    expect(tap(few, '_done', set)).toEqual({ run: few, effects: [notice('pick-at-least', 2)] })
    const full = play(set, 'a', 'b', 'c').run
    expect(tap(full, 'd', set)).toEqual({ run: full, effects: [notice('pick-at-most', 3)] })
  })

  test('done records what is ticked', () => {
    const { run, effects } = play(set, 'd', 'a', '_done')
    expect(effects).toEqual([record('many', 'answered', ['a', 'd']), card])
    expect(run).toMatchObject({ ticked: [], at: 'mood' })
  })

  test('two options tapped quickly on the same card both count; the same one twice counts once', () => {
    const one = step(set, newRun(set), tapped('a', 1)).run
    const two = step(set, one, tapped('b', 1, 1)).run
    expect(two).toMatchObject({ turn: 3, ticked: ['a', 'b'] })
    expect(step(set, two, tapped('a', 1, 1))).toEqual({ run: two, effects: [] })
    expect(step(set, two, tapped('b', 2, 9))).toEqual({ run: two, effects: [notice('stale')] })
  })

  test('an untick that was tapped twice stays an untick', () => {
    const ticked = play(set, 'a').run
    const without = step(set, ticked, tapped('a', 2)).run
    expect(without.ticked).toEqual([])
    expect(step(set, without, tapped('a', 2, 1))).toEqual({ run: without, effects: [] })
  })

  test('a tap on an older drawing of the same question may also say done', () => {
    const one = play(set, 'a', 'b').run
    expect(step(set, one, tapped('_done', 1, 1)).effects).toEqual([record('many', 'answered', ['a', 'b']), card])
  })

  test('a late tap does not reach the next question, even where it has the same option', () => {
    const twice = make([multi({}), { ...multi({}), key: 'again' }])
    const next = play(twice, 'a', '_done').run
    expect(step(twice, next, tapped('b', 1, 60))).toEqual({ run: next, effects: [notice('stale')] })
  })

  test('asked again, the options from before are ticked', () => {
    const { run } = play(set, 'd', 'a', '_done', '_back')
    expect(run.ticked).toEqual(['a', 'd'])
    expect(tap(run, '_done', set).effects).toContainEqual(record('many', 'answered', ['a', 'd']))
  })
})

describe('going back', () => {
  test('the answer is kept until it is replaced', () => {
    const { run } = play(three, 'good', '_back')
    expect(run).toMatchObject({ turn: 3, at: 'mood', answers: { mood: { status: 'answered', codes: ['good'] } } })
    expect(tap(run, '_next').effects).toEqual([card])
    expect(tap(run, 'bad').effects).toEqual([record('mood', 'answered', ['bad']), card])
    expect(tap(run, '_skip').effects).toEqual([record('mood', 'skipped'), card])
  })

  test('passes over questions that were not asked', () => {
    expect(play(branching, 'no', '_back').run.at).toBe('spoke')
  })

  test('"not now" is for the first question of a fresh run only', () => {
    expect(tap(newRun(three), '_later').effects).toEqual([finish('declined'), card])
    expect(play(three, 'good', '_later').effects).toEqual([notice('not-this-one')])
    expect(play(three, 'good', '_back', '_later').effects).toEqual([notice('not-this-one')])
  })
})

describe('show if', () => {
  test('a question whose condition fails is recorded as not asked', () => {
    const { run, effects } = play(branching, 'no')
    expect(effects).toEqual([
      record('spoke', 'answered', ['no']),
      record('why', 'not_asked'),
      record('who', 'not_asked'),
      card,
    ])
    expect(run.at).toBe('again')
  })

  test('an answer that no longer belongs is not left behind', () => {
    const asked = play(branching, 'yes', 'b', '_done', 'yes')
    expect(asked.run.answers).toMatchObject({ why: { status: 'answered', codes: ['b'] }, who: { status: 'answered' } })
    const changed = play(branching, 'yes', 'b', '_done', 'yes', '_back', '_back', '_back', 'no')
    expect(changed.effects).toEqual([
      record('spoke', 'answered', ['no']),
      record('why', 'not_asked'),
      record('who', 'not_asked'),
      card,
    ])
    expect(changed.run.answers.who).toEqual({ status: 'not_asked', codes: [] })
  })

  test('also when it comes after the question that is asked next', () => {
    const set = make([
      { type: 'yesno', ...q('one') },
      { type: 'yesno', ...q('two') },
      { type: 'yesno', ...q('three'), showIf: { question: 'one', is: ['yes'] } },
    ])
    const { run, effects } = play(set, 'yes', 'yes', 'yes', '_change', 'no')
    expect(run.at).toBe('two')
    expect(effects).toEqual([record('one', 'answered', ['no']), record('three', 'not_asked'), card])
  })

  test('becomes askable again', () => {
    expect(play(branching, 'no', '_back', 'yes').run.at).toBe('why')
  })

  test('one of several ticked options is enough', () => {
    expect(play(branching, 'yes', 'a', 'b', '_done').run.at).toBe('who')
    expect(play(branching, 'yes', 'a', 'c', '_done').run.at).toBe('again')
  })

  test.each([
    ['_dk', 'b'],
    ['_no', 'b'],
    ['_skip', 'b'],
    ['yes', 'c'],
  ])('after %s comes %s', (code, next) => {
    const set = make([
      { type: 'yesno', ...q('a') },
      { type: 'yesno', ...q('b'), showIf: { question: 'a', is: ['_dk', '_no', '_skip'] } },
      { type: 'yesno', ...q('c') },
    ])
    expect(play(set, code).run.at).toBe(next)
  })

  test('a condition looks back only', () => {
    const set = make([
      { type: 'yesno', ...q('a') },
      { type: 'yesno', ...q('b'), showIf: { question: 'c', is: ['yes'] } },
      { type: 'yesno', ...q('c') },
      { type: 'yesno', ...q('d'), showIf: { question: 'nowhere', is: ['yes'] } },
    ])
    const { run } = play(set, 'yes', 'yes')
    expect(run).toMatchObject({
      disposition: 'completed',
      answers: { b: { status: 'not_asked' }, d: { status: 'not_asked' } },
    })
    expect(play(set, 'yes', 'yes', '_change', '_next').run.at).toBe('c')
  })
})

describe('typing', () => {
  const text = only({ type: 'text', ...q('more'), max: 5 })

  test('a text is cleaned and goes to the record only', () => {
    const { run, effects } = type(newRun(text), ' he\u0000lo\u202E ', text)
    expect(effects).toContainEqual({ ...record('more', 'answered'), text: 'helo' })
    expect(JSON.stringify(run)).not.toContain('helo')
  })

  test('too long and empty are told', () => {
    expect(type(newRun(text), '123456', text).effects).toEqual([notice('too-long', 5)])
    expect(type(newRun(text), '😀😀😀😀😀', text).effects).toContainEqual({
      ...record('more', 'answered'),
      text: '😀😀😀😀😀',
    })
    expect(type(newRun(text), ' \u200B\n ', text).effects).toEqual([notice('empty')])
  })

  test('the words of a button are as good as a tap', () => {
    expect(type(newRun(three), 'BIEN!').effects).toEqual([record('mood', 'answered', ['good']), card])
    expect(type(newRun(three), 'weet ik niet').effects).toEqual([record('mood', 'dont_know'), card])
    expect(type(newRun(three), 'het was fijn').effects).toEqual([notice('tap-please')])
  })

  test('ticks too', () => {
    const set = only(multi({}))
    const { run } = type(type(newRun(set), '1', set).run, '3', set)
    expect(run.ticked).toEqual(['a', 'c'])
    expect(type(type(run, '3', set).run, 'klaar', set).effects).toContainEqual(record('many', 'answered', ['a']))
  })

  test('the write button itself says nothing', () => {
    expect(tap(newRun(text), '_write', text)).toEqual({ run: newRun(text), effects: [] })
  })
})

describe('stopping', () => {
  test('a tap stops at once', () => {
    const { run, effects } = play(three, 'good', '_stop')
    expect(effects).toEqual([{ type: 'stop' }, finish('stopped'), card])
    expect(run).toMatchObject({ disposition: 'stopped', at: null, turn: 3 })
  })

  test.each(['stop', 'STOP!', 'stoppen', 'Arrête', 'توقف', '/stop'])('%s stops, also on a text question', (word) => {
    const set = only({ type: 'text', ...q('more') })
    expect(type(newRun(set), word, set).run.disposition).toBe('stopped')
    expect(type(newRun(three), word).effects).toContainEqual({ type: 'stop' })
  })

  test('an old stop button stops too', () => {
    const { run } = play(three, 'good', 'bad')
    expect(step(three, run, tapped('_stop', 1, 600)).run.disposition).toBe('stopped')
  })

  test('stopping after the end leaves the answers, and is confirmed', () => {
    const { run } = play(three, 'good', 'a', 'yes')
    expect(type(run, 'stop')).toEqual({ run, effects: [{ type: 'stop' }, notice('stopped')] })
    const closed = step(three, run, { type: 'closed', at }).run
    expect(type(closed, 'stop')).toEqual({ run: closed, effects: [{ type: 'stop' }, notice('stopped')] })
  })

  test('after stopping or "not now" nothing else is taken', () => {
    for (const code of ['_stop', '_later']) {
      const { run } = tap(newRun(three), code)
      expect(tap(run, 'good')).toEqual({ run, effects: [notice('stale')] })
      expect(type(run, 'goed')).toEqual({ run, effects: [notice('stale')] })
    }
  })
})

describe('after the end', () => {
  const done = play(three, 'good', 'a', 'yes').run

  test('change leads back to the first question with the answers', () => {
    const { run, effects } = tap(done, '_change')
    expect(effects).toEqual([{ type: 'reopen' }, card])
    expect(run).toMatchObject({ turn: 5, at: 'mood', disposition: null, answers: done.answers })
  })

  test('answers that are stepped through stay, and the run completes again', () => {
    const { run, effects } = play(three, 'good', 'a', 'yes', '_change', '_next', 'b', '_next')
    expect(effects).toEqual([finish('completed'), card])
    expect(run.answers).toMatchObject({
      mood: { codes: ['good'] },
      helped: { codes: ['b'] },
      again: { codes: ['yes'] },
    })
  })

  test('a message is told where the button is, another button is not taken', () => {
    expect(type(done, 'bedankt').effects).toEqual([notice('finished')])
    expect(tap(done, 'yes').effects).toEqual([notice('not-this-one')])
  })
})

describe('closing', () => {
  test('what is open expires', () => {
    const { run } = play(three, 'good')
    const closed = step(three, run, { type: 'closed', at })
    expect(closed.effects).toEqual([record('helped', 'expired'), record('again', 'expired'), finish('partial'), card])
    expect(closed.run).toMatchObject({ closed: true, disposition: 'partial', at: null, turn: 3 })
    expect(tap(closed.run, 'a').effects).toEqual([notice('closed')])
    expect(step(three, closed.run, { type: 'closed', at })).toEqual({ run: closed.run, effects: [] })
  })

  test.each([
    [[], 'expired'],
    [['_skip'], 'expired'],
    [['_dk'], 'partial'],
    [['_no'], 'partial'],
    [['good', 'a', 'yes', '_change'], 'completed'],
    [['good', 'a', 'yes', '_change', '_skip'], 'completed'],
  ])('after %j the run is %s', (codes, disposition) => {
    const { run } = play(three, ...codes)
    expect(step(three, run, { type: 'closed', at }).effects).toContainEqual(finish(disposition as 'partial'))
  })

  test('a completed run is closed and its card says so', () => {
    const { run } = play(three, 'good', 'a', 'yes')
    const closed = step(three, run, { type: 'closed', at })
    expect(closed.effects).toEqual([card])
    expect(closed.run).toMatchObject({ disposition: 'completed', closed: true })
  })

  test('who stopped is left alone', () => {
    const { run } = play(three, 'good', '_stop')
    const { effects } = step(three, run, { type: 'closed', at })
    expect(effects).toEqual([record('helped', 'expired'), record('again', 'expired')])
  })

  test('a run that was never sent was not asked', () => {
    const run: Run = { ...newRun(three), disposition: 'not_asked' }
    const { effects } = step(three, run, { type: 'closed', at })
    expect(effects).toEqual(['mood', 'helped', 'again'].map((key) => record(key, 'not_asked')))
  })

  test('questions behind a condition that fails are not asked', () => {
    const { effects } = step(branching, newRun(branching), { type: 'closed', at })
    expect(effects).toContainEqual(record('why', 'not_asked'))
    expect(effects).toContainEqual(record('spoke', 'expired'))
  })
})

describe('unreachable', () => {
  const gone = step(three, newRun(three), { type: 'unreachable', at })

  test('ends the run, once', () => {
    expect(gone.effects).toEqual([finish('unreachable')])
    expect(step(three, gone.run, { type: 'unreachable', at })).toEqual({ run: gone.run, effects: [] })
    const done = play(three, 'good', 'a', 'yes').run
    expect(step(three, done, { type: 'unreachable', at })).toEqual({ run: done, effects: [] })
  })

  test('who answers after all can go on', () => {
    const { run, effects } = tap(gone.run, 'good')
    expect(effects).toEqual([{ type: 'reopen' }, record('mood', 'answered', ['good']), card])
    expect(run.disposition).toBeNull()
  })
})

const at = Temporal.Instant.from('2026-01-07T18:00:00Z')
const card: Effect = { type: 'card' }
const nl = (text: string) => ({ nl: text })
const q = (key: string) => ({ key, text: nl(`${key}?`) })
const multi = (limits: object) => ({
  type: 'multi',
  ...q('many'),
  ...limits,
  options: ['a', 'b', 'c', 'd'].map((code) => ({ code, text: nl(`keuze ${code}`) })),
})
const three = make([
  {
    type: 'feeling',
    ...q('mood'),
    options: [
      { code: 'good', text: { nl: 'goed', fr: 'bien' } },
      { code: 'so', text: nl('tussenin') },
      { code: 'bad', text: nl('niet goed') },
    ],
  },
  { type: 'choice', ...q('helped'), options: ['a', 'b', 'bad'].map((code) => ({ code, text: nl(`keuze ${code}`) })) },
  { type: 'yesno', ...q('again') },
])
const branching = make([
  { type: 'yesno', ...q('spoke') },
  { ...multi({}), key: 'why', showIf: { question: 'spoke', is: ['yes'] } },
  { type: 'yesno', ...q('who'), showIf: { question: 'why', is: ['b', 'd'] } },
  { type: 'yesno', ...q('again') },
])

function make(questions: unknown[]): QuestionSet {
  return questionSet.parse({ languages: ['nl'], questions })
}

function only(question: unknown): QuestionSet {
  return make([question])
}

function tapped(code: string, turn: number, seconds = 0) {
  return { type: 'replied', at: at.add({ seconds }), reply: { type: 'tapped', turn, code } } as const
}

function say(set: QuestionSet, run: Run, reply: Reply, seconds = 0) {
  return step(set, run, { type: 'replied', at: at.add({ seconds }), reply })
}

function tap(run: Run, code: string, set: QuestionSet = three) {
  return say(set, run, { type: 'tapped', turn: run.turn, code })
}

function type(run: Run, text: string, set: QuestionSet = three) {
  return say(set, run, { type: 'typed', turn: null, text })
}

/** Taps one code after the other, each on the card of the moment; gives the last step. */
function play(set: QuestionSet, ...codes: string[]) {
  let last: ReturnType<typeof step> = { run: newRun(set), effects: [] }
  for (const code of codes) last = tap(JSON.parse(JSON.stringify(last.run)), code, set)
  return last
}

function record(question: string, status: string, codes: string[] = []): Effect {
  return { type: 'record', question, answer: { status, codes } } as Effect
}

function notice(name: string, count?: number): Effect {
  return { type: 'notice', notice: name, ...(count === undefined ? {} : { count }) } as Effect
}

function finish(disposition: 'completed' | 'partial' | 'expired' | 'declined' | 'stopped' | 'unreachable'): Effect {
  return { type: 'finish', disposition }
}
