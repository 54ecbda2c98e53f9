/** Limits at the door that are the same on every channel: how many come in by one link, how many codes one account tries. */
import type { Clock } from '../clock.ts'
import { createGate, type Gate } from './gate.ts'

export type DoorGates = {
  /** New people, by the token of the link. */
  joins: Gate
  /** Codes that somebody types, by account. */
  codes: Gate
}

export const createDoorGates = (clock: Clock): DoorGates => ({
  joins: createGate(clock, JOINS),
  codes: createGate(clock, CODES),
})

/** A whole school in its hall, at once. */
const JOINS = { most: 1000, seconds: 600 }
/** Who links all the groups of a large organisation one after the other stays below. */
const CODES = { most: 30, seconds: 600 }
