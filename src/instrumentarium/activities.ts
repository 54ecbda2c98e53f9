/**
 * Methods that people do without Pols: a day on the timeline, and what was counted by hand afterwards. Such a count is
 * an aggregate of its own: it is no answer of anybody, part of no pair and of no digest.
 */
import { z } from 'zod'
import type { Card } from '../config/method.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Released } from '../digest/content.ts'
import { releaseQuestion } from '../digest/release-rules.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import { type FullLanguage, textIn } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { type Done, done, fault, type Hand } from './outcome.ts'

export type TallyForm = NonNullable<Card['tally']>
/** How many people, by question and option. */
export type Counts = Record<string, Record<string, number>>
export type PlannedActivity = {
  id: string
  methodId: string
  momentId: string | null
  /** Local date. */
  date: string
  form: TallyForm
  counts: Counts
}

/** Ties an activity with a tally form to a moment of the timeline. */
export async function tieToMoment(
  ground: Ground,
  organisation: Organisation,
  hand: Hand,
  card: Card,
  moment: { id: string; date: string },
): Promise<Done<{ id: string }>> {
  if (!hand.may('timeline.edit')) return fault('desk-may-not')
  const id = ground.newId()
  await ground.store.db
    .insertInto('method_count')
    .values({
      ...{ organisation_id: organisation.id, id, method_id: card.id, form: JSON.stringify(card.tally ?? []) },
      ...{ moment_id: moment.id, on_date: moment.date, counts: '{}' },
      ...{ made_by: hand.by, made_at: ground.clock.now().toString() },
    })
    .execute()
  return done({ id })
}

/**
 * Stores what was counted for one question of the form, in place of what was counted before.
 * @param people one number an option, in the order of the form
 */
export async function countQuestion(
  ground: Ground,
  organisation: Organisation,
  hand: Hand,
  id: string,
  question: string,
  people: readonly number[],
): Promise<Done<{ id: string }>> {
  if (!hand.may('session.count')) return fault('desk-may-not')
  return ground.store.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('method_count')
      .selectAll()
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    const form = row && (row.form as unknown as TallyForm).find(({ key }) => key === question)
    if (!row || !form) return fault('library-gone')
    const sound = people.every((count) => Number.isInteger(count) && count >= 0 && count <= MOST_PEOPLE)
    if (!sound || people.length !== form.options.length) {
      return fault('library-bad-count', { count: form.options.length, max: MOST_PEOPLE })
    }
    const counted = Object.fromEntries(form.options.map(({ code }, at) => [code, people[at]!]))
    const counts = { ...countsIn(row.counts), [question]: counted }
    await trx
      .updateTable('method_count')
      .set({ counts: JSON.stringify(counts), made_by: hand.by, made_at: ground.clock.now().toString() })
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', id)
      .execute()
    const happening = { organisationId: organisation.id, at: ground.clock.now(), actor: hand.by, subject: id }
    await writeAudit(trx, ground.newId(), { ...happening, action: 'activity counted' })
    return done({ id })
  })
}

/** The days on which an organisation planned or did activities, newest first; optionally of one method, or one by its id. */
export async function readActivities(
  ground: Ground,
  organisationId: string,
  of: { methodId?: string; id?: string; momentId?: string } = {},
): Promise<PlannedActivity[]> {
  const rows = await ground.store.db
    .selectFrom('method_count')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .$if(of.methodId !== undefined, (query) => query.where('method_id', '=', of.methodId!))
    .$if(of.id !== undefined, (query) => query.where('id', '=', of.id!))
    .$if(of.momentId !== undefined, (query) => query.where('moment_id', '=', of.momentId!))
    .orderBy('on_date', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, methodId: row.method_id, momentId: row.moment_id, date: row.on_date },
    ...{ form: row.form as unknown as TallyForm, counts: countsIn(row.counts) },
  }))
}

/** What may be said of a count, a line a question: the rules for small groups hold for hands that went up too. */
export function countLines({ form, counts }: PlannedActivity, floor: number, language: FullLanguage): string[] {
  const words = wordsFor(language)
  return form.map((question) => {
    const counted = counts[question.key]
    const text = counted ? releasedText(question, counted, floor, language, words) : words('library-not-counted')
    return words('library-count-line', { question: textIn(question.text, language), text })
  })
}

function releasedText(
  { key, text, options }: TallyForm[number],
  counted: Record<string, number>,
  floor: number,
  language: FullLanguage,
  words: Words,
): string {
  const people = Object.values(counted).reduce((sum, count) => sum + count, 0)
  const question = { type: 'choice' as const, key, text, options, sensitive: false }
  const silent = { dontKnow: 0, declined: 0, skipped: 0, notAsked: 0, expired: 0 }
  const released: Released = releaseQuestion({ question, codes: counted, answered: people, ...silent }, floor, people)
  const nameOf = (codes: readonly string[]) =>
    options
      .filter(({ code }) => codes.includes(code))
      .map((option) => textIn(option.text, language))
      .join(' / ')
  switch (released.form) {
    case 'parts':
      return released.parts
        .filter(({ codes }) => codes.length > 0)
        .map(({ codes, bound, count, other }) =>
          words('library-count-part', {
            option: other ? words('digest-other') : nameOf(codes),
            count: words(`digest-row-${bound.replace('_', '-')}`, { count: String(count) }),
          }),
        )
        .join(' · ')
    case 'named':
      return words('library-count-named', { options: nameOf(released.codes) })
    default:
      return words('library-count-few')
  }
}

const countsIn = (content: unknown): Counts => countsShape.safeParse(content).data ?? {}
const countsShape = z.record(z.string(), z.record(z.string(), z.int().min(0)))
const MOST_PEOPLE = 1000
