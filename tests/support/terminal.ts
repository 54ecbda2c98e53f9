/** A terminal that remembers what was written to it. */
import { Readable, Writable } from 'node:stream'
import type { Terminal } from '../../src/cli/cli.ts'

export type FakeTerminal = Terminal & { said(): string; complained(): string }

/** @param environment the settings of the command; @param typed lines that somebody types */
export function fakeTerminal(environment: Record<string, string> = {}, typed: string[] = []): FakeTerminal {
  const said: string[] = []
  const complained: string[] = []
  return {
    environment,
    input: Readable.from(typed.map((line) => `${line}\n`)),
    output: collecting(said),
    errors: collecting(complained),
    said: () => said.join(''),
    complained: () => complained.join(''),
  }
}

const collecting = (into: string[]) =>
  new Writable({
    write(chunk, _encoding, done) {
      into.push(String(chunk))
      done()
    },
  })
