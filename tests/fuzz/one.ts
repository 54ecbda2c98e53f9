/** Plays one parser in a process of its own, so that one that hangs or eats memory takes nothing along. */
import { writeSync } from 'node:fs'
import { playedNamed } from './registry.ts'

const [name = '', cases, seed, file, seconds] = process.argv.slice(2)
const play = await playedNamed(name)
let done = 0
// The parent reads there how far it came, also when nothing can be said any more.
const beat = () => {
  done += 1
  writeSync(Number(file), String(done).padStart(12), 0)
}
process.send!(await play({ cases: Number(cases), seed: Number(seed), seconds: Number(seconds), beat }), () =>
  process.exit(0),
)
