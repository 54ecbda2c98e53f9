/** Commands for the staff are on the screen of who has a role, and of nobody else, for as long as they have it. */
import { expect, test } from 'vitest'
import { accept, dismiss, invite, staffOf } from '../../src/people/staff.ts'
import { plain } from '../support/app.ts'
import { type Story, startStory } from '../support/story.ts'

const LONG = { timeout: 120_000 }

async function withRole(story: Story, id: number, role: 'lead' | 'worker') {
  const person = story.telegram.person(id, { language: 'nl' })
  const { code } = await invite(story.app.ground, 'xy', { role, name: `Staf${id}` }, 'command line')
  person.type(`/koppel ${code}`)
  await story.rest()
  return person
}

/** The names of the commands in the list of somebody's own chat; null when they see what everybody sees. */
function shownTo(story: Story, id: number, language = ''): string[] | null {
  const list = story.telegram.commands.get(`chat ${id} ${language}`.trim()) as { command: string }[] | undefined
  return list ? list.map(({ command }) => command) : null
}

const settings = (story: Story) =>
  story.telegram.calls.filter(({ method, payload }) => {
    const scope = payload.scope as { type?: string } | undefined
    return /^(set|delete)MyCommands$/.test(method) && scope?.type === 'chat'
  }).length

async function tick(story: Story) {
  await story.app.sweep()
  await story.rest()
}

test('they come with a role and go with it, in every language; a restart touches nothing', LONG, async () => {
  const story = await startStory({ discord: false })
  const lead = await withRole(story, 900, 'lead')
  await withRole(story, 901, 'worker')
  story.telegram.person(902).start()
  await story.rest()
  expect(shownTo(story, 900)?.slice(0, 3)).toEqual(['menu', 'sessie', 'peilingen'])
  expect(shownTo(story, 900, 'fr')).toEqual(expect.arrayContaining(['menu', 'seance', 'stop', 'confidentialite']))
  expect(['nl', 'en', 'ar'].map((language) => shownTo(story, 900, language)?.length)).toEqual([20, 20, 20])
  expect(shownTo(story, 901)).toEqual(shownTo(story, 900))
  expect(shownTo(story, 902)).toBeNull()

  const set = settings(story)
  await story.restart()
  await tick(story)
  expect(settings(story)).toBe(set)

  const [worker] = await staffOf(story.app.ground, 'xy', 'worker')
  await dismiss(story.app.ground, 'xy', worker!.staffId, 'command line')
  await tick(story)
  expect(['', 'nl', 'en', 'fr', 'ar'].map((language) => shownTo(story, 901, language))).toEqual(Array(5).fill(null))
  expect(shownTo(story, 900)).not.toBeNull()
  lead.type('/menu')
  expect(plain((await lead.next(({ buttons }) => buttons.length > 1)).text)).toContain('Staf900')
})

test('they go when the time of a helper is over, and when a role ended while we were away', LONG, async () => {
  const story = await startStory({ discord: false })
  await withRole(story, 900, 'lead')
  const { ground } = story.app
  const helper = story.telegram.person(901, { language: 'nl' })
  const until = story.clock.now().add({ hours: 48 })
  const { code } = await invite(
    ground,
    'xy',
    { role: 'helper', name: 'Hulp', task: 'session:x', until },
    'command line',
  )
  helper.type(`/koppel ${code}`)
  await story.rest()
  expect(shownTo(story, 901)).toContain('menu')
  story.clock.pass({ hours: 47 })
  await tick(story)
  expect(shownTo(story, 901)).toContain('menu')
  story.clock.pass({ hours: 1 })
  await tick(story)
  expect(shownTo(story, 901)).toBeNull()
  await story.restart(`update staff set ended_at = '${story.clock.now()}', ended_by = 'command line'`)
  await tick(story)
  expect(shownTo(story, 900)).toBeNull()
})

test(
  'a Telegram that is busy is asked again; who never started the bot is not, and keeps nobody waiting',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const { ground } = story.app
    story.telegram.fail({ method: 'setMyCommands', answer: { code: 429, retryAfter: 1 }, times: 4 })
    await withRole(story, 900, 'lead')
    expect(shownTo(story, 900)).toBeNull()
    const { code } = await invite(ground, 'xy', { role: 'worker', name: 'Niemand' }, 'command line')
    await accept(ground, code, { channel: 'telegram', id: '4040404' })
    const asked = () =>
      story.telegram.callsOf('getMyCommands').filter(({ scope }) => (scope as { chat_id?: number }).chat_id === 4040404)
    await tick(story)
    await tick(story)
    expect(shownTo(story, 900)).toContain('menu')
    expect(asked()).toHaveLength(1)
    expect(story.logs.join()).toContain('were not shown or taken away')
    expect(story.logs.join()).not.toMatch(/4040404|Niemand/)
  },
)

test(
  'on Discord they are offered to who may manage events, and typed in the direct message by who has a role',
  LONG,
  async () => {
    const story = await startStory({ telegram: false })
    const server = story.discord.server()
    const place = server.channel('team')
    const lead = story.discord.person({ server: server.id, username: 'lead', organiser: true })
    const young = story.discord.person({ server: server.id })
    const staffs = ['menu', 'sessie', 'peilingen', 'akkoord', 'digest', 'tijdlijn', 'terugkoppeling', 'rollen']
    expect(lead.offered('server')).toEqual(expect.arrayContaining(staffs))
    for (const name of staffs) {
      expect(young.offered('server')).not.toContain(name)
      expect([...lead.offered('dm'), ...young.offered('dm')]).not.toContain(name)
    }
    const { code } = await invite(story.app.ground, 'xy', { role: 'lead', name: 'Samira' }, 'command line')
    lead.type(`/koppel ${code}`)
    await lead.next(({ buttons }) => buttons.length > 0)
    lead.type('/menu')
    expect(plain((await lead.next(({ text }) => text.includes('Samira') && text.includes('·'))).text)).toContain(
      'Samira',
    )
    lead.type('Menu')
    await lead.next(({ text }) => text.includes('Samira') && text.includes('·'))
    await lead.command('menu', { place })
    expect((await lead.next(({ text }) => text.includes('·'))).ephemeral).toBe(false)
    expect(place.messages()).toEqual([])
    young.type('/menu')
    expect(plain((await young.next()).text)).toContain('Jouw account heeft er geen')
    expect(story.discord.violations).toEqual([])
  },
)
