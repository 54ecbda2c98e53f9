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
import { readSharing, readSharings, type Sharing } from '../dialogue/read-data-agreements.ts'
import type { Ground } from '../ground.ts'
import type { Outcome } from '../rounds/desk.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { countKeys, makeKey, stopKeys } from './keys.ts'
import { heldBack, mayFetch, type ReleaseFault, releaseData } from './release.ts'

export type SharingDeskFault = SharingFault | ReleaseFault

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
  /** All agreements, newest first. */
  sharings(organisationId: string): Promise<Outcome<{ sharings: Sharing[] }>>
  /** Whether something may leave now; nothing does. */
  sharingOutlook(by: string, organisationId: string, agreementId: string): Promise<Outcome<{ agreementId: string }>>
  /** The zip of an agreement that holds, in base64. */
  exportData(
    by: string,
    organisationId: string,
    agreementId: string,
    language: FullLanguage,
  ): Promise<Outcome<{ name: string; base64: string; notes: string[] }>>
  /** A key for the read-only interface, shown once. */
  makeDataKey(by: string, organisationId: string, agreementId: string): Promise<Outcome<{ token: string }>>
  dataKeys(by: string, organisationId: string, agreementId: string): Promise<Outcome<{ count: number }>>
  stopDataKeys(by: string, organisationId: string, agreementId: string): Promise<Outcome<{ stopped: true }>>
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
    async sharings(organisationId) {
      const organisation = ground.config().organisations.get(organisationId)
      if (!organisation) return { ok: false, fault: 'desk-no-organisation', values: { organisation: organisationId } }
      return { ok: true, value: { sharings: await readSharings(ground, organisation) } }
    },
    sharingOutlook: (by, organisationId, id) =>
      act(by, organisationId, id, '', async (organisation, actor) => {
        if (!mayFetch(actor)) return 'desk-may-not'
        return heldBack(await readSharing(ground, organisation, id)) ?? { agreementId: id }
      }),
    exportData: (by, organisationId, id, language) =>
      act(by, organisationId, id, '', async (organisation, actor) => {
        const made = await releaseData(ground, organisation, id, actor, language)
        if (typeof made === 'string') return made
        return { name: made.name, base64: Buffer.from(made.bytes).toString('base64'), notes: made.notes }
      }),
    makeDataKey: (by, organisationId, id) =>
      act(by, organisationId, id, '', (organisation, actor) => makeKey(ground, organisation, id, actor)),
    dataKeys: (by, organisationId, id) =>
      act(by, organisationId, id, '', (organisation, actor) => countKeys(ground, organisation, id, actor)),
    stopDataKeys: (by, organisationId, id) =>
      act(by, organisationId, id, '', (organisation, actor) => stopKeys(ground, organisation, id, actor)),
  }
}
