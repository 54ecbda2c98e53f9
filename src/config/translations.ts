/** Which texts of a method are missing in which language. */
import { FULL_LANGUAGES, type FullLanguage } from '../survey/question-set.ts'
import { languagesOf } from './inspect-card.ts'
import type { Card } from './method.ts'

export type MethodCoverage = {
  method: string
  /** Places (`set.questions.1.text`) by language; what is missing there is shown in Dutch. */
  missing: Partial<Record<FullLanguage, string[]>>
  /** Languages it is in that nobody who grew up with them has read yet. */
  unchecked: FullLanguage[]
}

export function methodCoverage(method: Card): MethodCoverage {
  const texts = [...textsIn(method, [])]
  const translated = FULL_LANGUAGES.filter((language) => language !== 'nl')
  const missing: MethodCoverage['missing'] = {}
  for (const language of translated) {
    const places = texts.filter(({ languages }) => !languages.includes(language)).map(({ place }) => place)
    if (places.length > 0) missing[language] = places
  }
  const checked: readonly string[] = method.nativeCheck
  const unchecked = translated.filter((one) => languagesOf(method).includes(one) && !checked.includes(one))
  return { method: method.id, missing, unchecked }
}

/** Every text in several languages below a value: an object with a Dutch text in it. */
function* textsIn(value: unknown, path: (string | number)[]): Generator<{ place: string; languages: string[] }> {
  if (typeof value !== 'object' || value === null) return
  if ('nl' in value && typeof value.nl === 'string') {
    yield { place: path.join('.'), languages: Object.keys(value) }
    return
  }
  for (const [key, below] of Object.entries(value)) yield* textsIn(below, [...path, key])
}
