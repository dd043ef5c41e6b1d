// The parts of the product that the bank benchmark runs, in one bundle.
import 'reflect-metadata';

export { drawItems } from '../../apps/api/src/features/attempt/draw.ts';
export { BankLoader } from '../../apps/api/src/features/question-bank/bank-loader.ts';
export { Preparation } from '../../apps/api/src/features/question-bank/preparation.ts';
export { searchWordsIn } from '../../apps/api/src/features/question-bank/search-words.ts';
export { API_TEMPLATE } from '../../apps/api/src/test-api.ts';
export { startScratchPostgres } from '../../libs/testing/src/postgres.ts';
export {
  Database,
  DrawRepository,
  makeDataSource,
  newId,
  QuestionBankRepository,
  systemClock,
} from '../../libs/persistence/src/index.ts';
export { parseSettings } from '../../libs/settings/src/index.ts';
