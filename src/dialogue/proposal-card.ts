/** A proposal as a message: to who may agree, to who proposed it, and once more when something became of it. */
import type { Choice, Line } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { textIn } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { dayText, describeSurvey } from './describe-survey.ts'
import type { Proposal } from './read-proposal.ts'
import { differences } from './survey-differences.ts'

export type Card = { lines: Line[]; choices: Choice[] }
/** What the reader may do with an open proposal. */
export type Rights = { agree: boolean; propose: boolean; own: boolean }

/** Button data of the staff's menu about surveys; `src/staff/surveys.ts` takes them. */
export const surveyButton = (...parts: string[]): string => ['t', 'p', ...parts].join('.')

/** The whole proposal, as it now stands. */
export function proposalCard(
  proposal: Proposal,
  organisation: Organisation,
  language: FullLanguage,
  rights: Rights,
): Card {
  const words = wordsFor(language)
  const strong = { text: headOf(proposal, organisation, language), style: 'strong' as const }
  const what = describeSurvey(proposal.after, language).map((text) => ({ text }))
  if (proposal.state !== 'proposed' && proposal.state !== 'draft') return { lines: [strong, ...what], choices: [] }
  return {
    lines: [
      strong,
      ...what,
      ...changes(proposal, language),
      ...proposal.notes.slice(-MOST_NOTES).map(({ name, text }) => ({ text: words('agree-note', { name, text }) })),
      { text: words(proposal.state === 'draft' ? 'agree-foot-draft' : 'agree-foot'), style: 'quiet' },
    ],
    choices: choicesFor(proposal, language, rights),
  }
}

function headOf(proposal: Proposal, organisation: Organisation, language: FullLanguage): string {
  const words = wordsFor(language)
  const { proposedName, decidedName, decidedAt } = proposal
  const day = decidedAt ? dayText(decidedAt, organisation.timezone, language) : ''
  switch (proposal.state) {
    case 'draft':
      return words('agree-head-draft', { organisation: organisation.name })
    case 'proposed':
      return words('agree-head', { organisation: organisation.name, name: proposedName })
    case 'agreed':
      return words('agree-head-agreed', { organisation: organisation.name, name: decidedName, day })
    case 'declined':
      return words('agree-head-declined', { organisation: organisation.name, name: decidedName, day })
    case 'withdrawn':
      return words('agree-head-withdrawn', { organisation: organisation.name, name: decidedName, day })
    case 'overtaken':
      return words('agree-head-overtaken', { organisation: organisation.name })
    default: {
      const never: never = proposal.state
      return never
    }
  }
}

function changes({ before, after }: Proposal, language: FullLanguage): Line[] {
  if (!before) return []
  const words = wordsFor(language)
  const lines = differences(before, after, language)
  const shown = lines.slice(0, MOST_CHANGES)
  return [
    { text: words('agree-changes'), style: 'strong' },
    ...shown.map((text) => ({ text: `• ${text}` })),
    ...(lines.length > shown.length
      ? [{ text: words('agree-changes-more', { count: lines.length - shown.length }) }]
      : []),
    { text: words('agree-changes-until') },
  ]
}

function choicesFor({ id, state }: Proposal, language: FullLanguage, rights: Rights): Choice[] {
  const words = wordsFor(language)
  const button = (code: string, key: string, role: Choice['role'] = 'option'): Choice => ({
    data: surveyButton(code, id),
    label: words(key),
    role,
  })
  const open = state === 'proposed'
  return [
    button('try', 'agree-try'),
    ...(open && rights.agree ? [button('yes', 'agree-yes')] : []),
    ...(open ? [button('ask', rights.own ? 'agree-say' : 'agree-ask')] : []),
    ...(open && rights.agree ? [button('no', 'agree-no')] : []),
    ...(open && rights.propose ? [button('back', 'agree-withdraw', 'control')] : []),
    ...(!open && rights.propose ? [button('put', 'agree-propose')] : []),
  ]
}

/** What the field for a question is called, and where its words go. */
export const noteField = (proposalId: string, language: FullLanguage) => ({
  label: wordsFor(language)('agree-ask-field'),
  max: 400,
  data: surveyButton('ask', proposalId),
})

/** A word about a proposal, to the other side. In a group it says only that there is one. */
export function newsCard(
  proposal: Proposal,
  organisation: Organisation,
  language: FullLanguage,
  news: 'late' | 'done' | { noteId: string },
  inPrivate: boolean,
): Card | null {
  const words = wordsFor(language)
  const about = { text: words('agree-about', { aspect: textIn(proposal.after.version.aspect, language) }) }
  const look: Choice = { data: surveyButton('see', proposal.id), label: words('agree-look'), role: 'option' }
  const choices = inPrivate ? [look] : []
  if (news === 'late') {
    if (proposal.state !== 'proposed') return null
    return {
      lines: [{ text: words('agree-late'), style: 'strong' }, about, { text: words('agree-late-how') }],
      choices,
    }
  }
  if (news === 'done') {
    return { lines: [{ text: headOf(proposal, organisation, language), style: 'strong' }, about], choices }
  }
  const note = proposal.notes.find(({ id }) => id === news.noteId)
  if (!note || proposal.state !== 'proposed') return null
  const head = { text: words('agree-note-new'), style: 'strong' as const }
  if (!inPrivate) return { lines: [head, about, { text: words('agree-note-where') }], choices }
  const answer: Choice = { data: surveyButton('ask', proposal.id), label: words('agree-say'), role: 'option' }
  const said = { text: words('agree-note', { name: note.name, text: note.text }) }
  return { lines: [head, about, said], choices: [answer, look] }
}

const MOST_CHANGES = 12
const MOST_NOTES = 3
