import fc from 'fast-check';
import { diffLines } from './text-diff';

test('a line that only one side has is told apart, the rest is shared', () => {
  expect(diffLines('a\nb\nc', 'a\nc\nd')).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'expected', text: 'b' },
    { kind: 'same', text: 'c' },
    { kind: 'actual', text: 'd' },
  ]);
});

test('both texts can be read back out of the difference', () => {
  const aText = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 })
    .map((all) => all.join('\n'));
  fc.assert(
    fc.property(aText, aText, (expected, actual) => {
      const lines = diffLines(expected, actual);
      const without = (kind: string) =>
        lines
          .filter((line) => line.kind !== kind)
          .map((line) => line.text)
          .join('\n');
      expect(without('actual')).toBe(expected);
      expect(without('expected')).toBe(actual);
    }),
  );
});

test('equal texts have no difference', () => {
  fc.assert(fc.property(fc.string(), (text) => diffLines(text, text).every((line) => line.kind === 'same')));
});
