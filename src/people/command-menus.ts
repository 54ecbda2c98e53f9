/**
 * The commands for the staff are shown to who has a role, by platforms that can show them to one person. What stands
 * there is remembered by this process only: after a restart each person is looked at once.
 */
import { type Channel, ChannelError, type ChannelName, type Inbound, type Take } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { describeError } from '../log.ts'

export type CommandMenus = {
  /** Shows the commands to who got a role, and takes them away from who has none any more; returns at once. */
  look(): void
  /** Looks also after each event with which somebody gets or gives up a role. */
  after(take: Take): Take
}

/** @param background does what nobody waits for */
export function createCommandMenus(
  ground: Ground,
  channels: ReadonlyMap<ChannelName, Channel>,
  background: (work: () => Promise<void>) => void,
): CommandMenus {
  const shown = new Map<string, boolean>()
  let looking: Promise<void> | undefined
  let again = false

  function look(): void {
    again = true
    looking ??= lookUntilDone()
    const looked = looking
    background(() => looked)
  }

  async function lookUntilDone(): Promise<void> {
    try {
      while (again) {
        again = false
        await lookOnce()
      }
    } finally {
      looking = undefined
    }
  }

  async function lookOnce(): Promise<void> {
    const busy = new Set<ChannelName>()
    for (const person of await peopleWithRoles(ground)) {
      const channel = channels.get(person.channel)
      const key = `${person.channel} ${person.addressHash}`
      if (!channel?.showCommands || busy.has(person.channel) || shown.get(key) === person.staff) continue
      try {
        await channel.showCommands(ground.vault.decryptAddress(person.cipher), person.staff)
        shown.set(key, person.staff)
      } catch (error) {
        if (!(error instanceof ChannelError)) throw error
        // Who cannot be reached sees no commands either; a busy platform is asked at the next look.
        if (error.kind === 'later') busy.add(person.channel)
        else shown.set(key, person.staff)
        ground.log.warn(
          { channel: person.channel, ...describeError(error) },
          'the commands for the staff were not shown or taken away',
        )
      }
    }
  }

  return {
    look,
    after: (take) => async (inbound) => {
      await take(inbound)
      if (mayChangeRoles(inbound)) look()
    },
  }
}

/** An invitation is used with a command or a link, and roles are taken back with their own buttons; what happens on a page is seen within the minute. */
function mayChangeRoles(inbound: Inbound): boolean {
  if (inbound.type === 'command') return inbound.command === 'koppel' || inbound.command === 'start'
  return inbound.type === 'tapped' && inbound.data.startsWith('t.r')
}

/** Everybody who has a role, or had one not long ago, once for each account. */
async function peopleWithRoles(
  ground: Ground,
): Promise<{ channel: ChannelName; addressHash: string; cipher: string; staff: boolean }[]> {
  const now = ground.clock.now()
  const rows = await ground.store.db
    .selectFrom('staff')
    .select(['organisation_id', 'channel', 'address_hash', 'address_cipher', 'ended_at', 'expires_at'])
    .where((eb) => {
      const since = now.subtract({ hours: 24 * DAYS_REMEMBERED }).toString() as never
      return eb.and([
        eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', since)]),
        eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', since)]),
      ])
    })
    .orderBy('granted_at')
    .execute()
  const people = new Map<string, { channel: ChannelName; addressHash: string; cipher: string; staff: boolean }>()
  for (const row of rows) {
    const staff =
      row.ended_at === null &&
      (row.expires_at === null || row.expires_at.getTime() > now.epochMilliseconds) &&
      ground.config().organisations.has(row.organisation_id)
    const key = `${row.channel} ${row.address_hash}`
    const before = people.get(key)
    people.set(key, {
      channel: row.channel,
      addressHash: row.address_hash,
      cipher: row.address_cipher,
      staff: staff || (before?.staff ?? false),
    })
  }
  return [...people.values()]
}

/** Longer than any service is away between two versions; who lost a role before that was looked at. */
const DAYS_REMEMBERED = 30
