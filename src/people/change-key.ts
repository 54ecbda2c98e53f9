/** The whole of a change of key: which key, the data, and the file that keeps it. */
import { SettingsError } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { keepKeyCheck, keyFits, OTHER_KEY } from './key-check.ts'
import { type Rotated, rotateKey } from './rotation.ts'
import { layNextSecret, takeNextSecret } from './secret.ts'
import { createVault } from './vault.ts'

export type KeyChange =
  | { how: 'rotated'; rotated: Rotated; kept: boolean }
  /** The data is under the new key already: an earlier change came that far. */
  | { how: 'already' }
  | { how: 'running' }
  | { how: 'same' }

/**
 * @param ground over a migrated store that this process alone works on
 * @param keep folder of the kept key; null where the key is a setting
 * @param given the new key; null where one is made and kept
 * @param now on the system's clock
 * @throws SettingsError when no new key is given where it is a setting, or neither key is the data's
 */
export async function changeKey(
  ground: Ground,
  keep: string | null,
  given: string | null,
  now: Temporal.Instant,
): Promise<KeyChange> {
  if (keep === null && given === null) {
    throw new SettingsError(
      'POLS_NEW_SECRET_KEY: is needed to change the key; make one with: openssl rand -base64 32. POLS_SECRET_KEY stays the present one until this is done.',
    )
  }
  const { db } = ground.store
  if ((await keyFits(db, ground.vault)) === 'other') {
    if (given !== null && (await keyFits(db, createVault(given))) === 'fits') return { how: 'already' }
    throw new SettingsError(OTHER_KEY)
  }
  const next = keep === null ? given! : layNextSecret(keep, given)
  const to = createVault(next)
  if (to.hashToken('') === ground.vault.hashToken('')) return { how: 'same' }
  // From here on the data says which key it is under, whenever this is cut off.
  await keepKeyCheck(db, ground.vault)
  const rotated = await rotateKey(ground, to, now)
  if (rotated === 'running') return { how: 'running' }
  if (keep !== null) takeNextSecret(keep)
  return { how: 'rotated', rotated, kept: keep !== null }
}
