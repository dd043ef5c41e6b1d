import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AssessmentId, OrganizationId, PublicLinkId } from '../ids';
import { countChanged, findRow, id, listRows, row } from '../rows';
import { PublicLinkEntity } from './invitation.entity';

export type PublicLinkRow = z.infer<typeof PublicLinkRow>;
const PublicLinkRow = row({
  id: id<PublicLinkId>(),
  organizationId: id<OrganizationId>(),
  assessmentId: id<AssessmentId>(),
  generation: z.int(),
  cap: z.int(),
  /** How many people with a verified address came through it. */
  taken: z.int(),
  createdAt: z.date(),
  opensAt: z.date().nullable(),
  closesAt: z.date().nullable(),
  withdrawnAt: z.date().nullable(),
});

export type NewPublicLink = Pick<
  PublicLinkEntity,
  'id' | 'organizationId' | 'assessmentId' | 'tokenHash' | 'cap' | 'opensAt' | 'closesAt' | 'createdAt' | 'createdBy'
>;

const LINK = `l.id, l.organization_id as "organizationId", l.assessment_id as "assessmentId", l.generation, l.cap,
  (select count(*)::int from invitation i where i.public_link_id = l.id) as taken, l.created_at as "createdAt",
  l.opens_at as "opensAt", l.closes_at as "closesAt", l.withdrawn_at as "withdrawnAt"`;

/** Links to an assessment that anyone may use. Every person who verifies an address gets an invitation of their own. */
export class PublicLinkRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(link: NewPublicLink): Promise<void> {
    await this.manager.insert(PublicLinkEntity, link);
  }

  list(assessmentId: AssessmentId): Promise<PublicLinkRow[]> {
    const sql = `select ${LINK} from public_link l where l.assessment_id = $1 order by l.created_at desc, l.id desc`;
    return listRows(this.manager, PublicLinkRow, sql, [assessmentId]);
  }

  find(assessmentId: AssessmentId, linkId: PublicLinkId): Promise<PublicLinkRow | null> {
    const sql = `select ${LINK} from public_link l where l.assessment_id = $1 and l.id = $2`;
    return findRow(this.manager, PublicLinkRow, sql, [assessmentId, linkId]);
  }

  findByToken(tokenHash: Buffer): Promise<PublicLinkRow | null> {
    return findRow(this.manager, PublicLinkRow, `select ${LINK} from public_link l where l.token_hash = $1`, [
      tokenHash,
    ]);
  }

  /** Locks the link until the transaction ends, so that its last seat is taken once. */
  async lock(linkId: PublicLinkId): Promise<PublicLinkRow | null> {
    await this.manager.query('select from public_link where id = $1 for update', [linkId]);
    return findRow(this.manager, PublicLinkRow, `select ${LINK} from public_link l where l.id = $1`, [linkId]);
  }

  /** False if it was withdrawn before. */
  async withdraw(linkId: PublicLinkId, now: Date): Promise<boolean> {
    const sql = 'update public_link set withdrawn_at = $2 where id = $1 and withdrawn_at is null';
    return (await countChanged(this.manager, sql, [linkId, now])) === 1;
  }
}
