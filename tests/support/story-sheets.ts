/** Writers of a story: what they see in their chat, and what lies in the tables of theirs. */
import { createVault } from '../../src/people/vault.ts'
import { plain } from './app.ts'
import type { Row, Story } from './story.ts'
import type { TelegramPerson } from './story-staff.ts'

/** The newest message, once the house is at rest. */
export async function stands(story: Story, person: TelegramPerson): Promise<string> {
  await story.rest()
  return plain(person.messages.at(-1)?.text ?? '')
}

/** Taps by the words on a button, one after the other, and gives what stands there then. */
export async function taps(story: Story, person: TelegramPerson, ...words: string[]): Promise<string> {
  for (const label of words) {
    await story.rest()
    person.tap(label)
  }
  return stands(story, person)
}

/** Writes, and gives what is said to it. */
export async function types(story: Story, person: TelegramPerson, text: string): Promise<string> {
  person.type(text)
  return stands(story, person)
}

/** What a writer's fields hold, opened as the house would for them. */
export function openFields(story: Story, rows: Row[]): Record<string, unknown> {
  const vault = createVault(story.settings.secretKey!)
  return Object.fromEntries(
    rows.map(({ writer_id, field, cipher }) => {
      const purpose = field === 'need' ? 'private' : 'sheet'
      return [String(field), JSON.parse(vault.unseal(purpose, String(writer_id), String(cipher)))]
    }),
  )
}
