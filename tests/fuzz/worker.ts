/** Plays one parser in a thread of its own, so that one that hangs or eats memory can be stopped from outside. */
import { parentPort, workerData } from 'node:worker_threads'
import { playedNamed } from './registry.ts'

const { name, cases, seed, beats } = workerData as {
  name: string
  cases: number
  seed: number
  beats: SharedArrayBuffer
}
const done = new Int32Array(beats)
const play = await playedNamed(name)
const report = await play({ cases, seed, beat: () => void Atomics.add(done, 0, 1) })
parentPort!.postMessage(report)
