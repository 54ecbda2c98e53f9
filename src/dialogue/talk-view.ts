/** What the card of the talk is drawn from. */
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { readShelf, type Shelf } from '../instrumentarium/shelf.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import type { Talk } from './talk.ts'
import type { TalkView } from './talk-card.ts'

export async function talkViewOf(
  ground: Ground,
  organisation: Organisation,
  talk: Talk,
  language: FullLanguage,
  shelf?: Shelf,
): Promise<TalkView> {
  const { methods } = shelf ?? (await readShelf(ground, organisation.id))
  const known = [...methods].filter(([, { set }]) => organisation.languages.some((one) => set.languages.includes(one)))
  return { talk, organisation, language, methods: new Map(known) }
}
