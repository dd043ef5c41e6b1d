import { ApolloClient, InMemoryCache } from '@apollo/client';
import { FakeApi } from '../../testing/fake-api';
import { BUILDER } from './builder-query';
import { sendDraft, serverDraft } from './send-draft';
import { DRAFT, stateView } from './test-builder';

test('after a save the cache has the saved draft, with which the page to publish it begins', async () => {
  const first = stateView({ draft: { ...DRAFT, sections: [] }, revision: 1 });
  const saved = stateView({ draft: DRAFT, revision: 2 });
  const api = new FakeApi({
    Builder: () => ({ assessmentDraft: first }),
    SaveDraft: () => ({ saveAssessmentDraft: { __typename: 'SaveAssessmentDraftSuccess', state: saved } }),
  });
  const client = new ApolloClient({ link: api.link, cache: new InMemoryCache() });
  const variables = { id: 'a' };
  await client.query({ query: BUILDER, variables });
  await sendDraft(client, 'a', { draft: DRAFT, basedOn: 1 });
  const { data } = await client.query({ query: BUILDER, variables, fetchPolicy: 'cache-only' });
  expect(data && serverDraft(data.assessmentDraft)).toMatchObject({ revision: 2, draft: DRAFT });
});
