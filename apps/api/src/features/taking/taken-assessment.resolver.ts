import { policyOf } from '@holdout/assessment';
import type { AttemptRow } from '@holdout/persistence';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import type { AttemptResolvers } from '../../generated/resolvers';
import { rulesView } from './invited-view';
import { contentOfAttempt } from './taking.loader';

/** What an attempt tells its candidate about the assessment. */
@Resolver('Attempt')
export class TakenAssessmentResolver implements Pick<AttemptResolvers, 'assessment'> {
  @ResolveField()
  async assessment(attempt: AttemptRow, _: unknown, ctx: Ctx) {
    const { id, organizationId } = attempt;
    const taken = organizationId === null ? null : await ctx.loaders.of(contentOfAttempt).load(id);
    if (taken === null) return null;
    const { content, organizationName } = taken;
    const { mayGoBack } = policyOf(attempt);
    return { title: content.title, organizationName, ...rulesView(content), mayGoBack };
  }
}
