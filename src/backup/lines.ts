/**
 * What stands in a backup, line by line: `#` what it is of, `@` the name of a table, `+` a row of it as JSON, `=` how many
 * rows each table had. Gzipped and sealed.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { SettingsError } from '../errors.ts'
import { seal, unseal } from './sealed.ts'

export const about = z.object({
  /** When the copy was made, as ISO text: what happened later is not in it. */
  madeAt: z.iso.datetime(),
  /** Names of the migrations that its database had. */
  schema: z.array(z.string()),
  /** Version of Pols. */
  pols: z.string(),
  /** The secret itself, where Pols keeps it in the data folder; null where it is given by a setting. */
  secret: z.string().nullable(),
})
export type About = z.infer<typeof about>

const counts = z.record(z.string(), z.number().int().min(0))

export type Line =
  | { type: 'about'; about: About }
  | { type: 'table'; name: string }
  | { type: 'row'; json: string }
  | { type: 'end'; counts: Record<string, number> }

export function writeLine(line: Line): string {
  switch (line.type) {
    case 'about':
      return `#${JSON.stringify(line.about)}\n`
    case 'table':
      return `@${line.name}\n`
    case 'row':
      return `+${line.json}\n`
    case 'end':
      return `=${JSON.stringify(line.counts)}\n`
    default: {
      const never: never = line
      return never
    }
  }
}

/**
 * Writes lines to a new file, for this user only, on disk when it resolves.
 * @throws what the file system says: EEXIST, ENOSPC, EFBIG …
 */
export async function writeLines(path: string, key: string, lines: AsyncIterable<string>): Promise<void> {
  await pipeline(
    lines,
    createGzip(),
    (zipped: AsyncIterable<Buffer>) => seal(key, zipped),
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  )
}

/**
 * Reads a backup from its first line to its last; nothing of it may be used before the last line was seen.
 * @throws SettingsError when it is not whole, not ours or not under this key
 */
export async function* readLines(path: string, key: string): AsyncGenerator<Line> {
  const unzipped = createGunzip()
  let fault: unknown
  const flowing = pipeline(
    createReadStream(path),
    (sealed: AsyncIterable<Buffer>) => unseal(key, sealed),
    unzipped,
  ).catch((error: unknown) => {
    fault ??= error
  })
  let ended = false
  try {
    for await (const line of linesOf(unzipped)) {
      const read = readLine(line)
      ended = read.type === 'end'
      yield read
    }
  } catch (error) {
    await flowing
    throw faultOf(fault ?? error)
  } finally {
    unzipped.destroy()
    await flowing
  }
  if (!ended) throw new SettingsError(NOT_OURS)
}

function faultOf(error: unknown): unknown {
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string' && code.startsWith('Z_')) return new SettingsError(NOT_OURS)
  if (code === 'ENOENT') return new SettingsError('The backup is not there. Check the name of the file.')
  if (code === 'EACCES' || code === 'EISDIR')
    return new SettingsError('The backup cannot be read. Check that it is a file, and that this user may read it.')
  return error
}

function readLine(line: string): Line {
  const rest = line.slice(1)
  try {
    switch (line[0]) {
      case '#':
        return { type: 'about', about: about.parse(JSON.parse(rest)) }
      case '@':
        return { type: 'table', name: rest }
      case '+':
        return { type: 'row', json: rest }
      case '=':
        return { type: 'end', counts: counts.parse(JSON.parse(rest)) }
      default:
        throw new SettingsError(NOT_OURS)
    }
  } catch {
    throw new SettingsError(NOT_OURS)
  }
}

async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let held: Buffer[] = []
  for await (let piece of bytes) {
    for (;;) {
      const end = piece.indexOf(0x0a)
      if (end === -1) break
      held.push(piece.subarray(0, end))
      yield Buffer.concat(held).toString('utf8')
      held = []
      piece = piece.subarray(end + 1)
    }
    if (piece.length > 0) held.push(piece)
  }
  if (held.length > 0) throw new SettingsError(NOT_OURS)
}

const NOT_OURS =
  'This backup opens, but what is in it is not what Pols writes. Nothing was touched. Choose another file.'
