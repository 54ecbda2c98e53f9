/** The database is lost and an older backup is put back: what was erased and stopped since stays so, and nobody is asked twice. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { restoreBackup } from '../../src/backup/restore.ts'
import { createLog } from '../../src/log.ts'
import { fingerprint } from '../../src/people/note-erasure.ts'
import { plain } from '../support/app.ts'
import { quickFolder } from '../support/memory.ts'
import { serverExpected } from '../support/postgres.ts'
import { granted, holdSession, readTables, type Story, startStory } from '../support/story.ts'
import { joins, onTelegram, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 240_000 }
const STORES = serverExpected() ? (['embedded', 'server'] as const) : (['embedded'] as const)

describe.each(STORES)('%s', (on) => {
  test('a backup while people answer, an erasure, a stop, a lost database, and on it goes', LONG, async () => {
    const story = await storyWithBackups(on)
    const [ann, ben, cas, dre] = await Promise.all(
      [770_001, 770_002, 770_003, 770_004].map((id) => onTelegram(story, 'xy', id, 'nl')),
    )
    for (const young of [ann!, ben!, cas!, dre!]) await joins(young)
    const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
    for (const young of [ann!, ben!, cas!, dre!]) await young.sees('Vraag 1 van 4')
    await cas!.tap('veel')
    await cas!.sees('Vraag 2 van 4')

    story.clock.pass({ minutes: 1 })
    const [backup] = await Promise.all([story.app.backup(null), ann!.tap('veel'), ben!.tap('veel')])
    await ann!.sees('Vraag 2 van 4')
    await ben!.sees('Vraag 2 van 4')
    // Life goes on: an erasure, a stop, and a session of which the backup knows nothing.
    await ann!.write('/wis')
    await ann!.sees(sayOf('nl', 'data-erase-title'))
    await ann!.tap(sayOf('nl', 'data-erase-yes'))
    await ann!.sees(sayOf('nl', 'data-erased'))
    await ben!.write('/stop')
    await ben!.sees(sayOf('nl', 'notice-stopped'))
    story.clock.pass({ minutes: 20 })
    await story.app.sweep()
    await story.rest()
    const asked = () => story.telegram.callsOf('sendMessage').length
    const before = asked()

    await story.app.stop()
    await loseDatabase(story)
    story.clock.pass({ minutes: 30 })
    const log = createLog('silent')
    const made = await restoreBackup(story.settings, backup!.file, { replace: false }, { clock: story.clock, log })
    expect(made).toMatchObject({ journal: true, erased: { person: 1, stop: 1 } })
    const tables = await readTables(story)
    expect(tables.contact).toHaveLength(3)
    expect(tables.participant!.map(({ state }) => state).sort()).toEqual(['joined', 'joined', 'stopped'])
    const erased = tables.erasure!.find(({ what }) => what === 'person')!.subject
    expect(tables.contact!.map(({ id }) => fingerprint(String(id)))).not.toContain(erased)

    story.app = await story.start()
    await story.app.sweep()
    await story.rest()
    // Nothing that was asked is asked again, and who stopped or left hears nothing.
    expect(asked()).toBe(before)
    await dre!.tap('veel')
    await dre!.sees('Vraag 2 van 4')
    granted(await story.app.desk.closeRound('coach', 'xy', roundId))
    await story.rest()

    story.clock.pass({ hours: 7 * 24 })
    await holdSession(story, 'xy', 'meetingpoint')
    await story.rest()
    expect([770_001, 770_002, 770_003, 770_004].map((id) => firstQuestions(story, id))).toEqual([1, 1, 2, 2])
    const { digest } = await story.tables()
    expect(digest!.filter((row) => row.round_id === roundId)).toHaveLength(1)
  })
})

test(
  'what was posted and asked between the backup and the loss is not posted or asked a second time',
  LONG,
  async () => {
    const story = await storyWithBackups(undefined, '2026-12-02T17:00:00Z')
    const coach = story.telegram.person(880_001)
    const group = story.telegram.group(-100_880)
    group.admins.add(880_001)
    group.say(`/koppel ${granted(await story.app.desk.linkCode('coach', 'xy', 'coach')).code}`, coach)
    await group.next((message) => plain(message.text).includes('De overzichten van XY'))
    const young = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => onTelegram(story, 'xy', 770_000 + n, 'nl')))
    for (const one of young) await joins(one)
    const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
    for (const one of young) {
      await one.sees('Vraag 1 van 4')
      await one.tap('veel')
      await one.sees('Vraag 2 van 4')
    }
    story.clock.pass({ minutes: 30 })
    await story.app.sweep()
    await story.rest()
    const backup = await story.app.backup(null)
    for (const one of young.slice(0, 5)) await one.tap(sayOf('nl', 'button-skip'))
    await story.rest()
    granted(await story.app.desk.closeRound('coach', 'xy', roundId))
    // The session in the calendar ends at eight in the evening: its round opens, and everybody is asked.
    story.clock.set('2026-12-02T19:10:00Z')
    await story.app.sweep()
    await story.rest()
    const digests = () => group.messages.filter(({ text }) => text.includes('📋')).length
    const asked = () => young.map((_, index) => firstQuestions(story, 770_001 + index))
    expect([digests(), asked()]).toEqual([1, [2, 2, 2, 2, 2, 2]])

    await story.app.stop()
    await loseDatabase(story)
    story.clock.pass({ minutes: 30 })
    const log = createLog('silent')
    const made = await restoreBackup(story.settings, backup.file, { replace: false }, { clock: story.clock, log })
    expect(made).toMatchObject({ until: '2026-12-02T19:13:00Z', leftOut: { rounds: 1 } })
    story.app = await story.start()
    for (const hours of [0, 1, 80]) {
      story.clock.pass({ hours })
      await story.app.sweep()
      await story.rest()
    }
    expect([digests(), asked()]).toEqual([1, [2, 2, 2, 2, 2, 2]])
    const { round, run } = await story.tables()
    expect(round!.map(({ state }) => state)).toEqual(['cancelled'])
    // Whoever has a card of it sees that it is over.
    expect(run!.every(({ state }) => (state as { closed: boolean }).closed)).toBe(true)
  },
)

/** How often the first question of a session was sent to somebody as a new message. */
const firstQuestions = (story: Story, id: number): number =>
  story.telegram
    .callsOf('sendMessage')
    .filter((sent) => sent.chat_id === id && plain(String(sent.text)).includes('Vraag 1 van 4')).length

async function storyWithBackups(on?: 'embedded' | 'server', start?: string): Promise<Story> {
  const folder = quickFolder('pols-copies-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const story = await startStory({ discord: false, ...(on ? { on } : {}), ...(start ? { start } : {}) })
  const key = 'a key for backups that is long enough'
  story.settings.backup = { folder, key, keep: 5 }
  story.settings.backupKey = key
  await story.restart()
  await story.rest()
  expect(readdirSync(folder).some((name) => name.endsWith('.polsbackup'))).toBe(true)
  return story
}

/** As a disk that is gone, or a server that was set up anew. */
async function loseDatabase(story: Story): Promise<void> {
  const { store } = story.settings
  if ('folder' in store) return rmSync(join(store.folder, 'postgres'), { recursive: true })
  const client = new pg.Client({ connectionString: store.url })
  await client.connect()
  await client.query('drop schema public cascade; create schema public').finally(() => client.end())
}
