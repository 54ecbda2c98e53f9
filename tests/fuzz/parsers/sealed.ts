/** What is signed or encrypted: requests of Discord over HTTP, and backups. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { checkBackup } from '../../../src/backup/check-backup.ts'
import { writeLine } from '../../../src/backup/lines.ts'
import { seal } from '../../../src/backup/sealed.ts'
import { makeDoor } from '../../../src/channels/discord/http-interactions.ts'
import { acknowledgement } from '../../../src/channels/discord/interactions.ts'
import { SettingsError } from '../../../src/errors.ts'
import { bytesLike, bytesOfText, jsonLike, linesLike, textLike } from '../mutate.ts'
import { demand, type Parser } from '../play.ts'
import { discordInteractions } from '../samples.ts'

const NOW = Temporal.Instant.from('2026-11-25T17:00:00Z')
const STAMP = String(NOW.epochMilliseconds / 1000)

/** Signed by Discord or not, fresh or stale: nothing of what is not signed is read. */
export function discordRequest(): Parser<{ body: Uint8Array; stamp: string; signed: boolean; mark: string }> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  let received = 0
  const door = makeDoor({
    clock: { now: () => NOW },
    key: () => publicKey,
    receive: (interaction) => {
      received += 1
      return { response: acknowledgement(interaction), goOn() {} }
    },
  })
  return {
    cases: fc.record({
      body: bytesOfText(jsonLike(discordInteractions).map((one) => JSON.stringify(one) ?? '')),
      stamp: fc.oneof({ arbitrary: fc.constant(STAMP), weight: 4 }, textLike([STAMP])),
      signed: fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, fc.constant(false)),
      mark: textLike(['ab'.repeat(64)]),
    }),
    take: ({ body, stamp, signed, mark }) => {
      const true_ = sign(null, Buffer.concat([Buffer.from(stamp), body]), privateKey).toString('hex')
      received = 0
      const answer = door({ signature: signed ? true_ : mark, timestamp: stamp, body: Buffer.from(body) })
      demand([200, 400, 401].includes(answer.status), `an answer ${answer.status}`)
      demand(signed || (answer.status === 401 && received === 0), 'something unsigned was read')
      demand(stamp === STAMP || /^\d+$/.test(stamp) || answer.status === 401, 'a time that is none')
      if (answer.status === 200) JSON.parse(answer.body ?? '')
      return answer.status === 200 ? 'accepted' : 'refused'
    },
  }
}

const KEY = 'a key of a backup that is long enough'
const LINES = [
  writeLine({
    type: 'about',
    about: { madeAt: '2026-11-25T17:00:00.000Z', schema: ['a'], pols: '0.1.0', secret: null },
  }),
  writeLine({ type: 'table', name: 'run' }),
  writeLine({ type: 'row', json: '{"id":"a","state":{}}' }),
  writeLine({ type: 'row', json: '{"id":"b","state":{}}' }),
  writeLine({ type: 'table', name: 'erasure' }),
  writeLine({ type: 'row', json: '{"id":"e","what":"person","subject":"abc","at":"2026-11-25T17:00:00+00:00"}' }),
  writeLine({ type: 'end', counts: { run: 2, erasure: 1 } }),
].join('')

/** The bytes changed, or what is inside changed and sealed again by somebody who has the key. */
export async function backup(): Promise<Parser<{ lines: string } | { bytes: Uint8Array }>> {
  const folder = mkdtempSync(join(tmpdir(), 'pols-fuzz-'))
  const path = join(folder, 'backup')
  const sealed = async (lines: string): Promise<Uint8Array> => {
    const parts: Buffer[] = []
    const zipped = async function* () {
      yield gzipSync(Buffer.from(lines))
    }
    for await (const part of seal(KEY, zipped())) parts.push(part)
    return Buffer.concat(parts)
  }
  const whole = await sealed(LINES)
  return {
    cases: fc.oneof(
      linesLike([LINES], /[":{},]/).map((lines) => ({ lines })),
      textLike([LINES]).map((lines) => ({ lines })),
      bytesLike([whole]).map((bytes) => ({ bytes })),
    ),
    take: async (given) => {
      writeFileSync(path, 'bytes' in given ? given.bytes : await sealed(given.lines))
      try {
        const { counts } = await checkBackup(path, KEY)
        demand(!('bytes' in given) || Buffer.compare(given.bytes, whole) === 0, 'other bytes that open')
        demand(Object.values(counts).every(Number.isInteger), 'a count that is none')
        return 'accepted'
      } catch (error) {
        demand(error instanceof SettingsError, `another error: ${error instanceof Error ? error.stack : error}`)
        return 'refused'
      }
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  }
}
