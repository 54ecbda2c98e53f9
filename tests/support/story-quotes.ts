/** A round of which several people wrote something, people with roles, and a channel of coaches: what stories about quotes begin with. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Address } from '../../src/channels/port.ts'
import { createVault } from '../../src/people/vault.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { plain } from './app.ts'
import { granted, holdSession, ownConfig, type Story } from './story.ts'
import { joins, sayOf, type Young } from './story-young.ts'

/** XY asks about having a voice, with an open question at the end that is not sensitive. */
export function voiceConfig(change: { set?: (yaml: string) => string } = {}): string {
  const folder = ownConfig(({ organisation }) =>
    organisation('xy', (yaml) => yaml.replace('set: uitgangsvraag', 'set: stem')),
  )
  const file = join(folder, 'instrumentarium', 'stem.yaml')
  writeFileSync(file, (change.set ?? ((yaml) => yaml))(readFileSync(file, 'utf8')))
  return folder
}

export type Office = { role: StaffRole; name: string; at: Address; task?: string }

/** Gives roles behind the app's back, as SQL. */
export function officeRows(story: Story, offices: readonly Office[], organisation = 'xy'): string {
  const vault = createVault(story.settings.secretKey!)
  return offices
    .map(
      ({ role, name, at, task }) =>
        `insert into staff (organisation_id, id, role, name, channel, address_hash, address_cipher, task, granted_by, granted_at)
         values ('${organisation}', 'staff-${organisation}-${role}-${name}', '${role}', '${name}', '${at.channel}', '${vault.hashAddress(at)}',
           '${vault.encryptAddress(at)}', ${task === undefined ? 'null' : `'${task}'`}, 'test', '2026-11-20T10:00:00Z');`,
    )
    .join('\n')
}

/**
 * A session of XY: these young people write these words; the twelve examples answer, and six of them wrote something
 * too. Roles are in force, the round is closed and its digest is made.
 */
export async function writtenRound(
  story: Story,
  writers: readonly { young: Young; words: string }[],
  offices: readonly Office[],
  others = 6,
): Promise<{ roundId: string; sessionId: string }> {
  for (const { young } of writers) await joins(young)
  const { roundId, sessionId } = await holdSession(story, 'xy', 'meetingpoint')
  for (const { young, words } of writers) {
    for (let number = 1; number < 4; number += 1) {
      await young.sees(sayOf(young.language, 'card-position', { number, total: 4 }))
      await young.tap(sayOf(young.language, 'button-skip'))
    }
    await young.sees(sayOf(young.language, 'card-position', { number: 4, total: 4 }))
    await young.write(words)
    await story.rest()
  }
  granted(await story.app.desk.exampleAnswers('coach', 'xy', roundId))
  await story.restart(`${officeRows(story, offices)}\n${exampleTexts(story, roundId, others)}`)
  granted(await story.app.desk.closeRound('coach', 'xy', roundId))
  await story.rest()
  return { roundId, sessionId }
}

function exampleTexts(story: Story, roundId: string, others: number): string {
  const cipher = createVault(story.settings.secretKey!).encryptText('Iets van een voorbeeld')
  const runs = `select run.id from run join participant on participant.organisation_id = run.organisation_id
    and participant.id = run.participant_id where run.round_id = '${roundId}' and participant.example order by run.id limit ${others}`
  return `insert into open_text (organisation_id, run_id, question, text_cipher, written_on, state)
      select 'xy', id, 'first', '${cipher}', '2026-11-25', 'kept' from (${runs}) as runs;
    update answer set status = 'answered' where question = 'first' and run_id in (${runs});`
}

/** A group on Telegram with the digests of XY. */
export async function coachGroup(story: Story) {
  const manager = story.telegram.person(640, { name: 'Beheer' })
  const group = story.telegram.group(-1_009_000_000_001, { title: 'Begeleiders' })
  group.admins.add(manager.id)
  const { code } = granted(await story.app.desk.linkCode('coach', 'xy', 'coach'))
  group.say(`/koppel ${code}`, manager)
  await group.next((message) => plain(message.text).includes('De overzichten van XY'))
  await story.rest()
  return group
}

export const onTelegramAt = (id: number): Address => ({ channel: 'telegram', id: String(id) })
