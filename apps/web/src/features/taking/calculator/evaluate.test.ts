import fc from 'fast-check';
import { evaluate, shown } from './evaluate';

const valueOf = (text: string): string => {
  const result = evaluate(text);
  return result.kind === 'value' ? shown(result.value) : result.kind;
};

test.each([
  ['1 + 2 * 3', '7'],
  ['(1 + 2) * 3', '9'],
  ['7 - 2 - 1', '4'],
  ['8 / 4 / 2', '1'],
  ['2^3^2', '512'],
  ['2**3', '8'],
  ['-2^2', '-4'],
  ['(-2)^2', '4'],
  ['2^-1', '0.5'],
  ['2 * -3', '-6'],
  ['--3', '3'],
  ['0.1 + 0.2', '0.3'],
  ['.5 + 1.', '1.5'],
  ['1.5e-3 * 2E3', '3'],
  ['3 × 4 ÷ 2 − 1', '5'],
  ['sqrt(16) + √9 + √(1+3)', '9'],
  ['ln(e)', '1'],
  ['log(1000)', '3'],
  ['LOG2(8)', '3'],
  ['exp(0)', '1'],
  ['abs(-3)', '3'],
  ['2 * π', '6.28318530718'],
  ['pi', '3.14159265359'],
  ['1/3', '0.333333333333'],
  ['10^20', '100000000000000000000'],
])('%s is %s', (text, value) => {
  expect(valueOf(text)).toBe(value);
});

test.each(['1/0', 'sqrt(-1)', 'ln(0)', '10^400', '0/0'])('%s has no value', (text) => {
  expect(evaluate(text)).toEqual({ kind: 'undefined' });
});

test.each([
  ['', 0],
  ['1 +', 3],
  ['(1', 2],
  ['1)', 1],
  ['2 3', 2],
  ['1,5', 1],
  ['sqrt 4', 5],
  ['foo(1)', 0],
  ['constructor(1)', 0],
  ['alert', 0],
  ['1; 2', 1],
  ['9'.repeat(501), 500],
])('%j cannot be read at %d', (text, at) => {
  expect(evaluate(text)).toEqual({ kind: 'unread', at });
});

type Tree = { readonly text: string; readonly value: number };
const { tree } = fc.letrec<{ tree: Tree; leaf: Tree; pair: Tree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 5 }, tie('leaf'), tie('pair')),
  leaf: fc.nat(1000).map((n) => ({ text: String(n), value: n })),
  pair: fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree')).map(([a, sign, b]) => {
    const results = { '+': a.value + b.value, '-': a.value - b.value, '*': a.value * b.value, '/': a.value / b.value };
    return { text: `(${a.text}) ${sign} (${b.text})`, value: results[sign] };
  }),
}));

test('any bracketed arithmetic has the value that it was built from', () => {
  fc.assert(
    fc.property(tree, ({ text, value }) => {
      fc.pre(text.length <= 500);
      const result = evaluate(text);
      expect(result).toEqual(Number.isFinite(value) ? { kind: 'value', value } : { kind: 'undefined' });
    }),
  );
});

test('any text is read or refused, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789.+-*/^()√πe sqrtlngox,;')) }), (text) => {
      expect(['value', 'undefined', 'unread']).toContain(evaluate(text).kind);
    }),
  );
});
