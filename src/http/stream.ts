/** Server-sent events: an open page gets its part anew when what it shows has changed. */
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Html } from '../channels/web/wire.ts'
import { describeError, type Log } from '../log.ts'

export type Source = {
  /** Whose page this is. */
  id: string
  subscribe(listener: () => void): () => void
  /** What the page shows now: `state` is equal as long as nothing changed. */
  look(): Promise<{ state: string; draw(): Html }>
}

export type Streams = {
  /** Answers with a stream that first sends the page as it is, then every change of it. */
  open(c: Context, source: Source): Response
  /** Ends all streams; new ones end at once. */
  close(): void
}

/** @param pace in milliseconds: how often to look without being told, and how often to show a sign of life */
export function createStreams(log: Log, pace: { look: number; beat: number } = PACE): Streams {
  const ends = new Set<() => void>()
  const open = new Map<string, number>()
  let closed = false

  return {
    open(c, source) {
      const already = open.get(source.id) ?? 0
      if (already >= MOST_A_PAGE) return c.body(null, 503, { 'Retry-After': '60' })
      open.set(source.id, already + 1)
      // A proxy that gathers answers before it passes them on would keep the news to itself.
      c.header('X-Accel-Buffering', 'no')
      return streamSSE(c, async (stream) => {
        const bell = makeBell()
        const over = () => stream.aborted || closed
        stream.onAbort(bell.ring)
        ends.add(bell.ring)
        const unsubscribe = source.subscribe(bell.ring)
        const beat = setInterval(() => void stream.write(': \n\n'), pace.beat)
        try {
          let shown: string | null = null
          while (!over()) {
            const now = await source.look().catch((error: unknown) => {
              log.warn({ ...describeError(error) }, 'a page could not be drawn anew')
              return null
            })
            if (now && now.state !== shown && !over()) {
              await stream.writeSSE({ data: String(await now.draw()) })
              shown = now.state
            }
            await bell.wait(pace.look)
          }
        } finally {
          clearInterval(beat)
          unsubscribe()
          ends.delete(bell.ring)
          const left = (open.get(source.id) ?? 1) - 1
          if (left > 0) open.set(source.id, left)
          else open.delete(source.id)
        }
      })
    },
    close() {
      closed = true
      for (const end of ends) end()
    },
  }
}

/** A ring while nobody waits is heard by the next wait. */
function makeBell() {
  let rung = false
  let wake: (() => void) | null = null
  return {
    ring() {
      rung = true
      wake?.()
    },
    async wait(atMost: number): Promise<void> {
      if (!rung) {
        const { promise, resolve } = Promise.withResolvers<void>()
        wake = resolve
        const timer = setTimeout(resolve, atMost)
        await promise
        clearTimeout(timer)
        wake = null
      }
      rung = false
    },
  }
}

const PACE = { look: 5_000, beat: 15_000 }
/** Enough for the same page in several tabs; a flood of streams would be a flood of questions to the database. */
const MOST_A_PAGE = 10
