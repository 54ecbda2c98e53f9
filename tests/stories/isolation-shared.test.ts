/** What organisations and partners share, at every door: somebody else's is answered as what never was, and stays as it is. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { currentYear } from '../../src/dialogue/coach-mode.ts'
import { joinJoint, makeJointCode, openJoint } from '../../src/dialogue/joint-open.ts'
import { writeJoint } from '../../src/dialogue/joint-write.ts'
import { readProposal } from '../../src/dialogue/read-proposal.ts'
import { fieldOf, keepField } from '../../src/dialogue/sheet-own.ts'
import { shareField } from '../../src/dialogue/sheet-shares.ts'
import { openWriter } from '../../src/dialogue/sheet-writers.ts'
import { startJointStory, startYearStory } from '../../src/dialogue/story-change.ts'
import { handIn } from '../../src/dialogue/summaries.ts'
import { addMoment } from '../../src/dialogue/timeline-edit.ts'
import { readActivities } from '../../src/instrumentarium/activities.ts'
import { accept, invite } from '../../src/people/staff.ts'
import { makeStaffLink } from '../../src/people/staff-links.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { plain } from '../support/app.ts'
import { articlesOf, wordsOf } from '../support/html.ts'
import { granted, type Story, startStory } from '../support/story.ts'
import { stands, types } from '../support/story-sheets.ts'
import { onTeamPage, type TeamPage } from '../support/team-page.ts'

const LONG = { timeout: 300_000 }
/** In every text of the other organisation. */
const SECRET = 'Geheimzwaluw'

test(
  'buttons, forms and addresses with ids of others say what ids of nothing say, and change nothing',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const { ids, tokens, secret } = await worldOf(story, 'xyz', SECRET)
    const ours = await staffPage(story, 'xy', ['lead', 'worker', 'coach'], 'Samira')
    const curator = await staffPage(story, 'xy', ['curator'], 'Cas')
    const other = await worldOf(story, 'xy', 'Eigen')
    const stranger = story.telegram.person(950, { language: 'nl', name: 'Vreemd' })
    await types(story, stranger, '/start')
    await story.rest()

    const before = await rowsOf(story, ids)
    const differ: string[] = []
    const said: string[] = []
    const compare = async (what: string, ask: (of: (id: string) => string) => Promise<string>) => {
      const known = [...Object.values(ids), tokens.used]
      const theirs = await ask((id) => id)
      const nothing = await ask(likeButNot)
      said.push(theirs)
      const bare = (text: string, used: readonly string[]) => used.reduce((left, id) => left.replaceAll(id, 'ID'), text)
      const [one, two] = [bare(theirs, known), bare(nothing, known.map(likeButNot))]
      if (one !== two) differ.push(`${what}: '${one.slice(0, 300)}' and '${two.slice(0, 300)}'`)
    }
    const tapOn = (page: TeamPage) => (data: string) => acts(story, `${page.path()}/tik`, { data })
    const writer = await onTeamPage(story, `/werkblad/${other.secret}`)

    for (const [name, tap] of [
      ['a lead', tapOn(ours)],
      ['a curator', tapOn(curator)],
      ['a writer', tapOn(writer)],
      [
        'a stranger',
        async (data: string) => {
          stranger.tapData(data)
          return stands(story, stranger)
        },
      ],
    ] as const) {
      const buttons = name === 'a lead' ? [...STAFF, ...SHEETS] : name === 'a curator' ? STAFF : SHEETS
      for (const template of name === 'a stranger' ? [...STAFF, ...SHEETS] : buttons)
        await compare(`${name} taps ${template}`, (of) => tap(fill(template, ids, of)))
    }
    // Words for a field that was asked of somebody else.
    for (const template of TYPED)
      for (const page of [ours, writer])
        await compare(`typed ${template}`, async (of) => {
          const data = fill(template, ids, of)
          await page.forge('schrijf', { data, text: 'Een zin.' })
          return page.chat().join()
        })

    for (const [action, kind] of [
      ['deel-terug', 'proposed'],
      ['deel-stop', 'agreed'],
    ] as const)
      await compare(`form ${action}`, async (of) => {
        await ours.forge(action, { akkoord: of(ids[kind]) })
        return `${ours.status()} ${/<p id="gezegd"[^>]*>([\s\S]*?)<\/p>/.exec(ours.html())?.[1] ?? ''}`
      })
    await compare('form gesprek-weg', async (of) => {
      await ours.forge('gesprek-weg', { stap: 'not', wat: of(ids.said) })
      return String(ours.status())
    })

    const page = async (path: string) => {
      const answer = await story.page(path)
      return `${answer.status} ${answer.html.replace(/[\w-]{40,}/g, '')}`
    }
    for (const path of [
      '/methodes/{draft}',
      '/methodes/{draft}.md',
      '/methodes/{draft}.yaml',
      '/methodes/{submitted}.json',
    ])
      await compare(path, (of) => page(fill(path, ids, of)))
    const coach = story.coachPath('xy')
    for (const base of [ours.path(), coach])
      await compare('files of an agreement', (of) => page(`${base}/gegevens/${of(ids.agreed)}.zip`))
    // A link of our own about something of theirs opens nothing; nor does one of theirs at a door that it is not for.
    for (const subject of ['{draft}/xlsx', '{draft}/po-fr', '{draft}/pack', 'story:{yearStory}', 'story:{jointStory}'])
      for (const at of ['/bestand/TOKEN/haal', '/verhaal/TOKEN', '/verhaal/TOKEN/pdf'])
        await compare(`own link about ${subject} at ${at}`, async (of) => {
          const about = fill(subject, ids, of)
          const link = { purpose: 'file' as const, organisationId: 'xy', staffId: other.staffId, subject: about }
          const { token } = await makeStaffLink(story.app.ground, link)
          return page(at.replace('TOKEN', token))
        })
    const doors = {
      upload: [
        '/bestand/T/haal',
        '/verhaal/T',
        '/werkblad/T',
        '/inlezen/T',
        '/pakket/T',
        '/samen/T',
        '/team/T',
        '/mijn/T',
      ],
      file: ['/bestand/T', '/verhaal/T', '/werkblad/T', '/inlezen/T', '/pakket/T'],
      sheet: ['/bestand/T', '/bestand/T/haal', '/verhaal/T', '/inlezen/T', '/pakket/T', '/team/T'],
    }
    for (const [purpose, paths] of Object.entries(doors))
      for (const path of paths) {
        const with_ = (token: string) => page(path.replace('T', token))
        const nothing = randomBytes(32).toString('base64url')
        const [one, two] = [await with_(tokens[purpose as keyof typeof doors]), await with_(nothing)]
        if (one !== two || !one.startsWith('404'))
          differ.push(`${purpose} at ${path}: ${one.slice(0, 3)}, ${two.slice(0, 3)}`)
      }
    await compare('/samen', (of) => page(`/samen/${of(tokens.used)}`))

    expect(differ).toEqual([])
    expect(said.join('\n')).not.toContain(SECRET)
    expect(await rowsOf(story, ids)).toEqual(before)

    // Whose it is sees it by the very same buttons.
    const seen: string[] = []
    // One after the other: what is said on a page stands there until the next tap.
    for (const template of ['t.i.o.{draft}', 't.x.see.{agreed}', 't.t.l.{moment}', 't.y.{yearStory}'])
      seen.push(await acts(story, `/team/${secret}/tik`, { data: fill(template, ids) }))
    for (const template of ['w.j.h.{sheet}', 'w.j.s.{sheet}.goal', 'w.s.{sheet}', 'w.v.{jointStory}'])
      seen.push(await acts(story, `/werkblad/${secret}/tik`, { data: fill(template, ids) }))
    expect(seen.map((one) => one.includes(SECRET))).toEqual(seen.map(() => true))
  },
)

test('what lies in two organisations under the same id stays of each', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false })
  const theirs = await worldOf(story, 'xyz', SECRET)
  const own = await worldOf(story, 'xy', 'Eigen')
  const { ground } = story.app
  const { pool } = ground.store
  const ids = theirs.ids
  await pool.query(`delete from data_token where organisation_id = 'xy'`)
  for (const [table, from, to] of [
    ['data_agreement', own.ids.agreed, ids.agreed],
    ['moment', own.ids.moment, ids.moment],
    ['method_count', own.ids.count, ids.count],
  ] as const)
    await pool.query(`update ${table} set id = $2 where organisation_id = 'xy' and id = $1`, [from, to])
  await pool.query(`update summary set moment_id = $2 where organisation_id = 'xy' and moment_id = $1`, [
    own.ids.moment,
    ids.moment,
  ])
  const key = granted(await story.app.desk.makeDataKey(own.staffId, 'xy', ids.agreed)).token
  const ask = async (token: string) => {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await fetch(`http://127.0.0.1:${story.app.port()}/api/v1/agreement`, { headers })
    return { status: answer.status, text: await answer.text() }
  }
  const sees = async (page: TeamPage, data: string) => {
    await page.forge('tik', { data })
    return page.chat().join()
  }
  const page = await onTeamPage(story, `/team/${own.secret}`)
  for (const data of [`t.x.see.${ids.agreed}`, `t.t.l.${ids.moment}`, `t.t.m.${ids.moment}`]) {
    const seen = await sees(page, data)
    expect({ data, own: seen.includes('Eigen'), theirs: seen.includes(SECRET) }).toEqual({
      data,
      own: true,
      theirs: false,
    })
  }
  expect((await ask(key)).text).toContain('Eigen')
  expect((await ask(theirs.tokens.api)).text).toContain(SECRET)
  // Counting under one's own id counts nowhere else, and ending one's own ends nobody else's.
  const counts = async (organisation: string) =>
    (await readActivities(ground, organisation, { id: ids.count })).map(({ counts, form }) => ({ counts, form }))
  const form = (await counts('xy'))[0]!.form
  granted(
    await story.app.desk.countActivity(
      own.staffId,
      'xy',
      ids.count,
      form[0]!.key,
      form[0]!.options.map(() => 7),
    ),
  )
  expect([(await counts('xy'))[0]?.counts, (await counts('xyz'))[0]?.counts]).toEqual([
    expect.objectContaining({ [form[0]!.key]: expect.anything() }),
    {},
  ])
  granted(await story.app.desk.endSharing(own.staffId, 'xy', ids.agreed))
  expect([(await ask(key)).status, (await ask(theirs.tokens.api)).status]).toEqual([401, 200])
})

test(
  'a method that another organisation shared is known as it was shared, not as they are changing it',
  LONG,
  async () => {
    const story = await startStory({ telegram: false, discord: false })
    const { desk } = story.app
    const { ids, staffId } = await worldOf(story, 'xyz', SECRET)
    const lead = await staffIdOf(story, 'xy', 'lead', 'Samira')
    const curator = await staffIdOf(story, 'xy', 'curator', 'Cas')
    const [waiting] = granted(await desk.waitingMethods(curator, 'xy'))
    // What it was copied from was not handed in: a curator has no sight of it.
    expect(waiting).toMatchObject({ card: { id: ids.submitted }, parent: null })
    granted(await desk.judgeMethod(curator, 'xy', ids.submitted, waiting!.hash, { type: 'accept' }))
    const changing = 'Wordt nog veranderd'
    granted(
      await desk.changeMethod(staffId, 'xyz', ids.submitted, (card) => ({
        ok: true,
        value: { ...card, title: { ...card.title, nl: changing } },
      })),
    )
    const wish = {
      aspect: 'Over iets',
      series: 'meetingpoint',
      of: 'present',
      method: ids.submitted,
      moment: 'end',
      channels: null,
      reason: 'Omdat',
    }
    const { proposalId } = granted(await desk.draftSurvey(lead, 'xy', wish as Parameters<typeof desk.draftSurvey>[2]))
    const described = await readProposal(story.app.ground, 'xy', proposalId)
    expect(described?.after.method.nl).toContain(SECRET)
    expect(JSON.stringify(described)).not.toContain(changing)
  },
)

/** What is said to who posts this as a forger would; only the conversation, without the page around it. */
async function acts(story: Story, path: string, fields: Record<string, string>): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${story.app.port()}${path}`, {
    method: 'POST',
    headers: { 'accept-language': 'nl', 'hx-request': 'true' },
    body: new URLSearchParams({ eenmalig: `forged-${randomBytes(9).toString('hex')}`, ...fields }),
  })
  const notices = articlesOf(await response.text()).map((one) => plain(wordsOf(one)))
  return `${response.status} ${notices.join()}`
}

/** Ids of everything that an organisation and its writers have. */
type Ids = Awaited<ReturnType<typeof worldOf>>['ids']

/** An organisation with everything there is to share, each thing with this word in it. */
async function worldOf(story: Story, at: string, word: string) {
  const { ground, desk } = story.app
  const organisation = ground.config().organisations.get(at)!
  const secret = word.padEnd(43, at)
  const staffId = await staffIdOf(story, at, 'lead', `${word} lead`, secret)
  await staffIdOf(story, at, 'coach', `${word} lead`, secret)
  const worker = await staffIdOf(story, at, 'worker', `${word} worker`)

  const title = (nl: string) => ({ nl, en: nl, fr: nl, ar: nl })
  const named = async (id: string) =>
    granted(
      await desk.changeMethod(staffId, at, id, (card) => ({
        ok: true,
        value: { ...card, title: title(`${word} ${card.title.nl}`) },
      })),
    )
  const draft = granted(await desk.copyMethod(staffId, at, 'stem')).id
  await named(draft)
  const submitted = granted(await desk.copyMethod(staffId, at, draft)).id
  await named(submitted)
  granted(await desk.handInMethod(staffId, at, submitted, 'organisation'))
  const [activity] = [...ground.config().cards.values()].filter(
    ({ kind, tally, licence }) => kind === 'activity' && tally && licence?.changes !== 'none',
  )
  const activityId = granted(await desk.copyMethod(staffId, at, activity!.id)).id
  await named(activityId)
  const count = granted(await desk.planActivity(staffId, at, activityId, '2026-12-15')).countId!

  const agreement = async (receiver: string) => {
    const wish = {
      receiver,
      purpose: `${word} onderzoekt`,
      surveyId: null,
      year: 2026,
      level: 'aggregates' as const,
      endsOn: '2027-06-30',
    }
    return granted(await desk.proposeSharing(worker, at, wish)).agreementId
  }
  const [agreed, proposed] = [await agreement(`${word} stad`), await agreement(`${word} school`)]
  granted(await desk.decideSharing(staffId, at, agreed, 'agreed'))
  const api = granted(await desk.makeDataKey(staffId, at, agreed)).token

  granted(await desk.beginTalk(staffId, at))
  const { talk } = granted(await desk.sayInTalk(staffId, at, { step: 'not', text: `${word} meten we niet` }))
  const year = currentYear(ground, organisation)
  const added = await addMoment(
    ground,
    organisation,
    { year, date: '2026-12-10', title: `${word} interviews`, kind: 'third' },
    staffId,
  )
  if (typeof added === 'string') throw new Error(added)
  await handIn(ground, organisation, added.id, { staffId, name: word }, `${word}: drie mensen gesproken`)
  const yearStory = await startYearStory(ground, organisation, year, 'nl', staffId)

  const writer = await openWriter(ground, { channel: 'web', id: secret }, { name: word, partner: `${word} vzw` })
  const partner = await openWriter(
    ground,
    { channel: 'web', id: `${word}2`.padEnd(43, at) },
    { name: word, partner: `${word} bv` },
  )
  for (const key of ['need', 'who']) {
    const field = fieldOf(key)
    if (field) await keepField(ground, writer.id, field, { text: `${word} ${key}` })
  }
  const { sheetId, partnerId } = await openJoint(ground, {
    ...{ organisationId: at, staffId, writerId: writer.id, partner: `${word} vzw`, title: `${word} samen` },
  })
  const code = await makeJointCode(ground, sheetId, partnerId, 'partner')
  const joined = code.ok ? await joinJoint(ground, code.value.code, partner) : code
  if (!code.ok || !joined.ok) throw new Error('no partner came in')
  const words = await writeJoint(ground, { sheetId, partnerId, step: 'goal' }, [`${word} doel`])
  await writeJoint(ground, { sheetId, partnerId, step: 'unique' }, [`${word} uniek`])
  await shareField(ground, { sheetId, writerId: writer.id }, { partnerId: joined.value.partnerId, field: 'who' })
  const jointStory = await startJointStory(ground, sheetId, 'nl', partnerId)
  const link = async (purpose: 'upload' | 'file' | 'sheet') =>
    (
      await makeStaffLink(ground, {
        purpose,
        ...(purpose === 'sheet' ? { writerId: writer.id } : { organisationId: at, staffId }),
        ...(purpose === 'file' ? { subject: `${draft}/xlsx` } : {}),
      })
    ).token
  return {
    staffId,
    secret,
    tokens: {
      upload: await link('upload'),
      file: await link('file'),
      sheet: await link('sheet'),
      used: code.value.code,
      api,
    },
    ids: {
      ...{
        draft,
        submitted,
        activity: activityId,
        count,
        agreed,
        proposed,
        said: talk.said[0]!.id,
        moment: added.id,
        yearStory,
      },
      ...{
        sheet: sheetId,
        partner: joined.value.partnerId,
        entry: words.ok ? words.value[0]! : '',
        jointStory: jointStory!,
        writer: writer.id,
      },
    },
  }
}

async function staffIdOf(
  story: Story,
  organisation: string,
  role: StaffRole,
  name: string,
  secret = `${role}${name}`.replaceAll(' ', '').padEnd(43, organisation),
) {
  const { code } = await invite(story.app.ground, organisation, { role, name }, 'test')
  const accepted = await accept(story.app.ground, code, { channel: 'web', id: secret })
  if (!accepted || accepted === 'not-here') throw new Error(`${role} was not accepted`)
  return accepted.staffId
}

async function staffPage(story: Story, organisation: string, roles: StaffRole[], name: string): Promise<TeamPage> {
  const secret = name.padEnd(43, organisation)
  for (const role of roles) await staffIdOf(story, organisation, role, name, secret)
  return onTeamPage(story, `/team/${secret}`)
}

const fill = (template: string, ids: Ids, of = (id: string) => id): string =>
  template.replaceAll(/\{(\w+)\}/g, (_, kind: keyof Ids) => of(ids[kind]))

/** As long and of the same kind of signs, and of nothing. */
const likeButNot = (id: string): string =>
  id.replace(/[a-z]/g, (one) => (one === 'z' ? 'y' : 'z')).replace(/\d/g, (one) => (one === '9' ? '8' : '9'))

/** All that is stored of an organisation, of its joint worksheets and of who writes there. */
async function rowsOf(story: Story, ids: Ids): Promise<Record<string, string[]>> {
  const { pool } = story.app.ground.store
  const tables = await pool.query(
    "select table_name as name, array_agg(column_name::text) as columns from information_schema.columns where table_schema = 'public' group by 1 order by 1",
  )
  const rows: Record<string, string[]> = {}
  for (const { name, columns } of tables.rows as { name: string; columns: string[] }[]) {
    if (name === 'outgoing' || name === 'staff_chat') continue
    const where = columns.includes('organisation_id')
      ? [`organisation_id = 'xyz'`]
      : columns.includes('sheet_id')
        ? ['sheet_id = $1', ids.sheet]
        : name === 'sheet_field'
          ? ['writer_id = $1', ids.writer]
          : null
    if (!where) continue
    const [condition, ...values] = where
    const found = await pool.query(
      `select to_jsonb(t)::text as row from "${name}" t where ${condition} order by 1`,
      values,
    )
    rows[name] = (found.rows as { row: string }[]).map(({ row }) => row)
  }
  for (const name of [
    'method_draft',
    'data_agreement',
    'talk_answer',
    'summary',
    'story',
    'joint_entry',
    'joint_share',
    'sheet_field',
  ])
    expect({ name, some: (rows[name] ?? []).length > 0 }).toEqual({ name, some: true })
  return rows
}

const letters = [...'abcdefghijklmnopqrstuvwxyz']
/** Of the menu: the library, agreements on data, moments with their summaries, stories of a year. */
const STAFF = [
  ...letters.filter((one) => !'asltg'.includes(one)).map((one) => `t.i.${one}.{draft}`),
  ...['q', 'b', 'e', 'r'].map((view) => `t.i.v.${view}.{draft}`),
  ...[...letters, 'S', 'W', 'X'].flatMap((one) => [`t.i.d.${one}.{draft}.o`, `t.i.d.${one}.{submitted}.o`]),
  ...letters.map((one) => `t.i.e.${one}.{draft}.1.1`),
  ...letters.filter((one) => !'arzo'.includes(one)).map((one) => `t.i.n.${one}.{draft}`),
  ...['o.{draft}', 'a.{draft}.abcdefgh'].map((rest) => `t.i.n.${rest}`),
  ...['xlsx', 'tsv', 'po-fr'].map((format) => `t.i.x.{draft}.${format}`),
  ...[
    't.i.pk.{draft}',
    't.i.p.{activity}',
    't.i.p.l.{activity}',
    't.i.p.c.{count}',
    't.i.o.{submitted}',
    't.i.c.{submitted}',
  ],
  ...['see', 'yes', 'no', 'back', 'end', 'stop', 'get', 'keys', 'key', 'unkey'].flatMap((step) => [
    `t.x.${step}.{agreed}`,
    `t.x.${step}.{proposed}`,
  ]),
  ...letters.map((one) => `t.t.${one}.{moment}`),
  ...['', '.a.1', '.o.1', '.l', '.f', '.s', '.x.a', '.p.1', '.w.1', '.t.1', '.k.1'].flatMap((rest) => [
    `t.y.{yearStory}${rest}`,
    `t.y.{jointStory}${rest}`,
  ]),
  't.g.not.not.{said}',
]
/** Of worksheets: a sheet, an entry, a partner, a story. */
const SHEETS = [
  ...[...letters, 'to'].flatMap((one) =>
    one === 'b' ? [] : [`w.j.${one}.{sheet}.unique`, `w.j.${one}.{sheet}.{entry}`],
  ),
  ...['w.j.t.{sheet}.{partner}', 'w.j.to.{sheet}.{partner}', 'w.s.{sheet}', 'w.s.{sheet}.who'],
  ...['w.s.{sheet}.who.{partner}.1', 'w.s.m.{sheet}.{partner}'],
  ...[
    'w.v.{sheet}',
    'w.v.{sheet}.nl',
    'w.v.{jointStory}',
    'w.v.{jointStory}.a.1',
    'w.v.{jointStory}.f',
    'w.v.{yearStory}',
  ],
]
const TYPED = [
  ...['t.i.e.w', 't.i.n.r.{submitted}.abcdefgh', 't.i.n.z.{draft}.abcdefgh', 't.i.p.c.{count}.a', 't.t.s.{moment}'],
  ...[
    't.y.{yearStory}.w.1',
    't.y.{jointStory}.s',
    'w.j.w.{sheet}.goal',
    'w.j.c.{sheet}.{entry}',
    'w.j.a.{sheet}.{entry}',
  ],
  ...['w.j.m.{sheet}', 'w.v.{jointStory}.w.1', 'w.v.{jointStory}.s'],
]
