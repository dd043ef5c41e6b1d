import { type EntityManager, LessThan } from 'typeorm';
import { z } from 'zod';
import type { PublicLinkId, SeatCodeId } from '../ids';
import { countChanged, findRow, id, listRows, row } from '../rows';
import { SeatCodeEntity } from './candidate-request.entity';

/** Who asked for a code. */
export type SeatCodeRow = z.infer<typeof SeatCodeRow>;
const SeatCodeRow = row({
  id: id<SeatCodeId>(),
  publicLinkId: id<PublicLinkId>(),
  email: z.string(),
  name: z.string(),
  createdAt: z.date(),
});

export type NewSeatCode = Pick<
  SeatCodeEntity,
  'id' | 'organizationId' | 'publicLinkId' | 'email' | 'name' | 'createdAt'
>;

/** How long a code may be typed in, and how often a wrong one. */
const MINUTES = 10;
const TRIES = 5;

const CODE = `c.id, c.public_link_id as "publicLinkId", c.email, c.name, c.created_at as "createdAt"`;

/** The SQL condition that code `c` may still be used at the time `$now`. */
const OPEN = (now: number): string =>
  `c.used_at is null and c.tries < ${TRIES} and c.created_at > $${now}::timestamptz - interval '${MINUTES} minutes'`;

/**
 * Codes sent by mail to addresses that ask for a seat of a public link. Whoever asked has the id: tries of others, who
 * may ask for the same address, do not use up this code.
 */
export class SeatCodeRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(code: NewSeatCode): Promise<void> {
    await this.manager.insert(SeatCodeEntity, code);
  }

  /** Counts a try; null if the code cannot be used now. Committed before the comparison. */
  async take(linkId: PublicLinkId, codeId: SeatCodeId, now: Date): Promise<SeatCodeRow | null> {
    const sql = `update seat_code c set tries = tries + 1
      where c.id = $1 and c.public_link_id = $3 and ${OPEN(2)} returning ${CODE}`;
    const [taken] = await listRows(this.manager, SeatCodeRow, sql, [codeId, now, linkId]);
    return taken ?? null;
  }

  /** False if another request used it first. */
  async use(codeId: SeatCodeId, now: Date): Promise<boolean> {
    const sql = 'update seat_code set used_at = $2 where id = $1 and used_at is null';
    return (await countChanged(this.manager, sql, [codeId, now])) === 1;
  }

  /** The code, for the mail that carries it; null once it can no longer be used. */
  findOpen(codeId: string, now: Date): Promise<SeatCodeRow | null> {
    const sql = `select ${CODE} from seat_code c where c.id = $1 and ${OPEN(2)}`;
    return findRow(this.manager, SeatCodeRow, sql, [codeId, now]);
  }

  async deleteBefore(time: Date): Promise<void> {
    await this.manager.delete(SeatCodeEntity, { createdAt: LessThan(time) });
  }
}
