// The parts of the product that the benchmark of reports runs, in one bundle.
import 'reflect-metadata';

export { cohortEntryOf } from '../../apps/api/src/features/attempt/cohort-entry.ts';
export { Cohorts } from '../../apps/api/src/features/cohort/cohort.service.ts';
export { CohortStatistics } from '../../apps/api/src/features/cohort/cohort-statistics.ts';
export { ItemAnalysis } from '../../apps/api/src/features/cohort/item-analysis.ts';
export { simulateCohort } from '../../apps/api/src/features/demo/simulated/simulate-cohort.ts';
export { simulatedRows } from '../../apps/api/src/features/demo/simulated/simulated-rows.ts';
export { API_TEMPLATE } from '../../apps/api/src/test-api.ts';
export { EMPTY_DRAFT } from '../../libs/assessment/src/index.ts';
export { rngOf } from '../../libs/bank/src/index.ts';
export {
  CohortEntryRepository,
  Database,
  makeDataSource,
  newId,
  OrganizationRepository,
  SimulatedCohortRepository,
  systemClock,
} from '../../libs/persistence/src/index.ts';
export { startScratchPostgres } from '../../libs/testing/src/postgres.ts';
