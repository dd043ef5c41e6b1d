import { MOST_SCENE_CHARACTERS } from '@holdout/bank';
import { packScene, unpackScene } from './scene';

const box = { id: 'a', type: 'rectangle', link: null };

test('a drawing is kept without what was deleted, pictures and links, and that is said', () => {
  const drawn = [box, { ...box, id: 'b', isDeleted: true }, { ...box, id: 'c', type: 'image' }];
  const packed = packScene(drawn);
  expect(packed).toMatchObject({ kind: 'packed', isAllKept: false });
  expect(packed.kind === 'packed' && unpackScene(packed.scene)).toEqual([box]);
  expect(packScene([{ ...box, link: 'https://example.org' }])).toMatchObject({ isAllKept: false });
  expect(packScene([box])).toMatchObject({ isAllKept: true });
});

test('an empty canvas is no drawing', () => {
  expect(packScene([{ ...box, isDeleted: true }])).toEqual({ kind: 'packed', scene: null, isAllKept: true });
  expect(unpackScene(null)).toEqual([]);
  expect(unpackScene('{')).toEqual([]);
});

test('a drawing larger than the server keeps is not sent', () => {
  const text = { ...box, type: 'text', text: 'x'.repeat(MOST_SCENE_CHARACTERS) };
  expect(packScene([text]).kind).toBe('tooLarge');
});
