/**
 * What organisations do together: methods that are copied, shared and reviewed, agreements on who gets data, the talk
 * about what to measure, worksheets (private and joint) and the impact story. Only adds: the version before keeps
 * running on it.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = `
alter table staff drop constraint staff_role_check;
alter table staff add constraint staff_role_check
  check (role in ('coach', 'lead', 'worker', 'moderator', 'safeguarding', 'helper', 'author', 'curator'));
create table method_draft (
  organisation_id text not null references organisation,
  id text not null,
  content jsonb not null,
  state text not null check (state in ('draft', 'submitted', 'returned', 'shared', 'dropped')),
  made_by text not null,
  made_name text not null,
  made_key text,
  made_at timestamptz not null,
  touched_at timestamptz not null,
  shared_by text,
  shared_name text,
  shared_key text,
  reviewed_by text,
  review_note_cipher text,
  primary key (organisation_id, id)
);
create unique index method_draft_id on method_draft (id);
create table method_count (
  organisation_id text not null references organisation,
  id text not null,
  method_id text not null,
  form jsonb not null,
  moment_id text,
  on_date date not null,
  counts jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (organisation_id, id)
);
create unique index method_count_moment on method_count (organisation_id, moment_id) where moment_id is not null;
create table library_entry (
  id text not null,
  version integer not null,
  content jsonb not null,
  hash text not null,
  organisation_id text,
  signer text,
  curated_by text not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (id, version)
);
create table usage_agreement (
  organisation_id text not null references organisation,
  agreed_by text not null,
  agreed_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, agreed_at)
);
create table usage_fact (
  method_id text not null,
  period text not null,
  content jsonb not null,
  created_at timestamptz not null,
  primary key (method_id, period)
);
create table data_agreement (
  organisation_id text not null references organisation,
  id text not null,
  receiver text not null,
  purpose text not null,
  survey_id text,
  year integer not null,
  level text not null check (level in ('aggregates', 'rows')),
  state text not null check (state in ('proposed', 'agreed', 'declined', 'withdrawn', 'ended')),
  ends_on date not null,
  proposed_by text not null,
  proposed_name text not null,
  proposed_key text,
  proposed_at timestamptz not null,
  decided_by text,
  decided_name text,
  decided_at timestamptz,
  ended_by text,
  ended_at timestamptz,
  primary key (organisation_id, id)
);
create table data_token (
  token_hash text primary key,
  organisation_id text not null,
  agreement_id text not null,
  made_by text not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  used_on date,
  foreign key (organisation_id, agreement_id) references data_agreement
);
create table data_release (
  organisation_id text not null,
  id text not null,
  agreement_id text not null,
  made_by text not null,
  made_at timestamptz not null,
  content jsonb not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, agreement_id) references data_agreement
);
create table counted_round (
  organisation_id text not null,
  round_id text not null,
  people integer not null,
  answers integer not null,
  primary key (organisation_id, round_id),
  foreign key (organisation_id, round_id) references round
);
create table summary (
  organisation_id text not null,
  moment_id text not null,
  text_cipher text not null,
  by_staff_id text not null,
  by_name text not null,
  written_at timestamptz not null,
  primary key (organisation_id, moment_id)
);
create table decline_reason (
  organisation_id text not null references organisation,
  proposal_id text not null,
  code text not null,
  given_on date not null,
  primary key (organisation_id, proposal_id)
);
create table staff_link (
  token_hash text primary key,
  purpose text not null check (purpose in ('upload', 'file', 'sheet')),
  organisation_id text,
  staff_id text,
  writer_id text,
  subject text,
  expires_at timestamptz not null,
  used_at timestamptz
);
create table talk (
  organisation_id text not null references organisation,
  id text not null,
  year integer not null,
  step text not null,
  state text not null check (state in ('open', 'done', 'stopped')),
  place_id text,
  started_by text not null,
  started_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (organisation_id, id)
);
create unique index talk_open on talk (organisation_id) where state = 'open';
create table talk_answer (
  organisation_id text not null,
  talk_id text not null,
  step text not null,
  id text not null,
  cipher text not null,
  by_name text not null,
  written_at timestamptz not null,
  primary key (organisation_id, talk_id, step, id),
  foreign key (organisation_id, talk_id) references talk
);
create table writer (
  id text primary key,
  channel text not null,
  address_hash text not null,
  address_cipher text not null,
  name text not null,
  partner text not null,
  expects text,
  expects_until timestamptz,
  since timestamptz not null,
  touched_at timestamptz not null,
  gone_at timestamptz,
  unique (channel, address_hash)
);
create table sheet_field (
  writer_id text not null references writer,
  field text not null,
  cipher text not null,
  written_at timestamptz not null,
  primary key (writer_id, field)
);
create table joint_sheet (
  organisation_id text not null references organisation,
  id text not null,
  title_cipher text not null,
  state text not null check (state in ('open', 'closed')),
  step text not null,
  channel text,
  address_hash text,
  address_cipher text,
  revealed_at timestamptz,
  made_by text not null,
  made_at timestamptz not null,
  touched_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, id)
);
create unique index joint_sheet_id on joint_sheet (id);
create table joint_partner (
  sheet_id text not null references joint_sheet (id),
  id text not null,
  writer_id text not null references writer,
  partner text not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (sheet_id, id)
);
create unique index joint_partner_writer on joint_partner (sheet_id, writer_id) where left_at is null;
create table joint_code (
  code_hash text primary key,
  sheet_id text not null references joint_sheet (id),
  purpose text not null default 'partner' check (purpose in ('partner', 'place')),
  made_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  partner_id text
);
create table joint_share (
  sheet_id text not null,
  from_id text not null,
  to_id text not null,
  field text not null,
  cipher text not null,
  shared_at timestamptz not null,
  primary key (sheet_id, from_id, to_id, field),
  foreign key (sheet_id, from_id) references joint_partner,
  foreign key (sheet_id, to_id) references joint_partner
);
create table joint_entry (
  sheet_id text not null,
  id text not null,
  step text not null,
  partner_id text not null,
  cipher text not null,
  written_at timestamptz not null,
  primary key (sheet_id, id),
  foreign key (sheet_id, partner_id) references joint_partner
);
create index joint_entry_step on joint_entry (sheet_id, step);
create table story (
  organisation_id text not null references organisation,
  id text not null,
  sheet_id text references joint_sheet (id),
  year integer not null,
  revision integer not null,
  state text not null check (state in ('draft', 'closed')),
  content_cipher text not null,
  stale jsonb,
  made_by text not null,
  made_at timestamptz not null,
  touched_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, id)
);
create unique index story_sheet on story (sheet_id) where sheet_id is not null;
create unique index story_id on story (id);
create table story_voice (
  organisation_id text not null,
  story_id text not null,
  who text not null,
  revision integer not null,
  says text not null check (says in ('agree', 'adjust')),
  at timestamptz not null,
  primary key (organisation_id, story_id, who),
  foreign key (organisation_id, story_id) references story
);
alter table outgoing add column writer_id text;
alter table outgoing drop constraint outgoing_kind_check;
alter table outgoing add constraint outgoing_kind_check
  check (kind in ('card', 'reminder', 'notice', 'digest', 'consent', 'result', 'feedback', 'nudge', 'contact-request',
    'proposal', 'moment', 'quote-ask', 'quote', 'report', 'talk', 'joint', 'story', 'data'))
`
  .split(';\n')
  .map((statement) => statement.trim())
  .filter((statement) => statement !== '')
