import { Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  finishSingleSignOnSuccess,
  secondFactorNeededProblem,
  singleSignOnRefusedProblem,
  startSingleSignOnSuccess,
} from '../../generated/outcomes';
import type {
  MutationFinishSingleSignOnArgs,
  MutationResolvers,
  MutationStartSingleSignOnArgs,
  QueryResolvers,
  QuerySignInWaysArgs,
} from '../../generated/resolvers';
import { VIEWER } from '../identity/viewer.resolver';
import { settle } from '../second-factor/sign-in-cookies';
import { SingleSignOn } from './single-sign-on';
import { SingleSignOnReturn } from './single-sign-on-return';

const COOKIE = 'single-sign-on';

@Resolver()
export class SingleSignOnResolver
  implements Pick<QueryResolvers, 'signInWays'>, Pick<MutationResolvers, 'startSingleSignOn' | 'finishSingleSignOn'>
{
  constructor(
    private readonly singleSignOn: SingleSignOn,
    private readonly wayBack: SingleSignOnReturn,
  ) {}

  @Needs('anyone')
  @Query()
  async signInWays(_: unknown, { email }: QuerySignInWaysArgs, ctx: Ctx) {
    return { singleSignOn: await this.singleSignOn.offerFor(ctx, email) };
  }

  @Needs('anyone')
  @Mutation()
  async startSingleSignOn(_: unknown, { input }: MutationStartSingleSignOnArgs, ctx: Ctx) {
    const outcome = await this.singleSignOn.start(ctx, { email: input.email, from: input.from ?? '/' });
    if (outcome.kind === 'refused') return singleSignOnRefusedProblem(outcome);
    ctx.cookies.set(COOKIE, outcome.ticket.value, outcome.ticket.expiresAt);
    return startSingleSignOnSuccess({ address: outcome.address });
  }

  @Needs('anyone')
  @Mutation()
  async finishSingleSignOn(_: unknown, { input }: MutationFinishSingleSignOnArgs, ctx: Ctx) {
    const outcome = await this.wayBack.finish(ctx, ctx.cookies.get(COOKIE), input.parameters);
    if (outcome.kind === 'refused') return singleSignOnRefusedProblem(outcome);
    ctx.cookies.clear(COOKIE);
    const ways = settle(ctx, outcome.entry);
    if (ways) return secondFactorNeededProblem({ ways: [...ways] });
    return finishSingleSignOnSuccess({ viewer: VIEWER, from: outcome.from });
  }
}
