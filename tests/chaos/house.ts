/** The organisation that faults are done to, and its questions: four, the last one in words. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const HOUSE = 'huis'
export const SURVEY = 'peiling'
export const SET = 'uitgangsvraag'
export const ZONE = 'Europe/Brussels'

/** When its sessions are: `quiet` null where no hour is. `verified`: when somebody last rang the help lines. */
export type Week = {
  name: string
  verified: string
  cron: string
  window: string
  reminder: string
  quiet: { from: string; until: string } | null
}

/** An evening in the week; nobody has to wait for the morning. */
export const EVENING: Week = {
  name: 'evening',
  verified: '2026-11-20',
  cron: '0 18 * * 3',
  window: 'PT72H',
  reminder: 'PT12H',
  quiet: null,
}
/** A Saturday whose night has one hour twice, and one that lacks an hour. */
export const AUTUMN: Week = {
  name: 'autumn',
  verified: '2026-10-20',
  cron: '0 17 * * 6',
  window: 'PT72H',
  reminder: 'PT12H',
  quiet: { from: '21:00', until: '09:00' },
}
export const SPRING: Week = { ...AUTUMN, name: 'spring', verified: '2027-03-20' }
export const WEEKS: readonly Week[] = [EVENING, AUTUMN, SPRING]

/** Writes a configuration folder with this organisation alone. */
export function writeHouse(folder: string, week: Week): void {
  cpSync('config', folder, { recursive: true, filter: (path) => !path.includes('organisations') })
  mkdirSync(join(folder, 'organisations'), { recursive: true })
  // In words, but no matter for a page of its own: everybody writes in the conversation.
  const method = join(folder, 'instrumentarium', `${SET}.yaml`)
  writeFileSync(method, readFileSync(method, 'utf8').replace(/^ *sensitive: true\n/m, ''))
  const lines = join(folder, 'helplines.yaml')
  writeFileSync(lines, readFileSync(lines, 'utf8').replace(/(verified_at: ).*/g, `$1"${week.verified}"`))
  const quiet = week.quiet ?? { from: '00:00', until: '00:00' }
  const yaml = [
    `id: ${HOUSE}`,
    'name: Het Huis',
    'example: true',
    'language: nl',
    'languages: [nl, en, fr, ar]',
    `timezone: ${ZONE}`,
    'smallestGroup: 5',
    'moderator: Els',
    `quiet: { from: '${quiet.from}', until: '${quiet.until}' }`,
    'schoolHours: none',
    'series:',
    '  avond:',
    '    title: { nl: Avond, en: Evening, fr: Soirée, ar: مساء }',
    `    cron: ${week.cron}`,
    '    duration: PT2H',
    'surveys:',
    `  ${SURVEY}:`,
    '    aspect: { nl: Hoe was het?, en: How was it?, fr: "C\'était comment ?", ar: كيف كان؟ }',
    `    set: ${SET}`,
    '    series: avond',
    '    moment: end',
    `    window: ${week.window}`,
    `    reminder: ${week.reminder}`,
    '    of: subscribers',
    '    presence: assume',
    '    limit: { questions: 4, reason: De vierde vraag is open. }',
    '',
  ]
  writeFileSync(join(folder, 'organisations', `${HOUSE}.yaml`), yaml.join('\n'))
}
