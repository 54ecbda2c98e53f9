/**
 * The first schema. Three parts that know as little of each other as they can:
 *
 * - what is planned: organisation, series, session, survey, agreement, round (shared by `organisation_id`,
 *   which leads every primary key and is the shard key);
 * - what was answered: run, answer, open_text: know a random pseudonym (`participant`) and no address;
 * - who can be reached: contact (encrypted), contact_link. Dropping a link makes its answers anonymous.
 *
 * Columns that exist for delivery only (`run.moved_at`, `run.card_*`) are emptied when the round closes.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = `
create table organisation (
  id text primary key,
  name text not null,
  example boolean not null,
  created_at timestamptz not null
);
create table series (
  organisation_id text not null references organisation,
  id text not null,
  title jsonb not null,
  primary key (organisation_id, id)
);
create table session (
  organisation_id text not null,
  id text not null,
  series_id text not null,
  occurrence text,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at >= starts_at),
  theme text,
  headcount integer check (headcount > 0),
  state text not null check (state in ('planned', 'cancelled')),
  by_hand boolean not null,
  primary key (organisation_id, id),
  unique (organisation_id, series_id, occurrence),
  foreign key (organisation_id, series_id) references series
);
create index session_ends on session (organisation_id, ends_at);
create table question_set_version (
  hash text primary key,
  content jsonb not null,
  created_at timestamptz not null
);
create table survey (
  organisation_id text not null,
  id text not null,
  series_id text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, series_id) references series
);
create table survey_version (
  organisation_id text not null,
  survey_id text not null,
  hash text not null,
  set_hash text not null references question_set_version,
  content jsonb not null,
  created_at timestamptz not null,
  primary key (organisation_id, survey_id, hash),
  foreign key (organisation_id, survey_id) references survey
);
create table agreement (
  organisation_id text not null,
  id text not null,
  survey_id text not null,
  survey_hash text not null,
  proposed_by text not null,
  agreed_by text not null,
  agreed_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  primary key (organisation_id, id),
  foreign key (organisation_id, survey_id, survey_hash) references survey_version
);
create unique index agreement_in_force on agreement (organisation_id, survey_id) where ended_at is null;
create table participant (
  organisation_id text not null references organisation,
  id text not null,
  language text not null,
  state text not null check (state in ('joined', 'stopped')),
  example boolean not null,
  joined_on date not null,
  primary key (organisation_id, id)
);
create table consent (
  organisation_id text not null,
  participant_id text not null,
  version text not null,
  language text not null,
  given_on date not null,
  withdrawn_on date,
  primary key (organisation_id, participant_id, version),
  foreign key (organisation_id, participant_id) references participant on delete cascade
);
create table contact (
  id text primary key,
  channel text not null,
  address_hash text not null,
  address_cipher text not null,
  state text not null check (state in ('reachable', 'gone')),
  unique (channel, address_hash)
);
create table contact_link (
  contact_id text not null references contact on delete cascade,
  organisation_id text not null,
  participant_id text not null,
  primary key (contact_id, organisation_id),
  unique (organisation_id, participant_id),
  foreign key (organisation_id, participant_id) references participant on delete cascade
);
create table join_link (
  token_hash text primary key,
  organisation_id text not null references organisation,
  id text not null,
  expires_at timestamptz not null
);
create table link_code (
  code_hash text primary key,
  organisation_id text not null references organisation,
  purpose text not null check (purpose in ('coach', 'join')),
  expires_at timestamptz not null,
  used_at timestamptz
);
create table place (
  organisation_id text not null references organisation,
  id text not null,
  purpose text not null check (purpose in ('coach', 'join')),
  channel text not null,
  address_hash text not null,
  address_cipher text not null,
  community_hash text,
  state text not null check (state in ('linked', 'gone')),
  linked_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, purpose, channel, address_hash)
);
create index place_address on place (channel, address_hash);
create index place_community on place (community_hash);
create table presence (
  organisation_id text not null,
  session_id text not null,
  participant_id text not null,
  source text not null,
  primary key (organisation_id, session_id, participant_id),
  foreign key (organisation_id, session_id) references session,
  foreign key (organisation_id, participant_id) references participant on delete cascade
);
create table round (
  organisation_id text not null,
  id text not null,
  survey_id text not null,
  survey_hash text not null,
  session_id text not null,
  state text not null check (state in ('open', 'closed', 'digested', 'cancelled')),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  remind_at timestamptz,
  reminded boolean not null,
  primary key (organisation_id, id),
  unique (organisation_id, survey_id, session_id),
  foreign key (organisation_id, survey_id, survey_hash) references survey_version,
  foreign key (organisation_id, session_id) references session
);
create index round_open on round (state, closes_at);
create table run (
  organisation_id text not null,
  id text not null,
  round_id text not null,
  participant_id text not null,
  language text not null,
  turn integer not null,
  state jsonb not null,
  disposition text,
  moved_at timestamptz,
  card_turn integer not null,
  card_cipher text,
  primary key (organisation_id, id),
  unique (organisation_id, round_id, participant_id),
  foreign key (organisation_id, round_id) references round,
  foreign key (organisation_id, participant_id) references participant on delete cascade
) with (fillfactor = 70);
create unique index run_id on run (id);
create index run_participant on run (organisation_id, participant_id);
create table answer (
  organisation_id text not null,
  run_id text not null,
  question text not null,
  round_id text not null,
  status text not null check (status in ('answered', 'dont_know', 'declined', 'skipped', 'not_asked', 'expired')),
  codes text[] not null,
  language text not null,
  answered_on date not null,
  primary key (organisation_id, run_id, question),
  foreign key (organisation_id, run_id) references run on delete cascade
);
create index answer_round on answer (organisation_id, round_id, question);
create table open_text (
  organisation_id text not null,
  run_id text not null,
  question text not null,
  text_cipher text not null,
  written_on date not null,
  primary key (organisation_id, run_id, question),
  foreign key (organisation_id, run_id) references run on delete cascade
);
create table digest (
  organisation_id text not null,
  id text not null,
  round_id text not null,
  content jsonb not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, round_id),
  foreign key (organisation_id, round_id) references round
);
create table release (
  organisation_id text not null,
  digest_id text not null,
  position integer not null,
  figure jsonb not null,
  primary key (organisation_id, digest_id, position),
  foreign key (organisation_id, digest_id) references digest
);
create table outgoing (
  organisation_id text not null,
  id text not null,
  kind text not null check (kind in ('card', 'reminder', 'notice', 'digest')),
  channel text not null,
  contact_id text references contact on delete cascade,
  place_id text,
  run_id text,
  digest_id text,
  notice jsonb,
  state text not null check (state in ('due', 'sent', 'gone', 'failed', 'cancelled')),
  send_after timestamptz not null,
  claimed_until timestamptz,
  attempts integer not null,
  external_cipher text,
  primary key (organisation_id, id)
);
create index outgoing_due on outgoing (send_after) where state = 'due';
create index outgoing_run on outgoing (organisation_id, run_id) where state = 'due';
create unique index outgoing_digest on outgoing (organisation_id, digest_id, place_id) where kind = 'digest';
create table inbound (
  channel text not null,
  id text not null,
  received_on date not null,
  primary key (channel, id)
);
create table moment (
  organisation_id text not null references organisation,
  id text not null,
  kind text not null,
  subject_id text not null,
  owner text not null,
  on_date date not null,
  minutes integer not null,
  primary key (organisation_id, id),
  unique (organisation_id, kind, subject_id)
);
create table audit (
  organisation_id text not null,
  id text not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  primary key (organisation_id, id)
);
create table lease (
  name text primary key,
  holder text not null,
  expires_at timestamptz not null
);
`
  .split(';\n')
  .map((statement) => statement.trim())
  .filter((statement) => statement !== '')
