import { Database, ReviewDisagreementRepository } from '@holdout/persistence';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { accountOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  disagreementClosedProblem,
  invalidInputProblem,
  markCalibrationSuccess,
  resolveDisagreementSuccess,
} from '../../generated/outcomes';
import type {
  MutationMarkCalibrationArgs,
  MutationResolveDisagreementArgs,
  MutationResolvers,
  QueryResolvers,
  QueryReviewDisagreementsArgs,
} from '../../generated/resolvers';
import { idOrNotFound } from '../attempt/ids';
import { textIssues, tidy } from '../live/message-text';
import { Calibrating } from './calibrating';
import { levelsOf } from './given-mark';
import { MarkingQueues } from './marking-queues';
import { disagreementView, levelsView } from './marking-view';
import { Resolving } from './resolving';

const MOST_SHOWN = 100;
const NOT_WHOLE = { field: 'levels', code: 'MISSING', limit: null } as const;

/** What reviewers agree on: calibration before the answers, and disagreements after them. */
@Resolver()
export class DecidingResolver
  implements
    Pick<QueryResolvers, 'reviewDisagreements'>,
    Pick<MutationResolvers, 'markCalibration' | 'resolveDisagreement'>
{
  constructor(
    private readonly db: Database,
    private readonly queues: MarkingQueues,
    private readonly calibrating: Calibrating,
    private readonly resolving: Resolving,
  ) {}

  @Needs('reviewer')
  @Query()
  async reviewDisagreements(_: unknown, { queueId }: QueryReviewDisagreementsArgs, ctx: Ctx) {
    const { accountId } = accountOf(ctx);
    const queue = await this.queues.get(queueId);
    const open = await this.db.repo(ReviewDisagreementRepository).listOpen(queue.id, accountId);
    return Promise.all(open.slice(0, MOST_SHOWN).map((each) => disagreementView(this.db, queue, each, accountId)));
  }

  @Needs('reviewer')
  @Mutation()
  async markCalibration(_: unknown, { input }: MutationMarkCalibrationArgs, ctx: Ctx) {
    const queue = await this.queues.get(input.queueId);
    const levels = levelsOf(input.levels) ?? {};
    const marked = await this.calibrating.mark(queue, input.answerId, levels, accountOf(ctx).accountId);
    if (marked === null) return invalidInputProblem({ issues: [NOT_WHOLE] });
    const { entry, agreement, left } = marked;
    const own = { levels: levelsView(marked.levels), agreed: levelsView(entry.agreed), reason: entry.reason };
    return markCalibrationSuccess({ ...own, agreement, left });
  }

  @Needs('reviewer')
  @Mutation()
  async resolveDisagreement(_: unknown, { input }: MutationResolveDisagreementArgs, ctx: Ctx) {
    const { accountId } = accountOf(ctx);
    const queue = await this.queues.get(input.queueId);
    const [reason, levels] = [tidy(input.reason), levelsOf(input.levels) ?? {}];
    const issues = textIssues(reason, { mayBeEmpty: false, field: 'reason' });
    if (issues.length > 0) return invalidInputProblem({ issues });
    const given = { disagreementId: idOrNotFound(input.disagreementId), levels, reason };
    const by = { organizationId: queue.organizationId, accountId };
    const outcome = await this.resolving.resolve(queue, given, by);
    if (outcome === 'notWhole') return invalidInputProblem({ issues: [NOT_WHOLE] });
    if (outcome === 'closed') return disagreementClosedProblem();
    const view = await this.queues.view(queue, accountId);
    return resolveDisagreementSuccess({ isDecided: outcome === 'decided', queue: view });
  }
}
