import type { Clock, InvitationId, WaitingInvitation } from '@holdout/persistence';
import { Inject } from '@nestjs/common';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import {
  invalidInputProblem,
  inviteMembersSuccess,
  resendMemberInvitationSuccess,
  tooManyInvitationsProblem,
  withdrawMemberInvitationSuccess,
} from '../../generated/outcomes';
import type {
  MemberInvitationResolvers,
  MemberInvitationStatus,
  MutationInviteMembersArgs,
  MutationResendMemberInvitationArgs,
  MutationResolvers,
  MutationWithdrawMemberInvitationArgs,
  QueryMemberInvitationsArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { CLOCK } from '../../platform/app-options';
import { idOrNotFound } from '../attempt/ids';
import { actorIn } from './acting';
import { MemberInvitationLinks } from './member-invitation-links';
import { MemberInvitations } from './member-invitations.service';
import { storedRoles } from './member.resolver';
import { shownRoles } from './organization.resolver';

@Resolver('MemberInvitation')
export class MemberInvitationResolver
  implements
    Pick<QueryResolvers, 'memberInvitations'>,
    Pick<MutationResolvers, 'inviteMembers' | 'resendMemberInvitation' | 'withdrawMemberInvitation'>,
    Pick<MemberInvitationResolvers, 'roles' | 'status' | 'link'>
{
  constructor(
    private readonly invitations: MemberInvitations,
    private readonly links: MemberInvitationLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('admin')
  @Query()
  async memberInvitations(_: unknown, { slug }: QueryMemberInvitationsArgs, ctx: Ctx) {
    return this.invitations.list((await getMembership(ctx, { slug })).id);
  }

  @Needs('admin')
  @Mutation()
  async inviteMembers(_: unknown, { input }: MutationInviteMembersArgs, ctx: Ctx) {
    const roles = storedRoles(input.roles);
    const outcome = await this.invitations.invite(await actorIn(ctx, input), { emails: input.emails, roles });
    switch (outcome.kind) {
      case 'invalid':
        return invalidInputProblem(outcome);
      case 'tooMany':
        return tooManyInvitationsProblem(outcome);
      case 'invited':
        return inviteMembersSuccess(outcome);
    }
  }

  @Needs('admin')
  @Mutation()
  async resendMemberInvitation(_: unknown, { input }: MutationResendMemberInvitationArgs, ctx: Ctx) {
    const id = idOrNotFound(input.invitationId) as InvitationId;
    return resendMemberInvitationSuccess({ invitation: await this.invitations.resend(await actorIn(ctx, input), id) });
  }

  @Needs('admin')
  @Mutation()
  async withdrawMemberInvitation(_: unknown, { input }: MutationWithdrawMemberInvitationArgs, ctx: Ctx) {
    const invitationId = idOrNotFound(input.invitationId) as InvitationId;
    await this.invitations.withdraw(await actorIn(ctx, input), invitationId);
    return withdrawMemberInvitationSuccess({ invitationId });
  }

  @ResolveField()
  roles({ roles }: WaitingInvitation) {
    return shownRoles(roles);
  }

  @ResolveField()
  status({ expiresAt, openedAt, isUndelivered }: WaitingInvitation): MemberInvitationStatus {
    if (expiresAt <= this.clock.now()) return 'EXPIRED';
    if (openedAt !== null) return 'OPENED';
    return isUndelivered ? 'NOT_DELIVERED' : 'WAITING';
  }

  /** A link that went by mail proves its address, so nobody else is shown it. The command line shows its links once. */
  @ResolveField()
  link(invitation: WaitingInvitation): string | null {
    if (invitation.source === 'mail') return null;
    return this.links.urlOf(invitation);
  }
}
