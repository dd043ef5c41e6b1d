import type { Language } from '@holdout/bank';
import { narrowVerdict } from './narrow';

const OTHER = 'an uncommon error, or one of your own';

test.each<[Language, string, string]>([
  ['python', 'KeyError', 'KeyError'],
  ['python', 'TimeoutError', OTHER],
  ['python', 'simpleError', OTHER],
  ['python', 'MyOwnError', OTHER],
  ['python', 'SIGBUS', OTHER],
  ['r', 'simpleError', 'simpleError'],
  ['r', 'KeyError', OTHER],
  ['typescript', 'RangeError', 'RangeError'],
  ['javascript', 'EvalError', OTHER],
  ['sql', 'SQLSTATE 22012', 'SQLSTATE 22012'],
  ['sql', 'SQLSTATE 2201B', OTHER],
])('on hidden cases, a %s program that ends with %s is reported as %s', (language, error, told) => {
  expect(narrowVerdict({ kind: 'crashed', error }, language)).toEqual({ kind: 'crashed', error: told });
});

test('a load error, from a box without inputs, is shown in full', () => {
  const verdict = { kind: 'crashed', error: 'MyOwnError', detail: 'line 3', line: 3 } as const;
  expect(narrowVerdict(verdict, 'python')).toBe(verdict);
});

test.each([
  ['column a, b, c is missing', 'column a and others are missing'],
  ['column a is missing', 'column a is missing'],
  ['columns a, b differ in some rows', 'column a and others differ in some rows'],
  ['column a differs in some rows', 'column a differs in some rows'],
  ['expected a list, got None', 'expected a list, got None'],
  ['expected a list, got a dictionary', 'expected a list, got something else'],
  ['a number differs', 'a number differs'],
])('the hint "%s" is shown as "%s"', (hint, told) => {
  expect(narrowVerdict({ kind: 'wrongAnswer', hint }, 'python')).toEqual({ kind: 'wrongAnswer', hint: told });
});
