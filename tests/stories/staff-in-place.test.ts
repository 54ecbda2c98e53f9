/** What staff do in a chat stays one message that changes, and what they ask where others read is answered in private. */
import { expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { type Story, startStory } from '../support/story.ts'
import { sayOf } from '../support/story-young.ts'

const LONG = { timeout: 20_000 }
const NAME = 'Samira'
const ROLES = sayOf('nl', 'staff-menu-roles')
const codeOf = async (story: Story) =>
  (await invite(story.app.ground, 'xy', { role: 'lead', name: NAME }, 'command line')).code
const isMenu = ({ text }: { text: string }) => plain(text).includes(`· ${NAME}`)

test('on Telegram a tap changes the message that was tapped; a second tap on it too', LONG, async () => {
  const story = await startStory({ discord: false })
  const lead = story.telegram.person(900, { language: 'nl' })
  lead.type(`/koppel ${await codeOf(story)}`)
  await story.rest()
  lead.type('/menu')
  const { id } = await lead.next(isMenu)
  const before = lead.messages.length
  lead.tap(ROLES)
  const changed = await lead.next((message) => message.id === id && message.edits === 1)
  expect(isMenu(changed)).toBe(false)
  await story.rest()
  expect(lead.messages).toHaveLength(before)

  // Typed anew, it is a new message below; the one above can be gone by then.
  lead.type('/menu')
  const again = await lead.next(isMenu)
  expect(again.id).not.toBe(id)
  lead.wipe()
  const menu = { ...again, buttons: again.buttons }
  lead.tap(ROLES, menu)
  await lead.next(({ id: shown }) => shown > again.id)
  await story.rest()
  expect(lead.messages).toHaveLength(1)
})

test(
  'on Telegram what is asked in a group is answered in private, and shows nobody there who has a role',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const lead = story.telegram.person(900, { language: 'nl' })
    lead.type(`/koppel ${await codeOf(story)}`)
    await story.rest()
    const group = story.telegram.group(-1001)
    group.admins.add(900)
    group.say('/menu', lead)
    expect(labels(await lead.next(isMenu))).toContain(ROLES)
    group.say('/rollen@pols_bot', lead)
    await lead.next((message) => !isMenu(message))
    await story.rest()
    expect(group.messages).toEqual([])
  },
)

test(
  'on Discord a tap in the direct message changes that message; a command in a channel leads there',
  LONG,
  async () => {
    const story = await startStory({ telegram: false })
    const server = story.discord.server()
    const place = server.channel('team')
    const lead = story.discord.person({ server: server.id, organiser: true })
    lead.type(`/koppel ${await codeOf(story)}`)
    await lead.next(({ buttons }) => buttons.length > 0)
    await lead.command('menu', { place })
    const { id } = await lead.next((message) => isMenu(message) && !message.ephemeral)
    const look = await lead.next(({ ephemeral }) => ephemeral)
    expect(look.links[0]).toContain(id)
    await story.rest()
    const before = lead.messages().length
    await lead.tap(ROLES)
    const changed = await lead.next((message) => message.id === id && !isMenu(message))
    expect(changed.ephemeral).toBe(false)
    await story.rest()
    expect(lead.messages()).toHaveLength(before)
    expect(place.messages()).toEqual([])
    expect(story.discord.violations).toEqual([])
  },
)

test('on Discord with closed direct messages all of it stays on what only this person sees', LONG, async () => {
  const story = await startStory({ telegram: false })
  const server = story.discord.server()
  const place = server.channel('team')
  const lead = story.discord.person({ server: server.id, organiser: true })
  lead.type(`/koppel ${await codeOf(story)}`)
  await lead.next(({ buttons }) => buttons.length > 0)
  lead.closeDms()
  await lead.command('menu', { place })
  const menu = await lead.next((message) => isMenu(message))
  expect(menu.ephemeral).toBe(true)
  await lead.tap(ROLES)
  const changed = await lead.next((message) => message.id === menu.id && !isMenu(message))
  expect(changed.ephemeral).toBe(true)
  await story.rest()
  expect(place.messages()).toEqual([])
})
