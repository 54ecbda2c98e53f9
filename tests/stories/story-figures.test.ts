/** Figures in a story of partners: out of a frozen digest with its careful words, and only by who may give them out. */
import { expect, test } from 'vitest'
import { granted, holdSession, startStory } from '../support/story.ts'
import { comesIn, jointGroup, opensJoint } from '../support/story-joint.ts'
import { stands, taps } from '../support/story-sheets.ts'
import { withRole } from '../support/story-staff.ts'
import { sayOf } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }
const say = (key: string) => sayOf('nl', key)

test(
  'the lead takes a figure along; a colleague who reads the same digest cannot, nor by a forged button',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
    granted(await story.app.desk.exampleAnswers('coach-page', 'xy', roundId))
    granted(await story.app.desk.closeRound('coach-page', 'xy', roundId))
    await story.rest()
    const samira = await withRole(story, 'xy', 900, 'lead', 'Samira')
    const joris = await withRole(story, 'xy', 901, 'worker', 'Joris')
    const sheetId = await opensJoint(story, joris)
    await comesIn(story, joris, sheetId, 900, 'XY')
    await comesIn(story, joris, sheetId, 910, 'De Brug')
    await jointGroup(story, joris, sheetId)
    joris.tapData(`w.v.${sheetId}`)
    await stands(story, joris)
    await taps(story, joris, 'Nederlands')
    const { db } = story.app.ground.store
    const { id } = await db.selectFrom('story').select('id').executeTakeFirstOrThrow()
    const digest = await db.selectFrom('digest').select('id').executeTakeFirstOrThrow()
    const content = async () => {
      const row = await db.selectFrom('story').select('content_cipher').executeTakeFirstOrThrow()
      return story.app.ground.vault.unseal('story', id, row.content_cipher)
    }

    joris.tapData(`w.v.${id}.k.kept`)
    expect(await stands(story, joris)).toContain(say('story-figure-none'))
    joris.tapData(`w.v.${id}.k.kept.${digest.id}.0`)
    expect(await stands(story, joris)).toContain(say('notice-stale'))
    expect(await content()).not.toContain(digest.id)

    samira.tapData(`w.v.${id}.k.kept`)
    expect(await stands(story, samira)).toContain('Uit welk overzicht?')
    expect(await taps(story, samira, 'Meetingpoint')).toContain('Welk cijfer?')
    const part = await taps(story, samira, '1')
    expect(part).toContain('[c1]')
    expect(await content()).toContain(digest.id)
  },
)
