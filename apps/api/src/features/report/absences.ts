import type { RecordedEvent } from '@holdout/persistence';
import type { ReportEvent } from '../../generated/resolvers';

const KINDS = { PASTE: 'PASTE', DEVICE: 'DEVICE', RUN: 'RUN', SUBMIT: 'SUBMIT' } as const;

/**
 * What was recorded, in the order of time and without a time: only how long a single absence was. Leaving and returning of one
 * page are one event, at the place where the person left.
 */
export function reportEvents(
  recorded: readonly RecordedEvent[],
  positionOf: (itemId: string) => number | null,
): ReportEvent[] {
  return recorded.flatMap((event, index): ReportEvent[] => {
    const position = event.itemId === null ? null : positionOf(event.itemId);
    if (event.kind === 'RETURNED') return [];
    if (event.kind === 'LEFT') return [{ kind: 'ABSENCE', position, length: null, seconds: awayFor(recorded, index) }];
    return [{ kind: KINDS[event.kind], position, length: event.length, seconds: null }];
  });
}

/** Whole seconds until the same page returned; null if that was not recorded before it left again. */
function awayFor(recorded: readonly RecordedEvent[], index: number): number | null {
  const left = recorded[index];
  const next = recorded.slice(index + 1).find(({ page, kind }) => page === left?.page && kind !== 'PASTE');
  if (left === undefined || next?.kind !== 'RETURNED') return null;
  return Math.round((next.at.getTime() - left.at.getTime()) / 1000);
}
