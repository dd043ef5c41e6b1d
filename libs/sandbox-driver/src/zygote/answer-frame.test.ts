import fc from 'fast-check';
import { parseAnswer } from './answer-frame';

test('reads whatever JSON an honest harness sends', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 20 }), (json) => {
      expect(parseAnswer(Buffer.from(json))).toEqual(JSON.parse(json));
    }),
  );
});

test.each([
  ['no JSON', 'nonsense'],
  ['cut short', '{"calls": [1'],
  ['nested beyond any honest answer', '['.repeat(300) + ']'.repeat(300)],
])('takes %s for no answer', (_name, text) => {
  expect(parseAnswer(Buffer.from(text))).toBeUndefined();
});

test('is not misled by brackets and escaped quotes in text', () => {
  const value = ['['.repeat(1000), '\\"' + '{'.repeat(1000)];
  expect(parseAnswer(Buffer.from(JSON.stringify(value)))).toEqual(value);
});
