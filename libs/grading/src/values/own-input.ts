import type { Value } from '@holdout/sandbox';
import { isValue } from './is-value';

export type OwnInput =
  { readonly ok: true; readonly args: readonly Value[] } | { readonly ok: false; readonly reason: string };

/** The positional arguments that a candidate typed as JSON, or a message for the candidate. */
export function readOwnInput(text: string): OwnInput {
  const parsed = parse(text);
  if (parsed === undefined)
    return { ok: false, reason: 'Your input is not JSON. Write the arguments as a list, for example [[0, 1], 0.5].' };
  if (!Array.isArray(parsed))
    return { ok: false, reason: 'Your input must be a list of the arguments, for example [[0, 1], 0.5].' };
  if (!isValue(parsed)) return { ok: false, reason: reasonAgainst(parsed) };
  return { ok: true, args: parsed as readonly Value[] };
}

/** The reason why JSON is not a value, in the order of likelihood. */
function reasonAgainst(parsed: unknown): string {
  const inside = [...partsOf(parsed)];
  if (inside.some((part) => typeof part === 'number' && !Number.isFinite(part)))
    return 'Your input has a number that is too large. The largest number is about 1.8e308.';
  if (inside.some((part) => typeof part === 'object' && part !== null && Object.hasOwn(part, '$')))
    return 'Your input has an object with the key "$", which is reserved. Use another key.';
  return 'Your input is nested too deeply. Use fewer levels of lists and objects.';
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
