/** A joint worksheet as it now is: who takes part and what each wrote; what the impact story is drafted from. */

export type JointEntry = {
  id: string
  step: string
  partnerId: string
  /** The words; for a pair what, for one of three who. */
  text: string
  /** For a pair how, for one of three why. */
  also?: string
  writtenAt: Temporal.Instant
}

export type JointPartner = { id: string; writerId: string; partner: string; name: string; left: boolean }

export type Joint = {
  organisationId: string
  id: string
  title: string
  state: 'open' | 'closed'
  step: string
  revealed: boolean
  /** In the order in which they came. */
  partners: JointPartner[]
  /** Oldest first. Before the reveal `unique` holds nothing of others: whoever reads must say for whom. */
  entries: JointEntry[]
  /** Ids of the partners who wrote their unique contribution, or said that they skip it. */
  wrote: string[]
  /** The partner who keeps it: who hands out codes, ties it to a place and closes it. Null when nobody is left. */
  keeper: string | null
  /** True when its card stands in a group or thread. */
  placed: boolean
}

/** A joint worksheet is of at most so many partners at the same time. */
export const MOST_PARTNERS = 6

/** Who opened it, as long as they take part; then who came first of those who do. */
export function keeperOf(partners: readonly JointPartner[], openedBy: string): string | null {
  const present = partners.filter(({ left }) => !left)
  return (present.find(({ writerId }) => writerId === openedBy) ?? present[0])?.id ?? null
}
