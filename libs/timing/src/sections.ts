import { type TimeEntry, totalsOf } from './deadline';

/** A time entry with the time that it is for: a credit is for the outage between `since` and `at`, others for the moment `at`. */
export type LoggedEntry = { readonly entry: TimeEntry; readonly since: Date; readonly at: Date };

/** A section with a time limit of its own. Its clock starts when it is entered, and only then are its items shown. */
export type TimedSection = {
  readonly id: string;
  /** Its place among the sections of the assessment. */
  readonly position: number;
  readonly limitSeconds: number;
  readonly enteredAt: Date | null;
  /** When it was closed because another timed section was entered. */
  readonly leftAt: Date | null;
  /** Null until it is entered. */
  readonly closesAt: Date | null;
};

const MS = 1000;

/**
 * When a section that was entered closes. Extra time stretches its limit, and all breaks of the person may be taken in it.
 * Credits and added time count if the section was open then: the part of an outage that lies after its entry, and a deadline
 * that an outage covers moves. Never later than the deadline of the attempt.
 *
 * The entries are those of the attempt, of which the newest share and breaks count; the order of credits does not matter.
 */
export function sectionClosesAt(
  { enteredAt, limitSeconds }: { readonly enteredAt: Date; readonly limitSeconds: number },
  entries: readonly LoggedEntry[],
  attemptClosesAt: Date | null,
): Date {
  const { share, breaks } = totalsOf(entries.map(({ entry }) => entry));
  let deadline = enteredAt.getTime() + Math.round((limitSeconds * (1 + share) + breaks) * MS);
  for (const { entry, since, at } of onTopOf(entries)) {
    const from = Math.max(since.getTime(), enteredAt.getTime());
    if (at.getTime() < enteredAt.getTime() || from >= deadline) continue;
    const most = entry.kind === 'credit' ? at.getTime() - from : Infinity;
    deadline += Math.min(Math.round(entry.seconds * MS), most);
  }
  return new Date(attemptClosesAt === null ? deadline : Math.min(deadline, attemptClosesAt.getTime()));
}

type OnTop = LoggedEntry & { readonly entry: Extract<TimeEntry, { readonly kind: 'credit' | 'added' }> };

function onTopOf(entries: readonly LoggedEntry[]): readonly OnTop[] {
  const isOnTop = (each: LoggedEntry): each is OnTop => each.entry.kind === 'credit' || each.entry.kind === 'added';
  return entries.filter(isOnTop).toSorted((a, b) => a.since.getTime() - b.since.getTime());
}

/** Whether a timed section accepts work: it was entered, was not left, and its time is not up. */
export function isSectionOpen({ enteredAt, leftAt, closesAt }: TimedSection, now: Date): boolean {
  return enteredAt !== null && leftAt === null && closesAt !== null && now.getTime() < closesAt.getTime();
}

export type Entering =
  /** It may be entered, which closes those in `leaves` for good, also if their time is up and was to be extended. */
  | { readonly kind: 'enter'; readonly leaves: readonly TimedSection[] }
  /** It was entered before and is still open: nothing changes. */
  | { readonly kind: 'again' }
  /** It was entered before and is closed. */
  | { readonly kind: 'closed' }
  /** There is no way back and no way around: an earlier section was not entered yet. */
  | { readonly kind: 'outOfOrder' };

/** Whether a timed section may be entered now; null if there is no such section. At most one is open at a time. */
export function enterSection(
  sections: readonly TimedSection[],
  id: string,
  { mayGoBack, now }: { readonly mayGoBack: boolean; readonly now: Date },
): Entering | null {
  const section = sections.find((each) => each.id === id);
  if (section === undefined) return null;
  if (section.enteredAt !== null) return { kind: isSectionOpen(section, now) ? 'again' : 'closed' };
  const isAhead = ({ position, enteredAt }: TimedSection) => position < section.position && enteredAt === null;
  if (!mayGoBack && sections.some(isAhead)) return { kind: 'outOfOrder' };
  return { kind: 'enter', leaves: sections.filter(({ enteredAt, leftAt }) => enteredAt !== null && leftAt === null) };
}

/** The minutes of a time limit with a person's extra time. */
export const ownMinutes = (limitSeconds: number, share: number): number =>
  Math.floor(Math.round(limitSeconds * (1 + share)) / 60);
