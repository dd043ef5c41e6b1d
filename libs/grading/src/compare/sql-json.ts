import { decimalNumeral, decimalOf } from '../values/numeral';
import type { CellWriter } from './cell';

const MAX_DEPTH = 100;

/** Writes a JSON text by its value: keys in any order, numbers with all their digits. False if it is not JSON. */
export function writeJson(text: string, to: CellWriter): boolean {
  const read = parse(text);
  if (read === undefined || !isShallow(read.value, MAX_DEPTH)) return false;
  to.text('json ');
  write(read.value, to);
  return true;
}

class WrittenNumber {
  constructor(readonly text: string) {}
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

const keepDigits: Reviver = (_key, value, { source }) =>
  typeof value === 'number' ? new WrittenNumber(source ?? String(value)) : value;

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown) as unknown };
  } catch {
    return undefined;
  }
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}

function write(value: unknown, to: CellWriter): void {
  if (value instanceof WrittenNumber) writeNumber(value.text, to);
  else if (Array.isArray(value)) {
    to.text('[');
    for (const item of value) {
      write(item, to);
      to.text(',');
    }
    to.text(']');
  } else if (typeof value === 'object' && value !== null) {
    to.text('{');
    for (const [key, item] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
      to.text(`${JSON.stringify(key)}:`);
      write(item, to);
      to.text(',');
    }
    to.text('}');
  } else to.text(JSON.stringify(value));
}

function writeNumber(text: string, to: CellWriter): void {
  const decimal = decimalOf(text);
  if (decimal === null) to.text(`#${text}`);
  else to.number(decimalNumeral(decimal));
}
