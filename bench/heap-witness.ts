/** Loaded into a measured process: at SIGUSR2 it collects and writes what it holds to the file `BENCH_HEAP`. */
import { renameSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const path = process.env.BENCH_HEAP!

process.on('SIGUSR2', async () => {
  // What is under way may end first, and what a collection sets free in turn goes with the next.
  for (let times = 0; times < 3; times += 1) {
    await pause(500)
    globalThis.gc!()
  }
  writeFileSync(`${path}.new`, JSON.stringify(process.memoryUsage()))
  renameSync(`${path}.new`, path)
})
