import type { CallAnswer, CallProgram, Program, Run, SqlAnswer } from '@holdout/sandbox';
import { aJavaScriptProgram, aPythonProgram, aSqlProgram, LIMITS } from '../test-sandbox';
import { anRProgram } from '../zygote/test-r';
import type { Attack, HostileLanguage } from './attack';

/** Languages whose programs are functions; the others are SQL statements. */
export type CallLanguage = Exclude<HostileLanguage, 'postgresql' | 'sqlite'>;

export function isCallLanguage(language: HostileLanguage): language is CallLanguage {
  return language !== 'postgresql' && language !== 'sqlite';
}

/** A candidate's program in a language. */
export function programOf(language: HostileLanguage, source: string, limits: Attack['limits'] = {}): Program {
  const all = { ...LIMITS, ...limits };
  switch (language) {
    case 'python':
      return aPythonProgram(source, { limits });
    case 'javascript':
      return aJavaScriptProgram(source, { limits });
    case 'typescript':
      return aTypeScriptProgram(source, limits);
    case 'r':
      return anRProgram(source, { limits });
    case 'postgresql':
      return aSqlProgram(source, { limits: all });
    case 'sqlite':
      return aSqlProgram(source, { limits: all, profile: 'sqlite' });
  }
}

/** Another candidate's program, for another question: for SQL with its own table `vault`. */
export function victimOf(language: HostileLanguage, source: string): Program {
  if (isCallLanguage(language)) return programOf(language, source);
  const tables = { vault: [{ secret: 'VAULT-SECRET' }] };
  return aSqlProgram(source, { profile: language, schema: 'create table vault (secret text)', tables });
}

function aTypeScriptProgram(source: string, limits: Partial<CallProgram['limits']>): CallProgram {
  const main = 'solution.ts';
  return aJavaScriptProgram(source, { main, files: { [main]: source }, limits });
}

/** What a run reports: the return value or the error of its function; the rows or the error code of a statement. */
export function answerOf(run: Run): unknown {
  const answer = run.answer as CallAnswer | SqlAnswer | undefined;
  if (answer === undefined) return undefined;
  if ('rows' in answer) return answer.rows;
  if ('sqlError' in answer) return answer.sqlError.code;
  if ('loadError' in answer) return answer.loadError;
  const [call] = answer.calls;
  return call?.ok ? call.value : call?.error;
}

/**
 * Honest programs that also report everything they can see of their surroundings. The report must be the same before
 * the first attack and after each.
 */
export const WITNESSES: Readonly<Record<HostileLanguage, string>> = {
  python: `import os, sys, math, json, builtins, signal, threading
def solve():
    folders = ['/', '/etc', '/box', '/tmp', '/dev', '/usr', '/usr/lib', '/empty']
    return [[sorted(os.listdir(folder)) for folder in folders], sorted(os.environ), sorted(sys.modules),
        sorted(dir(builtins)), os.getpid(), threading.active_count(), len(sys.meta_path), math.pi, len('abc'),
        json.dumps([1]), os.umask(0o22), signal.getitimer(0)[0], sys.getrecursionlimit(), sum([40, 2])]`,
  javascript: jsWitness('', ''),
  typescript: jsWitness(': string', 'enum Side { Left = 1 }'),
  r: `solve <- function() list(ls(globalenv(), all.names = TRUE), search(), names(Sys.getenv()),
  list.files("/box", all.files = TRUE, recursive = TRUE), list.files("/"), list.files("/tmp"), names(options()), loadedNamespaces(),
  Sys.getlocale(), getwd(), pi, T, sum(40, 2), length(showConnections()), is.null(getOption("error")))`,
  postgresql: `select (select string_agg(flight::text, ';' order by id) from flight),
  (select count(*) from pg_class), (select count(*) from pg_namespace), (select count(*) from pg_proc),
  (select string_agg(relname, ',' order by relname) from pg_class where relnamespace = 'public'::regnamespace),
  current_setting('search_path'), current_setting('transaction_read_only'), current_setting('statement_timeout'),
  current_setting('hostile.left', true), (select count(*) from pg_prepared_statements), (select count(*) from pg_cursors)`,
  sqlite: `select (select group_concat(id || origin) from flight), (select count(*) from sqlite_master),
  (select group_concat(name) from pragma_table_list), 40 + 2`,
};

function jsWitness(type: string, statement: string): string {
  return `import fs from 'node:fs';
${statement}
export const solve = () => {
  const at = (folder${type}) => fs.readdirSync(folder).sort();
  return [['/', '/etc', '/box', '/tmp', '/dev'].map((folder) => at(folder)), Object.keys(process.env).sort(),
    Object.getOwnPropertyNames(globalThis).sort(), Object.getOwnPropertyNames(Object.prototype).sort(),
    Object.getOwnPropertyNames(Array.prototype).length, process.pid, process.title, process.cwd(), Math.PI,
    JSON.stringify([1]), process.listenerCount('exit'), [40, 2].map((x) => x + 1)];
};`;
}
