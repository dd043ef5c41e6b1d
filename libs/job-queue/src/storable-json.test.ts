import fc from 'fast-check';
import { toStorableJson } from './storable-json';

test('NUL and half a surrogate pair become the replacement character, at any depth', () => {
  expect(toStorableJson({ cases: [{ stdout: 'a\0b\uD83D' }] })).toBe('{"cases":[{"stdout":"a\uFFFDb\uFFFD"}]}');
});

test('what PostgreSQL takes is left as it is', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0') && one.isWellFormed());
  fc.assert(fc.property(text, (one) => expect(JSON.parse(toStorableJson({ one }))).toEqual({ one })));
});
