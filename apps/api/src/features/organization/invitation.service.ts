import {
  AccountRepository,
  AuditRepository,
  type Clock,
  Database,
  InvitationRepository,
  type MemberId,
  type MemberInvitation,
  MemberRepository,
  newId,
  OrganizationRepository,
  type OutboxId,
  OutboxRepository,
  type AuditId,
  type OwnOrganization,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';
import { type AccountSubject, accountOf, type Ctx } from '../../access/context';
import { hashOfToken } from '../../platform/access/link-token';
import { RateLimits } from '../../platform/access/rate-limits';
import { emailHint, emailNotInvited, unusable, usabilityOf } from './invitation.outcomes';

const COOKIE = 'invitation';
const OPENED_PER_ADDRESS = { limit: 60, windowSeconds: 3600 } as const;

/** Links that offer a seat: opened into a cookie, then accepted by the account they were meant for. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(ctx: Ctx, token: string) {
    await this.limits.take(`invitation:${this.limits.hidden(ctx.address)}`, OPENED_PER_ADDRESS);
    const invitation = await this.findByToken(token);
    const reason = usabilityOf(invitation, this.clock.now());
    if (invitation === null || reason !== null) return unusable(reason ?? 'UNKNOWN');
    ctx.cookies.set(COOKIE, token, invitation.expiresAt);
    return { __typename: 'OpenInvitationSuccess', invitation } as const;
  }

  async opened(ctx: Ctx): Promise<MemberInvitation | null> {
    const invitation = await this.findOpened(ctx);
    return usabilityOf(invitation, this.clock.now()) === null ? invitation : null;
  }

  async accept(ctx: Ctx) {
    const account = accountOf(ctx);
    const invitation = await this.findOpened(ctx);
    const reason = usabilityOf(invitation, this.clock.now());
    if (invitation === null || reason !== null) return unusable(reason ?? 'UNKNOWN');
    const profile = await this.db.repo(AccountRepository).find(account.accountId);
    if (profile?.email !== invitation.email) return emailNotInvited(emailHint(invitation.email));
    const membership = await this.join(invitation, account);
    if (membership === null) return unusable('USED');
    ctx.cookies.clear(COOKIE);
    return { __typename: 'AcceptInvitationSuccess', membership } as const;
  }

  private findOpened(ctx: Ctx): Promise<MemberInvitation | null> {
    return this.findByToken(ctx.cookies.get(COOKIE) ?? '');
  }

  private async findByToken(token: string): Promise<MemberInvitation | null> {
    return token === '' ? null : this.db.repo(InvitationRepository).findByToken(hashOfToken(token));
  }

  /** Uses the invitation up and gives its roles, or gives null when somebody else was first. */
  private async join(invitation: MemberInvitation, { accountId }: AccountSubject): Promise<OwnOrganization | null> {
    const now = this.clock.now();
    const { organizationId, roles, id: objectId } = invitation;
    return this.db.transaction(async (tx) => {
      if (!(await tx.repo(InvitationRepository).use(invitation.id, now))) return null;
      for (const role of roles) {
        const id = newId<MemberId>(this.clock);
        await tx.repo(MemberRepository).insertOnce({ id, organizationId, accountId, role, createdAt: now });
      }
      const act = { organizationId, actorAccountId: accountId, act: 'invitation.accepted', objectId, at: now };
      await tx.repo(AuditRepository).insert({ id: newId<AuditId>(this.clock), ...act, detail: { roles } });
      const event = { organizationId, event: 'member.joined', payload: { accountId }, createdAt: now };
      await tx.repo(OutboxRepository).insert({ id: newId<OutboxId>(this.clock), ...event });
      const own = await tx.repo(OrganizationRepository).listOwn(accountId);
      return own.find(({ id }) => id === organizationId) ?? null;
    });
  }
}
