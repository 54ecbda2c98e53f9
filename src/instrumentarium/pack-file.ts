/**
 * A pack: cards in one file, signed, to hand on without a server in between. The file is JSON written in one way only,
 * so that any other byte is seen: in what it says by the signature, around that by the writing.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { z } from 'zod'
import type { Card } from '../config/method.ts'
import { canonicalJson } from '../survey/content-hash.ts'
import { checkCard } from './card-check.ts'
import { type Done, done, fault } from './outcome.ts'

export type Pack = {
  cards: Card[]
  /** Local date. */
  made: string
  /** Who made it, in their own words. */
  by: string
  /** Of the key that signed it: 32 hexadecimal digits. */
  fingerprint: string
}

/** @param seed Ed25519 seed of 32 bytes */
export function writePack(
  cards: readonly Card[],
  { made, by }: { made: string; by: string },
  seed: Uint8Array,
): Uint8Array {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const key = createPublicKey(secret).export({ format: 'jwk' }).x!
  const signed = { pack: VERSION, made, by, key, cards }
  const signature = sign(null, bytesOf(signed), secret).toString('base64url')
  return new TextEncoder().encode(canonicalJson({ ...signed, signature }))
}

/** Verifies before anything is looked at. A file with another byte, or with a card that cannot be kept, gives no card at all. */
export function readPack(bytes: Uint8Array): Done<Pack> {
  if (bytes.length > MOST_BYTES) return fault('library-pack-big', { max: MOST_BYTES / (1024 * 1024) })
  const file = envelopeOf(bytes)
  if (!file) return fault('library-pack-unreadable')
  const { signature, ...signed } = file
  if (!isSigned(signed, signature)) return fault('library-pack-broken')
  const cards: Card[] = []
  for (const raw of signed.cards) {
    const checked = checkCard(raw)
    if (!checked.ok) return fault('library-pack-card', { count: cards.length + 1 })
    cards.push(checked.value)
  }
  return done({ cards, made: signed.made, by: signed.by, fingerprint: fingerprintOf(signed.key) })
}

/** The fingerprint of what this seed signs. */
export function ownFingerprint(seed: Uint8Array): string {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  return fingerprintOf(createPublicKey(secret).export({ format: 'jwk' }).x!)
}

/** In groups of four, to read aloud. */
export const spelled = (fingerprint: string): string => fingerprint.match(/.{4}/g)?.join(' ') ?? fingerprint

const envelope = z.strictObject({
  pack: z.literal(1),
  made: z.iso.date(),
  by: z.string().max(120),
  key: z.string().regex(/^[\w-]{43}$/),
  signature: z.string().regex(/^[\w-]{86}$/),
  cards: z.array(z.unknown()).min(1).max(200),
})

function envelopeOf(bytes: Uint8Array): z.infer<typeof envelope> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    // Written in another way, with a key twice or a space more, it is not what we wrote.
    return canonicalJson(value) === text ? (envelope.safeParse(value).data ?? null) : null
  } catch {
    return null
  }
}

function isSigned(signed: { key: string }, signature: string): boolean {
  const raw = Buffer.from(signature, 'base64url')
  // The last letter has room for bits that count for nothing.
  if (raw.toString('base64url') !== signature) return false
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: signed.key }, format: 'jwk' })
    return verify(null, bytesOf(signed), key, raw)
  } catch {
    return false
  }
}

const bytesOf = (signed: object): Buffer => Buffer.from(`pols pack\n${canonicalJson(signed)}`, 'utf8')
const fingerprintOf = (key: string): string =>
  createHash('sha256').update(Buffer.from(key, 'base64url')).digest('hex').slice(0, 32)

const VERSION = 1
export const MOST_BYTES = 2 * 1024 * 1024
/** What stands before a seed in a PKCS #8 private key of Ed25519. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
