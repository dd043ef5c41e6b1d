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
  if (!isValue(parsed))
    return { ok: false, reason: 'Your input is nested too deeply or has an object with the key "$".' };
  return { ok: true, args: parsed as readonly Value[] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
