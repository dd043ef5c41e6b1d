import { changeOneRow } from './scratch-database';

/** Makes an attempt have begun earlier, so that its time runs out while a journey can wait for it. */
export function beginEarlier(attemptId: string, seconds: number): Promise<void> {
  return changeOneRow(
    'update attempt set started_at = started_at - make_interval(secs => $2) where id = $1 and ended_at is null',
    [attemptId, seconds],
  );
}
