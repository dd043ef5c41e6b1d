import type { Digits, Numeral, Tolerance } from '../values/numeral';
import { compareNumerals, isCloseNumeral, numeralText } from '../values/numeral';

/**
 * A value in two parts: a text that must be the same, and the numbers in it that are compared within the tolerances, of
 * which the text has only the places. NaN and infinities are in the text, so that numbers can be sorted.
 */
export type Cell = { readonly text: string; readonly numbers: readonly Numeral[] };

/** How numbers are compared: within tolerances, or without any by their digits. */
export type CellRules = { readonly isClose: boolean; readonly digits: Digits };

/** Builds the cell of a value whose parts are given in order. */
export class CellWriter {
  private readonly texts: string[] = [];
  private readonly numbers: Numeral[] = [];

  constructor(private readonly rules: CellRules) {}

  /** A part that must be the same; the caller delimits it. */
  text(part: string): this {
    this.texts.push(part);
    return this;
  }

  number(number: Numeral): this {
    if (!Number.isFinite(number.value) && number.exact === null) return this.text(`#${number.value}`);
    if (!this.rules.isClose) return this.text(`#${numeralText(number, this.rules.digits)}`);
    this.numbers.push(number);
    return this.text('#');
  }

  /** Appends a whole cell. */
  add(cell: Cell): this {
    this.numbers.push(...cell.numbers);
    return this.text(cell.text);
  }

  /** An empty writer with the same rules. */
  another(): CellWriter {
    return new CellWriter(this.rules);
  }

  cell(): Cell {
    return { text: this.texts.join(''), numbers: this.numbers };
  }
}

/** A missing value. */
export const MISSING: Cell = { text: 'missing', numbers: [] };

/** Whether two cells are equal within the tolerances. */
export function isSameCell(actual: Cell, expected: Cell, tolerance: Tolerance): boolean {
  if (actual.text !== expected.text || actual.numbers.length !== expected.numbers.length) return false;
  return expected.numbers.every((number, index) => {
    const came = actual.numbers[index];
    return came !== undefined && isCloseNumeral(came, number, tolerance);
  });
}

/** Orders cells by their texts, then by their numbers. */
export function compareCells(a: Cell, b: Cell): number {
  return compareTexts(a.text, b.text) || compareNumbersOf(a, b);
}

/** Orders texts by their UTF-16 units. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders cells by their numbers, in order. */
export function compareNumbersOf(a: Cell, b: Cell): number {
  for (let index = 0; index < a.numbers.length; index += 1) {
    const [number, other] = [a.numbers[index], b.numbers[index]];
    const order = number === undefined || other === undefined ? 1 : compareNumerals(number, other);
    if (order !== 0) return order;
  }
  return a.numbers.length - b.numbers.length;
}
