import { Mutation, Resolver, Subscription } from '@nestjs/graphql';
import { attemptHeartbeatSuccess } from '../../../generated/outcomes';
import type {
  AttemptNews as ShownNews,
  MutationAttemptHeartbeatArgs,
  MutationResolvers,
  SubscriptionAttemptNewsArgs,
} from '../../../generated/resolvers';
import { type Ctx, holdersOf } from '../../../access/context';
import { Needs } from '../../../access/needs';
import { notFound } from '../../../platform/app-error';
import { AttemptService } from '../attempt.service';
import { clientId, idOrNotFound } from '../ids';
import { AttemptNews } from './attempt-news';
import { PresenceService } from './presence.service';

@Resolver()
export class PresenceResolver implements Pick<MutationResolvers, 'attemptHeartbeat'> {
  constructor(
    private readonly presence: PresenceService,
    private readonly attempts: AttemptService,
    private readonly news: AttemptNews,
  ) {}

  @Needs('holder')
  @Mutation()
  async attemptHeartbeat(_: unknown, { input }: MutationAttemptHeartbeatArgs, ctx: Ctx) {
    const outcome = await this.presence.beat(holdersOf(ctx), {
      attemptId: idOrNotFound(input.attemptId),
      clientId: clientId(input.clientId),
      itemId: input.itemId ? idOrNotFound(input.itemId) : null,
      takesOver: input.takesOver ?? false,
      sessions: [ctx.candidate?.sessionId ?? null, ctx.sessionId].filter((id) => id !== null),
    });
    if (outcome === null) throw notFound();
    return attemptHeartbeatSuccess(outcome);
  }

  @Needs('holder')
  @Subscription('attemptNews', { resolve: (news: ShownNews) => news })
  async attemptNews(_: unknown, { attemptId }: SubscriptionAttemptNewsArgs, ctx: Ctx) {
    const attempt = await this.attempts.find(idOrNotFound(attemptId), holdersOf(ctx));
    if (attempt === null) throw notFound();
    return this.news.of(attempt.id);
  }
}
