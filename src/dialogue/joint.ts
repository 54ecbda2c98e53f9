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
  partners: JointPartner[]
  /** Oldest first. Before the reveal `unique` holds nothing of others: whoever reads must say for whom. */
  entries: JointEntry[]
}
