import { randomUUID } from 'node:crypto';
import {
  type AccountId,
  AccountRepository,
  type Database,
  type InvitationId,
  InvitationRepository,
  type MemberId,
  MemberRepository,
  newId,
  type OrganizationId,
  systemClock,
} from '@holdout/persistence';
import { hashOfToken, newToken } from '../platform/access/link-token';

/** Ids of members and invitations of the first organization, which `makeMembers` makes. */
export const MEMBERS = {
  member: randomUUID(),
  removableMember: randomUUID(),
  memberInvitation: randomUUID(),
  withdrawableInvitation: randomUUID(),
} as const;

/** An administrator and an author, and two invitations that wait. */
export async function makeMembers(db: Database, organizationId: OrganizationId): Promise<void> {
  const createdAt = new Date();
  for (const [key, role] of [
    ['member', 'admin'],
    ['removableMember', 'author'],
  ] as const) {
    const accountId = MEMBERS[key] as AccountId;
    const person = { email: `${accountId}@example.org`, displayName: 'A member', createdAt, provenAt: createdAt };
    await db.repo(AccountRepository).insert({ id: accountId, passwordHash: null, ...person });
    const id = newId<MemberId>(systemClock);
    await db.repo(MemberRepository).insertOnce({ id, organizationId, accountId, role, createdAt });
  }
  const times = { createdAt, expiresAt: new Date(createdAt.getTime() + 86_400_000) };
  for (const key of ['memberInvitation', 'withdrawableInvitation'] as const) {
    const id = MEMBERS[key] as InvitationId;
    const invitation = { id, organizationId, ...times, email: `${id}@example.org`, createdBy: null } as const;
    const link = { tokenHash: hashOfToken(newToken()), source: 'link' } as const;
    await db.repo(InvitationRepository).insert({ ...invitation, ...link, roles: ['author'] });
  }
}
