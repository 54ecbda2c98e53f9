/** Acts out a question set with nobody there: for the terminal, the golden conversations and, later, the chat's own preview. */
import type { Prompt } from '../channels/port.ts'
import { wordsFor } from '../words/words.ts'
import { type CardContext, renderCard, renderNotice } from './card.ts'
import { newRun, step } from './step.ts'
import type { Answer, Effect, QuestionSet, Reply, Run, SurveyEvent } from './types.ts'

export type Rehearsal = {
  /** The card as it now is. */
  card(): Prompt
  run(): Run
  /** What a host would have stored: the last record of each question, in the order of the records. */
  stored(): ReadonlyMap<string, { answer: Answer; text?: string }>
  /** What the person said about being there; undefined when nothing was said. */
  present(): boolean | null | undefined
  /** What the bot says back: the changed card, notices, both or nothing. */
  reply(reply: Reply): Prompt[]
  close(): Prompt[]
  unreachable(): Prompt[]
  wait(time: Temporal.Duration): void
  /** From now on the person reads another language. */
  speak(language: CardContext['language']): void
}

/**
 * Begins a rehearsal. The run passes through JSON at every step, as it does through the database;
 * time moves by `wait` only. The help card is the host's: one line stands for it here.
 */
export function rehearse(
  set: QuestionSet,
  about: Omit<CardContext, 'runRef'>,
  options: Parameters<typeof newRun>[1] = {},
): Rehearsal {
  const context: CardContext = { ...about, runRef: RUN_REF }
  const stored = new Map<string, { answer: Answer; text?: string }>()
  let run = newRun(set, options)
  let present: boolean | null | undefined
  let now = Temporal.Instant.from('2026-01-07T18:00:00Z')

  const take = (event: SurveyEvent): Prompt[] => {
    const { run: next, effects } = step(set, run, event)
    run = JSON.parse(JSON.stringify(next))
    return effects.flatMap(apply)
  }

  const apply = (effect: Effect): Prompt[] => {
    const { language } = context
    switch (effect.type) {
      case 'card':
        return [renderCard(set, run, context)]
      case 'notice':
        return [renderNotice(effect.notice, effect.count, language)]
      case 'help':
        return [{ kind: 'notice', language, lines: [{ text: wordsFor(language)('play-help') }], choices: [] }]
      case 'record': {
        const { question, answer, text } = effect
        stored.set(question, text === undefined ? { answer } : { answer, text })
        return []
      }
      case 'present':
        present = effect.present
        return []
      case 'finish':
      case 'reopen':
      case 'stop':
        return []
      default: {
        const never: never = effect
        return never
      }
    }
  }

  return {
    card: () => renderCard(set, run, context),
    run: () => run,
    stored: () => stored,
    present: () => present,
    reply: (reply) => take({ type: 'replied', reply, at: now, writeElsewhere: typeof context.writeUrl === 'string' }),
    close: () => take({ type: 'closed', at: now }),
    unreachable: () => take({ type: 'unreachable', at: now }),
    wait: (time) => {
      now = now.add(time)
    },
    speak: (language) => {
      context.language = language
    },
  }
}

const RUN_REF = 'rehearsal-rehearsal-00'
