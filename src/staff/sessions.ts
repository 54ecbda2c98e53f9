/** Sessions in a chat: add, move, cancel, end, say how many were there, give a theme. The desk does the work. */
import type { Choice, Line } from '../channels/port.ts'
import { cut } from '../digest/labels.ts'
import type { Outcome } from '../rounds/desk.ts'
import { saysToCheck, sessionsAround } from '../rounds/session-list.ts'
import { readSession, type Session } from '../rounds/sessions.ts'
import { textIn } from '../survey/question-set.ts'
import { plainDigits, readWhen } from '../timeline/read-when.ts'
import { offerIntake } from './bring-sessions.ts'
import { mayNot, refuse } from './refuse.ts'
import { isAhead, isFar, labelOf, stampOf, timeIn, todayOf, whenOf } from './session-times.ts'
import { type Area, buttonOf, type StaffTurn } from './turn.ts'

export const sessions: Area = {
  code: 's',
  async open(turn, argument) {
    const series = Object.keys(turn.organisation.series)
    if (argument.trim() !== '' && turn.may('session.plan') && series.length === 1) {
      return addAt(turn, series[0]!, argument)
    }
    await showList(turn)
  },
  async tap(turn, [what, id = '', stamp = '']) {
    switch (what) {
      case undefined:
      case 'l':
        return showList(turn)
      case 'up':
        return offerIntake(turn)
      case 'n':
        return id === '' ? chooseSeries(turn) : askWhen(turn, 'a', id)
      case 'aa':
        return add(turn, id, whenOf(stamp))
      default:
        return onSession(turn, what, id, stamp)
    }
  },
  async typed(turn, [what, id = ''], text) {
    if (what === 'a') return addAt(turn, id, text)
    const session = await sessionBy(turn, id)
    if (!session) return turn.remark('desk-no-session')
    if (what === 'c') return count(turn, session, text)
    if (!turn.may('session.plan')) return mayNot(turn)
    if (what === 'm') return moveTo(turn, session, text)
    if (what === 'h') return theme(turn, session, text)
    turn.remark('notice-stale')
  },
}

async function onSession(turn: StaffTurn, what: string, id: string, stamp: string): Promise<void> {
  const session = await sessionBy(turn, id)
  if (!session) return turn.remark('desk-no-session')
  if (what === 'i') return show(turn, session)
  if (what === 'c') return askCount(turn, session)
  if (!turn.may('session.plan')) return mayNot(turn)
  const { words, organisation } = turn
  switch (what) {
    case 'm':
      return isAhead(turn, session) ? askWhen(turn, 'm', id) : turn.remark('desk-session-over')
    case 'mm':
      return move(turn, session, whenOf(stamp))
    case 'h':
      return askTheme(turn, id)
    case 'x':
      return turn.say({
        lines: [
          { text: words('sessions-cancel-sure', { session: labelOf(turn, session) }), style: 'strong' },
          { text: words('sessions-cancel-what') },
        ],
        choices: [
          { data: buttonOf('s', 'xx', id), label: words('sessions-cancel-yes'), role: 'option' },
          { data: buttonOf('s', 'i', id), label: words('sessions-cancel-no'), role: 'option' },
        ],
      })
    case 'xx':
      return give(turn, await deskOf(turn).cancelSession(turn.staffId, organisation.id, id), 'sessions-cancelled')
    case 'e':
      return give(turn, await deskOf(turn).endSession(turn.staffId, organisation.id, id), 'sessions-ended')
    default:
      return turn.remark('notice-stale')
  }
}

const deskOf = (turn: StaffTurn) => turn.rooms.desk

/** A session of this organisation that this person may see; a helper sees their own only. */
async function sessionBy(turn: StaffTurn, id: string): Promise<Session | null> {
  if (!/^[\w-]{1,64}$/.test(id) || !turn.may('session.see', `session:${id}`)) return null
  return readSession(turn.ground, turn.organisation.id, id)
}

async function showList(turn: StaffTurn): Promise<void> {
  const { words, organisation, offices } = turn
  const tasks = offices.flatMap(({ task }) => (task?.startsWith('session:') ? task.slice('session:'.length) : []))
  const all = turn.may('session.see')
  const own = tasks.filter((id) => turn.may('session.see', `session:${id}`))
  if (!all && own.length === 0) return mayNot(turn)
  const list = await sessionsAround(turn.ground, organisation.id, all ? null : own)
  const plans = turn.may('session.plan')
  turn.say({
    lines: [
      { text: words('sessions-title', { organisation: organisation.name }), style: 'strong' },
      { text: words(list.length === 0 ? 'sessions-none' : 'sessions-choose') },
    ],
    choices: [
      ...list.map((session) => ({
        data: buttonOf('s', 'i', session.id),
        label: cut(labelOf(turn, session), LONGEST_LABEL),
        role: 'option' as const,
      })),
      ...(plans
        ? [
            { data: buttonOf('s', 'up'), label: words('intake-button'), role: 'control' as const },
            { data: buttonOf('s', 'n'), label: words('sessions-add'), role: 'control' as const },
          ]
        : []),
    ],
  })
}

async function show(turn: StaffTurn, session: Session, said?: Line): Promise<void> {
  const { words, ground } = turn
  const now = ground.clock.now()
  const begun = Temporal.Instant.compare(session.startsAt, now) <= 0
  const over = Temporal.Instant.compare(session.endsAt, now) <= 0
  const planned = session.state === 'planned'
  const plans = planned && turn.may('session.plan')
  const counts = planned && begun && turn.may('session.count', `session:${session.id}`)
  const button = (key: string, what: string): Choice => ({
    data: buttonOf('s', what, session.id),
    label: words(key),
    role: 'option',
  })
  const lines: Line[] = [
    ...(said ? [said] : []),
    { text: labelOf(turn, session, 'long'), style: 'strong' },
    ...(session.theme ? [{ text: words('sessions-theme', { theme: session.theme }) }] : []),
    ...(planned ? [] : [{ text: words('sessions-is-cancelled') }]),
    ...(session.headcount === null ? [] : [{ text: words('sessions-headcount', { count: session.headcount }) }]),
  ]
  if (await saysToCheck(ground, turn.organisation.id, session)) lines.push({ text: words('sessions-check') })
  turn.say({
    lines,
    choices: [
      ...(plans && begun && !over ? [button('sessions-end', 'e')] : []),
      ...(counts ? [button('sessions-count', 'c')] : []),
      ...(plans && !begun ? [button('sessions-move', 'm')] : []),
      ...(plans ? [button('sessions-give-theme', 'h')] : []),
      ...(plans && !over ? [button('sessions-cancel', 'x')] : []),
      { data: buttonOf('s', 'l'), label: words('sessions-back'), role: 'control' },
    ],
  })
}

/** What the desk made of a wish: the session as it now is, with what was done, or why not. */
async function give(turn: StaffTurn, outcome: Outcome<{ sessionId: string }>, said: string): Promise<void> {
  if (!outcome.ok) return refuse(turn, outcome)
  const session = await readSession(turn.ground, turn.organisation.id, outcome.value.sessionId)
  if (!session) return turn.remark('desk-no-session')
  await show(turn, session, { text: turn.words(said), style: 'quiet' })
}

async function ask(
  turn: StaffTurn,
  data: string,
  back: string,
  key: string,
  field: string,
  max: number,
  more: Line[] = [],
): Promise<void> {
  const { words } = turn
  await turn.expect(data)
  turn.say({
    lines: [...more, { text: words(key), style: 'strong' }],
    choices: [
      { data, label: words('sessions-write'), role: 'write' },
      back === ''
        ? { data: buttonOf('s', 'l'), label: words('sessions-back'), role: 'control' }
        : { data: buttonOf('s', 'i', back), label: words('sessions-back'), role: 'control' },
    ],
    typed: { label: words(field), max, data },
  })
}

async function chooseSeries(turn: StaffTurn): Promise<void> {
  const { words, organisation, language } = turn
  if (!turn.may('session.plan')) return mayNot(turn)
  const series = Object.entries(organisation.series)
  if (series.length === 0) return turn.remark('sessions-no-series')
  if (series.length === 1) return askWhen(turn, 'a', series[0]![0])
  turn.say({
    lines: [{ text: words('sessions-which-series'), style: 'strong' }],
    choices: series.map(([id, { title }]) => ({
      data: buttonOf('s', 'n', id),
      label: cut(textIn(title, language), LONGEST_LABEL),
      role: 'option',
    })),
  })
}

/** @param what a: a new session of series `id`; m: session `id` moves */
async function askWhen(turn: StaffTurn, what: 'a' | 'm', id: string, wrong = false): Promise<void> {
  if (!turn.may('session.plan')) return mayNot(turn)
  if (what === 'a' && !Object.hasOwn(turn.organisation.series, id)) return turn.remark('desk-no-series')
  const key = what === 'a' ? 'sessions-ask-when' : 'sessions-ask-move'
  const more: Line[] = wrong ? [{ text: turn.words('sessions-when-unclear') }] : []
  return ask(turn, buttonOf('s', what, id), what === 'm' ? id : '', key, 'sessions-field-when', LONGEST_WHEN, more)
}

async function addAt(turn: StaffTurn, seriesId: string, text: string): Promise<void> {
  if (!turn.may('session.plan')) return mayNot(turn)
  const when = readWhen(text, todayOf(turn))
  if (!when) return askWhen(turn, 'a', seriesId, true)
  return isFar(turn, when)
    ? confirmFar(turn, buttonOf('s', 'aa', seriesId, stampOf(when)), when)
    : add(turn, seriesId, when)
}

async function add(turn: StaffTurn, seriesId: string, when: string): Promise<void> {
  if (!turn.may('session.plan')) return mayNot(turn)
  const added = await deskOf(turn).addSession(turn.staffId, turn.organisation.id, { seriesId, startsAt: when })
  return give(turn, added, 'sessions-added')
}

async function moveTo(turn: StaffTurn, session: Session, text: string): Promise<void> {
  const when = readWhen(text, todayOf(turn))
  if (!when) return askWhen(turn, 'm', session.id, true)
  return isFar(turn, when)
    ? confirmFar(turn, buttonOf('s', 'mm', session.id, stampOf(when)), when, session.id)
    : move(turn, session, when)
}

async function move(turn: StaffTurn, session: Session, when: string): Promise<void> {
  if (!isAhead(turn, session)) return turn.remark('desk-session-over')
  const moved = await deskOf(turn).moveSession(turn.staffId, turn.organisation.id, session.id, when)
  return give(turn, moved, 'sessions-moved')
}

function confirmFar(turn: StaffTurn, data: string, when: string, sessionId = ''): void {
  const { words } = turn
  const at = Temporal.PlainDateTime.from(when)
  const past = Temporal.PlainDate.compare(at.toPlainDate(), todayOf(turn)) < 0
  turn.say({
    lines: [
      { text: words('sessions-far', { time: timeIn(turn, at) }), style: 'strong' },
      { text: words(past ? 'sessions-far-past' : 'sessions-far-year') },
    ],
    choices: [
      { data, label: words('sessions-far-yes'), role: 'option' },
      {
        data: sessionId === '' ? buttonOf('s', 'l') : buttonOf('s', 'i', sessionId),
        label: words('sessions-cancel-no'),
        role: 'option',
      },
    ],
  })
}

async function askCount(turn: StaffTurn, session: Session, more: Line[] = []): Promise<void> {
  if (!turn.may('session.count', `session:${session.id}`)) return mayNot(turn)
  return ask(turn, buttonOf('s', 'c', session.id), session.id, 'sessions-ask-count', 'sessions-field-count', 4, more)
}

const askTheme = (turn: StaffTurn, id: string, more: Line[] = []) =>
  ask(turn, buttonOf('s', 'h', id), id, 'sessions-ask-theme', 'sessions-field-theme', LONGEST_THEME, more)

async function theme(turn: StaffTurn, { id }: Session, text: string): Promise<void> {
  const given = await deskOf(turn).setTheme(turn.staffId, turn.organisation.id, id, text)
  if (!given.ok && given.fault === 'desk-bad-theme') return askTheme(turn, id, [{ text: turn.words(given.fault) }])
  return give(turn, given, 'sessions-theme-given')
}

/** The same words whatever was answered: a number that is tried may not find out how many did. */
async function count(turn: StaffTurn, session: Session, text: string): Promise<void> {
  if (!turn.may('session.count', `session:${session.id}`)) return mayNot(turn)
  if (isAhead(turn, session)) return turn.remark('sessions-not-begun')
  const written = plainDigits(text).trim()
  const number = /^\d{1,4}$/.test(written) ? Number(written) : null
  if (number === null) return askCount(turn, session, [{ text: turn.words('desk-bad-headcount') }])
  const given = await deskOf(turn).setHeadcount(turn.staffId, turn.organisation.id, session.id, number)
  if (!given.ok && given.fault === 'desk-bad-headcount')
    return askCount(turn, session, [{ text: turn.words(given.fault) }])
  return give(turn, given, 'sessions-counted')
}

const LONGEST_LABEL = 60
const LONGEST_WHEN = 60
const LONGEST_THEME = 60
