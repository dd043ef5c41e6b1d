import fc from 'fast-check';
import { parseAnswer } from './answer-frame';

test('parses any JSON that the harness sends', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 20 }), (json) => {
      expect(parseAnswer(Buffer.from(json))).toEqual(JSON.parse(json));
    }),
  );
});

test.each([
  ['invalid JSON', 'nonsense'],
  ['truncated JSON', '{"calls": [1'],
  ['JSON nested too deeply', '['.repeat(300) + ']'.repeat(300)],
])('returns undefined for %s', (_name, text) => {
  expect(parseAnswer(Buffer.from(text))).toBeUndefined();
});

test('does not count brackets inside strings, even after escaped quotes', () => {
  const value = ['['.repeat(1000), '\\"' + '{'.repeat(1000)];
  expect(parseAnswer(Buffer.from(JSON.stringify(value)))).toEqual(value);
});
