/** Saying no: what a role does not allow, and what the desk would not do. */
import type { StaffTurn } from './turn.ts'

export function mayNot(turn: StaffTurn): void {
  turn.remark('staff-may-not', { organisation: turn.organisation.name })
}

/** A wish that was not granted, in the words of the desk. */
export function refuse(turn: StaffTurn, refused: { fault: string; values?: Record<string, string | number> }): void {
  if (refused.fault === 'desk-may-not') {
    mayNot(turn)
    return
  }
  const values = Object.fromEntries(Object.entries(refused.values ?? {}).map(([key, value]) => [key, String(value)]))
  turn.remark(refused.fault, values)
}
