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

const WithId = row({ id: id<InvitationId>() });

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

  /** Stores the request, or a new reason while it is not answered. False if it is answered. */
  async ask(request: {
    readonly invitationId: InvitationId;
    readonly organizationId: OrganizationId;
    readonly reason: string;
    readonly askedAt: Date;
  }): Promise<boolean> {
    const { invitationId, organizationId, reason, askedAt } = request;
    const sql = `insert into time_request (invitation_id, organization_id, reason, asked_at) values ($1, $2, $3, $4)
      on conflict (invitation_id) do update set reason = excluded.reason where time_request.answered_at is null
      returning invitation_id as id`;
    return (await findRow(this.manager, WithId, sql, [invitationId, organizationId, reason, askedAt])) !== null;
  }

  /** False if there is no request, or it is answered. */
  async answer(invitationId: InvitationId, isGranted: boolean, by: AccountId | null, now: Date): Promise<boolean> {
    const sql = `update time_request set is_granted = $2, answered_by = $3, answered_at = $4
      where invitation_id = $1 and answered_at is null`;
    return (await countChanged(this.manager, sql, [invitationId, isGranted, by, now])) === 1;
  }
}
