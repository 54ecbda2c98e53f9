/** The digest on the organisation's side: on time, once, edited in place; read again, shared and answered in private. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { joins, onTelegram, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 120_000 }

type Person = ReturnType<Story['telegram']['person']>
type Group = ReturnType<Story['telegram']['group']>
const seen = (person: Person, words: string) => person.next((message) => plain(message.text).includes(words))

/** Somebody with a role, by an invitation given in private. */
async function withRole(story: Story, id: number, role: 'lead' | 'worker' | 'moderator', by = 'command line') {
  const person = story.telegram.person(id, { language: 'nl', name: `Staf${id}` })
  const { code } = granted(await story.app.desk.invite(by, 'xy', { role, name: `Staf${id}` }))
  person.type(`/koppel ${code}`)
  await story.rest()
  return person
}

/** A group of which the bot knows that results of this organisation go there. */
async function place(story: Story, id: number, purpose: 'coach' | 'team', manager: Person): Promise<Group> {
  const group = story.telegram.group(id)
  group.admins.add(manager.user.id)
  group.say(`/koppel ${granted(await story.app.desk.linkCode('coach-page', 'xy', purpose)).code}`, manager)
  await group.next((message) => plain(message.text).includes('Gekoppeld.'))
  return group
}

const digestsIn = (group: Group) => group.messages.filter(({ text }) => text.startsWith('📋'))
const textIn = (group: Group) => plain(digestsIn(group).at(-1)!.text)

/** So many young people answer the first question of a session; the round stays open. */
async function session(story: Story, people: number, answer = 'veel') {
  const { roundId, sessionId } = await holdSession(story, 'xy', 'meetingpoint')
  for (let id = 1; id <= people; id += 1) {
    const person = story.telegram.person(id, { language: 'nl' })
    await person.next((one) => plain(one.text).includes(sayOf('nl', 'card-position', { number: 1, total: 4 })))
    person.tap(answer)
    await person.next((one) => plain(one.text).includes(sayOf('nl', 'card-position', { number: 2, total: 4 })))
  }
  await story.rest()
  return { roundId, sessionId }
}

async function withYoung(story: Story, people: number) {
  for (let id = 1; id <= people; id += 1) await joins(await onTelegram(story, 'xy', id, 'nl'))
}

test(
  'it is there within a minute of closing, once; written back, and a theme put right, edit the same message',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const { desk } = story.app
    const lead = await withRole(story, 900, 'lead')
    const coaches = await place(story, -1001, 'coach', lead)
    const team = await place(story, -1002, 'team', lead)
    await withYoung(story, 7)
    const { sessionId } = await session(story, 7)
    // More answers than people: said as a question, never as a rate.
    granted(await desk.setHeadcount('coach-page', 'xy', sessionId, 6))
    const { rounds } = (await desk.overview('xy'))!
    const { closesAt } = rounds.find((round) => round.sessionId === sessionId)!
    // The clock ticks once a minute, at no particular second.
    story.clock.set(closesAt.subtract({ seconds: 100 }).toString())
    const posted: string[] = []
    for (let tick = 0; tick < 4; tick += 1) {
      await story.app.sweep()
      await story.rest()
      posted.push(`${digestsIn(team).length} at ${story.clock.now().since(closesAt).total('seconds')}`)
      story.clock.pass({ seconds: 60 })
    }
    expect(posted).toEqual(['0 at -100', '0 at -40', '1 at 20', '1 at 80'])
    for (const group of [coaches, team]) {
      expect(digestsIn(group)).toHaveLength(1)
      expect(textIn(group)).toContain('Antwoorden: 7 (er zijn meer antwoorden dan aanwezigen: tel je nog eens na?)')
      expect(textIn(group)).toContain('⚪ Terugkoppeling naar jongeren: nog te doen')
      expect(labels(digestsIn(group)[0]!)).toEqual(['Schrijf iets terug'])
    }
    const figures = (text: string) => text.split('\n').filter((line) => /\d+ van \d+/.test(line))
    const before = figures(textIn(team))
    expect(before.length).toBeGreaterThan(0)

    granted(await desk.setTheme('coach-page', 'xy', sessionId, 'armoede'))
    await story.rest()
    expect(textIn(team)).toContain('thema: armoede')
    expect(textIn(team)).toContain('het gesprek over armoede')
    expect(figures(textIn(team)).map((line) => line.replace(/over \S+\?/, ''))).toEqual(
      before.map((line) => line.replace(/over .*\?/, '')),
    )
    const pictures = (group: Group) => group.messages.filter(({ media }) => media !== null).length
    expect([pictures(coaches), pictures(team)]).toEqual([1, 1])
    // A headcount that comes later changes nothing that was published.
    granted(await desk.setHeadcount('coach-page', 'xy', sessionId, 9))
    await story.rest()
    expect(textIn(team)).toContain('Antwoorden: 7 (er zijn meer antwoorden dan aanwezigen')

    team.tap('Schrijf iets terug', lead)
    await seen(lead, 'Wat zeiden de jongeren? (Nederlands)')
    lead.type('x'.repeat(201))
    await seen(lead, 'Dat is leeg of langer dan 200 tekens.')
    lead.type('Jullie wilden langer praten')
    await seen(lead, 'Wat doen jullie daarmee? (Nederlands)')
    lead.type('Dankzij jullie plannen we een halfuur meer')
    const last = await seen(lead, 'Wat lukt nu niet, en waarom? (Nederlands)')
    lead.tap('Overslaan', last)
    const preview = await seen(lead, 'Zo lezen jongeren die meededen het:')
    expect(plain(preview.text)).toContain('Jullie zeiden: Jullie wilden langer praten')
    expect(plain(preview.text)).toContain('“Dankzij” zegt misschien meer dan de antwoorden kunnen zeggen')
    expect(labels(preview)).toContain('Verstuur')
    expect((await desk.overview('xy'))!.feedback).toEqual([])
    lead.tap('Français', preview)
    await seen(lead, 'Wat zeiden de jongeren? (Français)')
    lead.type('Vous vouliez parler plus longtemps')
    await seen(lead, 'Wat doen jullie daarmee? (Français)')
    lead.type('Nous prévoyons plus de temps')
    lead.tap('Overslaan', await seen(lead, 'Wat lukt nu niet, en waarom? (Français)'))
    const whole = await lead.next(({ text }) => plain(text).includes('Nous prévoyons plus de temps'))
    lead.tap('Verstuur', whole)
    await seen(lead, 'Het is onderweg naar wie meedeed.')
    await story.rest()
    const ann = story.telegram.person(1)
    await seen(ann, 'Jullie wilden langer praten')
    for (const group of [coaches, team]) {
      expect(digestsIn(group)).toHaveLength(1)
      expect(textIn(group)).toContain('✅ Terugkoppeling naar jongeren: gedaan op ')
      expect(labels(digestsIn(group)[0]!)).toEqual([])
    }
    // The button that stood there, tapped once more from another phone.
    const [digest] = (await desk.overview('xy'))!.digests
    lead.tapData(`t.f.${digest!.id}.S`)
    await seen(lead, sayOf('nl', 'desk-feedback-sent'))
    lead.type('/terugkoppeling')
    await seen(lead, 'Er is geen overzicht waarover je nog iets kunt terugzeggen.')
    const heard = ann.messages.filter(({ text }) => text.includes('langer praten')).length
    expect(heard).toBe(1)
  },
)

test('one of twelve is never one: a small round says so, and is still one message', LONG, async () => {
  const story = await startStory({ discord: false })
  const { desk } = story.app
  const lead = await withRole(story, 900, 'lead')
  const team = await place(story, -1002, 'team', lead)
  await withYoung(story, 12)
  const { roundId, sessionId } = await session(story, 11)
  const last = story.telegram.person(12)
  await last.next((one) => plain(one.text).includes(sayOf('nl', 'card-position', { number: 1, total: 4 })))
  granted(await desk.setHeadcount('coach-page', 'xy', sessionId, 12))
  granted(await desk.closeRound('coach-page', 'xy', roundId))
  await story.rest()
  expect(textIn(team)).toContain('minstens 10 van 12 aanwezigen (hoogstens 2 zonder antwoord)')
  expect(textIn(team)).not.toMatch(/(?<!\d)1 (zonder|van 12)|11 van 12|: 1(?!\d)/)
})

test(
  'in a year without the coach it goes to the team alone, until the lead shares it on purpose, once',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const { desk } = story.app
    const lead = await withRole(story, 900, 'lead')
    const worker = await withRole(story, 901, 'worker', await leadId(story))
    const coaches = await place(story, -1001, 'coach', lead)
    const team = await place(story, -1002, 'team', lead)
    const year = 2026
    granted(await desk.switchMode(await leadId(story), 'xy', { year, coach: false }))
    await withYoung(story, 6)
    const { roundId, sessionId } = await session(story, 6)
    granted(await desk.closeRound('command line', 'xy', roundId))
    await story.rest()
    expect([digestsIn(coaches).length, digestsIn(team).length]).toEqual([0, 1])
    const [digest] = (await desk.overview('xy'))!.digests
    expect(await desk.shareDigest('coach-page', 'xy', digest!.id)).toMatchObject({ fault: 'desk-may-not' })
    expect(await desk.shareDigest(await leadId(story), 'xyz', digest!.id)).toMatchObject({ ok: false })

    // Five days later the word back is still to do: said where the digests are, not where the coach is.
    story.clock.pass({ hours: 24 * 6 })
    await story.app.sweep()
    await story.rest()
    const nudges = (group: Group) => group.messages.filter(({ text }) => text.includes('Nog te doen: een woord terug'))
    expect([nudges(coaches).length, nudges(team).length]).toEqual([0, 1])

    worker.type('/digest')
    worker.tap('Meetingpoint', await seen(worker, 'Overzichten van XY'))
    const read = await worker.next(({ text }) => text.startsWith('📋'))
    expect(labels(read)).not.toContain('Deel met de coach')
    worker.tapData(`t.d.S.${digest!.id}`)
    await seen(worker, 'Dat kan niet met jouw rol')
    lead.type('/digest')
    lead.tap('Meetingpoint', await seen(lead, 'Overzichten van XY'))
    lead.tap('Deel met de coach', await lead.next(({ text }) => text.startsWith('📋')))
    const sure = await seen(lead, 'Dit overzicht delen met de coach?')
    expect(digestsIn(coaches)).toHaveLength(0)
    lead.tap('Ja, deel het', sure)
    await seen(lead, 'Het overzicht is onderweg naar de coach.')
    await story.rest()
    expect(digestsIn(coaches)).toHaveLength(1)
    lead.tapData(`t.d.S.${digest!.id}`)
    await seen(lead, sayOf('nl', 'desk-shared-already'))

    // What was shared follows its correction; it stays one message.
    granted(await desk.setTheme('command line', 'xy', sessionId, 'wonen'))
    await story.rest()
    for (const group of [coaches, team]) {
      expect(digestsIn(group)).toHaveLength(1)
      expect(textIn(group)).toContain('thema: wonen')
    }
  },
)

test(
  'asked for in the place of the organisation it stands there anew; elsewhere it is read in private',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const { desk } = story.app
    const lead = await withRole(story, 900, 'lead')
    const stranger = story.telegram.person(950, { language: 'nl' })
    const team = await place(story, -1002, 'team', lead)
    const elsewhere = story.telegram.group(-1003)
    await withYoung(story, 6)
    for (const answer of ['veel', 'een beetje']) {
      const { roundId } = await session(story, 6, answer)
      granted(await desk.closeRound('coach-page', 'xy', roundId))
      await story.rest()
      story.clock.pass({ hours: 24 * 8 })
      await story.app.sweep()
      await story.rest()
    }
    const posted = digestsIn(team).length
    team.say('/digest', lead)
    await seen(lead, 'Het laatste overzicht staat opnieuw in het kanaal.')
    await story.rest()
    story.telegram.redeliver()
    await story.rest()
    expect(digestsIn(team)).toHaveLength(posted + 1)
    team.say('/digest', stranger)
    elsewhere.say('/digest', lead)
    const list = await seen(lead, 'Overzichten van XY')
    await story.rest()
    expect(digestsIn(team)).toHaveLength(posted + 1)
    expect(elsewhere.messages).toEqual([])
    lead.tap('Meetingpoint', list)
    lead.tap('Over de tijd', await lead.next(({ text }) => text.startsWith('📋')))
    const time = await seen(lead, '📅 Over de tijd')
    expect(plain(time.text)).toMatch(/minstens 4 van 6[\s\S]*minstens 4 van 6/)
    expect(plain(time.text)).toContain('Nog geen drie keer op dezelfde manier gevraagd.')
    const page = plain((await story.page(story.coachPath('xy'))).html)
    expect(page).toContain('Over de tijd')
    expect(page.match(/<td>minstens 4 van 6<\/td>/g)?.length).toBeGreaterThanOrEqual(2)
    // Another organisation's digest is not to be had by its number.
    granted(
      await desk.exampleAnswers(
        'command line',
        'xyz',
        (await holdSession(story, 'xyz', await seriesOf(story, 'xyz'))).roundId,
      ),
    )
    const other = (await desk.overview('xyz'))!.rounds[0]!
    granted(await desk.closeRound('command line', 'xyz', other.id))
    const foreign = (await desk.overview('xyz'))!.digests[0]!
    lead.tapData(`t.d.v.${foreign.id}`)
    await seen(lead, sayOf('nl', 'notice-stale'))
    lead.tapData(`t.f.${foreign.id}`)
    await story.rest()
    expect(lead.messages.filter(({ text }) => text.includes('Wat zeiden de jongeren?'))).toEqual([])
  },
)

const seriesOf = async (story: Story, organisation: string) =>
  (await story.app.desk.overview(organisation))!.surveys.find(({ state }) => state === 'agreed')!.seriesId

/** The staff id of the lead. */
async function leadId(story: Story): Promise<string> {
  const { people } = (await story.app.desk.overview('xy'))!
  return people.roles.find(({ role }) => role === 'lead')!.staffId
}
