/** The asking side of the desk socket: a running application looks like one that was opened here. */
import { connect } from 'node:net'
import type { Desk } from '../rounds/desk.ts'
import type { Counter } from './app-port.ts'
import { CALLS, type CallName, readAnswer, writeCall } from './desk-calls.ts'

/** The application that listens on this socket, or null when none does. */
export async function findRunning(path: string): Promise<Counter | null> {
  if (!(await listens(path))) return null
  const call = (command: CallName, args: unknown[]) => callOnce(path, command, args)
  const names = Object.keys(CALLS) as CallName[]
  const all = Object.fromEntries(names.map((name) => [name, (...args: unknown[]) => call(name, args)]))
  return {
    desk: all as unknown as Desk,
    status: () => call('status', []) as Promise<object>,
    migrate: () => call('migrate', []) as Promise<string[]>,
    backup: (file) => call('backup', [file]) as ReturnType<Counter['backup']>,
  }
}

function listens(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.end()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function callOnce(path: string, command: CallName, args: unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let said = ''
    const socket = connect(path)
    socket.setEncoding('utf8')
    socket.on('connect', () => socket.write(writeCall(command, args)))
    socket.on('data', (chunk) => {
      said += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => {
      try {
        if (!said.endsWith('\n')) throw new Error('the running process stopped before it answered')
        resolve(readAnswer(said))
      } catch (error) {
        reject(error)
      }
    })
  })
}
