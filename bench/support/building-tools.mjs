// The parts of the product that the benchmark of building runs, in one bundle.
import 'reflect-metadata';

export { BankSearch } from '../../apps/api/src/features/assessment/bank-search.ts';
export { Blueprints } from '../../apps/api/src/features/assessment/blueprints.ts';
export { BankLoader } from '../../apps/api/src/features/question-bank/bank-loader.ts';
export { Preparation } from '../../apps/api/src/features/question-bank/preparation.ts';
export { API_TEMPLATE } from '../../apps/api/src/test-api.ts';
export { EMPTY_DRAFT, TEMPLATES } from '../../libs/assessment/src/index.ts';
export {
  Database,
  makeDataSource,
  newId,
  OrganizationRepository,
  systemClock,
} from '../../libs/persistence/src/index.ts';
export { parseSettings } from '../../libs/settings/src/index.ts';
export { startScratchPostgres } from '../../libs/testing/src/postgres.ts';
