import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, InvitationId, OrganizationId } from '../ids';
import { countChanged, findRow, id, listRows, row } from '../rows';

/** A candidate's request for more time, with the answer if there is one. */
export type TimeRequestRow = z.infer<typeof TimeRequestRow>;
const TimeRequestRow = row({
  invitationId: id<InvitationId>(),
  organizationId: id<OrganizationId>(),
  reason: z.string(),
  askedAt: z.date(),
  answeredAt: z.date().nullable(),
  isGranted: z.boolean().nullable(),
});

const REQUEST = `r.invitation_id as "invitationId", r.organization_id as "organizationId", r.reason,
  r.asked_at as "askedAt", r.answered_at as "answeredAt", r.is_granted as "isGranted"`;

const Asked = row({ isNew: z.boolean() });
const Recipient = row({ email: z.string() });

/** Requests for more time, one for each invitation. */
export class TimeRequestRepository {
  constructor(private readonly manager: EntityManager) {}

  find(invitationId: string): Promise<TimeRequestRow | null> {
    const sql = `select ${REQUEST} from time_request r where r.invitation_id = $1`;
    return findRow(this.manager, TimeRequestRow, sql, [invitationId]);
  }

  list(invitationIds: readonly string[]): Promise<TimeRequestRow[]> {
    const sql = `select ${REQUEST} from time_request r where r.invitation_id = any($1::uuid[])`;
    return listRows(this.manager, TimeRequestRow, sql, [invitationIds]);
  }

  /** Stores the request, or a new reason while it is not answered. */
  async ask(request: {
    readonly invitationId: InvitationId;
    readonly organizationId: OrganizationId;
    readonly reason: string;
    readonly askedAt: Date;
  }): Promise<'new' | 'changed' | 'answered'> {
    const { invitationId, organizationId, reason, askedAt } = request;
    const sql = `insert into time_request (invitation_id, organization_id, reason, asked_at) values ($1, $2, $3, $4)
      on conflict (invitation_id) do update set reason = excluded.reason where time_request.answered_at is null
      returning xmax = 0 as "isNew"`;
    const stored = await findRow(this.manager, Asked, sql, [invitationId, organizationId, reason, askedAt]);
    if (stored === null) return 'answered';
    return stored.isNew ? 'new' : 'changed';
  }

  /** False if there is no request, or it is answered. */
  async answer(invitationId: InvitationId, isGranted: boolean, by: AccountId | null, now: Date): Promise<boolean> {
    const sql = `update time_request set is_granted = $2, answered_by = $3, answered_at = $4
      where invitation_id = $1 and answered_at is null`;
    return (await countChanged(this.manager, sql, [invitationId, isGranted, by, now])) === 1;
  }

  /** Whom to tell: the member who invited, while they may invite; otherwise the administrators. */
  async listRecipients(invitationId: InvitationId): Promise<readonly string[]> {
    const sql = `with able as (
        select distinct p.email, m.account_id = n.created_by as is_inviter, m.role from invitation n
        join member m on m.organization_id = n.organization_id and m.role in ('admin', 'manager')
        join account_profile p on p.account_id = m.account_id
        where n.id = $1)
      select distinct email from able
      where is_inviter or (role = 'admin' and not exists (select from able where is_inviter))`;
    return (await listRows(this.manager, Recipient, sql, [invitationId])).map(({ email }) => email);
  }
}
