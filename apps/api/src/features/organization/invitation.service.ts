import {
  AccountRepository,
  type Clock,
  Database,
  InvitationRepository,
  type MemberId,
  type MemberInvitation,
  MemberRepository,
  newId,
  PersonRepository,
  OrganizationRepository,
  type OwnOrganization,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { leaveTraces } from '../../access/acts';
import type { AccountSubject } from '../../access/context';
import type { InvitationUnusableReason } from '../../generated/resolvers';
import { hashOfToken } from '../../platform/access/link-token';
import { RateLimits } from '../../platform/access/rate-limits';
import { usabilityOf } from './invitation-rules';

const OPENED_PER_ADDRESS = { limit: 60, windowSeconds: 3600 } as const;

type Unusable = { readonly kind: 'unusable'; readonly reason: InvitationUnusableReason };
export type OpenOutcome = Unusable | { readonly kind: 'opened'; readonly invitation: MemberInvitation };
export type AcceptOutcome =
  | Unusable
  | { readonly kind: 'notInvited'; readonly invitedEmail: string }
  | { readonly kind: 'accepted'; readonly membership: OwnOrganization };

/** Invitations to become a member. Anyone with the link can open one; only the invited address can accept it. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(token: string, address: string): Promise<OpenOutcome> {
    await this.limits.take(`invitation:${this.limits.ofAddress(address)}`, OPENED_PER_ADDRESS);
    const found = await this.look(token);
    if (found.kind === 'opened') {
      await this.db.repo(InvitationRepository).markOpened(found.invitation.id, this.clock.now());
    }
    return found;
  }

  /** The address that whoever opened the link has proven to be theirs; null without a link that went there by mail. */
  async provenAddress(token: string): Promise<string | null> {
    const invitation = await this.find(token);
    return invitation?.source === 'mail' ? invitation.email : null;
  }

  /** The invitation of an opened token; null if it can no longer be used. */
  async find(token: string): Promise<MemberInvitation | null> {
    const found = await this.look(token);
    return found.kind === 'opened' ? found.invitation : null;
  }

  async accept(token: string, account: AccountSubject): Promise<AcceptOutcome> {
    const found = await this.look(token);
    if (found.kind === 'unusable') return found;
    const { invitation } = found;
    const profile = await this.db.repo(AccountRepository).find(account.accountId);
    if (profile?.email !== invitation.email) return { kind: 'notInvited', invitedEmail: invitation.email };
    const membership = await this.join(invitation, account);
    return membership === null ? { kind: 'unusable', reason: 'USED' } : { kind: 'accepted', membership };
  }

  private async look(token: string): Promise<OpenOutcome> {
    const invitation = await this.findByToken(token);
    const reason = usabilityOf(invitation, this.clock.now());
    if (invitation === null || reason !== null) return { kind: 'unusable', reason: reason ?? 'UNKNOWN' };
    return { kind: 'opened', invitation };
  }

  private async findByToken(token: string): Promise<MemberInvitation | null> {
    return token === '' ? null : this.db.repo(InvitationRepository).findByToken(hashOfToken(token));
  }

  /** Consumes the invitation and grants its roles. Null if a concurrent request consumed it first. */
  private async join(invitation: MemberInvitation, { accountId }: AccountSubject): Promise<OwnOrganization | null> {
    const now = this.clock.now();
    const { organizationId, roles, id: objectId } = invitation;
    return this.db.transaction(async (tx) => {
      if (!(await tx.repo(PersonRepository).hold({ accountId, guestId: null }))) throw new AppError('UNAUTHENTICATED');
      if (!(await tx.repo(InvitationRepository).use(invitation.id, now))) return null;
      if (invitation.source === 'mail') await tx.repo(AccountRepository).prove(accountId, now);
      for (const role of roles) {
        const id = newId<MemberId>(this.clock);
        await tx.repo(MemberRepository).insertOnce({ id, organizationId, accountId, role, createdAt: now });
      }
      await leaveTraces(tx, this.clock, { organizationId, accountId }, [
        { act: 'invitation.accepted', objectId, detail: { roles } },
        { act: 'member.joined', objectId: accountId, detail: { roles } },
      ]);
      const own = await tx.repo(OrganizationRepository).listOwn(accountId, null);
      return own.find(({ id }) => id === organizationId) ?? null;
    });
  }
}
