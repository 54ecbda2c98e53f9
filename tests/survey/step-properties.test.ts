/** Whatever comes, in whatever order: what always holds of a run. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeButton } from '../../src/survey/button-data.ts'
import { type CardContext, renderCard } from '../../src/survey/card.ts'
import type { Step } from '../../src/survey/moves.ts'
import { isShown } from '../../src/survey/path.ts'
import { optionsOf, type QuestionSet, questionSet } from '../../src/survey/question-set.ts'
import { newRun, step } from '../../src/survey/step.ts'
import { CHECK_IN, CONTROL, type Run, type SurveyEvent } from '../../src/survey/types.ts'

const KEYS = ['a', 'b', 'constructor', 'd', 'e']
const CODES = ['x', 'y', 'constructor']
const SECRET = 'zeer persoonlijk'

const localText = fc.constantFrom({ nl: 'ja' }, { nl: 'vraag', fr: 'question' }, { nl: '{theme} 7', ar: 'سؤال' })
const options = fc.tuple(
  ...CODES.map((code) =>
    fc.record(
      {
        code: fc.constant(code),
        text: localText,
        help: fc.boolean(),
        side: fc.constantFrom('plus', 'minus'),
        alone: fc.boolean(),
        erases: fc.subarray(KEYS, { minLength: 1 }),
      },
      { requiredKeys: ['code', 'text'] },
    ),
  ),
)
const showIf = fc.record({
  question: fc.constantFrom(...KEYS),
  is: fc.subarray(['x', 'yes', '5', '_dk', '_no', '_skip', 'constructor'], { minLength: 1 }),
})

const shape = fc.oneof(
  fc.record({ type: fc.constantFrom('feeling', 'choice'), options }),
  fc.record({
    type: fc.constant('multi'),
    options,
    min: fc.constantFrom(1, 2),
    max: fc.option(fc.constantFrom(1, 2, 3), { nil: undefined }),
  }),
  fc.record({ type: fc.constant('scale'), low: localText, high: localText }),
  fc.constant({ type: 'yesno' }),
  fc.constant({ type: 'text', max: 30 }),
  fc.constant({ type: 'card' }),
)

const anySet: fc.Arbitrary<QuestionSet> = fc
  .array(fc.tuple(shape, localText, fc.option(showIf, { nil: undefined })), { minLength: 1, maxLength: KEYS.length })
  .map((parts) =>
    questionSet.parse({ languages: ['nl'], accessible: parts.length > 2, questions: parts.map(asQuestion) }),
  )

function asQuestion([own, text, condition]: [object, object, object | undefined], index: number): unknown {
  return { key: KEYS[index], text, ...own, ...(condition ? { showIf: condition } : {}) }
}

/** How a run may begin: who is asked about being there, who can say not to be, and what is left out. */
const beginning = fc.record({
  checkIn: fc.boolean(),
  absentButton: fc.boolean(),
  without: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, { weight: 3, arbitrary: fc.subarray(KEYS) }),
})
type Beginning = { checkIn: boolean; absentButton: boolean; without: string[] }

/** A tap on some button of the card, a tap on anything, something typed, or the end. */
type Move =
  | { move: 'button'; which: number; late: number }
  | { move: 'tap'; code: string; turn: number }
  | { move: 'type'; text: string; turn: number | null }
  | { move: 'closed' }
  | { move: 'unreachable' }

const code = fc.constantFrom(...CODES, 'yes', '5', ...Object.values(CONTROL), '__proto__', 'nothing')
const typedText = fc.oneof(
  fc.constantFrom(SECRET, 'ja', '1', '٢', 'overslaan', 'klaar', '   ', '😀'),
  fc.string({ unit: 'binary' }),
)
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ move: fc.constant('button'), which: fc.nat(20), late: fc.nat(1) }) },
  { weight: 6, arbitrary: fc.record({ move: fc.constant('tap'), code, turn: fc.integer({ min: -1, max: 20 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({ move: fc.constant('type'), text: typedText, turn: fc.option(fc.nat(20), { nil: null }) }),
  },
  { weight: 1, arbitrary: fc.constant({ move: 'closed' }) },
  { weight: 1, arbitrary: fc.constant({ move: 'unreachable' }) },
) as fc.Arbitrary<Move>
const moves = fc.array(fc.tuple(anyMove, fc.constantFrom(0, 1, 4, 60, 90_000)), { maxLength: 30 })

test('the turn goes up by one with each card and never otherwise', () => {
  everyStep((before, { run, effects }) => {
    const cards = effects.filter((effect) => effect.type === 'card').length
    const closedQuietly = run.closed && !before.closed && cards === 0
    expect(cards).toBeLessThanOrEqual(1)
    expect(run.turn - before.turn).toBe(closedQuietly ? 1 : cards)
  })
})

test('without a card, a record, a finish or a reopening, nothing changes; with a notice, nothing changes', () => {
  everyStep((before, { run, effects }) => {
    const kinds = new Set<string>(effects.map((effect) => effect.type))
    if (kinds.has('notice')) expect(effects.every(({ type }) => type === 'notice' || type === 'stop')).toBe(true)
    if (kinds.has('help') && !kinds.has('card')) expect([effects, run]).toEqual([[{ type: 'help' }], before])
    if (kinds.has('notice') || (kinds.size === 0 && run.closed === before.closed)) expect(run).toEqual(before)
  })
})

test('a run survives JSON, and typed text is nowhere but in the text of a record', () => {
  everyStep((_, { run, effects }) => {
    expect(JSON.parse(JSON.stringify(run))).toEqual(run)
    const withoutText = effects.map((effect) => (effect.type === 'record' ? { ...effect, text: undefined } : effect))
    expect(JSON.stringify([run, withoutText])).not.toContain(SECRET)
  })
})

test('the answers of a run are those of its records', () => {
  const stored = new Map<Run, Run['answers']>()
  everyStep((before, { run, effects }) => {
    const answers = { ...(stored.get(before) ?? before.answers) }
    for (const effect of effects) if (effect.type === 'record') answers[effect.question] = effect.answer
    stored.set(run, answers)
    expect(run.answers).toEqual(answers)
  })
})

test('no answer stays behind of a question that is no longer shown', () => {
  everyStep((_, { run }, set) => {
    set.questions.forEach((question, index) => {
      const answer = Object.hasOwn(run.answers, question.key) ? run.answers[question.key] : undefined
      if (answer && !isShown(set, index, run)) expect(answer.status).toBe('not_asked')
    })
  })
})

test('only options of the question are ever stored', () => {
  everyStep((_, { effects }, set) => {
    for (const effect of effects) {
      if (effect.type !== 'record') continue
      const known = optionsOf(set.questions.find(({ key }) => key === effect.question)!).map((option) => option.code)
      expect(known).toEqual(expect.arrayContaining(effect.answer.codes))
      expect(new Set(effect.answer.codes).size).toBe(effect.answer.codes.length)
      if (effect.answer.status !== 'answered') expect(effect.answer.codes).toEqual([])
    }
  })
})

test('every card has a way on and a way out until the run is over', () => {
  everyStep((_, { run }, set) => {
    const codes = codesOn(set, run)
    if (run.closed) expect(codes).toEqual([])
    else if (run.disposition === null) {
      expect(codes).toContain(CONTROL.stop)
      expect(codes.includes(CONTROL.skip) || codes.includes(CONTROL.next)).toBe(true)
    } else {
      const changeable = run.disposition === 'completed' || run.disposition === 'absent'
      expect(codes.filter((shown) => shown !== CONTROL.help)).toEqual(changeable ? [CONTROL.change] : [])
    }
  })
})

test('nobody is shown a question they go without, and nothing is recorded of it but that it was not asked', () => {
  everyStep((_, { run, effects }, __, { begun }) => {
    expect(begun.without).not.toContain(run.at)
    for (const effect of effects) {
      if (effect.type !== 'record' || !begun.without.includes(effect.question)) continue
      expect(effect.answer).toEqual({ status: 'not_asked', codes: [] })
    }
  })
})

test('who was not there has no answers, and is told so together with the end', () => {
  everyStep((before, { run, effects }) => {
    const away = effects.some((effect) => effect.type === 'present' && effect.present === false)
    expect(away).toBe(run.disposition === 'absent' && before.disposition !== 'absent')
    if (run.disposition !== 'absent') return
    for (const answer of Object.values(run.answers)) expect(answer.status).toBe('not_asked')
  })
})

test('being there is never stored as an answer, and the check-in comes only to who is asked for it', () => {
  everyStep((_, { run, effects }, __, { begun }) => {
    expect(Object.keys(run.answers)).not.toContain(CHECK_IN)
    expect(effects.some((effect) => effect.type === 'record' && effect.question === CHECK_IN)).toBe(false)
    if (!begun.checkIn) expect(run.at).not.toBe(CHECK_IN)
  })
})

test('an option that stands alone is never chosen together with another', () => {
  everyStep((_, { run, effects }, set) => {
    const chosen = [
      ...effects.flatMap((effect) =>
        effect.type === 'record' ? [{ key: effect.question, codes: effect.answer.codes }] : [],
      ),
      { key: run.at, codes: run.ticked },
    ]
    for (const { key, codes } of chosen) {
      if (codes.length < 2) continue
      const question = set.questions.find((one) => one.key === key)!
      const alone = optionsOf(question)
        .filter((one) => one.alone)
        .map((one) => one.code)
      expect(codes.filter((one) => alone.includes(one))).toEqual([])
    }
  })
})

test('help is on every card with an open question and after every bad answer, and asking for it moves nothing', () => {
  everyStep((_, { run }, set) => {
    const question = set.questions.find(({ key }) => key === run.at)
    const bad = set.questions.some((one) =>
      optionsOf(one).some(
        (each) =>
          (each.help === true || (one.type === 'feeling' && each.side === 'minus')) &&
          Object.hasOwn(run.answers, one.key) &&
          run.answers[one.key]!.codes.includes(each.code),
      ),
    )
    const wanted = !run.closed && (bad || (run.disposition === null && question?.type === 'text'))
    if (wanted) expect(codesOn(set, run)).toContain(CONTROL.help)
    const reply = { type: 'tapped', turn: run.turn, code: CONTROL.help } as const
    expect(step(set, run, { type: 'replied', at: later(run), reply })).toEqual({ run, effects: [{ type: 'help' }] })
  })
})

test('no card has an emoji for who wants none', () => {
  everyStep((_, { run }, set) => {
    const { lines, choices } = renderCard(set, run, { ...context, textOnly: true })
    for (const { text } of lines) expect(text).not.toMatch(/\p{Extended_Pictographic}/u)
    for (const choice of choices) expect([choice.emoji, choice.ticked]).toEqual([undefined, undefined])
  })
})

test('the engine takes every button that the card shows', () => {
  everyStep((_, { run }, set) => {
    for (const shown of codesOn(set, run)) {
      const reply = { type: 'tapped', turn: run.turn, code: shown } as const
      const { effects } = step(set, run, { type: 'replied', at: later(run), reply })
      expect(effects).not.toContainEqual({ type: 'notice', notice: 'not-this-one' })
      expect(effects).not.toContainEqual({ type: 'notice', notice: 'stale' })
    }
  })
})

test('the same tap twice, and the same end twice, is as good as once', () => {
  everyStep((_, { run }, __, { set, event, before }) => {
    if (event.type === 'replied' && event.reply.type === 'typed' && event.reply.turn === null) return
    const { run: again, effects } = step(set, run, event)
    const wasRefused = run === before || (event.type === 'replied' && event.reply.turn !== before.turn)
    if (wasRefused) return
    expect(again).toEqual(run)
    expect(effects).toEqual([])
  })
})

test('after closing every question has exactly one status, and nothing changes any more', () => {
  fc.assert(
    fc.property(anySet, beginning, moves, (set, begun, list) => {
      const end = list.reduce(
        (run, [move, seconds]) => step(set, run, eventOf(set, run, move, seconds)).run,
        newRun(set, begun),
      )
      const closed = step(set, end, { type: 'closed', at: later(end) }).run
      expect(Object.keys(closed.answers).sort()).toEqual(set.questions.map(({ key }) => key).sort())
      expect(closed.disposition).not.toBeNull()
      for (const [move, seconds] of list)
        expect(step(set, closed, eventOf(set, closed, move, seconds)).run).toEqual(closed)
    }),
  )
})

test('pressing on with skip or next always comes to the end', () => {
  fc.assert(
    fc.property(anySet, beginning, moves, (set, begun, list) => {
      let run = list
        .filter(([{ move }]) => move !== 'closed')
        .reduce(
          (before, [move, seconds]) => step(set, before, eventOf(set, before, move, seconds)).run,
          newRun(set, begun),
        )
      for (let i = 0; i <= set.questions.length + 1 && run.disposition === null; i += 1) {
        const onward = codesOn(set, run).find((shown) => shown === CONTROL.skip || shown === CONTROL.next)!
        const reply = { type: 'tapped', turn: run.turn, code: onward } as const
        run = step(set, run, { type: 'replied', at: later(run), reply }).run
      }
      expect(run.disposition).not.toBeNull()
    }),
  )
})

type Check = (
  before: Run,
  after: Step,
  set: QuestionSet,
  how: { set: QuestionSet; event: SurveyEvent; before: Run; begun: Beginning },
) => void

/** Plays random moves on random sets, the run through JSON at every turn, and checks every step. */
function everyStep(check: Check): void {
  fc.assert(
    fc.property(anySet, beginning, moves, (set, begun, list) => {
      let run = newRun(set, begun)
      for (const [move, seconds] of list) {
        const event = eventOf(set, run, move, seconds)
        const after = step(set, run, event)
        check(run, after, set, { set, event, before: run, begun })
        run = after.run
      }
    }),
    { numRuns: 300 },
  )
}

function eventOf(set: QuestionSet, run: Run, move: Move, seconds: number): SurveyEvent {
  const at = later(run, seconds)
  switch (move.move) {
    case 'closed':
      return { type: 'closed', at }
    case 'unreachable':
      return { type: 'unreachable', at }
    case 'tap':
      return { type: 'replied', at, reply: { type: 'tapped', turn: move.turn, code: move.code } }
    case 'type':
      return { type: 'replied', at, reply: { type: 'typed', turn: move.turn, text: move.text } }
    case 'button': {
      const codes = codesOn(set, run)
      const tapped = codes[move.which % codes.length] ?? CONTROL.stop
      return { type: 'replied', at, reply: { type: 'tapped', turn: run.turn - move.late, code: tapped } }
    }
  }
}

function later(run: Run, seconds = 60): Temporal.Instant {
  return Temporal.Instant.from(run.movedAt ?? '2026-01-07T18:00:00Z').add({ seconds })
}

function codesOn(set: QuestionSet, run: Run): string[] {
  return renderCard(set, run, context).choices.map((choice) => decodeButton(choice.data)!.code)
}

const context: CardContext = { runRef: 'A'.repeat(22), language: 'nl', activity: 'x', theme: null, organisation: 'y' }
