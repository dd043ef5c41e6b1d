import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import type { InvitationId, OrganizationId } from '../ids';
import { InvitationEntity } from './invitation.entity';
import type { MemberRole } from './organization.entity';

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
};

export type NewMemberInvitation = {
  readonly id: InvitationId;
  readonly organizationId: OrganizationId;
  readonly tokenHash: Buffer;
  readonly email: string;
  readonly roles: readonly MemberRole[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

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
    return { id, organizationId, organizationName: organization.name, email, roles, expiresAt, usedAt, withdrawnAt };
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
