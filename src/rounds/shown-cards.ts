/** Which message shows which turn of a run: noted in the store a moment after it was shown. */
import type { ExternalId } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { describeError } from '../log.ts'
import { markShown, type ShownCard } from '../store/replies.ts'

/** Gathers what was shown for a moment and notes it in one statement: it need not cost a round trip a reply. */
export function shownCards(ground: Ground) {
  const waiting = new Map<string, Omit<ShownCard, 'cardCipher'> & { external: ExternalId }>()
  const underWay: typeof waiting = new Map()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting.size === 0) return writing
    const batch = new Map(waiting)
    for (const [runId, card] of batch) underWay.set(runId, card)
    const cards = [...waiting.values()].map(({ external, ...card }) => ({
      ...card,
      cardCipher: ground.vault.encryptId(external),
    }))
    waiting.clear()
    writing = writing
      .then(() => markShown(ground.store.pool, cards))
      .catch((error: unknown) => {
        // Not noted is not lost: the sweep shows these cards once more.
        ground.log.warn({ cards: cards.length, ...describeError(error) }, 'could not note which cards were shown')
      })
      .finally(() => {
        for (const [runId, card] of batch) if (underWay.get(runId) === card) underWay.delete(runId)
      })
    return writing
  }
  return {
    note(card: Omit<ShownCard, 'cardCipher'> & { external: ExternalId }) {
      waiting.set(card.runId, card)
      timer ??= setTimeout(flush, GATHER_MS)
    },
    /** Behind what was noted before, and before what is noted later. @throws what the store throws */
    noteNow({ external, ...card }: Omit<ShownCard, 'cardCipher'> & { external: ExternalId }): Promise<void> {
      waiting.delete(card.runId)
      underWay.delete(card.runId)
      const mine = writing.then(() =>
        markShown(ground.store.pool, [{ ...card, cardCipher: ground.vault.encryptId(external) }]),
      )
      writing = mine.catch(() => {})
      return mine
    },
    /** The message that was shown last, sealed, while the store does not know of it. */
    unnoted(runId: string): string | null {
      const card = waiting.get(runId) ?? underWay.get(runId)
      return card ? ground.vault.encryptId(card.external) : null
    },
    settle: flush,
  }
}

const GATHER_MS = 100
