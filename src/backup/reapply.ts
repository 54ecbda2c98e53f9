/** Does once more what was erased, stopped or taken back after a backup was made. Twice is the same as once. */
import type { Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { eraseAnswerWithin } from '../people/erase-answer.ts'
import { eraseContact } from '../people/erasing.ts'
import type { ErasureKind } from '../people/note-erasure.ts'
import { stopAsking } from '../people/stopping.ts'
import { forgetQuotes, takeDown } from '../people/withdrawing.ts'
import type { Tables } from '../store/tables.ts'
import { run } from './copy-in.ts'
import type { Erasure } from './erasures.ts'

type Apply = (ground: Ground, trx: Transaction<Tables>, subject: readonly string[]) => Promise<unknown>

/** The kinds among them of which this version does not know how they are done again: a newer one wrote them down. */
export function unknownKinds(erasures: readonly Erasure[]): string[] {
  return [...new Set(erasures.map(({ what }) => what).filter((what) => !Object.hasOwn(APPLY, what)))].sort()
}

/**
 * @param erasures oldest first, none of an unknown kind
 * @returns how many there were of each kind
 */
export async function reapply(
  ground: Ground,
  trx: Transaction<Tables>,
  erasures: readonly Erasure[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { id, what, subject, at } of erasures) {
    await run(
      trx,
      'insert into erasure (id, what, subject, at) values ($1, $2, $3, $4::timestamptz) on conflict do nothing',
      [id, what, subject, at],
    )
    await APPLY[what as ErasureKind](ground, trx, subject.split(' '))
    if (what !== 'round') counts[what] = (counts[what] ?? 0) + 1
  }
  return counts
}

/** One statement, with the parts of the subject as its parameters; `now` is the last one. */
const statement =
  (text: string): Apply =>
  (_, trx, subject) =>
    run(trx, text, [...subject])

const statements =
  (...texts: string[]): Apply =>
  async (_, trx, subject) => {
    for (const text of texts) await run(trx, text, [...subject])
  }

const APPLY: Record<ErasureKind, Apply> = {
  async person(ground, trx, [print]) {
    const found = `select id from contact where encode(sha256(convert_to(id, 'UTF8')), 'hex') = $1`
    for (const contact of await run<{ id: string }>(trx, found, [print])) await eraseContact(ground, trx, contact)
  },
  stop: (ground, trx, [organisation, participant]) =>
    stopAsking(ground, organisation!, participant!, {
      query: async ({ text, values }: { text: string; values: unknown[] }) => ({ rows: await run(trx, text, values) }),
    } as never),
  pause: statement(
    `update contact set paused_until = greatest(coalesce(paused_until, $2::date), $2::date) where id = $1`,
  ),
  answer: (ground, trx, [runId, question]) =>
    eraseAnswerWithin(ground, trx, { contactId: null, runId: runId!, question: question! }),
  async text(ground, trx, [runId, question]) {
    await run(trx, 'delete from open_text where run_id = $1 and question = $2', [runId, question])
    await forgetQuotes(trx, { runs: [runId!], questions: [question!] }, ground.clock.now())
  },
  async quote(ground, trx, [id]) {
    await run(trx, `delete from quote where id = $1 and state = 'draft'`, [id])
    await run(trx, `update quote set state = 'withdrawn', text_cipher = null, answered_at = null where id = $1`, [id])
    await takeDown(trx, [id!], ground.clock.now())
  },
  request: statements(
    `delete from outgoing where kind = 'contact-request' and subject_id = $1`,
    'delete from contact_request where id = $1',
  ),
  proposal: (ground, trx, [id]) =>
    run(trx, `update proposal set state = 'done', text_cipher = $2, names_suspected = false where id = $1`, [
      id,
      ground.vault.encryptText(''),
    ]),
  session: statements(
    `update session set state = 'cancelled', by_hand = true where organisation_id = $1 and id = $2`,
    `update outgoing set state = 'cancelled' from run, round where outgoing.organisation_id = $1 and outgoing.state = 'due'
      and run.organisation_id = $1 and run.id = outgoing.run_id and round.organisation_id = $1 and round.id = run.round_id
      and round.session_id = $2`,
  ),
  // Left out before, with what may have been sent and posted.
  round: async () => {},
  async role(ground, trx, [organisation, staff]) {
    const now = ground.clock.now().toString()
    await run(
      trx,
      `update staff set ended_at = coalesce(ended_at, $3::timestamptz), ended_by = coalesce(ended_by, 'backup')
        where organisation_id = $1 and id = $2`,
      [organisation, staff, now],
    )
    // Requests for contact stop going to somebody who no longer has the role.
    await run(
      trx,
      `delete from place using staff where staff.organisation_id = $1 and staff.id = $2 and staff.role = 'safeguarding'
        and place.organisation_id = $1 and place.purpose in ('safeguarding', 'fallback') and place.address_hash = staff.address_hash
        and not exists (select 1 from staff other where other.organisation_id = $1 and other.role = 'safeguarding'
          and other.address_hash = staff.address_hash and other.ended_at is null)`,
      [organisation, staff],
    )
  },
  invitation: statement('delete from invitation where code_hash = $1 and used_at is null'),
  'survey-stop': (ground, trx, [organisation, id]) =>
    endAgreement(trx, `ended_at = coalesce(ended_at, $3::timestamptz), ended_by = coalesce(ended_by, 'backup')`, [
      organisation,
      id,
      ground.clock.now().toString(),
    ]),
  'survey-pause': (ground, trx, [organisation, id]) =>
    endAgreement(trx, `paused_at = coalesce(paused_at, $3::timestamptz), paused_by = coalesce(paused_by, 'backup')`, [
      organisation,
      id,
      ground.clock.now().toString(),
    ]),
  async sharing(ground, trx, [organisation, id]) {
    const values = [organisation, id, ground.clock.now().toString()]
    await run(
      trx,
      `update data_agreement set state = 'ended', ended_by = coalesce(ended_by, 'backup'),
        ended_at = coalesce(ended_at, $3::timestamptz) where organisation_id = $1 and id = $2 and state = 'agreed'`,
      values,
    )
    await run(trx, REVOKE, values)
  },
  keys: (ground, trx, [organisation, id]) => run(trx, REVOKE, [organisation, id, ground.clock.now().toString()]),
  usage: (ground, trx, [organisation]) =>
    run(trx, 'update usage_agreement set ended_at = $2::timestamptz where organisation_id = $1 and ended_at is null', [
      organisation,
      ground.clock.now().toString(),
    ]),
  entry: (ground, trx, [id]) =>
    run(trx, 'update library_entry set withdrawn_at = coalesce(withdrawn_at, $2::timestamptz) where id = $1', [
      id,
      ground.clock.now().toString(),
    ]),
  summary: statement('delete from summary where organisation_id = $1 and moment_id = $2'),
  said: statement('delete from talk_answer where organisation_id = $1 and talk_id = $2 and step = $3 and id = $4'),
  writer: statements(
    `delete from joint_share using joint_partner where joint_partner.writer_id = $1
      and joint_partner.sheet_id = joint_share.sheet_id and joint_partner.id in (joint_share.from_id, joint_share.to_id)`,
    `delete from joint_entry using joint_partner where joint_partner.writer_id = $1
      and joint_partner.sheet_id = joint_entry.sheet_id and joint_partner.id = joint_entry.partner_id`,
    'delete from joint_partner where writer_id = $1',
    'delete from outgoing where writer_id = $1',
    'delete from sheet_field where writer_id = $1',
    'delete from staff_link where writer_id = $1',
    'delete from writer where id = $1',
  ),
  sheet: statements(
    `delete from joint_share using joint_partner where joint_partner.writer_id = $1
      and joint_partner.sheet_id = joint_share.sheet_id and joint_partner.id = joint_share.from_id`,
    'delete from sheet_field where writer_id = $1',
    'delete from staff_link where writer_id = $1',
  ),
  field: statements(
    `delete from joint_share using joint_partner where joint_partner.writer_id = $1 and joint_share.field = $2
      and joint_partner.sheet_id = joint_share.sheet_id and joint_partner.id = joint_share.from_id`,
    'delete from sheet_field where writer_id = $1 and field = $2',
  ),
  'own-field': statement('delete from sheet_field where writer_id = $1 and field = $2'),
  share: statement('delete from joint_share where sheet_id = $1 and from_id = $2 and to_id = $3 and field = $4'),
  async left(ground, trx, [sheet, partner]) {
    await run(
      trx,
      'update joint_partner set left_at = coalesce(left_at, $3::timestamptz) where sheet_id = $1 and id = $2',
      [sheet, partner, ground.clock.now().toString()],
    )
    await run(trx, 'delete from joint_share where sheet_id = $1 and $2 in (from_id, to_id)', [sheet, partner])
  },
  words: statements(
    'delete from joint_share where sheet_id = $1 and from_id = $2',
    'delete from joint_entry where sheet_id = $1 and partner_id = $2',
  ),
  piece: statement('delete from joint_entry where sheet_id = $1 and id = $2'),
}

/** What waits to be asked of it is not asked; a card that somebody has can still be answered. */
async function endAgreement(trx: Transaction<Tables>, how: string, values: unknown[]): Promise<void> {
  await run(trx, `update agreement set ${how} where organisation_id = $1 and id = $2`, values)
  await run(
    trx,
    `update outgoing set state = 'cancelled' from run, round, agreement
      where agreement.organisation_id = $1 and agreement.id = $2 and round.organisation_id = $1
        and round.survey_id = agreement.survey_id and run.organisation_id = $1 and run.round_id = round.id
        and outgoing.organisation_id = $1 and outgoing.run_id = run.id and outgoing.state = 'due'
        and outgoing.kind in ('card', 'reminder') and (outgoing.kind = 'reminder' or run.card_cipher is null)`,
    values.slice(0, 2),
  )
}

const REVOKE = `update data_token set revoked_at = coalesce(revoked_at, $3::timestamptz)
  where organisation_id = $1 and agreement_id = $2`
