/** The network is shut in tests: only loopback can be reached. */
import net from 'node:net'

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const first = (Array.isArray(args[0]) ? args[0][0] : args[0]) as { host?: string; path?: string } | number | string
  const host =
    typeof first === 'object' && first !== null ? first.host : typeof args[1] === 'string' ? args[1] : undefined
  const path = typeof first === 'object' && first !== null ? first.path : undefined
  if (!path && host !== undefined && !LOOPBACK.has(host)) throw new Error(`tests reach loopback only, not ${host}`)
  return (connect as (...all: unknown[]) => net.Socket).apply(this, args)
} as typeof connect

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])
