import fc from 'fast-check';
import { compareTyped, SAMPLE } from './typed-text';

test('the sample is the same, also with a space at its end', () => {
  expect(compareTyped(SAMPLE)).toEqual({ kind: 'same' });
  expect(compareTyped(`${SAMPLE} `)).toEqual({ kind: 'same' });
});

test('every beginning of it is partly right, and nothing typed is empty', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: SAMPLE.length - 1 }), (length) => {
      fc.pre(SAMPLE[length - 1] !== ' ');
      expect(compareTyped(SAMPLE.slice(0, length))).toEqual({ kind: 'partly' });
    }),
  );
  expect(compareTyped('  ')).toEqual({ kind: 'empty' });
});

test.each(['а', 'ф(х)', 'χ', 'ك', 'ん', 'ש'])('%s is of another alphabet', (typed) => {
  expect(compareTyped(typed)).toMatchObject({ kind: 'otherAlphabet' });
});

test('an accented Latin letter and a typographic sign differ, and are no other alphabet', () => {
  expect(compareTyped('é')).toEqual({ kind: 'differs', expected: 'f', found: 'é' });
  expect(compareTyped('f(x) ≥')).toEqual({ kind: 'differs', expected: '>', found: '≥' });
  expect(compareTyped(`${SAMPLE}!`)).toEqual({ kind: 'differs', expected: null, found: '!' });
});
