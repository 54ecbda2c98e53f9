/** Who may manage a group: Telegram is asked, and the answer kept for a short while. */
import { GrammyError } from 'grammy'

type Administrator = { user: { id: number } }

/**
 * @param ask the administrators of a chat (Bot API `getChatAdministrators`, which needs no rights of the bot)
 */
export function createManagers(ask: (chatId: number) => Promise<Administrator[]>) {
  const known = new Map<number, { until: number; ids: ReadonlySet<number> }>()

  /**
   * Whether this person is an administrator of the chat. False when Telegram will not say;
   * throws when it cannot say now, so that the command comes again.
   */
  async function has(chatId: number, personId: number): Promise<boolean> {
    const now = performance.now()
    const kept = known.get(chatId)
    if (kept && kept.until > now) return kept.ids.has(personId)
    const ids = new Set(await administrators(chatId))
    for (const [id, { until }] of known) if (until <= now) known.delete(id)
    known.set(chatId, { until: now + KEPT_MS, ids })
    return ids.has(personId)
  }

  async function administrators(chatId: number): Promise<number[]> {
    try {
      return (await ask(chatId)).map((administrator) => administrator.user.id)
    } catch (error) {
      const refused = error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403)
      if (refused && error.parameters.migrate_to_chat_id === undefined) return []
      throw error
    }
  }

  return { has }
}

const KEPT_MS = 30_000
