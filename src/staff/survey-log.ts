/** What was agreed, by whom, on which day; and the whole log as a file. */
import { agreedOn, readAgreementLog } from '../dialogue/agreement-log.ts'
import { logFile, onDayLine } from '../dialogue/agreement-log-text.ts'
import { dayText } from '../dialogue/describe-survey.ts'
import { surveyButton } from '../dialogue/proposal-card.ts'
import { waysOnPage } from './on-page.ts'
import { mayNot } from './refuse.ts'
import type { StaffTurn } from './turn.ts'

export async function showLog(turn: StaffTurn): Promise<void> {
  const today = turn.ground.clock.now().toZonedDateTimeISO(turn.organisation.timezone).toPlainDate()
  await showOn(turn, today)
}

export async function showDay(turn: StaffTurn): Promise<void> {
  if (!turn.may('log.read')) return mayNot(turn)
  const { words } = turn
  const data = surveyButton('day')
  await turn.expect(data)
  turn.say({
    lines: [{ text: words('agree-log-day-how') }],
    choices: [{ data, label: words('agree-log-day'), role: 'write' }],
    typed: { label: words('agree-log-day-field'), max: 10, data },
  })
}

export async function typedDay(turn: StaffTurn, text: string): Promise<void> {
  const day = dateOf(text.trim())
  if (!day) return turn.remark('desk-bad-day')
  await showOn(turn, day)
}

async function showOn(turn: StaffTurn, day: Temporal.PlainDate): Promise<void> {
  if (!turn.may('log.read')) return mayNot(turn)
  const { words, language, ground, organisation } = turn
  const { timezone } = organisation
  const log = await readAgreementLog(ground, organisation, language)
  const held = agreedOn(log, day.toString(), timezone)
  const at = day.toZonedDateTime({ timeZone: timezone, plainTime: '12:00' }).toInstant()
  const head = words('agree-on', { organisation: organisation.name, day: dayText(at, timezone, language) })
  turn.say({
    lines: [
      { text: head, style: 'strong' },
      ...(held.length === 0 ? [{ text: words('agree-on-none') }] : []),
      ...held.slice(0, MOST).map((entry) => ({ text: `• ${onDayLine(entry, { timezone, language })}` })),
    ],
    choices: [
      { data: surveyButton('day'), label: words('agree-log-day'), role: 'option' },
      { data: surveyButton('file'), label: words('agree-log-file'), role: 'option' },
      { data: surveyButton(), label: words('agree-back'), role: 'control' },
    ],
  })
}

export async function sendLog(turn: StaffTurn): Promise<void> {
  if (!turn.may('log.read')) return mayNot(turn)
  const { language, ground, organisation } = turn
  const ways = waysOnPage(turn, [
    { path: '/akkoorden.md', key: 'page-markdown' },
    { path: '/akkoorden.csv', key: 'page-csv' },
  ])
  const back = { data: surveyButton(), label: turn.words('agree-back'), role: 'control' as const }
  if (ways.length > 0) return turn.say({ lines: [{ text: turn.words('agree-log-here') }], choices: [...ways, back] })
  const log = await readAgreementLog(ground, organisation, language)
  const about = { id: organisation.id, name: organisation.name, timezone: organisation.timezone, language }
  const files = (['md', 'csv'] as const).map((form) => {
    const { name, type, text } = logFile(log, about, form)
    return { name, type, bytes: new TextEncoder().encode(text) }
  })
  turn.say({
    lines: [{ text: turn.words('agree-log-here') }],
    choices: [back],
    files,
  })
}

function dateOf(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) ? Temporal.PlainDate.from(text) : null
  } catch {
    return null
  }
}

const MOST = 20
