/** The screens of people on the two platforms, read from what the fakes hold. */
import type { FakePerson as DiscordPerson, FakeDiscord } from '../support/fake-discord.ts'
import { pressables } from '../support/fake-discord-screen.ts'
import type { FakePerson as TelegramPerson } from '../support/fake-telegram.ts'
import { type Card, cardOf, type Screen } from './people.ts'

export function telegramScreen(person: TelegramPerson): Screen {
  const shown = () =>
    person.messages.flatMap((message) => {
      const buttons = message.buttons.flat()
      const card = cardOf(String(message.id), buttons)
      return card ? [{ card, message, buttons }] : []
    })
  return {
    channel: 'telegram',
    id: String(person.id),
    cards: () => shown().map(({ card }) => card),
    tap(card, code) {
      const found = shown().find((one) => one.card.key === card.key)
      if (!found) return
      const at = found.buttons.findIndex(({ data }) => data.endsWith(`.${code}`))
      if (at === -1) throw new Error(`no button ${code} on a card of ${card.question}`)
      person.tap(at, found.message)
    },
    write: (_, words) => void person.type(words),
  }
}

export function discordScreen(discord: FakeDiscord, person: DiscordPerson): Screen {
  const { world } = discord
  const shown = () =>
    world.visibleTo(person.id).flatMap((message) => {
      const buttons = pressables(message.components).map(({ words, customId, value }) => ({
        label: words,
        data: value ?? customId,
      }))
      const card = cardOf(message.id, buttons)
      return card ? [{ card, buttons }] : []
    })
  const dataOf = (card: Card, code: string) => {
    const buttons = shown().find((one) => one.card.key === card.key)?.buttons
    return buttons?.find(({ data }) => data.endsWith(`.${code}`))?.data
  }
  // Nobody listens, or the message is gone by now: what was meant is tapped again later.
  const quietly = (work: Promise<unknown>) => void work.catch(() => {})
  return {
    channel: 'discord',
    id: person.id,
    cards: () => shown().map(({ card }) => card),
    tap(card, code) {
      const data = dataOf(card, code)
      if (data === undefined) return
      quietly(person.tapData(data))
    },
    write(card, words) {
      const data = shown()
        .find((one) => one.card.key === card.key)
        ?.buttons.find((one) => /^w\.\d/.test(one.data))?.data
      if (data === undefined) return
      quietly(
        (async () => {
          await person.tapData(data)
          if (person.modal()) await person.submitModal(words)
        })(),
      )
    },
    giveUp() {
      for (const one of world.unacknowledged) if (one.person === person.id) one.expired = true
    },
  }
}
