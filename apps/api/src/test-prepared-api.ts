import { GradeIntake } from './features/submission/grade-intake';
import { startTestApi, type TestApi, type TestApiOptions } from './test-api';
import { TestGrader } from './test-grader';

/** Starts the API with the public bank, every variant drawn and every case made: all of it can be practised. */
export async function startPreparedApi(
  scratch: Parameters<typeof startTestApi>[0],
  options: TestApiOptions = {},
): Promise<TestApi> {
  const environment = { HOLDOUT_BANKS: 'bank', ...options.environment };
  const api = await startTestApi(scratch, { ...options, environment });
  const grader = new TestGrader(scratch.url);
  await grader.prepareAll();
  await grader.close();
  await api.app.get(GradeIntake).takeAll();
  return api;
}
