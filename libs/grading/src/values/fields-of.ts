import type { Value } from '@holdout/sandbox';
import { MaterializeError } from '../contract/errors';
import { partOf } from './value-kinds';

/** The entries of a dictionary whose keys are strings. */
export type Fields = ReadonlyMap<string, Value>;

/** The entries of an author's dictionary. Throws `MaterializeError` that begins with `where`. */
export function fieldsOf(value: Value, where: string): Fields {
  const part = partOf(value);
  const pairs = part.kind === 'dict' ? part.pairs : null;
  if (pairs === null || !pairs.every((pair): pair is readonly [string, Value] => typeof pair[0] === 'string')) {
    throw new MaterializeError(`${where} must be a dictionary whose keys are strings`);
  }
  return new Map(pairs);
}

/** The value of a required key. Throws `MaterializeError` if it is missing. */
export function fieldOf(fields: Fields, name: string, where: string): Value {
  const value = fields.get(name);
  if (value === undefined) throw new MaterializeError(`${where}: the key "${name}" is missing`);
  return value;
}
