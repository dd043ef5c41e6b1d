import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, AssessmentId, OrganizationId, PublicLinkId } from '../ids';
import { countChanged, findRow, getRow, id, listRows, row } from '../rows';
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
  createdBy: id<AccountId>().nullable(),
  title: z.string(),
  organizationName: z.string(),
  /** Whether its assessment is archived: then nobody new comes through it. */
  isArchived: z.boolean(),
  /** Whom to write to: the organization's contact address, else the member who made the link. */
  contactName: z.string().nullable(),
  contactEmail: z.string().nullable(),
});

export type NewPublicLink = Pick<
  PublicLinkEntity,
  'id' | 'organizationId' | 'assessmentId' | 'tokenHash' | 'cap' | 'opensAt' | 'closesAt' | 'createdAt' | 'createdBy'
>;

const LINK = `l.id, l.organization_id as "organizationId", l.assessment_id as "assessmentId", l.generation, l.cap,
  (select count(*)::int from invitation i where i.public_link_id = l.id) as taken, l.created_at as "createdAt",
  l.opens_at as "opensAt", l.closes_at as "closesAt", l.withdrawn_at as "withdrawnAt", l.created_by as "createdBy",
  s.title, o.name as "organizationName", s.archived_at is not null as "isArchived",
  case when o.contact_email is null then p.display_name else o.name end as "contactName",
  coalesce(o.contact_email, p.email) as "contactEmail"`;
const LINKS = `public_link l
  join assessment s on s.id = l.assessment_id
  join organization o on o.id = l.organization_id
  left join account_profile p on p.account_id = l.created_by`;

/** Links to an assessment that anyone may use. Every person who verifies an address gets an invitation of their own. */
export class PublicLinkRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(link: NewPublicLink): Promise<void> {
    await this.manager.insert(PublicLinkEntity, link);
  }

  list(assessmentId: AssessmentId): Promise<PublicLinkRow[]> {
    const sql = `select ${LINK} from ${LINKS} where l.assessment_id = $1 order by l.created_at desc, l.id desc`;
    return listRows(this.manager, PublicLinkRow, sql, [assessmentId]);
  }

  find(assessmentId: AssessmentId, linkId: PublicLinkId): Promise<PublicLinkRow | null> {
    const sql = `select ${LINK} from ${LINKS} where l.assessment_id = $1 and l.id = $2`;
    return findRow(this.manager, PublicLinkRow, sql, [assessmentId, linkId]);
  }

  findByToken(tokenHash: Buffer): Promise<PublicLinkRow | null> {
    return findRow(this.manager, PublicLinkRow, `select ${LINK} from ${LINKS} where l.token_hash = $1`, [tokenHash]);
  }

  get(linkId: PublicLinkId): Promise<PublicLinkRow> {
    return getRow(this.manager, PublicLinkRow, `select ${LINK} from ${LINKS} where l.id = $1`, [linkId]);
  }

  /** Locks the link until the transaction ends, so that its last seat is taken once. */
  async lock(linkId: PublicLinkId): Promise<PublicLinkRow> {
    await this.manager.query('select from public_link where id = $1 for update', [linkId]);
    return this.get(linkId);
  }

  /** False if it was withdrawn before. */
  async withdraw(linkId: PublicLinkId, now: Date): Promise<boolean> {
    const sql = 'update public_link set withdrawn_at = $2 where id = $1 and withdrawn_at is null';
    return (await countChanged(this.manager, sql, [linkId, now])) === 1;
  }
}
