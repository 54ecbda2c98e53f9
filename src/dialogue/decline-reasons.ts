/** Why organisations would rather not measure something: a few reasons, to learn from; never by whom. */
import type { Ground } from '../ground.ts'

export const REASONS = ['time', 'moment', 'asked', 'sensitive', 'group', 'trust', 'method', 'other'] as const
export type Reason = (typeof REASONS)[number]

/** A reason is told when so many organisations gave it, and never how many. */
export const FEWEST_ORGANISATIONS = 5

/** Keeps the reason somebody wanted to give for a proposal that was declined; a second one takes its place. */
export async function giveReason(
  ground: Ground,
  organisationId: string,
  proposalId: string,
  code: Reason,
): Promise<void> {
  const given_on = ground.clock.now().toString().slice(0, 10)
  await ground.store.db
    .insertInto('decline_reason')
    .values({ organisation_id: organisationId, proposal_id: proposalId, code, given_on })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'proposal_id']).doUpdateSet({ code, given_on }))
    .execute()
}

/** The reasons that enough organisations gave, in a fixed order; sample organisations do not count. */
export async function reasonsGiven(ground: Ground): Promise<Reason[]> {
  const rows = await ground.store.db
    .selectFrom('decline_reason')
    .innerJoin('organisation', 'organisation.id', 'decline_reason.organisation_id')
    .where('organisation.example', '=', false)
    .select('code')
    .groupBy('code')
    .having((eb) => eb(eb.fn.count('organisation_id').distinct(), '>=', FEWEST_ORGANISATIONS))
    .execute()
  return REASONS.filter((reason) => rows.some(({ code }) => code === reason))
}
