import type { Account } from '@holdout/persistence';
import { Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { accountOf, type Ctx, DEVICE_COOKIE } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  changeEmailSuccess,
  changeNameSuccess,
  changePasswordSuccess,
  confirmEmailSuccess,
  credentialsRefusedProblem,
  invalidInputProblem,
  mailedLinkUnusableProblem,
  mailUnavailableProblem,
  proveEmailSuccess,
  requestPasswordResetSuccess,
  resetPasswordSuccess,
} from '../../generated/outcomes';
import type {
  AccountResolvers,
  MutationChangeEmailArgs,
  MutationChangeNameArgs,
  MutationChangePasswordArgs,
  MutationConfirmEmailArgs,
  MutationRequestPasswordResetArgs,
  MutationResetPasswordArgs,
  MutationResolvers,
} from '../../generated/resolvers';
import { Passwords } from './passwords.service';
import { Profiles } from './profile.service';
import { VIEWER } from './viewer.resolver';

type Mutations =
  | 'requestPasswordReset'
  | 'resetPassword'
  | 'changePassword'
  | 'changeEmail'
  | 'proveEmail'
  | 'confirmEmail'
  | 'changeName';

/** What a person changes about their own account. */
@Resolver('Account')
export class AccountResolver implements Pick<MutationResolvers, Mutations>, Pick<AccountResolvers, 'isProven'> {
  constructor(
    private readonly passwords: Passwords,
    private readonly profiles: Profiles,
  ) {}

  @ResolveField()
  isProven({ provenAt }: Account): boolean {
    return provenAt !== null;
  }

  @Needs('anyone')
  @Mutation()
  async requestPasswordReset(_: unknown, { input }: MutationRequestPasswordResetArgs, ctx: Ctx) {
    const outcome = await this.passwords.requestReset(ctx, input.email);
    if (outcome.kind === 'invalid') return invalidInputProblem(outcome);
    return outcome.kind === 'unavailable' ? mailUnavailableProblem() : requestPasswordResetSuccess(outcome);
  }

  @Needs('anyone')
  @Mutation()
  async resetPassword(_: unknown, { input }: MutationResetPasswordArgs, ctx: Ctx) {
    const outcome = await this.passwords.reset(ctx, input);
    if (outcome.kind === 'invalid') return invalidInputProblem(outcome);
    return outcome.kind === 'unusable' ? mailedLinkUnusableProblem(outcome) : resetPasswordSuccess({ viewer: VIEWER });
  }

  @Needs('account')
  @Mutation()
  async changePassword(_: unknown, { input }: MutationChangePasswordArgs, ctx: Ctx) {
    const outcome = await this.passwords.change(ctx, accountOf(ctx), input);
    if (outcome.kind === 'invalid') return invalidInputProblem(outcome);
    if (outcome.kind === 'refused') return credentialsRefusedProblem();
    ctx.cookies.set(DEVICE_COOKIE, outcome.device.value, outcome.device.expiresAt);
    return changePasswordSuccess({ viewer: VIEWER });
  }

  @Needs('account')
  @Mutation()
  async changeEmail(_: unknown, { input }: MutationChangeEmailArgs, ctx: Ctx) {
    const outcome = await this.profiles.changeEmail(ctx, accountOf(ctx), input);
    switch (outcome.kind) {
      case 'invalid':
        return invalidInputProblem(outcome);
      case 'refused':
        return credentialsRefusedProblem();
      case 'unavailable':
        return mailUnavailableProblem();
      case 'sent':
        return changeEmailSuccess({ email: outcome.email });
    }
  }

  @Needs('account')
  @Mutation()
  async proveEmail(_: unknown, _args: unknown, ctx: Ctx) {
    const outcome = await this.profiles.proveEmail(ctx, accountOf(ctx));
    return outcome.kind === 'unavailable' ? mailUnavailableProblem() : proveEmailSuccess({ email: outcome.email });
  }

  @Needs('account')
  @Mutation()
  async confirmEmail(_: unknown, { input }: MutationConfirmEmailArgs, ctx: Ctx) {
    const outcome = await this.profiles.confirmEmail(ctx, accountOf(ctx), input.token);
    return outcome.kind === 'unusable' ? mailedLinkUnusableProblem(outcome) : confirmEmailSuccess({ viewer: VIEWER });
  }

  @Needs('account')
  @Mutation()
  async changeName(_: unknown, { input }: MutationChangeNameArgs, ctx: Ctx) {
    const outcome = await this.profiles.changeName(accountOf(ctx), input.displayName);
    return outcome.kind === 'invalid' ? invalidInputProblem(outcome) : changeNameSuccess({ viewer: VIEWER });
  }
}
