/** A clock that several processes share and one moves: three numbers in a file, read at every look. */
import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs'
import type { Clock } from '../../src/clock.ts'

export type MovedClock = Clock & {
  /** From now on it is `at`, and goes `rate` times as fast as the machine's. */
  set(at: Temporal.Instant | string, rate: number): void
  /** Goes on by so much at once, at the same rate. */
  pass(duration: Temporal.DurationLike): void
  close(): void
}

/** Makes the file; whoever reads it with `clockOf` has the same time. */
export function moveClock(path: string, start: string): MovedClock {
  writeFileSync(path, Buffer.alloc(24))
  const file = openSync(path, 'r+')
  const bytes = Buffer.alloc(24)
  let rate = 1
  const { now, close } = clockOf(path)
  const set = (at: Temporal.Instant | string, to: number) => {
    rate = to
    bytes.writeDoubleLE(Date.now(), 0)
    bytes.writeDoubleLE(Temporal.Instant.from(at).epochMilliseconds, 8)
    bytes.writeDoubleLE(rate, 16)
    writeSync(file, bytes, 0, 24, 0)
  }
  set(start, 1)
  return {
    now,
    set,
    pass: (duration) => set(now().add(duration), rate),
    close: () => {
      close()
      closeSync(file)
    },
  }
}

export function clockOf(path: string): Clock & { close(): void } {
  const file = openSync(path, 'r')
  const bytes = Buffer.alloc(24)
  return {
    now() {
      readSync(file, bytes, 0, 24, 0)
      const passed = (Date.now() - bytes.readDoubleLE(0)) * bytes.readDoubleLE(16)
      return Temporal.Instant.fromEpochMilliseconds(Math.round(bytes.readDoubleLE(8) + passed))
    },
    close: () => closeSync(file),
  }
}
