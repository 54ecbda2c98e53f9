/**
 * `npm run chaos`: kills, cuts, floods and freezes the service while people are in the middle of a conversation, and says
 * whether anything was lost, doubled, or otherwise than when nothing happens. Prints a table and, last, one JSON line.
 */
import { parseArgs } from 'node:util'
import { LONG, scenarios } from './scenarios.ts'
import { playAll, type Result } from './suite.ts'

const USAGE = `npm run chaos -- [--only abcdef] [--named frozen] [--seed 20261125] [--telegram 140] [--discord 60] [--kills 100]
  --only: letters of the faults: a kills, b the database, c the platforms, d updates, e the clock, f freezing
  --named: those whose name has these words`

const values = readCommand()
const number = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) wrongUse(`${text} is no whole number`)
  return Number(text)
}
if (!/^[a-f]*$/.test(values.only)) wrongUse(`--only ${values.only}: the faults are a to f`)

const begun = performance.now()
const options = {
  seed: number(values.seed),
  people: { telegram: number(values.telegram), discord: number(values.discord) },
}
const wanted = scenarios({ ...LONG, kills: number(values.kills) }, values.only).filter(({ name }) =>
  name.includes(values.named),
)
const results = await playAll({ ...options, scenarios: wanted }, (words) =>
  console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${words}`),
)
printTable(results)
const failed = results.filter(({ wrong }) => wrong !== null && wrong.length > 0)
console.log(
  JSON.stringify({
    chaos: options,
    scenarios: results.map(({ wrong, ...rest }) => ({ ...rest, wrong: wrong?.length ?? null })),
  }),
)
process.exit(failed.length > 0 ? 1 : 0)

function printTable(all: Result[]): void {
  const rows = all.map(({ name, wrong, kills, replies, repeats, seconds, notes }) => [
    name,
    wrong === null ? 'not here' : wrong.length === 0 ? 'holds' : `${wrong.length} wrong`,
    kills || '',
    replies || '',
    repeats || '',
    seconds ? seconds.toFixed(0) : '',
    wrong === null ? 'this machine lets nobody mount a small disk' : notes.join('; '),
  ])
  const head = ['fault', 'outcome', 'kills', 'replies', 'repeats', 'seconds', 'done']
  const widths = head.map((title, at) => Math.max(...[head, ...rows].map((row) => String(row[at] ?? title).length)))
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, at) => String(cell).padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
  for (const { name, wrong } of all) for (const words of wrong ?? []) console.log(`\n${name}: ${words}`)
}

function readCommand() {
  try {
    return parseArgs({
      options: {
        only: { type: 'string', default: '' },
        named: { type: 'string', default: '' },
        seed: { type: 'string', default: '20261125' },
        telegram: { type: 'string', default: '140' },
        discord: { type: 'string', default: '60' },
        kills: { type: 'string', default: '100' },
      },
    }).values
  } catch (error) {
    return wrongUse((error as Error).message)
  }
}

function wrongUse(sentence: string): never {
  console.error(`${sentence}\n${USAGE}`)
  process.exit(2)
}
