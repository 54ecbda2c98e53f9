/**
 * Every kind of note, one by one: a copy from before holds what was erased, stopped or taken back after it, and once it
 * is put back that is gone again, while the same thing of somebody else is as it was. It has more than 300 lines because
 * it is one table with an entry for each kind.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openJournal } from '../../src/backup/journal.ts'
import { type Restored, restoreBackup } from '../../src/backup/restore.ts'
import { takeBackupAlone } from '../../src/backup/take-backup.ts'
import { createConfigSource } from '../../src/config/load.ts'
import { createLog } from '../../src/log.ts'
import { type ErasureKind, fingerprint } from '../../src/people/note-erasure.ts'
import { createVault } from '../../src/people/vault.ts'
import type { Settings } from '../../src/settings.ts'
import { migrate, type Store } from '../../src/store/open.ts'
import { newRun } from '../../src/survey/step.ts'
import { testClock } from '../support/app.ts'
import { projectFiles } from '../support/house-rules.ts'
import { folder, KEY, place, SECRET, STORES, use } from './places.ts'

type Row = [table: string, values: Record<string, unknown>]
type Case = {
  /** @param id of what it happens to, or of its neighbour */
  subject(id: string): string[]
  rows(id: string): Row[]
  /** One row of what can be seen of it; $1 is the id. */
  see: string
  before: unknown[]
  after: unknown[]
}

const { set } = createConfigSource('config').current().methods.get('gevoelsbuttons-einde')!
const first = set.questions.find(({ type }) => type === 'feeling' || type === 'choice')!
const ADDRESS = createVault(SECRET).encryptAddress({ channel: 'web', id: 'a' })
const SOON = '2026-11-25T16:00:00Z'
/** Long after whatever may have been sent in doubt. */
const LATER = '2026-12-20T16:00:00Z'
const XY = { organisation_id: 'xy' }

const person = (id: string): Row[] => [
  ['participant', { ...XY, id, language: 'nl', state: 'joined', example: false, joined_on: '2026-11-01' }],
  ['contact', { id, channel: 'web', address_hash: id, address_cipher: ADDRESS, state: 'reachable' }],
  ['contact_link', { ...XY, contact_id: id, participant_id: id }],
  ['consent', { ...XY, participant_id: id, version: '1', language: 'nl', given_on: '2026-11-01' }],
]
const run = (id: string, round = 'round'): Row[] => [
  ...person(id),
  [
    'run',
    {
      ...{ ...XY, id, round_id: round, participant_id: id, language: 'nl', turn: 0, card_turn: 0, disposition: null },
      state: { ...newRun(set), answers: { [first.key]: { status: 'answered', codes: ['a'] } } },
    },
  ],
]
/** A text that was typed, and a quote of it. */
const quoted = (id: string, state: string): Row[] => [
  ...run(id),
  ['open_text', { ...XY, run_id: id, question: first.key, text_cipher: 'x', written_on: '2026-11-24' }],
  ['quote', { ...quoteOf(id, state), run_id: id }],
]
const answer = (id: string): Row[] => [
  ...quoted(id, 'asked'),
  [
    'answer',
    {
      ...{ ...XY, run_id: id, question: first.key, round_id: 'round', status: 'answered', codes: ['a'] },
      ...{ language: 'nl', answered_on: '2026-11-24' },
    },
  ],
]
const quoteOf = (id: string, state: string) => ({
  ...{ ...XY, id, round_id: 'round', question: first.key, form: 'quote', text_cipher: 'x', state },
  ...{ chosen_by: 'm', chosen_at: SOON },
})
const outgoing = (id: string, kind: string, values: Record<string, unknown>): Row => [
  'outgoing',
  { ...XY, id: `${kind}-${id}`, kind, channel: 'web', state: 'due', send_after: LATER, attempts: 0, ...values },
]
const session = (id: string): Row => [
  'session',
  { ...{ ...XY, id, series_id: 'series', starts_at: SOON, ends_at: SOON, state: 'planned' }, by_hand: false },
]
const round = (id: string, sessionId: string, surveyId = 'survey'): Row => [
  'round',
  {
    ...{ ...XY, id, survey_id: surveyId, survey_hash: 'hash', session_id: sessionId, state: 'open' },
    ...{ opens_at: SOON, closes_at: LATER, reminded: false },
  },
]
const survey = (id: string): Row[] => [
  ['survey', { ...XY, id, series_id: 'series' }],
  ['survey_version', { ...XY, survey_id: id, hash: 'hash', set_hash: 'set', content: {}, created_at: SOON }],
]
const agreement = (id: string): Row[] => [
  ...survey(id),
  [
    'agreement',
    { ...{ ...XY, id, survey_id: id, survey_hash: 'hash', proposed_by: 'c', agreed_by: 'l' }, agreed_at: SOON },
  ],
  round(id, 'session', id),
  ...run(id, id),
  outgoing(id, 'card', { contact_id: id, run_id: id }),
]
const sharing = (id: string): Row[] => [
  [
    'data_agreement',
    {
      ...{ ...XY, id, receiver: 'r', purpose: 'p', year: 2026, level: 'aggregates', state: 'agreed' },
      ...{ ends_on: '2027-08-31', proposed_by: 'c', proposed_name: 'c', proposed_at: SOON, decided_at: SOON },
    },
  ],
  ['data_token', { ...XY, token_hash: id, agreement_id: id, made_by: 'l', made_at: SOON }],
]
const writer = (id: string): Row => [
  'writer',
  {
    ...{ id, channel: 'web', address_hash: id, address_cipher: ADDRESS, name: 'n', partner: 'p' },
    ...{ since: SOON, touched_at: SOON },
  },
]
/** A writer with two fields, and a worksheet with a partner, in which both shared and both wrote. */
const sheet = (id: string): Row[] => {
  const partner = (of: string): Row[] => [
    writer(of),
    ['joint_partner', { sheet_id: id, id: of, writer_id: of, partner: 'p', joined_at: SOON }],
    ['joint_entry', { sheet_id: id, id: of, step: 's', partner_id: of, cipher: 'x', written_at: SOON }],
  ]
  const other = `${id}-other`
  const share = (from_id: string, to_id: string, field: string): Row => [
    'joint_share',
    { sheet_id: id, from_id, to_id, field, cipher: 'x', shared_at: SOON },
  ]
  return [
    [
      'joint_sheet',
      { ...{ ...XY, id, title_cipher: 'x', state: 'open', step: 's', made_by: id, made_at: SOON }, touched_at: SOON },
    ],
    ...partner(id),
    ...partner(other),
    ...['a', 'b'].map((field): Row => ['sheet_field', { writer_id: id, field, cipher: 'x', written_at: SOON }]),
    ...['a', 'b'].map((field) => share(id, other, field)),
    share(other, id, 'a'),
    ['staff_link', { token_hash: id, purpose: 'sheet', writer_id: id, expires_at: LATER }],
  ]
}
const SHEET = `select
  (select count(*)::int from writer where id = $1) as writer,
  (select string_agg(field, '' order by field) from sheet_field where writer_id = $1) as fields,
  (select string_agg(field, '' order by field) from joint_share where from_id = $1) as given,
  (select count(*)::int from joint_share where to_id = $1) as got,
  (select string_agg(case when id = $1 then 'own' else 'other' end, '+' order by id) from joint_entry where sheet_id = $1) as entries,
  (select count(*)::int from joint_partner where writer_id = $1 and left_at is null) as partner,
  (select count(*)::int from staff_link where writer_id = $1) as links`
/** writer, fields, shared with the other, shared by the other, who wrote, taking part, links */
const WHOLE = [1, 'ab', 'ab', 1, 'own+other', 1, 1]
const onSheet = (subject: Case['subject'], after: unknown[]): Case[] => [
  { subject, rows: sheet, see: SHEET, before: WHOLE, after },
]

const CASES: Record<ErasureKind, Case[]> = {
  person: [
    {
      subject: (id) => [fingerprint(id)],
      rows: (id) => [...answer(id), outgoing(id, 'card', { contact_id: id, run_id: id })],
      see: `select (select count(*)::int from contact where id = $1) as contact,
        (select count(*)::int from participant where id = $1) as participant,
        (select count(*)::int from run where id = $1) + (select count(*)::int from answer where run_id = $1) as said,
        (select count(*)::int from open_text where run_id = $1) + (select count(*)::int from quote where id = $1) as words,
        (select count(*)::int from outgoing where contact_id = $1) as due`,
      ...{ before: [1, 1, 2, 2, 1], after: [0, 0, 0, 0, 0] },
    },
  ],
  stop: [
    {
      subject: (id) => ['xy', id],
      rows: (id) => [...run(id), outgoing(id, 'card', { contact_id: id, run_id: id })],
      see: `select participant.state, consent.withdrawn_on is not null as withdrawn, run.disposition, outgoing.state as card
        from participant join consent on participant_id = participant.id join run on run.id = participant.id
        join outgoing on run_id = run.id where participant.id = $1`,
      ...{ before: ['joined', false, null, 'due'], after: ['stopped', true, 'stopped', 'cancelled'] },
    },
  ],
  pause: [
    {
      subject: (id) => [id, '2026-12-25'],
      rows: person,
      see: 'select paused_until::text from contact where id = $1',
      ...{ before: [null], after: ['2026-12-25'] },
    },
  ],
  answer: [
    {
      subject: (id) => [id, first.key],
      rows: answer,
      see: `select answer.status, cardinality(codes) as codes, run.state -> 'answers' -> question ->> 'status' as state,
        (select count(*)::int from open_text where run_id = $1) + (select count(*)::int from quote where id = $1) as words
        from answer join run on run.id = run_id where run_id = $1`,
      ...{ before: ['answered', 1, 'answered', 2], after: ['skipped', 0, 'skipped', 0] },
    },
  ],
  text: [
    {
      subject: (id) => [id, first.key],
      rows: answer,
      see: `select status, (select count(*)::int from open_text where run_id = $1) as texts,
        (select count(*)::int from quote where id = $1) as quotes from answer where run_id = $1`,
      ...{ before: ['answered', 1, 1], after: ['answered', 0, 0] },
    },
  ],
  quote: [
    {
      subject: (id) => [id],
      rows: (id) => [
        ...quoted(id, 'posted'),
        outgoing(id, 'quote', { subject_id: id, state: 'sent', external_cipher: 'x' }),
      ],
      see: `select quote.state, text_cipher, outgoing.state as message from quote
        join outgoing on subject_id = quote.id where quote.id = $1`,
      ...{ before: ['posted', 'x', 'sent'], after: ['withdrawn', null, 'due'] },
    },
    {
      subject: (id) => [id],
      rows: (id) => [...quoted(id, 'asked'), outgoing(id, 'quote-ask', { subject_id: id })],
      see: `select (select state from quote where id = $1) as state,
        (select count(*)::int from outgoing where subject_id = $1) as asks`,
      ...{ before: ['asked', 1], after: ['withdrawn', 0] },
    },
    {
      subject: (id) => [id],
      rows: (id) => quoted(id, 'draft'),
      see: 'select count(*)::int from quote where id = $1',
      ...{ before: [1], after: [0] },
    },
  ],
  request: [
    {
      subject: (id) => [id],
      rows: (id) => [
        ...person(id),
        ['contact_request', { ...XY, id, contact_id: id, handle_cipher: 'x', state: 'waiting', asked_at: SOON }],
        outgoing(id, 'contact-request', { subject_id: id }),
      ],
      see: `select (select count(*)::int from contact_request where id = $1) as request,
        (select count(*)::int from outgoing where subject_id = $1) as message`,
      ...{ before: [1, 1], after: [0, 0] },
    },
  ],
  proposal: [
    {
      subject: (id) => [id],
      rows: (id) => [
        [
          'proposal',
          {
            ...{ ...XY, id, text_cipher: 'x', language: 'nl', names_suspected: true, state: 'new' },
            proposed_on: '2026-11-24',
          },
        ],
      ],
      see: `select state, text_cipher = 'x' as words, names_suspected from proposal where id = $1`,
      ...{ before: ['new', true, true], after: ['done', false, false] },
    },
  ],
  session: [
    {
      subject: (id) => ['xy', id],
      rows: (id) => [
        ...[session(id), round(id, id), ...run(id, id)],
        outgoing(id, 'card', { contact_id: id, run_id: id }),
      ],
      see: `select session.state, by_hand, outgoing.state as card from session join outgoing on run_id = session.id where session.id = $1`,
      ...{ before: ['planned', false, 'due'], after: ['cancelled', true, 'cancelled'] },
    },
  ],
  round: [
    {
      subject: (id) => ['xy', id],
      rows: (id) => [session(id), round(id, id)],
      see: 'select state from round where id = $1',
      ...{ before: ['open'], after: ['cancelled'] },
    },
  ],
  role: [
    {
      subject: (id) => ['xy', id],
      rows: (id) => [
        [
          'staff',
          {
            ...{ ...XY, id, role: 'safeguarding', name: 'n', channel: 'web', address_hash: id },
            ...{ address_cipher: ADDRESS, granted_by: 'c', granted_at: SOON },
          },
        ],
        [
          'place',
          {
            ...{ ...XY, id, purpose: 'safeguarding', channel: 'web', address_hash: id },
            ...{ address_cipher: ADDRESS, state: 'linked', linked_at: SOON },
          },
        ],
      ],
      see: 'select ended_by, (select count(*)::int from place where id = $1) as places from staff where id = $1',
      ...{ before: [null, 1], after: ['backup', 0] },
    },
  ],
  invitation: [
    {
      subject: (id) => [id],
      rows: (id) => [
        ['invitation', { ...XY, code_hash: id, role: 'worker', name: 'n', invited_by: 'l', expires_at: LATER }],
      ],
      see: 'select count(*)::int from invitation where code_hash = $1',
      ...{ before: [1], after: [0] },
    },
  ],
  'survey-stop': [
    {
      subject: (id) => ['xy', id],
      rows: agreement,
      see: `select ended_by, paused_by, outgoing.state as card from agreement join outgoing on run_id = agreement.id where agreement.id = $1`,
      ...{ before: [null, null, 'due'], after: ['backup', null, 'cancelled'] },
    },
  ],
  'survey-pause': [
    {
      subject: (id) => ['xy', id],
      rows: agreement,
      see: `select ended_by, paused_by, outgoing.state as card from agreement join outgoing on run_id = agreement.id where agreement.id = $1`,
      ...{ before: [null, null, 'due'], after: [null, 'backup', 'cancelled'] },
    },
  ],
  sharing: [
    {
      subject: (id) => ['xy', id],
      rows: sharing,
      see: `select state, ended_by, revoked_at is not null as revoked from data_agreement join data_token on agreement_id = id where id = $1`,
      ...{ before: ['agreed', null, false], after: ['ended', 'backup', true] },
    },
  ],
  keys: [
    {
      subject: (id) => ['xy', id],
      rows: sharing,
      see: `select state, revoked_at is not null as revoked from data_agreement join data_token on agreement_id = id where id = $1`,
      ...{ before: ['agreed', false], after: ['agreed', true] },
    },
  ],
  usage: [
    {
      subject: (id) => [id],
      rows: (id) => [
        ['organisation', { id, name: 'n', example: false, created_at: SOON }],
        ['usage_agreement', { organisation_id: id, agreed_by: 'l', agreed_at: SOON }],
      ],
      see: 'select ended_at is not null as ended from usage_agreement where organisation_id = $1',
      ...{ before: [false], after: [true] },
    },
  ],
  entry: [
    {
      subject: (id) => [id],
      rows: (id) => [
        [
          'library_entry',
          {
            ...{ id, version: 1, content: {}, hash: id, organisation_id: 'xy', curated_by: 'c' },
            published_at: SOON,
          },
        ],
      ],
      see: 'select withdrawn_at is not null as withdrawn from library_entry where id = $1',
      ...{ before: [false], after: [true] },
    },
  ],
  summary: [
    {
      subject: (id) => ['xy', id],
      rows: (id) => [
        ['summary', { ...XY, moment_id: id, text_cipher: 'x', by_staff_id: 's', by_name: 'n', written_at: SOON }],
      ],
      see: 'select count(*)::int from summary where moment_id = $1',
      ...{ before: [1], after: [0] },
    },
  ],
  said: [
    {
      subject: (id) => ['xy', id, 'step', 'one'],
      rows: (id) => [
        [
          'talk',
          {
            ...{ ...XY, id, year: 2026, step: 'step', state: 'done', started_by: 's', started_at: SOON },
            touched_at: SOON,
          },
        ],
        ...['one', 'two'].map(
          (one): Row => [
            'talk_answer',
            { ...XY, talk_id: id, step: 'step', id: one, cipher: 'x', by_name: 'n', written_at: SOON },
          ],
        ),
      ],
      see: `select string_agg(id, '+' order by id) from talk_answer where talk_id = $1`,
      ...{ before: ['one+two'], after: ['two'] },
    },
  ],
  writer: onSheet((id) => [id], [0, null, null, 0, 'other', 0, 0]),
  sheet: onSheet((id) => [id], [1, null, null, 1, 'own+other', 1, 0]),
  field: onSheet((id) => [id, 'a'], [1, 'b', 'b', 1, 'own+other', 1, 1]),
  'own-field': onSheet((id) => [id, 'a'], [1, 'b', 'ab', 1, 'own+other', 1, 1]),
  share: onSheet((id) => [id, id, `${id}-other`, 'a'], [1, 'ab', 'b', 1, 'own+other', 1, 1]),
  left: onSheet((id) => [id, id], [1, 'ab', null, 0, 'own+other', 0, 1]),
  words: onSheet((id) => [id, id], [1, 'ab', null, 1, 'other', 1, 1]),
  piece: onSheet((id) => [id, id], [1, 'ab', 'ab', 1, 'other', 1, 1]),
}

const ALL = Object.entries(CASES).flatMap(([kind, cases]) =>
  cases.map((one, at) => ({ ...one, kind, name: `${kind}${at || ''}` })),
)
const theirs = (name: string) => `${name}-x`
const others = (name: string) => `${name}-y`

test('every kind that is written down somewhere has a case here', () => {
  const written = projectFiles('src/*.ts').flatMap(({ text }) => [
    ...[...text.matchAll(/noteErasure\(\s*\w+,\s*\w+,\s*([^,]+),/g)].flatMap(([, what]) =>
      [...what!.matchAll(/'([a-z-]+)'/g)].map(([, kind]) => kind!),
    ),
    ...[...text.matchAll(/insert into erasure \(id, what, subject, at\) select \$\d, '([a-z-]+)'/g)].map(
      ([, kind]) => kind!,
    ),
  ])
  // One choice of two compares with a state first.
  expect([...new Set(written)].filter((kind) => kind !== 'paused').sort()).toEqual(Object.keys(CASES).sort())
})

test.each(STORES)(
  'what was erased, stopped or taken back after the copy is so again, each kind of it, and nothing else (%s)',
  { timeout: 240_000 },
  async (on) => {
    const from = await place(on)
    await use(from, fill)
    const where = folder()
    const file = join(where, 'copy')
    await takeBackupAlone(from, file, testClock('2026-11-25T17:00:00Z'))
    const journal = openJournal(where, KEY)
    journal.sign(Temporal.Instant.from('2026-11-25T17:30:00Z'))
    journal.append(
      ALL.map(({ kind, name, subject }, at) => ({
        ...{ id: `note-${at}`, what: kind, subject: subject(theirs(name)).join(' '), at: '2026-11-25T17:20:00Z' },
      })),
    )
    const changed = Object.fromEntries(ALL.map(({ name, before, after }) => [name, { theirs: after, others: before }]))
    const same = Object.fromEntries(ALL.map(({ name, before }) => [name, { theirs: before, others: before }]))
    expect(await seenIn(from)).toEqual(same)

    const to = await place(on)
    const put = () => restoreBackup(to, file, { replace: true }, { clock: later, log: createLog('silent') })
    const later = testClock('2026-11-26T10:00:00Z')
    const made = await put()
    expect(made.erased).toEqual(counts())
    expect(made.journal).toBe(true)
    expect(await seenIn(to)).toEqual(changed)
    // The notes of it lie in the database now as well: once more is the same.
    if (on !== STORES.at(-1)) return
    expect((await put()).erased).toMatchObject({ person: 1, piece: 1 })
    expect(await seenIn(to)).toEqual(changed)
    // Older than notes are kept: some may be gone, and whoever restores has to know.
    later.set('2027-01-05T10:00:00Z')
    expect((await put()).journal).toBe(false)
  },
)

function counts(): Restored['erased'] {
  const each = Object.entries(CASES).map(([kind, cases]) => [kind, cases.length] as const)
  // A round that ended is left out, and counted there.
  return Object.fromEntries(each.filter(([kind]) => kind !== 'round'))
}

async function fill(store: Store): Promise<void> {
  await migrate(store)
  const rows: Row[] = [
    ['organisation', { id: 'xy', name: 'XY', example: false, created_at: SOON }],
    ['series', { ...XY, id: 'series', title: {} }],
    ['question_set_version', { hash: 'set', content: set, created_at: SOON }],
    ...survey('survey'),
    session('session'),
    round('round', 'session'),
    ...ALL.flatMap(({ name, rows: rowsOf }) => [...rowsOf(theirs(name)), ...rowsOf(others(name))]),
  ]
  for (const [table, values] of rows) {
    const names = Object.keys(values)
    const given = Object.values(values).map((value) =>
      value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value,
    )
    await store.pool.query(
      `insert into "${table}" (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      given,
    )
  }
}

function seenIn(settings: Settings): Promise<Record<string, { theirs: unknown[]; others: unknown[] }>> {
  return use(settings, async (store) => {
    const look = async (see: string, id: string) => {
      const { rows } = await store.pool.query(see, [id])
      return rows.length === 1 ? Object.values(rows[0] as object) : rows
    }
    const seen: Record<string, { theirs: unknown[]; others: unknown[] }> = {}
    for (const { name, see } of ALL) {
      seen[name] = { theirs: await look(see, theirs(name)), others: await look(see, others(name)) }
    }
    return seen
  })
}
