import { Mutation, Resolver } from '@nestjs/graphql';
import { accountOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  addPasskeySuccess,
  credentialsRefusedProblem,
  invalidInputProblem,
  passkeyRefusedProblem,
  removePasskeySuccess,
  signInWithPasskeySuccess,
  startPasskeySetupSuccess,
  startPasskeySignInSuccess,
} from '../../generated/outcomes';
import type {
  MutationAddPasskeyArgs,
  MutationRemovePasskeyArgs,
  MutationResolvers,
  MutationSignInWithPasskeyArgs,
  MutationStartPasskeySetupArgs,
} from '../../generated/resolvers';
import { VIEWER } from '../identity/viewer.resolver';
import { PasskeyCeremonies } from './passkey-ceremonies';
import { PasskeySignIn } from './passkey-sign-in';
import { Passkeys } from './passkeys';
import { halfOpenIn, settle } from './sign-in-cookies';
import { SignIns } from './sign-ins';

const COOKIE = 'passkey';

@Resolver()
export class PasskeyResolver implements Pick<
  MutationResolvers,
  'startPasskeySetup' | 'addPasskey' | 'removePasskey' | 'startPasskeySignIn' | 'signInWithPasskey'
> {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly passkeySignIn: PasskeySignIn,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly signIns: SignIns,
  ) {}

  @Needs('account')
  @Mutation()
  async startPasskeySetup(_: unknown, { input }: MutationStartPasskeySetupArgs, ctx: Ctx) {
    const started = await this.passkeys.startSetup(ctx, accountOf(ctx), input.password);
    if (started === null) return credentialsRefusedProblem();
    const { ticket, challenge, user, existing } = started;
    ctx.cookies.set(COOKIE, ticket.value, ticket.expiresAt);
    const known = existing.map(({ credentialId: id, transports }) => ({ id, transports: [...transports] }));
    return startPasskeySetupSuccess({ challenge, rpId: this.ceremonies.rpId, ...user, existing: known });
  }

  @Needs('account')
  @Mutation()
  async addPasskey(_: unknown, { input }: MutationAddPasskeyArgs, ctx: Ctx) {
    const outcome = await this.passkeys.add(ctx, accountOf(ctx), ctx.cookies.get(COOKIE), input);
    if (outcome.kind === 'invalid') return invalidInputProblem(outcome);
    ctx.cookies.clear(COOKIE);
    return outcome.kind === 'added' ? addPasskeySuccess({ signInSecurity: accountOf(ctx) }) : passkeyRefusedProblem();
  }

  @Needs('account')
  @Mutation()
  async removePasskey(_: unknown, { input }: MutationRemovePasskeyArgs, ctx: Ctx) {
    const isTheirs = await this.passkeys.remove(ctx, accountOf(ctx), input);
    return isTheirs ? removePasskeySuccess({ signInSecurity: accountOf(ctx) }) : credentialsRefusedProblem();
  }

  @Needs('anyone')
  @Mutation()
  async startPasskeySignIn(_: unknown, _args: unknown, ctx: Ctx) {
    const { challenge, ticket } = await this.passkeySignIn.start(ctx);
    ctx.cookies.set(COOKIE, ticket.value, ticket.expiresAt);
    const allowed = await this.signIns.passkeysIn(halfOpenIn(ctx));
    return startPasskeySignInSuccess({ challenge, rpId: this.ceremonies.rpId, allowed: [...allowed] });
  }

  @Needs('anyone')
  @Mutation()
  async signInWithPasskey(_: unknown, { input }: MutationSignInWithPasskeyArgs, ctx: Ctx) {
    const cookies = { challenge: ctx.cookies.get(COOKIE), halfOpen: halfOpenIn(ctx) };
    const entry = await this.passkeySignIn.finish(ctx, cookies, input);
    ctx.cookies.clear(COOKIE);
    if (entry === null) return passkeyRefusedProblem();
    settle(ctx, entry);
    return signInWithPasskeySuccess({ viewer: VIEWER });
  }
}
