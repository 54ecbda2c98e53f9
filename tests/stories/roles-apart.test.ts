/** One organisation can never read, count or guess another's: what is of somebody else is answered as what does not exist. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { ACTIONS } from '../../src/console/actions.ts'
import { accept, invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { onTeamPage, type TeamPage } from '../support/team-page.ts'

const LONG = { timeout: 300_000 }

test(
  'forms, buttons and addresses with ids of another organisation say what ids of nothing say, and change nothing',
  LONG,
  async () => {
    const story = await startStory({ telegram: false, discord: false })
    // xyz has everything there is; whoever asks has every role that sees anything, in xy.
    const { roundId } = await holdSession(story, 'xyz', 'activiteit')
    granted(await story.app.desk.exampleAnswers('coach', 'xyz', roundId))
    granted(await story.app.desk.closeRound('coach', 'xyz', roundId))
    await holdSession(story, 'xyz', 'activiteit')
    await invite(story.app.ground, 'xyz', { role: 'worker', name: 'Geheim' }, 'test')
    const theirs = await pageOf(story, 'xyz', ['lead', 'worker', 'moderator'], 'Yasmine')
    const ours = await pageOf(story, 'xy', ['lead', 'worker', 'moderator'], 'Samira')
    await story.rest()

    const ids = await idsOf(story, 'xyz')
    for (const kind of ['session', 'round', 'digest', 'moment', 'staff', 'invitation'] as const)
      expect({ kind, some: ids[kind].length > 0 }).toEqual({ kind, some: true })
    const known = Object.values(ids).flat()
    // Every button that somebody of xyz is shown with an id of theirs; what they see first may be made then.
    const buttons = await buttonsWith(theirs, known)
    expect(buttons.length).toBeGreaterThan(5)
    const before = await rowsOf(story, 'xyz')
    const differ: string[] = []
    const compare = async (what: string, with_: (idOf: (id: string) => string) => Promise<string>) => {
      const used = new Set<string>()
      const theirAnswer = await with_((id) => {
        used.add(id)
        return id
      })
      const random = new Set<string>()
      const noAnswer = await with_((id) => {
        const other = randomBytes(id.length).toString('base64url').slice(0, id.length)
        random.add(other)
        return other
      })
      const without = (text: string, known: Iterable<string>) =>
        [...known].reduce((left, id) => left.replaceAll(id, 'ID'), text)
      const [theirSaid, noneSaid] = [without(theirAnswer, used), without(noAnswer, random)]
      if (theirSaid !== noneSaid) differ.push(`${what}: '${theirSaid}' and '${noneSaid}'`)
    }

    // Every form there is, with every field that names something.
    for (const name of [...ACTIONS.keys()].filter((one) => !WITHOUT_IDS.has(one))) {
      await compare(`form ${name}`, async (idOf) => {
        const fields: Record<string, string> = {
          begin: '2026-12-01T10:00',
          aantal: '7',
          thema: 'x',
          rol: 'helper',
          naam: 'X',
          tot: '2026-12-01',
          jaar: '1900',
          doel: 'niets',
          'said-nl': 'a',
          'doing-nl': 'b',
        }
        for (const [field, kind] of Object.entries(FIELDS)) fields[field] = idOf(ids[kind][0] ?? 'geen-id-van-iets')
        fields.taak = `session:${fields.sessie}`
        await ours.forge(name, fields)
        return `${ours.status()} ${/<p id="gezegd"[^>]*>([\s\S]*?)<\/p>/.exec(ours.html())?.[1] ?? 'nothing said'}`
      })
    }

    for (const data of buttons) {
      const id = known.find((one) => data.includes(one))!
      await compare(`button ${data.replace(id, '…')}`, async (idOf) => {
        await ours.forge('tik', { data: data.replace(id, idOf(id)) })
        return ours.chat().join()
      })
    }

    for (const path of ['sessie/ID', 'sessie/ID/web.svg'])
      await compare(path, async (idOf) => {
        const answer = await story.page(`${ours.path()}/${path.replace('ID', idOf(ids.session[0]!))}`)
        return `${answer.status} ${answer.html}`
      })
    expect(differ).toEqual([])
    expect(await rowsOf(story, 'xyz')).toEqual(before)

    // The door of one organisation's coach is none of the other's.
    const [, , , token] = story.coachPath('xy').split('/')
    for (const organisation of ['xyz', 'bestaat-niet']) {
      const answer = await story.page(`/coach/${organisation}/${token}`)
      expect(answer.status).toBe(404)
    }
    expect((await story.page(`/coach/xyz/${token}`)).html).toBe((await story.page(`/coach/bestaat-niet/${token}`)).html)
  },
)

/** Fields of forms that name something, and of which kind. */
const FIELDS = {
  sessie: 'session',
  ronde: 'round',
  overzicht: 'digest',
  moment: 'moment',
  wie: 'staff',
  uitnodiging: 'invitation',
  voorstel: 'survey_proposal',
} as const

const KINDS = {
  session: 'id',
  round: 'id',
  digest: 'id',
  moment: 'id',
  staff: 'id',
  invitation: 'code_hash',
  survey_proposal: 'id',
  run: 'id',
} as const
type Ids = Record<keyof typeof KINDS, string[]>

async function idsOf(story: Story, organisation: string): Promise<Ids> {
  const found = Object.entries(KINDS).map(async ([table, column]) => {
    const { rows } = await story.app.ground.store.pool.query(
      `select "${column}" as id from "${table}" where organisation_id = $1 order by 1`,
      [organisation],
    )
    return [table, (rows as { id: string }[]).map(({ id }) => id)]
  })
  return Object.fromEntries(await Promise.all(found)) as Ids
}

/** All that is stored about an organisation, and of its staff. */
async function rowsOf(story: Story, organisation: string): Promise<Record<string, string[]>> {
  const { pool } = story.app.ground.store
  const tables = await pool.query(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organisation_id' order by 1",
  )
  const rows: Record<string, string[]> = {}
  for (const { name } of tables.rows as { name: string }[]) {
    if (name === 'outgoing' || name === 'staff_chat') continue
    const found = await pool.query(
      `select to_jsonb(t)::text as row from "${name}" t where organisation_id = $1 order by 1`,
      [organisation],
    )
    rows[name] = (found.rows as { row: string }[]).map(({ row }) => row)
  }
  return rows
}

/** The buttons with one of these ids, as they are found two taps deep in the menu. */
async function buttonsWith(page: TeamPage, ids: string[]): Promise<string[]> {
  const found = new Map<string, string>()
  // Of buttons that differ in their id only, one is enough.
  const kindOf = (data: string) => ids.reduce((left, id) => left.replaceAll(id, '…'), data)
  const tapped = new Set<string>()
  const dataOn = () => [...page.html().matchAll(/name="data" value="(t\.[^"]*)"/g)].map(([, data]) => data!)
  for (const area of ['s', 'p', 'd', 'o', 'f', 't', 'v', 'r']) {
    await page.forge('tik', { data: `t.${area}` })
    for (const data of dataOn()) {
      if (ids.some((id) => data.includes(id))) found.set(kindOf(data), data)
      if (tapped.has(kindOf(data))) continue
      tapped.add(kindOf(data))
      // Only what asks or shows: a capital letter is a yes.
      if (!data.startsWith(`t.${area}.`) || /\.[A-Z](?:\.|$)/.test(data)) continue
      await page.forge('tik', { data })
      for (const deeper of dataOn()) if (ids.some((id) => deeper.includes(id))) found.set(kindOf(deeper), deeper)
    }
  }
  return [...found.values()]
}

async function pageOf(story: Story, organisation: string, roles: StaffRole[], name: string): Promise<TeamPage> {
  const secret = name.padEnd(43, organisation)
  for (const role of roles) {
    const { code } = await invite(story.app.ground, organisation, { role, name }, 'test')
    await accept(story.app.ground, code, { channel: 'web', id: secret })
  }
  return onTeamPage(story, `/team/${secret}`)
}

/** They are about the one talk of the own organisation: no id goes along, and the second time it is over. */
const WITHOUT_IDS = new Set(['gesprek-klaar', 'gesprek-stop'])
