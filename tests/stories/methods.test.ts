/** Looking around in the library of methods, in a chat: everybody with a role may look, and nothing is imposed. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { type FakeMessage, labels } from '../support/fake-telegram-chats.ts'
import { startStory } from '../support/story.ts'
import { type TelegramPerson, withRole } from '../support/story-staff.ts'

const LONG = { timeout: 90_000 }

test('by what it is about, then by time; a card with its questions, its licence, and as a file', LONG, async () => {
  const story = await startStory({ discord: false })
  const joris = await withRole(story, 'xy', 902, 'worker', 'Joris')
  joris.type('/methode')
  const start = await seen(joris, 'Kijk rond. Je hoeft er geen te gebruiken.')
  expect(labels(start)).toEqual([
    'Waarover het gaat',
    'Hoeveel tijd het vraagt',
    'Voor wie het is',
    'Zoek een woord',
    'Toon alles',
  ])
  joris.tap('Waarover het gaat', start)
  const aspects = await seen(joris, 'Waarover moet het gaan?')
  joris.tap('meepraten', aspects)
  const list = await seen(joris, 'methodes: meepraten')
  expect(labels(list)).toContain('Voel je je gehoord?')
  joris.tap('Voel je je gehoord?', list)
  const card = await seen(joris, 'Vragenlijst: Pols kan ze stellen.')
  expect(plain(card.text)).toContain('Of jongeren kunnen meepraten')
  expect(plain(card.text)).toContain('Vragen: 4 vragen')
  joris.tap('De vragen', card)
  const questions = await seen(joris, '2. Luisterde er iemand echt?\nja · een beetje · nee')
  joris.tap('Terug', questions)
  const again = await seen(joris, 'Vragenlijst: Pols kan ze stellen.')
  joris.tap('Bron, licentie en versie', again)
  expect(plain((await seen(joris, 'Licentie: CC BY 4.0. Je mag ze veranderen.')).text)).toContain('Laura Lundy')
})

async function seen(person: TelegramPerson, words: string): Promise<FakeMessage> {
  return person.next((message) => plain(message.text).includes(words))
}
