/** What became of a wish about a method: done, or a key in the words files that says what stands in the way. */
import type { Actor } from '../dialogue/actors.ts'

export type MethodFault = 'desk-may-not' | `library-${string}` | `check-${string}`
export type Fault = { ok: false; fault: MethodFault; values: Record<string, string | number> }
export type Done<T> = { ok: true; value: T } | Fault
/** Who does it; a door such as the coach's page has no account, and shares nothing. */
export type Hand = Pick<Actor, 'by' | 'name' | 'key' | 'staffId' | 'may'>

export const fault = (key: MethodFault, values: Fault['values'] = {}): Fault => ({ ok: false, fault: key, values })
export const done = <T>(value: T): Done<T> => ({ ok: true, value })
