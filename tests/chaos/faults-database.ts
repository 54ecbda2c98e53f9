/** (b) The database goes away, comes back, is slow, takes nothing in, or has no room. */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Play } from './play.ts'
import type { Amount } from './scenarios.ts'

/** Stopped in order, and started when it was missed a few times; twice. */
export const stopped = (play: Play, amount: Amount) => goneTwice(play, amount, 'SIGINT')
/** The same without a word before, as a machine that stops: it recovers from its log. */
export const crashed = (play: Play, amount: Amount) => goneTwice(play, amount, 'SIGQUIT')

async function goneTwice(play: Play, { words }: Amount, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  const { stage } = play
  for (const share of [0.2, 0.6]) {
    await play.until('the database goes', () => play.taken() >= share * play.total)
    let gone: Promise<void> | undefined
    await play.at('database asked', 1 + play.chance.below(8), () => {
      gone = stage.server.down(signal)
    })
    await gone
    const before = stage.line.refused()
    await play.until('it was missed', () => stage.line.refused() - before >= words)
    await stage.server.up()
  }
  play.note(`${stage.line.refused()} connections refused`)
}

/** All connections end in the middle of what is being said, again and again. */
export async function dropped(play: Play, { cuts }: Amount): Promise<void> {
  for (let n = 0; n < cuts; n++)
    await play.at(
      play.chance.happens(0.5) ? 'database asked' : 'database done',
      5 + play.chance.below(30),
      play.stage.line.cut,
    )
  play.note(`${cuts} cuts`)
}

/** Every word to it takes five seconds. */
export async function slow(play: Play, { words }: Amount): Promise<void> {
  const { line } = play.stage
  await play.until('it becomes slow', () => play.taken() >= 0.3 * play.total)
  const before = line.delayed()
  line.slow(5000)
  await play.until('so much was slow', () => line.delayed() - before >= words)
  line.slow(0)
  play.note(`${line.delayed() - before} words slow`)
}

/** It answers, and takes nothing in. */
export async function readOnly(play: Play, { words }: Amount): Promise<void> {
  const { admin, line } = play.stage
  await play.until('it takes nothing in', () => play.taken() >= 0.3 * play.total)
  const before = line.errors(READ_ONLY)
  await admin('alter system set default_transaction_read_only = on')
  await admin('select pg_reload_conf()')
  await play.until('it was told so', () => line.errors(READ_ONLY) - before >= words)
  await admin('alter system reset default_transaction_read_only')
  await admin('select pg_reload_conf()')
  play.note(`${line.errors(READ_ONLY) - before} refusals`)
}

/** There is no room left on its disk, from before the first card. */
export async function full(play: Play, { words }: Amount): Promise<void> {
  const { line, smallDisk } = play.stage
  await play.until('its disk fills', () => play.fleet.instances().some((one) => one.ready()))
  const before = line.errors(DISK_FULL)
  const ballast = join(smallDisk!, 'ballast')
  fill(ballast)
  await play.until('it was told so', () => line.errors(DISK_FULL) - before >= words)
  rmSync(ballast)
  play.note(`${line.errors(DISK_FULL) - before} refusals`)
}

function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (const size of [1 << 20, 1 << 12]) {
      const zeros = Buffer.alloc(size)
      try {
        for (;;) if (writeSync(file, zeros) < size) break
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    }
  } finally {
    closeSync(file)
  }
}

const READ_ONLY = '25006'
const DISK_FULL = '53100'
