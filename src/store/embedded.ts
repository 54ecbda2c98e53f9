/**
 * Embedded Postgres (PGlite) in a data folder, with every commit on disk before it is acknowledged.
 *
 * The stock build switches fsync off and its Node file system has no fsync at all; here Postgres is
 * started without `-F`, told to sync its log with `fsync`, and the file system is given the call.
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { SettingsError } from '../errors.ts'

/**
 * Opens (or makes) the embedded database in `folder`; nothing else may touch the object but one pool.
 * A new folder is copied from the prepared template when there is one: about ten times faster than initdb.
 */
export async function openEmbedded(folder: string): Promise<PGlite> {
  const data = join(folder, 'postgres')
  takeRestored(folder)
  if (existsSync(data)) checkVersion(data)
  else {
    // Made beside its name first: a first start that is interrupted leaves no half database.
    const fresh = `${data}.new`
    rmSync(fresh, { recursive: true, force: true })
    const template = templateFolder()
    if (existsSync(template)) await copyFolder(template, fresh)
    else await (await PGlite.create(fresh)).close()
    renameSync(fresh, data)
    sync(folder)
  }
  return PGlite.create({ fs: new DurableNodeFS(data), startParams: DURABLE })
}

/**
 * A restored database lies ready under its own name until it takes the place of the other one: cut off anywhere, the
 * next start goes on with it. The caller holds the lock of the folder.
 */
export function takeRestored(folder: string): void {
  const [data, ready, old] = [join(folder, 'postgres'), join(folder, RESTORED), join(folder, 'postgres.replaced')]
  if (existsSync(ready)) {
    rmSync(old, { recursive: true, force: true })
    if (existsSync(data)) renameSync(data, old)
    renameSync(ready, data)
    sync(folder)
  }
  rmSync(old, { recursive: true, force: true })
}

/** What takes the place of the database in its folder at the next opening. */
export const RESTORED = 'postgres.restored'

/** @throws SettingsError when another major version of Postgres made these files: they cannot be read */
function checkVersion(data: string): void {
  let version = ''
  try {
    version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  } catch {
    // A folder that is damaged in another way: opening it says so.
  }
  if (version === '' || version === EMBEDDED_POSTGRES) return
  throw new SettingsError(
    `DATA_DIR: the embedded database was made with Postgres ${version}, and this version of Pols has ${EMBEDDED_POSTGRES}. Take a backup with the version of Pols that ran before (pols backup <file>), and put it back with this one (pols restore <file> --replace).`,
  )
}

/** Major version of Postgres in the embedded database. */
export const EMBEDDED_POSTGRES = '18'

/** Where the prepared, migrated template of exactly this version of the database and of the schema lies. */
export function templateFolder(): string {
  const { version } = JSON.parse(readFileSync(new URL('@electric-sql/pglite/package.json', MODULES), 'utf8')) as {
    version: string
  }
  const schema = createHash('sha256')
  for (const file of readdirSync(MIGRATION_FILES).sort()) {
    schema.update(file).update(readFileSync(new URL(file, MIGRATION_FILES)))
  }
  return fileURLToPath(new URL(`.cache/pols/pglite-${version}-${schema.digest('hex').slice(0, 12)}`, MODULES))
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

/**
 * Postgres clears its buffers when it starts, so each megabyte of them is memory at rest and time to start. One
 * organisation's data fits in these for the most part; the rest comes from what the operating system keeps of files.
 */
const SMALL = ['shared_buffers=32MB', 'wal_buffers=1MB']

const DURABLE = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'full_page_writes=on', 'synchronous_commit=on', ...SMALL].flatMap((set) => [
    '-c',
    set,
  ]),
]

/**
 * Copies a folder and puts every file on disk; shares the blocks where the file system can. A few files at a time: a
 * disk confirms several of them at once in the time it takes to confirm one.
 */
async function copyFolder(from: string, to: string): Promise<void> {
  const entries = readdirSync(from, { withFileTypes: true, recursive: true })
  const made = (entry: (typeof entries)[number]) => join(to, relative(from, entry.parentPath), entry.name)
  const folders = [to, ...entries.filter((entry) => entry.isDirectory()).map(made)]
  for (const folder of folders.sort()) mkdirSync(folder, { mode: 0o700 })
  const files = entries.filter((entry) => !entry.isDirectory()).values()
  const lane = async () => {
    for (const file of files) {
      await copyFile(join(file.parentPath, file.name), made(file), constants.COPYFILE_FICLONE)
      const handle = await open(made(file), 'r')
      await handle.sync().finally(() => handle.close())
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  for (const folder of folders) sync(folder)
}

/** As many as Node works on at once. */
const LANES = 4

function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const MODULES = new URL('../../node_modules/', import.meta.url)
const MIGRATION_FILES = new URL('../../migrations/', import.meta.url)
