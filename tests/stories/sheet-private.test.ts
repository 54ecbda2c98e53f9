/**
 * What somebody wrote for nobody but themselves is nowhere else: in no table under any other key, in no message to
 * anybody, on no page, in no file, export, story, log or measure. Other words, which were shared, show that the hunt finds.
 */
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { writeJoint } from '../../src/dialogue/joint-write.ts'
import { JOINT_STEPS } from '../../src/dialogue/sheet-fields.ts'
import { invite, staffOf } from '../../src/people/staff.ts'
import { plain } from '../support/app.ts'
import type { FakePerson } from '../support/fake-discord.ts'
import { huntFor, seeMessages, seePages, seeTables } from '../support/leak.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { comesIn, jointCode, jointGroup, opensJoint } from '../support/story-joint.ts'
import { taps, types } from '../support/story-sheets.ts'
import { type TelegramPerson, telegramPlace, withRole } from '../support/story-staff.ts'
import { joins, onTelegram, sayOf, soon } from '../support/story-young.ts'
import { onTeamPage } from '../support/team-page.ts'

const LONG = { timeout: 300_000 }
/** Only its writer's; written once in the chat, and once more on the page. */
const SECRET = ['zwaluwnest7391', 'zwaluwnest7392']
/** Shared with partners, and written together. */
const SHARED = ['merelnest4410', 'spechtnest4411']

const sees = (person: FakePerson, words: string) =>
  soon(
    person.next(({ text }) => plain(text).includes(words)),
    () =>
      `'${words}' among ${person
        .messages()
        .map(({ text }) => plain(text))
        .join(' --- ')}`,
  )

/** The whole of the own worksheet in a chat, with the private field shown, changed on the page and shown there. */
async function writesAll(story: Story, samira: TelegramPerson): Promise<string> {
  await types(story, samira, '/werkblad')
  await taps(story, samira, 'Begin')
  await types(story, samira, `Meisjes uit de wijk, ${SHARED[0]}`)
  await taps(story, samira, 'Werkende jongeren', 'Volgende', 'Zinvol werk', 'Volgende')
  await types(story, samira, 'Wie na het werk niet meer komt')
  await types(story, samira, `Ons team is op, ${SECRET[0]}`)
  await taps(story, samira, 'Dezelfde groep', 'Volgende')
  for (const text of [
    'Elk meisje een plek',
    'Niemand anders doet het',
    'Drie wijken',
    'Noord',
    'Taal',
    'Buurt',
    'Wonen',
  ])
    await types(story, samira, text)
  await taps(story, samira, 'Overzicht', '5. ', 'Toon het', 'Verberg', 'Overzicht', 'Op een pagina')
  const path = /\/werkblad\/[\w-]{43}/.exec(samira.messages.at(-1)!.text)![0]
  const kept = await fetch(`http://127.0.0.1:${story.app.port()}${path}/veld`, {
    method: 'POST',
    body: new URLSearchParams({ veld: 'need', text: `Ons team is op, ${SECRET.join(' ')}` }),
  })
  expect(await kept.text()).toContain(SECRET[1])
  return path
}

/** Everything that is not private, shared with everybody. */
async function sharesAll(story: Story, samira: TelegramPerson, sheetId: string): Promise<void> {
  const partners = await story.app.ground.store.db
    .selectFrom('joint_partner')
    .select(['id', 'partner'])
    .where('sheet_id', '=', sheetId)
    .execute()
  for (const { id } of partners.filter(({ partner }) => partner !== 'XY'))
    for (const field of ['who', 'groups', 'missed', 'need', 'goal', 'dream', 'region']) {
      samira.tapData(`w.s.${sheetId}.${field}.${id}.1`)
      await story.rest()
    }
}

test(
  'in a whole conversation, from worksheet to story: in the chat and on the page of its writer, and nowhere else',
  LONG,
  async () => {
    const story = await startStory()
    const { ground, desk } = story.app
    const outside = huntFor(...SECRET, ...SHARED)

    // An organisation with everything: coach, a second lead, groups, a young person, a digest.
    const samira = await withRole(story, 'xy', 900, 'lead', 'Samira')
    const els = await withRole(story, 'xy', 901, 'coach', 'Els')
    const otherLead = await withRole(story, 'xy', 902, 'lead', 'Tine')
    const { code } = await invite(ground, 'xy', { role: 'lead', name: 'Noor' }, 'command line')
    const lead = await onTeamPage(story, `/uitnodiging/${code}`)
    await lead.press('Ik doe dit')
    await telegramPlace(story, 'xy', -900, 'coach', els)
    await telegramPlace(story, 'xy', -901, 'team', samira)
    const ann = await onTelegram(story, 'xy', 41, 'nl')
    await joins(ann)
    const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
    granted(await desk.exampleAnswers('command line', 'xy', roundId))
    granted(await desk.closeRound('command line', 'xy', roundId))
    await story.rest()

    const ownPage = await writesAll(story, samira)
    const sheetId = await opensJoint(story, samira)
    const bo = await comesIn(story, samira, sheetId, 910, 'De Brug')
    const server = story.discord.server()
    const wim = story.discord.person({ server: server.id })
    const partnersNow = async () =>
      (await ground.store.db.selectFrom('joint_partner').select('partner').execute()).map(({ partner }) => partner)
    wim.type(`/koppel ${await jointCode(story, samira, sheetId, 'partner')}`)
    await sees(wim, sayOf('nl', 'joint-joined'))
    wim.type('De Werf')
    await expect.poll(async () => (await partnersNow()).includes('De Werf'), { timeout: 20_000 }).toBe(true)
    const invited = `/samen/${await jointCode(story, samira, sheetId, 'partner')}`
    const taken = await fetch(`http://127.0.0.1:${story.app.port()}${invited}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ eenmalig: 'partner-on-a-page' }),
    })
    const partnerPage = taken.headers.get('location')!
    expect(partnerPage).toMatch(/^\/werkblad\//)
    await jointGroup(story, samira, sheetId)
    await sharesAll(story, samira, sheetId)
    for (const label of ['Wie meedoet', 'Impactdoel']) await taps(story, bo, label)

    // The joint sheet, step by step, and the story that is drafted from it, with its files.
    const partners = await ground.store.db.selectFrom('joint_partner').select(['id', 'partner']).execute()
    // What is written apart everybody has to write; of the rest no more than fits on one sheet.
    for (const [index, { id }] of partners.entries())
      for (const { key } of index < 2 ? JOINT_STEPS : JOINT_STEPS.slice(0, 1))
        await writeJoint(ground, { sheetId, partnerId: id, step: key }, [`${key} ${SHARED[1]}`])
    await story.rest()
    samira.tapData(`w.v.${sheetId}.nl`)
    await story.rest()
    const { id: storyId } = await ground.store.db.selectFrom('story').select('id').executeTakeFirstOrThrow()
    for (const data of [
      `w.v.${storyId}`,
      `w.v.${storyId}.f`,
      `w.v.${storyId}.l`,
      `w.j.h.${sheetId}`,
      'w.o.v',
      'w.s.m',
      'w.j',
    ]) {
      for (const person of [bo, samira]) {
        person.tapData(data)
        await story.rest()
      }
    }
    const storyPages = [...bo.messages].flatMap(({ text }) => /\/verhaal\/[\w-]+/.exec(text) ?? [])
    expect(storyPages.length).toBeGreaterThan(0)

    // What others of the house ask for: menus, logs, reports, own data, and an export that was agreed on.
    for (const person of [els, otherLead]) {
      for (const command of ['/menu', '/akkoord', '/tijdlijn', '/digest', '/rollen', '/methode', '/werkblad'])
        await types(story, person, command)
      for (const data of [
        'w.o.v',
        'w.o.g.need',
        'w.o.p.need',
        `w.s.${sheetId}`,
        `w.j.h.${sheetId}`,
        `w.v.${storyId}`,
        't.v',
        't.p.file',
      ]) {
        person.tapData(data)
        await story.rest()
      }
    }
    await ann.write('/mijndata')
    await story.rest()
    const myData = /\/mijn\/[\w-]{24}/.exec(story.telegram.person(41).messages.at(-1)!.text)?.[0]
    expect(myData).toBeDefined()
    const wish = { receiver: 'Universiteit', purpose: 'Onderzoek naar meetingpoints', surveyId: null, year: 2026 }
    const { agreementId } = granted(
      await desk.proposeSharing('coach-page', 'xy', { ...wish, level: 'aggregates', endsOn: '2027-06-30' }, 'Els'),
    )
    const noor = (await staffOf(ground, 'xy', 'lead')).find(({ name }) => name === 'Noor')!
    granted(await desk.decideSharing(noor.staffId, 'xy', agreementId, 'agreed'))
    const open = ['/', '/metrics', '/readyz', '/methodes', partnerPage, lead.path(), story.coachPath('xy')]
    const exported = await desk.exportData(noor.staffId, 'xy', agreementId, 'nl')
    // These links are for an hour, too.
    await seePages(outside, story, [...storyPages, myData!, `${storyPages[0]}/docx`])
    for (const at of ['2026-12-09T08:00:00Z', '2027-06-14T08:00:00Z']) {
      story.clock.set(at)
      await story.app.sweep()
      await story.rest()
    }

    // Its writer did see it: in the chat, when they asked for it.
    const own = huntFor(...SECRET)
    await own.see(
      'own',
      story.telegram.callsOf('editMessageText').filter(({ chat_id: chat }) => chat === samira.id),
    )
    expect(own.found(...SECRET)).toEqual([`${SECRET[0]}: own`])
    await seeMessages(outside, story, [samira.id])
    expect(await seePages(outside, story, open)).toBeGreaterThan(20)
    await outside.see('overview', await desk.overview('xy'))
    await outside.see('export', Buffer.from(granted(exported).base64, 'base64'))
    await outside.see('addresses', story.app.addresses())
    // The link of the page was for an hour.
    expect((await story.page(ownPage)).status).toBe(404)
    const tables = await story.tables()
    const ofWriters = await seeTables(outside, story, tables)
    await outside.see('log', story.logs)

    expect(outside.found(...SECRET)).toEqual([])
    expect(outside.looked()).toBeGreaterThan(1000)
    expect(ofWriters.map(({ field }) => field)).toEqual(['need'])
    expect(ofWriters[0]!.text).toContain(SECRET.join(' '))
    // What was shared is found where it is shared: so would the other have been.
    const where = outside.found(...SHARED).join('\n')
    for (const place of [
      'telegram sendMessage 910',
      `page ${partnerPage}`,
      'joint_share.cipher, opened as joint',
      'story.content_cipher, opened as story',
      'page /verhaal/',
    ])
      expect(where).toContain(place)
    expect(where).toMatch(/telegram sendDocument|telegram sendMediaGroup/)
    expect(where).not.toMatch(/^\S+ (log|[a-z_]+\.[a-z_]+)$/m)
  },
)

test(
  'on Discord and on a page of one’s own: nothing was sent to anybody, not even to its writer, who did not ask',
  LONG,
  async () => {
    const story = await startStory()
    const { ground, desk } = story.app
    const words = { discord: 'koekoeksnest7393', web: 'ooievaarsnest7394' }
    const hunt = huntFor(...Object.values(words))
    const server = story.discord.server()
    const wim = story.discord.person({ server: server.id })
    const { code } = await invite(ground, 'xy', { role: 'worker', name: 'Wim' }, 'command line')
    wim.type(`/koppel ${code}`)
    await sees(wim, 'Je rol bij XY')
    wim.type('/werkblad')
    await sees(wim, 'Je schrijft als Wim, voor XY.')
    await wim.tap('Begin')
    for (const step of [1, 2, 3, 4]) {
      await sees(wim, `Stap ${step} van 10`)
      await wim.tap('Overslaan')
    }
    await sees(wim, 'Alleen jij ziet dit, ook later.')
    await wim.write(`Ons team is op, ${words.discord}`)
    await sees(wim, 'Stap 6 van 10')
    await wim.tap('Overzicht')
    await sees(wim, '🔒 ingevuld, alleen voor jou')

    const invited = async (name: string) => {
      const made = await invite(ground, 'xy', { role: 'lead', name }, 'command line')
      const page = await onTeamPage(story, `/uitnodiging/${made.code}`)
      await page.press('Ik doe dit')
      return page
    }
    const [noor, tine] = [await invited('Noor'), await invited('Tine')]
    await noor.forge('tik', { data: 'w.o' })
    await noor.forge('tik', { data: 'w.o.g.need' })
    await noor.write(`Ik slaap er slecht van, ${words.web}`)
    await noor.forge('tik', { data: 'w.o.v' })
    await hunt.see('the conversation of its writer', noor.html())

    await seeMessages(hunt, story, [])
    await seePages(hunt, story, [tine.path(), story.coachPath('xy'), '/metrics'])
    await hunt.see('overview', await desk.overview('xy'))
    const ownPage = await story.page(noor.path().replace('/team/', '/werkblad/'))
    const others = await story.page(tine.path().replace('/team/', '/werkblad/'))
    expect([ownPage.html.includes(words.web), ownPage.html.includes(words.discord), others.status]).toEqual([
      true,
      false,
      404,
    ])
    const own = await seeTables(hunt, story, await story.tables())
    await hunt.see('log', story.logs)
    // What a person types on Discord comes from there: what we sent holds none of it.
    expect(hunt.found(...Object.values(words))).toEqual([])
    expect(own.map(({ field }) => field)).toEqual(['need', 'need'])
    for (const word of Object.values(words)) expect(own.map(({ text }) => text).join()).toContain(word)
  },
)

test('one file opens it and two ask for it: the chat and the page of its writer', async () => {
  const opening: string[] = []
  const asking: string[] = []
  for await (const path of glob('src/**/*.ts')) {
    const text = readFileSync(path, 'utf8')
    if (/unseal\(\s*['"`]private/.test(text)) opening.push(path)
    if (/\breadPrivate\b/.test(text)) asking.push(path)
  }
  expect(opening).toEqual(['src/dialogue/sheet-private.ts'])
  expect(asking.sort()).toEqual([
    'src/dialogue/sheet-private.ts',
    'src/worksheets/own-step.ts',
    'src/worksheets/sheet-door.ts',
  ])
})
