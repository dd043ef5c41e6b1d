export type Evaluated =
  | { readonly kind: 'value'; readonly value: number }
  /** Not an expression; `at` is the position of the first character that does not fit. */
  | { readonly kind: 'unread'; readonly at: number }
  /** An expression without a value: a division by zero, the root of a negative number. */
  | { readonly kind: 'undefined' };

const LONGEST = 500;
const NUMBER = /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?/i;
const NAME = /^[a-z]+\d*/i;

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: Math.log,
  log: Math.log10,
  log10: Math.log10,
  log2: Math.log2,
  abs: Math.abs,
};
const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

class Unread extends Error {
  constructor(readonly at: number) {
    super(`no expression at ${at}`);
  }
}

/** People paste signs of typography. */
const plain = (text: string): string =>
  text.replaceAll('×', '*').replaceAll('·', '*').replaceAll('÷', '/').replaceAll('−', '-').replaceAll('π', 'pi');

/** Reads one expression from left to right, by recursive descent: sum, product, sign, power, value. */
class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): number {
    const value = this.sum();
    this.skip();
    if (this.at < this.text.length) throw new Unread(this.at);
    return value;
  }

  private sum(): number {
    let value = this.product();
    for (let sign = this.take('+-'); sign !== ''; sign = this.take('+-')) {
      const next = this.product();
      value = sign === '+' ? value + next : value - next;
    }
    return value;
  }

  private product(): number {
    let value = this.signed();
    for (let sign = this.take('*/'); sign !== ''; sign = this.take('*/')) {
      const next = this.signed();
      value = sign === '*' ? value * next : value / next;
    }
    return value;
  }

  /** A sign binds less than a power, as on paper: -2^2 is -4. */
  private signed(): number {
    const sign = this.take('+-');
    if (sign !== '') return sign === '-' ? -this.signed() : this.signed();
    return this.power();
  }

  /** From the right: 2^3^2 is 2^9. */
  private power(): number {
    const base = this.value();
    return this.take('^') === '' ? base : base ** this.signed();
  }

  private value(): number {
    if (this.take('(') !== '') return this.closed();
    if (this.take('√') !== '') return Math.sqrt(this.value());
    this.skip();
    const number = NUMBER.exec(this.text.slice(this.at))?.[0];
    if (number === undefined) return this.named();
    this.at += number.length;
    return Number(number);
  }

  private named(): number {
    const start = this.at;
    const name = (NAME.exec(this.text.slice(start))?.[0] ?? '').toLowerCase();
    this.at += name.length;
    const constant = Object.hasOwn(CONSTANTS, name) ? CONSTANTS[name] : undefined;
    if (constant !== undefined) return constant;
    const apply = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (apply === undefined) throw new Unread(start);
    if (this.take('(') === '') throw new Unread(this.at);
    return apply(this.closed());
  }

  private closed(): number {
    const value = this.sum();
    if (this.take(')') === '') throw new Unread(this.at);
    return value;
  }

  private take(signs: string): string {
    this.skip();
    const next = this.text.charAt(this.at);
    if (next === '' || !signs.includes(next)) return '';
    this.at += 1;
    return next;
  }

  private skip(): void {
    while (this.text.charAt(this.at) === ' ') this.at += 1;
  }
}

/** The value of an expression: numbers, + - * / ^, brackets, roots, logarithms, pi and e. Nothing of it is run as code. */
export function evaluate(text: string): Evaluated {
  if (text.length > LONGEST) return { kind: 'unread', at: LONGEST };
  try {
    const value = new Reader(plain(text.replaceAll('**', '^'))).whole();
    return Number.isFinite(value) ? { kind: 'value', value } : { kind: 'undefined' };
  } catch (error) {
    if (error instanceof Unread) return { kind: 'unread', at: error.at };
    throw error;
  }
}

const DIGITS = 12;

/** A value in twelve significant digits, without trailing zeros. */
export const shown = (value: number): string => String(Number(value.toPrecision(DIGITS)));
