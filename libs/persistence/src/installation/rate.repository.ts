import type { EntityManager } from 'typeorm';

const COUNT = `
insert into rate_window (key, window_start, count) values ($1, $2, 1)
on conflict (key, window_start) do update set count = rate_window.count + 1
returning count`;

/** Counts in windows of time, shared by every API process. */
export class RateRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Counts one more and gives how many that makes in the window. */
  async count(key: string, windowStart: Date): Promise<number> {
    const [row] = await this.manager.query<{ count: number }[]>(COUNT, [key, windowStart]);
    return row?.count ?? 1;
  }

  async deleteBefore(moment: Date): Promise<void> {
    await this.manager.query('delete from rate_window where window_start < $1', [moment]);
  }
}
