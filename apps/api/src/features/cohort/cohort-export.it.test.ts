import { TestTaking } from '../taking/test-taking';
import { addPeople, placeOf } from './test-cohort';

const STATISTICS = `query ($assessmentId: ID!) { itemStatistics(assessmentId: $assessmentId) { attempts distribution
  form { n mean alpha { kind value low high n needed } } items { flags facility { kind value n needed } itemRest { kind n needed }
    notReached { kind value } } } }`;
const SAVE = `mutation ($input: SaveCohortViewInput!) { saveCohortView(input: $input) { __typename
  ... on SaveCohortViewSuccess { view { id name query } } ... on InvalidInputProblem { issues { field code } } } }`;
const VIEWS = 'query ($assessmentId: ID!) { cohortViews(assessmentId: $assessmentId) { name query } }';
const TOKEN = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) {
  ... on CreateApiTokenSuccess { token } } }`;

type Statistics = {
  readonly attempts: number;
  readonly distribution: readonly number[];
  readonly form: { readonly n: number; readonly alpha: { readonly kind: string; readonly needed: number | null } };
  readonly items: readonly {
    readonly facility: { readonly kind: string; readonly value: number | null };
    readonly itemRest: { readonly kind: string };
    readonly notReached: { readonly value: number | null };
  }[];
};

const t = new TestTaking();
let assessmentId: string;

beforeAll(async () => {
  await t.begin();
  const place = await placeOf(t.api, t.organizationId, t.versionId);
  assessmentId = place.assessmentId;
  await addPeople(t.api, place, {
    people: 130,
    items: 6,
    named: (index) => (index === 0 ? '=SUM(1+1)' : `Person ${index}`),
    // Nobody reached the last item, and everyone has the first one right.
    scored: (score) => ({
      ...score,
      items: score.items.map((item, at) => {
        if (at === 5) return { ...item, earned: 0, state: 'notReached' as const };
        return at === 0 ? { ...item, earned: 1, state: 'answered' as const } : item;
      }),
    }),
  });
});
afterAll(() => t.end());

test('by token the files have every row, no formula, and no time or rank', async () => {
  const manager = await t.member('manager');
  const input = { slug: 'acme', name: 'A script', scopes: ['READ'], days: 1 };
  const { createApiToken } = await manager.ask<{ createApiToken: { token: string } }>(TOKEN, { input });
  const headers = { authorization: `Bearer ${createApiToken.token}` };
  const file = async (name: string) => fetch(`${t.api.url}/exports/${name}?assessmentId=${assessmentId}`, { headers });
  const [header, ...rows] = (await (await file('cohort.csv')).text()).trim().split('\n');
  expect(rows).toHaveLength(130);
  expect(rows.filter((row) => row.startsWith('='))).toEqual([]);
  expect(rows.some((row) => row.startsWith("'=SUM"))).toBe(true);
  expect(header).not.toMatch(/second|start|duration|rank|allowance/i);
  const all = (await (await file('cohort.json')).json()) as { readonly name: string; readonly endedOn: string }[];
  expect(all).toHaveLength(130);
  expect(all[0]?.endedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(JSON.stringify(all)).not.toContain('NaN');
});

test('an item that nobody reached, and one that all have right, have figures or a reason for none', async () => {
  const manager = await t.member('admin');
  const { itemStatistics } = await manager.ask<{ itemStatistics: Statistics }>(STATISTICS, { assessmentId });
  const { items, attempts, form, distribution } = itemStatistics;
  expect([attempts, form.n, form.alpha.kind]).toEqual([130, 130, 'ESTIMATE']);
  expect(distribution.reduce((sum, n) => sum + n, 0)).toBe(130);
  expect(items[0]).toMatchObject({ facility: { value: 1 }, itemRest: { kind: 'NO_VARIANCE' } });
  expect(items[5]).toMatchObject({ facility: { kind: 'TOO_FEW' }, notReached: { value: 1 } });
  expect(JSON.stringify(itemStatistics)).not.toContain('NaN');
});

test('a view is saved for one member, and replaced by one of its name', async () => {
  const recruiter = await t.member('recruiter');
  const save = (name: string, query: string) => recruiter.ask<object>(SAVE, { input: { assessmentId, name, query } });
  await save('Sure ones', 'side=above');
  await save('Sure ones', 'side=above&sort=-score');
  expect(await save('  ', '')).toMatchObject({ saveCohortView: { issues: [{ field: 'name', code: 'MISSING' }] } });
  expect(await recruiter.ask(VIEWS, { assessmentId })).toEqual({
    cohortViews: [{ name: 'Sure ones', query: 'side=above&sort=-score' }],
  });
});
