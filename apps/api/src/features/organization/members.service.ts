import {
  type AccountId,
  type Clock,
  Database,
  MEMBER_ROLES,
  type MemberId,
  type MemberPlace,
  type MemberProfile,
  MemberRepository,
  type MemberRole,
  newId,
  type OrganizationId,
  type SessionId,
  SessionRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type Acted, type Actor, Acts, done, nothingDone } from '../../access/acts';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';

/** Who changes a membership; `sessionId` is the session of the request, if it has one. */
export type ActingMember = Actor & { readonly sessionId: SessionId | null };

export type MemberOutcome = { readonly kind: 'done' } | { readonly kind: 'lastAdministrator' };

const DONE: MemberOutcome = { kind: 'done' };
const LAST: MemberOutcome = { kind: 'lastAdministrator' };

/** Members of an organization: their roles, and their end. */
@Injectable()
export class Members {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(
    organizationId: OrganizationId,
    page: { readonly search: string; readonly after: MemberPlace | null; readonly first: number },
  ): Promise<readonly MemberProfile[]> {
    return this.db.heavyRead((tx) => tx.repo(MemberRepository).listProfiles(organizationId, page));
  }

  async get(organizationId: OrganizationId, accountId: AccountId): Promise<MemberProfile> {
    const found = await this.db.repo(MemberRepository).findProfile(organizationId, accountId);
    if (found === null) throw notFound();
    return found;
  }

  /** Replaces the roles of a member, or removes the member if there are none. An organization keeps an administrator. */
  setRoles(by: ActingMember, accountId: AccountId, roles: readonly MemberRole[]): Promise<MemberOutcome> {
    return this.acts.run(by, async (tx, now) => {
      const members = tx.repo(MemberRepository);
      const all = await members.listForUpdate(by.organizationId);
      const before = all.flatMap((member) => (member.accountId === accountId ? [member.role] : []));
      if (before.length === 0) throw notFound();
      if (isSame(before, roles)) return nothingDone(DONE);
      const hasOther = all.some((member) => member.role === 'admin' && member.accountId !== accountId);
      if (losesAdmin(before, roles) && !hasOther) return nothingDone(LAST);
      const joinedAt = (await members.findProfile(by.organizationId, accountId))?.joinedAt ?? now;
      await members.deleteRoles(by.organizationId, accountId);
      for (const role of MEMBER_ROLES.filter((one) => roles.includes(one))) {
        const id = newId<MemberId>(this.clock);
        await members.insertOnce({ id, organizationId: by.organizationId, accountId, role, createdAt: joinedAt });
      }
      await endSessions(tx, by, accountId, now);
      return traced(by, accountId, { before, roles });
    });
  }
}

const isSame = (before: readonly MemberRole[], roles: readonly MemberRole[]): boolean =>
  MEMBER_ROLES.every((role) => before.includes(role) === roles.includes(role));

const losesAdmin = (before: readonly MemberRole[], roles: readonly MemberRole[]): boolean =>
  before.includes('admin') && !roles.includes('admin');

function traced(
  { accountId: actor }: ActingMember,
  accountId: AccountId,
  { before, roles }: { readonly before: readonly MemberRole[]; readonly roles: readonly MemberRole[] },
): Acted<MemberOutcome> {
  if (roles.length > 0)
    return done(DONE, { act: 'member.rolesChanged', objectId: accountId, detail: { before, roles } });
  const act = actor === accountId ? 'member.left' : 'member.removed';
  return done(DONE, { act, objectId: accountId, detail: { before } });
}

/** What the person opened under the earlier roles ends. In the session that asks only the websockets do. */
async function endSessions(tx: Database, by: ActingMember, accountId: AccountId, now: Date): Promise<void> {
  const sessions = tx.repo(SessionRepository);
  const kept = by.accountId === accountId ? by.sessionId : null;
  await sessions.endOthersOfAccount(accountId, kept, now);
  if (kept !== null) await sessions.closeSockets(kept);
}
