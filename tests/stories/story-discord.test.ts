/** The impact story on Discord: begun in the direct message, written in text fields, agreed on by two, its documents sent along. */
import { expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { plain } from '../support/app.ts'
import type { FakePerson, FakeServer } from '../support/fake-discord.ts'
import { type Story, startStory } from '../support/story.ts'
import { sayOf, soon } from '../support/story-young.ts'

const say = (key: string, values: Record<string, string | number> = {}) => sayOf('nl', key, values)

const PARTS = ['goal', 'kept', 'added', 'check'] as const

const sees = (person: FakePerson, words: string) =>
  soon(
    person.next(({ text, buttons }) => plain([text, ...buttons].join('\n')).includes(words)),
    () =>
      `'${words}' among ${person
        .messages()
        .map(({ text }) => plain(text))
        .join('\n---\n')}`,
  )

async function member(story: Story, server: FakeServer, role: StaffRole, name: string): Promise<FakePerson> {
  const person = story.discord.person({ server: server.id, organiser: true })
  const { code } = await invite(story.app.ground, 'xy', { role, name }, 'command line')
  person.type(`/koppel ${code}`)
  await sees(person, 'Je rol bij XY')
  await story.rest()
  return person
}

test('two people of one organisation write their story in direct messages', { timeout: 180_000 }, async () => {
  const story = await startStory({ telegram: false })
  const server = story.discord.server()
  const square = server.channel('plein')
  const leyla = await member(story, server, 'lead', 'Leyla')
  const wout = await member(story, server, 'worker', 'Wout')
  leyla.type('/menu')
  await sees(leyla, 'XY · Leyla')
  const does = async (label: string, words: string) => {
    await leyla.tap(label)
    await sees(leyla, words)
    await story.rest()
  }
  const writes = async (text: string, words: string) => {
    await leyla.write(text)
    await sees(leyla, words)
    await story.rest()
  }
  await does('Voor het gesprek', say('report-menu-how'))
  await does(say('story-name'), say('story-menu-how'))
  await does(say('story-begin'), 'Ik vul niets in.')
  await does('Nederlands', say('story-page'))
  const parts = ['Een plek voor allen.', 'De deur blijft open.', 'Wij vragen ook wie zwijgt.', 'Dan praten we erover.']
  for (const [at, text] of parts.entries()) {
    await does(`Deel \u2068${at + 1}\u2069`, say(`story-hint-${PARTS[at]}`))
    await does(say('story-write'), 'Stuur het hele deel')
    await writes(text, text)
    if (at < 3) await does(say('story-back'), say('story-page'))
  }
  await does(say('story-sign-add'), 'Waaraan zien jullie het?')
  await writes('of jongeren terugkomen', 'of jongeren terugkomen')
  await does(': hoe?', say('story-how-count'))
  await does(say('story-how-count'), 'Hoe: tellen')
  await does(': wie?', say('story-sign-who'))
  await writes('Leyla', 'Wie kijkt: Leyla')
  await does(': welke dag?', say('story-sign-day'))
  await writes('12/5/2027', '12 mei 2027')
  await does(say('story-back'), say('story-page'))
  await does(say('story-agree'), 'Je bent akkoord met ontwerp')

  await story.rest()
  await wout.tap(say('story-agree'))
  await sees(wout, 'Dat was het laatste akkoord.')
  await wout.tap(say('story-files'))
  await sees(wout, say('story-files-how'))
  await story.rest()
  expect(square.messages()).toEqual([])
  expect(story.discord.violations).toEqual([])
  const tables = await story.tables()
  expect(tables.story).toEqual([expect.objectContaining({ state: 'closed' })])
  const { moment, ...others } = tables
  expect(moment!.filter(({ subject_id }) => String(subject_id).startsWith('story/'))).toHaveLength(1)
  expect(JSON.stringify(others)).not.toMatch(/wie zwijgt|terugkomen/)
  expect(story.logs.join('\n')).not.toMatch(/wie zwijgt|terugkomen|Leyla/)
})
