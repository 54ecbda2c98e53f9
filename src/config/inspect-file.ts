/** Checks what one file says: the schema first, then everything that can be inspected in what the schema could read. */
import { z } from 'zod'
import {
  type Draft,
  type Finding,
  inspectAspect,
  inspectLimit,
  inspectPair,
  inspectSet,
  inspectTranslations,
} from '../survey/inspect.ts'
import { type Language, language, type Question, question } from '../survey/question-set.ts'
import { explain, type PlacedFinding } from './explain.ts'
import { type Method, method } from './method.ts'
import { type Organisation, organisation, type Series, type SurveyConfig, series, survey } from './organisation.ts'

/** @param stem name of the file without its ending: the id must be the same */
export function inspectMethod(raw: unknown, stem: string): { method: Method | null; findings: PlacedFinding[] } {
  const parsed = method.safeParse(raw)
  const findings = [...explain(parsed.error?.issues ?? [], raw), ...idFindings(raw, stem)]
  const given = parsed.data
  if (given) {
    for (const key of ['title', 'measures', 'for'] as const) {
      findings.push(...inside([key], inspectTranslations(given[key], given.set.languages, key)))
    }
  }
  findings.push(...inside(['set'], inspectSet(given?.set ?? draftOf(recordOf(raw).set))))
  return { method: findings.length === 0 ? (given ?? null) : null, findings }
}

/** The readable part of an organisation; the same as the organisation itself when nothing is wrong. */
export type OrganisationDraft = {
  language: Language
  languages: Language[]
  seriesNames: string[]
  series: Record<string, Series>
  surveys: Record<string, SurveyConfig>
}

export function inspectOrganisation(
  raw: unknown,
  stem: string,
): { organisation: Organisation | null; draft: OrganisationDraft; findings: PlacedFinding[] } {
  const parsed = organisation.safeParse(raw)
  const given = recordOf(raw)
  const draft: OrganisationDraft = parsed.data
    ? { ...parsed.data, seriesNames: Object.keys(parsed.data.series) }
    : {
        language: language.safeParse(given.language).data ?? 'nl',
        languages: z.array(language).safeParse(given.languages).data ?? [],
        seriesNames: Object.keys(recordOf(given.series)),
        series: readable(given.series, series),
        surveys: readable(given.surveys, survey),
      }
  const findings = [...explain(parsed.error?.issues ?? [], raw), ...idFindings(raw, stem)]
  if (draft.languages.length > 0 && !draft.languages.includes(draft.language)) {
    findings.push({ path: ['languages'], key: 'check-own-language', values: { language: draft.language } })
  }
  for (const [name, one] of Object.entries(draft.series)) {
    findings.push(...inside(['series', name, 'title'], inspectTranslations(one.title, draft.languages, 'title')))
  }
  for (const [name, one] of Object.entries(draft.surveys)) {
    const path = ['surveys', name, 'aspect']
    findings.push(
      ...inside(path, inspectAspect(one.aspect)),
      ...inside(path, inspectTranslations(one.aspect, draft.languages, 'aspect')),
    )
  }
  return { organisation: findings.length === 0 ? (parsed.data ?? null) : null, draft, findings }
}

/**
 * What is wrong between an organisation and the methods its surveys use. Each path starts with `surveys` and the name
 * of a survey. `check-set-faulty` is not this organisation's own fault: the method is there, but cannot be used yet.
 * @param faulty ids of methods whose file has faults and that have no earlier good version
 */
export function inspectSurveys(
  given: OrganisationDraft,
  methods: ReadonlyMap<string, Method>,
  faulty: ReadonlySet<string>,
): PlacedFinding[] {
  const findings: PlacedFinding[] = []
  const surveys = Object.entries(given.surveys)
  for (const [name, one] of surveys) {
    const at = (leaf: string, key: string, values: Finding['values']) => {
      findings.push({ path: ['surveys', name, leaf], key, values })
    }
    if (!given.seriesNames.includes(one.series)) {
      at('series', 'check-unknown-series', { name: one.series, known: given.seriesNames.join(', ') || '-' })
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

function idFindings(raw: unknown, stem: string): PlacedFinding[] {
  const { id } = recordOf(raw)
  return typeof id === 'string' && id !== stem ? [{ path: ['id'], key: 'check-id', values: { id, stem } }] : []
}

/** The questions that can be read one by one, when the set as a whole cannot. */
function draftOf(raw: unknown): Draft {
  const { questions, languages, accessible } = recordOf(raw)
  return {
    languages: z.array(language).safeParse(languages).data ?? [],
    accessible: accessible === true,
    questions: Array.isArray(questions)
      ? questions.map((one: unknown): Question | null => forgiving(question, one))
      : [],
  }
}

function readable<T>(raw: unknown, schema: z.ZodType<T>): Record<string, T> {
  const entries = Object.entries(recordOf(raw)).map(([name, one]) => [name, forgiving(schema, one)] as const)
  return Object.fromEntries(entries.filter((entry): entry is [string, T] => entry[1] !== null))
}

/** Reads a value without its unknown keys, which are reported already; null when more is wrong. */
function forgiving<T>(schema: z.ZodType<T>, raw: unknown): T | null {
  const first = schema.safeParse(raw)
  if (first.success) return first.data
  if (first.error.issues.some((issue) => issue.code !== 'unrecognized_keys')) return null
  const copy = structuredClone(raw)
  for (const issue of first.error.issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const owner = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], copy)
    for (const key of issue.keys) delete (owner as Record<string, unknown>)[key]
  }
  return schema.safeParse(copy).data ?? null
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

const inside = (path: (string | number)[], findings: Finding[]): PlacedFinding[] =>
  findings.map((finding) => ({ ...finding, path: [...path, ...finding.path] }))
