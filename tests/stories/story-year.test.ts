/** The impact story of one organisation's year: offered with the report, figures from frozen digests, agreed on by two. */
import { expect, test } from 'vitest'
import { correctTheme } from '../../src/rounds/digest-message.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { granted, holdSession, startStory } from '../support/story.ts'
import { stands, taps, types } from '../support/story-sheets.ts'
import { withRole } from '../support/story-staff.ts'
import { sayOf } from '../support/story-young.ts'

const LONG = { timeout: 180_000 }
const say = (key: string, values: Record<string, string | number> = {}) => sayOf('nl', key, values)

test(
  'offered at the end of the year, with a figure and its caution; a digest that is put right or void holds it',
  LONG,
  async () => {
    const story = await startStory({ discord: false, start: '2027-05-05T16:00:00Z' })
    const lead = await withRole(story, 'xy', 900, 'lead', 'Leyla')
    const worker = await withRole(story, 'xy', 901, 'worker', 'Wout')
    const moderator = await withRole(story, 'xy', 902, 'moderator', 'Mo')
    const { roundId, sessionId } = await holdSession(story, 'xy', 'meetingpoint')
    granted(await story.app.desk.exampleAnswers('coach-page', 'xy', roundId))
    granted(await story.app.desk.closeRound('coach-page', 'xy', roundId))
    await story.rest()

    lead.type('/menu')
    await stands(story, lead)
    await taps(story, lead, 'Voor het gesprek')
    lead.tapData('t.v.m.year-end')
    await story.rest()
    const offer = lead.messages.findLast((message) => labels(message).includes(say('story-begin')))!
    lead.tap(say('story-begin'), offer)
    expect(await stands(story, lead)).toContain('Ik vul niets in.')
    expect(await taps(story, lead, 'Nederlands')).toContain('1 Ons doel: Nog te schrijven.')
    const { db } = story.app.ground.store
    const { id } = await db.selectFrom('story').select('id').executeTakeFirstOrThrow()
    // Everybody with a say has the card, each their own; nobody else.
    expect(await stands(story, worker)).toContain('Ontwerp 1.')
    moderator.tapData(`t.y.${id}`)
    expect(await stands(story, moderator)).not.toContain('Ontwerp')

    for (const [part, text] of [
      ['goal', 'In 2030 zeggen jongeren wat ze denken.'],
      ['kept', 'Elke maand is er een gesprek.'],
      ['added', 'Wij vragen ook wie nooit iets zegt.'],
      ['check', 'Dan kiezen we één ding dat anders kan.'],
    ] as const) {
      lead.tapData(`t.y.${id}.w.${part}`)
      await stands(story, lead)
      await types(story, lead, text)
    }
    await taps(story, lead, say('story-sign-add'))
    await types(story, lead, 'of jongeren zeggen dat ze gehoord worden')
    await taps(story, lead, ': hoe?', say('story-how-survey'))
    await taps(story, lead, ': wie?')
    await types(story, lead, 'Leyla')
    await taps(story, lead, ': welke dag?')
    await types(story, lead, '3/11/2027')

    lead.tapData(`t.y.${id}.k.kept`)
    expect(await stands(story, lead)).toContain('Uit welk overzicht?')
    const digestId = (await db.selectFrom('digest').select('id').executeTakeFirstOrThrow()).id
    lead.tapData(`t.y.${id}.k.kept.${digestId}`)
    expect(await stands(story, lead)).toContain('1. “')
    lead.tapData(`t.y.${id}.k.kept.${digestId}.0`)
    expect(await stands(story, lead)).toContain('Elke maand is er een gesprek. [c1]')
    // The same once more adds nothing, and one that is not there neither.
    const revision = async () => (await db.selectFrom('story').select('revision').executeTakeFirstOrThrow()).revision
    const before = await revision()
    lead.tapData(`t.y.${id}.k.kept.${digestId}.0`)
    await story.rest()
    lead.tapData(`t.y.${id}.k.kept.${digestId}.99`)
    await story.rest()
    lead.tapData(`t.y.${id}.k.kept.no-such-digest.0`)
    await story.rest()
    expect(await revision()).toBe(before)

    // Put right: the story waits, and says where.
    await correctTheme(story.app.ground, 'xy', sessionId, 'een ander thema')
    lead.tapData(`t.y.${id}.a.${before}`)
    expect(await stands(story, lead)).toContain('het overzicht achter c1 werd aangepast')
    lead.tapData(`t.y.${id}.t.kept.${before}`)
    expect(await stands(story, lead)).not.toContain('aangepast')
    lead.tapData(`t.y.${id}.a.${await revision()}`)
    expect(await stands(story, lead)).toContain('Je bent akkoord')
    worker.tapData(`t.y.${id}.a.${await revision()}`)
    await story.rest()
    expect(await stands(story, worker)).toContain('Dat was het laatste akkoord.')

    lead.tapData(`t.y.${id}.f`)
    await story.rest()
    const names = lead.messages.flatMap(({ media }) => (media?.kind === 'document' ? [media.name] : []))
    expect(names.slice(-3)).toEqual(['pdf', 'docx', 'md'].map((kind) => `pols-impactverhaal-2027-05-05.${kind}`))
    // Its day is in the next working year, and so is the moment.
    const moment = await db
      .selectFrom('moment')
      .select(['on_date', 'organisation_id'])
      .where('subject_id', 'like', 'story/%')
      .executeTakeFirstOrThrow()
    expect(moment).toEqual({ on_date: '2027-11-03', organisation_id: 'xy' })

    // Void after all: the closed story says so, in place of the number.
    await story.restart(
      `delete from release where digest_id = '${digestId}'; delete from digest where id = '${digestId}'`,
    )
    await story.app.sweep()
    lead.tapData(`t.y.${id}`)
    const shown = await stands(story, lead)
    expect(shown).toContain('het overzicht achter c1 geldt niet meer')
    expect(plain(shown)).not.toMatch(/\d+ van \d+/)
  },
)
