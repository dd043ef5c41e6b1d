import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Client } from 'pg';
import { findCgroups } from '../cgroups/find-cgroups';
import { resolveOptions } from '../options';
import { PostgresServer } from '../sql/postgres-server';
import { BOX_USER, PATHS } from '../test-sandbox';
import type { Attack, HostileLanguage } from './attack';
import type { HostTargets } from './host-targets';
import { NAIVE_GRADERS } from './graded';
import { isCallLanguage } from './languages';
import { runUnsandboxed } from './unsandboxed-process';

/** What was observed without a jail, and the expected outcome that it must differ from. */
type Outcome = readonly [outcome: unknown, expected: unknown];

/** Runs the control of an attack: the same without a jail, in one process with the programs before and after it. */
export async function outcomesWithoutJail(
  attack: Attack,
  targets: HostTargets,
  bare: StartBareServer,
): Promise<readonly Outcome[]> {
  const { language, before, concurrent, next } = attack;
  const programs = [before, concurrent?.source, attack.source].filter((source) => source !== undefined);
  const run = (sources: readonly string[]) =>
    answerOf(
      language,
      sources.map((source) => targets.fillIn(source)),
      bare,
    );
  if (next) return [[await run([...programs, next.source]), next.expected]];
  if ('expected' in attack) return [[await run(programs), attack.expected]];
  // Where the box ends at a limit, the control runs to completion: a program reports it, a statement returns rows.
  const end = await run(programs);
  expect(isCallLanguage(language) ? end : Array.isArray(end)).toBe(isCallLanguage(language) ? 'done' : true);
  return [];
}

type StartBareServer = () => Promise<BareServer>;

async function answerOf(
  language: HostileLanguage,
  sources: readonly string[],
  bare: StartBareServer,
): Promise<unknown> {
  if (language === 'postgresql') return onBareServer(await bare(), sources);
  const isCall = isCallLanguage(language);
  const run = isCall
    ? await runUnsandboxed(language, sources)
    : await runUnsandboxed(
        'python',
        sources.map((statement) => inBareSqlite(statement)),
      );
  if (run.exitCode !== 0) throw new Error(`the control failed: ${String(run.answer)}`);
  return run.answer;
}

/** Whether a naive grader, which runs in the candidate's own process, accepts the program. */
export async function naiveGraderAccepts(
  language: HostileLanguage,
  source: string,
  bare: StartBareServer,
): Promise<boolean> {
  const naive = NAIVE_GRADERS[language];
  if (!isCallLanguage(language)) {
    const rows = await answerOf(language, [naive(source)], bare);
    return JSON.stringify(rows) === '[["t"]]';
  }
  return (await runUnsandboxed(language, [naive(source)])).exitCode === 0;
}

/** Runs a statement on a database file shared by all statements, without any restriction. */
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

/** Runs statements as the owner of a new database, without the lockdown. */
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

/** A server without the lockdown, with a connection as its owner. */
export type BareServer = { readonly server: PostgresServer; readonly admin: Client; close(): Promise<void> };

/** Starts a server in the same jail, whose connections have all rights of its owner. */
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
