import type { AuditAct, AuditDetailName } from '@holdout/assessment';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, AuditId, OrganizationId } from '../ids';
import { AuditEntity } from '../installation/installation.entity';
import { id, json, listRows, row } from '../rows';

/** Ids, numbers and words of the product; no personal data. */
export type AuditDetail = Readonly<Partial<Record<AuditDetailName, string | number | boolean | readonly string[]>>>;

/** Acts of an account that concern no organization: no organization's audit shows them. */
export type AccountAct =
  | 'totp.set-up'
  | 'totp.turned-off'
  | 'recovery-code.used'
  | 'recovery-codes.made'
  | 'passkey.added'
  | 'passkey.removed';

/** Who did what to which object: ids only, no personal data. Written in the transaction of the act. */
export type AuditEntry = {
  readonly id: AuditId;
  readonly organizationId: OrganizationId | null;
  readonly actorAccountId: AccountId | null;
  readonly act: AuditAct | AccountAct;
  readonly objectId: string | null;
  readonly detail?: AuditDetail;
  readonly at: Date;
};

export type AuditFilter = {
  readonly actor: AccountId | null;
  /** Acts by their whole name or its first part, as `invitation`. */
  readonly act: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
};

/** An entry with the names that its ids have now: null for a person who has been erased, or an object that has none. */
export type ReadAuditEntry = z.infer<typeof ReadAuditEntry>;
const ReadAuditEntry = row({
  id: id<AuditId>(),
  at: z.date(),
  act: z.string(),
  /** Null for the command line and for background jobs. */
  actorId: id<AccountId>().nullable(),
  actorName: z.string().nullable(),
  objectId: id().nullable(),
  objectName: z.string().nullable(),
  detail: json<AuditDetail>(),
});

/** An act's name begins with the kind of its object, which says where the object's name is. */
const READ = `
select a.id, a.at, a.act, a.actor_account_id as "actorId", p.display_name as "actorName", a.object_id as "objectId",
  case regexp_replace(split_part(a.act, '.', 1), '^(candidates|candidate_invitations)$', 'assessment')
    when 'member' then (select o.display_name from account_profile o where o.account_id = a.object_id)
    when 'invitation' then (select nullif(i.email, '') from invitation i
      where i.id = a.object_id and i.organization_id = a.organization_id)
    when 'candidate' then (select c.name from candidate_profile c
      where c.candidate_id = a.object_id and c.organization_id = a.organization_id)
    when 'candidate_invitation' then (select c.name from invitation i join candidate_profile c using (candidate_id)
      where i.id = a.object_id and i.organization_id = a.organization_id)
    when 'attempt' then (select c.name from attempt t join candidate_profile c using (candidate_id)
      where t.id = a.object_id and t.organization_id = a.organization_id)
    when 'public_link' then (select s.title from public_link l join assessment s on s.id = l.assessment_id
      where l.id = a.object_id and l.organization_id = a.organization_id)
    when 'assessment' then (select s.title from assessment s
      where s.id = a.object_id and s.organization_id = a.organization_id)
  end as "objectName", a.detail
from audit a left join account_profile p on p.account_id = a.actor_account_id
where a.organization_id = $1 and ($2::uuid is null or a.id < $2)
  and ($3::uuid is null or a.actor_account_id = $3)
  and ($4::text is null or a.act = $4 or starts_with(a.act, $4 || '.'))
  and ($5::timestamptz is null or a.at >= $5) and ($6::timestamptz is null or a.at < $6)
order by a.id desc limit $7`;

const Actor = row({ id: id<AccountId>(), name: z.string() });

/** The audit trail, insert-only. */
export class AuditRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert({ detail = {}, ...entry }: AuditEntry): Promise<void> {
    await this.manager.insert(AuditEntity, { ...entry, detail });
  }

  async insertAll(entries: readonly AuditEntry[]): Promise<void> {
    await this.manager.insert(
      AuditEntity,
      entries.map(({ detail = {}, ...entry }) => ({ ...entry, detail })),
    );
  }

  /** Newest first; `before` is the last entry of the page above. */
  list(
    organizationId: OrganizationId,
    { actor, act, from, until }: AuditFilter,
    { before, first }: { readonly before: AuditId | null; readonly first: number },
  ): Promise<readonly ReadAuditEntry[]> {
    return listRows(this.manager, ReadAuditEntry, READ, [organizationId, before, actor, act, from, until, first]);
  }

  /** People who have done something in the organization and are not erased, by name. */
  listActors(organizationId: OrganizationId): Promise<readonly z.infer<typeof Actor>[]> {
    const sql = `
      select p.account_id as id, p.display_name as name
      from (select distinct actor_account_id from audit where organization_id = $1) a
        join account_profile p on p.account_id = a.actor_account_id
      order by p.display_name, p.account_id limit 500`;
    return listRows(this.manager, Actor, sql, [organizationId]);
  }
}
