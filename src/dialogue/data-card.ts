/** An agreement on data as a message: what leaves, for whom, why, until when; and what the reader may do about it. */
import type { Choice, Line } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import { type FullLanguage, textIn } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { dayText } from './describe-survey.ts'
import type { Sharing } from './read-data-agreements.ts'

export type SharingCard = { lines: Line[]; choices: Choice[] }
export type SharingRights = { agree: boolean; propose: boolean; fetch: boolean }

/** Button data of the staff's menu about data; `src/staff/data.ts` takes them. */
export const sharingButton = (...parts: string[]): string => ['t', 'x', ...parts].join('.')

/** The whole agreement, as it stands today. */
export function sharingCard(
  sharing: Sharing,
  organisation: Organisation,
  language: FullLanguage,
  rights: SharingRights,
): SharingCard {
  const words = wordsFor(language)
  const open = sharing.state === 'proposed'
  return {
    lines: [
      { text: sharingHead(sharing, organisation, language), style: 'strong' },
      ...sharingLines(sharing, organisation, language).map((text) => ({ text })),
      ...(open ? [{ text: words('sharing-foot'), style: 'quiet' as const }] : []),
      ...(sharing.state === 'ended' || sharing.state === 'lapsed'
        ? [{ text: words('sharing-foot-over'), style: 'quiet' as const }]
        : []),
    ],
    choices: choicesFor(sharing, language, rights),
  }
}

/** Who wants what, or what became of it. */
export function sharingHead(sharing: Sharing, organisation: Organisation, language: FullLanguage): string {
  const words = wordsFor(language)
  const values = { organisation: organisation.name, name: sharing.decidedName ?? sharing.proposedName }
  const dayOf = (at: Temporal.Instant | null) => (at ? dayText(at, organisation.timezone, language) : '')
  switch (sharing.state) {
    case 'proposed':
      return words('sharing-head', values)
    case 'agreed':
    case 'declined':
    case 'withdrawn':
      return words(`sharing-head-${sharing.state}`, { ...values, day: dayOf(sharing.decidedAt) })
    case 'ended':
      return words('sharing-head-ended', { organisation: organisation.name, day: dayOf(sharing.endedAt) })
    case 'lapsed':
      return words('sharing-head-lapsed', { organisation: organisation.name, day: lastDay(sharing, language) })
    default: {
      const never: never = sharing.state
      return never
    }
  }
}

/** What the agreement says, one sentence a line. */
export function sharingLines(sharing: Sharing, organisation: Organisation, language: FullLanguage): string[] {
  const words = wordsFor(language)
  const { receiver, purpose, year, level, aspect } = sharing
  return [
    words('sharing-receiver', { receiver }),
    words('sharing-purpose', { purpose }),
    aspect === null
      ? words('sharing-all', { organisation: organisation.name, year: `${year}–${year + 1}` })
      : words('sharing-survey', { aspect: textIn(aspect, language), year: `${year}–${year + 1}` }),
    words(`sharing-level-${level}`),
    words('sharing-until', { day: lastDay(sharing, language) }),
  ]
}

function choicesFor(sharing: Sharing, language: FullLanguage, rights: SharingRights): Choice[] {
  const words = wordsFor(language)
  const button = (code: string, key: string, role: Choice['role'] = 'option'): Choice => ({
    data: sharingButton(code, sharing.id),
    label: words(key),
    role,
  })
  if (sharing.state === 'proposed') {
    return [
      ...(rights.agree ? [button('yes', 'agree-yes'), button('no', 'agree-no')] : []),
      ...(rights.propose ? [button('back', 'agree-withdraw', 'control')] : []),
    ]
  }
  if (sharing.state !== 'agreed') return []
  return [
    ...(rights.fetch ? [button('get', 'sharing-get'), button('keys', 'sharing-keys')] : []),
    ...(rights.agree || rights.propose ? [button('end', 'sharing-end', 'control')] : []),
  ]
}

function lastDay({ endsOn }: Sharing, language: FullLanguage): string {
  const noon = Temporal.PlainDate.from(endsOn).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' })
  return dayText(noon.toInstant(), 'UTC', language)
}
