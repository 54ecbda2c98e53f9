/** Which commands Telegram shows beside the text field: set when they differ, so that restarts are cheap. */
import type { Api } from 'grammy'
import { type Address, ChannelError } from '../port.ts'
import { type CommandList, commandLists, type StaffCommandList, sameCommands, staffLists } from './commands.ts'
import { toChannelError } from './errors.ts'
import { readAddress } from './wire.ts'

/** @param call makes one call of the Bot API and counts how it ended */
export function makeCommandLists(api: Api, call: <T>(method: string, run: () => Promise<T>) => Promise<T>) {
  return { publish, showCommands }

  /** The lists for everybody. */
  async function publish(): Promise<void> {
    await Promise.all(
      commandLists().map(async (list) => {
        if (!(await stands(list))) await set(list)
      }),
    )
  }

  /** A list of one private chat goes before those for everybody, so it holds all that this person may see. */
  async function showCommands(to: Address, staff: boolean): Promise<void> {
    const address = readAddress(to)
    if (!address || address.chat_id <= 0) {
      throw new ChannelError('rejected', 'telegram: commands are shown to somebody, not in a place')
    }
    // The one without a language is changed last, and tells whether all of them are.
    const [plain, ...inLanguages] = staffLists(address.chat_id)
    try {
      if (staff) {
        if (await stands(plain!)) return
        await Promise.all(inLanguages.map(set))
        await set(plain!)
      } else {
        if ((await shown(plain!)).length === 0) return
        await Promise.all(inLanguages.map(clear))
        await clear(plain!)
      }
    } catch (error) {
      throw toChannelError(error, 'setMyCommands')
    }
  }

  async function stands(list: CommandList | StaffCommandList): Promise<boolean> {
    return sameCommands(await shown(list), list.commands)
  }

  function shown({ commands: _, ...where }: CommandList | StaffCommandList) {
    return call('getMyCommands', () => api.raw.getMyCommands(where))
  }

  async function set(list: CommandList | StaffCommandList): Promise<void> {
    await call('setMyCommands', () => api.raw.setMyCommands(list))
  }

  async function clear({ commands: _, ...where }: StaffCommandList): Promise<void> {
    await call('deleteMyCommands', () => api.raw.deleteMyCommands(where))
  }
}
