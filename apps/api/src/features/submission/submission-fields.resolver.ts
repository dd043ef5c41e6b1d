import type { Language as BankLanguage } from '@holdout/bank';
import { type SubmissionRow } from '@holdout/persistence';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Language, SubmissionResolvers } from '../../generated/resolvers';
import type { Ctx } from '../../access/context';
import { languageView } from '../question-bank/languages';
import { queuePlaceOf, statedOfVersion } from './submission.loader';
import {
  caseRun,
  gradedVerdictOf,
  gradeReportOf,
  groupVerdicts,
  metricScore,
  runReportOf,
  showsVerdict,
  statusOf,
  verdictOf,
} from './submission-view';

@Resolver('Submission')
export class SubmissionFieldsResolver implements Pick<
  SubmissionResolvers,
  'purpose' | 'language' | 'status' | 'placeInQueue' | 'verdict' | 'groups' | 'metric' | 'cases' | 'earned' | 'possible'
> {
  @ResolveField()
  purpose(submission: SubmissionRow) {
    return submission.purpose === 'run' ? ('RUN' as const) : ('SUBMIT' as const);
  }

  @ResolveField()
  language(submission: SubmissionRow): Language {
    return languageView(submission.language as BankLanguage);
  }

  @ResolveField()
  async status(submission: SubmissionRow, _: unknown, ctx: Ctx) {
    return statusOf(submission, await queuePlaceOf(submission, ctx));
  }

  @ResolveField()
  async placeInQueue(submission: SubmissionRow, _: unknown, ctx: Ctx) {
    if (!showsVerdict(submission)) return null;
    const place = await queuePlaceOf(submission, ctx);
    return place === 'heldUp' ? null : place;
  }

  @ResolveField()
  verdict(submission: SubmissionRow) {
    const verdict = gradedVerdictOf(submission);
    return verdict === null ? null : verdictOf(verdict);
  }

  @ResolveField()
  async groups(submission: SubmissionRow, _: unknown, ctx: Ctx) {
    const report = gradeReportOf(submission);
    if (report === null) return [];
    const { groups, languages } = await ctx.loaders.of(statedOfVersion).load(submission.versionId);
    return groupVerdicts(report, groups, languages[submission.language as BankLanguage]);
  }

  @ResolveField()
  metric(submission: SubmissionRow) {
    const metric = (gradeReportOf(submission) ?? runReportOf(submission))?.metric ?? null;
    return metric === null ? null : metricScore(metric);
  }

  @ResolveField()
  cases(submission: SubmissionRow) {
    return (runReportOf(submission)?.cases ?? []).map(caseRun);
  }

  @ResolveField()
  earned(submission: SubmissionRow) {
    return showsVerdict(submission) ? submission.earned : null;
  }

  @ResolveField()
  possible(submission: SubmissionRow) {
    return showsVerdict(submission) ? submission.possible : null;
  }
}
