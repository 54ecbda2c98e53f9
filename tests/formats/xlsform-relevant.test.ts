/** Conditions of other programs: what is about one question and can be said as its answers, and what cannot. */
import { expect, test } from 'vitest'
import { readRelevant } from '../../src/formats/xlsform-relevant.ts'
import type { Question } from '../../src/survey/question-set.ts'

const common = { text: { nl: 'Vraag?' }, sensitive: false }
const options = ['a', 'b', 'c'].map((code) => ({ code, text: { nl: code } }))
const asked: Record<string, Question> = {
  keuze: { type: 'choice', key: 'keuze', ...common, options },
  meer: { type: 'multi', key: 'meer', ...common, options, min: 1 },
  cijfer: { type: 'scale', key: 'cijfer', ...common, low: { nl: 'laag' }, high: { nl: 'hoog' } },
  open: { type: 'text', key: 'open', ...common, max: 100 },
}
/** `@{…}` stands for the `${…}` of XLSForm, which is no template here. */
const read = (text: string) => {
  const held = readRelevant(
    text.replaceAll('@{', '$\u007b'),
    (name) => asked[name] && { question: asked[name], codeOf: (code) => code },
  )
  return 'cannot' in held ? 'cannot' : `${held.question}: ${held.is.join(' ')}`
}

test.each([
  ["@{keuze} = 'a'", 'keuze: a'],
  ["@{ keuze } = 'a'", 'keuze: a'],
  ["'a' = @{keuze}", 'keuze: a'],
  ["(@{keuze} = 'a' or @{keuze} = 'b')", 'keuze: a b'],
  ["((@{keuze} = 'a'))", 'keuze: a'],
  ["(@{keuze} = 'a' or @{keuze} = 'b') and @{keuze} != 'a'", 'keuze: b'],
  ["not(@{keuze} = 'a')", 'keuze: b c _dk _no _skip'],
  ["@{keuze} != ''", 'keuze: a b c'],
  ["@{keuze} = ''", 'keuze: _skip'],
  ["@{open} = ''", 'open: _skip'],
  ["selected(@{meer}, 'a') or selected(@{meer}, 'b')", 'meer: a b'],
  ['@{cijfer} >= 9', 'cijfer: 9 10'],
  ['3 > @{cijfer}', 'cijfer: 0 1 2'],
  ['@{cijfer} < 2 or @{cijfer} > 9', 'cijfer: 0 1 10'],
])('%s is one of our conditions', (text, is) => {
  expect(read(text)).toBe(is)
})

test.each([
  ["@{keuze} = 'a' and @{cijfer} > 3"],
  ["(@{keuze} = 'a'"],
  ["@{keuze} = 'a')"],
  ["not(@{keuze} = 'a'"],
  ['@{keuze} ='],
  ['@{keuze}'],
  ["= 'a'"],
  ["@{keuze} plus 'a'"],
  ["@{keuze} = 'a' or"],
  ["@{keuze} < 'a'"],
  ["@{cijfer} < ''"],
  ["@{cijfer} > 'veel'"],
  ['@{keuze} > 3'],
  ['@{cijfer} > 10'],
  ["selected(@{meer}, 'a') and selected(@{meer}, 'b')"],
  ["not(selected(@{meer}, 'a'))"],
  ["@{meer} != 'a'"],
  ['selected(@{meer}, @{keuze})'],
  ["selected(@{meer}, 'a'"],
  ["@{nergens} = 'a'"],
  ["count(@{keuze}) = 'a'"],
  ['# @{keuze}'],
  [Array.from({ length: 101 }, () => "@{keuze} = 'a'").join(' or ')],
])('%s is not, and is told', (text) => {
  expect(read(text)).toBe('cannot')
})
