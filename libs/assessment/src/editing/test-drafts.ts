import fc from 'fast-check';
import { type AssessmentDraft, type DraftEntry, EMPTY_DRAFT } from '../draft';
import { addEntry, addSection, changeEntry, changeSection, moveEntry, moveSection } from './edit-draft';
import { removeEntry, removeSection } from './edit-draft';

/** The ids of new things are unique over both sides, as random ids are. */
let made = 0;
const newId = (): string => `new ${(made += 1)}`;

const question = (id: string, weight: number): DraftEntry => ({ kind: 'question', id, questionId: `q ${id}`, weight });
const pool = (id: string, draw: number): DraftEntry => ({
  kind: 'pool',
  ...{ id, draw, weight: 1, unseenOnly: false },
  ...{ skills: ['a'], kinds: [], levels: [2], excluded: [] },
});

type Edit = (draft: AssessmentDraft) => AssessmentDraft;

/** One of a list, chosen by a number. */
const pick = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(1, items.length)];
const sectionIn = ({ sections }: AssessmentDraft, n: number): string => pick(sections, n)?.id ?? 'none';
const entryIn = ({ sections }: AssessmentDraft, n: number): string =>
  pick(
    sections.flatMap(({ entries }) => entries),
    n,
  )?.id ?? 'none';

const anEdit: fc.Arbitrary<Edit> = fc
  .record({ what: fc.nat(12), n: fc.nat(30), m: fc.nat(30), value: fc.integer({ min: 1, max: 9 }) })
  .map(({ what, n, m, value }) => (draft: AssessmentDraft): AssessmentDraft => {
    const [section, entry] = [sectionIn(draft, n), entryIn(draft, m)];
    const edits: readonly (() => AssessmentDraft)[] = [
      () => ({ ...draft, minutes: value * 10 }),
      () => ({ ...draft, rules: { ...draft.rules, mayGoBack: value > 4 } }),
      () => ({
        ...draft,
        skills: [...draft.skills.filter(({ skillId }) => skillId !== 'a'), { skillId: 'a', weight: value }],
      }),
      () => ({ ...draft, skills: draft.skills.filter(({ skillId }) => skillId !== 'b') }),
      () => addSection(draft, { id: newId(), title: `T ${value}`, minutes: null, entries: [] }),
      () => changeSection(draft, section, value > 4 ? { title: `T ${value}` } : { minutes: value }),
      () => removeSection(draft, section),
      () => moveSection(draft, section, m),
      () => addEntry(draft, section, value > 4 ? question(newId(), value) : pool(newId(), value)),
      () => removeEntry(draft, entry),
      () => moveEntry(draft, entry, { sectionId: section, index: value }),
      () => changeEntry(draft, entry, (each) => ({ ...each, weight: value })),
      () => changeEntry(draft, entry, (each) => (each.kind === 'pool' ? { ...each, draw: value } : each)),
    ];
    return (edits[what] as () => AssessmentDraft)();
  });

const apply = (draft: AssessmentDraft, edits: readonly Edit[]): AssessmentDraft =>
  edits.reduce((state, edit) => edit(state), draft);

/** Three sections with eight entries and two goals, then some edits. */
const START: AssessmentDraft = {
  ...EMPTY_DRAFT,
  skills: [
    { skillId: 'a', weight: 1 },
    { skillId: 'b', weight: 2 },
  ],
  sections: [
    { id: 's1', title: 'One', minutes: null, entries: [question('e1', 1), pool('e2', 2), pool('e3', 1)] },
    { id: 's2', title: 'Two', minutes: 20, entries: [question('e4', 2), question('e5', 1)] },
    { id: 's3', title: 'Three', minutes: null, entries: [pool('e6', 1), pool('e7', 3), question('e8', 1)] },
  ],
};

const edits = fc.array(anEdit, { maxLength: 6 });

/** A draft, and one that was made from it. */
export const aDraft = edits.map((list) => apply(START, list));

/** Two drafts made from the same one. */
export const threeDrafts = fc
  .tuple(edits, edits, edits)
  .map(([before, one, other]) => [apply(START, before), one, other] as const)
  .map(([base, one, other]) => ({ base, mine: apply(base, one), theirs: apply(base, other) }));

export { START as aPlainDraft };
