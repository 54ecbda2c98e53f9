/**
 * Every column that the secret key has a part in, and what a new key does with it. A list, so that a test can hold it
 * against the real schema: a column that is forgotten here could never be read again after a rotation.
 */
import type { Address } from '../channels/port.ts'
import type { SealPurpose, Vault } from './vault.ts'

export type KeyPair = { from: Vault; to: Vault }
/** A row's values by column; what is not asked for is not there. */
export type Values = Record<string, string | null>

export type Rewriting = {
  table: string
  /** Its primary key: text columns, none of which a new key changes. */
  key: readonly string[]
  /** Columns that are read; those of `writes` among them. */
  reads: readonly string[]
  writes: readonly string[]
  /** New values of `writes`. @throws EngineError for what this key did not write */
  rewrite(row: Values, keys: KeyPair): Values
}

const reseal =
  (column: string, open: (vault: Vault, cipher: string) => string, seal: (vault: Vault, plain: string) => string) =>
  (row: Values, { from, to }: KeyPair): Values => {
    const cipher = row[column] ?? null
    return { [column]: cipher === null ? null : seal(to, open(from, cipher)) }
  }

const texts = (table: string, key: readonly string[], column = 'text_cipher'): Rewriting => ({
  ...{ table, key, reads: [column], writes: [column] },
  rewrite: reseal(
    column,
    (vault, cipher) => vault.decryptText(cipher),
    (vault, text) => vault.encryptText(text),
  ),
})

const ids = (table: string, key: readonly string[], column: string): Rewriting => ({
  ...{ table, key, reads: [column], writes: [column] },
  rewrite: reseal(
    column,
    (vault, cipher) => vault.decryptId(cipher),
    (vault, id) => vault.encryptId(id),
  ),
})

/** @param of the column whose value the seal is tied to */
const sealed = (
  table: string,
  key: readonly string[],
  of: string,
  purposes: readonly SealPurpose[],
  column = 'cipher',
): Rewriting => ({
  ...{ table, key, reads: [of, column], writes: [column] },
  rewrite(row, { from, to }) {
    const [subject, cipher] = [row[of]!, row[column]!]
    const purpose = purposes.find((one) => isSealed(from, one, subject, cipher)) ?? purposes[0]!
    return { [column]: to.seal(purpose, subject, from.unseal(purpose, subject, cipher)) }
  },
})

function isSealed(vault: Vault, purpose: SealPurpose, subject: string, cipher: string): boolean {
  try {
    vault.unseal(purpose, subject, cipher)
    return true
  } catch {
    return false
  }
}

const addresses = (table: string, key: readonly string[]): Rewriting => ({
  ...{ table, key, reads: ['address_cipher', 'address_hash'], writes: ['address_cipher', 'address_hash'] },
  rewrite(row, { from, to }) {
    if (row.address_cipher == null) return { address_cipher: null, address_hash: null }
    const address: Address = from.decryptAddress(row.address_cipher)
    return { address_cipher: to.encryptAddress(address), address_hash: to.hashAddress(address) }
  },
})

const OWN = ['organisation_id', 'id']

/** Where the plain text can be had, so that nothing is lost. */
export const REWRITINGS: readonly Rewriting[] = [
  addresses('contact', ['id']),
  addresses('staff', OWN),
  addresses('writer', ['id']),
  addresses('place', OWN),
  addresses('joint_sheet', OWN),
  {
    ...{ table: 'place', key: OWN, reads: ['community_cipher'], writes: ['community_cipher', 'community_hash'] },
    rewrite(row, { from, to }) {
      if (row.community_cipher == null) return { community_cipher: null, community_hash: null }
      const id = from.decryptId(row.community_cipher)
      return { community_cipher: to.encryptId(id), community_hash: to.hashCommunity(id) }
    },
  },
  ids('run', OWN, 'card_cipher'),
  ids('outgoing', OWN, 'external_cipher'),
  texts('open_text', ['organisation_id', 'run_id', 'question']),
  texts('contact_request', OWN, 'handle_cipher'),
  texts('proposal', OWN),
  texts('proposal_note', ['organisation_id', 'proposal_id', 'id']),
  texts('quote', OWN),
  texts('summary', ['organisation_id', 'moment_id']),
  texts('method_draft', OWN, 'review_note_cipher'),
  sealed('talk_answer', ['organisation_id', 'talk_id', 'step', 'id'], 'talk_id', ['talk']),
  sealed('sheet_field', ['writer_id', 'field'], 'writer_id', ['sheet', 'private']),
  sealed('joint_sheet', OWN, 'id', ['joint'], 'title_cipher'),
  sealed('joint_share', ['sheet_id', 'from_id', 'to_id', 'field'], 'sheet_id', ['joint']),
  sealed('joint_entry', ['sheet_id', 'id'], 'sheet_id', ['joint']),
  sealed('story', OWN, 'id', ['story'], 'content_cipher'),
]

/** Columns that repeat the keyed hash of somebody's address: they follow it, and are emptied when nobody has it any more. */
export const FOLLOWERS = [
  { table: 'survey_proposal', column: 'made_key' },
  { table: 'survey_proposal', column: 'proposed_key' },
  { table: 'method_draft', column: 'made_key' },
  { table: 'method_draft', column: 'shared_key' },
  { table: 'data_agreement', column: 'proposed_key' },
] as const

/** Tokens and codes of which only the keyed hash is known: what is not used yet stops working, what was used stays as a record. */
export const VOIDED = [
  { table: 'one_time_link', column: 'token_hash', left: 'delete' },
  { table: 'staff_link', column: 'token_hash', left: 'delete' },
  { table: 'link_code', column: 'code_hash', left: 'delete' },
  { table: 'invitation', column: 'code_hash', left: 'record' },
  { table: 'joint_code', column: 'code_hash', left: 'record' },
  { table: 'data_token', column: 'token_hash', left: 'record' },
] as const

/** Keyed, and dealt with one by one in `rotation.ts`. */
export const BY_ITSELF = [
  'join_link.token_hash',
  'staff_chat.address_hash',
  'staff_chat.draft',
  'asked.id',
  'pace.scope',
  'key_check.cipher',
  'fleeting.key_hash',
  'fleeting.value_cipher',
]

/** Hashes of what anybody may read: no key has a part in them. */
export const UNKEYED = [
  'survey_version.hash',
  'survey_version.set_hash',
  'agreement.survey_hash',
  'survey_proposal.survey_hash',
  'round.survey_hash',
  'question_set_version.hash',
  'library_entry.hash',
  'moment.file_hash',
]
