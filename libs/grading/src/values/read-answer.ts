import type { BrokenRule, CallOutcome, ProgramError, SqlAnswer, SqlError } from '@holdout/sandbox';
import { isValue } from './is-value';

export type ReadCalls =
  | { readonly kind: 'outcomes'; readonly outcomes: readonly CallOutcome[] }
  | { readonly kind: 'loadError'; readonly error: ProgramError }
  | { readonly kind: 'unreadable' };

/** Reads a box's answer to `count` calls; `unreadable` if it is malformed. An invalid value becomes one that equals nothing. */
export function readCalls(claim: unknown, count: number): ReadCalls {
  if (!isRecord(claim)) return { kind: 'unreadable' };
  const loadError = readError(claim['loadError']);
  if (loadError !== null) return { kind: 'loadError', error: loadError };
  const calls = claim['calls'];
  if (!Array.isArray(calls) || calls.length !== count) return { kind: 'unreadable' };
  const outcomes = calls.map(readOutcome);
  return outcomes.every((outcome) => outcome !== null) ? { kind: 'outcomes', outcomes } : { kind: 'unreadable' };
}

export type ReadSql =
  | { readonly kind: 'table'; readonly table: SqlTable }
  | { readonly kind: 'error'; readonly error: SqlError }
  | { readonly kind: 'unreadable' };

export type SqlTable = Extract<SqlAnswer, { columns: unknown }>;

/** Reads a box's answer to a query; `unreadable` if it is malformed. */
export function readSql(claim: unknown): ReadSql {
  if (!isRecord(claim)) return { kind: 'unreadable' };
  const error = readSqlError(claim['sqlError']);
  if (error !== null) return { kind: 'error', error };
  const { columns, rows, truncated } = claim;
  if (!Array.isArray(columns) || !Array.isArray(rows)) return { kind: 'unreadable' };
  const isTable = columns.every(isColumn) && rows.every((row) => isRow(row, columns.length));
  if (!isTable) return { kind: 'unreadable' };
  return { kind: 'table', table: { columns, rows, truncated: truncated === true } };
}

function readOutcome(claim: unknown): CallOutcome | null {
  if (!isRecord(claim)) return null;
  if (claim['ok'] === true) {
    return { ok: true, value: isValue(claim['value']) ? claim['value'] : { $: 'opaque', type: 'unreadable' } };
  }
  const error = readError(claim['error']);
  return error === null ? null : { ok: false, error };
}

function readError(claim: unknown): ProgramError | null {
  if (!isRecord(claim) || typeof claim['type'] !== 'string') return null;
  const { type, message, traceback, line } = claim;
  const broken = readBroken(claim['broken']);
  return {
    type,
    message: textOr(message),
    traceback: textOr(traceback),
    ...(isCount(line) ? { line } : {}),
    ...(broken === null ? {} : { broken }),
  };
}

function readBroken(claim: unknown): BrokenRule | null {
  if (!isRecord(claim)) return null;
  const { rule, argument, name } = claim;
  if (rule === 'mutation' && isCount(argument)) return { rule, argument };
  return rule === 'import' && typeof name === 'string' ? { rule, name } : null;
}

function isCount(claim: unknown): claim is number {
  return typeof claim === 'number' && Number.isSafeInteger(claim) && claim > 0;
}

function readSqlError(claim: unknown): SqlError | null {
  if (!isRecord(claim) || typeof claim['code'] !== 'string') return null;
  const { code, message, hint, position } = claim;
  return {
    code: /^([0-9A-Z]{5}|SQLITE_[A-Z_]{1,40})$/.test(code) ? code : 'XX000',
    message: textOr(message),
    ...(typeof hint === 'string' ? { hint } : {}),
    ...(typeof position === 'number' && position > 0 ? { position } : {}),
  };
}

function isColumn(claim: unknown): claim is { readonly name: string; readonly type: string } {
  return isRecord(claim) && typeof claim['name'] === 'string' && typeof claim['type'] === 'string';
}

function isRow(claim: unknown, width: number): claim is readonly (string | null)[] {
  return (
    Array.isArray(claim) && claim.length === width && claim.every((cell) => cell === null || typeof cell === 'string')
  );
}

function isRecord(claim: unknown): claim is Readonly<Record<string, unknown>> {
  return typeof claim === 'object' && claim !== null && !Array.isArray(claim);
}

function textOr(claim: unknown): string {
  return typeof claim === 'string' ? claim : '';
}
