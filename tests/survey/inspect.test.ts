import { describe, expect, test } from 'vitest'
import { contentHash } from '../../src/survey/content-hash.ts'
import { inspectAspect, inspectLimit, inspectPair, inspectSet } from '../../src/survey/inspect.ts'
import { feelingNow } from '../../src/survey/inspect-asking.ts'
import { type LocalText, option, type QuestionSet, questionSet } from '../../src/survey/question-set.ts'
import { forbiddenIn, isTwofold } from '../../src/survey/wording.ts'
import { shippedSets } from '../support/shipped-sets.ts'

const shipped = shippedSets()
const setOf = (file: string): QuestionSet => structuredClone(shipped.find((one) => one.file === `${file}.yaml`)!.set)
const keysOf = (set: QuestionSet) => inspectSet(set).map((finding) => `${finding.path.join('.')} ${finding.key}`)

test.each(shipped)('$file is sound', ({ set }) => {
  expect(inspectSet(set)).toEqual([])
})

test.each([
  'Hoe heet je?',
  'Wat is je naam?',
  'Wat is jouw achternaam?',
  'Hoe oud ben je?',
  'Wat is je leeftijd?',
  'Wanneer ben je geboren?',
  'Wat is je geboortedatum?',
  'Ben je een jongen of een meisje?',
  'Wat is je gender?',
  'Waar kom je vandaan?',
  'Waar zijn je ouders geboren?',
  'Wat is je afkomst?',
  'Wat is je geloof?',
  'Ben je moslim?',
  'Ben je gelovig?',
  'Heb je een beperking?',
  'Ben je doof of slechthorend?',
  'Op welke school zit je?',
  'Naar welke school ga je?',
  'Op wie val je?',
  'Ben je homo?',
  'Wat is jouw seksuele geaardheid?',
  'Waar woon je?',
  'Welke taal spreek je thuis?',
  'Heb jij autisme?',
])('asks who somebody is: %s', (nl) => {
  expect(forbiddenIn({ nl })?.subject).toBe('identity')
})

test.each([
  'Wat vind je van {theme}?',
  'Wat denk jij over Palestina?',
  'Wat is je mening over racisme?',
  'Ben je voor of tegen?',
  'Ben je het eens met de expert?',
  'Op welke partij stem je?',
  'Ben je links of rechts?',
  'Vind je {theme} belangrijk?',
])('asks for an opinion: %s', (nl) => {
  expect(forbiddenIn({ nl })?.subject).toBe('opinion')
})

test.each([
  [{ en: 'What is your name?' }, 'identity'],
  [{ en: 'How old are you?' }, 'identity'],
  [{ en: 'Are you a boy or a girl?' }, 'identity'],
  [{ en: 'Do you have a disability?' }, 'identity'],
  [{ en: 'What do you think of the police?' }, 'opinion'],
  [{ en: 'Do you agree with this?' }, 'opinion'],
  [{ fr: 'Comment tu t’appelles ?' }, 'identity'],
  [{ fr: 'Quel âge as-tu ?' }, 'identity'],
  [{ fr: 'Quelle est ta religion ?' }, 'identity'],
  [{ fr: "D'où viens-tu ?" }, 'identity'],
  [{ fr: 'Tu es née en Belgique ? Tu es musulmane ?' }, 'identity'],
  [{ fr: "Que penses-tu d'Israël ?" }, 'opinion'],
  [{ fr: "Es-tu d'accord avec ça ?" }, 'opinion'],
])('looks in English and French too: %o is about %s', (text, subject) => {
  expect(forbiddenIn({ nl: 'Hoe was het?', ...text } as LocalText)?.subject).toBe(subject)
})

test.each([
  'Hoe vond je deze dag?',
  'Had iemand anders iets aan wat jij deed?',
  'Sprak je met iemand die je anders niet zou ontmoeten?',
  'Kon je meepraten over wat we doen?',
  'Luisterde er iemand echt?',
  'Kon je zeggen wat je dacht?',
  'Kan je bij ons jezelf zijn?',
  'Is er iets gebeurd met wat jullie zeiden?',
  'Denk aan de voorbije 3 maanden bij {organisation}. Is er iets veranderd voor jou?',
  'Wat viel je op in het gesprek over {theme}?',
  'Kent de begeleider je naam?',
  'Waren er mensen van jouw leeftijd?',
  'Wil je er nog iets over zeggen? Schrijf geen namen.',
  'Helpt dit je op school?',
  'Wat vond je het leukst?',
  'Heb je een stem in wat we doen?',
  'Schrijf je naam niet in je antwoord.',
])('is a question one may ask: %s', (nl) => {
  expect(forbiddenIn({ nl })).toBeNull()
})

test('options that ask for a gender are found without a word in the question', () => {
  const set = setOf('gevoelsbuttons-einde')
  const because = set.questions[1]!
  if (because.type !== 'choice') throw new Error('the sample changed')
  because.options[0]!.text.nl = 'een jongen'
  because.options[1]!.text.nl = 'een meisje'
  expect(keysOf(set)).toEqual(['questions.1.options check-identity'])
})

test.each([
  ['Wat betekent het voor jongeren dat ze naar XX komen?', false],
  ['Wat betekent het meetingpoint voor jongeren en begeleiders?', false],
  ['Weten jongeren waar en wanneer ze terechtkunnen, bv. in hun buurt?', false],
  ['Voelen jongeren die hier wonen en willen sporten zich welkom?', false],
  ['Wat betekent het meetingpoint en hoe veilig voelen jongeren zich?', true],
  ['Wat betekent het meetingpoint? Voelen jongeren zich veilig?', true],
  ['Vriendschap; plezier', true],
  ['Voelen jongeren zich thuis, en of ze terugkomen', true],
  ['What does it mean to young people and how safe do they feel?', true],
  ['What does it mean to young people who are new and who need help?', false],
  ["Qu'est-ce que ça représente et comment se sentent-ils ?", true],
  ['ماذا يعني القدوم للشباب وكيف يشعرون؟', true],
  ['ماذا يعني القدوم إلى XX للشباب؟', false],
])('an aspect is one question: %s', (aspect, twofold) => {
  expect(isTwofold(aspect)).toBe(twofold)
})

test('the same twofold text in four languages is told once', () => {
  const text = 'Wat betekent het? Hoe voelt het?'
  expect(inspectAspect({ nl: text, en: text, fr: text })).toHaveLength(1)
  expect(inspectAspect({ nl: 'Wat betekent het?', fr: 'Quoi ? Comment ?' }).map((finding) => finding.path)).toEqual([
    ['fr'],
  ])
})

test('information cards do not count for the limit; more than five is never allowed', () => {
  const of = (count: number, cards = 0) => [
    ...Array.from({ length: count }, () => ({ type: 'yesno' as const })),
    ...Array.from({ length: cards }, () => ({ type: 'card' as const })),
  ]
  expect(inspectLimit(of(3, 2))).toEqual([])
  expect(inspectLimit(of(4))[0]).toMatchObject({ key: 'check-over-limit', values: { count: 4, limit: 3 } })
  expect(inspectLimit(of(4), 4)).toEqual([])
  expect(inspectLimit(of(6), 5)[0]).toMatchObject({ key: 'check-too-many-questions', values: { count: 6 } })
})

test('start and end have one scale: codes, emoji and words in every language', () => {
  const start = setOf('gevoelsbuttons-start')
  const end = setOf('gevoelsbuttons-einde')
  expect(inspectPair(start, end)).toEqual([])
  expect(inspectPair(start, setOf('uitgangsvraag'))).toEqual([])
  expect(inspectPair(start, setOf('wat-betekent-het'))).toHaveLength(1)
  const feeling = end.questions[0]!
  if (feeling.type !== 'feeling') throw new Error('the sample changed')
  feeling.options[3]!.text.fr = 'bof'
  expect(inspectPair(start, end)[0]).toMatchObject({ key: 'check-other-scale', values: { code: 'not_good' } })
})

test('each missing language is a finding with its place', () => {
  const set = setOf('gevoelsbuttons-einde')
  const [feeling, because] = set.questions
  delete because!.text.ar
  if (feeling?.type === 'feeling') delete feeling.options[1]!.text.fr
  expect(inspectSet(set)).toEqual([
    {
      path: ['questions', 0, 'options', 1, 'text', 'fr'],
      key: 'check-missing-translation',
      values: { name: 'feeling.good', language: 'fr' },
    },
    {
      path: ['questions', 1, 'text', 'ar'],
      key: 'check-missing-translation',
      values: { name: 'because.text', language: 'ar' },
    },
  ])
  expect(inspectSet({ ...set, languages: ['nl', 'en'] })).toEqual([])
})

test.each(['😁', '😅', '🙃', '😏', '😬', '😌', '🤔', '🥲', '👍', '👎', '✌️', '👏🏽', '💪', '🙏', '🍕', '🍎', '🥑'])(
  '%s is banned in a feeling question',
  (emoji) => {
    const set = setOf('gevoelsbuttons-start')
    if (set.questions[0]?.type === 'feeling') set.questions[0].options[0]!.emoji = emoji
    expect(keysOf(set)).toEqual(['questions.0.options.0.emoji check-banned-emoji'])
  },
)

test.each([
  ['🍕', []],
  ['👍', ['questions.1.options.0.emoji check-banned-emoji']],
  ['❤️', []],
  ['🇧🇪', []],
  ['👩‍🎓', []],
  ['☀️', []],
  ['x', ['questions.1.options.0.emoji check-one-emoji']],
  ['🎲🎲', ['questions.1.options.0.emoji check-one-emoji']],
])('%s beside the words of a choice', (emoji, findings) => {
  const set = setOf('gevoelsbuttons-einde')
  if (set.questions[1]?.type === 'choice') set.questions[1].options[0]!.emoji = emoji
  expect(keysOf(set)).toEqual(findings)
})

describe('a scale of feelings', () => {
  const point = (code: string, side: string | undefined) => ({
    code,
    emoji: '😃',
    text: { nl: `punt ${code}` },
    ...(side ? { side } : {}),
  })
  const scale = (...sides: (string | undefined)[]) =>
    questionSet.parse({
      languages: ['nl'],
      questions: [
        {
          type: 'feeling',
          key: 'f',
          text: { nl: 'Hoe was het?' },
          options: sides.map((side, i) => point(`p${i}`, side)),
        },
      ],
    })

  test.each([
    ['plus', 'middle', 'minus'],
    ['plus', 'plus', 'minus', 'minus'],
    ['plus', 'plus', 'middle', 'minus', 'minus'],
  ])('may go %s %s %s %s %s', (...sides) => expect(keysOf(scale(...sides))).toEqual([]))

  test.each([
    [['minus', 'middle', 'plus'], 'plus, middle, minus'],
    [['plus', 'middle', 'minus', 'minus'], 'plus, plus, minus, minus'],
    [['plus', undefined, 'minus'], 'plus, middle, minus'],
    [['plus', 'middle', 'plus', 'minus', 'minus'], 'plus, plus, middle, minus, minus'],
  ])('may not go %j: every point has its direction', (sides, order) => {
    expect(inspectSet(scale(...sides))).toEqual([
      { path: ['questions', 0, 'options'], key: 'check-feeling-order', values: { order } },
    ])
  })

  test.each([2, 6])('does not have %i points', (points) => {
    expect(() => scale(...Array.from({ length: points }, () => 'plus'))).toThrow('Too')
  })

  test('has words with every emoji', () => {
    const set = scale('plus', 'middle', 'minus')
    const first = set.questions[0]!
    if (first.type === 'feeling') first.options[1]!.text = { nl: '😐' }
    expect(keysOf(set)).toEqual(['questions.0.options.1.text.nl check-bare-emoji'])
    expect(option.safeParse({ code: 'a', emoji: '😐' }).success).toBe(false)
    if (first.type === 'feeling') first.options[1] = { code: 'p1', side: 'middle', text: { nl: 'tussenin' } }
    expect(keysOf(set)).toEqual(['questions.0.options.1.emoji check-feeling-emoji'])
  })
})

describe('how questions are asked', () => {
  const options = (...more: object[]) =>
    ['a', 'b', 'c'].map((code, i) => ({ code, text: { nl: `keuze ${code}` }, ...more[i] }))
  const choice = (...more: object[]) => ({
    type: 'choice',
    key: 'pick',
    text: { nl: 'Wat deed je?' },
    options: options(...more),
  })
  const multi = (...more: object[]) => ({ ...choice(...more), type: 'multi' })
  const text = (more = {}) => ({ type: 'text', key: 'words', text: { nl: 'Wil je nog iets zeggen?' }, ...more })
  const found = (questions: object[], more = {}) => keysOf(questionSet.parse({ languages: ['nl'], ...more, questions }))

  test('a question is asked somewhere, and each channel is named once', () => {
    expect(found([{ ...choice(), notOn: ['discord'] }], { barredOn: ['telegram'] })).toEqual([])
    expect(found([{ ...choice(), notOn: ['discord', 'web'] }], { barredOn: ['telegram'] })).toEqual([
      'questions.0.notOn check-not-on-any',
    ])
    expect(found([{ ...choice(), notOn: ['discord', 'discord'] }], { barredOn: ['web', 'web'] })).toEqual([
      'barredOn.1 check-channel-twice',
      'questions.0.notOn.1 check-channel-twice',
    ])
  })

  test('an open question is written on our page where a chat may not have it, so never kept off that', () => {
    expect(found([text({ notOn: ['discord', 'telegram'] })])).toEqual([])
    expect(found([text({ notOn: ['web'] })])).toEqual(['questions.0.notOn check-open-not-on-web'])
  })

  test('all options have a pictogram, or none', () => {
    const picture = { picture: 'ball' }
    expect(found([choice(picture, picture, picture)])).toEqual([])
    expect(found([choice(picture, {}, picture)])).toEqual(['questions.0.options.1 check-picture-lacking'])
  })

  test('"none of these" stands alone where more than one can be chosen, and beside something else', () => {
    const alone = { alone: true }
    expect(found([multi({}, {}, alone)])).toEqual([])
    expect(found([multi(alone, alone, alone)])).toEqual(['questions.0.options.0.alone check-all-alone'])
    expect(found([choice({}, alone)])).toEqual(['questions.0.options.1.alone check-alone'])
  })

  test('what is erased was written before', () => {
    const several = { severalOpen: 'Een verhaal heeft twee delen.' }
    const erases = (key: string) => choice({}, { erases: [key] })
    expect(found([text(), erases('words')], several)).toEqual([])
    for (const questions of [
      [erases('words'), text()],
      [text(), erases('pick')],
      [text(), erases('nothing')],
    ]) {
      expect(found(questions, several)).toEqual([expect.stringMatching(/options\.1\.erases\.0 check-erases$/)])
    }
  })

  test('a look back is a feeling, on the scale of the feeling now, and pairs are made of the one about now', () => {
    const end = setOf('gevoelsbuttons-einde')
    const now = end.questions[0]!
    if (now.type !== 'feeling') throw new Error('the sample changed')
    const before = { ...structuredClone(now), key: 'before', retrospective: true as const }
    expect(keysOf({ ...end, questions: [before, now] })).toEqual([])
    expect(keysOf({ ...end, questions: [before] })).toEqual(['questions.0.retrospective check-retrospective-now'])
    expect(found([{ ...choice(), retrospective: true }])).toEqual([
      'questions.0.retrospective check-retrospective-feeling',
    ])
    before.options[0]!.text.en = 'great'
    expect(keysOf({ ...end, questions: [before, now] })).toEqual(['questions.0.options check-retrospective-scale'])
    expect(inspectPair(setOf('gevoelsbuttons-start'), { questions: [before, now] })).toEqual([])
    expect(feelingNow([before, now])).toBe(now)
  })

  test.each(['http://pols.example/clip', 'javascript:alert(1)', 'clip.mp4'])('%s is no address of a clip', (clip) => {
    expect(questionSet.safeParse({ languages: ['nl'], questions: [{ ...choice(), clip }] }).success).toBe(false)
  })
})

test('weather is a figure of speech: not in an accessible set', () => {
  const set = setOf('wat-betekent-het')
  if (set.questions[0]?.type === 'feeling') set.questions[0].options[0]!.emoji = '☀️'
  expect(keysOf(set)).toEqual(['questions.0.options.0.emoji check-accessible-emoji'])
})

test('conditions look back, at a code that is there, or at a way of not answering', () => {
  const set = setOf('gevoelsbuttons-einde')
  const because = set.questions[1]!
  for (const is of [['very_bad', 'not_good'], ['_dk'], ['_no', '_skip']]) {
    because.showIf = { question: 'feeling', is }
    expect(keysOf(set)).toEqual([])
  }
  because.showIf = { question: 'feeling', is: ['good', 'great', '_stop'] }
  expect(keysOf(set)).toEqual(['questions.1.showIf.is.1 check-show-code', 'questions.1.showIf.is.2 check-show-code'])
})

test('a loop over three questions is told as a loop', () => {
  const yesno = (key: string, question: string) => ({
    type: 'yesno' as const,
    key,
    text: { nl: `Was er ${key}?` },
    sensitive: false,
    showIf: { question, is: ['yes'] },
  })
  const set: QuestionSet = {
    languages: ['nl'],
    accessible: false,
    questions: [yesno('a', 'b'), yesno('b', 'c'), yesno('c', 'a')],
  }
  expect(keysOf(set)).toEqual([
    'questions.0.showIf.question check-show-loop',
    'questions.1.showIf.question check-show-loop',
  ])
})

test('a text that is just short enough passes, and one sign more does not', () => {
  const set = setOf('gevoelsbuttons-einde')
  const because = set.questions[1]!
  because.text.nl = 'x'.repeat(300)
  because.meaning = { nl: 'x'.repeat(200), en: 'x', fr: 'x', ar: 'x' }
  if (because.type === 'choice') because.options[0]!.text.nl = 'x'.repeat(60)
  expect(keysOf(set)).toEqual([])
  because.text = { nl: `${'x'.repeat(241)}{theme}`, en: '{theme}', fr: '{theme}', ar: '{theme}' }
  because.meaning.nl += 'x'
  if (because.type === 'choice') because.options[0]!.text.nl += 'x'
  expect(keysOf(set)).toEqual([
    'questions.1.text.nl check-text-too-long',
    'questions.1.meaning.nl check-text-too-long',
    'questions.1.options.0.text.nl check-text-too-long',
  ])
})

test('the hash of a set is its content: not the order of keys, but every word, code and order of questions', () => {
  const set = setOf('gevoelsbuttons-einde')
  const turned = JSON.parse(JSON.stringify(set), (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  ) as QuestionSet
  expect(Object.keys(turned)).not.toEqual(Object.keys(set))
  expect(contentHash(turned)).toBe(contentHash(set))
  expect(contentHash(set)).toMatch(/^[0-9a-f]{64}$/)
  expect(contentHash({ ...set, questions: set.questions.toReversed() })).not.toBe(contentHash(set))
  const other = structuredClone(set)
  other.questions[0]!.text.ar = 'كيف الحال الآن؟'
  expect(contentHash(other)).not.toBe(contentHash(set))
})
