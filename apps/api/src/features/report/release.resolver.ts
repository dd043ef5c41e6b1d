import { Mutation, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import { marksMissingProblem, releaseReportsSuccess } from '../../generated/outcomes';
import type { MutationReleaseReportsArgs, MutationResolvers } from '../../generated/resolvers';
import { assessmentId } from '../assessment/assessment.resolver';
import { idOrNotFound } from '../attempt/ids';
import { actorOfAssessment } from '../candidate-invitation/acting';
import { Release } from './release';

@Resolver()
export class ReleaseResolver implements Pick<MutationResolvers, 'releaseReports'> {
  constructor(private readonly release: Release) {}

  @Needs('admin', 'manager')
  @Mutation()
  async releaseReports(_: unknown, { input }: MutationReleaseReportsArgs, ctx: Ctx) {
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const outcome = await this.release.release(by, {
      assessmentId: assessmentId(input.assessmentId),
      attemptIds: input.attemptIds.map(idOrNotFound),
      isProvisional: input.isProvisional ?? false,
    });
    if (outcome.kind === 'marksMissing') return marksMissingProblem({ attemptIds: [...outcome.attemptIds] });
    return releaseReportsSuccess({ releasedCount: outcome.count });
  }
}
