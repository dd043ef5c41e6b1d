import { momentOf, timeOfDay } from '../values/moment';
import { decimalNumeral, decimalOf, floatNumeral } from '../values/numeral';
import type { Item } from '../values/sql-literals';
import { readArray, readMultirange, readRange } from '../values/sql-literals';
import type { RangeLiteral } from '../values/sql-literals';
import type { SqlKind } from '../values/sql-kinds';
import type { Cell, CellRules } from './cell';
import { CellWriter, MISSING } from './cell';
import { writeInterval } from './sql-interval';
import { writeJson } from './sql-json';

/** The value of a cell that the server wrote as text, read as the kind of its column; null is NULL. */
export function readSqlCell(text: string | null, kind: SqlKind, rules: CellRules): Cell {
  if (text === null) return MISSING;
  const writer = new CellWriter(rules);
  write(text, kind, writer);
  return writer.cell();
}

/** A text that does not spell a value of the kind is only a text, and equals no other. */
function write(text: string, kind: SqlKind, to: CellWriter): void {
  if (!writeAs(text, kind, to)) writeText(text, to);
}

function writeAs(text: string, kind: SqlKind, to: CellWriter): boolean {
  switch (kind.is) {
    case 'number':
      return writeNumber(text, kind.isFloat, to);
    case 'text':
      return writeMoment(text, to) || (kind.isPadded === true && writeText(text.trimEnd(), to));
    case 'moment':
      return writeMoment(text, to);
    case 'time':
      return writeKey('time', timeOfDay(text), to);
    case 'interval':
      return writeInterval(text, to);
    case 'json':
      return writeJson(text, to);
    case 'uuid':
      return writeKey('uuid', text.toLowerCase(), to);
    case 'address':
      return writeKey('address', text.replace(text.includes(':') ? /\/128$/ : /\/32$/, ''), to);
    case 'written':
      return false;
    case 'shape':
      return writeShape(text, to);
    case 'array':
      return writeArray(text, kind, to);
    case 'range':
      return writeRange(readRange(text), kind.of, to);
    case 'multirange':
      return writeMultirange(text, kind.of, to);
  }
}

function writeText(text: string, to: CellWriter): boolean {
  return writeKey('text', text, to);
}

function writeKey(name: string, key: string | null, to: CellWriter): boolean {
  if (key !== null) to.text(`${name} ${JSON.stringify(key)}`);
  return key !== null;
}

const NOT_FINITE: Readonly<Record<string, number>> = { NaN, Infinity, '-Infinity': -Infinity };

function writeNumber(text: string, isFloat: boolean, to: CellWriter): boolean {
  const decimal = decimalOf(text);
  const float = Object.hasOwn(NOT_FINITE, text) ? NOT_FINITE[text] : decimal === null ? undefined : Number(text);
  if (float === undefined) return false;
  to.number(isFloat || decimal === null ? floatNumeral(float) : decimalNumeral(decimal));
  return true;
}

/** A text column may hold dates too: SQLite has no type for them. */
function writeMoment(text: string, to: CellWriter): boolean {
  return writeKey('moment', momentOf(text), to);
}

const NUMBER_IN_SHAPE = /-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Infinity|NaN)/g;

function writeShape(text: string, to: CellWriter): boolean {
  to.text(`shape ${text.replaceAll(NUMBER_IN_SHAPE, '')} `);
  for (const [number] of text.matchAll(NUMBER_IN_SHAPE)) writeNumber(number, true, to);
  return true;
}

function writeArray(text: string, kind: Extract<SqlKind, { is: 'array' }>, to: CellWriter): boolean {
  const array = readArray(text, kind.delimiter);
  if (array === null) return false;
  to.text(`array ${array.bounds}`);
  writeItem(array.items, kind.of, to);
  return true;
}

function writeItem(item: Item, kind: SqlKind, to: CellWriter): void {
  if (item === null) to.text('NULL');
  else if (typeof item === 'string') write(item, kind, to);
  else {
    to.text('[');
    for (const each of item) {
      writeItem(each, kind, to);
      to.text(',');
    }
    to.text(']');
  }
}

function writeRange(range: RangeLiteral | null, kind: SqlKind, to: CellWriter): boolean {
  if (range === null) return false;
  to.text(`range ${range.brackets} `);
  writeItem(range.bounds, kind, to);
  return true;
}

function writeMultirange(text: string, kind: SqlKind, to: CellWriter): boolean {
  const ranges = readMultirange(text);
  if (ranges === null) return false;
  to.text('ranges ');
  for (const range of ranges) writeRange(range, kind, to);
  return true;
}
