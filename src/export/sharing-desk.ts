/** The part of the desk about data for others. Who acts is asked again here, whatever door it is. */
import type { Organisation } from '../config/organisation.ts'
import { type Actor, actorOf } from '../dialogue/actors.ts'
import {
  agreeSharing,
  declineSharing,
  endSharing,
  proposeSharing,
  type SharingFault,
  type SharingWish,
  withdrawSharing,
} from '../dialogue/data-agreements.ts'
import type { Ground } from '../ground.ts'
import type { Outcome } from '../rounds/desk.ts'

export type SharingDeskFault = SharingFault

/** `by` is a staff id or a door (`coach-page`, `command line`). A door proposes and ends; it never agrees. */
export interface SharingDesk {
  /** @param name who proposes, where the door has no accounts; `leads`: how many people can agree */
  proposeSharing(
    by: string,
    organisationId: string,
    wish: SharingWish,
    name?: string,
  ): Promise<Outcome<{ agreementId: string; leads: number }>>
  /** Only a person by their own account. */
  decideSharing(
    by: string,
    organisationId: string,
    agreementId: string,
    decision: 'agreed' | 'declined',
  ): Promise<Outcome<{ agreementId: string }>>
  withdrawSharing(by: string, organisationId: string, agreementId: string): Promise<Outcome<{ agreementId: string }>>
  /** From now on nothing leaves under it. */
  endSharing(by: string, organisationId: string, agreementId: string): Promise<Outcome<{ agreementId: string }>>
}

/** @param sweep looks at what is due now, and resolves when it is on its way */
export function createSharingDesk(ground: Ground, sweep: () => Promise<void>): SharingDesk {
  async function act<T extends object>(
    by: string,
    organisationId: string,
    agreementId: string,
    name: string,
    work: (organisation: Organisation, actor: Actor) => Promise<T | SharingDeskFault>,
  ): Promise<Outcome<T>> {
    const organisation = ground.config().organisations.get(organisationId)
    if (!organisation) return { ok: false, fault: 'desk-no-organisation', values: { organisation: organisationId } }
    const actor = await actorOf(ground, organisation, by, name)
    if (!actor) return { ok: false, fault: 'desk-may-not' }
    if (!/^[\w-]{1,64}$/.test(agreementId)) return { ok: false, fault: 'sharing-none' }
    const done = await work(organisation, actor)
    if (typeof done === 'string') return { ok: false, fault: done }
    await sweep()
    return { ok: true, value: done }
  }

  return {
    proposeSharing: (by, organisationId, wish, name = '') =>
      act(by, organisationId, 'new', name, (organisation, actor) => proposeSharing(ground, organisation, wish, actor)),
    decideSharing: (by, organisationId, id, decision) =>
      act(by, organisationId, id, '', (organisation, actor) =>
        (decision === 'agreed' ? agreeSharing : declineSharing)(ground, organisation, id, actor),
      ),
    withdrawSharing: (by, organisationId, id) =>
      act(by, organisationId, id, '', (organisation, actor) => withdrawSharing(ground, organisation, id, actor)),
    endSharing: (by, organisationId, id) =>
      act(by, organisationId, id, '', (organisation, actor) => endSharing(ground, organisation, id, actor)),
  }
}
