import { describe, expect, test } from 'vitest'
import { questionSet } from '../../src/survey/question-set.ts'
import { cleanText, fold, isStopWord, typedCode } from '../../src/survey/read-reply.ts'
import { newRun } from '../../src/survey/step.ts'

describe('what the words of a button are', () => {
  const feeling = [
    { code: 'good', emoji: '☹️', text: { nl: 'heel goed', en: 'very good', fr: 'très bien', ar: 'جيد جدًا' } },
    { code: 'so', emoji: '😐', text: { nl: 'ça va', en: 'no' } },
    { code: 'bad', emoji: '😢', text: { nl: 'niet (echt) goed', en: 'ça va' } },
  ]

  test.each([
    ['heel goed', 'good'],
    ['  HEEL   GOED!! ', 'good'],
    ['😃 heel goed', 'good'],
    ['tres bien', 'good'],
    ['جيد جدا', 'good'],
    ['niet echt goed', 'bad'],
    ['☹', 'good'],
    ['😐 ', 'so'],
    ['1', 'good'],
    ['3.', 'bad'],
    ['٢', 'so'],
    ['4', null],
    ['0', null],
    ['heel', null],
    ['goed heel', null],
    ['🙈', null],
    ['😐😐', null],
    ['', null],
    ['ça va', null],
    ['weet ik niet', '_dk'],
    ["I'd rather not say", '_no'],
    ['Overslaan', '_skip'],
    ['niet nu', '_later'],
    ['vorige', null],
    ['klaar', null],
    ['heel goed '.repeat(30), null],
  ])('%j means %j', (text, code) => {
    expect(typed({ type: 'feeling', options: feeling }, text)).toBe(code)
  })

  test.each([
    ['0', '0'],
    ['7', '7'],
    ['10', '10'],
    ['١٠', '10'],
    ['۷', '7'],
    ['11', null],
    ['07', '7'],
    ['-3', null],
    ['7,5', null],
    ['7/10', null],
    ['acht', null],
  ])('on a scale %j means %j', (text, code) => {
    expect(typed({ type: 'scale', low: { nl: 'weinig' }, high: { nl: 'veel' } }, text)).toBe(code)
  })

  test.each([
    ['oui', 'yes'],
    ['NO', 'no'],
    ['لا', 'no'],
    ['2', 'no'],
    ['misschien', null],
  ])('on yes or no %j means %j', (text, code) => {
    expect(typed({ type: 'yesno' }, text)).toBe(code)
  })

  test('an option keeps its words when they are those of a button too', () => {
    const options = [
      { code: 'skip_it', text: { nl: 'overslaan' } },
      { code: 'two', text: { nl: '1' } },
    ]
    expect(typed({ type: 'choice', options }, 'overslaan')).toBe('skip_it')
    expect(typed({ type: 'choice', options }, '1')).toBe('two')
  })
})

describe('stop words', () => {
  test.each([
    'stop',
    ' Stop. ',
    '/stop',
    'STOPPEN',
    'arrête',
    'Arrete',
    'توقف',
    'تَوَقَّف',
    'geen vragen meer',
    'unsubscribe',
  ])('%j', (text) => {
    expect(isStopWord(text)).toBe(true)
  })
  test.each(['', 'stopcontact', 'niet stoppen', 'de bus stop', 'non', 'nee', `stop${' '.repeat(300)}`])(
    'not %j',
    (text) => {
      expect(isStopWord(text)).toBe(false)
    },
  )
})

describe('an answer in own words', () => {
  test.each([
    ['  hallo  ', 'hallo'],
    ['een\r\ntwee\tdrie', 'een\ntwee drie'],
    ['e\u0301te\u0301', 'été'],
    ['a\u0000b\u0007c\u009Fd', 'abcd'],
    ['\u202Eomgekeerd\u202C', 'omgekeerd'],
    ['كان يومًا جميلًا', 'كان يومًا جميلًا'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['<b>@everyone</b>', '<b>@everyone</b>'],
    ['half \uD83D', 'half \uFFFD'],
  ])('%j is kept as %j', (typedText, kept) => {
    expect(cleanText(typedText)).toBe(kept)
  })
  test.each(['', '   ', '\n\t', '\u200B\u200D', '\u2068\u2069', '\u0000', '\u0301'])('%j is empty', (text) => {
    expect(cleanText(text)).toBeNull()
  })
})

test('folding leaves letters and digits', () => {
  expect(fold(' Ça, vÀ… 3½ (écht)! ')).toBe('ca va 31 2 echt')
})

function typed(question: object, text: string): string | null {
  const set = questionSet.parse({ languages: ['nl'], questions: [{ key: 'q', text: { nl: 'vraag' }, ...question }] })
  return typedCode(set, newRun(set), text)
}
