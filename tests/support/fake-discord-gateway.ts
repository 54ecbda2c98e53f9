/** The gateway side of the fake Discord: hello, identify, resume, heartbeats, dispatches. */
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { World } from './fake-discord-world.ts'

type Packet = { op: number; t?: string; s?: number; d: unknown }
type Session = { id: string; sequence: number; sent: Packet[]; socket: WebSocket | null }

export type FakeGateway = ReturnType<typeof makeFakeGateway>

export function makeFakeGateway(http: Server, world: World) {
  const sockets = new WebSocketServer({ server: http })
  const sessions = new Map<string, Session>()
  const identifies: Array<{ intents: number }> = []
  let refusal: number | undefined
  let connections = 0
  const resumes: string[] = []
  const mute = { greetings: 0, beats: 0 }

  sockets.on('connection', (socket) => {
    let session: Session | undefined
    connections += 1
    world.changed()
    if (mute.greetings > 0) mute.greetings -= 1
    else send(socket, { op: 10, d: { heartbeat_interval: mute.beats > 0 ? QUICK_BEAT_MS : 41_250 } })
    socket.on('close', (code) => {
      if (session?.socket === socket) session.socket = null
      if (session && (code === 1000 || code === 1001)) sessions.delete(session.id)
      world.changed()
    })
    socket.on('message', (raw) => {
      const { op, d } = JSON.parse(String(raw)) as { op: number; d: Record<string, unknown> }
      if (op === 1 && mute.beats > 0) mute.beats -= 1
      else if (op === 1) send(socket, { op: 11, d: null })
      if (op === 2) session = identify(socket, d)
      if (op === 6) session = resume(socket, d)
    })
  })

  return {
    identifies,
    /** The sessions that were taken up again, in order. */
    resumes,
    isListening: () => [...sessions.values()].some((session) => session.socket !== null),
    dispatch,
    disconnect,
    /** The next so many who connect are not greeted; so many heartbeats, which come quickly then, are not answered. */
    silence: (what: keyof typeof mute, times: number) => {
      mute[what] = times
    },
    connections: () => connections,
    /** The next client that identifies is turned away with this close code. */
    refuseWith: (code: number) => {
      refusal = code
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }

  /** Sends an event to whoever listens; whoever lost the connection gets it on resuming. */
  function dispatch(t: string, d: unknown): void {
    for (const session of sessions.values()) {
      session.sequence += 1
      const packet = { op: 0, t, s: session.sequence, d }
      session.sent.push(packet)
      if (session.socket) send(session.socket, packet)
    }
  }

  /** Drops the line; with the default code the client may resume. */
  function disconnect(code = 4000): void {
    for (const session of sessions.values()) session.socket?.close(code)
  }

  function identify(socket: WebSocket, d: Record<string, unknown>): Session | undefined {
    identifies.push({ intents: Number(d.intents) })
    if (d.token !== world.bot.token) refusal = 4004
    if (refusal !== undefined) {
      socket.close(refusal)
      refusal = undefined
      return undefined
    }
    const session: Session = { id: `session-${identifies.length}`, sequence: 1, sent: [], socket }
    sessions.set(session.id, session)
    const { port } = http.address() as { port: number }
    send(socket, {
      op: 0,
      t: 'READY',
      s: 1,
      d: {
        v: 10,
        user: { id: world.bot.id, username: 'pols', bot: true },
        guilds: [],
        session_id: session.id,
        resume_gateway_url: `ws://127.0.0.1:${port}/resume`,
        shard: [0, 1],
        application: { id: world.bot.application, flags: 0 },
      },
    })
    world.changed()
    return session
  }

  function resume(socket: WebSocket, d: Record<string, unknown>): Session | undefined {
    const session = sessions.get(String(d.session_id))
    if (!session || d.token !== world.bot.token) {
      send(socket, { op: 9, d: false })
      return undefined
    }
    resumes.push(session.id)
    session.socket = socket
    for (const packet of session.sent) if ((packet.s ?? 0) > Number(d.seq)) send(socket, packet)
    session.sequence += 1
    send(socket, { op: 0, t: 'RESUMED', s: session.sequence, d: {} })
    world.changed()
    return session
  }
}

const QUICK_BEAT_MS = 40

function send(socket: WebSocket, packet: Packet): void {
  socket.send(JSON.stringify(packet))
}
