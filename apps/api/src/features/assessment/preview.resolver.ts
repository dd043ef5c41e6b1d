import { type AttemptId, parseId } from '@holdout/persistence';
import { Mutation, Resolver } from '@nestjs/graphql';
import {
  assessmentNotPublishableProblem,
  assessmentNotReadyProblem,
  invalidInputProblem,
  setPreviewTimeSuccess,
  startAssessmentPreviewSuccess,
} from '../../generated/outcomes';
import type {
  InputIssue,
  MutationResolvers,
  MutationSetPreviewTimeArgs,
  MutationStartAssessmentPreviewArgs,
  StartAssessmentPreviewInput,
} from '../../generated/resolvers';
import { accountOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import { questionOfVersion } from '../question-bank/question-bank.loader';
import { AssessmentPreview } from './assessment-preview';
import { assessmentId } from './assessment.resolver';
import { issueView } from './check-view';
import { PreviewTime } from './preview-time';
import { versionId } from './version.resolver';

@Resolver()
export class PreviewResolver implements Pick<MutationResolvers, 'startAssessmentPreview' | 'setPreviewTime'> {
  constructor(
    private readonly previews: AssessmentPreview,
    private readonly times: PreviewTime,
  ) {}

  @Needs('admin', 'manager', 'author')
  @Mutation()
  async startAssessmentPreview(_: unknown, { input }: MutationStartAssessmentPreviewArgs, ctx: Ctx) {
    const issues = timeIssues(input);
    if (issues.length > 0) return invalidInputProblem({ issues });
    const { seed = null, extraTime = 0, breakSeconds = 0 } = input;
    const outcome = await this.previews.start(
      {
        assessmentId: assessmentId(input.assessmentId),
        versionId: input.versionId ? versionId(input.versionId) : null,
        seed,
        extraTime,
        breakSeconds,
      },
      accountOf(ctx).accountId,
    );
    switch (outcome.kind) {
      case 'started':
        return startAssessmentPreviewSuccess({ attempt: outcome.attempt });
      case 'notPublishable':
        return assessmentNotPublishableProblem({ issues: outcome.issues.map(issueView) });
      case 'notReady':
        return assessmentNotReadyProblem({
          waiting: await Promise.all(outcome.versionIds.map((id) => ctx.loaders.of(questionOfVersion).load(id))),
        });
    }
  }

  @Needs('admin', 'manager', 'author')
  @Mutation()
  async setPreviewTime(_: unknown, { input }: MutationSetPreviewTimeArgs, ctx: Ctx) {
    const attemptId = parseId<AttemptId>(input.attemptId);
    if (attemptId === null) return setPreviewTimeSuccess({ attempt: null });
    const wish = { assessmentId: assessmentId(input.assessmentId), attemptId, secondsLeft: input.secondsLeft };
    return setPreviewTimeSuccess({ attempt: await this.times.set(wish, accountOf(ctx).accountId) });
  }
}

/** The bounds of a candidate's accommodations. */
function timeIssues({ extraTime = 0, breakSeconds = 0 }: StartAssessmentPreviewInput): InputIssue[] {
  const bound = (field: string, value: number, most: number): InputIssue[] => {
    if (!(value >= 0)) return [{ field, code: 'TOO_SMALL', limit: 0 }];
    return value > most ? [{ field, code: 'TOO_LARGE', limit: most }] : [];
  };
  return [...bound('extraTime', extraTime, 4), ...bound('breakSeconds', breakSeconds, 7200)];
}
