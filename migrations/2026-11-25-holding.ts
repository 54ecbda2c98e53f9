/**
 * What holds it together: the shared pace of a bot account, which rows go first, and what was erased or stopped, for a
 * backup that is put back. Only adds: the version before keeps running on it.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = `
create table pace (
  channel text not null,
  scope text not null,
  next_at timestamptz not null,
  paused_until timestamptz,
  primary key (channel, scope)
);
alter table outgoing add column urgent boolean not null default false;
alter table outgoing add column not_before timestamptz;
create index outgoing_next on outgoing (channel, urgent, send_after, (kind <> 'feedback'), id) where state is not distinct from 'due' and not_before is null;
create index outgoing_again on outgoing (channel, urgent, not_before) where state is not distinct from 'due' and not_before is not null;
create index outgoing_recipient on outgoing ((coalesce(contact_id, place_id, staff_id, writer_id))) where state is not distinct from 'due';
create table erasure (
  id text primary key,
  what text not null,
  subject text not null,
  at timestamptz not null
);
create index erasure_at on erasure (at);
create table restored (
  id text primary key,
  made_at timestamptz not null,
  until timestamptz not null,
  at timestamptz not null
);
create table fleeting (
  key_hash text primary key,
  value_cipher text not null,
  expires_at timestamptz not null
);
create index fleeting_expires on fleeting (expires_at);
create table key_check (
  name text primary key,
  cipher text not null
);
alter table place add column community_cipher text;
alter table round add column asked_up_to text;
create index round_session on round (organisation_id, session_id);
create index session_starts on session (organisation_id, starts_at);
create index session_ended on session (ends_at);
create index moment_day on moment (on_date);
create index presence_participant on presence (organisation_id, participant_id);
create index inbound_received on inbound (received_on);
create index outgoing_past on outgoing (kind, send_after) where state <> 'due';
create index outgoing_contact on outgoing (contact_id) where contact_id is not null;
create index outgoing_of_run on outgoing (run_id) where run_id is not null;
create index outgoing_about on outgoing (subject_id) where subject_id is not null;
create index one_time_link_contact on one_time_link (contact_id) where contact_id is not null;
create index one_time_link_run on one_time_link (run_id) where run_id is not null;
create index rollup_part_digest on rollup_part (organisation_id, digest_id) where digest_id is not null;
create index digest_made on digest (organisation_id, created_at);
create index digest_day on digest (created_at);
create index digest_few on digest (organisation_id, round_id) where content -> 'participation' ->> 'form' = 'few';
create index quote_waiting on quote (post_after) where state = 'approved';
create index contact_gone on contact (id) where state = 'gone' and gone_on is null;
create index audit_about on audit (organisation_id, subject);
`
  .split(';\n')
  .filter((statement) => statement.trim() !== '')
