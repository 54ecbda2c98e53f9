/** The sample configuration, for commands that look at the machine's calendar: to them, the help lines were checked today. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../src/clock.ts'
import { ROOT } from './house-rules.ts'

export function copySampleConfig(to: string): void {
  cpSync(join(ROOT, 'config'), to, { recursive: true })
  const file = join(to, 'helplines.yaml')
  const today = systemClock.now().toString().slice(0, 10)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(?<=verified_at: ")[\d-]+/g, today))
}
