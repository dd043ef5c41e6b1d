import type { QueryResult } from 'pg';

export type Row = Record<string, unknown>;

/** Anything that runs SQL and gives rows: an EntityManager of TypeORM as it is, or `pgSql(client)`. */
export type SqlClient = { query(sql: string, parameters?: unknown[]): Promise<Row[]> };

type PgQueryable = { query(sql: string, parameters?: unknown[]): Promise<QueryResult<Row>> };

/** Gives a client or pool of `pg` the shape that JobQueue takes. */
export function pgSql(client: PgQueryable): SqlClient {
  return { query: async (sql, parameters) => (await client.query(sql, parameters)).rows };
}
