/** The own worksheet on Discord: asked for in the server, answered in private, written in text fields or in the conversation. */
import { expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import { plain } from '../support/app.ts'
import type { FakePerson, FakePlace } from '../support/fake-discord.ts'
import { startStory } from '../support/story.ts'
import { openFields } from '../support/story-sheets.ts'
import { sayOf, soon } from '../support/story-young.ts'

const LONG = { timeout: 120_000 }

const sees = (person: FakePerson, words: string) =>
  soon(
    person.next(({ text }) => plain(text).includes(words)),
    () =>
      `'${words}' among ${person
        .messages()
        .map(({ text }) => plain(text))
        .join('\n---\n')}`,
  )

test.each([
  ['in the direct message', true],
  ['where direct messages are closed, in what only this person sees', false],
])('%s: buttons, text fields, ticks in a list, and nothing in the server', LONG, async (_, open) => {
  const story = await startStory({ telegram: false })
  const server = story.discord.server()
  const square: FakePlace = server.channel('plein')
  const jo = story.discord.person({ server: server.id, organiser: true })
  const { code } = await invite(story.app.ground, 'xy', { role: 'worker', name: 'Jo' }, 'command line')
  jo.type(`/koppel ${code}`)
  await sees(jo, 'Je rol bij XY')
  await story.rest()
  if (!open) {
    jo.closeDms()
    jo.wipe()
  }
  await jo.command('/werkblad', { place: square })
  expect((await sees(jo, 'Je schrijft als Jo, voor XY.')).ephemeral).toBe(!open)
  await jo.tap('Begin')
  await sees(jo, 'Stap 1 van 10')
  await jo.write('**Jongeren** van 16 tot 22 @everyone')
  await sees(jo, 'Stap 2 van 10')
  await jo.tap('Werkende jongeren')
  const ticked = await sees(jo, 'Stap 2 van 10')
  expect(ticked.text).not.toContain('undefined')
  await jo.tap('Volgende')
  await sees(jo, 'Stap 3 van 10')
  await jo.tap('Overslaan')
  await sees(jo, 'Stap 4 van 10')
  await jo.tap('Overslaan')
  await sees(jo, 'Alleen jij ziet dit, ook later.')
  await jo.write('Ons team is op')
  await sees(jo, 'Stap 6 van 10')
  await jo.tap('Vorige')
  const hidden = await sees(jo, sayOf('nl', 'sheet-private-filled'))
  expect(plain(hidden.text)).not.toContain('Ons team is op')
  await jo.tap('Toon het')
  await sees(jo, 'Ons team is op')
  await jo.tap('Verberg')
  await sees(jo, sayOf('nl', 'sheet-private-filled'))
  await jo.tap('Overzicht')
  const overview = await sees(jo, 'Overzicht van je werkblad')
  expect(plain(overview.text)).not.toContain('Ons team is op')
  await story.rest()
  expect(square.messages()).toEqual([])
  expect(story.discord.violations).toEqual([])
  const { sheet_field } = await story.tables()
  expect(openFields(story, sheet_field!)).toEqual({
    who: { text: '**Jongeren** van 16 tot 22 @everyone' },
    groups: { codes: ['working'] },
    need: { text: 'Ons team is op' },
  })
})
