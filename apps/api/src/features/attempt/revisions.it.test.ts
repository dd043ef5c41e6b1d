import { RevisionRepository } from '@holdout/persistence';
import { EXAMPLE_BANK, ExamplePractice, makeScratchDatabase, writeBank } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

let api: TestApi;
let bank: Awaited<ReturnType<typeof writeBank>>;
let now = new Date('2026-11-20T09:00:00.000Z');
const practice = new ExamplePractice(() => api.url);

beforeAll(async () => {
  bank = await writeBank(EXAMPLE_BANK);
  const environment = { HOLDOUT_BANKS: bank.directory };
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment, clock: { now: () => now } });
});
afterAll(async () => {
  await api.stop();
  await bank.drop();
});

const text = (value: string) => ({ text: { text: value } });

describe('the earlier versions of an answer', () => {
  const REVISIONS = `query ($itemId: ID!, $first: Int!, $after: String) {
    revisions(itemId: $itemId, first: $first, after: $after) {
      edges { node { number savedAt answer { ... on TextAnswer { text } } } } pageInfo { hasNextPage endCursor } } }`;
  type Page = {
    readonly revisions: {
      readonly edges: readonly { readonly node: { number: number | null; answer: { text: string } } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
  const textsOf = ({ revisions: { edges } }: Page) => edges.map(({ node }) => [node.number, node.answer.text]);

  test('are listed newest first with the refused ones, in pages, and survive one that is thinned in between', async () => {
    const { client, item } = await practice.open('text');
    const began = now;
    for (const each of ['one', 'two', 'three']) {
      now = new Date(now.getTime() + 1000);
      await client.save(item.id, text(each));
    }
    now = new Date(now.getTime() + 1000);
    await client.save(item.id, text('refused'), { basedOn: 1 });
    const first = await client.ask<Page>(REVISIONS, { itemId: item.id, first: 2 });
    expect(textsOf(first)).toEqual([
      [null, 'refused'],
      [3, 'three'],
    ]);
    await api.dataSource.query('delete from response_revision where attempt_item_id = $1 and revision = 3', [item.id]);
    const after = first.revisions.pageInfo.endCursor;
    const second = await client.ask<Page>(REVISIONS, { itemId: item.id, first: 2, after });
    expect(textsOf(second)).toEqual([
      [2, 'two'],
      [1, 'one'],
    ]);
    expect(second.revisions.pageInfo.hasNextPage).toBe(false);
    now = began;
  });

  test('are shown to nobody else, and not a thousand at once', async () => {
    const { client, item } = await practice.open('text');
    await client.save(item.id, text('mine'));
    const { client: stranger } = await practice.open('text');
    const asked = { itemId: item.id, first: 2 };
    expect(await stranger.refusal(REVISIONS, asked)).toEqual(['NOT_FOUND']);
    expect(await stranger.refusal('query ($id: ID!) { attemptItem(id: $id) { id } }', { id: item.id })).toEqual([
      'NOT_FOUND',
    ]);
    expect(await client.refusal(REVISIONS, { ...asked, first: 21 })).toEqual(['BAD_INPUT']);
    expect(await client.refusal(REVISIONS, { ...asked, after: 'nowhere' })).toEqual(['BAD_INPUT']);
  });
});

test('an item that is saved many times keeps a bounded number of revisions; the oldest are thinned', async () => {
  const { client, item } = await practice.open('text');
  const began = now;
  for (let n = 0; n < 120; n++) {
    now = new Date(began.getTime() + n * 30_000);
    await client.save(item.id, text(`draft ${n}`));
  }
  for (let n = 0; n < 20; n++) {
    now = new Date(now.getTime() + 1000);
    await client.save(item.id, text(`refused ${n}`), { basedOn: 1 });
  }
  const rows = await api.db.repo(RevisionRepository).listForThinning(item.id);
  expect(rows.filter(({ isRefused }) => isRefused)).toHaveLength(10);
  expect(rows.length).toBeLessThanOrEqual(10 + 8 + 50 + 10);
  const { items } = await client.startPractice('text.example');
  expect(items[0]?.response?.answer).toEqual({ text: 'draft 119' });
  now = began;
});
