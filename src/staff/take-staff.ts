/**
 * What people with a role do in a chat or on their own page: commands, buttons (`t.…`) and words that were asked for.
 * Everything is answered in private. Who somebody is comes from the account on the platform, each time anew: a role
 * that was taken back is gone at once.
 */

import type { Inbound } from '../channels/port.ts'
import { authorityOf } from '../dialogue/authority.ts'
import type { Ground } from '../ground.ts'
import type { Office } from '../people/permissions.ts'
import { readStaff, regainStaff, type StaffPerson } from '../people/staff.ts'
import type { Speak } from '../rounds/speak.ts'
import { noteInbound } from '../store/replies.ts'
import { fullLanguage } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import { AREAS, areaOfCommand } from './areas.ts'
import { menu } from './menu.ts'
import { chooseOrganisation, chosenOrganisation, expectFrom, takeExpected } from './staff-chat.ts'
import type { Area, StaffRooms, StaffTurn } from './turn.ts'

export type TakeStaff = (inbound: Inbound, addressHash: string) => Promise<boolean>

/** @returns takes one event; false when this person has no role, or the event is none of the staff's */
export function createTakeStaff(ground: Ground, rooms: StaffRooms & { speak: Speak }): TakeStaff {
  return async (inbound, addressHash) => {
    if (!inbound.from) return false
    const person = await readStaff(ground, inbound.channel, addressHash)
    if (!person) return false
    // Whoever does something can be reached.
    if (person.lost) await regainStaff(ground, inbound.channel, addressHash)
    const wish = await wishOf(ground, inbound, addressHash)
    if (!wish) return false
    if (inbound.type === 'typed') {
      const today = ground.clock.now().toString().slice(0, 10)
      if (!(await noteInbound(ground.store.pool, inbound, today))) return true
    }
    const turn = await turnOf(ground, rooms, inbound, person)
    if (wish.type === 'open') await wish.area.open(turn, wish.argument)
    else if (wish.type === 'tap') await wish.area.tap(turn, wish.parts)
    else await (wish.area.typed ?? stale)(turn, wish.parts, wish.text)
    return true
  }
}

type Wish =
  | { type: 'open'; area: Area; argument: string }
  | { type: 'tap'; area: Area; parts: string[] }
  | { type: 'typed'; area: Area; parts: string[]; text: string }

async function wishOf(ground: Ground, inbound: Inbound, addressHash: string): Promise<Wish | null> {
  switch (inbound.type) {
    case 'command':
    case 'place-command': {
      const area = areaOfCommand(inbound.command)
      return area && { type: 'open', area, argument: inbound.argument }
    }
    case 'tapped': {
      const at = placeIn(inbound.data)
      return at && { type: 'tap', ...at }
    }
    case 'typed': {
      const data = inbound.data ?? (await takeExpected(ground, inbound.channel, addressHash))
      // Where an app does not let somebody send a command that it does not list, the word alone opens the menu.
      if (data === null && MENU_WORD.test(inbound.text)) return { type: 'open', area: menu, argument: '' }
      const at = data === null ? null : placeIn(data)
      return at && { type: 'typed', ...at, text: inbound.text }
    }
    default:
      return null
  }
}

function placeIn(data: string): { area: Area; parts: string[] } | null {
  const [letter, code, ...parts] = data.split('.')
  const area = letter === 't' ? AREAS.find((one) => one.code === code) : undefined
  return area ? { area, parts } : null
}

async function turnOf(
  ground: Ground,
  rooms: StaffRooms & { speak: Speak },
  inbound: Inbound,
  person: StaffPerson,
): Promise<StaffTurn> {
  const organisationId = await chosenOrganisation(ground, inbound.channel, person)
  const organisation = ground.config().organisations.get(organisationId)!
  const offices: Office[] = person.offices.filter((office) => office.organisationId === organisationId)
  const authority = await authorityOf(ground, organisation, person.offices)
  // Staff read B1: there is one Dutch for them.
  const nearest = nearestLanguage(inbound.language, organisation.language)
  const language = fullLanguage(nearest)
  const words = wordsFor(language)
  const place = inbound.type === 'place-command' || inbound.type === 'tapped' ? inbound.place : undefined
  const replaces = inbound.type === 'tapped' && !inbound.place ? inbound.message : undefined
  const say: StaffTurn['say'] = ({ choices = [], ...saying }) =>
    rooms.speak(
      person.address,
      { kind: 'notice', language, choices, ...saying },
      replaces === undefined ? {} : { replaces },
    )
  const turn: StaffTurn = {
    ground,
    rooms,
    inbound,
    person,
    organisation,
    offices,
    staffId: offices[0]!.staffId,
    name: offices[0]!.name,
    language,
    words,
    ...(place ? { place } : {}),
    withCoach: authority.coach,
    may: authority.may,
    say,
    remark: (key, values = {}) =>
      say({
        lines: words(key, values)
          .split('\n')
          .map((text) => ({ text })),
      }),
    expect: (data) => expectFrom(ground, inbound.channel, person.addressHash, data),
    async elsewhere(id) {
      if (!person.offices.some((office) => office.organisationId === id)) return null
      await chooseOrganisation(ground, turn, id)
      return turnOf(ground, rooms, inbound, person)
    },
  }
  return turn
}

const stale = async (turn: StaffTurn) => turn.remark('notice-stale')

const MENU_WORD = /^\s*\/?(menu|قائمة)\s*$/i
