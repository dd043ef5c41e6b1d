import {
  type AccountId,
  AccountRepository,
  Database,
  PasskeyRepository,
  SecondFactorRepository,
} from '@holdout/persistence';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { accountOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  codeRefusedProblem,
  completeSignInSuccess,
  confirmTotpSuccess,
  credentialsRefusedProblem,
  makeRecoveryCodesSuccess,
  proposeTotpSuccess,
  signInExpiredProblem,
  totpAlreadyOnProblem,
  turnOffTotpSuccess,
} from '../../generated/outcomes';
import type {
  MutationCompleteSignInArgs,
  MutationConfirmTotpArgs,
  MutationMakeRecoveryCodesArgs,
  MutationProposeTotpArgs,
  MutationResolvers,
  MutationTurnOffTotpArgs,
  QueryResolvers,
  SignInSecurityResolvers,
} from '../../generated/resolvers';
import { VIEWER } from '../identity/viewer.resolver';
import { PasskeyCeremonies } from './passkey-ceremonies';
import { halfOpenIn, settle } from './sign-in-cookies';
import { SecondFactors } from './second-factors';
import { SignIns } from './sign-ins';

/** The account whose ways in are asked for: always the sender's. */
export type SignInSecurityRow = { readonly accountId: AccountId };

@Resolver()
export class SecondFactorResolver
  implements
    Pick<QueryResolvers, 'signInSecurity'>,
    Pick<MutationResolvers, 'completeSignIn' | 'proposeTotp' | 'confirmTotp' | 'makeRecoveryCodes' | 'turnOffTotp'>
{
  constructor(
    private readonly factors: SecondFactors,
    private readonly signIns: SignIns,
  ) {}

  @Needs('account')
  @Query()
  signInSecurity(_: unknown, _args: unknown, ctx: Ctx): SignInSecurityRow {
    return accountOf(ctx);
  }

  @Needs('anyone')
  @Mutation()
  async completeSignIn(_: unknown, { input }: MutationCompleteSignInArgs, ctx: Ctx) {
    const outcome = await this.signIns.complete(ctx, halfOpenIn(ctx), input.code);
    if (outcome.kind === 'codeRefused') return codeRefusedProblem();
    if (outcome.kind === 'expired') return signInExpiredProblem();
    settle(ctx, outcome);
    return completeSignInSuccess({ viewer: VIEWER });
  }

  @Needs('account')
  @Mutation()
  async proposeTotp(_: unknown, { input }: MutationProposeTotpArgs, ctx: Ctx) {
    const outcome = await this.factors.propose(ctx, accountOf(ctx), input.password);
    switch (outcome.kind) {
      case 'proposed':
        return proposeTotpSuccess(outcome);
      case 'alreadyOn':
        return totpAlreadyOnProblem();
      case 'passwordRefused':
        return credentialsRefusedProblem();
    }
  }

  @Needs('account')
  @Mutation()
  async confirmTotp(_: unknown, { input }: MutationConfirmTotpArgs, ctx: Ctx) {
    const outcome = await this.factors.confirm(ctx, accountOf(ctx), input.code.replaceAll(/\s/g, ''));
    if (outcome.kind === 'codeRefused') return codeRefusedProblem();
    return confirmTotpSuccess({ recoveryCodes: [...outcome.recoveryCodes], signInSecurity: accountOf(ctx) });
  }

  @Needs('account')
  @Mutation()
  async makeRecoveryCodes(_: unknown, { input }: MutationMakeRecoveryCodesArgs, ctx: Ctx) {
    const outcome = await this.factors.makeCodes(ctx, accountOf(ctx), input);
    if (outcome.kind === 'passwordRefused') return credentialsRefusedProblem();
    if (outcome.kind === 'codeRefused') return codeRefusedProblem();
    return makeRecoveryCodesSuccess({ recoveryCodes: [...outcome.recoveryCodes], signInSecurity: accountOf(ctx) });
  }

  @Needs('account')
  @Mutation()
  async turnOffTotp(_: unknown, { input }: MutationTurnOffTotpArgs, ctx: Ctx) {
    const outcome = await this.factors.turnOff(ctx, accountOf(ctx), input);
    if (outcome.kind === 'passwordRefused') return credentialsRefusedProblem();
    if (outcome.kind === 'codeRefused') return codeRefusedProblem();
    return turnOffTotpSuccess({ signInSecurity: accountOf(ctx) });
  }
}

@Resolver('SignInSecurity')
export class SignInSecurityResolver implements SignInSecurityResolvers {
  constructor(
    private readonly db: Database,
    private readonly ceremonies: PasskeyCeremonies,
  ) {}

  @ResolveField()
  async hasPassword({ accountId }: SignInSecurityRow) {
    return (await this.db.repo(AccountRepository).findPasswordHash(accountId)) !== null;
  }

  @ResolveField()
  async totpSince({ accountId }: SignInSecurityRow) {
    return (await this.db.repo(SecondFactorRepository).findTotp(accountId))?.confirmedAt ?? null;
  }

  @ResolveField()
  recoveryCodesLeft({ accountId }: SignInSecurityRow) {
    return this.db.repo(SecondFactorRepository).countCodes(accountId);
  }

  @ResolveField()
  passkeys({ accountId }: SignInSecurityRow) {
    return this.db.repo(PasskeyRepository).listOf(accountId);
  }

  @ResolveField()
  canUsePasskeys() {
    return this.ceremonies.arePossible;
  }
}
