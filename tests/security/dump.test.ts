/**
 * A stolen dump of the database: everything that people are, said or wrote went in through the app, and nothing of it is
 * in any column of any table as it was, but for what is plain on purpose. With the key each of it is found: it did go in.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeJoint } from '../../src/dialogue/joint-write.ts'
import { handIn } from '../../src/dialogue/summaries.ts'
import { invite, staffOf } from '../../src/people/staff.ts'
import { createVault, type Vault } from '../../src/people/vault.ts'
import { plain } from '../support/app.ts'
import { ROOT } from '../support/house-rules.ts'
import { type Hunt, huntFor } from '../support/leak.ts'
import { granted, type Row, type Story, startStory } from '../support/story.ts'
import { comesIn, jointCode, jointGroup, opensJoint } from '../support/story-joint.ts'
import { voiceConfig, writtenRound } from '../support/story-quotes.ts'
import { taps, types } from '../support/story-sheets.ts'
import { type TelegramPerson, withRole } from '../support/story-staff.ts'
import { onDiscord, onTelegram, onWeb } from '../support/story-young.ts'
import { onTeamPage } from '../support/team-page.ts'

/** Typed by somebody; each a word that is nowhere else. */
const WRITTEN = {
  ...{ annAnswer: 'zeearend5101', beaAnswer: 'zeearend5102', casAnswer: 'zeearend5103', deeAnswer: 'zeearend5104' },
  ...{ paraphrase: 'zeearend5105', annProposal: 'zeearend5106', casProposal: 'zeearend5107' },
  ...{ sheetWho: 'zeearend5201', sheetNeed: 'zeearend5202', sheetGoal: 'zeearend5203', shared: 'zeearend5201' },
  ...{ jointTitle: 'zeearend5204', jointEntry: 'zeearend5205', storyPart: 'zeearend5206' },
  ...{ talk: 'zeearend5301', review: 'zeearend5302', summary: 'zeearend5303', proposalNote: 'zeearend5304' },
  ...{ wordBack: 'zeearend5305' },
} as const
/** Where somebody is reached, or what they are called there; kept, so it must open with the key. */
const REACHED = {
  ...{ ann: '7730105401', bea: '7730105402', annHandle: 'zeearend5403' },
  ...{ lead: '7730105501', moderator: '7730105502', safeguarding: '7730105503', curator: '7730105504' },
  ...{ partner: '7730105505', coaches: '7730105506', partners: '7730105507' },
} as const
/** Told by a platform with each message, and never kept. */
const TOLD = {
  ...{ annName: 'Zeearend5601', beaName: 'Zeearend5602', beaHandle: 'zeearend5603', leadHandle: 'zeearend5604' },
  ...{ coachesTitle: 'Zeearend5605', channelName: 'zeearend5606' },
} as const
/** Plain on purpose: the same columns with their reasons stand in docs/security.md, and in no other. */
const PLAIN: Record<string, { word: string; columns: string[] }> = {
  'name of somebody with a role': {
    word: 'Zeearend5701',
    columns: [
      'staff.name',
      'writer.name',
      'talk_answer.by_name',
      'proposal_note.name',
      'survey_proposal.made_name',
      'data_agreement.proposed_name',
      'invitation.name',
      'method_draft.made_name',
      'method_draft.shared_name',
    ],
  },
  'name of somebody who was invited': { word: 'Zeearend5702', columns: ['invitation.name'] },
  'name of who handed in a summary': { word: 'Zeearend5703', columns: ['summary.by_name'] },
  'name of a partner': { word: 'Zeearend5704', columns: ['writer.partner', 'joint_partner.partner'] },
  'what is asked': { word: 'zeearend5705', columns: ['survey_version.content'] },
  'theme of a session': { word: 'zeearend5706', columns: ['session.theme', 'digest.content'] },
  'entry of the timeline': { word: 'zeearend5707', columns: ['moment.title'] },
  'why an entry moved': { word: 'zeearend5708', columns: ['moment.reason'] },
  'own method': { word: 'zeearend5709', columns: ['method_draft.content'] },
  'receiver of data': { word: 'zeearend5710', columns: ['data_agreement.receiver'] },
  'purpose of data': { word: 'zeearend5711', columns: ['data_agreement.purpose'] },
}

const LEAD_NAME = PLAIN['name of somebody with a role']!.word
const LONG = { timeout: 300_000 }

const seen = (person: TelegramPerson, words: string) => person.next(({ text }) => plain(text).includes(words))

test('whoever has every row and no key reads who nobody is, and no word that anybody typed', LONG, async () => {
  const story = await startStory({ start: '2026-11-25T10:00:00Z', configFolder: everywhere() })
  const handed: string[] = []
  const staff = await staffAndPlaces(story, handed)
  const ids = await youngPeople(story, staff, handed)
  await sheets(story, staff.lead)
  await withDesk(story, staff.curator)
  await story.rest()

  const secret = [...Object.values(WRITTEN), ...Object.values(REACHED), ...ids]
  const told = [...Object.values(TOLD), ...handed]
  const open = Object.values(PLAIN).map(({ word }) => word)
  const hunt = huntFor(...new Set([...secret, ...told, ...open]))
  await seeRows(hunt, createVault(story.settings.secretKey!), await story.tables())
  const plainly = (word: string) => placesOf(hunt.found(word)).filter((where) => !where.includes(', opened'))

  expect([...secret, ...told].flatMap((word) => plainly(word).map((where) => `${word} in ${where}`))).toEqual([])
  const columnsOf = Object.entries(PLAIN).map(([what, { word }]) => [what, plainly(word).sort()])
  expect(columnsOf).toEqual(Object.entries(PLAIN).map(([what, { columns }]) => [what, [...columns].sort()]))
  // All of it lies there: with the key it is found.
  const opened = (word: string) => placesOf(hunt.found(word)).some((where) => where.includes(', opened'))
  expect(secret.filter((word) => !opened(word))).toEqual([])
  expect(told.filter(opened)).toEqual([])
  expect(handed.length).toBeGreaterThan(6)
})

test('each column that is plain on purpose is named in the document, with its reason', () => {
  const part = readFileSync(`${ROOT}docs/security.md`, 'utf8').split('\n## What a stolen dump does show\n')[1]!
  const told = [...part.split('\n## ')[0]!.matchAll(/^\| (.+) \| (.+) \|$/gm)].slice(1)
  const columns = told.flatMap(([, names]) => [...names!.matchAll(/`(\w+\.\w+)`/g)].map(([, name]) => name!))
  expect([...columns].sort()).toEqual([...new Set(Object.values(PLAIN).flatMap((one) => one.columns))].sort())
  for (const [, names, reason] of told) expect(reason!.length, names).toBeGreaterThan(20)
})

/** Open questions on Discord too. */
const everywhere = () => voiceConfig({ set: (yaml) => yaml.replace('notOn: [discord]', '') })

const placesOf = (found: string[]): string[] => found.map((one) => one.slice(one.indexOf(': ') + 2))

/** Every column of every row as it lies there, and what opens with the key, for a row that says itself whose it is. */
async function seeRows(hunt: Hunt, vault: Vault, tables: Record<string, Row[]>): Promise<void> {
  for (const [table, rows] of Object.entries(tables))
    for (const row of rows) {
      const subjects = Object.values(row).filter((value) => typeof value === 'string' && /^[\w-]{8,40}$/.test(value))
      for (const [column, value] of Object.entries(row)) {
        const where = `${table}.${column}`
        await hunt.see(where, typeof value === 'string' ? value : JSON.stringify(value))
        const cipher = column === 'draft' ? (value as { sealed?: string } | null)?.sealed : value
        if (typeof cipher !== 'string' || !/(^|_)(cipher|draft)$/.test(column)) continue
        const ways = [
          () => vault.decryptText(cipher),
          () => vault.decryptId(cipher),
          ...subjects.flatMap((subject) =>
            PURPOSES.map((purpose) => () => vault.unseal(purpose, String(subject), cipher)),
          ),
        ]
        for (const open of ways) await hunt.see(`${where}, opened`, attempt(open))
      }
    }
}

const PURPOSES = ['sheet', 'private', 'joint', 'story', 'talk'] as const

function attempt(open: () => string): string | null {
  try {
    return open()
  } catch {
    return null
  }
}

type Staff = Awaited<ReturnType<typeof staffAndPlaces>>

/** @param handed what was given to somebody as a secret of theirs: codes, tokens, addresses of pages */
async function staffAndPlaces(story: Story, handed: string[]) {
  const { desk, ground } = story.app
  const { code } = granted(await desk.invite('command line', 'xy', { role: 'safeguarding', name: '' }))
  const safeguarding = story.telegram.person(Number(REACHED.safeguarding), { language: 'nl' })
  await types(story, safeguarding, `/koppel ${code}`)
  const lead = await withRole(story, 'xy', Number(REACHED.lead), 'lead', LEAD_NAME)
  lead.user.username = TOLD.leadHandle
  const moderator = await withRole(story, 'xy', Number(REACHED.moderator), 'moderator', 'Mo')
  const curator = await withRole(story, 'xyz', Number(REACHED.curator), 'curator', 'Cu')
  const waiting = await invite(
    ground,
    'xy',
    { role: 'worker', name: PLAIN['name of somebody who was invited']!.word },
    'x',
  )
  const page = await onTeamPage(
    story,
    `/uitnodiging/${(await invite(ground, 'xy', { role: 'worker', name: 'Web' }, 'x')).code}`,
  )
  await page.press('Ik doe dit')

  const group = story.telegram.group(-Number(REACHED.coaches), { title: TOLD.coachesTitle })
  group.admins.add(lead.id)
  const forGroup = granted(await desk.linkCode('coach', 'xy', 'coach')).code
  group.say(`/koppel ${forGroup}`, lead)
  await group.next(({ text }) => plain(text).includes('Gekoppeld.'))
  const server = story.discord.server()
  const manager = story.discord.person({ server: server.id, manager: true })
  const square = server.channel(TOLD.channelName)
  const posted = square.next()
  const forSquare = granted(await desk.linkCode('coach', 'xy', 'join')).code
  await manager.command('/koppel', { place: square, code: forSquare })
  await posted
  const unused = granted(await desk.linkCode('coach', 'xy', 'team')).code
  handed.push(code, waiting.code, forGroup, forSquare, unused, await story.joinToken('xy'))
  return { lead, moderator, curator, safeguarding, server, square, webSecret: page.path().split('/').at(-1)! }
}

/** @returns ids on platforms that the platforms made up themselves */
async function youngPeople(story: Story, staff: Staff, handed: string[]): Promise<string[]> {
  const ann = await onTelegram(story, 'xy', Number(REACHED.ann), 'nl', TOLD.annName)
  const bea = await onTelegram(story, 'xy', Number(REACHED.bea), 'fr', TOLD.beaName)
  ann.person.user.username = REACHED.annHandle
  bea.person.user.username = TOLD.beaHandle
  const cas = await onWeb(story, 'xy', 'nl')
  const dee = onDiscord(story, staff.server, { post: staff.square }, 'nl')
  const answers = [
    { young: ann, words: `Meer ${WRITTEN.annAnswer}` },
    { young: bea, words: `Plus de ${WRITTEN.beaAnswer}` },
    { young: cas, words: `Minder ${WRITTEN.casAnswer}` },
    { young: dee, words: `Graag ${WRITTEN.deeAnswer}` },
  ]
  await writtenRound(story, answers, [])

  // One of the texts is asked for as a quote, and of another the moderator makes words of their own.
  const { moderator, lead } = staff
  moderator.meet()
  moderator.tapData('t.o.n')
  moderator.tap('Parafraseren', await seen(moderator, 'Wat moet eerst beter?'))
  await seen(moderator, 'Zeg het in je eigen woorden')
  await types(story, moderator, `Iemand wil ${WRITTEN.paraphrase}`)

  // Somebody wants to be called, and nobody has seen it yet.
  ann.person.type('/hulp')
  ann.person.tap('om mij te contacteren', await seen(ann.person, 'Wil je met iemand praten?'))
  ann.person.tap('Ja, geef door', await seen(ann.person, `@${REACHED.annHandle}`))
  await types(story, ann.person, `/voorstel Iets over ${WRITTEN.annProposal}`)
  await cas.sees('Stel zelf iets voor')
  await cas.tap('Stel zelf iets voor')
  await cas.sees('Schrijf je thema')
  await cas.write(`Nog iets over ${WRITTEN.casProposal}`)
  await types(story, ann.person, '/mijndata')
  handed.push(/\/mijn\/([\w-]{24})/.exec(ann.person.messages.at(-1)!.text)![1]!)

  // Words back to young people, half written.
  const [digest] = (await story.app.desk.overview('xy'))!.digests
  lead.meet()
  lead.tapData(`t.f.${digest!.id}`)
  await seen(lead, 'Wat zeiden de jongeren? (Nederlands)')
  await types(story, lead, `Jullie wilden ${WRITTEN.wordBack}`)
  return [...cas.ids(), dee.person.id, dee.person.dm(), staff.square.id, staff.server.id, staff.webSecret]
}

/** Own worksheet with the private field, a joint one, what was shared, and the story that is made of it. */
async function sheets(story: Story, lead: TelegramPerson): Promise<void> {
  const { ground } = story.app
  await types(story, lead, '/werkblad')
  await taps(story, lead, 'Begin')
  await types(story, lead, `Meisjes uit ${WRITTEN.sheetWho}`)
  await taps(story, lead, 'Werkende jongeren', 'Volgende', 'Zinvol werk', 'Volgende')
  await types(story, lead, 'Wie na het werk niet meer komt')
  await types(story, lead, `Ons team is op, ${WRITTEN.sheetNeed}`)
  await taps(story, lead, 'Dezelfde groep', 'Volgende')
  await types(story, lead, `Elk meisje ${WRITTEN.sheetGoal}`)
  const sheetId = await opensJoint(story, lead, `Samen ${WRITTEN.jointTitle}`)
  await comesIn(story, lead, sheetId, Number(REACHED.partner), PLAIN['name of a partner']!.word)
  await jointGroup(story, lead, sheetId, -Number(REACHED.partners))
  const partners = await ground.store.db.selectFrom('joint_partner').select(['id', 'partner']).execute()
  const of = (named: boolean) => partners.find(({ partner }) => partner.startsWith('Zeearend') === named)!.id
  lead.tapData(`w.s.${sheetId}.who.${of(true)}.1`)
  await story.rest()
  for (const { id } of partners)
    for (const step of ['unique', 'goal'])
      await writeJoint(ground, { sheetId, partnerId: id, step }, [`Doel ${WRITTEN.jointEntry}`])
  await story.app.sweep()
  await story.rest()
  await taps(story, lead)
  lead.tapData(`w.v.${sheetId}.nl`)
  await story.rest()
  const { id: storyId } = await ground.store.db.selectFrom('story').select('id').executeTakeFirstOrThrow()
  lead.tapData(`w.v.${storyId}.w.goal`)
  await story.rest()
  await types(story, lead, `Een deur voor ${WRITTEN.storyPart}`)
  await jointCode(story, lead, sheetId, 'partner')
}

/** What people with a role write where everybody with a role reads along, and what they write for young people. */
async function withDesk(story: Story, curator: TelegramPerson): Promise<void> {
  const { desk, ground } = story.app
  const word = (what: keyof typeof PLAIN) => PLAIN[what]!.word
  const lead = (await staffOf(ground, 'xy', 'lead'))[0]!.staffId
  const judge = (await staffOf(ground, 'xyz', 'curator'))[0]!.staffId
  expect(curator.messages.length).toBeGreaterThan(0)
  granted(await desk.beginTalk(lead, 'xy'))
  granted(await desk.sayInTalk(lead, 'xy', { step: 'not', text: `Niet over ${WRITTEN.talk}` }))

  const own = granted(await desk.copyMethod(lead, 'xy', 'stem')).id
  const title = `Stem ${word('own method')}`
  granted(
    await desk.changeMethod(lead, 'xy', own, (card) => ({
      ok: true,
      value: { ...card, title: { ...card.title, nl: title } },
    })),
  )
  granted(await desk.handInMethod(lead, 'xy', own, 'organisation'))
  const [handedIn] = granted(await desk.waitingMethods(judge, 'xyz'))
  const verdict = { type: 'return' as const, text: `Kijk nog eens naar ${WRITTEN.review}` }
  granted(await desk.judgeMethod(judge, 'xyz', own, handedIn!.hash, verdict))

  const wish = { series: 'meetingpoint', of: 'present' as const, method: 'stem', moment: 'end', channels: null }
  const asked = { aspect: `Over ${word('what is asked')}`, reason: `Omdat ${WRITTEN.proposalNote}` }
  granted(await desk.draftSurvey(lead, 'xy', { ...wish, ...asked }))
  const [session] = (await desk.overview('xy'))!.sessions
  granted(await desk.setTheme('coach-page', 'xy', session!.id, word('theme of a session')))

  const added = { date: '2026-12-10', title: `Nog ${word('entry of the timeline')}`, kind: 'third' as const }
  const { momentId } = granted(await desk.addMoment('coach-page', 'xy', added))
  const moved = { type: 'move' as const, date: '2026-12-11', reason: `Door ${word('why an entry moved')}` }
  granted(await desk.changeMoment('coach-page', 'xy', momentId, moved))
  const organisation = ground.config().organisations.get('xy')!
  const by = { staffId: lead, name: word('name of who handed in a summary') }
  await handIn(ground, organisation, momentId, by, `Drie mensen over ${WRITTEN.summary}`)
  granted(
    await desk.proposeSharing(lead, 'xy', {
      ...{ receiver: word('receiver of data'), purpose: word('purpose of data'), surveyId: null, year: 2026 },
      ...{ level: 'aggregates' as const, endsOn: '2027-06-30' },
    }),
  )
}
