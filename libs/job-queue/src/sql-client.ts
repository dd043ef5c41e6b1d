import type { QueryResult } from 'pg';

export type Row = Record<string, unknown>;

/** Anything that runs SQL and returns rows: TypeORM's EntityManager, or `pgSql(client)`. */
export type SqlClient = { query(sql: string, parameters?: unknown[]): Promise<Row[]> };

type PgQueryable = { query(sql: string, parameters?: unknown[]): Promise<QueryResult<Row>> };

/** Adapts a client or pool of `pg` to `SqlClient`. */
export function pgSql(client: PgQueryable): SqlClient {
  return { query: async (sql, parameters) => (await client.query(sql, parameters)).rows };
}
