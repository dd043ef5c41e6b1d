import { canonicalJson } from '@holdout/bank';
import type { Value } from '@holdout/sandbox';
import { keyOf } from '../values/exact-key';
import { floatNumeral } from '../values/numeral';
import type { Part } from '../values/value-kinds';
import { partOf } from '../values/value-kinds';
import type { Cell, CellRules } from './cell';
import { CellWriter, compareCells, MISSING } from './cell';

/** Which of two compared tables a cell is in: what cannot be compared equals nothing, not even itself. */
export type Side = 'actual' | 'expected';

/** The cell of a value in a table. None, NaN and NaT are the same missing value, as in pandas. */
export function valueCell(value: Value, rules: CellRules & { readonly side: Side }): Cell {
  const part = partOf(value);
  if (isMissing(part)) return MISSING;
  const writer = new CellWriter(rules);
  write(value, rules.side, writer);
  return writer.cell();
}

function isMissing(part: Part): boolean {
  if (part.kind === 'number') return part.exact === null && Number.isNaN(part.value);
  return part.kind === 'None' || (part.kind === 'datetime' && part.text === 'NaT');
}

function write(value: Value, side: Side, to: CellWriter): void {
  const part = partOf(value);
  switch (part.kind) {
    case 'None':
      to.text('None');
      return;
    case 'number':
      to.number(part);
      return;
    case 'complex':
      to.text('complex').number(floatNumeral(part.real)).number(floatNumeral(part.imaginary));
      return;
    case 'datetime':
      to.text(`datetime ${JSON.stringify(part.moment)}`);
      return;
    case 'bool':
    case 'str':
    case 'duration':
    case 'bytes':
      to.text(`${part.kind} ${JSON.stringify(part.value)}`);
      return;
    case 'sequence':
      writeItems(part.items, side, to);
      return;
    case 'dict':
      writePairs(part.pairs, side, to);
      return;
    case 'set':
      writeMembers(part.items, side, to);
      return;
    case 'Series':
    case 'DataFrame':
      to.text(`${part.kind} ${canonicalJson(value)}`);
      return;
    case 'unknown':
      to.text(`unknown ${side}`);
  }
}

function writeItems(items: readonly Value[], side: Side, to: CellWriter): void {
  to.text('[');
  for (const item of items) {
    write(item, side, to);
    to.text(',');
  }
  to.text(']');
}

/** Members in the order of their texts and numbers, which is not that of the set. */
function writeMembers(items: readonly Value[], side: Side, to: CellWriter): void {
  const members = items.map((item) => {
    const writer = to.another();
    write(item, side, writer);
    return writer.cell();
  });
  to.text('set[');
  for (const member of members.sort(compareCells)) to.add(member).text(',');
  to.text(']');
}

function writePairs(pairs: readonly (readonly [Value, Value])[], side: Side, to: CellWriter): void {
  const keyed = pairs.map(([key, item]) => ({ key: keyOf(key) ?? `unknown ${side}`, item }));
  to.text('{');
  for (const { key, item } of keyed.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    to.text(`${key}:`);
    write(item, side, to);
    to.text(',');
  }
  to.text('}');
}
