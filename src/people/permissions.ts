/** Who may do what: data, one cell a role and an act. Results and set-up are apart; a role in one organisation is nothing in another. */
import type { StaffRole } from '../store/tables.ts'

export const ROLES: readonly StaffRole[] = [
  'coach',
  'lead',
  'worker',
  'moderator',
  'safeguarding',
  'helper',
  'author',
  'curator',
]

/**
 * yes; no; `with-coach`: in a working year with the coach; `own`: only for the task this person was asked for, and
 * only until it ends; `first`: only while nobody else could.
 */
export type May = 'yes' | 'no' | 'with-coach' | 'own' | 'first'

/** In the order of `ROLES`. */
export const MAY = {
  'session.see': ['with-coach', 'yes', 'yes', 'no', 'no', 'own', 'no', 'no'],
  'session.plan': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  /** Headcount, and what was counted on paper. */
  'session.count': ['with-coach', 'yes', 'yes', 'no', 'no', 'own', 'no', 'no'],
  'survey.see': ['with-coach', 'yes', 'yes', 'yes', 'no', 'no', 'yes', 'no'],
  'survey.draft': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'yes', 'no'],
  'survey.propose': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  'survey.agree': ['no', 'yes', 'no', 'no', 'no', 'no', 'no', 'no'],
  'survey.pause': ['yes', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  'digest.read': ['with-coach', 'yes', 'yes', 'yes', 'no', 'no', 'no', 'no'],
  /** Giving the coach a digest in a year without. */
  'digest.share': ['no', 'yes', 'no', 'no', 'no', 'no', 'no', 'no'],
  'feedback.write': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  'answers.read': ['no', 'no', 'no', 'yes', 'no', 'no', 'no', 'no'],
  'quote.approve': ['no', 'yes', 'no', 'yes', 'no', 'no', 'no', 'no'],
  /** Themes and questions that young people proposed. */
  'wish.handle': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  'contact.answer': ['no', 'no', 'no', 'no', 'yes', 'no', 'no', 'no'],
  /** The coach without: the five moments only. */
  'timeline.see': ['yes', 'yes', 'yes', 'yes', 'no', 'no', 'no', 'no'],
  'timeline.edit': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  /** Saying that an own moment is done, and how long it took. */
  'timeline.own': ['yes', 'yes', 'yes', 'yes', 'no', 'own', 'own', 'no'],
  'report.read': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  'log.read': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  'mode.switch': ['no', 'yes', 'no', 'no', 'no', 'no', 'no', 'no'],
  'role.see': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  /** The coach invites the first lead, so that there is somebody to agree; nobody else, and nobody after. */
  'role.give': ['first', 'yes', 'no', 'no', 'no', 'no', 'no', 'no'],
  'place.link': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  'method.see': ['yes', 'yes', 'yes', 'yes', 'no', 'no', 'yes', 'yes'],
  /** Copying a method and changing the copy. */
  'method.draft': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'yes', 'no'],
  'method.share': ['no', 'yes', 'no', 'no', 'no', 'no', 'no', 'no'],
  /** Looking over what anybody wants to share; never what they made themselves. */
  'method.curate': ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'yes'],
  /** Letting the organisation's use of methods count in facts about them. */
  'usage.agree': ['no', 'yes', 'no', 'no', 'no', 'no', 'no', 'no'],
  /** Agreements on who gets which data. */
  'data.see': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  'data.propose': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  'data.agree': ['no', 'yes', 'no', 'no', 'no', 'no', 'no', 'no'],
  'data.fetch': ['no', 'yes', 'no', 'no', 'no', 'no', 'no', 'no'],
  /** A summary of interviews: handed in by who did them, read by who talks about it. */
  'summary.write': ['no', 'yes', 'yes', 'no', 'no', 'own', 'no', 'no'],
  'summary.read': ['with-coach', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  /** The talk about what is measured: also the coach of a year without. */
  'talk.take': ['yes', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
  /** Starting an own or a joint worksheet. */
  'sheet.start': ['yes', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no'],
} as const satisfies Record<string, readonly [May, May, May, May, May, May, May, May]>

export type Act = keyof typeof MAY
export const ACTS = Object.keys(MAY) as Act[]

export const mayOf = (role: StaffRole, act: Act): May => MAY[act][ROLES.indexOf(role)]!

/** One role of one person in one organisation, as it is in force now. */
export type Office = { organisationId: string; staffId: string; role: StaffRole; name: string; task: string | null }

/**
 * Whether somebody with these offices may do this in this organisation now. Offices elsewhere count for nothing.
 * @param about.withCoach whether this working year is with the coach
 * @param about.task what it is about, in the words of `Office.task`; needed for `own`
 * @param about.nobodyElse true when no lead is in office
 */
export function may(
  offices: readonly Office[],
  organisationId: string,
  act: Act,
  about: { withCoach: boolean; task?: string; nobodyElse?: boolean },
): boolean {
  return offices
    .filter((office) => office.organisationId === organisationId)
    .some((office) => {
      switch (mayOf(office.role, act)) {
        case 'yes':
          return true
        case 'with-coach':
          return about.withCoach
        case 'own':
          return office.task !== null && office.task === about.task
        case 'first':
          return about.nobodyElse === true
        default:
          return false
      }
    })
}
