/**
 * Who may know who somebody is. One secret, five keys made from it (HKDF), each for one purpose;
 * addresses are found by keyed hash and kept encrypted (AES-256-GCM).
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Address } from '../channels/port.ts'
import { EngineError } from '../errors.ts'

export type Vault = {
  /** Keyed hash under which an address is found; the route plays no part. 43 characters. */
  hashAddress(address: Address): string
  encryptAddress(address: Address): string
  /** @throws EngineError when the key is another than it was written with */
  decryptAddress(cipher: string): Address
  /** For typed answers: a key of its own. */
  encryptText(text: string): string
  decryptText(cipher: string): string
  /**
   * For what people of the staff write together or alone: a key for each purpose and subject, so that one writer's
   * cipher opens with no other's.
   * @param purpose private: what nobody but its writer ever sees
   */
  seal(purpose: SealPurpose, subject: string, text: string): string
  /** @throws EngineError for another purpose, subject or key than it was sealed with */
  unseal(purpose: SealPurpose, subject: string, cipher: string): string
  /** An Ed25519 seed of this installation, to sign packs of methods with; 32 bytes. */
  signingSeed(): Uint8Array
  /** For a platform's message ids: they lead to a person too. */
  encryptId(id: string): string
  decryptId(cipher: string): string
  /** Keyed hash of a Discord server id. */
  hashCommunity(id: string): string
  /** An unguessable token (144 bits) that can be made again from what it is for; nothing has to be stored. */
  token(purpose: TokenPurpose, subject: string): string
  /** Compares in constant time. */
  isToken(purpose: TokenPurpose, subject: string, given: string): boolean
  /** For looking up a token or code without storing it. */
  hashToken(token: string): string
}

export type SealPurpose = 'sheet' | 'private' | 'joint' | 'story' | 'talk' | 'fleeting'

export type TokenPurpose = 'join' | 'console' | 'webhook' | 'agenda' | 'agenda-coach'

/** @param secret at least 32 characters, kept apart from the database */
export function createVault(secret: string): Vault {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'pols', purpose, 32))
  const addressKey = key('address')
  const textKey = key('text')
  const hashKey = key('hash')
  const tokenKey = key('token')
  const hash = (text: string) => createHmac('sha256', hashKey).update(text).digest('base64url')
  const token = (purpose: TokenPurpose, subject: string) =>
    createHmac('sha256', tokenKey).update(`${purpose}:${subject}`).digest('base64url').slice(0, 24)
  return {
    hashAddress: remembered((channel, id) => hash(`address:${channel}:${id}`)),
    encryptAddress: (address) => encrypt(addressKey, JSON.stringify(address)),
    decryptAddress: (cipher) => JSON.parse(decrypt(addressKey, cipher)) as Address,
    encryptText: (text) => encrypt(textKey, text),
    decryptText: (cipher) => decrypt(textKey, cipher),
    seal: (purpose, subject, text) => encrypt(key(`${purpose}:${subject}`), text),
    unseal: (purpose, subject, cipher) => decrypt(key(`${purpose}:${subject}`), cipher),
    signingSeed: () => key('signing'),
    encryptId: (id) => encrypt(addressKey, id),
    decryptId: (cipher) => decrypt(addressKey, cipher),
    hashCommunity: (id) => hash(`community:${id}`),
    token,
    isToken(purpose, subject, given) {
      const [a, b] = [Buffer.from(token(purpose, subject)), Buffer.from(given)]
      return a.length === b.length && timingSafeEqual(a, b)
    },
    hashToken: (text) => hash(`token:${text}`),
  }
}

/** The same few people come again and again; what was worked out is kept for the newest of them, in memory only. */
function remembered(work: (channel: string, id: string) => string): (address: Address) => string {
  const known = new Map<string, string>()
  return ({ channel, id }) => {
    const key = `${channel}:${id}`
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= MOST_REMEMBERED) known.clear()
    const made = work(channel, id)
    known.set(key, made)
    return made
  }
}

const MOST_REMEMBERED = 10_000

function encrypt(key: Buffer, text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

function decrypt(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(-16))
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
  } catch {
    throw new EngineError(
      'vault: this was written with another secret key; start with the POLS_SECRET_KEY that the data was made with',
    )
  }
}
