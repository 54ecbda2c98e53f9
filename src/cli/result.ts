/** What a command comes to, before anything is printed. */
import type { Outcome } from '../rounds/desk.ts'
import type { Words } from '../words/words.ts'

/**
 * done: printed as text, or as JSON with `--json`; `faulty` when what was looked at is not right (exit 1).
 * wrong: the command cannot be carried out as it was given; one sentence that says what to do (exit 2).
 */
export type Result =
  | { type: 'done'; text: string; json: unknown; faulty?: boolean }
  | { type: 'wrong'; fault: string; sentence: string }

export const done = (text: string, json: unknown): Result => ({ type: 'done', text, json })

/** A wish that the desk did not grant becomes its sentence; a granted one goes through `show`. */
export function resultOf<T>(outcome: Outcome<T>, words: Words, show: (value: T) => Result): Result {
  return outcome.ok ? show(outcome.value) : wrong(outcome.fault, words(outcome.fault, outcome.values))
}

export const wrong = (fault: string, sentence: string): Result => ({ type: 'wrong', fault, sentence })
