/**
 * What the coach's and the organisation's side needs: people with a role, proposals beside agreements, the working
 * year with or without the coach, moments with owner, hours and status, quotes, roll-ups and reports.
 * Only adds: the version before keeps running on it.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = `
create table staff (
  organisation_id text not null references organisation,
  id text not null,
  role text not null check (role in ('coach', 'lead', 'worker', 'moderator', 'safeguarding', 'helper', 'author')),
  name text not null,
  channel text not null,
  address_hash text not null,
  address_cipher text not null,
  task text,
  granted_by text not null,
  granted_at timestamptz not null,
  expires_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  gone_at timestamptz,
  primary key (organisation_id, id)
);
create unique index staff_in_office on staff (organisation_id, role, channel, address_hash) where ended_at is null;
create index staff_address on staff (channel, address_hash);
create table invitation (
  code_hash text primary key,
  organisation_id text not null references organisation,
  role text not null,
  name text not null,
  task text,
  role_until timestamptz,
  invited_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  staff_id text
);
create table staff_chat (
  channel text not null,
  address_hash text not null,
  organisation_id text,
  expects text,
  expects_until timestamptz,
  preview jsonb,
  draft jsonb,
  touched_at timestamptz,
  primary key (channel, address_hash)
);
create table survey_proposal (
  organisation_id text not null,
  id text not null,
  survey_id text not null,
  survey_hash text not null,
  state text not null check (state in ('draft', 'proposed', 'agreed', 'declined', 'withdrawn', 'overtaken')),
  made_by text not null,
  made_name text not null,
  made_key text,
  made_at timestamptz not null,
  seq bigint generated always as identity,
  proposed_by text,
  proposed_name text,
  proposed_key text,
  proposed_at timestamptz,
  decided_by text,
  decided_name text,
  decided_at timestamptz,
  reminded_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, survey_id, survey_hash) references survey_version
);
create unique index survey_proposal_open on survey_proposal (organisation_id, survey_id) where state = 'proposed';
create table proposal_note (
  organisation_id text not null,
  proposal_id text not null,
  id text not null,
  name text not null,
  text_cipher text not null,
  written_at timestamptz not null,
  primary key (organisation_id, proposal_id, id),
  foreign key (organisation_id, proposal_id) references survey_proposal
);
alter table agreement add column proposal_id text;
alter table agreement add column paused_at timestamptz;
alter table agreement add column paused_by text;
create table working_year (
  organisation_id text not null references organisation,
  year integer not null,
  coach boolean not null,
  switched_by text not null,
  switched_at timestamptz not null,
  primary key (organisation_id, year)
);
alter table moment add column title jsonb;
alter table moment add column status text not null default 'planned' check (status in ('planned', 'done', 'moved', 'dropped'));
alter table moment add column person text not null default 'worker' check (person in ('young', 'worker', 'coach', 'third'));
alter table moment add column owner_staff_id text;
alter table moment add column real_minutes integer;
alter table moment add column reason text;
alter table moment add column by_hand boolean not null default false;
alter table moment add column reminded_at timestamptz;
alter table moment add column file_hash text;
create table quote (
  organisation_id text not null,
  id text not null,
  round_id text not null,
  run_id text,
  question text not null,
  form text not null check (form in ('quote', 'paraphrase')),
  text_cipher text,
  state text not null check (state in ('draft', 'asked', 'agreed', 'refused', 'approved', 'posted', 'withdrawn')),
  chosen_by text not null,
  chosen_at timestamptz not null,
  answered_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  post_after timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, round_id) references round
);
create unique index quote_answer on quote (organisation_id, run_id, question) where run_id is not null;
create index quote_run on quote (run_id) where run_id is not null;
alter table open_text add column state text not null default 'new' check (state in ('new', 'kept', 'quoted', 'paraphrased'));
create table report (
  organisation_id text not null references organisation,
  id text not null,
  year integer not null,
  kind text not null check (kind in ('june', 'year-end')),
  content jsonb not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, year, kind)
);
alter table digest alter column round_id drop not null;
create table rollup_part (
  organisation_id text not null,
  round_id text not null,
  digest_id text,
  primary key (organisation_id, round_id),
  foreign key (organisation_id, digest_id) references digest,
  foreign key (organisation_id, round_id) references round
);
alter table outgoing add column staff_id text;
alter table outgoing drop constraint outgoing_kind_check;
alter table outgoing add constraint outgoing_kind_check
  check (kind in ('card', 'reminder', 'notice', 'digest', 'consent', 'result', 'feedback', 'nudge', 'contact-request',
    'proposal', 'moment', 'quote-ask', 'quote', 'report'));
alter table place drop constraint place_purpose_check;
alter table place add constraint place_purpose_check check (purpose in ('coach', 'team', 'join', 'safeguarding', 'fallback'));
alter table link_code drop constraint link_code_purpose_check;
alter table link_code add constraint link_code_purpose_check check (purpose in ('coach', 'team', 'join', 'safeguarding', 'fallback'))
`
  .split(';\n')
  .map((statement) => statement.trim())
  .filter((statement) => statement !== '')
