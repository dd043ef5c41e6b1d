import type { Language } from '@holdout/bank';
import type { Value } from '@holdout/sandbox';
import { isTagged } from '@holdout/sandbox';
import { MaterializeError } from '../contract/errors';

/** What only Python has a type for. Decimals and fractions are carried to the other languages as the nearest number. */
const ONLY_PYTHON: ReadonlySet<string> = new Set(['complex', 'timedelta', 'bytes']);

/** Throws if a generated argument cannot be given to the programs of all these languages: its type has no encoding there. */
export function checkCarried(value: Value, languages: readonly Language[], where: string): void {
  if (typeof value !== 'object' || value === null) return;
  if (isTagged(value)) {
    if (value.$ === 'opaque')
      throw new MaterializeError(`${where} has a value of type ${value.type}, which cannot be carried`);
    const other = ONLY_PYTHON.has(value.$) ? languages.find((language) => language !== 'python') : undefined;
    if (other !== undefined)
      throw new MaterializeError(`${where} has a value of type ${value.$}, which ${other} has not`);
  }
  for (const inner of Object.values(value) as readonly Value[]) checkCarried(inner, languages, where);
}
