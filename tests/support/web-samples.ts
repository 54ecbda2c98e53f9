/** What the pages show in tests: an organisation, its sessions, a digest. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Prompt } from '../../src/channels/port.ts'
import { summarise } from '../../src/digest/summarise.ts'
import type { Overview } from '../../src/rounds/desk.ts'
import { type Language, type Question, questionSet } from '../../src/survey/question-set.ts'
import type { QuestionSet } from '../../src/survey/types.ts'
import { samplePlan } from '../pictures/sample-plan.ts'

export const NOW = Temporal.Instant.from('2026-11-27T17:30:00Z')

/** The question set of one of our own methods. */
export function setNamed(method: string): QuestionSet {
  const file = new URL(`../../config/instrumentarium/${method}.yaml`, import.meta.url)
  return questionSet.parse((parse(readFileSync(file, 'utf8')) as { set: unknown }).set)
}

/** One question of each kind, with a clip in sign language and an explanation; each names its key in its text. */
export function everyKind(): QuestionSet {
  const text = (words: string) => ({ nl: words, ar: `${words} مع كلمات عربية` })
  const of = (key: string) => ({
    key,
    text: text(`Iets over ${key}?`),
    meaning: text('Dat is: een woord-dat-heel-lang-is-en-niet-breekt.'),
  })
  const option = (code: string) => ({ code, text: text(`keuze ${code}`) })
  const options = ['een', 'twee', 'drie'].map(option)
  const faces = ['😃', '😐', '🙁'].map((emoji, i) => ({ ...options[i]!, emoji }))
  return questionSet.parse({
    languages: ['nl', 'ar'],
    accessible: true,
    questions: [
      { type: 'card', ...of('lezen') },
      { type: 'feeling', ...of('gevoel'), options: faces, clip: 'https://vgt.example/gevoel' },
      { type: 'choice', ...of('keuze'), options },
      { type: 'multi', ...of('meer'), options },
      { type: 'scale', ...of('schaal'), low: text('helemaal niet'), high: text('heel erg') },
      { type: 'yesno', ...of('janee') },
      { type: 'text', ...of('schrijven') },
    ],
  })
}

export function notice(text: string, language: Language = 'nl'): Prompt {
  return { kind: 'notice', language, lines: [{ text }], choices: [], silent: true }
}

/** One own method that was copied and changed, and one to copy. */
function sampleMethods(): Overview['methods'] {
  const title = { nl: 'Voel je je gehoord?', en: 'Do you feel heard?' }
  return {
    own: [
      {
        ...{
          id: 'stem-abcd',
          title,
          losses: { xlsx: [], limesurvey: ['Dit gaat niet mee:', 'geluisterd: pictogram'], po: [] },
          kind: 'questions',
          state: 'returned',
          marked: true,
          licence: 'CC BY 4.0',
        },
        review: { verdict: 'returned', text: 'Zeg erbij voor wie het is.' },
        chain: [{ title, version: 1, credit: 'Pols' }],
        stands: null,
        changes: ['Vraag 1 (Nederlands): “meepraten” werd “meebeslissen”'],
      },
    ],
    copyable: [{ id: 'stem', title }],
    counts: false,
  }
}

export function sampleOverview(): Overview {
  const series = { nl: 'Activiteit', en: 'Activity', fr: 'Activité', ar: 'نشاط' }
  const session = (id: string, startsAt: string, more: Partial<Overview['sessions'][number]> = {}) => ({
    id,
    seriesId: 'activiteit',
    seriesTitle: series,
    startsAt: Temporal.Instant.from(startsAt),
    endsAt: Temporal.Instant.from(startsAt).add({ hours: 2 }),
    theme: null,
    headcount: null,
    state: 'planned' as const,
    ...more,
  })
  const aspect = { nl: 'Hoe voelen jongeren zich op het einde?', en: 'How do young people feel at the end?' }
  return {
    id: 'xyz',
    name: 'XYZ',
    example: true,
    language: 'nl',
    timezone: 'Europe/Brussels',
    sharings: [],
    methods: sampleMethods(),
    series: [{ id: 'activiteit', title: series }],
    surveys: [
      {
        id: 'start',
        seriesId: 'activiteit',
        aspect: { nl: 'Hoe voelen jongeren zich bij de start?' },
        method: 'gevoelsbuttons-start',
        state: 'waiting',
      },
      { id: 'einde', seriesId: 'activiteit', aspect, method: 'gevoelsbuttons-einde', state: 'agreed' },
    ],
    sessions: [
      session('s0', '2026-11-20T15:00:00Z', { theme: 'vriendschap', headcount: 14 }),
      session('s1', '2026-11-27T15:00:00Z'),
      session('s2', '2026-11-27T17:00:00Z'),
      session('s3', '2026-12-04T15:00:00Z'),
      session('s4', '2026-12-11T15:00:00Z', { state: 'cancelled' }),
    ],
    rounds: [
      {
        id: 'r1',
        surveyId: 'einde',
        aspect,
        sessionId: 's1',
        state: 'open',
        opensAt: NOW,
        closesAt: NOW.add({ hours: 2 }),
        anybodyAsked: true,
      },
    ],
    digests: [{ id: 'd1', roundId: 'r0', surveyId: 'einde', createdAt: NOW, content: sampleDigest(), toCoach: true }],
    places: [
      { purpose: 'coach', channel: 'web', state: 'linked', linkedAt: NOW },
      { purpose: 'coach', channel: 'telegram', state: 'gone', linkedAt: NOW },
    ],
    staff: [
      { purpose: 'safeguarding', name: 'Yusuf', linkedAt: NOW },
      { purpose: 'fallback', name: 'Elke', linkedAt: null },
    ],
    languages: ['nl', 'en', 'fr', 'ar'],
    talk: null,
    reports: [{ id: 'r1', year: 2025, kind: 'june' as const, toCoach: true }],
    timeline: { plan: samplePlan(), agenda: { own: '/agenda/xyz/own.ics', coach: '/agenda/xyz/coach.ics' } },
    feedback: [],
    tallies: [],
    proposals: [
      {
        id: 'v1',
        text: 'Iets over slapen <b>',
        proposedOn: Temporal.PlainDate.from('2026-11-26'),
      },
    ],
    faults: [],
    people: { roles: [], invitations: [], year: 2026, coach: true },
    quiet: { from: '21:00', until: '09:00' },
    schoolHours: [{ days: ['mon', 'tue'], from: '08:30', until: '15:30' }],
  }
}

/** Fourteen were there, twelve answered. */
export function sampleDigest(replied = 12, theme = 'vriendschap') {
  const [feeling, because] = setNamed('gevoelsbuttons-einde').questions as [Question, Question]
  const counts = (question: Question, codes: Record<string, number>) => ({
    question,
    codes,
    answered: replied,
    dontKnow: 0,
    declined: 0,
    skipped: 0,
    notAsked: 0,
    expired: 0,
  })
  return summarise({
    organisation: 'XYZ',
    floor: 5,
    series: { nl: 'Activiteit' },
    theme,
    date: Temporal.PlainDate.from('2026-11-20'),
    moment: 'end',
    aspect: { nl: 'Hoe voelen jongeren zich op het einde?' },
    headcount: 14,
    replied,
    example: true,
    questions: [
      counts(feeling, { very_good: 5, good: replied - 9, okay: 4, not_good: 0, very_bad: 0 }),
      counts(because, { activity: 7, people: replied - 7, outside: 0 }),
    ],
  })
}
