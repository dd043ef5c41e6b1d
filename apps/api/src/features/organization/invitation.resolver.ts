import type { MemberInvitation } from '@holdout/persistence';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  InvitationResolvers,
  MutationOpenInvitationArgs,
  MutationResolvers,
  QueryResolvers,
} from '../../generated/resolvers';
import type { Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import { emailHint } from './invitation.outcomes';
import { InvitationService } from './invitation.service';
import { shownRoles } from './roles';

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
    return this.invitations.opened(ctx);
  }

  @Needs('anyone')
  @Mutation()
  openInvitation(_: unknown, { input }: MutationOpenInvitationArgs, ctx: Ctx) {
    return this.invitations.open(ctx, input.token);
  }

  @Needs('account')
  @Mutation()
  acceptInvitation(_: unknown, _args: unknown, ctx: Ctx) {
    return this.invitations.accept(ctx);
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
