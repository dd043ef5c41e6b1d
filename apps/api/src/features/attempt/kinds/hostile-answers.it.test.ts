import { EXAMPLE_BANK, ExamplePractice, makeScratchDatabase, writeBank } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../../test-api';

let api: TestApi;
let bank: Awaited<ReturnType<typeof writeBank>>;
const practice = new ExamplePractice(() => api.url);
const failures = (): readonly string[] => api.logged.filter((line) => line.includes('request failed'));

beforeAll(async () => {
  bank = await writeBank(EXAMPLE_BANK);
  const environment = { HOLDOUT_BANKS: bank.directory };
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment });
});
afterAll(async () => {
  await api.stop();
  await bank.drop();
});

const NUL = 'a\0b';
const HALF = 'a\ud800b';
const NAMES = ['__proto__', 'constructor', 'toString', ''];
const deep = (levels: number): string => `{"elements":${'['.repeat(levels)}${']'.repeat(levels)}}`;
const many = (count: number, id: string): object[] =>
  Array.from({ length: count }, (_, at) => ({ part: `${id}${at}`, picked: [] }));

test.each<[string, object]>([
  ...[NUL, HALF, ...NAMES].flatMap((name): [string, object][] => [
    ['plot', { points: [], choices: [{ part: name, picked: [] }] }],
    ['plot', { points: [], choices: [{ part: 'gap', picked: [name] }] }],
    ['plot', { points: [{ part: 'ship', values: [{ field: name, text: '2' }] }], choices: [] }],
    ['ordering', { steps: [name] }],
    ['reading', { lines: [{ part: name, lines: [1] }], choices: [] }],
    ['scenario', { part: name, text: 'x' }],
    ['design', { scene: null, blocks: [{ part: name, text: 'x' }], numbers: [] }],
    ['design', { scene: null, blocks: [], numbers: [{ id: name, text: '1' }] }],
  ]),
  ...[NUL, HALF].flatMap((text): [string, object][] => [
    ['text', { text }],
    ['scenario', { part: 'prompt', text }],
    ['design', { scene: null, blocks: [{ part: 'label', text }], numbers: [] }],
    ['plot', { points: [{ part: 'ship', values: [{ field: 'depth', text }] }], choices: [] }],
  ]),
  ['plot', { points: [], choices: many(500, 'p') }],
  ['ordering', { steps: Array.from({ length: 10_000 }, (_, at) => `s${at}`) }],
  ['reading', { lines: [{ part: 'leak', lines: [2_147_483_647] }], choices: [] }],
  ['reading', { lines: [{ part: 'held', lines: Array.from({ length: 5_000 }, (_, at) => at + 1) }], choices: [] }],
  ['design', { scene: deep(100_000), blocks: [], numbers: [] }],
  ['design', { scene: '{"elements":[{"id":"a","type":"text","x":1e999}]}', blocks: [], numbers: [] }],
  [
    'design',
    {
      scene: '{"elements":[{"id":"a","type":"text","__proto__":{"type":"image"},"text":"\\u0000"}]}',
      blocks: [],
      numbers: [],
    },
  ],
  [
    'design',
    {
      scene: JSON.stringify({ elements: Array.from({ length: 3_001 }, (_, at) => ({ id: `e${at}`, type: 'line' })) }),
      blocks: [],
      numbers: [],
    },
  ],
])('a %s refuses %j, saves nothing, and logs no failure', async (kind, answer) => {
  const { client, item } = await practice.open(kind);
  const outcome = await client.save(item.id, { [kind]: answer }).catch((error: unknown) => String(error));
  expect(JSON.stringify(outcome)).toMatch(/InvalidAnswerProblem|BAD_INPUT/);
  expect((await practice.open(kind, client)).item.response).toBeNull();
  expect(failures()).toEqual([]);
});

test.each([NUL, 'no id', ...NAMES])('revealing after %j, or marking it, changes nothing', async (name) => {
  const { client, item } = await practice.open('scenario');
  await client.save(item.id, { scenario: { part: 'prompt', text: 'Volume first.' } });
  await client.revealFollowUp(item.id, name).catch(() => undefined);
  expect((await practice.open('scenario', client)).item.content['followUps']).toEqual([]);
  await client.check(item.id);
  await expect(
    client.markMyself(
      item.id,
      Object.fromEntries([
        [name, 1],
        ['triage', 2],
        ['telling', 1],
      ]),
    ),
  ).rejects.toThrow('BAD_INPUT');
  await expect(client.markMyself(item.id, { triage: 2_147_483_647, telling: 0 })).rejects.toThrow('BAD_INPUT');
  expect((await practice.open('scenario', client)).item.feedback).toMatchObject({ pending: 8 });
  expect(failures()).toEqual([]);
});

test('a reveal and a save of the earlier part race: the part is fixed with the text whose save succeeded', async () => {
  for (let round = 0; round < 10; round++) {
    const { client, item } = await practice.open('scenario');
    const write = (text: string) => client.save(item.id, { scenario: { part: 'prompt', text } });
    await write('Before.');
    const [saved, revealed] = await Promise.all([write('At once.'), client.revealFollowUp(item.id, 'prompt')]);
    const kept = saved.__typename === 'SaveResponseSuccess' ? 'At once.' : 'Before.';
    // Never both: the reveal fixes the text that was on the screen when it was asked for.
    const both = [saved.__typename, revealed.__typename].filter((name) => name.endsWith('Success'));
    expect(both).toHaveLength(1);
    if (kept === 'At once.') await client.revealFollowUp(item.id, 'prompt');
    await client.save(item.id, { scenario: { part: 'null-feature', text: 'After.' } });
    expect((await practice.open('scenario', client)).item.response?.answer).toEqual({
      texts: [
        { part: 'prompt', text: kept },
        { part: 'null-feature', text: 'After.' },
      ],
    });
  }
});
