/** What people type: stored unchanged where a text is asked, a kind remark elsewhere, and never any markup of theirs. */
import { expect, test } from 'vitest'
import { createVault } from '../../src/people/vault.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { joins, onDiscord, onTelegram, onWeb, sayOf, type Young } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }

test('a typed answer where a tap is expected is not kept; words of a button are', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await joined(story, 1)
  await holdSession(story, 'xy', 'meetingpoint')
  await ann.sees('Vraag 1 van 4')
  for (const text of [
    'zomaar iets',
    'x'.repeat(4096),
    '   ',
    '\u202Eمرحبا',
    '🎉',
    '\u0007\u0000',
    '<b>vet</b> @everyone',
  ]) {
    await ann.write(text)
    await ann.sees(sayOf('nl', 'notice-tap-please'))
  }
  ann.person.sends({ sticker: { file_id: 'x', type: 'regular' } })
  await ann.sees(sayOf('nl', 'notice-tap-please'))
  await ann.write('Een BEETJE!')
  await ann.sees('Vraag 2 van 4')
  const { answer, open_text } = await story.tables()
  expect(answer!.map((row) => row.codes)).toEqual([['a_little']])
  expect(open_text).toEqual([])
})

test('who answers quicker than it is noted which card they see has their words kept', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await joined(story, 1)
  await holdSession(story, 'xy', 'meetingpoint')
  for (let question = 1; question < 4; question++) {
    await ann.sees(`Vraag ${question} van 4`)
    ann.person.tap('Overslaan')
  }
  await ann.sees('Vraag 4 van 4')
  await story.rest()
  await story.app.ground.store.pool.query('update run set card_turn = 0, card_cipher = null')
  await ann.write('klein maar fijn')
  await story.rest()
  expect((await story.tables()).open_text).toHaveLength(1)
})

test(
  'who wrote something and takes it back has taken the words with it, also out of an older backup',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const ann = await joined(story, 1)
    await holdSession(story, 'xy', 'meetingpoint')
    const skips = async (from: number, to: number) => {
      for (let question = from; question < to; question++) {
        await ann.sees(`Vraag ${question} van 4`)
        ann.person.tap('Overslaan')
      }
    }
    await skips(1, 4)
    await ann.sees('Vraag 4 van 4')
    await ann.write('klein maar fijn')
    await ann.sees('Klaar. Bedankt')
    const { rows } = await story.app.ground.store.pool.query('select question from open_text')
    expect(rows).toHaveLength(1)
    ann.person.tap('Verander mijn antwoorden')
    await skips(1, 4)
    await ann.sees('Vraag 4 van 4')
    ann.person.tap('Antwoord wissen')
    await story.rest()
    const { open_text, erasure } = await story.tables()
    expect(open_text).toEqual([])
    expect(erasure!.map(({ what }) => what)).toEqual(['text'])
  },
)

test(
  'a text is stored as it was typed but for accounts and links, on every channel, and an empty or too long one is not',
  LONG,
  async () => {
    const story = await startStory()
    const server = story.discord.server()
    const place = server.channel()
    const manager = story.discord.person({ server: server.id, manager: true })
    const { code } = granted(await story.app.desk.linkCode('coach', 'xy', 'join'))
    await manager.command('/koppel', { place, code })
    await place.next()
    const TEXTS: [Young, string, string?][] = [
      [
        await joined(story, 11),
        '<b>vet</b> & "*_~`|\\ <@123> :smile: @everyone',
        '<b>vet</b> & "*_~`|\\ <@123> :smile: [account]',
      ],
      [await joined(story, 12), 'كان الحديث جيدًا جدًا'],
      [await joined(story, 13), '🎉👩‍👩‍👧🇧🇪'],
      [await joined(story, 14), 'een\u0000\u0007\u001b[31m twee\u202e drie', 'een[31m twee drie'],
      [await joined(story, 15), `${'é'.repeat(499)}!`],
      [
        onDiscord(story, server, { post: place }, 'nl'),
        '@here **vet** <@&1> `code`\nzie [x](http://x.be)',
        '[account] **vet** <@&1> `code`\nzie [x]([link]',
      ],
      [await onWeb(story, 'xy', 'nl'), '<script>alert(1)</script> ‮ مرحبا 😀', '<script>alert(1)</script>  مرحبا 😀'],
    ]
    for (const [young] of TEXTS.slice(5)) await joins(young)
    const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
    for (const [young, text] of TEXTS) {
      for (let number = 1; number < 4; number++) {
        await young.sees(`Vraag ${number} van 4`)
        await young.tap(sayOf('nl', 'button-skip'))
      }
      await young.sees('Vraag 4 van 4')
      // On a page this is said beside the field, and goes no further.
      if (young.channel === 'telegram') {
        await young.write('   ')
        await young.sees(sayOf('nl', 'notice-empty'))
        await young.write('x'.repeat(501))
        await young.sees(sayOf('nl', 'notice-too-long', { count: 500 }))
      }
      if (young.channel === 'telegram') {
        await young.write('x'.repeat(4096))
        await young.sees(sayOf('nl', 'notice-too-long', { count: 500 }))
      }
      await young.write(text)
      await young.sees(sayOf('nl', 'end-thanks'))
    }
    // The same update once more, and text after the end: nothing is kept twice.
    await story.rest()
    story.telegram.redeliver()
    await story.rest()
    granted(await story.app.desk.closeRound('coach', 'xy', roundId))
    const { open_text, answer } = await story.tables()
    const vault = createVault(story.settings.secretKey!)
    expect(open_text!.map((row) => vault.decryptText(row.text_cipher as string)).sort()).toEqual(
      TEXTS.map(([, text, stored]) => stored ?? text).sort(),
    )
    expect(answer!.filter((row) => row.question === 'more').map((row) => row.status)).toEqual(Array(7).fill('answered'))
  },
)

test('a theme with markup is shown as typed in card and digest, and rings nobody', LONG, async () => {
  const story = await startStory()
  const theme = '<b>*geld* & "rang" @everyone'
  const coach = story.telegram.person(900)
  const group = story.telegram.group(-71)
  group.admins.add(900)
  group.say(`/koppel ${granted(await story.app.desk.linkCode('coach', 'xy', 'coach')).code}`, coach)
  await group.next()
  const server = story.discord.server()
  const place = server.channel()
  const manager = story.discord.person({ server: server.id, manager: true })
  await manager.command('/koppel', { place, code: granted(await story.app.desk.linkCode('coach', 'xy', 'coach')).code })
  await place.next()
  const ann = await joined(story, 21)
  const ben = onDiscord(story, server, { place }, 'nl')
  const cas = await onWeb(story, 'xy', 'nl')
  await joins(ben)
  await joins(cas)
  const { sessionId } = granted(
    await story.app.desk.addSession('coach', 'xy', { seriesId: 'meetingpoint', startsAt: '2026-11-25T17:00', theme }),
  )
  story.clock.pass({ hours: 2 })
  await story.app.sweep()
  for (const young of [ann, ben, cas]) expect((await young.sees('Vraag 1 van 4')).text).toContain(theme)
  expect(cas.html()).not.toContain('<b>*geld')
  const round = (await story.app.desk.overview('xy'))!.rounds.find((one) => one.sessionId === sessionId)!
  granted(await story.app.desk.closeRound('coach', 'xy', round.id))
  await story.rest()
  expect(group.messages.at(-1)!.text).toContain(theme)
  expect(place.messages().at(-1)!.text).toContain(theme)
  const page = (await story.page(story.coachPath('xy'))).html
  expect(page).not.toContain('<b>*geld')
  expect(page).toContain('&lt;b&gt;*geld*')
})

async function joined(story: Story, id: number) {
  const young = await onTelegram(story, 'xy', id, 'nl', `Jong-${id}`)
  await joins(young)
  return young
}
