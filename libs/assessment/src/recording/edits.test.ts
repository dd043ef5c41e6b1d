import fc from 'fast-check';
import { replayEdits, type TextEdit, textEdit } from './edits';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom('a', 'b', '\n', 'ä', '😀', '😁', '𝒳'), { maxLength: 30 }).map((all) => all.join('')),
);

function recorded(texts: readonly string[]): readonly TextEdit[] {
  let last: string | null = null;
  const edits: TextEdit[] = [];
  for (const each of texts) {
    const edit = textEdit(last, each);
    if (edit !== null) edits.push(edit);
    last = each;
  }
  return edits;
}

test('the edits of any typing, replayed, give the text that was stored last, also after a way through JSON', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (texts) => {
      const edits = JSON.parse(JSON.stringify(recorded(texts))) as TextEdit[];
      expect(replayEdits(edits)).toBe(texts.at(-1));
    }),
  );
});

test('an edit never has half of a character', () => {
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      expect(recorded(texts).filter(({ added }) => !added.isWellFormed())).toEqual([]);
    }),
  );
});

test('a key pressed in a long text is recorded as that key', () => {
  const before = 'x = 1\n'.repeat(1000);
  expect(textEdit(before, `${before}y`)).toEqual({ at: before.length, removed: 0, added: 'y' });
});

test('a page that starts again starts from its whole text; a missing edit is an error', () => {
  expect(replayEdits([...recorded(['a', 'ab']), ...recorded(['abc', 'abcd'])])).toBe('abcd');
  expect(() => replayEdits([{ at: 5, removed: 0, added: 'x' }])).toThrow('missing');
  expect(replayEdits([])).toBeNull();
});
