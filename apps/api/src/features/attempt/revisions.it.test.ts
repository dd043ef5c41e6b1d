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

describe('versions that are stored as deltas', () => {
  /** A drawing; each has one element more than the one before it, and one that was moved. */
  const drawing = (n: number, boxes = 20): string => {
    const box = (id: number) => {
      const at = (id * 7919) % 1000;
      return { id: `box-${id}`, type: 'rectangle', x: at, y: at, text: `${(id * 104_729).toString(36)} `.repeat(20) };
    };
    const elements = Array.from({ length: boxes + n }, (_, id) => box(id));
    return JSON.stringify({ elements: elements.with(n % boxes, { ...box(n % boxes), x: n }) });
  };
  const drawn = (n: number, boxes?: number) => ({ design: { scene: drawing(n, boxes), blocks: [], numbers: [] } });
  const shown = (scene: string) => (JSON.parse(scene) as { elements: object[] }).elements;

  async function saved(count: number, boxes?: number) {
    const { client, item } = await practice.open('design');
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      now = new Date(now.getTime() + 1000);
      const revisionId = crypto.randomUUID();
      ids.push(revisionId);
      expect(await client.save(item.id, drawn(n, boxes), { revisionId })).toMatchObject({
        response: { revision: n + 1 },
      });
    }
    return { client, item, ids };
  }

  const formsOf = (itemId: string) =>
    api.dataSource.query<{ revision: number; is_delta: boolean; bytes: number }[]>(
      `select revision, delta_of is not null as is_delta, pg_column_size(coalesce(answer, delta)) as bytes
       from response_revision where attempt_item_id = $1 order by revision`,
      [itemId],
    );

  type Node = { readonly number: number; readonly answer: { readonly scene: string } };
  const REVISIONS = `query ($itemId: ID!, $after: String) { revisions(itemId: $itemId, first: 20, after: $after) {
    edges { cursor node { number answer { ... on DesignAnswer { scene } } } } } }`;
  type Read = { readonly revisions: { readonly edges: readonly { readonly cursor: string; readonly node: Node }[] } };

  test('are read as they were saved, and most of the old ones are small', async () => {
    const { client, item } = await saved(24);
    const forms = await formsOf(item.id);
    expect(forms.filter(({ is_delta }) => is_delta).length).toBeGreaterThan(15);
    const first = (await client.ask<Read>(REVISIONS, { itemId: item.id })).revisions.edges;
    const rest = await client.ask<Read>(REVISIONS, { itemId: item.id, after: first.at(-1)?.cursor });
    const nodes = [...first, ...rest.revisions.edges].map(({ node }) => node);
    expect(nodes.length).toBe(forms.length);
    for (const { number, answer } of nodes) expect(shown(answer.scene)).toEqual(shown(drawing(number - 1)));
  });

  test('a save that is repeated after its version became a delta gets its first outcome', async () => {
    const { client, item, ids } = await saved(16);
    const query = `mutation ($input: SaveResponseInput!) { saveResponse(input: $input) { ... on SaveResponseSuccess {
      response { revision answer { ... on DesignAnswer { scene } } } } } }`;
    const input = { itemId: item.id, revisionId: ids[2], basedOn: 2, answer: drawn(50) };
    type Repeated = { readonly saveResponse: { readonly response: { revision: number; answer: { scene: string } } } };
    const { response } = (await client.ask<Repeated>(query, { input })).saveResponse;
    expect([response.revision, shown(response.answer.scene)]).toEqual([3, shown(drawing(2))]);
  });

  test('saves at the same time from two tabs thin without an error', async () => {
    const { client, item } = await saved(15);
    await Promise.all(Array.from({ length: 8 }, (_, n) => client.save(item.id, drawn(100 + n))));
    expect(api.logged.filter((line) => line.includes('could not be thinned'))).toEqual([]);
  });

  test('120 drawings of 200 kB keep less than a tenth of their bytes', async () => {
    const { item } = await saved(120, 1000);
    const forms = await formsOf(item.id);
    const kept = forms.reduce((sum, { bytes }) => sum + bytes, 0);
    const whole = forms.at(-1)?.bytes ?? 0;
    expect(drawing(60, 1000).length).toBeGreaterThan(200_000);
    expect(kept).toBeLessThan((120 * whole) / 10);
  });
});
