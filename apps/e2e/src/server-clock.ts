import { changeOneRow } from './scratch-database';

/** Lets the time of a running assessment end soon. */
export function endSoon(attemptId: string, seconds: number): Promise<void> {
  return changeOneRow(
    'update attempt set closes_at = now() + make_interval(secs => $2) where id = $1 and ended_at is null',
    [attemptId, seconds],
  );
}

/** Moves the start of an attempt into the past, so that its time runs out during the journey. */
export function beginEarlier(attemptId: string, seconds: number): Promise<void> {
  return changeOneRow(
    'update attempt set started_at = started_at - make_interval(secs => $2) where id = $1 and ended_at is null',
    [attemptId, seconds],
  );
}
