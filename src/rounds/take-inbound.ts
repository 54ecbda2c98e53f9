/** Every event from every channel comes in here, and goes to the one who takes it: by the first letters of a button, or by command. */
import { type Inbound, type PersonCommand, STAFF_COMMANDS, type StaffCommand, type Take } from '../channels/port.ts'
import { loseJointPlace, moveJointPlace } from '../dialogue/joint-place.ts'
import { loseWriter } from '../dialogue/sheet-writers.ts'
import type { Ground } from '../ground.ts'
import { createDoorGates } from '../people/door-gates.ts'
import { placesAt } from '../people/places.ts'
import { loseStaff, regainStaff } from '../people/staff.ts'
import { stopAskingEverywhere } from '../people/stopping.ts'
import { decodeButton } from '../survey/button-data.ts'
import { isStopWord } from '../survey/read-reply.ts'
import { CONTROL } from '../survey/types.ts'
import { expectedOf, haveTaken, wereTaken } from './expected.ts'
import { type InboundRooms, remark } from './inbound-rooms.ts'
import { createJoinDoor, type DoorRooms } from './join-door.ts'
import { loseContact, losePlace, movePlace, regainContact } from './lost.ts'
import { offerConsent } from './send-consent.ts'
import { takeDataTap, takeErase, takeMyData, takePrivacy } from './take-data.ts'
import { takeHelp, takeHelpTap, takeHelpTyped, takeUnexpected } from './take-help.ts'
import { takeJoinTap, takeStart } from './take-join.ts'
import { leavePublicPlace, takePlaceCommand } from './take-place.ts'
import { takeProposal, takeProposalTap, takeProposalTyped } from './take-proposal.ts'
import { takeQuoteTap } from './take-quote.ts'
import { takeLanguage, takePause, takeSettings, takeSettingsTap } from './take-settings.ts'
import { takeStaffCode } from './take-staff.ts'

type Given = Omit<InboundRooms, 'gates'> & Pick<DoorRooms, 'turn' | 'background'>

export function createTakeInbound(ground: Ground, { turn, background, ...given }: Given): Take {
  const rooms: InboundRooms = { ...given, gates: createDoorGates(ground.clock) }
  const byDoor = createJoinDoor(ground, { gates: rooms.gates, speak: rooms.speak, turn, background })
  return async (inbound) => {
    ground.metrics.replies.inc({ channel: inbound.channel })
    const key = inbound.from ? ground.vault.hashAddress(inbound.from) : ''
    if (isCode(inbound) && rooms.gates.codes.pass(key || inbound.channel) > 0)
      return remark(rooms, inbound, 'link-too-many')
    await rooms.inOrder(key || `place:${inbound.channel}`, () =>
      byDoor(inbound, key, (speak) => takeOne(ground, { ...rooms, speak }, inbound, key)),
    )
  }
}

async function takeOne(ground: Ground, rooms: InboundRooms, inbound: Inbound, addressHash: string): Promise<void> {
  switch (inbound.type) {
    case 'tapped':
      return takeTap(ground, rooms, inbound, addressHash)
    case 'typed':
      return takeTyped(ground, rooms, inbound, addressHash)
    case 'command':
      if (FOR_SHEETS.has(inbound.command) && (await rooms.sheets(inbound, addressHash))) return
      if (FOR_STAFF.has(inbound.command) && (await rooms.staff(inbound, addressHash))) return
      if (inbound.command !== 'start' && inbound.channel !== 'web') await regainContact(ground, addressHash)
      return takeCommand(ground, rooms, inbound, addressHash)
    case 'place-command':
      if (FOR_SHEETS.has(inbound.command) && (await rooms.sheets(inbound, addressHash))) return
      if (await leavePublicPlace(ground, rooms, inbound)) return
      if (inbound.command !== 'koppel' && (await rooms.staff(inbound, addressHash))) return
      return takePlaceCommand(ground, rooms, inbound)
    case 'blocked': {
      const contact = await ground.store.db
        .selectFrom('contact')
        .select('id')
        .where('address_hash', '=', addressHash)
        .executeTakeFirst()
      if (contact) await loseContact(ground, contact.id)
      await loseStaff(ground, { channel: inbound.channel, addressHash })
      await loseWriter(ground, { channel: inbound.channel, addressHash })
      if (inbound.from)
        for (const place of await placesAt(ground, inbound.from))
          await losePlace(ground, place.organisationId, place.id)
      rooms.runs.clear()
      return
    }
    case 'unblocked':
      await regainStaff(ground, inbound.channel, addressHash)
      return regainContact(ground, addressHash)
    case 'place-lost': {
      for (const place of await placesAt(ground, inbound.place, true))
        await losePlace(ground, place.organisationId, place.id)
      return loseJointPlace(ground, inbound.place)
    }
    case 'place-moved': {
      for (const place of await placesAt(ground, inbound.place))
        await movePlace(ground, place.organisationId, place.id, inbound.to)
      return moveJointPlace(ground, inbound.place, inbound.to)
    }
    default: {
      const never: never = inbound
      return never
    }
  }
}

/** A button says by its first letter whose it is. */
async function takeTap(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'tapped' }>,
  addressHash: string,
): Promise<void> {
  const whose = inbound.data.slice(0, 2)
  if (OF_YOUNG.has(whose) && inbound.channel !== 'web') await regainContact(ground, addressHash)
  switch (whose) {
    case 'j.':
      return takeJoinTap(ground, rooms, inbound)
    case 's.':
      return takeSettingsTap(ground, rooms, inbound, addressHash)
    case 'd.':
      return takeDataTap(ground, rooms, inbound, addressHash)
    case 'h.':
      return takeHelpTap(ground, rooms, inbound, addressHash)
    case 'v.':
      return takeProposalTap(ground, rooms, inbound, addressHash)
    case 'q.':
      return takeQuoteTap(ground, rooms, inbound, addressHash)
    case 'w.':
      if (await rooms.sheets(inbound, addressHash)) return
      return remark(rooms, inbound, 'staff-nobody')
    case 't.':
      if (await rooms.staff(inbound, addressHash)) return
      return remark(rooms, inbound, 'staff-nobody')
    default:
      if (await rooms.replies.take(inbound, addressHash)) return
      // The card may be of a run that is erased; no more questions is about all that is to come.
      if (decodeButton(inbound.data)?.code === CONTROL.stop) return stop(ground, rooms, inbound, addressHash)
      // Who taps an old card after their yes ended wants to answer: the yes comes first.
      if (await offerConsent(ground, rooms, inbound)) return
      return takeDataTap(ground, rooms, inbound, addressHash)
  }
}

/**
 * Text belongs to the card it names, to what the bot just asked for, or to the newest open card. A word that stops is
 * none of these: it stops. Reading the open cards tells whether something was asked for, so an answer costs no trip more.
 */
async function takeTyped(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'typed' }>,
  addressHash: string,
): Promise<void> {
  const open = inbound.data === undefined ? await rooms.runs.ofPerson(inbound.channel, addressHash) : []
  const answers = open.length > 0 && !open.some((held) => held.expects)
  const stops = isStopWord(inbound.text)
  if (!answers && !stops && (await rooms.staff(inbound, addressHash))) return
  if (!answers && !stops && (await rooms.sheets(inbound, addressHash))) return
  // A field of the staff that stood open when the role ended.
  if (!stops && inbound.data?.startsWith('t.')) return remark(rooms, inbound, 'staff-nobody')
  const expected = answers ? null : await expectedOf(ground, inbound, addressHash, stops)
  if (expected) {
    // Delivered again, the same words would be an answer to whatever stands open.
    if (await wereTaken(ground, inbound)) return
    const takeExpected = expected.what === 'proposal' ? takeProposalTyped : takeHelpTyped
    const again = await takeExpected(ground, rooms, inbound, addressHash, expected.organisationId)
    return haveTaken(ground, inbound, addressHash, again !== undefined)
  }
  if (await rooms.replies.take(inbound, addressHash, open)) return
  if (stops) return stop(ground, rooms, inbound, addressHash)
  return takeUnexpected(ground, rooms, inbound, addressHash)
}

async function takeCommand(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'command' }>,
  addressHash: string,
): Promise<void> {
  switch (inbound.command) {
    case 'start':
      return takeStart(ground, rooms, inbound, addressHash)
    case 'stop':
      return stop(ground, rooms, inbound, addressHash)
    case 'help':
      return takeHelp(ground, rooms, inbound, addressHash)
    case 'privacy':
      return takePrivacy(ground, rooms, inbound, addressHash)
    case 'language':
      return takeLanguage(ground, rooms, inbound, addressHash)
    case 'pause':
      return takePause(ground, rooms, inbound, addressHash)
    case 'settings':
      return takeSettings(ground, rooms, inbound, addressHash)
    case 'my-data':
      return takeMyData(ground, rooms, inbound, addressHash)
    case 'erase':
      return takeErase(ground, rooms, inbound, addressHash)
    case 'propose':
      return takeProposal(ground, rooms, inbound, addressHash)
    case 'koppel':
      return takeStaffCode(ground, rooms, inbound)
    default:
      return remark(rooms, inbound, 'staff-nobody')
  }
}

async function stop(ground: Ground, rooms: InboundRooms, inbound: Inbound, addressHash: string): Promise<void> {
  await stopAskingEverywhere(ground, inbound.channel, addressHash)
  rooms.runs.clear()
  remark(rooms, inbound, 'notice-stopped')
}

/** Buttons of what a young person reads or chooses, outside any card and before any yes. */
const OF_YOUNG: ReadonlySet<string> = new Set(['s.', 'd.', 'h.', 'v.', 'q.'])

/** Codes are short enough to type, so nobody may try many of them. */
const isCode = (inbound: Inbound): boolean =>
  (inbound.type === 'command' || inbound.type === 'place-command') && inbound.command === 'koppel'

/** `koppel` with the code of a joint worksheet lets somebody in. */
const FOR_SHEETS: ReadonlySet<string> = new Set(['worksheet', 'koppel'])
/** Commands that mean something else to who has a role. */
const FOR_STAFF: ReadonlySet<PersonCommand | StaffCommand> = new Set([...STAFF_COMMANDS, 'propose', 'pause', 'help'])
