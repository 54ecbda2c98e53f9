/** Acts out a question set with nobody there: for the terminal, the golden conversations and, later, the chat's own preview. */
import type { Prompt } from '../channels/port.ts'
import { type CardContext, renderCard, renderNotice } from './card.ts'
import { newRun, step } from './step.ts'
import type { Answer, QuestionSet, Reply, Run, SurveyEvent } from './types.ts'

export type Rehearsal = {
  /** The card as it now is. */
  card(): Prompt
  run(): Run
  /** What a host would have stored: the last record of each question, in the order of the records. */
  stored(): ReadonlyMap<string, { answer: Answer; text?: string }>
  /** What the bot says back: the changed card, notices, both or nothing. */
  reply(reply: Reply): Prompt[]
  close(): Prompt[]
  unreachable(): Prompt[]
  wait(time: Temporal.Duration): void
}

/**
 * Begins a rehearsal. The run passes through JSON at every step, as it does through the database;
 * time moves by `wait` only.
 */
export function rehearse(set: QuestionSet, about: Omit<CardContext, 'runRef'>): Rehearsal {
  const context: CardContext = { ...about, runRef: RUN_REF }
  const stored = new Map<string, { answer: Answer; text?: string }>()
  let run = newRun(set)
  let now = Temporal.Instant.from('2026-01-07T18:00:00Z')

  const take = (event: SurveyEvent): Prompt[] => {
    const { run: next, effects } = step(set, run, event)
    run = JSON.parse(JSON.stringify(next))
    const said: Prompt[] = []
    for (const effect of effects) {
      if (effect.type === 'card') said.push(renderCard(set, run, context))
      if (effect.type === 'notice') said.push(renderNotice(effect.notice, effect.count, context.language))
      if (effect.type === 'record') {
        const { question, answer, text } = effect
        stored.set(question, text === undefined ? { answer } : { answer, text })
      }
    }
    return said
  }

  return {
    card: () => renderCard(set, run, context),
    run: () => run,
    stored: () => stored,
    reply: (reply) => take({ type: 'replied', reply, at: now }),
    close: () => take({ type: 'closed', at: now }),
    unreachable: () => take({ type: 'unreachable', at: now }),
    wait: (time) => {
      now = now.add(time)
    },
  }
}

const RUN_REF = 'rehearsal-rehearsal-00'
