/** The talk as a page shows it: every step at once, so that nobody has to go through them one by one. Plain data. */
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { Shelf } from '../instrumentarium/shelf.ts'
import { wordsFor } from '../words/words.ts'
import { readTalk } from './talk.ts'
import { lackingOf, optionsAt, stepsOf, textOf } from './talk-card.ts'
import { stepOf, type TalkKey, type TalkStep } from './talk-steps.ts'
import { talkViewOf } from './talk-view.ts'

export type TalkPage = {
  state: 'open' | 'done' | 'stopped'
  steps: {
    key: TalkKey
    kind: TalkStep['kind']
    /** Of a choice: the code and the words of each. */
    options: { code: string; label: string }[]
    said: { id: string; name: string; text: string; code: string | null }[]
  }[]
  /** What a draft of a survey still lacks. */
  lacking: TalkKey[]
  /** Tasks with a day. */
  dated: number
}

/** The newest talk of an organisation, in its language. @param shelf of this organisation, for who has it at hand */
export async function readTalkPage(
  ground: Ground,
  organisation: Organisation,
  shelf?: Shelf,
): Promise<TalkPage | null> {
  const talk = await readTalk(ground, organisation.id, 'newest')
  if (!talk) return null
  const view = await talkViewOf(ground, organisation, talk, organisation.language, shelf)
  const words = wordsFor(organisation.language)
  return {
    state: talk.state,
    steps: stepsOf(view).flatMap((key) => {
      const step = stepOf(key)
      if (!step) return []
      const said = talk.said
        .filter((one) => one.step === key)
        .map((one) => ({ id: one.id, name: one.name, text: textOf(view, one, words), code: one.code ?? null }))
      return [{ key, kind: step.kind, options: optionsAt(view, key, words), said }]
    }),
    lacking: lackingOf(view),
    dated: talk.said.filter(({ date }) => date !== undefined).length,
  }
}
