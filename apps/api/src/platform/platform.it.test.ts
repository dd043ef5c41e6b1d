import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../test-api';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
});
afterAll(() => api.stop());

test('a visitor is neither guest nor account', async () => {
  const answer = await new GraphQLClient(api.url).ask('{ viewer { isGuest account { id } } }');
  expect(answer).toEqual({ viewer: { isGuest: false, account: null } });
});
