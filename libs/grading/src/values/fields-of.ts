import type { Value } from '@holdout/sandbox';
import { MaterializeError } from '../contract/errors';
import { partOf } from './value-kinds';

/** The entries of a dictionary whose keys are texts. */
export type Fields = ReadonlyMap<string, Value>;

/** The entries of a dictionary of the author's; `where` names it in the message. */
export function fieldsOf(value: Value, where: string): Fields {
  const part = partOf(value);
  const pairs = part.kind === 'dict' ? part.pairs : null;
  if (pairs === null || !pairs.every((pair): pair is readonly [string, Value] => typeof pair[0] === 'string')) {
    throw new MaterializeError(`${where} must be a dictionary with text keys`);
  }
  return new Map(pairs);
}

/** One entry, which must be there. */
export function fieldOf(fields: Fields, name: string, where: string): Value {
  const value = fields.get(name);
  if (value === undefined) throw new MaterializeError(`${where}: the key "${name}" is missing`);
  return value;
}
