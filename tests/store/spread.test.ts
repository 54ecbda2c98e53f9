/** Where Citus would keep each table, read from the real schema, and told in an order that its rules allow. */
import { expect, onTestFinished, test } from 'vitest'
import { MIGRATIONS } from '../../migrations/index.ts'
import { carryOut } from '../../src/store/carry-out.ts'
import { openStore } from '../../src/store/open.ts'
import { layoutOf } from '../../src/store/spread.ts'
import { describeOnServer, emptyDatabase } from '../support/postgres.ts'

/** What Citus brings, with its rules: what is unique has the shard key in it, and what is pointed at is spread before. */
const LIKE_CITUS = `
create table pg_dist_partition (logicalrelid regclass, how text, nth serial);
create function told(what regclass, lies text) returns void language plpgsql as $$
begin
  if exists (select 1 from pg_dist_partition where logicalrelid = what) then
    raise exception '% is already distributed', what;
  end if;
  if exists (select 1 from pg_constraint c left join pg_dist_partition p on p.logicalrelid = c.confrelid
      where c.contype = 'f' and c.conrelid = what and c.confrelid <> what
        and (p.how is null or lies = 'everywhere' and p.how <> 'everywhere')) then
    raise exception '% points at what is not there', what;
  end if;
  if lies <> 'everywhere' and exists (select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid
      where i.indrelid = what and i.indisunique and a.attname = lies and not a.attnum = any(i.indkey::int2[])) then
    raise exception 'something unique in % lacks %', what, lies;
  end if;
  insert into pg_dist_partition (logicalrelid, how) values (what, lies);
end $$;
create function create_reference_table(what text) returns void language sql as $$ select told(what::regclass, 'everywhere') $$;
create function create_distributed_table(what text, by text) returns void language sql as $$ select told(what::regclass, by) $$;
`

describeOnServer('for Citus', () => {
  test('every table is told once where it lies, by its rules, however often and by however many', {
    timeout: 60_000,
  }, async () => {
    const database = await emptyDatabase()
    const stores = [await openStore(database, () => {}), await openStore(database, () => {})]
    onTestFinished(async () => {
      for (const store of stores) await store.close()
      await database.drop()
    })
    const [{ pool }] = stores as [(typeof stores)[0], (typeof stores)[0]]
    await pool.query(LIKE_CITUS)
    const migrate = async () => {
      const done = await Promise.all(
        stores.map(({ db, pool: own }) => carryOut({ db, pool: own, engine: 'citus' }, MIGRATIONS)),
      )
      expect(done.map(({ error }) => error)).toEqual([undefined, undefined])
    }
    await migrate()
    const told = async (how: string) =>
      (
        await pool.query<{ name: string }>(
          'select logicalrelid::text as name from pg_dist_partition where how = $1 order by 1',
          [how],
        )
      ).rows.map(({ name }) => name)
    const owned = await told('organisation_id')
    // All that a reply, a closing and a digest read and write of an organisation.
    expect(owned).toEqual(
      expect.arrayContaining([
        'answer',
        'contact_link',
        'digest',
        'open_text',
        'outgoing',
        'participant',
        'presence',
        'round',
        'run',
        'session',
      ]),
    )
    const everywhere = await told('everywhere')
    expect(everywhere).toEqual([
      ...[
        'asked',
        'contact',
        'data_agreement',
        'data_token',
        'erasure',
        'fleeting',
        'inbound',
        'invitation',
        'join_link',
      ],
      ...[
        'joint_code',
        'joint_entry',
        'joint_partner',
        'joint_share',
        'joint_sheet',
        'key_check',
        'lease',
        'library_entry',
      ],
      ...[
        'link_code',
        'one_time_link',
        'organisation',
        'pace',
        'question_set_version',
        'restored',
        'sheet_field',
        'staff_chat',
      ],
      ...['staff_link', 'story', 'usage_fact', 'writer'],
    ])
    const { rows } = await pool.query(`select indexdef from pg_indexes where indexname = 'run_id'`)
    expect(rows).toEqual([{ indexdef: 'CREATE INDEX run_id ON public.run USING btree (id)' }])
    await migrate()
    expect(await told('organisation_id')).toEqual(owned)
    expect((await layoutOf(pool)).alsoUnique).toEqual([])
  })
})
