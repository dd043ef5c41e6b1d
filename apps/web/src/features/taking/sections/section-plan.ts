import type { SittingSection } from '../../../sitting/sitting-sections';

/** A section with its place, and the positions of its items, which are known before it is entered. */
export type PlannedSection = SittingSection & {
  readonly place: number;
  readonly first: number;
  readonly last: number;
};

export type Plan = {
  readonly attemptId: string;
  readonly sections: readonly PlannedSection[];
  /** How many items the attempt has, also those of sections that were not entered. */
  readonly count: number;
  readonly mayGoBack: boolean;
};

type Attempt = {
  readonly id: string;
  readonly sections: readonly SittingSection[];
  readonly items: readonly unknown[];
};

/** A trial has no sections. */
export function planOf({ id: attemptId, sections, items }: Attempt, mayGoBack: boolean): Plan {
  let count = 0;
  const planned = sections.map((section, index) => {
    const first = count + 1;
    count += section.questionCount;
    return { ...section, place: index + 1, first, last: count };
  });
  return { attemptId, sections: planned, count: sections.length === 0 ? items.length : count, mayGoBack };
}

/** Whether a section has a clock that has not started: its items are not known. */
export const isAhead = ({ minutes, enteredAt }: SittingSection): boolean => minutes !== null && enteredAt === null;

/** Whether the clock of a section runs, as far as the server has told. */
export const isRunning = ({ minutes, enteredAt, isClosed }: SittingSection): boolean =>
  minutes !== null && enteredAt !== null && !isClosed;

/** The section whose clock runs; at most one does. */
export const runningSection = ({ sections }: Plan): PlannedSection | null => sections.find(isRunning) ?? null;

/** The first section that is still to be entered. */
export const nextAhead = ({ sections }: Plan): PlannedSection | null => sections.find(isAhead) ?? null;

export const sectionAt = ({ sections }: Plan, position: number): PlannedSection | null =>
  sections.find(({ first, last }) => first <= position && position <= last) ?? null;

/** Where an attempt leads for an address. */
export type Place<T> =
  | { readonly kind: 'item'; readonly item: T }
  | { readonly kind: 'section'; readonly section: PlannedSection }
  | { readonly kind: 'finish' };

type Item = { readonly position: number; readonly isClosed: boolean };

/**
 * The place of a position. The items of a section that was not entered are behind its own page. Where there is no way back, an
 * item that was left leads to the first that is open, and sections are entered in their order.
 */
export function placeOf<T extends Item>(plan: Plan, items: readonly T[], asked: string): Place<T> {
  const position = Number(asked);
  const named = items.find((item) => item.position === position);
  const ahead = sectionAt(plan, position);
  if (named !== undefined && (plan.mayGoBack || !named.isClosed)) return { kind: 'item', item: named };
  if (plan.mayGoBack && ahead !== null && isAhead(ahead)) return { kind: 'section', section: ahead };
  return firstOpen(plan, items);
}

/** The place of a section's own page: after it was entered, its first item. */
export function sectionPlace<T extends Item>(plan: Plan, items: readonly T[], asked: string): Place<T> {
  const section = plan.sections.find(({ id }) => id === asked);
  if (section === undefined) return firstOpen(plan, items);
  const mayEnter = isAhead(section) && (plan.mayGoBack || nextAhead(plan) === section);
  return mayEnter ? { kind: 'section', section } : placeOf(plan, items, String(section.first));
}

/** The first open item or section ahead by position; with a way back the first item if all are closed. */
function firstOpen<T extends Item>(plan: Plan, items: readonly T[]): Place<T> {
  const item = items.find(({ isClosed }) => !isClosed) ?? (plan.mayGoBack ? items[0] : undefined);
  const section = nextAhead(plan);
  if (section !== null && (item === undefined || section.first < item.position)) return { kind: 'section', section };
  return item === undefined ? { kind: 'finish' } : { kind: 'item', item };
}

/** The address of a place. */
export function addressOf(plan: Plan, place: Place<{ readonly position: number }>): string {
  const attempt = `/attempts/${plan.attemptId}`;
  if (place.kind === 'item') return `${attempt}/items/${place.item.position}`;
  return place.kind === 'section' ? `${attempt}/sections/${place.section.id}` : `${attempt}/finish`;
}

/** The address of a position; after the last that of the page before submitting. */
export const positionAddress =
  (plan: Plan) =>
  (position: number): string => {
    const section = sectionAt(plan, position);
    if (position > plan.count) return addressOf(plan, { kind: 'finish' });
    if (section !== null && isAhead(section)) return addressOf(plan, { kind: 'section', section });
    return addressOf(plan, { kind: 'item', item: { position } });
  };
