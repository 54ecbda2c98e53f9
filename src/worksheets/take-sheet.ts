/**
 * What people who fill in a worksheet do in a chat or on their page: the command, buttons (`w.…`), words that were asked
 * for, and a code that lets them into a joint worksheet. A writer is known by their account; they need no role. Who has
 * a role that may start one becomes a writer by the command.
 */
import type { Inbound } from '../channels/port.ts'
import {
  expectFromWriter,
  expectNothing,
  openWriter,
  readWriter,
  takeExpectedOf,
  touchWriter,
} from '../dialogue/sheet-writers.ts'
import type { Ground } from '../ground.ts'
import { noteInbound } from '../store/replies.ts'
import { fullLanguage } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import { openJointHere, takeJoint, takeJointCode } from './joint.ts'
import { openOwn, takeOwn } from './own.ts'
import { takeSharing } from './sharing.ts'
import { startsOf } from './starts.ts'
import { takeStory } from './story.ts'
import type { SheetRooms, SheetTurn, SheetVisit } from './turn.ts'

/** @returns takes one event; false when it is none of a worksheet's */
export function createTakeSheet(
  ground: Ground,
  rooms: SheetRooms,
): (inbound: Inbound, addressHash: string) => Promise<boolean> {
  return async (inbound, addressHash) => {
    switch (inbound.type) {
      case 'command':
      case 'place-command':
        if (inbound.command === 'koppel') return takeCode(ground, rooms, inbound, addressHash)
        return inbound.command === 'worksheet' && (await open(ground, rooms, inbound, addressHash))
      case 'tapped':
        return tap(ground, rooms, inbound, addressHash)
      case 'typed':
        return write(ground, rooms, inbound, addressHash)
      default:
        return false
    }
  }
}

async function takeCode(
  ground: Ground,
  rooms: SheetRooms,
  inbound: Extract<Inbound, { type: 'command' | 'place-command' }>,
  addressHash: string,
): Promise<boolean> {
  const code = inbound.argument.trim()
  const visit = code === '' ? null : await visitOf(ground, rooms, inbound, addressHash)
  return visit !== null && takeJointCode(visit, code)
}

async function open(ground: Ground, rooms: SheetRooms, inbound: Inbound, addressHash: string): Promise<boolean> {
  const visit = await visitOf(ground, rooms, inbound, addressHash)
  if (!visit) return false
  const turn = await turnOf(visit)
  if (turn && visit.place && (await openJointHere(turn))) return true
  return openOwn(turn ?? visit)
}

async function tap(
  ground: Ground,
  rooms: SheetRooms,
  inbound: Extract<Inbound, { type: 'tapped' }>,
  addressHash: string,
): Promise<boolean> {
  const at = placeIn(inbound.data)
  const visit = at && (await visitOf(ground, rooms, inbound, addressHash))
  if (!visit) return false
  const turn = await turnOf(visit)
  // Choosing for which organisation is the one thing to tap before somebody is a writer.
  if (!turn) return (await (at.code === 'o' && openOwn(visit, at.parts))) || stranger(visit)
  await take(turn, at)
  return true
}

async function write(
  ground: Ground,
  rooms: SheetRooms,
  inbound: Extract<Inbound, { type: 'typed' }>,
  addressHash: string,
): Promise<boolean> {
  if (inbound.data !== undefined && !placeIn(inbound.data)) return false
  const writer = inbound.from && (await readWriter(ground, inbound.channel, addressHash))
  if (!writer) {
    // A field of a worksheet that stood open somewhere: what was written in it is kept nowhere.
    const visit = inbound.data === undefined ? null : await visitOf(ground, rooms, inbound, addressHash)
    return visit !== null && stranger(visit)
  }
  const at = placeIn(inbound.data ?? (await takeExpectedOf(ground, writer.id)) ?? '')
  if (!at) return false
  const today = ground.clock.now().toString().slice(0, 10)
  if (!(await noteInbound(ground.store.pool, inbound, today))) return true
  const visit = await visitOf(ground, rooms, inbound, addressHash)
  const turn = visit && (await turnOf(visit))
  if (turn) await take(turn, at, inbound.text)
  return true
}

type At = { code: string; parts: string[] }

async function take(turn: SheetTurn, { code, parts }: At, text?: string): Promise<void> {
  switch (code) {
    case 'o':
      return takeOwn(turn, parts, text)
    case 's':
      return takeSharing(turn, parts)
    case 'j':
      return takeJoint(turn, parts, text)
    case 'v':
      return takeStory(turn, parts, text)
    default:
      return turn.remark('notice-stale')
  }
}

function placeIn(data: string): At | null {
  const [letter, code, ...parts] = data.split('.')
  return letter === 'w' && code !== undefined ? { code, parts } : null
}

function stranger(visit: SheetVisit): true {
  visit.remark('sheet-not-yours')
  return true
}

async function visitOf(
  ground: Ground,
  rooms: SheetRooms,
  inbound: Inbound,
  addressHash: string,
): Promise<SheetVisit | null> {
  const address = inbound.from
  if (!address) return null
  const writer = await readWriter(ground, inbound.channel, addressHash)
  const { starts, hasRole } = await startsOf(ground, inbound.channel, addressHash)
  const own = ground.config().organisations.get(starts[0]?.organisationId ?? '')
  const nearest = nearestLanguage(inbound.language, own?.language ?? 'nl')
  // Grown-ups read B1: there is one Dutch for them.
  const language = fullLanguage(nearest)
  const words = wordsFor(language)
  const place = inbound.type === 'place-command' || inbound.type === 'tapped' ? inbound.place : undefined
  const replaces = inbound.type === 'tapped' && !inbound.place ? inbound.message : undefined
  const to = writer?.address ?? address
  const say: SheetVisit['say'] = ({ choices = [], ...saying }) =>
    rooms.speak(
      to,
      { kind: 'notice', language, choices, silent: true, ...saying },
      replaces === undefined ? {} : { replaces },
    )
  const visit: SheetVisit = {
    ...{ ground, rooms, inbound, address, addressHash, writer, starts, hasRole, language, words, say },
    ...(place ? { place } : {}),
    remark: (key, values = {}) =>
      say({
        lines: words(key, values)
          .split('\n')
          .map((text) => ({ text })),
      }),
    become: async (as) => turning({ ...visit, writer: await openWriter(ground, address, as) }),
  }
  return visit
}

async function turnOf(visit: SheetVisit): Promise<SheetTurn | null> {
  if (!visit.writer) return null
  await touchWriter(visit.ground, visit.writer.id)
  // What was asked before is over with what is done now.
  await expectNothing(visit.ground, visit.writer.id)
  return turning({ ...visit, writer: visit.writer })
}

function turning(visit: SheetVisit & Pick<SheetTurn, 'writer'>): SheetTurn {
  return { ...visit, expect: (data) => expectFromWriter(visit.ground, visit.writer, data) }
}
