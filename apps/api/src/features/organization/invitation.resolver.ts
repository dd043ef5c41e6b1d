import type { MemberInvitation } from '@holdout/persistence';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  acceptInvitationSuccess,
  emailNotInvitedProblem,
  invitationUnusableProblem,
  openInvitationSuccess,
} from '../../generated/outcomes';
import type {
  InvitationResolvers,
  MutationOpenInvitationArgs,
  MutationResolvers,
  QueryResolvers,
} from '../../generated/resolvers';
import { accountOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import { emailHint } from './invitation-rules';
import { InvitationService } from './invitation.service';
import { shownRoles } from './organization.resolver';

const COOKIE = 'invitation';

/** The token of the link that this browser opened. */
export const openedTokenIn = ({ cookies }: Ctx): string => cookies.get(COOKIE) ?? '';

@Resolver('Invitation')
export class InvitationResolver
  implements
    Pick<QueryResolvers, 'openedInvitation'>,
    Pick<MutationResolvers, 'openInvitation' | 'acceptInvitation'>,
    Pick<InvitationResolvers, 'emailHint' | 'roles'>
{
  constructor(private readonly invitations: InvitationService) {}

  @Needs('anyone')
  @Query()
  openedInvitation(_: unknown, _args: unknown, ctx: Ctx) {
    return this.invitations.find(openedTokenIn(ctx));
  }

  @Needs('anyone')
  @Mutation()
  async openInvitation(_: unknown, { input }: MutationOpenInvitationArgs, ctx: Ctx) {
    const outcome = await this.invitations.open(input.token, ctx.address);
    if (outcome.kind === 'unusable') return invitationUnusableProblem(outcome);
    const { invitation } = outcome;
    ctx.cookies.set(COOKIE, input.token, invitation.expiresAt);
    return openInvitationSuccess({ invitation });
  }

  @Needs('account')
  @Mutation()
  async acceptInvitation(_: unknown, _args: unknown, ctx: Ctx) {
    const outcome = await this.invitations.accept(openedTokenIn(ctx), accountOf(ctx));
    switch (outcome.kind) {
      case 'unusable':
        return invitationUnusableProblem(outcome);
      case 'notInvited':
        return emailNotInvitedProblem({ emailHint: emailHint(outcome.invitedEmail) });
      case 'accepted':
        ctx.cookies.clear(COOKIE);
        return acceptInvitationSuccess({ membership: outcome.membership });
    }
  }

  @ResolveField()
  emailHint(invitation: MemberInvitation): string {
    return emailHint(invitation.email);
  }

  @ResolveField()
  roles(invitation: MemberInvitation) {
    return shownRoles(invitation.roles);
  }
}
