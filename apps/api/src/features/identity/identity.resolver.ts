import { Mutation, Resolver } from '@nestjs/graphql';
import { type Ctx, subjectOf } from '../../access/context';
import { Needs } from '../../access/needs';
import { leave } from '../../access/session-cookie';
import {
  confirmSignUpSuccess,
  credentialsRefusedProblem,
  deleteMyDataSuccess,
  invalidInputProblem,
  mailedLinkUnusableProblem,
  secondFactorNeededProblem,
  signInSuccess,
  signOutSuccess,
  signUpMailSuccess,
  signUpSuccess,
} from '../../generated/outcomes';
import type {
  MutationConfirmSignUpArgs,
  MutationDeleteMyDataArgs,
  MutationResolvers,
  MutationSignInArgs,
  MutationSignOutArgs,
  MutationSignUpArgs,
} from '../../generated/resolvers';
import { openedTokenIn } from '../organization/invitation.resolver';
import { InvitationService } from '../organization/invitation.service';
import { DataDeletion } from './data-deletion';
import { settle } from '../second-factor/sign-in-cookies';
import { IdentityService } from './identity.service';
import { VIEWER } from './viewer.resolver';

@Resolver()
export class IdentityResolver implements Pick<
  MutationResolvers,
  'signUp' | 'confirmSignUp' | 'signIn' | 'signOut' | 'deleteMyData'
> {
  constructor(
    private readonly identity: IdentityService,
    private readonly deletion: DataDeletion,
    private readonly invitations: InvitationService,
  ) {}

  @Needs('anyone')
  @Mutation()
  async signUp(_: unknown, { input }: MutationSignUpArgs, ctx: Ctx) {
    const proven = await this.invitations.provenAddress(openedTokenIn(ctx));
    const outcome = await this.identity.signUp(ctx, input, proven);
    if (outcome.kind === 'invalid') return invalidInputProblem(outcome);
    if (outcome.kind === 'refused') return credentialsRefusedProblem();
    if (outcome.kind === 'mailSent') return signUpMailSuccess({ email: outcome.email });
    const ways = settle(ctx, outcome);
    return ways ? secondFactorNeededProblem({ ways: [...ways] }) : signUpSuccess({ viewer: VIEWER });
  }

  @Needs('anyone')
  @Mutation()
  async confirmSignUp(_: unknown, { input }: MutationConfirmSignUpArgs, ctx: Ctx) {
    const outcome = await this.identity.confirmSignUp(ctx, input);
    if (outcome.kind === 'unusable') return mailedLinkUnusableProblem(outcome);
    if (outcome.kind === 'refused') return credentialsRefusedProblem();
    settle(ctx, outcome);
    return confirmSignUpSuccess({ viewer: VIEWER });
  }

  @Needs('anyone')
  @Mutation()
  async signIn(_: unknown, { input }: MutationSignInArgs, ctx: Ctx) {
    const outcome = await this.identity.signIn(ctx, input);
    if (outcome.kind === 'refused') return credentialsRefusedProblem();
    const ways = settle(ctx, outcome);
    return ways ? secondFactorNeededProblem({ ways: [...ways] }) : signInSuccess({ viewer: VIEWER });
  }

  @Needs('anyone')
  @Mutation()
  async signOut(_: unknown, { input }: MutationSignOutArgs, ctx: Ctx) {
    await this.identity.signOut(ctx, input.everywhere ?? false);
    leave(ctx);
    return signOutSuccess({ viewer: VIEWER });
  }

  @Needs('subject')
  @Mutation()
  async deleteMyData(_: unknown, { input }: MutationDeleteMyDataArgs, ctx: Ctx) {
    const outcome = await this.deletion.deleteMyData(ctx, subjectOf(ctx), input);
    if (outcome.kind === 'refused') return credentialsRefusedProblem();
    leave(ctx);
    return deleteMyDataSuccess({ viewer: VIEWER });
  }
}
