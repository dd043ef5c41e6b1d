import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { escapeIdentifier } from 'pg';
import type { SqlProgram } from '@holdout/sandbox';
import { pidOf } from './postgres-backend';
import type { PostgresServer } from './postgres-server';

type Tables = Pick<SqlProgram, 'schema' | 'tables'>;
/** Names of types by oid. */
export type TypeNames = ReadonlyMap<number, string>;
/** A database that holds the tables of a question, and the types that its schema creates. */
export type Dataset = { readonly database: string; readonly types: TypeNames };
type Kept = { readonly created: Promise<TypeNames>; users: number };

/**
 * Each takes about 8 MB of the server's 640 MB tmpfs. Must exceed the number of cases of a bank, or every submission
 * recreates its databases.
 */
const MAX_KEPT = 48;
const SCHEMA_MS = 30_000;

/** One database per distinct schema and rows, created by a role of its own, and kept as an LRU cache. */
export class DatasetDatabases {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly server: PostgresServer,
    private readonly admin: Client,
  ) {}

  /** Calls `act` with a database that holds these tables. It is not dropped before `act` has finished. */
  async use<T>(tables: Tables, act: (dataset: Dataset) => Promise<T>): Promise<T> {
    const name = nameOf(tables);
    const kept = this.kept.get(name) ?? { created: this.create(name, tables), users: 0 };
    this.kept.delete(name);
    this.kept.set(name, kept);
    kept.users += 1;
    try {
      return await act({ database: name, types: await kept.created });
    } catch (error) {
      if (await hasFailed(kept.created)) this.kept.delete(name);
      throw error;
    } finally {
      kept.users -= 1;
      await this.dropOldest();
    }
  }

  private async create(name: string, tables: Tables): Promise<TypeNames> {
    await this.admin.query(`create role "${name}" login`);
    await this.admin.query(`create database "${name}" template blank`);
    await this.admin.query(`revoke all on database "${name}" from public`);
    await this.admin.query(`grant connect on database "${name}" to reader, "${name}"`);
    try {
      await this.grantSchemaRights(name);
      const types = await this.load(name, tables);
      await this.dropMaker(name);
      return types;
    } catch (error) {
      await this.drop(name);
      throw new Error(`the tables could not be created: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }

  private async grantSchemaRights(name: string): Promise<void> {
    const owner = await this.server.connect('holdout', name);
    await owner.query(
      `grant create, usage on schema public to "${name}"; grant usage on language plpgsql to "${name}"`,
    );
    await owner.end();
  }

  /**
   * The schema comes from an author and is trusted no more than a query: its role owns the tables of this one database
   * and nothing else.
   */
  private async load(name: string, { schema, tables }: Tables): Promise<TypeNames> {
    const maker = await this.server.connect(name, name);
    const timer = setTimeout(() => void this.admin.query('select pg_terminate_backend($1)', [pidOf(maker)]), SCHEMA_MS);
    try {
      await maker.query(schema);
      for (const [table, rows] of Object.entries(tables)) await insert(maker, table, rows);
      await maker.query('grant select on all tables in schema public to reader; analyze');
      return await typeNamesFrom(maker, FIRST_OWN_OID);
    } finally {
      clearTimeout(timer);
      await maker.end();
    }
  }

  /**
   * Any session can list role names by oid, and this name, a hash of the dataset, would tell other sessions which
   * datasets are in use.
   */
  private async dropMaker(name: string): Promise<void> {
    const owner = await this.server.connect('holdout', name);
    await owner.query(`reassign owned by "${name}" to maker; drop owned by "${name}"; drop role "${name}"`);
    await owner.end();
  }

  private async dropOldest(): Promise<void> {
    for (const [name, { users }] of [...this.kept]) {
      if (this.kept.size <= MAX_KEPT) return;
      if (users > 0) continue;
      this.kept.delete(name);
      await this.drop(name);
    }
  }

  private async drop(name: string): Promise<void> {
    await this.admin.query(`drop database if exists "${name}" with (force)`);
    await this.admin.query(`drop role if exists "${name}"`);
  }
}

/** Cached, because hashing 10,000 rows takes longer than querying them, and every submission brings the same rows. */
const names = new WeakMap<SqlProgram['tables'], Map<string, string>>();

function nameOf({ schema, tables }: Tables): string {
  const known = names.get(tables) ?? new Map<string, string>();
  names.set(tables, known);
  const name = known.get(schema) ?? hashedName({ schema, tables });
  known.set(schema, name);
  return name;
}

function hashedName({ schema, tables }: Tables): string {
  return `data_${createHash('sha256')
    .update(JSON.stringify([schema, tables]))
    .digest('hex')
    .slice(0, 40)}`;
}

async function insert(maker: Client, table: string, rows: SqlProgram['tables'][string]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((column) => escapeIdentifier(column));
  if (columns.length === 0) return;
  const into = escapeIdentifier(table);
  const list = columns.join(', ');
  await maker.query(
    `insert into ${into} (${list}) select ${list} from json_populate_recordset(null::${into}, $1::json)`,
    [JSON.stringify(rows)],
  );
}

/** The lowest oid of what is not part of PostgreSQL. */
const FIRST_OWN_OID = 16_384;

/** Names of all types from an oid on. An enum is `enum name`, the type of a table's rows `row name`. */
export async function typeNamesFrom(client: Client, first: number): Promise<TypeNames> {
  const { rows } = await client.query<{ oid: number; name: string }>(
    `select type.oid::int, case coalesce(element.typtype, type.typtype) when 'e' then 'enum ' when 'c' then 'row ' else '' end
       || format_type(type.oid, null) as name
     from pg_type type left join pg_type element on element.oid = type.typelem and type.typcategory = 'A'
     where type.oid >= $1`,
    [first],
  );
  return new Map(rows.map(({ oid, name }) => [oid, name]));
}

async function hasFailed(created: Promise<unknown>): Promise<boolean> {
  return created.then(
    () => false,
    () => true,
  );
}
