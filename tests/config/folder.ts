/** Configuration folders of their own for a test: the sample methods, pictograms and help lines, and whatever files a test adds. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { quickFolder } from '../support/memory.ts'

export type Folder = { path: string; write(file: string, text: string | Uint8Array): void; remove(file: string): void }

/** Runs a test with a fresh folder that holds the sample methods and help lines, and removes the folder afterwards. */
export function withFolder(body: (folder: Folder) => void): void {
  const path = quickFolder('pols-config-')
  try {
    cpSync('config/instrumentarium', join(path, 'instrumentarium'), { recursive: true })
    cpSync('config/pictograms', join(path, 'pictograms'), { recursive: true })
    cpSync('config/helplines.yaml', join(path, 'helplines.yaml'))
    mkdirSync(join(path, 'organisations'))
    body({
      path,
      write: (file, text) => writeFileSync(join(path, file), text),
      remove: (file) => rmSync(join(path, file)),
    })
  } finally {
    rmSync(path, { recursive: true, force: true })
  }
}
