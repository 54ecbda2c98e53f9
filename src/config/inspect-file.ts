/** Checks what one file says: the schema first, then everything that can be inspected in what the schema could read. */

import type { z } from 'zod'
import {
  type Finding,
  inspectAspect,
  inspectLimit,
  inspectPair,
  inspectSet,
  inspectTranslations,
} from '../survey/inspect.ts'
import { FULL_LANGUAGES, optionsOf } from '../survey/question-set.ts'
import { readabilityTips } from '../survey/readability.ts'
import { explain, type PlacedFinding } from './explain.ts'
import { type Helplines, helplines, verificationOf } from './helplines.ts'
import { inspectCardTexts } from './inspect-card.ts'
import { type Card, card, type Method } from './method.ts'
import { type Organisation, organisation } from './organisation.ts'
import { type Pictograms, pictograms } from './pictograms.ts'
import type { Source } from './read-file.ts'
import { type Path, repair, startsWith } from './repair.ts'
import { inspectTimeline } from './timeline.ts'

/** What one file comes to: the sound value or null, the value as far as it can be read, and what is wrong. */
type Inspected<T> = { sound: T | null; draft: T | null; findings: PlacedFinding[] }

/** @param stem name of the file without its ending: the id must be the same */
export function inspectCard(source: Source, stem: string): Inspected<Card> {
  const inspect = (given: Card) => [
    ...inspectCardTexts(given),
    ...(given.set ? inside(['set'], inspectSet(given.set)) : []),
  ]
  // Nothing but the text decides here: a text that was in order before need not be inspected again.
  return inspectWith(card, source, stem, inspect, { byTextAlone: true })
}

/** Where the questions of a sound method could read more easily. */
export const tipsOnMethod = ({ set }: Method): PlacedFinding[] => inside(['set'], readabilityTips(set))

/**
 * The help lines. A check that is too old, or of a day to come, is told and the file stays in use for the help card;
 * open questions wait for it by themselves.
 * @param today undefined: nothing is said about the age of the checks
 */
export function inspectHelplines(source: Source, today?: Temporal.PlainDate): Inspected<Helplines> {
  return inspectWith(helplines, source, null, (given) => {
    const findings: PlacedFinding[] = []
    for (const [index, line] of given.lines.entries()) {
      const at = ['lines', index]
      for (const language of FULL_LANGUAGES.filter((one) => line.for[one] === undefined)) {
        findings.push({ path: [...at, 'for'], key: 'check-line-language', values: { language } })
      }
      const state = today ? verificationOf(line.verified_at, today) : 'holds'
      if (state === 'holds') continue
      findings.push({
        path: [...at, 'verified_at'],
        key: state === 'old' ? 'check-line-old' : 'check-line-ahead',
        values: { name: line.name, date: line.verified_at },
      })
    }
    for (const country of new Set(given.lines.map((line) => line.country))) {
      if (given.lines.some((line) => line.country === country && line.emergency)) continue
      findings.push({ path: ['lines'], key: 'check-lines-emergency', values: { country } })
    }
    return findings
  })
}

/** @param has whether the PNG of a pictogram is there and can be used */
export function inspectPictograms(
  source: Source,
  has: (name: string) => boolean,
): Inspected<{ pictograms: Pictograms }> {
  return inspectWith(pictograms, source, null, (given) =>
    Object.entries(given.pictograms).flatMap(([name, { alt }]) => {
      const at = ['pictograms', name]
      const lacking = FULL_LANGUAGES.filter((one) => alt[one] === undefined)
      return [
        ...lacking.map((language) => ({ path: [...at, 'alt'], key: 'check-picture-alt', values: { name, language } })),
        ...(has(name) ? [] : [{ path: at, key: 'check-picture-file', values: { name } }]),
      ]
    }),
  )
}

/** Pictograms that a method shows and that are not there: its questions are asked without. */
export function inspectPictures({ set }: Method, known: ReadonlyMap<string, unknown>): PlacedFinding[] {
  return set.questions.flatMap((question, i) =>
    optionsOf(question).flatMap(({ picture }, j) => {
      if (picture === undefined || known.has(picture)) return []
      const path = ['set', 'questions', i, 'options', j, 'picture']
      return [{ path, key: 'check-no-picture', values: { name: picture } }]
    }),
  )
}

/**
 * Open questions that nobody of the organisation reads. The organisation goes on without them.
 * Each path starts with `surveys` and the name of a survey.
 */
export function inspectModerator(given: Organisation, methods: ReadonlyMap<string, Method>): PlacedFinding[] {
  if (given.moderator !== undefined) return []
  return Object.entries(given.surveys).flatMap(([name, one]) => {
    const open = methods.get(one.set)?.set.questions.find((question) => question.type === 'text')
    if (!open) return []
    return [
      { path: ['surveys', name, 'set'], key: 'check-no-moderator', values: { name: one.set, question: open.key } },
    ]
  })
}

/** @param stem name of the file without its ending: the id must be the same */
export function inspectOrganisation(
  source: Source,
  stem: string,
  methods: ReadonlyMap<string, Method>,
  faulty: ReadonlySet<string>,
): Inspected<Organisation> {
  return inspectWith(organisation, source, stem, (given, raw) => {
    const seriesNames = Object.keys(recordOf(recordOf(raw).series))
    const findings: PlacedFinding[] = []
    if (!given.languages.includes(given.language)) {
      findings.push({ path: ['languages'], key: 'check-own-language', values: { language: given.language } })
    }
    for (const [name, { title }] of Object.entries(given.series)) {
      findings.push(...inside(['series', name, 'title'], inspectTranslations(title, given.languages, 'title')))
    }
    for (const [name, { aspect }] of Object.entries(given.surveys)) {
      const path = ['surveys', name, 'aspect']
      findings.push(...inside(path, inspectAspect(aspect)))
      findings.push(...inside(path, inspectTranslations(aspect, given.languages, 'aspect')))
    }
    return [
      ...findings,
      ...inspectSurveys(given, methods, faulty, seriesNames),
      ...inspectModerator(given, methods),
      ...inspectTimeline(given.timeline, given.workingYear),
    ]
  })
}

/**
 * What is wrong between an organisation and the methods its surveys use. Each path starts with `surveys` and the name
 * of a survey. `check-set-faulty` is not this organisation's own fault: the method is there, but cannot be used yet.
 * @param faulty ids of methods whose file has faults and that have no earlier good version
 */
export function inspectSurveys(
  given: Organisation,
  methods: ReadonlyMap<string, Method>,
  faulty: ReadonlySet<string>,
  seriesNames: string[] = Object.keys(given.series),
): PlacedFinding[] {
  const findings: PlacedFinding[] = []
  const surveys = Object.entries(given.surveys)
  for (const [name, one] of surveys) {
    const at = (leaf: string, key: string, values: Finding['values']) => {
      findings.push({ path: ['surveys', name, leaf], key, values })
    }
    if (!seriesNames.includes(one.series)) {
      at('series', 'check-unknown-series', { name: one.series, known: seriesNames.join(', ') || '-' })
    }
    const used = methods.get(one.set)
    if (!used) {
      const known = [...methods.keys()].sort().join(', ') || '-'
      at('set', faulty.has(one.set) ? 'check-set-faulty' : 'check-unknown-set', { name: one.set, known })
      continue
    }
    findings.push(...inside(['surveys', name, 'set'], inspectLimit(used.set.questions, one.limit?.questions)))
    for (const missing of given.languages.filter((wanted) => !used.set.languages.includes(wanted))) {
      at('set', 'check-set-language', { name: one.set, language: missing })
    }
  }
  for (const [start, first] of surveys.filter(([, one]) => one.moment === 'start')) {
    for (const [end, last] of surveys.filter(([, one]) => one.moment === 'end' && one.series === first.series)) {
      const [before, after] = [methods.get(first.set), methods.get(last.set)]
      if (!before || !after) continue
      for (const { key, values } of inspectPair(before.set, after.set)) {
        findings.push({ path: ['surveys', end, 'set'], key, values: { ...values, start, end } })
      }
    }
  }
  return findings
}

/**
 * Runs the schema, and then the inspection on what could be read; what only concerns a mended place is left out.
 * @param inspect also gets what was written, as far as it is data
 */
function inspectWith<T>(
  schema: z.ZodType<T>,
  { yaml, before, keep }: Source,
  stem: string | null,
  inspect: (given: T, raw: unknown) => PlacedFinding[],
  { byTextAlone = false } = {},
): Inspected<T> {
  if (before !== undefined) {
    const sound = before as T
    return inspected(sound, sound, byTextAlone ? [] : inspect(sound, sound))
  }
  const raw = yaml.value
  if (raw === undefined) return inspected<T>(null, null, [])
  const parsed = schema.safeParse(raw)
  const { id } = recordOf(raw)
  const findings = explain(parsed.error?.issues ?? [], raw)
  if (stem !== null && typeof id === 'string' && id !== stem)
    findings.push({ path: ['id'], key: 'check-id', values: { id, stem } })
  const read = parsed.success ? { value: parsed.data, mended: [] } : repair(schema, raw)
  const written = findings.length
  if (read) findings.push(...inspect(read.value, raw).filter((finding) => !comesFrom(finding, read.mended)))
  const wrong = yaml.faults.length + (byTextAlone ? findings.length : written)
  if (parsed.success && wrong === 0) keep(parsed.data)
  return inspected(parsed.data ?? null, read?.value ?? null, findings)
}

function inspected<T>(parsed: T | null, draft: T | null, findings: PlacedFinding[]): Inspected<T> {
  const blocks = findings.some((finding) => !TELLS_ONLY.has(finding.key))
  return { sound: blocks ? null : parsed, draft, findings }
}

/** Wrong, and to be put right, while the file can still be used as it is. */
const TELLS_ONLY = new Set([
  'check-set-faulty',
  'check-no-moderator',
  'check-line-old',
  'check-line-ahead',
  'check-line-language',
])

/** True when a finding may be about the mending and not about what somebody wrote. */
function comesFrom(finding: PlacedFinding, mended: Path[]): boolean {
  const { path, key } = finding
  if (mended.some((place) => startsWith(path, place))) return true
  if (key === 'check-feeling-order') return mended.some((place) => startsWith(place, path))
  if (key.startsWith('check-show-')) return mended.some((place) => place[1] === 'questions' && place.length <= 4)
  if (key === 'check-over-limit') return mended.some((place) => startsWith(place, [...path.slice(0, 2), 'limit']))
  return false
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

const inside = (path: Path, findings: Finding[]): PlacedFinding[] =>
  findings.map((finding) => ({ ...finding, path: [...path, ...finding.path] }))
