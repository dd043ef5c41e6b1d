import { parseId } from '@holdout/persistence';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Correction } from '@holdout/persistence';
import type { Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import { correctItemSuccess, invalidInputProblem } from '../../generated/outcomes';
import type {
  ItemCorrectionKind,
  MutationCorrectItemArgs,
  MutationResolvers,
  QueryItemCorrectionsArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { assessmentId } from '../assessment/assessment.resolver';
import { actorOfAssessment } from '../candidate-invitation/acting';
import { tidy } from '../live/message-text';
import { Corrections } from './corrections';

const SHOWN = { withdrawn: 'WITHDRAWN', rekeyed: 'REKEYED', restored: 'RESTORED' } as const;
const STORED = { WITHDRAWN: 'withdrawn', REKEYED: 'rekeyed', RESTORED: 'restored' } as const;

@Resolver('ItemCorrection')
export class CorrectionResolver
  implements Pick<MutationResolvers, 'correctItem'>, Pick<QueryResolvers, 'itemCorrections'>
{
  constructor(private readonly corrections: Corrections) {}

  @Needs('admin', 'manager', 'recruiter')
  @Query()
  itemCorrections(_: unknown, { assessmentId: id }: QueryItemCorrectionsArgs) {
    return this.corrections.list(assessmentId(id));
  }

  @Needs('admin', 'manager')
  @Mutation()
  async correctItem(_: unknown, { input }: MutationCorrectItemArgs, ctx: Ctx) {
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const questionVersionId = parseId(input.questionVersionId);
    if (questionVersionId === null) throw notFound();
    const corrected = await this.corrections.correct(by, {
      assessmentId: assessmentId(input.assessmentId),
      questionVersionId,
      kind: STORED[input.kind],
      key: input.key ?? null,
      reason: tidy(input.reason),
    });
    return 'id' in corrected
      ? correctItemSuccess({ correction: corrected })
      : invalidInputProblem({ issues: [...corrected] });
  }

  @ResolveField()
  kind({ kind }: Correction): ItemCorrectionKind {
    return SHOWN[kind];
  }
}
