/** How a talk ends: a draft of a survey and moments on the timeline, made from nothing but what was said in it. */
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { SurveyWish } from './chat-drafts.ts'
import { saidAt, type Talk } from './talk.ts'
import { type Party, type TalkWords, WHOM } from './talk-steps.ts'
import { addMoment, changeMoment, LONGEST_TEXT } from './timeline-edit.ts'

/** The survey as it was talked about, or null while something lacks. */
export function wishOf(talk: Talk): SurveyWish | null {
  const [aspect, series, of, method, moment, reason] = (
    ['aspect', 'series', 'of', 'method', 'moment', 'reason'] as const
  ).map((step) => saidAt(talk, step))
  const whom = WHOM.find((one) => one === of?.code)
  if (!aspect || !series?.code || !whom || !method?.code || !moment?.code) return null
  return {
    ...{ aspect: aspect.text, series: series.code, of: whom, method: method.code, moment: moment.code, channels: null },
    ...(reason ? { reason: reason.text } : {}),
  }
}

/**
 * Puts the tasks with a day on the timeline of the year of the talk. Each stands there for good or is dropped like any
 * moment; a task without a day stays in the talk.
 * @param by a staff id or a door
 * @returns how many were put there
 */
export async function planTasks(ground: Ground, organisation: Organisation, talk: Talk, by: string): Promise<number> {
  let planned = 0
  for (const task of talk.said.filter(({ step, date }) => step === 'tasks' && date !== undefined)) {
    if (await planTask(ground, organisation, talk.year, task, by)) planned += 1
  }
  return planned
}

async function planTask(ground: Ground, organisation: Organisation, year: number, task: TalkWords, by: string) {
  const party = task.party ?? 'worker'
  const title = task.text.length > LONGEST_TEXT ? `${task.text.slice(0, LONGEST_TEXT - 1)}…` : task.text
  const kind = THIRD.has(party) ? ('third' as const) : ('other' as const)
  const added = await addMoment(ground, organisation, { year, date: task.date!, title, kind }, by)
  if (typeof added === 'string') return false
  const person = THIRD.has(party) ? ('third' as const) : (party as 'young' | 'worker' | 'coach')
  await changeMoment(ground, organisation, added.id, { type: 'person', person }, by)
  if (task.minutes !== undefined)
    await changeMoment(ground, organisation, added.id, { type: 'hours', planned: task.minutes }, by)
  return true
}

const THIRD: ReadonlySet<Party> = new Set(['author', 'interviews', 'colleague', 'network'])
