/**
 * Interactions that Discord posts to us instead of sending them over the gateway: any instance may answer one. Each
 * is signed with the key of the application; what is not, or was signed too long ago, is refused before it is read.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { type APIInteractionResponse, InteractionResponseType, InteractionType } from 'discord.js'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { type Interaction, readInteraction } from './interactions.ts'

/** A request as it came in: the two headers of Discord's signature, and the body byte for byte. */
export type SignedRequest = { signature: string | undefined; timestamp: string | undefined; body: Buffer }

/** `after` is called once the answer has left: what we do besides is about an interaction that Discord knows as answered. */
export type DoorAnswer = { status: number; body?: string; after?(): void }

/**
 * Answers one request: 401 for a signature that is missing, wrong or stale, 400 for what cannot be read, 503 while
 * nothing is taken in; else 200 with the acknowledgement as its body.
 */
export type DiscordDoor = (request: SignedRequest) => DoorAnswer

/** @param parts.receive gives the acknowledgement and what follows it; null while nothing is taken in */
export function makeDoor(parts: {
  clock: Clock
  key(): KeyObject | undefined
  receive(interaction: Interaction): { response: APIInteractionResponse; goOn(): void } | null
}): DiscordDoor {
  return (request) => {
    const key = parts.key()
    if (!key) return { status: 503 }
    if (!isFresh(request.timestamp, parts.clock.now()) || !isSigned(request, key)) return { status: 401 }
    const payload = parse(request.body)
    if (kind.safeParse(payload).data?.type === InteractionType.Ping)
      return answer({ type: InteractionResponseType.Pong })
    const interaction = readInteraction(payload)
    if (!interaction) return { status: 400 }
    const received = parts.receive(interaction)
    return received ? { ...answer(received.response), after: received.goOn } : { status: 503 }
  }
}

/**
 * The application's key, which Discord gives as 64 hexadecimal digits.
 * @returns undefined for anything else
 */
export function readVerifyKey(hex: string | null | undefined): KeyObject | undefined {
  if (typeof hex !== 'string' || !/^[0-9a-f]{64}$/i.test(hex)) return undefined
  try {
    return createPublicKey({
      key: Buffer.concat([ED25519_IN_DER, Buffer.from(hex, 'hex')]),
      format: 'der',
      type: 'spki',
    })
  } catch {
    return undefined
  }
}

/** A request that somebody kept and sends again later is worth nothing; clocks of two machines may differ a little. */
function isFresh(timestamp: string | undefined, now: Temporal.Instant): boolean {
  if (timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false
  return Math.abs(now.epochMilliseconds / 1000 - Number(timestamp)) <= STALE_SECONDS
}

function isSigned({ signature, timestamp, body }: SignedRequest, key: KeyObject): boolean {
  if (signature === undefined || !/^[0-9a-f]{128}$/i.test(signature)) return false
  return verify(null, Buffer.concat([Buffer.from(timestamp ?? ''), body]), key, Buffer.from(signature, 'hex'))
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return null
  }
}

const answer = (response: APIInteractionResponse): DoorAnswer => ({ status: 200, body: JSON.stringify(response) })

const kind = z.object({ type: z.int() })
const STALE_SECONDS = 300
/** RFC 8410: what stands in front of the 32 bytes of an Ed25519 key. */
const ED25519_IN_DER = Buffer.from('302a300506032b6570032100', 'hex')
