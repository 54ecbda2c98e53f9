/**
 * Each file in `faulty/` says on top what is expected of it: `# method` or `# organisation`, then a line
 * `# line:column sentence` for each fault, in order. The line numbers count those lines too.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { withFolder } from './folder.ts'

const FOLDER = join(import.meta.dirname, 'faulty')
const files = readdirSync(FOLDER)

test('there are faulty examples', () => expect(files.length).toBeGreaterThan(50))

test.each(files)('%s: each fault with its line, column and sentence', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8')
  const [kind, ...expected] = text.match(/^# .*/gm)!.map((line) => line.slice(2))
  const id = basename(file, '.yaml')
  withFolder((folder) => {
    folder.write('instrumentarium/dutch-only.yaml', DUTCH_ONLY)
    folder.write(`${kind === 'method' ? 'instrumentarium' : 'organisations'}/${file}`, text)
    const { config, faults } = loadConfig(folder.path)
    expect(faults.map((fault) => `${fault.line}:${fault.column} ${fault.sentence}`)).toEqual(expected)
    expect(new Set(faults.map((fault) => basename(fault.file)))).toEqual(new Set([file]))
    expect(kind === 'method' ? config.cards.has(id) : config.organisations.has(id)).toBe(false)
    expect(config.methods.has('uitgangsvraag')).toBe(true)
  })
})

const DUTCH_ONLY = `
id: dutch-only
version: 1
title: { nl: Gevoel }
measures: { nl: Hoe jongeren zich voelen. }
for: { nl: Iedereen. }
minutes: { young: 1, staff: 0 }
licence: { name: CC BY 4.0, changes: free, share: true }
source: Eigen vraag.
set:
  languages: [nl]
  questions:
    - type: feeling
      key: feeling
      text: { nl: Hoe voel je je nu? }
      options:
        - { code: good, emoji: 😃, side: plus, text: { nl: goed } }
        - { code: between, emoji: 😐, side: middle, text: { nl: tussenin } }
        - { code: not_good, emoji: 🙁, side: minus, text: { nl: niet goed } }
`
