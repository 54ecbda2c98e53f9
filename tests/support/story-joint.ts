/** Partners of a joint worksheet in a story: who opens one, who comes in, and what lies in the tables. */
import { plain } from './app.ts'
import type { Story } from './story.ts'
import { taps, types } from './story-sheets.ts'
import type { TelegramGroup, TelegramPerson } from './story-staff.ts'
import { sayOf } from './story-young.ts'

/** Opens a sheet in private. @returns its id */
export async function opensJoint(story: Story, keeper: TelegramPerson, title = 'Samen Noord'): Promise<string> {
  await types(story, keeper, '/werkblad')
  await taps(story, keeper, sayOf('nl', 'sheet-together'), sayOf('nl', 'joint-begin'))
  await types(story, keeper, title)
  const [sheet] = await story.app.ground.store.db
    .selectFrom('joint_sheet')
    .select('id')
    .orderBy('made_at', 'desc')
    .execute()
  return sheet!.id
}

/** A code for a partner, or for a place, asked for by who keeps the sheet. */
export async function jointCode(
  story: Story,
  keeper: TelegramPerson,
  sheetId: string,
  purpose: 'partner' | 'place',
): Promise<string> {
  keeper.tapData(`w.j.${purpose === 'partner' ? 'i' : 'p'}.${sheetId}`)
  await story.rest()
  const [, code] = /\/koppel ([a-z0-9]{9})\b/.exec(plain(keeper.messages.at(-1)!.text)) ?? []
  if (!code) throw new Error(`no code in: ${plain(keeper.messages.at(-1)!.text)}`)
  return code
}

/** Somebody on Telegram without a role comes in with a code, and says for whom they write. */
export async function comesIn(
  story: Story,
  keeper: TelegramPerson,
  sheetId: string,
  id: number,
  partner: string,
): Promise<TelegramPerson> {
  const person = story.telegram.person(id, { language: 'nl', name: `Partner${id}` })
  await types(story, person, `/koppel ${await jointCode(story, keeper, sheetId, 'partner')}`)
  await types(story, person, partner)
  return person
}

/** The group in which the card of this sheet stands from now on. */
export async function jointGroup(
  story: Story,
  keeper: TelegramPerson,
  sheetId: string,
  id = -1001,
): Promise<TelegramGroup> {
  const group = story.telegram.group(id, { title: 'Partners' })
  group.say(`/koppel ${await jointCode(story, keeper, sheetId, 'place')}`, keeper)
  await group.next((message) => plain(message.text).includes('Stap 1 van 10'))
  await story.rest()
  return group
}

/** The card in the group, once the house is at rest. */
export async function cardIn(story: Story, group: TelegramGroup): Promise<string> {
  await story.rest()
  return plain(group.messages.at(-1)?.text ?? '')
}
