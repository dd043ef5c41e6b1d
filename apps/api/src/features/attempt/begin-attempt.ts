import type { DrawnQuestion } from '@holdout/assessment';
import {
  type AccountId,
  type AttemptRow,
  type Clock,
  columnsOf,
  type Database,
  DrawRepository,
  type ItemToInsert,
  newId,
  type SectionToInsert,
  TimeRepository,
} from '@holdout/persistence';
import type { TimeEntry } from '@holdout/timing';
import { drawItems } from './draw';

/** A new attempt: it begins now, is open, and has no deadline yet. */
export function newAttempt(
  clock: Clock,
  facts: Pick<AttemptRow, 'purpose' | 'form' | 'seed'> & Partial<AttemptRow>,
): AttemptRow {
  return {
    id: newId(clock),
    ...columnsOf(null),
    assessmentVersionId: null,
    rules: null,
    startedAt: clock.now(),
    closesAt: null,
    endedAt: null,
    endedBy: null,
    releasedAt: null,
    receiptCode: null,
    ...facts,
  };
}

/** Items for the drawn questions of an assessment, in their order; null where a variant does not exist. */
export async function itemsOfDrawn(
  tx: Database,
  clock: Clock,
  drawn: readonly DrawnQuestion[],
  seed: string,
): Promise<readonly (ItemToInsert | null)[]> {
  const ids = drawn.map(({ questionVersionId }) => questionVersionId);
  const items = await drawItems(tx, clock, await tx.repo(DrawRepository).listVersions(ids), seed);
  return drawn.map(({ sectionId, weight }, index) => {
    const item = items[index] ?? null;
    return item && { ...item, sectionId, weight };
  });
}

/** The time limit, and the accommodations of the person if there are any. */
export type TimeAllowed = {
  readonly minutes: number;
  readonly extraTime?: number;
  readonly breakSeconds?: number;
  /** Those of the assessment; one with a limit of its own is timed. */
  readonly sections?: readonly { readonly id: string; readonly minutes: number | null }[];
  /** The member who has chosen them; nobody if they follow from what was published. */
  readonly chosenBy?: AccountId;
};

/** Writes the time entries and timed sections that an attempt begins with; returns its deadline. */
export async function startClock(
  tx: Database,
  clock: Clock,
  { id: attemptId, startedAt: at }: AttemptRow,
  allowed: TimeAllowed,
): Promise<Date | null> {
  await tx.repo(TimeRepository).addSections(attemptId, timedSectionsOf(allowed.sections ?? []));
  let deadline: Date | null = null;
  for (const entry of entriesOf(allowed)) {
    const made = { id: newId(clock), attemptId, reason: 'start', actorAccountId: allowed.chosenBy ?? null };
    deadline = await tx.repo(TimeRepository).add({ ...made, entry, at });
  }
  return deadline;
}

function timedSectionsOf(sections: NonNullable<TimeAllowed['sections']>): readonly SectionToInsert[] {
  return sections.flatMap(({ id, minutes }, index) =>
    minutes === null ? [] : [{ id, position: index + 1, limitSeconds: minutes * 60 }],
  );
}

function entriesOf({ minutes, extraTime = 0, breakSeconds = 0 }: TimeAllowed): readonly TimeEntry[] {
  return [
    { kind: 'limit', seconds: minutes * 60 },
    ...(extraTime > 0 ? [{ kind: 'extraTime' as const, share: extraTime }] : []),
    ...(breakSeconds > 0 ? [{ kind: 'break' as const, seconds: breakSeconds }] : []),
  ];
}
