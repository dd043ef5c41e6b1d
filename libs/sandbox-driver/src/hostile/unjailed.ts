import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Client } from 'pg';
import { findCgroups } from '../cgroups/find-cgroups';
import { resolveOptions } from '../options';
import { PostgresServer } from '../sql/postgres-server';
import { BOX_USER, PATHS } from '../test-sandbox';
import type { Attack, HostileLanguage } from './attack';
import type { Ground } from './ground';
import { NAIVE_GRADERS } from './graded';
import { isCallLanguage } from './languages';
import { runOutside } from './outside';

/** What was seen where nothing holds a program, and the pattern that it must not meet. */
type Outcome = readonly [seen: unknown, pattern: unknown];

/** The control of an attack: the same without a jail, together with what comes before and after it. */
export async function outcomesOutside(attack: Attack, ground: Ground, bare: Bare): Promise<readonly Outcome[]> {
  const { language, before, beside, next } = attack;
  const mine = [before, beside?.source, attack.source].filter((source) => source !== undefined);
  const see = (sources: readonly string[]) =>
    seen(
      language,
      sources.map((source) => ground.placed(source)),
      bare,
    );
  if (next) return [[await see([...mine, next.source]), next.saw]];
  if ('saw' in attack) return [[await see(mine), attack.saw]];
  // What is ended inside comes to its own end outside: a program says so, a statement gives its rows.
  const end = await see(mine);
  expect(isCallLanguage(language) ? end : Array.isArray(end)).toBe(isCallLanguage(language) ? 'done' : true);
  return [];
}

type Bare = () => Promise<BareServer>;

async function seen(language: HostileLanguage, sources: readonly string[], bare: Bare): Promise<unknown> {
  if (language === 'postgresql') return onBareServer(await bare(), sources);
  const isCall = isCallLanguage(language);
  const outside = isCall
    ? await runOutside(language, sources)
    : await runOutside(
        'python',
        sources.map((statement) => inBareSqlite(statement)),
      );
  if (outside.exitCode !== 0) throw new Error(`outside it failed: ${String(outside.told)}`);
  return outside.told;
}

/** Whether a grader that lives in the candidate's own process takes the program for a right one. */
export async function believed(language: HostileLanguage, source: string, bare: Bare): Promise<boolean> {
  const naive = NAIVE_GRADERS[language];
  if (!isCallLanguage(language)) {
    const rows = await seen(language, [naive(source)], bare);
    return JSON.stringify(rows) === '[["t"]]';
  }
  return (await runOutside(language, [naive(source)])).exitCode === 0;
}

/** One database file for all statements, opened as any program opens one. */
function inBareSqlite(statement: string): string {
  return `import sqlite3
def solve():
    database = sqlite3.connect('data.db', isolation_level=None)
    database.execute('create table if not exists flight (id int primary key, origin text not null, delay numeric, day date)')
    database.execute("insert or ignore into flight values (1, 'AMS', 12.5, '2026-01-31')")
    try:
        rows = database.execute(${JSON.stringify(statement)}).fetchall()
    except sqlite3.Error as error:
        return error.sqlite_errorname
    return [['t' if cell is True else None if cell is None else str(cell) for cell in row] for row in rows]`;
}

const TABLE = 'create table flight (id int primary key, origin text not null, delay numeric, day date)';
const ROWS = "insert into flight values (1, 'AMS', 12.5, '2026-01-31'), (2, 'OSL', null, '2026-02-01')";

/** Its owner asks, in a database that nothing was taken from. */
async function onBareServer({ server, admin }: BareServer, statements: readonly string[]): Promise<unknown> {
  const name = `bare_${randomBytes(4).toString('hex')}`;
  await admin.query(`create database ${name}`);
  const client = await server.connect('holdout', name);
  try {
    await client.query(TABLE);
    await client.query(ROWS);
    let last: unknown;
    for (const statement of statements) last = await rowsOrCode(client, statement);
    return last;
  } finally {
    await client.end();
  }
}

export type BareServer = { readonly server: PostgresServer; readonly admin: Client; close(): Promise<void> };

/** A server in the same jail, with all that an owner may do. */
export async function startBareServer(): Promise<BareServer> {
  const scratchDir = mkdtempSync(`${tmpdir()}/bare-server-`);
  const options = resolveOptions({ scratchDir, ...PATHS, unprivileged: { uid: BOX_USER, gid: BOX_USER } });
  const cgroups = findCgroups(options.unprivileged, options.log);
  const server = await PostgresServer.start(options, cgroups);
  const admin = await server.connect('holdout', 'postgres');
  const close = async (): Promise<void> => {
    await admin.end();
    await server.close();
    await cgroups.close();
    rmSync(scratchDir, { recursive: true, force: true });
  };
  return { server, admin, close };
}

async function rowsOrCode(client: Client, statement: string): Promise<unknown> {
  try {
    const types = { getTypeParser: () => String };
    return (await client.query<unknown[]>({ text: statement, rowMode: 'array', types })).rows;
  } catch (error) {
    return (error as { readonly code?: string }).code;
  }
}
