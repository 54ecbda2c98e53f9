/** Age bands: all that is ever asked about somebody's age. */
import type { ChannelName } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { AgeBand } from '../store/tables.ts'

/** In button data: younger than 13 (who is asked nothing, and of whom nothing is kept), then the bands. */
export const AGE_CODES = ['a', 'b', 'c', 'd'] as const
export type AgeCode = (typeof AGE_CODES)[number]

const BANDS = { b: '13-15', c: '16-17', d: '18+' } as const satisfies Record<string, AgeBand>
const YOUNGEST = { '13-15': 13, '16-17': 16, '18+': 18 } as const satisfies Record<AgeBand, number>

/** The band of a code; null for younger than 13, which no row can hold. */
export const bandOf = (code: AgeCode): AgeBand | null => (code === 'a' ? null : BANDS[code])

export const ageCodeOf = (band: AgeBand): AgeCode => AGE_CODES.find((code) => bandOf(code) === band)!

/** Whether everybody in this band may take part with an organisation on a channel. */
export const isOldEnough = (organisation: Organisation, channel: ChannelName, band: AgeBand): boolean =>
  YOUNGEST[band] >= organisation.minimumAge[channel]

/** The bands that may take part, youngest first. */
export const bandsFor = (organisation: Organisation, channel: ChannelName): AgeBand[] =>
  Object.values(BANDS).filter((band) => isOldEnough(organisation, channel, band))
