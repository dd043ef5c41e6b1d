import type { SimilarityRunId } from '@holdout/persistence';
import type { GraphQLClient } from '@holdout/testing';
import { buildThread } from '../../test-thread';
import { CHOICE, CODE, TestTaking } from '../taking/test-taking';
import { Comparing } from './comparing';

const CHECK = `id progress doneAt failedAt isOutdated pairCount
  questions { title language programs compared pairs median line }`;
const SIMILARITY = `query ($assessmentId: ID!) { similarity(assessmentId: $assessmentId) { ${CHECK} } }`;
const PAIRS = `query ($assessmentId: ID!, $first: Int!, $after: String) {
  similarPairs(assessmentId: $assessmentId, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id similarity above longest language left { name attemptId } right { name attemptId } } } } }`;
const PAIR = `query ($assessmentId: ID!, $pairId: ID!) { similarPair(assessmentId: $assessmentId, pairId: $pairId) {
  left { attemptId source } right { attemptId source } matches { left { from to } right { from to } tokens } } }`;
const COMPARE = `mutation ($input: CompareProgramsInput!) { comparePrograms(input: $input) {
  ... on CompareProgramsSuccess { check { ${CHECK} } } } }`;

type Check = { readonly id: SimilarityRunId; readonly pairCount: number; readonly isOutdated: boolean };
type Pair = { readonly id: string; readonly left: { readonly attemptId: string; readonly name: string | null } };
type Pairs = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: Pair }[];
};

const thread = buildThread('similarity-thread');
const t = new TestTaking();
let manager: GraphQLClient;
beforeAll(async () => {
  await t.begin({}, { comparer: thread.entry });
  manager = await t.member('manager');
});
afterAll(async () => {
  await t.end();
  thread.drop();
});

const SHAPES = [
  (n: number) => `    total = labels + ${n}`,
  (n: number) => `    if labels > ${n}:\n        total = scores`,
  () => '    for label in labels:\n        print(label)',
  (n: number) => `    labels = [x * ${n} for x in scores if x]`,
  (n: number) => `    scores[${n}] = labels.mean(axis=0)`,
  () => '    while not labels:\n        labels -= scores',
  () => '    labels, scores = scores, labels ** 2',
  () => '    assert labels is not scores, "no"',
  () => '    labels = {k: v for k, v in scores.items()}',
] as const;

/** A program of thirty statements in an order of its own. */
function program(seed: number): string {
  let state = seed;
  const lines = Array.from({ length: 30 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return SHAPES[Math.floor((state / 2_147_483_648) * SHAPES.length)]?.(state % 9) ?? '';
  });
  return `def average_precision(labels, scores):\n${lines.join('\n')}\n    return 1.0\n`;
}

async function answer(source: string): Promise<string> {
  const { client, attempt } = await t.started();
  const item = attempt.items.find(({ kind }) => kind === 'CODE')?.id ?? '';
  await client.save(item, { code: { language: 'PYTHON', source } });
  await client.submitAttempt(attempt.id);
  return attempt.id;
}

/** An assessment that these programs answer; their attempts, in this order. */
async function answered(sources: readonly string[]): Promise<{ assessmentId: string; attempts: readonly string[] }> {
  const sections = [{ title: 'Code', entries: [{ slug: CODE }, { slug: CHOICE }] }];
  t.versionId = await t.assessments.publish(t.organizationId, sections, { minutes: 60 });
  const attempts: string[] = [];
  for (const source of sources) attempts.push(await answer(source));
  const sql = 'select assessment_id as id from assessment_version where id = $1';
  const [row] = await t.api.dataSource.query<{ id: string }[]>(sql, [t.versionId]);
  return { assessmentId: row?.id ?? '', attempts };
}

const later = (minutes: number) => (t.now = new Date(t.now.getTime() + minutes * 60_000));
const similarity = async (assessmentId: string) =>
  (await manager.ask<{ similarity: Check | null }>(SIMILARITY, { assessmentId })).similarity;
const run = (id: SimilarityRunId, tries = 1) => t.api.app.get(Comparing).run(id, { tries, maxTries: 3 });
const start = async (assessmentId: string) => {
  const outcome = await manager.ask<{ comparePrograms: { check: Check } }>(COMPARE, { input: { assessmentId } });
  return outcome.comparePrograms.check;
};
async function compare(assessmentId: string): Promise<Check | null> {
  later(1);
  await run((await start(assessmentId)).id);
  return similarity(assessmentId);
}
const pairs = async (assessmentId: string, more: object = {}) =>
  (await manager.ask<{ similarPairs: Pairs }>(PAIRS, { assessmentId, first: 50, ...more })).similarPairs;
const RENAMED = program(1).replaceAll('labels', 'truth').replaceAll('total', 'sum_of_all');

test('a program that differs from another in names alone is found, shown beside it, and no other is', async () => {
  const { assessmentId, attempts } = await answered([
    ...Array.from({ length: 11 }, (_, n) => program(1 + n * 7_919)),
    `# mine\n${RENAMED}`,
  ]);
  expect(await similarity(assessmentId)).toBeNull();
  expect(await compare(assessmentId)).toMatchObject({
    ...{ progress: 1, failedAt: null, isOutdated: false, pairCount: 1 },
    questions: [{ language: 'PYTHON', programs: 12, compared: 12, pairs: 66, line: expect.any(Number) as number }],
  });
  const { edges } = await pairs(assessmentId);
  const [first] = edges;
  const named = async () => (await pairs(assessmentId)).edges.map(({ node }) => node.left.name);
  expect(await named()).toEqual(['A candidate']);
  const hide = 'insert into organization_privacy (organization_id, hides_names) values ($1, true)';
  await t.api.dataSource.query(hide, [t.organizationId]);
  expect(await named()).toEqual([null]);
  const sides = [{ attemptId: attempts[0] }, { attemptId: attempts[11] }];
  expect(edges).toMatchObject([{ node: { similarity: 1, language: 'PYTHON' } }]);
  const node = first?.node as unknown as { left: object; right: object };
  expect([node.left, node.right]).toEqual(
    expect.arrayContaining(sides.map((side) => expect.objectContaining(side) as object)),
  );
  const asked = await manager.ask<{ similarPair: Shown }>(PAIR, { assessmentId, pairId: first?.node.id });
  const { left, right, matches } = asked.similarPair;
  expect([left.source, right.source].sort()).toEqual([program(1), `# mine\n${RENAMED}`].sort());
  expect(matches).toHaveLength(1);
  expect(left.source.slice(matches[0]?.left.from, matches[0]?.left.to)).toMatch(/return 1\.0$/);
});

type Span = { readonly from: number; readonly to: number };
type Shown = {
  readonly left: { readonly source: string };
  readonly right: { readonly source: string };
  readonly matches: readonly { readonly left: Span; readonly right: Span }[];
};

test('of fewer than ten programs it says that they are too few', async () => {
  const { assessmentId } = await answered([program(1), RENAMED]);
  expect(await compare(assessmentId)).toMatchObject({
    pairCount: 0,
    questions: [{ programs: 2, compared: 2, pairs: 0, median: null, line: null }],
  });
});

test('a new answer makes it outdated; who asks for a comparison while one runs gets that one', async () => {
  const { assessmentId } = await answered([program(1), program(2)]);
  await compare(assessmentId);
  later(1);
  await answer(program(3));
  expect(await similarity(assessmentId)).toMatchObject({ isOutdated: true });
  later(1);
  const [one, two] = [await start(assessmentId), await start(assessmentId)];
  expect(two.id).toBe(one.id);
  await run(one.id);
  await run(one.id);
  expect(await similarity(assessmentId)).toMatchObject({ id: one.id, isOutdated: false });
  const kept = await t.api.dataSource.query('select from similarity_run where assessment_id = $1', [assessmentId]);
  expect(kept).toHaveLength(1);
});

test('it starts by itself a quarter of an hour after the last attempt has ended, once', async () => {
  const { assessmentId } = await answered([program(1), program(2)]);
  const comparing = t.api.app.get(Comparing);
  later(14);
  await comparing.startWaiting();
  expect(await similarity(assessmentId)).toBeNull();
  later(2);
  await comparing.startWaiting();
  const begun = await similarity(assessmentId);
  expect(begun).toMatchObject({ doneAt: null });
  if (begun !== null) await run(begun.id);
  await comparing.startWaiting();
  expect(await similarity(assessmentId)).toMatchObject({ id: begun?.id, isOutdated: false });
});

test('a comparison whose last try fails is said to have failed, and another can be started', async () => {
  const { assessmentId } = await answered([program(1), program(2)]);
  const { id } = await start(assessmentId);
  const comparing = new Comparing(
    t.api.db,
    t.api.app.get(Comparing)['acts'],
    { compare: () => Promise.reject(new Error('no thread')) } as never,
    { now: () => t.now },
  );
  await expect(comparing.run(id, { tries: 1, maxTries: 2 })).rejects.toThrow('no thread');
  expect(await similarity(assessmentId)).toMatchObject({ failedAt: null });
  await expect(comparing.run(id, { tries: 2, maxTries: 2 })).rejects.toThrow('no thread');
  expect(await similarity(assessmentId)).toMatchObject({ failedAt: t.now.toISOString(), doneAt: null });
  expect(await compare(assessmentId)).toMatchObject({ failedAt: null, progress: 1 });
});

test('pairs of one assessment are not those of another, and a cursor of another list is refused', async () => {
  const [one, other] = [await answered([program(1), program(2)]), await answered([program(1), program(2)])];
  await compare(one.assessmentId);
  const [found] = await t.api.dataSource.query<{ id: string; of: string }[]>(
    'select p.id, r.assessment_id as of from similarity_pair p join similarity_run r on r.id = p.run_id limit 1',
  );
  const asked = { assessmentId: other.assessmentId, pairId: found?.id };
  expect(await manager.ask(PAIR, asked)).toEqual({ similarPair: null });
  const { errors } = await manager.send(PAIRS, { assessmentId: one.assessmentId, first: 5, after: 'bm8' });
  expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
});
