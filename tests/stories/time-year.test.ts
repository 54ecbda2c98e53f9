/** A working year by the clock on the wall: school hours, exam weeks, both changes of the clock, a pause, a downtime, consent anew. */
import { expect, onTestFinished, test } from 'vitest'
import { makeWorld, type World } from '../support/app.ts'
import { freshDatabase, serverExpected } from '../support/postgres.ts'
import { cardsOf, joinOnTelegram, liveCardsOf, look, planFolder, saying, tapFor, turn, wall } from './plan.ts'

const LONG = { timeout: 180_000 }

/** The first Wednesday of the month from 19:30 to 21:30: it ends in the quiet hours, and the next day there is school. */
const YEAR = {
  cron: '30 19 * * 3#1',
  duration: 'PT2H',
  window: 'PT72H',
  reminder: 'PT24H',
  schoolHours:
    '[{ days: [mon, tue, thu, fri], from: "08:30", until: "15:30" }, { days: [wed], from: "08:30", until: "12:00" }]',
  more: 'restDays: [{ from: "2026-11-05", until: "2026-11-06" }, { from: "2027-05-31", until: "2027-06-25" }]',
}

async function aYear(): Promise<World> {
  const database = serverExpected() ? await freshDatabase() : null
  if (database) onTestFinished(() => database.drop())
  const options = { discord: false, configFolder: planFolder(YEAR).folder, start: wall('2026-09-01T12:00') }
  return makeWorld(database ? { ...options, url: database.url } : options)
}

test(
  'each month one question at an hour that suits, and one reminder; nothing in exams, in a pause, or at night after a downtime',
  LONG,
  async () => {
    const world = await aYear()
    let app = await world.start()
    const ann = await joinOnTelegram(world, app, 7)
    /** Looks at each of these moments, and gives the first at which a card stands, and the first at which a second does. */
    async function shownAt(moments: string[]): Promise<string[]> {
      const seen: string[] = []
      const before = cardsOf(ann).length
      for (const moment of moments) {
        world.clock.set(wall(moment))
        await turn(app)
        const now = cardsOf(ann).length - before
        while (seen.length < now) seen.push(moment)
      }
      return seen
    }
    /** Around a session on this Wednesday, until everything about it is over. */
    const around = (day: string) => {
      const on = (days: number) => Temporal.PlainDate.from(day).add({ days }).toString()
      return shownAt([
        `${day}T21:30`,
        `${on(1)}T08:59`,
        `${on(1)}T09:00`,
        `${on(1)}T15:29`,
        `${on(1)}T15:30`,
        `${on(1)}T21:30`,
        `${on(2)}T09:00`,
        `${on(2)}T15:29`,
        `${on(2)}T15:30`,
        `${on(3)}T09:00`,
        `${on(3)}T21:29`,
        `${on(3)}T21:30`,
      ])
    }
    const month = (day: string) => [`${day}T15:30`, `${Temporal.PlainDate.from(day).add({ days: 1 })}T15:30`]

    // Summer time, and winter time from the last Sunday of October.
    expect(await around('2026-09-02')).toEqual(month('2026-09-03'))
    expect(await around('2026-10-07')).toEqual(month('2026-10-08'))
    // Thursday and Friday are days of rest: Saturday has no school, and the reminder comes beside nothing else.
    expect(await around('2026-11-04')).toEqual(['2026-11-07T09:00'])
    expect(await around('2026-12-02')).toEqual(month('2026-12-03'))
    expect(await around('2027-01-06')).toEqual(month('2027-01-07'))

    // A pause of a month.
    world.clock.set(wall('2027-01-25T17:00'))
    const paused = ann.next((message) => message.text.includes('geen nieuwe vragen'))
    ann.type('/pauze')
    await paused
    expect(await around('2027-02-03')).toEqual([])
    expect(await around('2027-03-03')).toEqual(month('2027-03-04'))

    // Summer time began on 28 March. Two days away, back in the night: nothing then, one card after school.
    await world.telegram.settled()
    await app.stop()
    world.clock.set(wall('2027-04-09T02:00'))
    app = await world.start()
    const back = ['2027-04-09T02:00', '2027-04-09T02:05', '2027-04-09T09:00', '2027-04-09T15:29', '2027-04-09T15:30']
    expect(await shownAt([...back, '2027-04-10T21:29'])).toEqual(['2027-04-09T15:30'])
    expect(await shownAt(['2027-04-10T21:30'])).toEqual([])
    expect(liveCardsOf(ann)).toEqual([])

    expect(await around('2027-05-05')).toEqual(month('2027-05-06'))
    // Exams: the window ends before they do.
    expect(await around('2027-06-02')).toEqual([])
    expect(await around('2027-07-07')).toEqual(month('2027-07-08'))

    // A new working year: first the question whether she still takes part, at the hour of a question.
    expect(await shownAt(['2027-09-01T21:30', '2027-09-02T09:00', '2027-09-02T15:29', '2027-09-02T15:30'])).toEqual([])
    expect(saying(ann, 'Hoe oud ben je?').length).toBe(2)
    await tapFor(ann, '16 of 17', 'Doe je mee?')
    const card = ann.next((message) => message.text.includes('Hoe voel je je nu'))
    ann.tap('Ja, ik doe mee')
    await card
    await world.telegram.settled()
    const { rounds } = await look(app)
    expect(rounds.filter((round) => round.state === 'open')).toHaveLength(1)
    expect(world.logs.join('')).not.toContain('part of the sweep failed')
  },
)
