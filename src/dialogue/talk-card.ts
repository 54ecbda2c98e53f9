/** The talk about what is measured as a card: one question, what was said so far and by whom, and nothing filled in for anybody. */
import type { Choice, Line } from '../channels/port.ts'
import type { Method } from '../config/method.ts'
import type { Organisation } from '../config/organisation.ts'
import { cut } from '../digest/labels.ts'
import { inspectLimit } from '../survey/inspect.ts'
import { type FullLanguage, textIn } from '../survey/question-set.ts'
import { hoursText, momentDay } from '../timeline/moment-words.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { durationText, questionsIn } from './describe-survey.ts'
import { type Said, saidAt, type Talk } from './talk.ts'
import { PARTIES, stepOf, TALK_STEPS, type TalkKey, WHEN, WHOM } from './talk-steps.ts'

export type TalkView = {
  talk: Talk
  organisation: Organisation
  language: FullLanguage
  /** Methods that this organisation can use, by id. */
  methods: ReadonlyMap<string, Method>
  /** First method on this card, when they do not all fit. */
  from?: number
}
export type TalkCard = { lines: Line[]; choices: Choice[] }

export const talkButton = (...parts: string[]): string => ['t', 'g', ...parts].join('.')

/** The steps of this talk: why it has many questions is asked only of a method that has. */
export function stepsOf({ talk, methods }: Pick<TalkView, 'talk' | 'methods'>): TalkKey[] {
  const method = methods.get(saidAt(talk, 'method')?.code ?? '')
  const many = method !== undefined && inspectLimit(method.set.questions).length > 0
  return [...TALK_STEPS.map(({ key }) => key).filter((key) => many || key !== 'reason'), 'overview']
}

export function talkCard(view: TalkView): TalkCard {
  const { talk, language } = view
  const words = wordsFor(language)
  if (talk.state !== 'open') return { lines: closedLines(view, words), choices: closedChoices(words) }
  const steps = stepsOf(view)
  const at = steps.includes(talk.step) ? talk.step : steps[0]!
  if (at === 'overview') return overviewCard(view, words)
  const number = steps.indexOf(at) + 1
  const kind = stepOf(at)!.kind
  return {
    lines: [
      { text: words('talk-head', { organisation: view.organisation.name, number, count: steps.length - 1 }) },
      { text: words(`talk-${at}`), style: 'strong' },
      { text: words(`talk-${at}-how`) },
      ...saidLines(view, at, words),
      { text: words('talk-foot'), style: 'quiet' },
    ],
    choices: [
      ...options(view, at, words),
      ...(kind === 'choice' || kind === 'tasks'
        ? []
        : [write(at, words(kind === 'texts' ? 'talk-add' : saidAt(talk, at) ? 'talk-change' : 'talk-write'))]),
      ...(at === 'method' ? [write(at, words('talk-own-method')), library(words)] : []),
      ...takeBacks(view, at, words),
      ...moves(steps, at, words),
    ],
  }
}

/** What was said at a step, one line each, with the name of who said it. */
export function saidLines(view: TalkView, step: TalkKey, words: Words): Line[] {
  return view.talk.said
    .filter((one) => one.step === step)
    .map((one) => ({ text: words('talk-said', { name: one.name, text: textOf(view, one, words) }) }))
}

/** What somebody said, in words: a choice by its name, a task with its party, day and hours. */
export function textOf(view: TalkView, one: Said, words: Words): string {
  const { language, organisation, methods } = view
  const { code } = one
  switch (one.step) {
    case 'series': {
      const series = code === undefined ? undefined : organisation.series[code]
      return series ? textIn(series.title, language) : one.text
    }
    case 'of':
      return WHOM.some((whom) => whom === code) ? words(`agree-make-${code}`) : one.text
    case 'moment':
      return code === undefined ? one.text : momentText(code, language, words)
    case 'method': {
      const method = code === undefined ? undefined : methods.get(code)
      return method ? methodText(method, language, words) : one.text
    }
    case 'tasks':
      return words('talk-task', {
        party: words(`talk-party-${one.party ?? 'worker'}`),
        text: one.text,
        date: one.date === undefined ? words('talk-no-day') : momentDay(one.date, language, 'long'),
        hours: one.minutes === undefined ? words('talk-no-hours') : hoursText(one.minutes, language),
      })
    default:
      return one.text
  }
}

/** What a draft of a survey still lacks; empty when it can be made. */
export function lackingOf({ talk, organisation, methods }: TalkView): TalkKey[] {
  const need = stepsOf({ talk, methods }).filter((step) => DRAFTED.has(step))
  return need.filter((step) => {
    const said = saidAt(talk, step)
    if (!said) return true
    if (step === 'method') return !methods.has(said.code ?? '')
    if (step === 'series') return !organisation.series[said.code ?? '']
    return false
  })
}

function overviewCard(view: TalkView, words: Words): TalkCard {
  const { talk, organisation } = view
  const lacking = lackingOf(view)
  const tasks = talk.said.filter(({ step }) => step === 'tasks')
  const dated = tasks.filter(({ date }) => date !== undefined).length
  return {
    lines: [
      { text: words('talk-overview', { organisation: organisation.name }), style: 'strong' },
      ...summary(view, words),
      lacking.length === 0
        ? { text: words('talk-can-draft') }
        : { text: words('talk-lacking', { what: lacking.map((step) => words(`talk-name-${step}`)).join(', ') }) },
      ...(dated > 0 ? [{ text: words('talk-can-plan', { count: dated }) }] : []),
      { text: words('talk-end-who'), style: 'quiet' },
    ],
    choices: [
      ...(lacking.length === 0
        ? [{ data: talkButton('end', 'both'), label: words('talk-end-both'), role: 'option' as const }]
        : []),
      ...(lacking.length > 0 && dated > 0
        ? [{ data: talkButton('end', 'plan'), label: words('talk-end-plan'), role: 'option' as const }]
        : []),
      { data: talkButton('end', 'keep'), label: words('talk-end-keep'), role: 'option' },
      ...stepsOf(view)
        .filter((step) => step !== 'overview')
        .map((step) => ({
          data: talkButton('go', step),
          label: words(`talk-name-${step}`),
          role: 'control' as const,
        })),
      { data: talkButton('stop'), label: words('talk-stop'), role: 'control' },
    ],
  }
}

function summary(view: TalkView, words: Words): Line[] {
  return stepsOf(view)
    .filter((step) => step !== 'overview')
    .flatMap((step): Line[] => {
      const lines = saidLines(view, step, words)
      const head = { text: words(`talk-name-${step}`), style: 'strong' as const }
      return lines.length > 0
        ? [head, ...lines]
        : [{ text: words('talk-nothing', { what: words(`talk-name-${step}`) }) }]
    })
}

function closedLines(view: TalkView, words: Words): Line[] {
  const { talk, organisation } = view
  const values = { organisation: organisation.name }
  return talk.state === 'stopped'
    ? [{ text: words('talk-stopped', values) }]
    : [
        { text: words('talk-done', values), style: 'strong' },
        ...summary(view, words),
        { text: words('talk-done-next') },
      ]
}

const closedChoices = (words: Words): Choice[] => [
  { data: talkButton('surveys'), label: words('talk-see-surveys'), role: 'option' },
  { data: talkButton('timeline'), label: words('talk-see-timeline'), role: 'option' },
  { data: talkButton('new'), label: words('talk-new'), role: 'control' },
]

/** What can be chosen at a step, by its code and in words; empty where words are written. */
export function optionsAt(view: TalkView, at: TalkKey, words: Words): { code: string; label: string }[] {
  const { organisation, language, methods } = view
  switch (at) {
    case 'series':
      return Object.entries(organisation.series).map(([code, { title }]) => ({ code, label: textIn(title, language) }))
    case 'of':
      return WHOM.map((code) => ({ code, label: words(`agree-make-${code}`) }))
    case 'moment':
      return WHEN.map((code) => ({ code, label: momentText(code, language, words) }))
    case 'method':
      return [...methods.values()].map((method) => ({ code: method.id, label: methodText(method, language, words) }))
    default:
      return []
  }
}

function options(view: TalkView, at: TalkKey, words: Words): Choice[] {
  const now = saidAt(view.talk, at)?.code
  const { from = 0 } = view
  if (at === 'tasks')
    return PARTIES.map((party) => ({
      data: talkButton('task', party),
      label: words(`talk-party-${party}`),
      role: 'option',
    }))
  const known = optionsAt(view, at, words)
  const most = at === 'method' ? METHODS_SHOWN : MOST_OPTIONS
  const leaf = (index: number, key: string): Choice => ({
    data: talkButton('more', String(index)),
    label: words(key),
    role: 'control',
  })
  return [
    ...known.slice(from, from + most).map(
      ({ code, label }): Choice => ({
        data: talkButton('say', at, code),
        label: plain(label).slice(0, LONGEST_LABEL),
        role: 'option',
        ...(now === code ? { ticked: true } : {}),
      }),
    ),
    ...(from > 0 ? [leaf(Math.max(0, from - most), 'talk-methods-before')] : []),
    ...(at === 'method' && from + most < known.length ? [leaf(from + most, 'talk-methods-more')] : []),
  ]
}

/** Anybody in the talk may take back what stands there; it is a draft of all of them. */
function takeBacks(view: TalkView, at: TalkKey, words: Words): Choice[] {
  return view.talk.said
    .filter(({ step }) => step === at)
    .slice(-MOST_TAKE_BACKS)
    .map((one) => ({
      data: talkButton('not', at, one.id),
      label: plain(words('talk-take-back', { text: cut(one.code ? textOf(view, one, words) : one.text, 30) })),
      role: 'control',
    }))
}

function moves(steps: readonly TalkKey[], at: TalkKey, words: Words): Choice[] {
  const index = steps.indexOf(at)
  const go = (step: TalkKey | undefined, key: string): Choice[] =>
    step === undefined ? [] : [{ data: talkButton('go', step), label: words(key), role: 'control' }]
  return [
    ...go(steps[index + 1], 'talk-next'),
    ...go(steps[index - 1], 'talk-before'),
    ...(steps[index + 1] === 'overview' ? [] : go('overview', 'talk-to-overview')),
    { data: talkButton('stop'), label: words('talk-stop'), role: 'control' },
  ]
}

const write = (at: TalkKey, label: string): Choice => ({ data: talkButton('write', at), label, role: 'option' })

const library = (words: Words): Choice => ({
  data: talkButton('library'),
  label: words('talk-library'),
  role: 'option',
})

const methodText = ({ title, set, minutes }: Method, language: FullLanguage, words: Words): string =>
  words('talk-method-line', {
    title: textIn(title, language),
    count: questionsIn(set.questions),
    minutes: minutes.staff,
  })

const momentText = (code: string, language: FullLanguage, words: Words): string =>
  code === 'start' || code === 'end'
    ? words(`agree-make-${code}`)
    : words('agree-make-after', { time: durationText(code, language) })

/** A button has its own direction. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

const DRAFTED: ReadonlySet<TalkKey> = new Set(['aspect', 'series', 'of', 'method', 'reason', 'moment'])
const LONGEST_LABEL = 70
const MOST_OPTIONS = 12
const METHODS_SHOWN = 6
const MOST_TAKE_BACKS = 6
