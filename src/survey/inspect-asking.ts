/** Inspects how questions are asked: on which channels, to whom, with which pictures, and what a choice does. */
import type { Finding } from './inspect.ts'
import { channelName, type Option, type Question, type QuestionSet } from './question-set.ts'

/** Everything that is wrong with how a set is asked; paths start at the set. */
export function askingFindings(set: QuestionSet): Finding[] {
  const findings = set.questions.flatMap((question, index) =>
    [
      ...channelFindings(question, set),
      ...pictureFindings(question),
      ...aloneFindings(question),
      ...erasingFindings(set.questions, index),
      ...retrospectiveFindings(question, set),
    ].map((finding) => ({ ...finding, path: ['questions', index, ...finding.path] })),
  )
  return [...repeated(set.barredOn ?? [], 'barredOn'), ...findings]
}

/** The feeling question that pairs are made of: the first one about now. What is asked about before is not. */
export const feelingNow = (questions: readonly Question[]): (Question & { type: 'feeling' }) | undefined =>
  questions.find((question): question is Question & { type: 'feeling' } => isFeelingNow(question))

const isFeelingNow = (question: Question): boolean => question.type === 'feeling' && question.retrospective !== true

/** A question must be asked somewhere. An open question is moved to our own page, so it cannot be kept off that. */
function channelFindings(question: Question, set: QuestionSet): Finding[] {
  const notOn = question.notOn ?? []
  const left = channelName.options.filter((channel) => !notOn.includes(channel) && !set.barredOn?.includes(channel))
  const path = ['notOn']
  if (question.type === 'text' && notOn.includes('web')) return [{ path, key: 'check-open-not-on-web', values: {} }]
  // An open question that is kept off a chat is answered on the page all the same.
  if (question.type !== 'text' && left.length === 0) return [{ path, key: 'check-not-on-any', values: {} }]
  return repeated(notOn, 'notOn')
}

function repeated(channels: readonly string[], leaf: string): Finding[] {
  return channels.flatMap((channel, index) =>
    channels.indexOf(channel) < index
      ? [{ path: [leaf, index], key: 'check-channel-twice', values: { name: channel } }]
      : [],
  )
}

/** One picture stands above the buttons and shows all options in their order, so none may lack. */
function pictureFindings(question: Question): Finding[] {
  const options = choicesIn(question)
  const lacking = options.findIndex((option) => option.picture === undefined)
  if (lacking === -1 || options.every((option) => option.picture === undefined)) return []
  return [{ path: ['options', lacking], key: 'check-picture-lacking', values: { code: options[lacking]!.code } }]
}

/** Standing alone means something only where more than one option can be chosen, and something else is left. */
function aloneFindings(question: Question): Finding[] {
  const options = choicesIn(question)
  const alone = options.findIndex((option) => option.alone === true)
  if (alone === -1) return []
  const key = question.type === 'multi' ? 'check-all-alone' : 'check-alone'
  if (question.type === 'multi' && options.some((option) => option.alone !== true)) return []
  return [{ path: ['options', alone, 'alone'], key, values: { code: options[alone]!.code } }]
}

function erasingFindings(questions: Question[], index: number): Finding[] {
  return choicesIn(questions[index]!).flatMap((option, n) =>
    (option.erases ?? []).flatMap((key, m) => {
      const at = questions.findIndex((question) => question.key === key)
      if (at !== -1 && at < index && questions[at]!.type === 'text') return []
      return [{ path: ['options', n, 'erases', m], key: 'check-erases', values: { name: key } }]
    }),
  )
}

/** "Before I came" is a feeling on the scale of the feeling now, or nothing can be read from it. */
function retrospectiveFindings(question: Question, set: QuestionSet): Finding[] {
  if (question.retrospective !== true) return []
  const path = ['retrospective']
  if (question.type !== 'feeling') return [{ path, key: 'check-retrospective-feeling', values: {} }]
  const now = feelingNow(set.questions)
  if (!now) return [{ path, key: 'check-retrospective-now', values: {} }]
  if (question.options.map(pointOf).join('\n') === now.options.map(pointOf).join('\n')) return []
  return [{ path: ['options'], key: 'check-retrospective-scale', values: { name: now.key } }]
}

/** One point of a scale as a person sees it and as it is stored. */
export const pointOf = ({ code, emoji, text }: Option) =>
  JSON.stringify([code, emoji, text.nl, text.en, text.fr, text.ar])

const choicesIn = (question: Question): Option[] =>
  question.type === 'feeling' || question.type === 'choice' || question.type === 'multi' ? question.options : []
