import {
  type AssessmentVersionId,
  AssessmentVersionRepository,
  type AssessmentVersionRow,
  Database,
  parseId,
} from '@holdout/persistence';
import { Mutation, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import {
  assessmentNotPublishableProblem,
  assessmentUnchangedProblem,
  publishAssessmentSuccess,
  retryAssessmentPreparationSuccess,
} from '../../generated/outcomes';
import type {
  AssessmentVersionResolvers,
  MutationPublishAssessmentArgs,
  MutationResolvers,
  MutationRetryAssessmentPreparationArgs,
  QueryAssessmentVersionArgs,
  QueryResolvers,
  SubscriptionAssessmentVersionChangedArgs,
} from '../../generated/resolvers';
import { accountOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import { notFound } from '../../platform/app-error';
import { questionOfVersion } from '../question-bank/question-bank.loader';
import { needsOfVersion } from './assessment.loader';
import { assessmentId } from './assessment.resolver';
import { issueView } from './check-view';
import { staleView } from './draft.resolver';
import { settingsView } from './draft-view';
import { Publishing } from './publishing';
import { VersionWatch } from './version-watch';

/** The id of a version that the access table has found. */
export const versionId = (id: string): AssessmentVersionId => {
  const known = parseId<AssessmentVersionId>(id);
  if (known === null) throw notFound();
  return known;
};

@Resolver('AssessmentVersion')
export class VersionResolver
  implements
    Pick<QueryResolvers, 'assessmentVersion'>,
    Pick<MutationResolvers, 'publishAssessment' | 'retryAssessmentPreparation'>,
    Pick<AssessmentVersionResolvers, 'title' | 'preparation' | 'settings' | 'sections'>
{
  constructor(
    private readonly db: Database,
    private readonly publishing: Publishing,
    private readonly watch: VersionWatch,
  ) {}

  @Needs('admin', 'manager', 'author')
  @Query()
  assessmentVersion(_: unknown, { id }: QueryAssessmentVersionArgs) {
    return this.db.repo(AssessmentVersionRepository).get(versionId(id));
  }

  @Needs('admin', 'manager')
  @Mutation()
  async publishAssessment(_: unknown, { input }: MutationPublishAssessmentArgs, ctx: Ctx) {
    const id = assessmentId(input.assessmentId);
    const outcome = await this.publishing.publish(id, input.revision, accountOf(ctx).accountId);
    switch (outcome.kind) {
      case 'published':
        return publishAssessmentSuccess(outcome);
      case 'notPublishable':
        return assessmentNotPublishableProblem({ issues: outcome.issues.map(issueView) });
      case 'stale':
        return staleView({ ...outcome, base: null });
      case 'unchanged':
        return assessmentUnchangedProblem(outcome);
    }
  }

  @Needs('admin', 'manager')
  @Mutation()
  async retryAssessmentPreparation(_: unknown, { input }: MutationRetryAssessmentPreparationArgs) {
    return retryAssessmentPreparationSuccess({ version: await this.publishing.retry(versionId(input.versionId)) });
  }

  @Needs('admin', 'manager', 'author')
  @Subscription('assessmentVersionChanged', { resolve: (version: AssessmentVersionRow) => version })
  assessmentVersionChanged(_: unknown, { id }: SubscriptionAssessmentVersionChangedArgs) {
    return this.watch.changes(versionId(id));
  }

  @ResolveField()
  title({ content }: AssessmentVersionRow): string {
    return content.title;
  }

  @ResolveField()
  async preparation({ id }: AssessmentVersionRow, _: unknown, ctx: Ctx) {
    // A subscription resolves it again and again in one context.
    const needs = await ctx.loaders.of(needsOfVersion).clear(id).load(id);
    const failed = needs.filter(({ failure }) => failure !== null);
    return {
      total: needs.length,
      done: needs.filter(({ isDone }) => isDone).length,
      failed: failed.length,
      failures: await Promise.all(
        failed.map(async ({ questionVersionId, failure }) => ({
          question: await ctx.loaders.of(questionOfVersion).load(questionVersionId),
          reason: failure ?? '',
        })),
      ),
    };
  }

  @ResolveField()
  settings({ content }: AssessmentVersionRow) {
    return { ...settingsView(content), sections: [] };
  }

  @ResolveField()
  sections({ content }: AssessmentVersionRow, _: unknown, ctx: Ctx) {
    const questions = (ids: readonly string[]) =>
      Promise.all(ids.map((id) => ctx.loaders.of(questionOfVersion).load(id)));
    return Promise.all(
      content.sections.map(async ({ id, title, minutes, entries }) => ({
        id,
        title,
        minutes,
        entries: await Promise.all(
          entries.map(async (entry) => ({
            id: entry.id,
            weight: entry.weight,
            draw: entry.kind === 'pool' ? entry.draw : 1,
            unseenOnly: entry.kind === 'pool' && entry.unseenOnly,
            questions: await questions(entry.kind === 'pool' ? entry.questionVersionIds : [entry.questionVersionId]),
          })),
        ),
      })),
    );
  }
}
