/** The impact story on pages without scripts: written in the conversation, refused with the words still there, agreed on by two, read and fetched at an address. */
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { plain } from '../support/app.ts'
import { type Story, startStory } from '../support/story.ts'
import { sayOf } from '../support/story-young.ts'
import { onTeamPage } from '../support/team-page.ts'

const say = (key: string, values: Record<string, string | number> = {}) => sayOf('nl', key, values)

async function pageOf(story: Story, role: StaffRole, name: string) {
  const { code } = await invite(story.app.ground, 'xy', { role, name }, 'command line')
  const page = await onTeamPage(story, `/uitnodiging/${code}`)
  await page.press('Ik doe dit')
  return page
}

test('two people of one organisation write their story on pages', { timeout: 180_000 }, async () => {
  const story = await startStory({ telegram: false, discord: false })
  const leyla = await pageOf(story, 'lead', 'Leyla')
  const wout = await pageOf(story, 'worker', 'Wout')
  await leyla.forge('tik', { data: 't.y' })
  await leyla.press(say('story-begin'))
  expect(leyla.text()).toContain('Ik vul niets in.')
  await leyla.press('Nederlands')
  const { id } = await story.app.ground.store.db.selectFrom('story').select('id').executeTakeFirstOrThrow()
  const writes = async (part: string, text: string) => {
    await leyla.forge('tik', { data: `t.y.${id}.w.${part}` })
    await leyla.write(text)
  }
  await writes('goal', 'In 2030 <i>zeggen</i> jongeren wat ze denken.')
  await writes('kept', 'Elke maand is er een gesprek.')
  await writes('added', 'Door ons kwam 80% terug.')
  expect(leyla.text()).toContain('“80%” lijkt op een resultaat')
  await leyla.forge('tik', { data: `t.y.${id}` })
  await leyla.press(say('story-agree'))
  expect(leyla.text()).toContain('Akkoord gaan kan nog niet.')
  await writes('added', 'Wij vragen ook wie nooit iets zegt.')
  await writes('check', 'Dan kiezen we één ding dat anders kan.')
  await leyla.press(say('story-sign-add'))
  await leyla.write('of jongeren zeggen dat ze gehoord worden')
  await leyla.press(': hoe?')
  await leyla.press(say('story-how-survey'))
  await leyla.press(': wie?')
  await leyla.write('Leyla')
  await leyla.press(': welke dag?')
  await leyla.write('12/5/2027')
  await leyla.forge('tik', { data: `t.y.${id}` })
  await leyla.press(say('story-agree'))
  expect(leyla.text()).toContain('Je bent akkoord met ontwerp')

  await wout.forge('tik', { data: `t.y.${id}` })
  expect(wout.text()).toContain('In 2030 <i>zeggen</i> jongeren wat ze denken.')
  expect(wout.html()).not.toContain('<i>zeggen</i>')
  await wout.press(say('story-agree'))
  expect(wout.text()).toContain('Dat was het laatste akkoord.')
  await wout.press(say('story-files'))
  const path = /\/verhaal\/[\w-]{43}/.exec(wout.html())![0]
  const page = await story.page(path)
  expect(plain(page.html)).toContain('Elke maand is er een gesprek.')
  const word = await fetch(`http://127.0.0.1:${story.app.port()}${path}/docx`)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await word.arrayBuffer()) })
  expect(value).toContain('1 Ons doel\n\nIn 2030 <i>zeggen</i> jongeren wat ze denken.')
  story.clock.pass({ hours: 2 })
  expect((await story.page(path)).status).toBe(404)

  const tables = await story.tables()
  expect(tables.moment!.filter(({ subject_id }) => String(subject_id).startsWith('story/'))).toEqual([
    expect.objectContaining({ on_date: '2027-05-12', title: { nl: 'of jongeren zeggen dat ze gehoord worden' } }),
  ])
  const { moment: _, ...others } = tables
  expect(JSON.stringify(others)).not.toMatch(/gehoord worden|nooit iets zegt/)
  expect(story.logs.join('\n')).not.toMatch(/gehoord worden|nooit iets zegt|Leyla/)
})
