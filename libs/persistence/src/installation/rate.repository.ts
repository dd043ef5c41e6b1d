import { type EntityManager, LessThan } from 'typeorm';
import { z } from 'zod';
import { getRow, row } from '../rows';
import { RateWindowEntity } from './installation.entity';

const Counted = row({ count: z.int() });

const COUNT = `
insert into rate_window (key, window_start, count) values ($1, $2, 1)
on conflict (key, window_start) do update set count = rate_window.count + 1
returning count`;

/** Counters for rate limits, one per key and time window, shared by all API processes. */
export class RateRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Adds one to the counter and gives its new value. */
  async count(key: string, windowStart: Date): Promise<number> {
    return (await getRow(this.manager, Counted, COUNT, [key, windowStart])).count;
  }

  async takeBack(key: string, windowStart: Date): Promise<void> {
    await this.manager.query('update rate_window set count = count - 1 where key = $1 and window_start = $2', [
      key,
      windowStart,
    ]);
  }

  async deleteBefore(time: Date): Promise<void> {
    await this.manager.delete(RateWindowEntity, { windowStart: LessThan(time) });
  }
}
