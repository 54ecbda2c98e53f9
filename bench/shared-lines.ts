/** A few connections for everybody, as a platform has them to a webhook: who finds none free waits for the next. */
import { type Line, openLine } from './loopback-http.ts'

export type SharedLines = {
  /** One person's line: one body at a time, over whichever connection is free. */
  person(onAnswer: (status: number, body: string) => void): Line
  close(): void
}

/** @param most connections at once */
export function shareLines(port: number, path: string, head: string, most: number): SharedLines {
  type Body = { body: string; onAnswer(status: number, body: string): void }
  const waiting: Body[] = []
  // The last one that came free is the first to be used: the others may rest until the service closes them.
  const free: ((given: Body) => void)[] = []
  const lines: Line[] = []
  for (let i = 0; i < most; i += 1) {
    let going: Body | undefined
    const line = openLine(port, path, head, (status, body) => {
      const { onAnswer } = going!
      const next = waiting.shift()
      if (next) use(next)
      else free.push(use)
      onAnswer(status, body)
    })
    const use = (given: Body) => {
      going = given
      line.post(given.body)
    }
    lines.push(line)
    free.push(use)
  }
  return {
    person: (onAnswer) => ({
      post(body) {
        const use = free.pop()
        if (use) use({ body, onAnswer })
        else waiting.push({ body, onAnswer })
      },
      close() {},
    }),
    close() {
      for (const line of lines) line.close()
    },
  }
}
