/** What "now" is. SQL gets it as a parameter; tests give a clock of their own. */
export type Clock = { now(): Temporal.Instant }

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** Random identity, unguessable (122 bits). */
export type NewId = () => string
