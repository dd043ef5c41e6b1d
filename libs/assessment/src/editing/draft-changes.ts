import type { AssessmentDraft, DraftEntry } from '../draft';
import { type IssuePlace, WHOLE } from '../building/draft-issues';
import { isSameValue } from './same-value';

/** What a change is of. */
export type DraftField =
  | 'role'
  | 'level'
  | 'minutes'
  | 'passLine'
  | 'languages'
  | 'hasCalculator'
  | 'documentation'
  | 'introduction'
  | 'mayGoBack'
  | 'page'
  | 'countedSubmission'
  | 'afterRelease'
  /** The weight of a goal; null if it is no goal. */
  | 'skill'
  | 'title'
  /** Whether it exists. */
  | 'section'
  | 'entry'
  /** In which section an entry is. */
  | 'place'
  /** The order of the sections, or of the entries of a section. */
  | 'order'
  | 'questionId'
  | 'weight'
  | 'draw'
  | 'skills'
  | 'kinds'
  | 'levels'
  | 'unseenOnly'
  | 'excluded';

/** One value of a draft, and where it is. */
export type DraftFact = {
  /** Unique in a draft, and the same in each of its revisions. */
  readonly key: string;
  readonly where: IssuePlace;
  readonly field: DraftField;
  readonly value: unknown;
};

/** The values of the settings by field, goals left out. */
export function settingsOf({ role, level, minutes, passLine, ...rest }: AssessmentDraft) {
  const { languages, hasCalculator, documentation, introduction, rules } = rest;
  return {
    role,
    level,
    minutes,
    passLine,
    languages,
    hasCalculator,
    documentation,
    introduction,
    ...rules,
    page: rules.page ?? 'item',
  };
}

/** The values of an entry by field. */
export function valuesOf({ kind: _, id: _id, ...values }: DraftEntry): Partial<Record<DraftField, unknown>> {
  return values;
}

const fact = (where: IssuePlace, field: DraftField, value: unknown): DraftFact => ({
  key: [where.entryId ?? where.sectionId ?? '', field].join('/'),
  where,
  field,
  value,
});

/** Every value of a draft once: two drafts with the same facts are the same draft. */
export function factsOf(draft: AssessmentDraft): readonly DraftFact[] {
  return [
    ...Object.entries(settingsOf(draft)).map(([field, value]) => fact(WHOLE, field as DraftField, value)),
    ...draft.skills.map(({ skillId, weight }) => ({
      key: `skill/${skillId}`,
      where: WHOLE,
      field: 'skill' as const,
      value: { skillId, weight },
    })),
    ...draft.sections.flatMap(({ id: sectionId, title, minutes, entries }) => [
      fact({ sectionId, entryId: null }, 'section', title),
      fact({ sectionId, entryId: null }, 'title', title),
      fact({ sectionId, entryId: null }, 'minutes', minutes),
      ...entries.flatMap((entry) => entryFacts(sectionId, entry)),
    ]),
    ...draft.sections.map(({ id: sectionId, entries }) => fact({ sectionId, entryId: null }, 'order', idsOf(entries))),
    fact(WHOLE, 'order', idsOf(draft.sections)),
  ];
}

function entryFacts(sectionId: string, entry: DraftEntry): readonly DraftFact[] {
  const where = { sectionId, entryId: entry.id };
  return [
    fact(where, 'entry', entry),
    fact(where, 'place', sectionId),
    ...Object.entries(valuesOf(entry)).map(([field, value]) => fact(where, field as DraftField, value)),
  ];
}

const idsOf = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

/** What differs between two revisions: `before` is undefined for what was added, `after` for what was removed. */
export type DraftChange = Omit<DraftFact, 'value'> & { readonly before: unknown; readonly after: unknown };

const factsByKey = (draft: AssessmentDraft): ReadonlyMap<string, DraftFact> =>
  new Map(factsOf(draft).map((each) => [each.key, each]));

/** What was changed from one revision to another. An added or removed section or entry is one change. */
export function changesBetween(before: AssessmentDraft, after: AssessmentDraft): readonly DraftChange[] {
  const [old, now] = [factsByKey(before), factsByKey(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const { where, field } = (is ?? was) as DraftFact;
    const change = { key, where, field, before: was?.value, after: is?.value };
    return isReported(change, old, now) ? [change] : [];
  });
}

type Facts = ReadonlyMap<string, DraftFact>;

function isReported(change: DraftChange, ...sides: readonly Facts[]): boolean {
  const { field, before, after } = change;
  if (field === 'section' || field === 'entry') return before === undefined || after === undefined;
  if (field === 'order') return isReordered(before, after);
  return !isSameValue(before, after) && hasOwner(change, sides);
}

/** Whether both sides have its entry or section: the values of what was added or removed are not changes of their own. */
function hasOwner({ where: { sectionId, entryId } }: DraftChange, sides: readonly Facts[]): boolean {
  if (entryId !== null) return sides.every((side) => side.has(`${entryId}/entry`));
  return sectionId === null || sides.every((side) => side.has(`${sectionId}/section`));
}

/** Whether what both lists have is in another order. */
export function isReordered(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return false;
  return !isSameValue(
    before.filter((id) => after.includes(id)),
    after.filter((id) => before.includes(id)),
  );
}
