/** Roles on the web: an invitation opens a page of one's own, with the same parts as the coach's and the menu, without scripts. */
import { expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { sayOf } from '../support/story-young.ts'
import { onTeamPage } from '../support/team-page.ts'

const LONG = { timeout: 90_000 }

test(
  'the coach invites the first lead on the coach page, who takes it on the web and invites the others there',
  LONG,
  async () => {
    const story = await startStory({ telegram: false, discord: false })
    const coach = await onTeamPage(story, story.coachPath('xy'))
    expect(coach.text()).toContain(sayOf('nl', 'role-no-lead'))
    await coach.press('Iemand uitnodigen', { rol: 'lead', naam: 'Samira' })
    const path = /\/uitnodiging\/[a-z0-9]{14}/.exec(coach.html())![0]
    expect(coach.text()).toContain('Geef dit aan Samira, en aan niemand anders: Verantwoordelijke bij XY.')

    // Looking at the invitation, as a messenger does for its preview, does not use it up.
    for (let looks = 0; looks < 3; looks++) expect((await story.page(path)).status).toBe(200)
    const samira = await onTeamPage(story, path)
    expect(samira.text()).toContain('Dag Samira. Je bent uitgenodigd bij XY: Verantwoordelijke.')
    await samira.press('Ik doe dit')
    expect(samira.path()).toMatch(/^\/team\/[\w-]{43}$/)
    expect(samira.text()).toContain('Dag Samira. Dit is jouw eigen pagina.')
    expect(samira.chat().join()).toContain('XY · Samira')
    expect((await story.page(path)).status).toBe(404)

    // The menu, by buttons and a field.
    await samira.press('Wie doet wat')
    expect(samira.chat().join()).toContain('Samira: Verantwoordelijke')
    await samira.press('Iemand uitnodigen')
    await samira.press('Jeugdwerker')
    await samira.write('')
    expect(samira.status()).toBe(422)
    await samira.open()
    await samira.write('Joris')
    const code = /\/koppel ([a-z0-9]{14})/.exec(samira.text())![1]
    const joris = await onTeamPage(story, `/uitnodiging/${code}`)
    await joris.press('Ik doe dit')
    expect(joris.text()).toContain('Dag Joris')
    expect(joris.path()).not.toBe(samira.path())

    // A form of the page: done in Joris' name, by the id of his role.
    await joris.press('Hou nu een sessie')
    const jorisRole = (await story.app.desk.overview('xy'))!.people.roles.find(({ name }) => name === 'Joris')!
    // Now there is a lead: the coach's page gives no roles any more.
    await coach.open()
    expect(coach.html()).not.toContain('/uitnodig"')
    await coach.forge('uitnodig', { rol: 'lead', naam: 'Ann' })
    expect(coach.status()).toBe(422)
    expect(coach.text()).toContain(sayOf('nl', 'desk-may-not'))

    // Taken back: the page is gone at once, and says the same as one that never was.
    await samira.open()
    await samira.forge('terugnemen', { wie: jorisRole.staffId })
    await joris.open()
    expect(joris.status()).toBe(404)
    expect(joris.text()).toContain(sayOf('nl', 'team-nobody'))
    const never = await onTeamPage(story, `/team/${'a'.repeat(43)}`)
    expect(never.html()).toBe(joris.html())
    for (const action of ['houd', 'uitnodig', 'tik', 'schrijf']) {
      await joris.forge(action, { reeks: 'meetingpoint', data: 't.m', text: 'x' })
      expect(joris.status()).toBe(404)
    }
    const { audit, staff } = await story.tables()
    expect(audit!.filter((row) => row.action === 'session added').map((row) => row.actor)).toContain(jorisRole.staffId)
    expect(JSON.stringify({ audit, staff })).not.toContain(joris.path().split('/').at(-1))
    expect(story.logs.join('\n')).not.toContain(joris.path().split('/').at(-1))
  },
)

test('an invitation is used once: by the tap that came first, and twice from one page is once', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false })
  const path = await invited(story, 'xy', 'worker', 'Joris')
  const [one, other] = [await onTeamPage(story, path), await onTeamPage(story, path)]
  const again = one.html()
  await one.press('Ik doe dit')
  await other.press('Ik doe dit')
  expect(other.status()).toBe(404)
  expect(other.text()).toContain(sayOf('nl', 'invite-wrong-code'))
  // The same form once more, as after a double tap: the same page.
  const name = /name="eenmalig" value="([^"]+)"/.exec(again)![1]!
  const twice = await fetch(`http://127.0.0.1:${story.app.port()}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ eenmalig: name }),
  })
  expect(twice.headers.get('location')).toBe(one.path())
  expect((await story.tables()).staff).toHaveLength(1)
})

test('who takes requests for contact does so in a chat: a page makes no sound', LONG, async () => {
  const story = await startStory({ discord: false })
  const path = await invited(story, 'xy', 'safeguarding', 'Samira')
  const samira = await onTeamPage(story, path)
  expect(samira.text()).toContain(sayOf('nl', 'staff-not-here'))
  expect(samira.html()).not.toContain('<form')
  const person = story.telegram.person(901, { language: 'nl' })
  person.type(`/koppel ${path.split('/').at(-1)}`)
  await person.next(({ text }) => text.includes('Alleen jij ziet het.'))
})

test(
  'a helper finds the session they came for and its headcount, and nothing else of the organisation',
  LONG,
  async () => {
    const story = await startStory({ telegram: false, discord: false })
    const { sessionId } = await holdSession(story, 'xy', 'meetingpoint')
    const { sessionId: otherId } = granted(
      await story.app.desk.addSession('coach', 'xy', {
        seriesId: 'meetingpoint',
        startsAt: '2026-11-25T16:00',
        theme: 'geheim',
      }),
    )
    const code = await invite(
      story.app.ground,
      'xy',
      { role: 'helper', name: 'Fatima', task: `session:${sessionId}`, until: story.clock.now().add({ hours: 24 }) },
      'command line',
    )
    const fatima = await onTeamPage(story, `/uitnodiging/${code.code}`)
    await fatima.press('Ik doe dit')
    expect(fatima.html()).toContain(`id="sessie-${sessionId}"`)
    expect(fatima.html()).not.toContain(otherId)
    expect(fatima.text()).not.toMatch(/geheim|Overzichten|Peilingen/)
    await fatima.press('Bewaar', { aantal: '12' })
    await fatima.forge('aanwezig', { sessie: otherId, aantal: '3' })
    expect(fatima.text()).toContain(sayOf('nl', 'desk-may-not'))
    for (const path of [`sessie/${otherId}`, `sessie/${otherId}/web.svg`, 'qr/web.svg'])
      expect((await story.page(`${fatima.path()}/${path}`)).status).toBe(404)
    story.clock.pass({ hours: 24 })
    await fatima.open()
    expect(fatima.status()).toBe(404)
    const { session } = await story.tables()
    expect(session!.find((row) => row.id === sessionId)!.headcount).toBe(12)
    expect(session!.find((row) => row.id === otherId)!.headcount).toBeNull()
  },
)

test('the lead switches the year on their page after reading what changes, and nobody else can', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false })
  const samira = await taken(story, 'xy', 'lead', 'Samira')
  const joris = await taken(story, 'xy', 'worker', 'Joris')
  for (const forger of [joris, await onTeamPage(story, story.coachPath('xy'))]) {
    await forger.forge('modus', { jaar: '2026', coach: '0' })
    expect(forger.text()).toContain(sayOf('nl', 'desk-may-not'))
  }
  expect(samira.text()).toContain('Overzichten komen dan alleen nog in het kanaal van je organisatie.')
  await samira.forge('modus', { jaar: '2025', coach: '0' })
  expect(samira.text()).toContain(sayOf('nl', 'desk-other-year'))
  await samira.open()
  await samira.press('Verder zonder coach')
  expect(samira.text()).toContain(sayOf('nl', 'mode-done'))
  const coach = await onTeamPage(story, story.coachPath('xy'))
  expect(coach.text()).toContain(sayOf('nl', 'year-without-coach-page'))
  for (const action of ['houd', 'erbij', 'code', 'terug', 'voorstel', 'tel']) {
    await coach.forge(action, { reeks: 'meetingpoint' })
    expect(coach.text()).toContain(sayOf('nl', 'desk-may-not'))
  }
  expect((await story.tables()).working_year).toHaveLength(1)
})

async function invited(story: Story, organisation: string, role: StaffRole, name: string): Promise<string> {
  const { code } = await invite(story.app.ground, organisation, { role, name }, 'command line')
  return `/uitnodiging/${code}`
}

async function taken(story: Story, organisation: string, role: StaffRole, name: string) {
  const page = await onTeamPage(story, await invited(story, organisation, role, name))
  await page.press('Ik doe dit')
  return page
}
