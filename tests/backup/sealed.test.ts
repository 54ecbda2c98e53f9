import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkBackup } from '../../src/backup/check-backup.ts'
import { type Line, writeLine, writeLines } from '../../src/backup/lines.ts'
import { seal, unseal } from '../../src/backup/sealed.ts'
import { SettingsError } from '../../src/errors.ts'

const KEY = 'a key for backups that is long enough'

async function* given(pieces: Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces
}
async function all(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const read: Buffer[] = []
  for await (const piece of pieces) read.push(piece)
  return Buffer.concat(read)
}
const sealed = (plain: Buffer) => all(seal(KEY, given([plain])))
const opened = (bytes: Buffer, key = KEY) => all(unseal(key, given([bytes])))

describe('a sealed stream', () => {
  test('opens to what went in, of any size and in any pieces', async () => {
    const size = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(65_535, 65_536, 65_537, 131_072, 200_000))
    await fc.assert(
      fc.asyncProperty(size, fc.integer({ min: 1, max: 70_000 }), async (length, step) => {
        const plain = Buffer.alloc(length, 'pols')
        const bytes = await sealed(plain)
        const pieces: Buffer[] = []
        for (let at = 0; at < bytes.length; at += step) pieces.push(bytes.subarray(at, at + step))
        expect((await all(unseal(KEY, given(pieces)))).equals(plain)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('shows nothing of what is in it, and is another one each time', async () => {
    const plain = Buffer.from('Duinroos '.repeat(50))
    const [one, other] = [await sealed(plain), await sealed(plain)]
    expect(one.includes('Duinroos')).toBe(false)
    expect(one.equals(other)).toBe(false)
  })

  const small = Buffer.from('what was said')
  test('with any byte changed does not open', async () => {
    const bytes = await sealed(small)
    for (let at = 0; at < bytes.length; at += 1) {
      for (const bit of [1, 0x80]) {
        const other = Buffer.from(bytes)
        other[at]! ^= bit
        await expect(opened(other), `byte ${at}`).rejects.toThrow(SettingsError)
      }
    }
  })

  test('that was cut anywhere, or goes on where it ended, does not open', async () => {
    const bytes = await sealed(small)
    for (let length = 0; length < bytes.length; length += 1)
      await expect(opened(bytes.subarray(0, length)), `${length} bytes`).rejects.toThrow(SettingsError)
    await expect(opened(Buffer.concat([bytes, Buffer.from([0])]))).rejects.toThrow(SettingsError)
    await expect(opened(Buffer.concat([bytes, bytes]))).rejects.toThrow(SettingsError)
  })

  test('of several pieces does not open with one left out, doubled, or at another place', async () => {
    const bytes = await sealed(Buffer.alloc(3 * 65_536, 'x'))
    const [head, piece] = ['POLS-BACKUP 1\n'.length + 16, 4 + 65_536 + 16]
    const at = (index: number) => bytes.subarray(head + index * piece, head + (index + 1) * piece)
    const start = bytes.subarray(0, head)
    await expect(opened(Buffer.concat([start, at(0), at(1), at(2)]))).resolves.toHaveLength(3 * 65_536)
    for (const order of [
      [0, 2],
      [1, 2],
      [0, 1],
      [0, 1, 1, 2],
      [1, 0, 2],
      [0, 1, 2, 2],
    ])
      await expect(opened(Buffer.concat([start, ...order.map(at)])), order.join()).rejects.toThrow(SettingsError)
  })

  test('says what is the matter', async () => {
    const bytes = await sealed(Buffer.alloc(70_000))
    await expect(opened(bytes, 'another key for backups, long enough')).rejects.toThrow(
      'POLS_BACKUP_KEY is not the key',
    )
    await expect(opened(bytes.subarray(0, -1))).rejects.toThrow('cut off')
    await expect(opened(bytes.subarray(0, 40_000))).rejects.toThrow('cut off')
    await expect(opened(Buffer.from('{"a": 1}'))).rejects.toThrow('not a backup of Pols')
    await expect(opened(Buffer.alloc(0))).rejects.toThrow('not a backup of Pols')
    const version = (name: string) => Buffer.concat([Buffer.from(`POLS-BACKUP ${name}\n`), bytes.subarray(14)])
    await expect(opened(version('2'))).rejects.toThrow('newer version of Pols')
    await expect(opened(version('0'))).rejects.toThrow('not a backup of Pols')
    await expect(opened(version('1e9'))).rejects.toThrow('not a backup of Pols')
  })
})

describe('a backup file', () => {
  const about = { madeAt: '2026-11-25T17:00:00Z', schema: ['2026-11-21-first'], pols: '0.1.0', secret: null }
  const row = (value: object): Line => ({ type: 'row', json: JSON.stringify(value) })
  const table = (name: string): Line => ({ type: 'table', name })
  const end = (counts: Record<string, number>): Line => ({ type: 'end', counts })
  const ABOUT: Line = { type: 'about', about }

  async function file(...lines: Line[]): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'pols-backup-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'made')
    await writeLines(
      path,
      KEY,
      (async function* () {
        for (const line of lines) yield writeLine(line)
      })(),
    )
    return path
  }

  test('is read to its end, with what was erased', async () => {
    const note = { id: 'n1', what: 'stop', subject: 'xy p1', at: '2026-11-25T18:00:00+01:00' }
    const path = await file(
      ABOUT,
      table('erasure'),
      row(note),
      table('organisation'),
      row({ id: 'xy', name: 'a\nb' }),
      row({ id: 'xz' }),
      end({ erasure: 1, organisation: 2 }),
    )
    expect(await checkBackup(path, KEY)).toEqual({
      about,
      counts: { erasure: 1, organisation: 2 },
      erasures: [{ ...note, at: '2026-11-25T17:00:00Z' }],
    })
  })

  test.each<[string, Line[]]>([
    ['without an end', [ABOUT, table('run')]],
    ['with fewer rows than it says', [ABOUT, table('run'), row({}), end({ run: 2 })]],
    ['with a table it does not count', [ABOUT, table('run'), end({})]],
    ['that counts a table it has not', [ABOUT, end({ run: 0 })]],
    ['without a head', [table('run'), end({ run: 0 })]],
    ['with two heads', [ABOUT, ABOUT, end({})]],
    ['with a row of no table', [ABOUT, row({}), end({})]],
    ['with a table twice', [ABOUT, table('run'), table('run'), end({ run: 0 })]],
    ['that goes on behind its end', [ABOUT, end({}), table('run')]],
    ['with nothing in it', []],
  ])('%s is refused', async (_, lines) => {
    await expect(checkBackup(await file(...lines), KEY)).rejects.toThrow(SettingsError)
  })

  test('that is not there, or is a folder, is told', async () => {
    await expect(checkBackup('/nowhere/at/all', KEY)).rejects.toThrow('not there')
    await expect(checkBackup(tmpdir(), KEY)).rejects.toThrow('cannot be read')
  })

  test('with any byte changed or its end cut is refused, whatever its size', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => row({ id: index, text: String(Math.sin(index)) }))
    const path = await file(ABOUT, table('run'), ...rows, end({ run: 3000 }))
    const whole = readFileSync(path)
    expect((await checkBackup(path, KEY)).counts).toEqual({ run: 3000 })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, by, cut) => {
          const other = Buffer.from(cut ? whole.subarray(0, at) : whole)
          if (!cut) other[at]! ^= by
          writeFileSync(path, other)
          await expect(checkBackup(path, KEY)).rejects.toThrow(SettingsError)
        },
      ),
      { numRuns: 150 },
    )
  })
})
