import { AttemptScoreRepository, CorrectionRepository, Database, ReportRepository } from '@holdout/persistence';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import { organizationOfAttempt } from '../../access/organization-of';
import type { QueryReportArgs, QueryResolvers, ReportResolvers, ReportScoreCause } from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { endedByView } from '../attempt/attempt.resolver';
import { idOrNotFound } from '../attempt/ids';
import { reportEvents } from './absences';
import { type ReportRow, Reports } from './reports';
import { dayOf } from './shown-times';

const AFTER_RELEASE = { nothing: 'NOTHING', score: 'SCORE', answers: 'ANSWERS' } as const;

/** A report as members of the organization see it. The access table has checked the membership. */
@Resolver('Report')
export class ReportResolver
  implements
    Pick<QueryResolvers, 'report'>,
    Pick<
      ReportResolvers,
      | 'assessmentTitle'
      | 'candidateName'
      | 'candidateEmail'
      | 'endedOn'
      | 'endedBy'
      | 'releasedAt'
      | 'afterRelease'
      | 'earned'
      | 'possible'
      | 'pending'
      | 'history'
      | 'corrections'
      | 'events'
    >
{
  constructor(
    private readonly db: Database,
    private readonly reports: Reports,
  ) {}

  @Needs('admin', 'manager', 'recruiter')
  @Query()
  async report(_: unknown, { attemptId: id }: QueryReportArgs, ctx: Ctx) {
    const organization = await organizationOfAttempt(id, ctx);
    if (organization === null) throw notFound();
    const { roles } = await getMembership(ctx, organization);
    const showsKeys = roles.includes('admin') || roles.includes('manager');
    return this.reports.find(idOrNotFound(id), ctx, showsKeys);
  }

  @ResolveField()
  assessmentTitle({ content }: ReportRow) {
    return content.title;
  }

  @ResolveField()
  candidateName({ name }: ReportRow) {
    return name;
  }

  @ResolveField()
  candidateEmail({ email }: ReportRow) {
    return email;
  }

  @ResolveField()
  endedOn({ attempt }: ReportRow) {
    return dayOf(attempt.endedAt ?? attempt.startedAt);
  }

  @ResolveField()
  endedBy({ attempt }: ReportRow) {
    return endedByView(attempt) ?? 'CLOCK';
  }

  @ResolveField()
  releasedAt({ attempt }: ReportRow) {
    return attempt.releasedAt;
  }

  @ResolveField()
  afterRelease({ content }: ReportRow) {
    return AFTER_RELEASE[content.rules.afterRelease];
  }

  @ResolveField()
  earned({ score }: ReportRow) {
    return score.earned;
  }

  @ResolveField()
  possible({ score }: ReportRow) {
    return score.possible;
  }

  @ResolveField()
  pending({ score }: ReportRow) {
    return score.pending;
  }

  @ResolveField()
  async history({ attemptId }: ReportRow) {
    const scores = await this.db.repo(AttemptScoreRepository).listHistory(attemptId);
    return scores.map(({ number, earned, possible, pending, cause, reason, scoredAt }) => ({
      ...{ number, earned, possible, pending, reason },
      cause: cause.toUpperCase() as ReportScoreCause,
      scoredOn: dayOf(scoredAt),
    }));
  }

  @ResolveField()
  async corrections({ assessmentId, score }: ReportRow) {
    const given = new Set(score.items.map(({ questionVersionId }) => questionVersionId));
    const all = await this.db.repo(CorrectionRepository).list(assessmentId);
    return all.filter(({ questionVersionId }) => given.has(questionVersionId));
  }

  @ResolveField()
  async events({ attemptId, items }: ReportRow) {
    const recorded = await this.db.repo(ReportRepository).listEvents(attemptId);
    const positions = new Map(items.map(({ points }) => [points.itemId, points.position]));
    return reportEvents(recorded, (itemId) => positions.get(itemId) ?? null);
  }
}
