import type { Answer } from '@holdout/bank';
import {
  Database,
  type InvitationId,
  type ItemRow,
  type LateAnswerId,
  LateAnswerRepository,
  type LateAnswerRow,
  type LateCursor,
  parseId,
} from '@holdout/persistence';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import { admitLateAnswerSuccess, invalidInputProblem, lateAnswerGoneProblem } from '../../generated/outcomes';
import type {
  LateAnswerResolvers,
  MutationAdmitLateAnswerArgs,
  MutationResolvers,
  QueryLateAnswerArgs,
  QueryLateAnswersArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { AppError, notFound } from '../../platform/app-error';
import { assessmentId } from '../assessment/assessment.resolver';
import { idOrNotFound } from '../attempt/ids';
import { contentOf, SHOWS_ALL } from '../attempt/item-content';
import { shownItem } from '../attempt/item-parts';
import { answerView, responseView } from '../attempt/response-view';
import { actorOfAssessment } from '../candidate-invitation/acting';
import { textIssues, tidy } from '../live/message-text';
import { kindView } from '../question-bank/kind-names';
import { Admitting } from './admitting';
import { itemById, lateAnswerOf } from './late.loader';

const LONGEST_REASON = 500;
const CAUSES = { time: 'TIME', submitted: 'SUBMITTED', left: 'LEFT' } as const;

/** Answers that came after the grace, for administrators and managers. The access table has checked the membership. */
@Resolver('LateAnswer')
export class LateResolver
  implements
    Pick<QueryResolvers, 'lateAnswers' | 'lateAnswer'>,
    Pick<MutationResolvers, 'admitLateAnswer'>,
    Pick<LateAnswerResolvers, 'kind' | 'cause' | 'content' | 'answer' | 'counted' | 'admission'>
{
  constructor(
    private readonly db: Database,
    private readonly admitting: Admitting,
  ) {}

  @Needs('admin', 'manager')
  @Query()
  async lateAnswers(_: unknown, { assessmentId: of, invitationId, first, after }: QueryLateAnswersArgs) {
    const late = this.db.repo(LateAnswerRepository);
    const rows = await late.list({
      assessmentId: assessmentId(of),
      invitationId: invitationId ? (idOrNotFound(invitationId) as InvitationId) : null,
      first: first + 1,
      after: after ? readCursor(after) : null,
    });
    const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
    const pageInfo = { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null };
    return { edges, pageInfo, waitingCount: await late.countWaiting(assessmentId(of)) };
  }

  @Needs('admin', 'manager')
  @Query()
  lateAnswer(_: unknown, { assessmentId: of, id }: QueryLateAnswerArgs) {
    return this.db.repo(LateAnswerRepository).find(assessmentId(of), idOrNotFound(id) as LateAnswerId);
  }

  @Needs('admin', 'manager')
  @Mutation()
  async admitLateAnswer(_: unknown, { input }: MutationAdmitLateAnswerArgs, ctx: Ctx) {
    const reason = tidy(input.reason);
    const issues = textIssues(reason, { field: 'reason', longest: LONGEST_REASON, mayBeEmpty: false });
    if (issues.length > 0) return invalidInputProblem({ issues });
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const id = idOrNotFound(input.revisionId) as LateAnswerId;
    const lateAnswer = await this.admitting.admit(by, { assessmentId: assessmentId(input.assessmentId), id, reason });
    return lateAnswer === null ? lateAnswerGoneProblem() : admitLateAnswerSuccess({ lateAnswer });
  }

  @ResolveField()
  kind({ kind }: LateAnswerRow) {
    return kindView(kind);
  }

  @ResolveField()
  cause({ cause }: LateAnswerRow) {
    return CAUSES[cause];
  }

  @ResolveField()
  async content({ itemId }: LateAnswerRow, _: unknown, ctx: Ctx) {
    return contentOf(await itemOf(itemId, ctx), SHOWS_ALL, null);
  }

  @ResolveField()
  async answer({ id, itemId }: LateAnswerRow, _: unknown, ctx: Ctx) {
    const answer = await ctx.loaders.of(lateAnswerOf).load(id);
    if (answer === null) throw notFound();
    return answerView(shownItem(await itemOf(itemId, ctx)), answer as Answer);
  }

  @ResolveField()
  async counted({ itemId }: LateAnswerRow, _: unknown, ctx: Ctx) {
    return responseView(await itemOf(itemId, ctx));
  }

  @ResolveField()
  admission({ admittedAt, admittedBy, reason }: LateAnswerRow) {
    return admittedAt === null || reason === null ? null : { admittedAt, admittedBy, reason };
  }
}

async function itemOf(itemId: string, ctx: Ctx): Promise<ItemRow> {
  const item = await ctx.loaders.of(itemById).load(itemId);
  if (item === null) throw notFound();
  return item;
}

const cursorOf = ({ arrivedAt, id }: LateCursor): string =>
  Buffer.from(`${arrivedAt.toISOString()} ${id}`).toString('base64url');

/** Throws BAD_INPUT for a text that is no cursor. */
function readCursor(cursor: string): LateCursor {
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const arrivedAt = new Date(time);
  if (Number.isNaN(arrivedAt.getTime()) || parseId(id) === null)
    throw new AppError('BAD_INPUT', 'The cursor is not one of this list. Start again from its first page.');
  return { arrivedAt, id };
}
