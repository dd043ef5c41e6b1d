import { applyDelta, type Delta, deltaOf, type Json } from './json-delta';

/** A version of an answer: whole, or as what turns the version `deltaOf`, a newer one, into it. */
export type StoredAnswerRow = {
  readonly id: string;
  readonly answer: Json | null;
  readonly delta: Delta;
  readonly deltaOf: string | null;
};

/** Whole versions among the deltas, by number, so that resolving the oldest does not need all of them. */
export const SNAPSHOT_EVERY = 16;
/** Shorter answers are stored whole: a delta saves nothing. */
export const SMALLEST_DELTA_BYTES = 512;

/** The answers of all rows, which must include those that the deltas refer to. */
export function resolveAnswers(rows: readonly StoredAnswerRow[]): ReadonlyMap<string, Json> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const answers = new Map<string, Json>();
  for (const { id } of rows) resolve(id, byId, answers);
  return answers;
}

/** Without recursion: a chain may be long. */
function resolve(id: string, byId: ReadonlyMap<string, StoredAnswerRow>, answers: Map<string, Json>): void {
  const chain: StoredAnswerRow[] = [];
  for (let next: string | null = id; next !== null && !answers.has(next);) {
    const row: StoredAnswerRow | undefined = byId.get(next);
    if (row === undefined) throw new Error(`The version ${next} is not stored.`);
    chain.push(row);
    next = row.deltaOf;
  }
  for (const row of chain.toReversed()) answers.set(row.id, answerOf(row, answers));
}

function answerOf({ answer, delta, deltaOf: base }: StoredAnswerRow, answers: ReadonlyMap<string, Json>): Json {
  return base === null ? answer : applyDelta(answers.get(base) ?? null, delta);
}

/** A version that stays. Refused versions, and others that SQL reads, stay whole. */
export type KeptVersion = StoredAnswerRow & { readonly revision: number | null; readonly staysWhole: boolean };

/** A version that is stored in another form from now on. */
export type Restored = StoredAnswerRow;

/**
 * How to store the versions that stay, newest first: the newest, a few snapshots and those that stay whole, whole; each of
 * the others as what turns the next newer one into it. Returns those whose form changes.
 */
export function compacted(
  newestFirst: readonly KeptVersion[],
  answers: ReadonlyMap<string, Json>,
): readonly Restored[] {
  const changed: Restored[] = [];
  let newer: string | null = null;
  for (const version of newestFirst) {
    if (version.revision === null) continue;
    const next = formOf(version, newer, answers);
    if (next.deltaOf !== version.deltaOf) changed.push(next);
    newer = version.id;
  }
  return changed;
}

function formOf(version: KeptVersion, newer: string | null, answers: ReadonlyMap<string, Json>): Restored {
  const { id } = version;
  const answer = answers.get(id) ?? null;
  const whole: Restored = { id, answer, delta: null, deltaOf: null };
  const size = JSON.stringify(answer).length;
  if (newer === null || isWhole(version) || size < SMALLEST_DELTA_BYTES) return whole;
  const delta = deltaOf(answers.get(newer) ?? null, answer);
  return JSON.stringify(delta).length * 2 > size ? whole : { id, answer: null, delta, deltaOf: newer };
}

const isWhole = ({ revision, staysWhole }: KeptVersion): boolean =>
  staysWhole || (revision ?? 0) % SNAPSHOT_EVERY === 0;
