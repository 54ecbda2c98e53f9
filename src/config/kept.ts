/**
 * Keeps what sound texts came to, so that a reload, a second service in one process and a start after installing read
 * only what is new. A text with anything wrong is never kept: it is read anew, for its faults to have their places.
 */
import { hash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'

/** Each kind of file has its own schema; the id of a file must be its name. */
export type Whose = { kind: 'cards' | 'organisations' | 'helplines' | 'pictograms'; stem: string }

/** A copy of what exactly this text came to before, of the caller alone; undefined when that is not known. */
export function recall(whose: Whose, text: string): unknown {
  const key = keyOf(whose, text)
  const bytes = kept.get(key) ?? preparedOnes().get(key)
  if (!bytes) return undefined
  // The one that was wanted last goes last.
  kept.delete(key)
  kept.set(key, bytes)
  return deserialize(bytes) as unknown
}

/** @param value plain data, nothing being wrong with it or with the text */
export function remember(whose: Whose, text: string, value: unknown): void {
  kept.set(keyOf(whose, text), serialize(value))
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
}

/**
 * Writes what this process keeps, for the next start of exactly this code; what older code kept goes.
 * @throws Error when the folder cannot be written
 */
export function writeKept(): void {
  const file = preparedFile()
  const body = serialize(kept)
  mkdirSync(CACHE, { recursive: true })
  for (const old of readdirSync(CACHE)) {
    // One that another process is making ends in its process number.
    if (old.startsWith(PREFIX) && !/\.\d+$/.test(old)) rmSync(join(CACHE, old), { force: true })
  }
  // Made beside its name first, so that nobody reads half of one.
  const half = `${file}.${process.pid}`
  writeFileSync(half, Buffer.concat([Buffer.from(hash('sha256', body, 'hex')), body]))
  renameSync(half, file)
}

/**
 * Everything that decides what a text comes to, by the folders of the code. Where one of them gets other code, what
 * was written before is not looked at.
 */
export const DECIDING = ['config', 'survey', 'timeline'] as const

/** Files beyond an ordinary folder's are read anew. */
const MOST_KEPT = 1000

const kept = new Map<string, Uint8Array>()
let prepared: Map<string, Uint8Array> | undefined

const keyOf = ({ kind, stem }: Whose, text: string) => hash('sha256', `${kind}\n${stem}\n${text}`)

/** What was written before; nothing when it is not there, of other code, or not whole. */
function preparedOnes(): Map<string, Uint8Array> {
  if (prepared) return prepared
  prepared = new Map()
  try {
    const bytes = readFileSync(preparedFile())
    const body = bytes.subarray(CHECK_LENGTH)
    if (hash('sha256', body, 'hex') === bytes.toString('latin1', 0, CHECK_LENGTH)) prepared = deserialize(body)
  } catch {
    // Then everything is read as it stands there.
  }
  return prepared!
}

/** Where this code writes and looks: other code, another Node and other libraries have another file. */
function preparedFile(): string {
  const code = DECIDING.flatMap((folder) => {
    const path = fileURLToPath(new URL(`../${folder}/`, import.meta.url))
    return readdirSync(path)
      .sort()
      .map((name) => `${name}\n${readFileSync(join(path, name), 'utf8')}`)
  })
  const libraries = ['zod', 'yaml'].map((name) => readFileSync(new URL(`${name}/package.json`, MODULES), 'utf8'))
  const all = [...code, ...libraries, JSON.stringify(process.versions)].join('\n')
  return join(CACHE, `${PREFIX}${hash('sha256', all).slice(0, 24)}`)
}

const MODULES = new URL('../../node_modules/', import.meta.url)
const CACHE = fileURLToPath(new URL('.cache/pols/', MODULES))
const PREFIX = 'config-'
/** Of a SHA-256 in hexadecimal digits. */
const CHECK_LENGTH = 64
