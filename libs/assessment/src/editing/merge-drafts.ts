import type { AssessmentDraft, DraftEntry, DraftSection, SkillGoal } from '../draft';
import { type IssuePlace, WHOLE } from '../building/draft-issues';
import { type DraftField, settingsOf, valuesOf } from './draft-changes';
import { isOrderContested, orderedBy, sideOfOrder } from './merge-order';
import { isSameValue } from './same-value';

export type Side = 'mine' | 'theirs';

/** Two drafts, and the revision that both were made from. */
export type ThreeDrafts = {
  readonly base: AssessmentDraft;
  readonly mine: AssessmentDraft;
  readonly theirs: AssessmentDraft;
};

/** Something that both sides have changed in different ways, so that a person must choose. */
export type MergeConflict = {
  /** Unique in a merge, and the same whatever is chosen. */
  readonly key: string;
  readonly where: IssuePlace;
  readonly field: DraftField;
  /** Undefined if this side has removed it. */
  readonly mine: unknown;
  readonly theirs: unknown;
  /** The side whose value the merged draft has. */
  readonly chosen: Side;
};

export type MergedDraft = { readonly draft: AssessmentDraft; readonly conflicts: readonly MergeConflict[] };

/** By key of a conflict, the side to take. Without a choice nothing is removed, and mine is taken. */
export type MergeChoices = Readonly<Record<string, Side>>;

type Values<Value> = { readonly base: Value | undefined; readonly mine: Value; readonly theirs: Value };
type About = { readonly where: IssuePlace; readonly field: DraftField };

/**
 * Merges two drafts by the ids of their sections and entries. What one side has changed is in the result, unless the other
 * side has changed the same differently: then it is a conflict, and the result has the chosen value.
 */
export function mergeDrafts(drafts: ThreeDrafts, choices: MergeChoices = {}): MergedDraft {
  const merge = new Merge(drafts, choices);
  const draft = merge.draft();
  return { draft, conflicts: merge.conflicts };
}

type Located = { readonly sectionId: string; readonly entry: DraftEntry };

const entriesOf = ({ sections }: AssessmentDraft): ReadonlyMap<string, Located> =>
  new Map(sections.flatMap(({ id, entries }) => entries.map((entry) => [entry.id, { sectionId: id, entry }])));

const byId = ({ sections }: AssessmentDraft): ReadonlyMap<string, DraftSection> =>
  new Map(sections.map((section) => [section.id, section]));

const idsOf = (items: readonly { readonly id: string }[] | undefined): readonly string[] =>
  (items ?? []).map(({ id }) => id);

const threeOf = <Of>({ base, mine, theirs }: ThreeDrafts, of: (draft: AssessmentDraft) => Of) => ({
  base: of(base),
  mine: of(mine),
  theirs: of(theirs),
});

class Merge {
  readonly conflicts: MergeConflict[] = [];
  private readonly sections;
  private readonly entries;

  constructor(
    private readonly drafts: ThreeDrafts,
    private readonly choices: MergeChoices,
  ) {
    this.sections = threeOf(drafts, byId);
    this.entries = threeOf(drafts, entriesOf);
  }

  draft(): AssessmentDraft {
    const { rules, ...settings } = this.settings();
    const skills = this.skills();
    const kept = this.keptSections();
    const located = this.locatedEntries(new Set(kept));
    const sections = this.ordered(
      WHOLE,
      kept,
      threeOf(this.drafts, (draft) => idsOf(draft.sections)),
    );
    return { ...settings, skills, rules, sections: sections.map((id) => this.section(id, located)) };
  }

  private settings() {
    const { base, mine, theirs } = threeOf(this.drafts, settingsOf);
    const { mayGoBack, page, countedSubmission, afterRelease, ...rest } = this.fields(WHOLE, { base, mine, theirs });
    return { ...rest, rules: { mayGoBack, page, countedSubmission, afterRelease } };
  }

  private skills(): readonly SkillGoal[] {
    const goals = threeOf(this.drafts, ({ skills }) => new Map(skills.map((goal) => [goal.skillId, goal])));
    const all = new Set([...goals.mine.keys(), ...goals.theirs.keys()]);
    const merged = [...all].flatMap((skillId) => {
      const values = {
        base: goals.base.get(skillId),
        mine: goals.mine.get(skillId),
        theirs: goals.theirs.get(skillId),
      };
      const goal = this.value({ where: WHOLE, field: 'skill' }, values, `skill/${skillId}`);
      return goal === undefined ? [] : [goal];
    });
    // Their order means nothing, so it is never contested.
    const orders = threeOf(this.drafts, ({ skills }) => skills.map(({ skillId }) => skillId));
    const side = sideOfOrder(orders);
    const ids = merged.map(({ skillId }) => skillId);
    const order = orderedBy(ids, orders[side], orders[side === 'mine' ? 'theirs' : 'mine']);
    return merged.toSorted((a, b) => order.indexOf(a.skillId) - order.indexOf(b.skillId));
  }

  /** The ids of the sections of the result. */
  private keptSections(): readonly string[] {
    const { base, mine, theirs } = this.sections;
    return [...new Set([...mine.keys(), ...theirs.keys()])].filter((id) => {
      const [one, other] = [mine.get(id), theirs.get(id)];
      const where = { sectionId: id, entryId: null };
      return this.exists({ where, field: 'section' }, { base: base.get(id), mine: one, theirs: other });
    });
  }

  /**
   * Whether something is in the result that may have been removed. Removing what the other side has changed is a conflict.
   */
  private exists<Thing>(about: About, { base, mine, theirs }: Values<Thing | undefined>): boolean {
    if (mine !== undefined && theirs !== undefined) return true;
    if (base === undefined) return true;
    const keeper: Side = mine === undefined ? 'theirs' : 'mine';
    if (isSameValue(base, mine ?? theirs)) return false;
    return this.choose(about, { mine, theirs }, keeper) === keeper;
  }

  /** By section, the entries of the result. */
  private locatedEntries(kept: ReadonlySet<string>): ReadonlyMap<string, readonly DraftEntry[]> {
    const { mine, theirs } = this.entries;
    const located = new Map<string, DraftEntry[]>();
    for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
      const found = this.entry(id, kept);
      if (found === null) continue;
      located.set(found.sectionId, [...(located.get(found.sectionId) ?? []), found.entry]);
    }
    return located;
  }

  private entry(id: string, kept: ReadonlySet<string>): Located | null {
    const [base, mine, theirs] = [this.entries.base.get(id), this.entries.mine.get(id), this.entries.theirs.get(id)];
    if (mine === undefined || theirs === undefined) return this.entryOfOne(id, { base, mine, theirs }, kept);
    const sectionId = this.placeOf(id, { base, mine, theirs }, kept);
    if (sectionId === null) return null;
    const where = { sectionId, entryId: id };
    const [of, one, other] = [base?.entry, mine.entry, theirs.entry];
    if (one.kind !== other.kind) {
      return { sectionId, entry: this.value({ where, field: 'entry' }, { base: of, mine: one, theirs: other }) };
    }
    const values = { base: of && valuesOf(of), mine: valuesOf(one), theirs: valuesOf(other) };
    return { sectionId, entry: { ...one, ...this.fields(where, values) } as DraftEntry };
  }

  /** An entry that only one side has: added by it, or removed by the other. */
  private entryOfOne(id: string, values: Values<Located | undefined>, kept: ReadonlySet<string>): Located | null {
    const { base, mine, theirs } = values;
    const one = mine ?? theirs;
    if (one === undefined || !kept.has(one.sectionId)) return null;
    // What was removed with its section, which is kept, is kept with it.
    if (base?.sectionId === one.sectionId && this.isRemovedByOne(one.sectionId)) return one;
    const where = { sectionId: one.sectionId, entryId: id };
    return this.exists({ where, field: 'entry' }, { base, mine, theirs }) ? one : null;
  }

  private isRemovedByOne(sectionId: string): boolean {
    return this.sections.mine.has(sectionId) !== this.sections.theirs.has(sectionId);
  }

  /** The section of an entry that both sides have; null if neither of its sections is in the result. */
  private placeOf(id: string, { base, mine, theirs }: Values<Located>, kept: ReadonlySet<string>): string | null {
    const [one, other] = [mine.sectionId, theirs.sectionId];
    if (!kept.has(one)) return kept.has(other) ? other : null;
    if (!kept.has(other)) return one;
    const where = { sectionId: one, entryId: id };
    return this.value({ where, field: 'place' }, { base: base?.sectionId, mine: one, theirs: other });
  }

  private section(id: string, located: ReadonlyMap<string, readonly DraftEntry[]>): DraftSection {
    const where = { sectionId: id, entryId: null };
    const found = located.get(id) ?? [];
    const order = this.ordered(where, idsOf(found), {
      base: idsOf(this.sections.base.get(id)?.entries),
      mine: idsOf(this.sections.mine.get(id)?.entries),
      theirs: idsOf(this.sections.theirs.get(id)?.entries),
    });
    const entries = found.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    return { id, ...this.fields(where, this.sectionFields(id)), entries };
  }

  /** Title and time limit of a section; those of a side without it are those of the other. */
  private sectionFields(id: string): Values<Pick<DraftSection, 'title' | 'minutes'>> {
    const { base, mine, theirs } = this.sections;
    const one = mine.get(id) ?? theirs.get(id);
    const other = theirs.get(id) ?? one;
    if (one === undefined || other === undefined) throw new Error(`No side has section ${id}.`);
    const fields = ({ title, minutes }: DraftSection) => ({ title, minutes });
    const of = base.get(id);
    return { base: of && fields(of), mine: fields(one), theirs: fields(other) };
  }

  private ordered(
    where: IssuePlace,
    ids: readonly string[],
    orders: Readonly<Record<'base' | Side, readonly string[]>>,
  ): readonly string[] {
    const side = isOrderContested(orders) ? this.choose({ where, field: 'order' }, orders) : sideOfOrder(orders);
    return orderedBy(ids, orders[side], orders[side === 'mine' ? 'theirs' : 'mine']);
  }

  private fields<Of extends object>(where: IssuePlace, { base, mine, theirs }: Values<Of>): Of {
    const merged = Object.keys(mine).map((name) => {
      const of = name as keyof Of & DraftField;
      return [name, this.value({ where, field: of }, { base: base?.[of], mine: mine[of], theirs: theirs[of] })];
    });
    return Object.fromEntries(merged) as Of;
  }

  private value<Value>(about: About, { base, mine, theirs }: Values<Value>, key?: string): Value {
    if (isSameValue(mine, theirs) || isSameValue(base, theirs)) return mine;
    if (isSameValue(base, mine)) return theirs;
    return this.choose(about, { mine, theirs }, 'mine', key) === 'mine' ? mine : theirs;
  }

  private choose(
    { where, field }: About,
    { mine, theirs }: Pick<Values<unknown>, Side>,
    fallback: Side = 'mine',
    key = `${where.entryId ?? where.sectionId ?? ''}/${field}`,
  ): Side {
    const chosen = this.choices[key] ?? fallback;
    this.conflicts.push({ key, where, field, mine, theirs, chosen });
    return chosen;
  }
}
