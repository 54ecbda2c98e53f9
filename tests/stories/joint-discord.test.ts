/** A joint worksheet in a Discord thread: the card there, words in a text field of one's own. */
import { expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import { plain } from '../support/app.ts'
import type { FakePerson } from '../support/fake-discord.ts'
import { startStory } from '../support/story.ts'
import { sayOf, soon } from '../support/story-young.ts'

const LONG = { timeout: 120_000 }
const say = (key: string, values: Record<string, string | number> = {}) => sayOf('nl', key, values)

const sees = (person: FakePerson, words: string) =>
  soon(
    person.next(({ text }) => plain(text).includes(words)),
    () =>
      `'${words}' among ${person
        .messages()
        .map(({ text }) => plain(text))
        .join('\n---\n')}`,
  )

test(
  'three partners in a thread: who taps there writes in a field, two at the same moment, a stranger stores nothing',
  LONG,
  async () => {
    const story = await startStory({ telegram: false })
    const server = story.discord.server()
    const square = server.channel('plein')
    const thread = server.channel('partners', { parent: square.id })
    const people = await Promise.all([1, 2, 3].map(async () => story.discord.person({ server: server.id })))
    const [samira, bo, ziko] = people as [FakePerson, FakePerson, FakePerson]
    const { code } = await invite(story.app.ground, 'xy', { role: 'lead', name: 'Samira' }, 'command line')
    samira.type(`/koppel ${code}`)
    await sees(samira, 'Je rol bij XY')
    samira.type('/werkblad')
    await sees(samira, 'Je schrijft als Samira')
    await samira.tap(say('sheet-together'))
    await sees(samira, say('joint-list'))
    await samira.tap(say('joint-begin'))
    await sees(samira, say('joint-ask-title'))
    await samira.write('Samen Noord')
    await sees(samira, say('joint-opened'))
    const code2 = async (words: string) => {
      await samira.tap(words)
      const { text } = await sees(samira, '/koppel')
      const found = /\/koppel ([a-z0-9]{9})/.exec(plain(text))![1]!
      await samira.tap(say('joint-back'))
      await sees(samira, 'Werkblad: Samen Noord')
      return found
    }
    for (const [person, name] of [
      [bo, 'De Brug'],
      [ziko, 'De Werf'],
    ] as const) {
      person.type(`/koppel ${await code2(say('joint-invite'))}`)
      await sees(person, say('joint-ask-name'))
      await person.write(name)
      await sees(person, `${name} (dat ben jij)`)
    }
    await samira.command('/koppel', { place: thread, code: await code2(say('joint-place')) })
    await soon(
      thread.next(({ text }) => plain(text).includes('… De Werf: nog niet')),
      () => 'the card in the thread',
    )
    expect(square.messages()).toEqual([])

    const card = () => plain(thread.messages().at(-1)!.text)
    for (const [person, words] of [
      [samira, 'Wij werken met de school'],
      [bo, 'Wij kennen elke straat'],
      [ziko, 'Wij hebben een werkplaats'],
    ] as const) {
      await person.tapIn(thread, say('joint-write'))
      await sees(person, 'Hoogstens 300 tekens.')
      expect(card()).not.toContain('straat')
      await person.write(words)
      await sees(person, 'Bewaard.')
      await story.rest()
    }
    expect(card()).toContain('De Brug: Wij kennen elke straat')
    expect(card()).toContain('De Werf: Wij hebben een werkplaats')
    expect(thread.messages()).toHaveLength(1)

    await bo.tapIn(thread, say('joint-next'))
    await sees(bo, say('joint-now-step', { number: 2 }))
    await story.rest()
    await ziko.tapIn(thread, say('joint-next'))
    await sees(ziko, say('joint-now-step', { number: 3 }))
    await story.rest()
    for (const person of [bo, ziko]) {
      await person.tapIn(thread, say('joint-write'))
      await sees(person, 'Elke regel is er één')
    }
    await Promise.all([bo.write('de wijk\njongeren van 16'), ziko.write('de wijk')])
    await sees(bo, 'Bewaard.')
    await sees(ziko, 'Bewaard.')
    await story.rest()
    for (const line of ['• de wijk (De Brug)', '• jongeren van 16 (De Brug)', '• de wijk (De Werf)'])
      expect(card()).toContain(line)

    const young = story.discord.person({ server: server.id, username: 'yasmine' })
    await young.tapIn(thread, say('joint-write'))
    expect((await sees(young, say('sheet-not-yours'))).buttons).toEqual([])
    await story.rest()
    expect(story.discord.violations).toEqual([])
    const tables = await story.tables()
    expect(tables.writer).toHaveLength(3)
    expect(JSON.stringify(tables)).not.toContain(young.id)
    expect(story.logs.join('\n')).not.toMatch(/elke straat|De Brug|Samen Noord/)
  },
)
