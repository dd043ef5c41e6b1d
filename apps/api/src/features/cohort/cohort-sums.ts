import { setImmediate } from 'node:timers/promises';
import {
  type ErrorScale,
  type FormStatistics,
  formStatistics,
  ItemSums,
  MINIMUM_N,
  tooFew,
} from '@holdout/measurement';
import {
  type AssessmentId,
  type AttemptId,
  CohortEntryRepository,
  type CohortOutcomes,
  type Database,
  type FormFactor,
  type FormItemRow,
} from '@holdout/persistence';
import { responseOf } from '../attempt/cohort-entry';

type Person = {
  readonly stamp: string;
  readonly formKey: string;
  /** Of 100; null while nothing is marked or marks are missing. */
  readonly score: number | null;
  readonly outcomes: readonly (number | null)[];
};

/** How many people are added up before others get a turn. */
const BATCH = 1000;

const personOf = ({ stamp, formKey, share, isProvisional, outcomes }: CohortOutcomes): Person => ({
  stamp,
  formKey,
  score: share === null || isProvisional ? null : 100 * share,
  outcomes: JSON.parse(outcomes) as (number | null)[],
});

/**
 * The sums of one cohort, kept between requests. `refresh` reads what was written since: a changed row is removed as it was and
 * added as it is, so that a new score costs one person and not the whole cohort.
 */
export class CohortSums {
  private print = '';
  private readonly people = new Map<AttemptId, Person>();
  private readonly forms = new Map<string, readonly FormItemRow[]>();
  private readonly counts = new Map<string, number>();
  /** Of the forms that enough people had: with pools of questions nearly everyone may have a form of their own. */
  private readonly sums = new Map<string, ItemSums>();
  private all: ItemSums | null = null;
  private statistics = new Map<string, ReturnType<typeof formStatistics>>();

  constructor(private readonly assessmentId: AssessmentId) {}

  get size(): number {
    return this.people.size;
  }

  get formCount(): number {
    return this.counts.size;
  }

  /** Reads what has changed. Calls must not overlap. */
  async refresh(db: Database): Promise<void> {
    const entries = db.repo(CohortEntryRepository);
    const print = await entries.printOf(this.assessmentId);
    if (print === this.print) return;
    const changed = await this.changed(entries);
    const unknown = [...new Set(changed.map(({ formKey }) => formKey))].filter((key) => !this.forms.has(key));
    for (const [key, items] of await entries.listForms(unknown)) this.forms.set(key, items);
    for (const [at, row] of changed.entries()) {
      if (at % BATCH === BATCH - 1) await setImmediate();
      this.remove(row.attemptId);
      this.add(row.attemptId, personOf(row));
    }
    for (const [key, count] of this.counts)
      if (count >= MINIMUM_N.alpha && !this.sums.has(key)) this.sums.set(key, await this.addUp(key));
    this.statistics = new Map();
    this.print = print;
  }

  /** The form that most people had; null without people. */
  mainForm(): string | null {
    const [first] = [...this.counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    return first?.[0] ?? null;
  }

  itemsOf(formKey: string): readonly FormItemRow[] {
    return this.forms.get(formKey) ?? [];
  }

  /** The full scores of the people with a form, of 100. */
  scoresOf(formKey: string): readonly number[] {
    return [...this.people.values()].flatMap((person) =>
      person.formKey === formKey && person.score !== null ? [person.score] : [],
    );
  }

  formStatistics(formKey: string): ReturnType<typeof formStatistics> {
    const known = this.statistics.get(formKey);
    if (known !== undefined) return known;
    const sums = this.sums.get(formKey);
    if (sums === undefined) return tooFew(this.counts.get(formKey) ?? 0, MINIMUM_N.alpha);
    const found = formStatistics(sums);
    this.statistics.set(formKey, found);
    return found;
  }

  /** How large errors of a form are in this group; null for fewer than 30 people. */
  scaleOf(formKey: string): ErrorScale | null {
    return scaleIn(this.formStatistics(formKey));
  }

  /** The scales of all forms that have one. */
  factors(): readonly FormFactor[] {
    return [...this.sums].flatMap(([formKey, { complete }]) => {
      const scale = complete < MINIMUM_N.alpha ? null : this.scaleOf(formKey);
      return scale === null ? [] : [{ formKey, factor: scale.factor }];
    });
  }

  /** Sums of every item over all forms. */
  async ofAllForms(): Promise<ItemSums> {
    const [only, ...others] = [...this.counts.keys()];
    if (only !== undefined && others.length === 0) return this.sums.get(only) ?? this.addUp(only);
    this.all ??= await this.addUp(null);
    return this.all;
  }

  /** Everyone who reached an item, with their share of points in all items and in all others. */
  placesOf(questionVersionId: string): ReadonlyMap<AttemptId, { readonly total: number; readonly rest: number }> {
    const places = new Map<AttemptId, { readonly total: number; readonly rest: number }>();
    for (const [attemptId, person] of this.people) {
      const responses = this.responsesOf(person);
      const own = responses.find((response) => response.questionVersionId === questionVersionId);
      if (own === undefined || own.state === 'awaiting' || own.state === 'notReached') continue;
      const weights = new Map(this.itemsOf(person.formKey).map((item) => [item.questionVersionId, item.weight]));
      const shareOf = (all: typeof responses): number => {
        const known = all.filter(({ state }) => state !== 'awaiting');
        const sum = (value: (one: (typeof responses)[number]) => number): number =>
          known.reduce((total, one) => total + value(one) * (weights.get(one.questionVersionId) ?? 0), 0);
        const possible = sum(() => 1);
        return possible > 0 ? sum(({ earned }) => earned) / possible : 0;
      };
      places.set(attemptId, { total: shareOf(responses), rest: shareOf(responses.filter((one) => one !== own)) });
    }
    return places;
  }

  /** Sums of the people with a form; null for everyone. */
  private async addUp(formKey: string | null): Promise<ItemSums> {
    const items = formKey === null ? [...this.forms.values()].flat() : this.itemsOf(formKey);
    const sums = new ItemSums([...new Map(items.map((item) => [item.questionVersionId, item])).values()]);
    let count = 0;
    for (const person of this.people.values()) {
      if (formKey !== null && person.formKey !== formKey) continue;
      sums.add(this.responsesOf(person));
      if (++count % BATCH === 0) await setImmediate();
    }
    return sums;
  }

  private async changed(entries: CohortEntryRepository): Promise<readonly CohortOutcomes[]> {
    if (this.people.size === 0) return entries.list(this.assessmentId, null);
    const stamps = await entries.listStamps(this.assessmentId);
    const now = new Set(stamps.map(({ attemptId }) => attemptId));
    for (const attemptId of [...this.people.keys()]) if (!now.has(attemptId)) this.remove(attemptId);
    const ids = stamps.filter(({ attemptId, stamp }) => this.people.get(attemptId)?.stamp !== stamp);
    return entries.list(
      this.assessmentId,
      ids.map(({ attemptId }) => attemptId),
    );
  }

  private add(attemptId: AttemptId, person: Person): void {
    this.people.set(attemptId, person);
    this.counts.set(person.formKey, (this.counts.get(person.formKey) ?? 0) + 1);
    this.sums.get(person.formKey)?.add(this.responsesOf(person));
    this.all = null;
  }

  private remove(attemptId: AttemptId): void {
    const person = this.people.get(attemptId);
    if (person === undefined) return;
    this.people.delete(attemptId);
    this.sums.get(person.formKey)?.remove(this.responsesOf(person));
    this.all = null;
    const left = (this.counts.get(person.formKey) ?? 0) - 1;
    if (left > 0) this.counts.set(person.formKey, left);
    else {
      this.counts.delete(person.formKey);
      this.sums.delete(person.formKey);
    }
  }

  private responsesOf({ formKey, outcomes }: Person) {
    return this.itemsOf(formKey).map((item, at) => responseOf(item, outcomes[at] ?? null));
  }
}

const scaleIn = (form: ReturnType<typeof formStatistics>): ErrorScale | null =>
  form.kind === 'form' ? (form satisfies FormStatistics).errorScale : null;
