/** Many people of one organisation in a few statements, as if each had joined and said yes. */
import type { Organisation } from '../../src/config/organisation.ts'
import { consentNow } from '../../src/people/consent-gate.ts'
import type { Store } from '../../src/store/open.ts'

/**
 * Participants `p1` to `p<people>`, each with a contact on Telegram whose address nobody can read.
 * @param mark stands before each id, so that several organisations have people of their own
 */
export async function joinMany(
  store: Store,
  organisation: Organisation,
  people: number,
  now: Temporal.Instant,
  mark = '',
): Promise<void> {
  const { version, textVersion, today, validUntil } = consentNow(organisation, now)
  const each = `from generate_series(1, ${people}) as n`
  for (const [text, values] of [
    [
      `insert into contact (id, channel, address_hash, address_cipher, state, age_band)
        select $1 || 'c' || n, 'telegram', $1 || 'h' || n, 'x', 'reachable', '18+' ${each}`,
      [mark],
    ],
    [
      `insert into participant (organisation_id, id, language, state, example, joined_on)
        select $2, $1 || 'p' || n, 'nl', 'joined', false, $3::date ${each}`,
      [mark, organisation.id, today],
    ],
    [
      `insert into contact_link (contact_id, organisation_id, participant_id)
        select $1 || 'c' || n, $2, $1 || 'p' || n ${each}`,
      [mark, organisation.id],
    ],
    [
      `insert into consent (organisation_id, participant_id, version, language, given_on, text_version, valid_until)
        select $2, $1 || 'p' || n, $3, 'nl', $4::date, $5, $6::date ${each}`,
      [mark, organisation.id, version, today, textVersion, validUntil],
    ],
  ] as const) {
    await store.pool.query(text, [...values])
  }
}
