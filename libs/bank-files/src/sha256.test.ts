import { sha256, sha256OfAll } from './sha256';

test('the SHA-256 of a text is that of its UTF-8 bytes', () => {
  // FIPS 180-4, the example of one block.
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('moving the boundary between two texts changes the hash', () => {
  const lists = [['ab', 'c'], ['a', 'bc'], ['abc'], ['', 'abc'], ['1:a', 'b'], []];
  expect(new Set(lists.map(sha256OfAll)).size).toBe(lists.length);
  expect(sha256OfAll(['ä', 'b'])).toBe(sha256OfAll(new Set(['ä', 'b'])));
});
