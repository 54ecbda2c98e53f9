/** A translation that fills in something else than the Dutch text is told before anybody reads it. */
import { expect, test } from 'vitest'
import { inspectSet } from '../../src/survey/inspect.ts'
import type { QuestionSet } from '../../src/survey/question-set.ts'

const set = (text: QuestionSet['questions'][number]['text']): QuestionSet => ({
  languages: ['nl', 'fr'],
  accessible: false,
  questions: [{ type: 'yesno', key: 'worth', sensitive: false, text }],
})
const found = (text: QuestionSet['questions'][number]['text']) =>
  inspectSet(set(text))
    .filter(({ key }) => key.startsWith('check-placeholder'))
    .map(({ path, key, values }) => [path.join('.'), key, values])

test('a value that a translation leaves out, and one that it adds', () => {
  expect(found({ nl: 'Hielp {theme} jou?', fr: 'Ça t’a aidé ?' })).toEqual([
    ['questions.0.text.fr', 'check-placeholder-missing', { placeholder: '{theme}' }],
  ])
  expect(found({ nl: 'Hielp het jou?', fr: '{activity} t’a aidé ?' })).toEqual([
    ['questions.0.text.fr', 'check-placeholder-extra', { placeholder: '{activity}' }],
  ])
  expect(found({ nl: 'Hielp {theme} jou?', 'nl-plain': 'Hielp het?', fr: '{theme} t’a aidé ?' })).toEqual([
    ['questions.0.text.nl-plain', 'check-placeholder-missing', { placeholder: '{theme}' }],
  ])
})

test('the same values in another order are right', () => {
  const text = { nl: 'Hielp {theme} bij {organisation}?', fr: 'Chez {organisation}, {theme} t’a aidé ?' }
  expect(found(text)).toEqual([])
})
