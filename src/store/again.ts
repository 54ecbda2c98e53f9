/**
 * What the database threw away because it met somebody else's work is done again: a deadlock, which Postgres ends by
 * giving one of the two up, and a serialisation failure, which engines of many nodes answer in ordinary use. Both leave
 * nothing behind.
 *
 * A transaction is carried out again as a whole, so its work may have no effect outside the database and may keep
 * nothing from a try before: whoever changes something in memory, sends or logs does it after the transaction, with
 * what it gave. One that cannot is begun on a connection (`db.connection()`), where nothing is done again.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { DatabaseConnection, Dialect, Driver, Kysely, TransactionBuilder } from 'kysely'
import type pg from 'pg'

/**
 * Does `work`, and does it again a few times when the database says that it met other work and left nothing behind.
 * @throws whatever the last try says, and at once what another error says
 */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === MOST_TRIES || !metOther(error)) throw error
    }
    // By chance, so that two who met do not meet again.
    await pause(Math.random() * Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS))
  }
}

/** Transactions of this database are carried out again as a whole. */
export function repeatTransactions<DB>(db: Kysely<DB>): Kysely<DB> {
  const begin = db.transaction.bind(db)
  db.transaction = () => repeating(begin())
  return db
}

const repeating = <DB>(builder: TransactionBuilder<DB>): TransactionBuilder<DB> =>
  ({
    execute: (work) => again(() => builder.execute(work)),
    setAccessMode: (mode) => repeating(builder.setAccessMode(mode)),
    setIsolationLevel: (level) => repeating(builder.setIsolationLevel(level)),
  }) as Pick<TransactionBuilder<DB>, 'execute' | 'setAccessMode' | 'setIsolationLevel'> as TransactionBuilder<DB>

/** Statements by themselves, each of which is a transaction, are carried out again; those within one are not. */
export function repeatStatements(dialect: Dialect): Dialect {
  const known = new WeakSet<DatabaseConnection>()
  const within = new WeakSet<DatabaseConnection>()
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver() {
      const driver = dialect.createDriver()
      const { acquireConnection, beginTransaction, commitTransaction, rollbackTransaction } = driver
      return Object.assign(driver, {
        async acquireConnection(...given) {
          const connection = await acquireConnection.apply(driver, given)
          if (known.has(connection)) return connection
          known.add(connection)
          const execute = connection.executeQuery.bind(connection)
          connection.executeQuery = (...query) =>
            within.has(connection) ? execute(...query) : again(() => execute(...query))
          return connection
        },
        async beginTransaction(connection, settings) {
          within.add(connection)
          await beginTransaction.call(driver, connection, settings)
        },
        commitTransaction: (connection) =>
          commitTransaction.call(driver, connection).finally(() => within.delete(connection)),
        rollbackTransaction: (connection) =>
          rollbackTransaction.call(driver, connection).finally(() => within.delete(connection)),
      } satisfies Partial<Driver>)
    },
  }
}

/** The same for what a pool is asked directly; a client that was taken from it is left alone. */
export function repeatQueries(pool: pg.Pool): void {
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<pg.QueryResult>
  pool.query = ((...given: unknown[]) => again(() => query(...given))) as never
}

/** Serialisation failure and deadlock. Not 40003: there nobody knows whether it was done. */
const metOther = (error: unknown): boolean =>
  ['40001', '40P01'].includes(String((error as { code?: unknown } | null)?.code))

const MOST_TRIES = 8
const FIRST_PAUSE_MS = 5
const LONGEST_PAUSE_MS = 500
