/** A line to a platform that goes silent: it takes connections and requests, and no answer ever comes back. */
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export type SilentLine = Awaited<ReturnType<typeof lineThrough>>

/** @param root of the platform, such as a fake one's `apiRoot`; `root` of the line takes its place */
export async function lineThrough(root: string) {
  const target = new URL(root)
  const ends = new Set<Socket>()
  let mute: 'requests' | 'answers' | null = null
  let asked = Promise.withResolvers<void>()

  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.on('error', () => {})
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
    near.on('data', (bytes) => {
      if (mute !== null) asked.resolve()
      if (mute !== 'requests') far.write(bytes)
    })
    far.on('data', (bytes) => {
      if (mute === null) near.write(bytes)
    })
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  const cut = () => {
    for (const end of ends) end.destroy()
  }
  onTestFinished(() => {
    cut()
    server.close()
  })
  const { port } = server.address() as { port: number }
  return {
    root: `http://127.0.0.1:${port}${target.pathname.replace(/\/$/, '')}`,
    /** From now on nothing is answered; with `answers` the platform still does what it is asked. */
    silence(what: 'requests' | 'answers' = 'requests') {
      mute = what
      asked = Promise.withResolvers()
    },
    /** Resolves when something was asked since the silence began. */
    asked: () => asked.promise,
    /** All is well again: whoever still waited for an answer loses the line, as behind a platform that starts anew. */
    speak() {
      mute = null
      cut()
    },
  }
}
