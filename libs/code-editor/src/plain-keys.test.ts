import fc from 'fast-check';
import { newLineAt, shiftLines } from './plain-keys';

test.each([
  ['x = 1', '\n'],
  ['    x = 1', '\n    '],
  ['def f(x):', '\n    '],
  ['  if (x) {', '\n      '],
  ['a\n\tb', '\n\t'],
])('Enter after %j inserts %j', (text, inserted) => {
  expect(newLineAt(text, text.length)).toBe(inserted);
});

test('in the middle of a line only what is before the caret decides', () => {
  expect(newLineAt('    ab:', 2)).toBe('\n  ');
});

test('the lines of a selection go one level deeper, and one that ends before a line leaves that line', () => {
  const text = 'a\nb\nc';
  expect(shiftLines(text, { start: 0, end: 2 }, 'deeper')).toEqual({ from: 0, to: 1, lines: '    a' });
  expect(shiftLines(text, { start: 2, end: 5 }, 'deeper')).toEqual({ from: 2, to: 5, lines: '    b\n    c' });
});

test('back takes a tab or up to four spaces, and nothing else', () => {
  expect(shiftLines('  a\n\tb\nc', { start: 0, end: 8 }, 'back').lines).toBe('a\nb\nc');
});

test('deeper and back again is the same text', () => {
  const aText = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t') });
  fc.assert(
    fc.property(aText, fc.nat(20), fc.nat(20), (text, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const { from, to, lines } = shiftLines(text, { start, end }, 'deeper');
      expect(shiftLines(lines, { start: 0, end: lines.length }, 'back').lines).toBe(text.slice(from, to));
    }),
  );
});
