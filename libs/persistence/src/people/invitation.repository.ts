import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { z } from 'zod';
import type { AccountId, InvitationId, OrganizationId } from '../ids';
import { findRow, id, listRows, row } from '../rows';
import { InvitationEntity } from './invitation.entity';
import { MEMBER_ROLES, type MemberRole } from './organization.entity';

/** An offer to become a member; only the hash of the link's token is stored. */
export type MemberInvitation = {
  readonly id: InvitationId;
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly email: string;
  readonly roles: readonly MemberRole[];
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** A link that a member passes on proves no address: that member may be the one who opens it. */
  readonly source: 'mail' | 'link';
};

export type NewMemberInvitation = {
  readonly id: InvitationId;
  readonly organizationId: OrganizationId;
  readonly tokenHash: Buffer;
  readonly email: string;
  readonly roles: readonly MemberRole[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Null for the command line. */
  readonly createdBy: AccountId | null;
  readonly source: 'mail' | 'link';
};

/** An invitation to become a member that waits, as the organization sees it; an expired one waits to be renewed. */
export type WaitingInvitation = z.infer<typeof WaitingInvitation>;
const WaitingInvitation = row({
  id: id<InvitationId>(),
  organizationId: id<OrganizationId>(),
  email: z.string(),
  roles: z.array(z.enum(MEMBER_ROLES)).readonly(),
  createdAt: z.date(),
  expiresAt: z.date(),
  openedAt: z.date().nullable(),
  source: z.enum(['mail', 'link']),
  generation: z.int(),
  /** Null if the command line made it. */
  createdBy: id<AccountId>().nullable(),
  /** Whether the last mail about it could not be delivered. */
  isUndelivered: z.boolean(),
});

const waiting = (where: string): string => `
select id, organization_id as "organizationId", email, roles, created_at as "createdAt", expires_at as "expiresAt",
  opened_at as "openedAt", source, generation, created_by as "createdBy",
  coalesce((select m.failed_at is not null from mail m where m.subject_id = invitation.id
    order by m.created_at desc limit 1), false) as "isUndelivered"
from invitation
where purpose = 'member' and ${where} and used_at is null and withdrawn_at is null`;

/** Invitations to become a member. */
export class InvitationRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(invitation: NewMemberInvitation): Promise<void> {
    await this.manager.insert(InvitationEntity, { ...invitation, roles: [...invitation.roles], purpose: 'member' });
  }

  async findByToken(tokenHash: Buffer): Promise<MemberInvitation | null> {
    const [found] = await this.manager.find(InvitationEntity, {
      where: { tokenHash, purpose: 'member' },
      relations: { organization: true },
    });
    if (!found?.organization) return null;
    const { id, organizationId, organization, email, roles, expiresAt, usedAt, withdrawnAt } = found;
    const source = found.source === 'mail' ? 'mail' : 'link';
    const times = { expiresAt, usedAt, withdrawnAt };
    return { id, organizationId, organizationName: organization.name, email, roles, ...times, source };
  }

  listWaiting(organizationId: OrganizationId): Promise<readonly WaitingInvitation[]> {
    return listRows(
      this.manager,
      WaitingInvitation,
      `${waiting('organization_id = $1')} order by created_at desc, id desc`,
      [organizationId],
    );
  }

  findWaiting(organizationId: OrganizationId, invitationId: InvitationId): Promise<WaitingInvitation | null> {
    return findRow(this.manager, WaitingInvitation, waiting('organization_id = $1 and id = $2'), [
      organizationId,
      invitationId,
    ]);
  }

  /** By its id alone, for the mail about it. Null if it no longer waits. */
  findWaitingById(invitationId: InvitationId): Promise<WaitingInvitation | null> {
    return findRow(this.manager, WaitingInvitation, waiting('id = $1'), [invitationId]);
  }

  /** Invitations to become a member that were made since then, also those that no longer wait. */
  countMadeSince(organizationId: OrganizationId, since: Date): Promise<number> {
    return this.manager.countBy(InvitationEntity, { organizationId, purpose: 'member', createdAt: MoreThan(since) });
  }

  /** False if it was accepted meanwhile. */
  async withdraw(id: InvitationId, now: Date): Promise<boolean> {
    const { affected } = await this.manager.update(InvitationEntity, { id, usedAt: IsNull() }, { withdrawnAt: now });
    return affected === 1;
  }

  /** Gives the invitation another link, after which the earlier one is unknown. False if it was accepted meanwhile. */
  async renew(
    id: InvitationId,
    link: Pick<NewMemberInvitation, 'tokenHash' | 'expiresAt' | 'source'> & { readonly generation: number },
  ): Promise<boolean> {
    const change = { ...link, openedAt: null };
    const { affected } = await this.manager.update(InvitationEntity, { id, usedAt: IsNull() }, change);
    return affected === 1;
  }

  async markOpened(id: InvitationId, now: Date): Promise<void> {
    await this.manager.update(InvitationEntity, { id, openedAt: IsNull() }, { openedAt: now });
  }

  /** Marks the invitation as used; false when it was used, withdrawn or expired before, also in a concurrent request. */
  async use(id: InvitationId, now: Date): Promise<boolean> {
    const { affected } = await this.manager.update(
      InvitationEntity,
      { id, usedAt: IsNull(), withdrawnAt: IsNull(), expiresAt: MoreThan(now) },
      { usedAt: now },
    );
    return affected === 1;
  }
}
