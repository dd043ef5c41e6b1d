import { NotStarted } from '@holdout/embedded-postgres';
import type { EmbeddedDatabase } from './embedded-database';
import { warn } from './say';
import { SupervisedDatabase } from './supervised-database';

/** The same reason is printed once in this time. */
const REPEAT_MS = 60_000;

/** What is printed about a server that does not start: a reason once, and again when it changes or a minute has passed. */
export class FailureReports {
  private last = '';
  private saidAt = 0;

  constructor(
    private readonly print: (line: string) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  failed(failure: unknown, gapMs: number): void {
    const reason = failure instanceof NotStarted ? failure.why : String(failure);
    const now = this.now();
    if (reason === this.last && now - this.saidAt < REPEAT_MS) return;
    this.last = reason;
    this.saidAt = now;
    const words = failure instanceof Error ? failure.message : reason;
    this.print(`${words}\nThe start is tried again in ${(gapMs / 1000).toFixed(1)} s, and then in growing gaps.`);
  }

  started(): void {
    this.last = '';
    this.print('The database runs again.');
  }
}

/** Restarts the embedded server when it exits, and says what happens. */
export function superviseDatabase(
  { cluster, start }: Pick<EmbeddedDatabase, 'cluster' | 'start'>,
  log: string,
): SupervisedDatabase {
  const reports = new FailureReports(warn);
  return new SupervisedDatabase(cluster, {
    start,
    onExit: () => warn(`The database exited unexpectedly and is restarted; see ${log}`),
    onFailure: (failure, gapMs) => reports.failed(failure, gapMs),
    onRestart: () => reports.started(),
  });
}
