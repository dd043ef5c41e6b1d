import type { DataSource } from 'typeorm';

/** Resolves once some statement in this test's database waits for a lock. */
export async function untilSomeoneWaits(dataSource: DataSource): Promise<void> {
  for (;;) {
    const waiting: unknown[] = await dataSource.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
  }
}
