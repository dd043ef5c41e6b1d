import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { PASSWORD, TestAccounts } from '../../test-accounts';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

let api: TestApi;
let accounts: TestAccounts;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment: { FOUNDING: 'anyone' } });
  accounts = new TestAccounts(api);
});
afterAll(() => api.stop());

const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
const REFUSAL = '{ foundingRefusal }';
const FOUND = `mutation ($input: FoundOrganizationInput!) { foundOrganization(input: $input) { __typename
  ... on FoundOrganizationSuccess { organization { slug name viewerRoles timeZone } }
  ... on InvalidInputProblem { issues { field code } } ... on SlugTakenProblem { isReserved suggestion }
  ... on FoundingRefusedProblem { reason } } }`;
const CHANGE = `mutation ($input: ChangeOrganizationInput!) { changeOrganization(input: $input) { __typename
  ... on ChangeOrganizationSuccess { organization { slug name contactEmail timeZone dateLocale } }
  ... on InvalidInputProblem { issues { field code } } ... on SlugTakenProblem { isReserved suggestion } } }`;
const BY_SLUG = 'query ($slug: String!) { organization(slug: $slug) { slug name } }';

const aPerson = async (): Promise<GraphQLClient> => accounts.signedIn(await accounts.make());

type Found = { readonly foundOrganization: { readonly __typename: string } };
const found = (client: GraphQLClient, name: string, slug: string) =>
  client.ask<Found>(FOUND, { input: { name, slug } });

test('a person with a proven address founds an organization and administers it', async () => {
  const client = await aPerson();
  expect(await client.ask(REFUSAL)).toEqual({ foundingRefusal: null });
  expect(await found(client, '  Acme   Ltd ', 'acme')).toEqual({
    foundOrganization: {
      __typename: 'FoundOrganizationSuccess',
      organization: { slug: 'acme', name: 'Acme Ltd', viewerRoles: ['ADMIN'], timeZone: 'UTC' },
    },
  });
});

test('an address that is not proven, and more than three organizations a day, are refused', async () => {
  const unproven = new GraphQLClient(api.url);
  await unproven.ask(SIGN_UP, { input: { email: 'unproven@x.example', password: PASSWORD, displayName: 'U' } });
  expect(await unproven.ask(REFUSAL)).toEqual({ foundingRefusal: 'ADDRESS_NOT_PROVEN' });
  expect(await found(unproven, 'Umbra', 'umbra')).toMatchObject({
    foundOrganization: { reason: 'ADDRESS_NOT_PROVEN' },
  });
  const client = await aPerson();
  for (const number of [1, 2, 3]) await found(client, `Many ${number}`, `many-${number}`);
  expect(await found(client, 'Many 4', 'many-4')).toMatchObject({ foundOrganization: { reason: 'TOO_MANY' } });
});

test('a slug that is taken or reserved comes with a free one like it', async () => {
  const client = await aPerson();
  await found(client, 'Taken', 'taken');
  expect(await found(client, 'Other', 'taken')).toMatchObject({
    foundOrganization: { __typename: 'SlugTakenProblem', isReserved: false, suggestion: 'taken-2' },
  });
  expect(await found(client, 'Other', 'admin')).toMatchObject({
    foundOrganization: { isReserved: true, suggestion: 'admin-2' },
  });
});

test('two people who take one slug at the same time: one has it, the other is told', async () => {
  const [one, other] = [await aPerson(), await aPerson()];
  const answers = await Promise.all([found(one, 'Race one', 'race'), found(other, 'Race other', 'race')]);
  const kinds = answers.map(({ foundOrganization }) => foundOrganization.__typename);
  expect(kinds.sort()).toEqual(['FoundOrganizationSuccess', 'SlugTakenProblem']);
});

test.each([
  ['an empty name', '', 'fine', [{ field: 'name', code: 'MISSING' }]],
  ['a zero-width character', 'Ac\u200bme', 'fine', [{ field: 'name', code: 'MALFORMED' }]],
  ['a bidirectional mark', 'Acme \u202egnp', 'fine', [{ field: 'name', code: 'MALFORMED' }]],
  ['letters of two alphabets in a word', 'Aсme', 'fine', [{ field: 'name', code: 'MALFORMED' }]],
  ['the look of an existing name', 'Асе', 'fine', [{ field: 'name', code: 'LOOKS_LIKE_ANOTHER' }]],
  ['a slug with other signs', 'Fine', 'Not Fine', [{ field: 'slug', code: 'MALFORMED' }]],
  ['a slug of one letter', 'Fine', 'f', [{ field: 'slug', code: 'TOO_SHORT' }]],
  ['a slug that is too long', 'Fine', 'f'.repeat(61), [{ field: 'slug', code: 'TOO_LONG' }]],
])('%s is refused', async (_what, name, slug, issues) => {
  const client = await aPerson();
  await found(client, 'Ace', 'ace-of-all');
  expect(await found(client, name, slug)).toMatchObject({ foundOrganization: { issues } });
});

test('a renamed organization is found by its earlier slug, which nobody else can take', async () => {
  const client = await aPerson();
  await found(client, 'Old name', 'old-slug');
  const settings = { contactEmail: ' Jobs@X.example ', timeZone: 'Europe/Berlin', dateLocale: 'de-DE' };
  const input = { slug: 'old-slug', newSlug: 'new-slug', name: 'New name', ...settings };
  expect(await client.ask(CHANGE, { input })).toMatchObject({
    changeOrganization: {
      organization: { ...settings, slug: 'new-slug', name: 'New name', contactEmail: 'jobs@x.example' },
    },
  });
  expect(await client.ask(BY_SLUG, { slug: 'old-slug' })).toEqual({
    organization: { slug: 'new-slug', name: 'New name' },
  });
  expect(await found(await aPerson(), 'Squatter', 'old-slug')).toMatchObject({
    foundOrganization: { __typename: 'SlugTakenProblem' },
  });
  const back = { ...input, slug: 'new-slug', newSlug: 'old-slug' };
  expect(await client.ask(CHANGE, { input: back })).toMatchObject({
    changeOrganization: { organization: { slug: 'old-slug' } },
  });
});

test('settings that do not exist are refused', async () => {
  const client = await aPerson();
  await found(client, 'Settings', 'settings-test');
  const input = { slug: 'settings-test', newSlug: 'settings-test', name: 'Settings', contactEmail: 'nobody' };
  expect(await client.ask(CHANGE, { input: { ...input, timeZone: 'Mars/Base', dateLocale: 'xx' } })).toMatchObject({
    changeOrganization: {
      issues: [
        { field: 'contactEmail', code: 'MALFORMED' },
        { field: 'timeZone', code: 'UNKNOWN' },
        { field: 'dateLocale', code: 'UNKNOWN' },
      ],
    },
  });
});
