import { piecesOf } from './marked-source';

test('a source is cut at its parts, which keep their numbers wherever they stand', () => {
  const spans = [
    { from: 6, to: 9 },
    { from: 0, to: 3 },
  ];
  expect(piecesOf('abc = def', spans)).toEqual([
    { text: 'abc', part: 2 },
    { text: ' = ', part: null },
    { text: 'def', part: 1 },
  ]);
});

test('without parts it stays whole, and put together again it is the same', () => {
  expect(piecesOf('x = 1', [])).toEqual([{ text: 'x = 1', part: null }]);
  expect(piecesOf('', [])).toEqual([]);
  const pieces = piecesOf('a\nb\nc', [{ from: 2, to: 3 }]);
  expect(pieces.map(({ text }) => text).join('')).toBe('a\nb\nc');
});
