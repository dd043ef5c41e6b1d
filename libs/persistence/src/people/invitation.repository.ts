import type { EntityManager } from 'typeorm';
import type { InvitationId, OrganizationId } from '../ids';
import type { MemberRole } from './organization.entity';
import { InvitationEntity } from './organization.entity';

/** An offer to become a member; only the hash of the link's token is kept. */
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

const BY_TOKEN = `
select i.id, i.organization_id as "organizationId", o.name as "organizationName", i.email, i.roles,
  i.expires_at as "expiresAt", i.used_at as "usedAt", i.withdrawn_at as "withdrawnAt"
from invitation i join organization o on o.id = i.organization_id
where i.purpose = 'member' and i.token_hash = $1`;

/** Invitations to become a member. */
export class InvitationRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(invitation: NewMemberInvitation): Promise<void> {
    await this.manager.insert(InvitationEntity, { ...invitation, roles: [...invitation.roles], purpose: 'member' });
  }

  async findByToken(tokenHash: Buffer): Promise<MemberInvitation | null> {
    const [row] = await this.manager.query<MemberInvitation[]>(BY_TOKEN, [tokenHash]);
    return row ?? null;
  }

  /** True for the one who uses it up; false when somebody has, or when it was withdrawn meanwhile. */
  async use(id: InvitationId, now: Date): Promise<boolean> {
    const [rows] = await this.manager.query<[unknown[], number]>(
      `update invitation set used_at = $2
       where id = $1 and used_at is null and withdrawn_at is null and expires_at > $2 returning id`,
      [id, now],
    );
    return rows.length === 1;
  }
}
