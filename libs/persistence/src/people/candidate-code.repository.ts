import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { type CandidateCodeId, type InvitationId, type OrganizationId } from '../ids';
import { countChanged, findRow, id, listRows, row } from '../rows';

const CodeRow = row({ id: id<CandidateCodeId>() });
const Sent = row({ invitationId: id<InvitationId>(), isOpen: z.boolean() });

/** How long a code may be typed in, and how often a wrong one. */
const MINUTES = 10;
const TRIES = 5;

/** The SQL condition that code `c` may still be used at the time `$now`. */
const OPEN = (now: number): string =>
  `c.used_at is null and c.tries < ${TRIES} and c.created_at > $${now}::timestamptz - interval '${MINUTES} minutes'`;

/** Codes sent by mail for a candidate's second device. A code is computed from its id and the secret, and not stored. */
export class CandidateCodeRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(code: {
    readonly id: CandidateCodeId;
    readonly organizationId: OrganizationId;
    readonly invitationId: InvitationId;
    readonly createdAt: Date;
  }): Promise<void> {
    await this.manager.query(
      'insert into candidate_code (id, organization_id, invitation_id, created_at) values ($1, $2, $3, $4)',
      [code.id, code.organizationId, code.invitationId, code.createdAt],
    );
  }

  /** Counts a try of the newest code of the invitation; null if none can be used now. Committed before the comparison. */
  async take(invitationId: InvitationId, now: Date): Promise<CandidateCodeId | null> {
    const [taken] = await listRows(
      this.manager,
      CodeRow,
      `update candidate_code c set tries = tries + 1
       where c.id = (select id from candidate_code where invitation_id = $1 order by created_at desc, id desc limit 1)
         and ${OPEN(2)} returning c.id`,
      [invitationId, now],
    );
    return taken?.id ?? null;
  }

  /** False if another request used it first. */
  async use(codeId: CandidateCodeId, now: Date): Promise<boolean> {
    const sql = 'update candidate_code set used_at = $2 where id = $1 and used_at is null';
    return (await countChanged(this.manager, sql, [codeId, now])) === 1;
  }

  /** Whether a code can still be used, for the mail that carries it. */
  async isOpen(codeId: string, now: Date): Promise<boolean> {
    const sql = `select c.invitation_id as "invitationId", ${OPEN(2)} as "isOpen" from candidate_code c where c.id = $1`;
    return (await findRow(this.manager, Sent, sql, [codeId, now]))?.isOpen ?? false;
  }
}
