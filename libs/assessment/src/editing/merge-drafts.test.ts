import fc from 'fast-check';
import type { AssessmentDraft } from '../draft';
import { changesBetween, type DraftChange, factsOf, isReordered } from './draft-changes';
import { addEntry, changeEntry, changeSection, moveEntry, removeEntry, removeSection } from './edit-draft';
import { mergeDrafts, type MergedDraft, type Side } from './merge-drafts';
import { isSameValue } from './same-value';
import { aDraft, aPlainDraft, threeDrafts } from './test-drafts';

const RUNS = { numRuns: 500 };

const idsIn = ({ sections }: AssessmentDraft) =>
  sections.flatMap(({ id, entries }) => [id, ...entries.map((entry) => entry.id)]);

const valuesIn = (draft: AssessmentDraft): ReadonlyMap<string, unknown> =>
  new Map(factsOf(draft).map(({ key, value }) => [key, value]));

/** Where an entry is in any of the drafts. */
const sectionsOf = (entryId: string | null, drafts: readonly AssessmentDraft[]): readonly string[] =>
  drafts.flatMap(({ sections }) =>
    sections.filter(({ entries }) => entries.some(({ id }) => id === entryId)).map(({ id }) => id),
  );

/** Whether the result has a change, or a conflict names it: itself, or its entry or section as a whole. */
function isAccountedFor(change: DraftChange, { draft, conflicts }: MergedDraft, drafts: readonly AssessmentDraft[]) {
  const { key, where, field, after } = change;
  const value = valuesIn(draft).get(key);
  if (field === 'order') {
    if (!isReordered(value, after)) return true;
  } else if (field === 'section' || field === 'entry') {
    if ((value === undefined) === (after === undefined)) return true;
  } else if (isSameValue(value, after)) return true;
  const around = [where.sectionId, ...sectionsOf(where.entryId, drafts)];
  return conflicts.some(
    (conflict) =>
      conflict.key === key ||
      (conflict.field === 'entry' && conflict.where.entryId === where.entryId) ||
      (conflict.field === 'section' && around.includes(conflict.where.sectionId)) ||
      (field === 'order' && conflict.field === 'place'),
  );
}

test('what only one side has changed is in the result', () => {
  fc.assert(
    fc.property(threeDrafts, ({ base, mine }) => {
      expect(mergeDrafts({ base, mine, theirs: base })).toEqual({ draft: mine, conflicts: [] });
      expect(mergeDrafts({ base, mine: base, theirs: mine })).toEqual({ draft: mine, conflicts: [] });
    }),
    RUNS,
  );
});

test('two sides with the same draft have no conflict', () => {
  fc.assert(
    fc.property(threeDrafts, ({ base, mine }) => {
      expect(mergeDrafts({ base, mine, theirs: mine })).toEqual({ draft: mine, conflicts: [] });
    }),
    RUNS,
  );
});

test('no change of either side is lost without being named, whatever is chosen', () => {
  fc.assert(
    fc.property(threeDrafts, fc.array(fc.constantFrom<Side>('mine', 'theirs')), (drafts, sides) => {
      const { conflicts } = mergeDrafts(drafts);
      const choices = Object.fromEntries(conflicts.map(({ key }, index) => [key, sides[index] ?? 'theirs']));
      const merged = mergeDrafts(drafts, choices);
      const { base, mine, theirs } = drafts;
      const changes = [...changesBetween(base, mine), ...changesBetween(base, theirs)];
      expect(changes.filter((change) => !isAccountedFor(change, merged, [base, mine, theirs]))).toEqual([]);
    }),
    RUNS,
  );
});

test('what neither side has changed stays', () => {
  fc.assert(
    fc.property(threeDrafts, (drafts) => {
      const { base, mine, theirs } = drafts;
      const changed = new Set([...changesBetween(base, mine), ...changesBetween(base, theirs)].map(({ key }) => key));
      const changes = changesBetween(base, mergeDrafts(drafts).draft);
      expect(changes.filter(({ key, field }) => !changed.has(key) && field !== 'order')).toEqual([]);
    }),
    RUNS,
  );
});

test('every section and entry is in the result at most once, and has an id of one of the sides', () => {
  fc.assert(
    fc.property(threeDrafts, (drafts) => {
      const ids = idsIn(mergeDrafts(drafts).draft);
      expect(new Set(ids).size).toBe(ids.length);
      const known = [...idsIn(drafts.mine), ...idsIn(drafts.theirs)];
      expect(ids.filter((id) => !known.includes(id))).toEqual([]);
    }),
    RUNS,
  );
});

test('a choice decides each conflict, and the same conflicts are named again', () => {
  fc.assert(
    fc.property(threeDrafts, fc.constantFrom<Side>('mine', 'theirs'), (drafts, side) => {
      const first = mergeDrafts(drafts);
      const [conflict] = first.conflicts;
      if (conflict === undefined) return;
      const { draft, conflicts } = mergeDrafts(drafts, { [conflict.key]: side });
      expect(conflicts.map(({ key }) => key)).toContain(conflict.key);
      if (['section', 'entry', 'order'].includes(conflict.field)) return;
      expect(valuesIn(draft).get(conflict.key)).toEqual(conflict[side]);
    }),
    RUNS,
  );
});

test('the changes between two drafts are none exactly if they are the same', () => {
  fc.assert(
    fc.property(aDraft, aDraft, (one, other) => {
      expect(changesBetween(one, one)).toEqual([]);
      // The order of goals means nothing.
      const sorted = (draft: AssessmentDraft) => ({
        ...draft,
        skills: draft.skills.map(({ skillId, weight }) => `${skillId} ${weight}`).sort(),
      });
      expect(changesBetween(one, other).length === 0).toBe(isSameValue(sorted(one), sorted(other)));
    }),
    RUNS,
  );
});

const base = aPlainDraft;

test('edits in different places meet in one draft', () => {
  const mine = changeSection(
    changeEntry(base, 'e1', (entry) => ({ ...entry, weight: 5 })),
    's2',
    { title: 'Code' },
  );
  const added = { kind: 'question', id: 'e9', questionId: 'q', weight: 1 } as const;
  const theirs = { ...addEntry(base, 's1', added), minutes: 90 };
  const { draft, conflicts } = mergeDrafts({ base, mine, theirs });
  expect(conflicts).toEqual([]);
  expect(draft.minutes).toBe(90);
  expect(draft.sections[0]?.entries.map(({ id, weight }) => [id, weight])).toEqual([
    ['e1', 5],
    ['e2', 1],
    ['e3', 1],
    ['e9', 1],
  ]);
  expect(draft.sections[1]?.title).toBe('Code');
});

test('two different values of the same field are a conflict, with mine until another is chosen', () => {
  const drafts = { base, mine: { ...base, minutes: 45 }, theirs: { ...base, minutes: 90 } };
  const { draft, conflicts } = mergeDrafts(drafts);
  expect(draft.minutes).toBe(45);
  expect(conflicts).toMatchObject([{ key: '/minutes', field: 'minutes', mine: 45, theirs: 90, chosen: 'mine' }]);
  expect(mergeDrafts(drafts, { '/minutes': 'theirs' }).draft.minutes).toBe(90);
});

test('what one side removes and the other changes stays until its removal is chosen', () => {
  const drafts = {
    base,
    mine: removeEntry(base, 'e1'),
    theirs: changeEntry(base, 'e1', (entry) => ({ ...entry, weight: 7 })),
  };
  const { draft, conflicts } = mergeDrafts(drafts);
  expect(conflicts).toMatchObject([{ key: 'e1/entry', mine: undefined, chosen: 'theirs' }]);
  expect(draft.sections[0]?.entries.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
  expect(mergeDrafts(drafts, { 'e1/entry': 'mine' }).draft).toEqual(drafts.mine);
});

test('an entry moved out of a section that the other side removes stays', () => {
  const mine = moveEntry(base, 'e4', { sectionId: 's1', index: 0 });
  const drafts = { base, mine, theirs: removeSection(base, 's2') };
  const { conflicts } = mergeDrafts(drafts);
  expect(conflicts.map(({ key }) => key)).toContain('s2/section');
  const { draft } = mergeDrafts(drafts, { 's2/section': 'theirs', 'e4/entry': 'mine' });
  expect(draft.sections.map(({ id, entries }) => [id, entries.map((entry) => entry.id)])).toEqual([
    ['s1', ['e4', 'e1', 'e2', 'e3']],
    ['s3', ['e6', 'e7', 'e8']],
  ]);
});
