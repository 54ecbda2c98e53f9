/**
 * Embedded Postgres (PGlite) in a data folder, with every commit on disk before it is acknowledged.
 *
 * The stock build switches fsync off and its Node file system has no fsync at all; here Postgres is
 * started without `-F`, told to sync its log with `fsync`, and the file system is given the call.
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/**
 * Opens (or makes) the embedded database in `folder`; nothing else may touch the object but one pool.
 * A new folder is filled from the prepared template when there is one: about ten times faster than initdb.
 */
export async function openEmbedded(folder: string): Promise<PGlite> {
  const data = join(folder, 'postgres')
  if (!existsSync(join(data, 'PG_VERSION'))) {
    // A first start that was interrupted leaves a folder that is not a database yet.
    rmSync(data, { recursive: true, force: true })
    const fresh = `${data}.new`
    rmSync(fresh, { recursive: true, force: true })
    const template = readTemplate()
    const made = await PGlite.create({ dataDir: fresh, ...(template ? { loadDataDir: template } : {}) })
    await made.close()
    renameSync(fresh, data)
    syncFolder(folder)
  }
  return PGlite.create({ fs: new DurableNodeFS(data), startParams: DURABLE })
}

/** A database in memory, for checks and tests that keep nothing. */
export async function openInMemory(): Promise<PGlite> {
  const template = readTemplate()
  return PGlite.create(template ? { loadDataDir: template } : {})
}

/** Where the prepared template of exactly this version of the database and of the schema lies. */
export function templatePath(): string {
  const { version } = JSON.parse(readFileSync(new URL('@electric-sql/pglite/package.json', MODULES), 'utf8')) as {
    version: string
  }
  const schema = createHash('sha256')
  for (const file of readdirSync(MIGRATION_FILES).sort())
    schema.update(file).update(readFileSync(new URL(file, MIGRATION_FILES)))
  return fileURLToPath(new URL(`.cache/pols/pglite-${version}-${schema.digest('hex').slice(0, 12)}.tar`, MODULES))
}

const MODULES = new URL('../../node_modules/', import.meta.url)
const MIGRATION_FILES = new URL('../../migrations/', import.meta.url)

/** Writes the template next to its final name first, so that a reader never sees half of one. */
export function saveTemplate(bytes: Uint8Array): void {
  const path = templatePath()
  mkdirSync(join(path, '..'), { recursive: true })
  const half = `${path}.${process.pid}`
  writeFileSync(half, bytes)
  renameSync(half, path)
}

function readTemplate(): Blob | null {
  const path = templatePath()
  return existsSync(path) ? new Blob([readFileSync(path)]) : null
}

class DurableNodeFS extends NodeFS {
  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const made = await super.init(pg, options)
    const preRun = [...((made.emscriptenOpts.preRun as ((module: EmscriptenModule) => void)[] | undefined) ?? [])]
    preRun.unshift((module) => {
      module.NODEFS.stream_ops.fsync = (stream) => {
        if (stream.nfd !== undefined) fsyncSync(stream.nfd)
        return 0
      }
    })
    made.emscriptenOpts.preRun = preRun as never
    return made
  }
}

type EmscriptenModule = { NODEFS: { stream_ops: { fsync?: (stream: { nfd?: number }) => number } } }

const DURABLE = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'full_page_writes=on',
  '-c',
  'synchronous_commit=on',
]

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
