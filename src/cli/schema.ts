/** `pols schema --write`: writes the JSON Schemas that editors use. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemasOf } from '../config/json-schema.ts'

/**
 * Writes each schema into the folder and gives the paths.
 * @param folder usually `config/schemas`; made when it is not there
 */
export function writeSchemas(folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  return Object.entries(schemasOf()).map(([name, text]) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  })
}
