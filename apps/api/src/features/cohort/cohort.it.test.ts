import type { GraphQLClient } from '@holdout/testing';
import { TestTaking } from '../taking/test-taking';
import type { SimulatedPlace } from '../demo/simulated/simulated-rows';
import { addPeople, placeOf } from './test-cohort';

const ENTRY = `attemptId candidate { name email } status isProvisional certainty side passLine formKey
  band { value low high innerLow innerHigh method isProvisional } skills { skill { id } band { value } }
  decision { kind number reason decidedBy }`;
const LIST = `query ($assessmentId: ID!, $first: Int!, $after: String, $filter: CohortFilter, $order: CohortOrder! = NAME) {
  cohort(assessmentId: $assessmentId, first: $first, after: $after, filter: $filter, order: $order) {
    edges { cursor node { ${ENTRY} } } pageInfo { hasNextPage endCursor } } }`;
const DECIDE = `mutation ($input: DecideCandidatesInput!) { decideCandidates(input: $input) { __typename
  ... on DecideCandidatesSuccess { entries { ${ENTRY} } } ... on InvalidInputProblem { issues { field code } } } }`;
const UNDO = `mutation ($input: UndoDecisionsInput!) { undoDecisions(input: $input) {
  ... on UndoDecisionsSuccess { entries { ${ENTRY} } } } }`;
const BRACKETS = `query ($assessmentId: ID!, $attemptIds: [ID!]!) {
  cohortBrackets(assessmentId: $assessmentId, attemptIds: $attemptIds) { first last } }`;
const COMPARE = `query ($assessmentId: ID!, $attemptIds: [ID!]!) {
  cohortComparison(assessmentId: $assessmentId, attemptIds: $attemptIds) { people { attemptId } pairs {
    hasOtherQuestions total { points low high error isDistinguishable } skills { difference { points } } } } }`;
const COUNTS = `query ($assessmentId: ID!) { cohortCounts(assessmentId: $assessmentId) { sides { side count } } }`;

type Band = Readonly<Record<'value' | 'low' | 'high', number>> & { readonly method: string };
type Entry = {
  readonly attemptId: string;
  readonly candidate: { readonly name: string };
  readonly band: Band | null;
  readonly certainty: number | null;
  readonly side: string | null;
  readonly isProvisional: boolean;
  readonly decision: { readonly kind: string; readonly number: number; readonly reason: string } | null;
};
type Page = {
  readonly edges: readonly { readonly node: Entry }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

const t = new TestTaking();
let recruiter: GraphQLClient;
let place: SimulatedPlace;

beforeAll(async () => {
  await t.begin();
  recruiter = await t.member('recruiter');
  place = await aPlace();
  await addPeople(t.api, place, { people: 120 });
});
afterAll(() => t.end());

async function aPlace(): Promise<SimulatedPlace> {
  const entries = [{ slug: 'choice.rare-event-accuracy' }];
  const version = await t.assessments.publish(t.organizationId, [{ title: 'S', entries }], { passLine: 0.6 });
  return placeOf(t.api, t.organizationId, version);
}

async function list(more: object = {}, of = place): Promise<Page> {
  const variables = { assessmentId: of.assessmentId, first: 100, ...more };
  return (await recruiter.ask<{ cohort: Page }>(LIST, variables)).cohort;
}

const nodesOf = ({ edges }: Page) => edges.map(({ node }) => node);
const namesOf = (page: Page) => nodesOf(page).map(({ candidate }) => candidate.name);

test('people are listed by name, page by page, each once', async () => {
  const first = await list();
  const second = await list({ after: first.pageInfo.endCursor });
  const names = [...namesOf(first), ...namesOf(second)];
  expect(names).toHaveLength(120);
  expect(names).toEqual(names.toSorted());
  expect(new Set(names).size).toBe(120);
  expect(second.pageInfo.hasNextPage).toBe(false);
});

test.each(['SCORE', 'SCORE_DESCENDING', 'STATUS', 'DECISION_DESCENDING', 'NAME_DESCENDING'])(
  'the order %s has everyone once over its pages',
  async (order) => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await list({ order, after, first: 37 });
      seen.push(...nodesOf(page).map(({ attemptId }) => attemptId));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  },
);

test('a score has a band around it from the reliability of the group, and never of width 0', async () => {
  const page = await list({ order: 'SCORE_DESCENDING' });
  const bands = nodesOf(page).flatMap(({ band }) => band ?? []);
  expect(bands.map(({ value }) => value)).toEqual(bands.map(({ value }) => value).toSorted((a, b) => b - a));
  for (const { value, low, high, method } of bands) {
    expect(method).toBe('ALPHA');
    expect(low).toBeLessThan(high);
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
  }
});

function sideOf(band: Band | null): string | null {
  if (band === null) return null;
  if (band.low > 60) return 'ABOVE';
  return band.high < 60 ? 'BELOW' : 'UNCERTAIN';
}

test('the side of the pass line is that of the band, in rows and in filters', async () => {
  const sides = new Map<string, number>();
  for (const side of ['ABOVE', 'UNCERTAIN', 'BELOW']) {
    const nodes = nodesOf(await list({ filter: { sides: [side] } }));
    sides.set(side, nodes.length);
    for (const node of nodes) {
      expect(node.side).toBe(side);
      expect(side).toBe(sideOf(node.band));
      expect((node.certainty ?? 0) > 0.975).toBe(side === 'ABOVE');
    }
  }
  expect([...sides.values()].reduce((a, b) => a + b, 0)).toBe(120);
  expect(Math.min(...sides.values())).toBeGreaterThan(0);
  const { assessmentId } = place;
  type Counts = { readonly cohortCounts: { readonly sides: { readonly side: string; readonly count: number }[] } };
  const { cohortCounts } = await recruiter.ask<Counts>(COUNTS, { assessmentId });
  expect(new Map(cohortCounts.sides.map(({ side, count }) => [side, count]))).toEqual(sides);
});

test('a search finds the beginnings of words, also what looks like a pattern', async () => {
  expect(namesOf(await list({ filter: { text: 'simulated 01' } }))).toHaveLength(10);
  expect(namesOf(await list({ filter: { text: '%' } }))).toEqual([]);
});

test('neighbours by score are bracketed if the first cannot be distinguished from the last', async () => {
  const nodes = nodesOf(await list({ order: 'SCORE_DESCENDING' }));
  const attemptIds = nodes.map(({ attemptId }) => attemptId);
  const { cohortBrackets } = await recruiter.ask<{ cohortBrackets: { first: number; last: number }[] }>(BRACKETS, {
    assessmentId: place.assessmentId,
    attemptIds,
  });
  expect(cohortBrackets.length).toBeGreaterThan(1);
  for (const { first, last } of cohortBrackets) {
    const compared = await compare([attemptIds[first], attemptIds[last]]);
    expect(compared.pairs[0]?.total?.isDistinguishable).toBe(false);
    if (last + 1 === nodes.length) continue;
    const further = await compare([attemptIds[first], attemptIds[last + 1]]);
    expect(further.pairs[0]?.total?.isDistinguishable).toBe(true);
  }
});

type Comparison = {
  readonly people: readonly object[];
  readonly pairs: readonly {
    readonly hasOtherQuestions: boolean;
    readonly total: { readonly isDistinguishable: boolean; readonly points: number } | null;
    readonly skills: readonly object[];
  }[];
};

async function compare(attemptIds: readonly (string | undefined)[], of = place): Promise<Comparison> {
  const variables = { assessmentId: of.assessmentId, attemptIds };
  return (await recruiter.ask<{ cohortComparison: Comparison }>(COMPARE, variables)).cohortComparison;
}

test('each pair of those who are compared has its differences, and somebody of another cohort is left out', async () => {
  const other = await aPlace();
  const { people } = await addOthers(other);
  const ids = nodesOf(await list({ first: 3 })).map(({ attemptId }) => attemptId);
  const { people: compared, pairs } = await compare([...ids, people[0]?.attemptId]);
  expect(compared).toHaveLength(3);
  expect(pairs).toHaveLength(3);
  for (const { hasOtherQuestions, total } of pairs) {
    expect(hasOtherQuestions).toBe(false);
    expect(total).not.toBeNull();
  }
});

/** Addresses are unique in an organization. */
async function addOthers(of: SimulatedPlace, more: Partial<Parameters<typeof addPeople>[2]> = {}) {
  await t.api.dataSource.query(`update candidate_profile set email = candidate_id || '@moved.example'`);
  return addPeople(t.api, of, { people: 1, ...more });
}

test('decisions have a reason, who decided, and an entry in the audit; the same again is none', async () => {
  const [one, two] = nodesOf(await list({ first: 2 }));
  const attemptIds = [one?.attemptId, two?.attemptId];
  const input = { assessmentId: place.assessmentId, attemptIds, kind: 'ADVANCE', reason: ' Strong in statistics. ' };
  const decide = async (of: object) =>
    (await recruiter.ask<{ decideCandidates: { entries?: Entry[]; issues?: object[] } }>(DECIDE, { input: of }))
      .decideCandidates;
  const { entries } = await decide(input);
  const expected = { kind: 'ADVANCE', number: 1, reason: 'Strong in statistics.', decidedBy: 'recruiter' };
  expect(entries?.map(({ decision }) => decision)).toEqual([expected, expected]);
  expect((await decide(input)).entries).toEqual([]);
  expect((await decide({ ...input, reason: '  ' })).issues).toEqual([{ field: 'reason', code: 'MISSING' }]);
  const audited = `select count(*)::int as n from audit where act = 'decision.advance' and object_id = any($1::uuid[])`;
  expect(await t.api.dataSource.query(audited, [attemptIds])).toEqual([{ n: 2 }]);
  expect(namesOf(await list({ filter: { decisions: ['ADVANCE'] } }))).toHaveLength(2);
  expect(nodesOf(await list({ filter: { decisions: ['NONE'] } }))).toHaveLength(100);
});

test('undo takes the last decision back once, and leaves one that came after it', async () => {
  const id = nodesOf(await list({ first: 5 }))[4]?.attemptId ?? '';
  const input = { assessmentId: place.assessmentId, attemptIds: [id], reason: 'A reason.' };
  await recruiter.ask(DECIDE, { input: { ...input, kind: 'HOLD' } });
  await recruiter.ask(DECIDE, { input: { ...input, kind: 'DECLINE' } });
  const undo = async (number: number) => {
    const undone = { assessmentId: place.assessmentId, decisions: [{ attemptId: id, number }] };
    const { undoDecisions } = await recruiter.ask<{ undoDecisions: { entries: Entry[] } }>(UNDO, { input: undone });
    return undoDecisions.entries.map(({ decision }) => decision?.kind ?? null);
  };
  expect(await undo(1)).toEqual([]);
  expect(await undo(2)).toEqual(['HOLD']);
  expect(await undo(2)).toEqual([]);
  await expect(
    t.api.dataSource.query('update decision set reason = $2 where attempt_id = $1', [id, 'Another.']),
  ).rejects.toThrow('written once');
});

test('one candidate alone has a band from their own items', async () => {
  const alone = await aPlace();
  await addOthers(alone);
  const [only] = nodesOf(await list({}, alone));
  expect(only?.band?.method).toBe('LORD');
  expect(JSON.stringify(only)).not.toMatch(/NaN|null,null/);
});

test('a group in which everyone has everything right, or nothing, has bands and no NaN', async () => {
  for (const earned of [1, 0]) {
    const same = await aPlace();
    await addOthers(same, {
      people: 40,
      scored: (score) => ({
        ...score,
        earned: earned * score.possible,
        items: score.items.map((item) => ({ ...item, earned, state: 'answered' as const })),
      }),
    });
    for (const { band } of nodesOf(await list({}, same))) {
      expect(band?.value).toBe(100 * earned);
      expect((band?.high ?? 0) - (band?.low ?? 0)).toBeGreaterThan(1);
    }
  }
});

test('marks that are missing make a score provisional; with none given there is no number', async () => {
  const waiting = await aPlace();
  await addOthers(waiting, {
    people: 2,
    scored: (score, index) => ({
      ...score,
      items: score.items.map((item, at) =>
        index === 0 || at < 5 ? { ...item, earned: 0, pending: 1, state: 'awaiting' as const } : item,
      ),
    }),
  });
  const [none, some] = nodesOf(await list({}, waiting));
  expect(none).toMatchObject({ band: null, isProvisional: true, side: null });
  expect(some).toMatchObject({ isProvisional: true, band: { isProvisional: true, method: 'LORD' } });
  expect(nodesOf(await list({ filter: { isProvisional: false } }, waiting))).toEqual([]);
  expect(namesOf(await list({ order: 'SCORE_DESCENDING' }, waiting))[1]).toBe(none?.candidate.name);
});

test('an erased person is in no list, and the numbers of the others stay', async () => {
  const erased = await aPlace();
  const { people } = await addOthers(erased, { people: 31 });
  await t.api.dataSource.query('delete from candidate_profile where candidate_id = $1', [people[0]?.candidateId]);
  const nodes = nodesOf(await list({}, erased));
  expect(nodes).toHaveLength(30);
  expect(nodes[0]?.band?.method).toBe('ALPHA');
});

test('right-to-left, long and formula names are kept and found as they are', async () => {
  const names = ['محمد بن عبد الله', `${'Wolfeschlegelsteinhausen'.repeat(8)} X`, '=SUM(A1:A9)'];
  const named = await aPlace();
  await addOthers(named, { people: 3, named: (index) => names[index] ?? '' });
  expect(namesOf(await list({}, named)).toSorted()).toEqual(names.toSorted());
  expect(namesOf(await list({ filter: { text: 'عبد' } }, named))).toEqual([names[0]]);
});
