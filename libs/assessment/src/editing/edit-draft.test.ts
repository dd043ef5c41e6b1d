import fc from 'fast-check';
import type { AssessmentDraft } from '../draft';
import { moveEntry, moveSection, neighbourPlace, placeOfEntry } from './edit-draft';
import { aDraft, aPlainDraft } from './test-drafts';

const entryIds = ({ sections }: AssessmentDraft) => sections.flatMap(({ entries }) => entries.map(({ id }) => id));
const sectionIds = ({ sections }: AssessmentDraft) => sections.map(({ id }) => id);

const withAnEntry = aDraft
  .filter((draft) => entryIds(draft).length > 0)
  .chain((draft) => fc.record({ draft: fc.constant(draft), id: fc.constantFrom(...entryIds(draft)) }));

test('a move loses no entry and puts the entry where it was meant to go', () => {
  fc.assert(
    fc.property(withAnEntry, fc.nat(20), fc.nat(9), ({ draft, id }, n, index) => {
      const section = draft.sections[n % draft.sections.length];
      const moved = moveEntry(draft, id, { sectionId: section?.id ?? '', index });
      expect(entryIds(moved).toSorted()).toEqual(entryIds(draft).toSorted());
      const others = (section?.entries ?? []).filter((entry) => entry.id !== id).length;
      expect(placeOfEntry(moved, id)).toEqual({ sectionId: section?.id, index: Math.min(index, others) });
    }),
  );
});

test('one step up and one step down again lead to the same draft', () => {
  fc.assert(
    fc.property(withAnEntry, fc.constantFrom(1 as const, -1 as const), ({ draft, id }, by) => {
      const place = neighbourPlace(draft, id, by);
      if (place === null) return;
      const moved = moveEntry(draft, id, place);
      const back = neighbourPlace(moved, id, by === 1 ? -1 : 1);
      expect(back && moveEntry(moved, id, back)).toEqual(draft);
    }),
  );
});

test('steps down visit every place of the draft and end at the last', () => {
  let [draft, steps] = [aPlainDraft, 0];
  for (let to = neighbourPlace(draft, 'e1', 1); to; to = neighbourPlace(draft, 'e1', 1)) {
    draft = moveEntry(draft, 'e1', to);
    steps += 1;
  }
  // Two in its own section, then three and four places in the next two.
  expect(steps).toBe(2 + 3 + 4);
  expect(entryIds(draft).at(-1)).toBe('e1');
});

test('a section keeps its entries when it moves', () => {
  const moved = moveSection(aPlainDraft, 's3', 0);
  expect(sectionIds(moved)).toEqual(['s3', 's1', 's2']);
  expect(moved.sections[0]).toEqual(aPlainDraft.sections[2]);
  expect(moveSection(aPlainDraft, 'none', 0)).toBe(aPlainDraft);
});
