/** Conditions that lead back to themselves. Pure. */
import type { Question } from '../survey/question-set.ts'
import type { RawQuestion } from './finish-reading.ts'
import { type Notice, notice } from './reading.ts'

/** Questions that wait for each other: none of them would ever be asked. */
export function tellLoops(questions: RawQuestion[], faults: Notice[]): void {
  const before = ({ raw }: RawQuestion) => (raw.showIf as Question['showIf'])?.question
  for (const start of questions) {
    const way = [start.key]
    for (let key = before(start); key !== undefined && way.length <= questions.length; ) {
      way.push(key)
      if (key === start.key) {
        faults.push(
          notice('formats-relevant-loop', { ...start.place, ...columnAt(start, 'showIf') }, { way: way.join(' → ') }),
        )
        break
      }
      const at: string = key
      const next = questions.find((one) => one.key === at)
      key = next && before(next)
    }
  }
}

/** The column of a part of a question, for the place of a remark. */
export const columnAt = (raw: RawQuestion, part: string): { column?: string } =>
  raw.columns[part] === undefined ? {} : { column: raw.columns[part] }
