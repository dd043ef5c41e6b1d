import type { Value } from '@holdout/sandbox';
import { isValue } from './is-value';

/** In UTF-16 code units. */
export const MOST_OWN_INPUT_CHARACTERS = 64 * 1024;

export type OwnInputProblem = 'tooLong' | 'notJson' | 'notList' | 'numberTooLarge' | 'reservedKey' | 'tooDeep';

export type OwnInput =
  { readonly ok: true; readonly args: readonly Value[] } | { readonly ok: false; readonly problem: OwnInputProblem };

/** The positional arguments that a candidate typed as JSON, or why they cannot be passed. Asked before a job is queued, too. */
export function readOwnInput(text: string): OwnInput {
  if (text.length > MOST_OWN_INPUT_CHARACTERS) return { ok: false, problem: 'tooLong' };
  const parsed = parse(text);
  if (parsed === undefined) return { ok: false, problem: 'notJson' };
  if (!Array.isArray(parsed)) return { ok: false, problem: 'notList' };
  if (!isValue(parsed)) return { ok: false, problem: problemOf(parsed) };
  return { ok: true, args: parsed as readonly Value[] };
}

/** Why JSON is not a value, in the order of likelihood. */
function problemOf(parsed: unknown): OwnInputProblem {
  const inside = [...partsOf(parsed)];
  if (inside.some((part) => typeof part === 'number' && !Number.isFinite(part))) return 'numberTooLarge';
  if (inside.some((part) => typeof part === 'object' && part !== null && Object.hasOwn(part, '$')))
    return 'reservedKey';
  return 'tooDeep';
}

/** The value and everything in it, without recursion: the input may be nested arbitrarily deeply. */
function* partsOf(whole: unknown): Generator {
  const waiting = [whole];
  while (waiting.length > 0) {
    const part = waiting.pop();
    yield part;
    if (typeof part !== 'object' || part === null) continue;
    for (const inner of Object.values(part) as readonly unknown[]) waiting.push(inner);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
