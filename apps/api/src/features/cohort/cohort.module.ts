import { Module } from '@nestjs/common';
import type { Ctx } from '../../access/context';
import { Downloads } from '../../platform/http/downloads';
import { Cohorts } from './cohort.service';
import { CohortExport } from './cohort-export';
import { CohortResolver } from './cohort.resolver';
import { CohortStatistics } from './cohort-statistics';
import { DecisionResolver } from './decision.resolver';
import { ItemAnalysis } from './item-analysis';
import { ItemAnalysisResolver } from './item-analysis.resolver';
import { Decisions } from './decisions';

const CSV = { name: 'cohort.csv', type: 'text/csv; charset=utf-8' } as const;
const JSON_FILE = { name: 'cohort.json', type: 'application/json; charset=utf-8' } as const;

/** The people who took an assessment: table, comparison, decisions and statistics. */
@Module({
  providers: [
    CohortExport,
    CohortResolver,
    Cohorts,
    CohortStatistics,
    DecisionResolver,
    Decisions,
    ItemAnalysis,
    ItemAnalysisResolver,
  ],
  exports: [CohortStatistics],
})
export class CohortModule {
  constructor(downloads: Downloads, cohort: CohortExport) {
    downloads.add({ ...CSV, open: (query, context) => cohort.csv(query, context as Ctx) });
    downloads.add({ ...JSON_FILE, open: (query, context) => cohort.json(query, context as Ctx) });
  }
}
