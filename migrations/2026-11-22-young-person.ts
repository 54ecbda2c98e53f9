/**
 * What the young person's side needs: an age band, rest and reading wishes with the contact (never beside an answer),
 * consent that ends with the working year, presence by session link, tallies on paper, and something back.
 * Only adds: the version before keeps running on it.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = `
alter table participant add column stopped_on date;
alter table consent add column text_version text;
alter table consent add column valid_until date;
alter table contact add column age_band text check (age_band in ('13-15', '16-17', '18+'));
alter table contact add column text_only boolean not null default false;
alter table contact add column paused_until date;
alter table contact add column rest jsonb;
alter table contact add column expects text;
alter table contact add column expects_until timestamptz;
alter table contact add column gone_on date;
create table consent_ask (
  organisation_id text not null,
  participant_id text not null,
  version text not null,
  asked_on date not null,
  primary key (organisation_id, participant_id, version),
  foreign key (organisation_id, participant_id) references participant on delete cascade
);
create table asked (
  contact_id text not null references contact on delete cascade,
  id text not null,
  asked_on date not null,
  primary key (contact_id, id)
);
create table one_time_link (
  token_hash text primary key,
  purpose text not null check (purpose in ('join', 'my-data', 'write')),
  organisation_id text references organisation,
  contact_id text references contact on delete cascade,
  run_id text,
  session_id text,
  language text,
  age_band text,
  expires_at timestamptz not null,
  used_at timestamptz
);
alter table join_link add column session_id text;
alter table round add column rested integer not null default 0;
alter table open_text add column names_suspected boolean not null default false;
alter table digest add column nudged_at timestamptz;
create table tally (
  organisation_id text not null,
  round_id text not null,
  question text not null,
  code text not null,
  people integer not null check (people >= 0),
  primary key (organisation_id, round_id, question, code),
  foreign key (organisation_id, round_id) references round
);
create table feedback (
  organisation_id text not null,
  digest_id text not null,
  content jsonb not null,
  written_at timestamptz not null,
  primary key (organisation_id, digest_id),
  foreign key (organisation_id, digest_id) references digest
);
create table contact_request (
  organisation_id text not null references organisation,
  id text not null,
  contact_id text not null references contact on delete cascade,
  handle_cipher text not null,
  state text not null check (state in ('waiting', 'seen')),
  asked_at timestamptz not null,
  primary key (organisation_id, id)
);
create table proposal (
  organisation_id text not null references organisation,
  id text not null,
  text_cipher text not null,
  language text not null,
  names_suspected boolean not null,
  state text not null check (state in ('new', 'done')),
  proposed_on date not null,
  primary key (organisation_id, id)
);
alter table outgoing add column subject_id text;
alter table outgoing drop constraint outgoing_kind_check;
alter table outgoing add constraint outgoing_kind_check
  check (kind in ('card', 'reminder', 'notice', 'digest', 'consent', 'result', 'feedback', 'nudge', 'contact-request'));
create unique index outgoing_subject on outgoing (organisation_id, kind, subject_id, contact_id) where subject_id is not null and contact_id is not null;
alter table place drop constraint place_purpose_check;
alter table place add constraint place_purpose_check check (purpose in ('coach', 'join', 'safeguarding', 'fallback'));
alter table link_code drop constraint link_code_purpose_check;
alter table link_code add constraint link_code_purpose_check check (purpose in ('coach', 'join', 'safeguarding', 'fallback'));
`
  .split(';\n')
  .map((statement) => statement.trim())
  .filter((statement) => statement !== '')
