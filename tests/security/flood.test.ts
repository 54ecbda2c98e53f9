/** Floods through the whole app: who has to wait reads so, nobody else notices, and what comes too often leaves nothing behind. */
import { expect, test } from 'vitest'
import { CONSENT_TEXT } from '../../src/people/consent-gate.ts'
import { encodeJoin } from '../../src/people/join-conversation.ts'
import { invite } from '../../src/people/staff.ts'
import { plain } from '../support/app.ts'
import { type Story, startStory } from '../support/story.ts'
import { joins, onTelegram, onWeb, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 300_000 }
/** As many as come in by one link at once. */
const MOST = 1000

test(
  'thousands by one link: a thousand come in, the rest reads when to tap again; by another link one comes in',
  LONG,
  async () => {
    const story = await atFullPace(await startStory({ discord: false }))
    const cas = await onWeb(story, 'xy', 'nl')
    const late = await onWeb(story, 'xy', 'nl')
    await cas.comeIn()
    await late.comeIn()
    const yes = encodeJoin({
      token: await story.joinToken('xy'),
      choice: 'y',
      language: 'nl',
      age: 'd',
      text: CONSENT_TEXT,
    })
    const comes = (id: number) => {
      const person = story.telegram.person(id, { language: 'nl' })
      person.meet()
      person.tapData(yes)
    }
    await cas.tap(sayOf('nl', 'join-yes'))
    for (let n = 0; n < 2 * MOST; n += 1) comes(9_100_000 + n)
    await story.rest()
    const count = async () =>
      Number((await story.app.ground.store.pool.query(`select count(*)::int as n from contact`)).rows[0].n)
    expect(await count()).toBe(MOST)
    const said = (n: number) =>
      plain(
        story.telegram
          .person(9_100_000 + n)
          .messages.map(({ text }) => text)
          .join('\n'),
      )
    const waits = Array.from({ length: 2 * MOST }, (_, n) => said(n)).filter((text) =>
      text.includes(sayOf('nl', 'join-too-many')),
    )
    expect(waits).toHaveLength(MOST + 1)
    // The page counts along, and says the same.
    await late.tap(sayOf('nl', 'join-yes'))
    await late.sees(sayOf('nl', 'join-too-many'))
    expect(await count()).toBe(MOST)
    // Who is in already goes on; another link is another hall; and ten minutes later there is room again.
    await cas.sees(plain(sayOf('nl', 'join-done', { organisation: 'XY' })))
    await joins(await onTelegram(story, 'xyz', 9_200_001, 'nl'))
    story.clock.pass({ minutes: 10 })
    await joins(await onTelegram(story, 'xy', 9_200_002, 'nl'))
    expect(await count()).toBe(MOST + 2)
  },
)

test(
  'a thousand guessed codes of one account, on Telegram and on Discord: thirty are looked up, and others link as ever',
  LONG,
  async () => {
    const story = await atFullPace(await startStory())
    const guesser = story.telegram.person(9_300_001, { language: 'nl' })
    const server = story.discord.server()
    const other = story.discord.person({ server: server.id, locale: 'nl' })
    const tries = 1000
    for (let n = 0; n < tries; n += 1) {
      const code = n.toString(36).padStart(9, 'q')
      guesser.type(`/koppel ${code}`)
      other.type(`/koppel ${code}`)
    }
    await story.rest()
    const tooMany = sayOf('nl', 'link-too-many')
    const waits = (texts: string[]) => texts.filter((text) => plain(text).includes(tooMany)).length
    expect(waits(guesser.messages.map(({ text }) => text))).toBe(tries - 30)
    await expect.poll(() => waits(other.messages().map(({ text }) => text)), { timeout: 60_000 }).toBe(tries - 30)
    const honest = story.telegram.person(9_300_002, { language: 'nl', name: 'Els' })
    const { code } = await invite(story.app.ground, 'xy', { role: 'lead', name: 'Els' }, 'x')
    honest.type(`/koppel ${code}`)
    await honest.next(({ text }) => plain(text).includes('Je rol bij XY'))
  },
)

/** What we say leaves at once: the pace of a platform is not the point here. */
async function atFullPace(story: Story): Promise<Story> {
  const { pace } = story.settings
  const telegram = { perSecond: 100_000, perChatMinute: 1_000_000, perGroupMinute: 1_000_000 }
  Object.assign(story.settings, { pace: { telegram, discord: { ...pace.discord, perSecond: 100_000 } } })
  await story.restart()
  return story
}
