/** The fake Discord posting interactions to a bot, signed with a key of its own, instead of sending them over the gateway. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

export type Posted = { status: number; answer: { type: number; data?: Record<string, unknown> } | null }

export type Endpoint = {
  /** What stands in the developer portal. */
  shown: string
  /** Where the requests really go: the process, or the proxy in front of several. */
  to: string
  /** Whose clock is in the signature. */
  now(): Temporal.Instant
}

export type Signer = ReturnType<typeof makeSigner>

/** A key pair of an application; `verifyKey` is what the real Discord tells the bot. */
export function makeSigner() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const verifyKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')
  return {
    verifyKey,
    /** Headers as Discord sends them; `key` for somebody who has another. */
    headers(body: string, at: Temporal.Instant, key: KeyObject = privateKey) {
      const timestamp = String(Math.floor(at.epochMilliseconds / 1000))
      return {
        'content-type': 'application/json',
        'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
        'x-signature-timestamp': timestamp,
        'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), key).toString('hex'),
      }
    },
  }
}

/** Posts it; three seconds are what Discord waits. */
export async function postInteraction(endpoint: Endpoint, signer: Signer, payload: unknown): Promise<Posted> {
  const body = JSON.stringify(payload)
  const response = await fetch(endpoint.to, {
    method: 'POST',
    headers: signer.headers(body, endpoint.now()),
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const text = await response.text()
  return { status: response.status, answer: response.status === 200 ? (JSON.parse(text) as Posted['answer']) : null }
}

/** More than Discord's three seconds: a busy machine is no fault of the bot. */
const PATIENCE_MS = 30_000
