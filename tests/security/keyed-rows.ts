/** A row in every table that the secret key has a part in, with values that can be told apart. */
import { sql } from 'kysely'
import type { Vault } from '../../src/people/vault.ts'
import type { TestGround } from '../support/ground.ts'

type Plain = { table: string; column: string; plain: string; open(vault: Vault, cipher: string): string }

/** What was put in, and how it is read back. */
export async function keyedRows(ground: TestGround, people = 3): Promise<Plain[]> {
  const { vault } = ground
  await withoutForeignKeys(ground)
  const own = { organisation_id: 'xy' }
  const person = (name: string, id: string) => {
    const address = { channel: 'telegram' as const, id }
    return {
      name,
      channel: 'telegram',
      address_hash: vault.hashAddress(address),
      address_cipher: vault.encryptAddress(address),
    }
  }
  const text = (plain: string) => vault.encryptText(plain)
  const put = (table: string, values: Record<string, unknown>) => putRow(ground, table, values)

  for (let n = 0; n < people; n += 1)
    await put('contact', { ...person(`c${n}`, `contact-${n}`), name: undefined, id: `c${n}`, state: 'reachable' })
  await put('staff', { ...own, ...person('Merel', 'staff-1'), id: 's1', role: 'coach' })
  await put('staff_chat', {
    channel: 'telegram',
    address_hash: vault.hashAddress({ channel: 'telegram', id: 'staff-1' }),
    draft: JSON.stringify({ sealed: text('draft-1') }),
  })
  await put('staff_chat', { channel: 'telegram', address_hash: vault.hashAddress({ channel: 'telegram', id: 'gone' }) })
  await put('writer', { ...person('Ali', 'writer-1'), id: 'w1' })
  await put('place', {
    ...own,
    ...{ id: 'p1', channel: 'discord', purpose: 'coach', state: 'linked' },
    ...{ address_hash: vault.hashAddress({ channel: 'discord', id: 'place-1' }) },
    ...{ address_cipher: vault.encryptAddress({ channel: 'discord', id: 'place-1' }) },
    ...{ community_hash: vault.hashCommunity('server-1'), community_cipher: vault.encryptId('server-1') },
  })
  await put('run', { ...own, id: 'r1', round_id: 'ro', participant_id: 'pa', card_cipher: vault.encryptId('card-1') })
  await put('outgoing', {
    ...{ ...own, id: 'o1', kind: 'card', state: 'sent', channel: 'telegram' },
    external_cipher: vault.encryptId('message-1'),
  })
  await put('outgoing', { ...own, id: 'o2', kind: 'card', state: 'due', channel: 'telegram', external_cipher: null })
  await put('open_text', { ...own, run_id: 'r1', question: 'more', state: 'new', text_cipher: text('open-1') })
  await put('contact_request', {
    ...own,
    id: 'q1',
    contact_id: 'c0',
    state: 'waiting',
    handle_cipher: text('handle-1'),
  })
  await put('proposal', { ...own, id: 'v1', state: 'new', text_cipher: text('proposal-1') })
  await put('proposal_note', { ...own, proposal_id: 'sp1', id: 'n1', text_cipher: text('note-1') })
  await put('quote', { ...own, id: 'qu1', form: 'quote', state: 'asked', text_cipher: text('quote-1') })
  await put('summary', { ...own, moment_id: 'm1', text_cipher: text('summary-1') })
  await put('talk_answer', { ...own, talk_id: 't1', step: 'a', id: 'a1', cipher: vault.seal('talk', 't1', 'talk-1') })
  await put('sheet_field', { writer_id: 'w1', field: 'open', cipher: vault.seal('sheet', 'w1', 'sheet-1') })
  await put('sheet_field', { writer_id: 'w1', field: 'private', cipher: vault.seal('private', 'w1', 'private-1') })
  await put('joint_sheet', {
    ...{ ...own, id: 'j1', state: 'open', ...person('', 'joint-1'), name: undefined },
    title_cipher: vault.seal('joint', 'j1', 'title-1'),
  })
  await put('joint_share', { sheet_id: 'j1', from_id: 'a', to_id: 'b', cipher: vault.seal('joint', 'j1', 'share-1') })
  await put('joint_entry', { sheet_id: 'j1', id: 'e1', cipher: vault.seal('joint', 'j1', 'entry-1') })
  await put('story', { ...own, id: 'st1', state: 'draft', content_cipher: vault.seal('story', 'st1', 'story-1') })
  const maker = vault.hashAddress({ channel: 'telegram', id: 'staff-1' })
  await put('survey_proposal', {
    ...{ ...own, id: 'sp1', state: 'proposed', seq: undefined },
    ...{ made_key: maker, proposed_key: vault.hashAddress({ channel: 'telegram', id: 'gone' }) },
  })
  await put('method_draft', {
    ...{ ...own, id: 'd1', state: 'draft', made_key: maker, shared_key: maker },
    review_note_cipher: text('review-1'),
  })
  await put('data_agreement', { ...own, id: 'da1', level: 'rows', state: 'agreed', proposed_key: maker })
  await put('round', { ...own, id: 'ro', state: 'open' })
  await put('asked', { contact_id: 'c0', id: vault.hashToken('asked:ro') })
  await put('asked', { contact_id: 'c1', id: vault.hashToken('asked:gone') })
  await put('pace', { channel: 'telegram', scope: vault.hashToken('group') })
  await put('pace', { channel: 'telegram', scope: '' })
  await put('fleeting', { key_hash: vault.hashToken('fleeting'), value_cipher: vault.seal('private', 'f', 'fleeting') })
  const later = ground.clock.now().add({ hours: 1 }).toString()
  const earlier = ground.clock.now().subtract({ hours: 1 }).toString()
  for (const [n, used_at] of [null, earlier].entries()) {
    const code = { code_hash: vault.hashToken(`code-${n}`), expires_at: later, used_at }
    await put('invitation', { ...own, ...code, role: 'coach' })
    await put('joint_code', { ...code, sheet_id: 'j1', purpose: 'partner' })
    await put('link_code', { ...own, ...code, purpose: 'coach' })
    const token = { token_hash: vault.hashToken(`token-${n}`), expires_at: later, used_at }
    await put('one_time_link', { ...own, ...token, purpose: 'write' })
    await put('staff_link', { ...own, ...token, purpose: 'file' })
    await put('data_token', { ...own, token_hash: token.token_hash, agreement_id: 'da1', revoked_at: used_at })
  }

  const address = (vault: Vault, cipher: string) => vault.decryptAddress(cipher).id
  const id = (vault: Vault, cipher: string) => vault.decryptId(cipher)
  const words = (vault: Vault, cipher: string) => vault.decryptText(cipher)
  const plain = (table: string, column: string, plain: string, open: Plain['open']): Plain => ({
    table,
    column,
    plain,
    open,
  })
  const seal = (purpose: Parameters<Vault['seal']>[0], subject: string) => (vault: Vault, cipher: string) =>
    vault.unseal(purpose, subject, cipher)
  return [
    ...Array.from({ length: people }, (_, n) => plain('contact', 'address_cipher', `contact-${n}`, address)),
    plain('staff', 'address_cipher', 'staff-1', address),
    plain('writer', 'address_cipher', 'writer-1', address),
    plain('place', 'address_cipher', 'place-1', address),
    plain('place', 'community_cipher', 'server-1', id),
    plain('joint_sheet', 'address_cipher', 'joint-1', address),
    plain('run', 'card_cipher', 'card-1', id),
    plain('outgoing', 'external_cipher', 'message-1', id),
    plain('open_text', 'text_cipher', 'open-1', words),
    plain('contact_request', 'handle_cipher', 'handle-1', words),
    plain('proposal', 'text_cipher', 'proposal-1', words),
    plain('proposal_note', 'text_cipher', 'note-1', words),
    plain('quote', 'text_cipher', 'quote-1', words),
    plain('summary', 'text_cipher', 'summary-1', words),
    plain('method_draft', 'review_note_cipher', 'review-1', words),
    plain('staff_chat', 'draft', 'draft-1', (vault, draft) =>
      vault.decryptText((draft as unknown as { sealed: string }).sealed),
    ),
    plain('talk_answer', 'cipher', 'talk-1', seal('talk', 't1')),
    plain('sheet_field', 'cipher', 'sheet-1', seal('sheet', 'w1')),
    plain('sheet_field', 'cipher', 'private-1', seal('private', 'w1')),
    plain('joint_sheet', 'title_cipher', 'title-1', seal('joint', 'j1')),
    plain('joint_share', 'cipher', 'share-1', seal('joint', 'j1')),
    plain('joint_entry', 'cipher', 'entry-1', seal('joint', 'j1')),
    plain('story', 'content_cipher', 'story-1', seal('story', 'st1')),
  ]
}

/** Each table by itself: what a row belongs to is not the point here. */
async function withoutForeignKeys(ground: TestGround): Promise<void> {
  const found = await sql<{
    statement: string
  }>`select format('alter table %s drop constraint %I', conrelid::regclass, conname)
    as statement from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(
    ground.store.db,
  )
  for (const { statement } of found.rows) await sql.raw(statement).execute(ground.store.db)
}

/** Inserts a row; what the table demands and is not given is filled in. */
async function putRow(ground: TestGround, table: string, given: Record<string, unknown>): Promise<void> {
  const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  await ground.store.db.transaction().execute(async (trx) => {
    const columns = await sql<{ name: string; type: string }>`select column_name as name, data_type as type
      from information_schema.columns where table_schema = 'public' and table_name = ${table}
        and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`.execute(trx)
    for (const { name, type } of columns.rows) if (!(name in values)) values[name] = FILLED[type] ?? 'x'
    const names = Object.keys(values)
    await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
      values (${sql.join(names.map((name) => values[name]))})`.execute(trx)
  })
}

const FILLED: Record<string, unknown> = {
  'timestamp with time zone': '2026-11-25T17:00:00Z',
  date: '2026-11-25',
  boolean: false,
  integer: 1,
  jsonb: '{}',
}
