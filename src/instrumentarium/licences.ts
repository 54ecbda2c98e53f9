/** What a licence lets people do with a card: change it, share it. Pure. */
import type { Card, Licence } from '../config/method.ts'
import { isChanged } from './card-content.ts'

/** Licences that an organisation can choose for what it made itself. */
export const LICENCES = {
  cc0: { name: 'CC0 1.0', changes: 'free', share: true, commercial: true },
  by: { name: 'CC BY 4.0', changes: 'marked', share: true, commercial: true },
  'by-sa': { name: 'CC BY-SA 4.0', changes: 'marked', share: true, commercial: true },
  'by-nc': { name: 'CC BY-NC 4.0', changes: 'marked', share: true, commercial: false },
  'by-nd': { name: 'CC BY-ND 4.0', changes: 'none', share: true, commercial: true },
} as const satisfies Record<string, Licence>
export type LicenceCode = keyof typeof LICENCES
export const isLicenceCode = (text: string): text is LicenceCode => Object.hasOwn(LICENCES, text)

/** Whether somebody else than its maker may change it. Without a licence: only for themselves, and it stays there. */
export const mayBeChanged = (card: Card): boolean => card.kind !== 'link' && card.licence?.changes !== 'none'

/** True for a copy that was changed although its licence says no. */
export const changedAgainstLicence = (card: Card): boolean => card.licence?.changes === 'none' && isChanged(card)

/** Whether it must be said that this copy was changed, and from what. */
export const mustBeMarked = (card: Card): boolean => card.licence?.changes === 'marked' && isChanged(card)

export type ShareFault =
  | 'library-no-licence'
  | 'library-not-shared'
  | 'library-licence-none'
  | 'library-link'
  | 'library-unchanged'

/** Why others cannot have this card; null when they can. */
export function shareFault(card: Card): ShareFault | null {
  if (card.kind === 'link') return 'library-link'
  if (!card.licence) return 'library-no-licence'
  if (!card.licence.share) return 'library-not-shared'
  if (changedAgainstLicence(card)) return 'library-licence-none'
  return card.origin.length > 0 && !isChanged(card) ? 'library-unchanged' : null
}
