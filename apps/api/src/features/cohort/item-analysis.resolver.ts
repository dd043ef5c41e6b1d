import { Query, Resolver } from '@nestjs/graphql';
import { Needs } from '../../access/needs';
import type { QueryItemOptionsArgs, QueryItemStatisticsArgs, QueryResolvers } from '../../generated/resolvers';
import { assessmentId } from '../assessment/assessment.resolver';
import { ItemAnalysis } from './item-analysis';

/** Statistics of the questions of an assessment, with their keys: for managers and administrators. */
@Resolver()
export class ItemAnalysisResolver implements Pick<QueryResolvers, 'itemStatistics' | 'itemOptions'> {
  constructor(private readonly analysis: ItemAnalysis) {}

  @Needs('admin', 'manager')
  @Query()
  itemStatistics(_: unknown, { assessmentId: id }: QueryItemStatisticsArgs) {
    return this.analysis.of(assessmentId(id));
  }

  @Needs('admin', 'manager')
  @Query()
  itemOptions(_: unknown, { assessmentId: id, questionVersionId }: QueryItemOptionsArgs) {
    return this.analysis.options(assessmentId(id), questionVersionId);
  }
}
