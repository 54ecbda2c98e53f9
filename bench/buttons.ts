/** What virtual people read on a message: which buttons answer a question, of which run, at which turn. */

/** What a message of the bot shows: its id, its buttons' data, and the message as the platform would give it back. */
export type Shown = { messageId: number; buttons: string[]; json: string }

/** Answers, or "change my answers" after the last question: a person goes round and round. Asides and controls start with an underscore. */
export function choicesOf(shown: Shown | null): string[] {
  const survey = (shown?.buttons ?? []).filter((data) => data.startsWith('r.'))
  const answers = survey.filter((data) => !/\._\w+$/.test(data))
  return answers.length > 0 ? answers : survey.filter((data) => data.endsWith('._change'))
}

/** Run, turn and code of a button of Pols; null for one of another contender, or that is no answer. */
export function readChoice(data: string | undefined): { run: string; turn: string; code: string } | null {
  const [mark, run, turn, code] = data?.split('.') ?? []
  return mark === 'r' && code !== undefined ? { run: run!, turn: turn!, code } : null
}
