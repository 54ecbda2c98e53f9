/** One question of every shape that the small-group rules tell apart. */
import { question } from '../../src/survey/question-set.ts'

const option = (code: string, side?: string) => ({ code, text: { nl: code }, ...(side ? { side } : {}) })
const shape = (more: object) => question.parse({ key: 'q', text: { nl: 'Vraag?' }, ...more })
const plain = (...codes: string[]) => codes.map((code) => option(code))
const THREE = [option('good', 'plus'), option('so_so', 'middle'), option('bad', 'minus')]
const FIVE = [
  option('very_good', 'plus'),
  option('good', 'plus'),
  option('okay', 'middle'),
  option('bad', 'minus'),
  option('very_bad', 'minus'),
]

export const SHAPES = {
  yesno: shape({ type: 'yesno' }),
  three: shape({ type: 'choice', options: THREE }),
  noMiddle: shape({ type: 'choice', options: [option('a', 'plus'), option('b', 'minus'), option('c', 'minus')] }),
  noMinus: shape({ type: 'choice', options: [option('a', 'plus'), option('b', 'middle')] }),
  five: shape({ type: 'feeling', options: FIVE }),
  sensitive: shape({ type: 'choice', sensitive: true, options: THREE }),
  nominal2: shape({ type: 'choice', options: plain('a', 'b') }),
  nominal3: shape({ type: 'choice', options: plain('a', 'b', 'c') }),
  nominal4: shape({ type: 'choice', options: plain('a', 'b', 'c', 'd') }),
  sensitiveNominal: shape({ type: 'choice', sensitive: true, options: plain('a', 'b', 'c') }),
  multi2: shape({ type: 'multi', options: plain('a', 'b') }),
  multi3: shape({ type: 'multi', options: plain('a', 'b', 'c') }),
  multi3max1: shape({ type: 'multi', max: 1, options: plain('a', 'b', 'c') }),
  multi3max2: shape({ type: 'multi', max: 2, options: plain('a', 'b', 'c') }),
  multi3two: shape({ type: 'multi', min: 2, max: 2, options: plain('a', 'b', 'c') }),
  text: shape({ type: 'text' }),
} as const

export type ShapeName = keyof typeof SHAPES
