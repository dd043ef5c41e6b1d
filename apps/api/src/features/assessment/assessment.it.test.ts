import { TEMPLATES } from '@holdout/assessment';
import type { TestApi } from '../../test-api';
import { aDraft, aPool, aQuestion, type Builder, startBuilders } from './test-assessments';

let api: TestApi;
let manager: Builder;
let author: Builder;
let stranger: Builder;

const NUMERIC = 'public/numeric.screening-ppv';

beforeAll(async () => {
  ({ api, manager, author, stranger } = await startBuilders());
});
afterAll(() => api.stop());

const actsOn = async (assessmentId: string): Promise<string[]> => {
  const rows = await api.dataSource.query<{ act: string }[]>(
    `select act from audit where object_id = $1 union all
     select 'event ' || event from outbox where payload ->> 'objectId' = $1::text`,
    [assessmentId],
  );
  return rows.map(({ act }) => act);
};

const DRAFT = `query ($id: ID!) { assessmentDraft(assessmentId: $id) { revision draft { minutes passLine role level
  languages rules { mayGoBack countedSubmission afterRelease } documentation { title url } skills { skillId weight }
  sections { id title minutes entries { __typename
    ... on DraftQuestion { id questionId weight }
    ... on DraftPool { id draw skills kinds levels unseenOnly excluded weight } } } } } }`;

test('a draft comes back as it was saved, with questions and pools', async () => {
  const id = await manager.create('Fraud, mid-level');
  const pool = { draw: 2, skills: ['eval'], levels: [2, 3], unseenOnly: true, excluded: [NUMERIC], weight: 1.5 };
  const more = {
    role: 'ml-engineer',
    languages: ['PYTHON', 'SQL'],
    documentation: [{ title: 'pandas', url: 'https://pandas.pydata.org/docs/' }],
    skills: [{ skillId: 'eval', weight: 2 }],
  };
  await manager.save(id, 1, aDraft([aQuestion(NUMERIC), aPool(pool)], more));
  const { assessmentDraft } = await manager.client.ask<{ assessmentDraft: object }>(DRAFT, { id });
  expect(assessmentDraft).toEqual({
    revision: 2,
    draft: {
      ...more,
      level: 'MID',
      minutes: 120,
      passLine: 0.6,
      rules: { mayGoBack: true, countedSubmission: 'LAST', afterRelease: 'NOTHING' },
      sections: [
        {
          id: 's',
          title: 'Section',
          minutes: null,
          entries: [
            { __typename: 'DraftQuestion', id: NUMERIC, questionId: NUMERIC, weight: 1 },
            { __typename: 'DraftPool', id: 'pool', kinds: ['NUMERIC'], ...pool },
          ],
        },
      ],
    },
  });
  expect(await actsOn(id)).toEqual(['assessment.created', 'event assessment.created']);
});

test('of two people who edit one draft, the second gets both versions, and nothing of theirs is lost', async () => {
  const id = await manager.create('Two editors');
  await manager.save(id, 1, aDraft([], { introduction: 'Base' }));
  expect(await author.save(id, 2, aDraft([], { introduction: 'By the author' }))).toMatchObject({
    state: { revision: 3 },
  });
  expect(await manager.save(id, 2, aDraft([], { introduction: 'By the manager' }))).toEqual({
    __typename: 'StaleAssessmentDraftProblem',
    current: { revision: 3, savedBy: 'A person', draft: { minutes: 120, introduction: 'By the author' } },
    base: { minutes: 120, introduction: 'Base' },
  });
  const history = `query ($id: ID!) { assessmentHistory(assessmentId: $id, first: 10) { edges { node { id number } } } }`;
  const { assessmentHistory } = await manager.client.ask<{
    assessmentHistory: { edges: { node: { id: string; number: number | null } }[] };
  }>(history, { id });
  const nodes = assessmentHistory.edges.map(({ node }) => node);
  expect(nodes.map(({ number }) => number)).toEqual([null, 3, 2, 1]);
  const restore = `mutation ($input: RestoreAssessmentRevisionInput!) { restoreAssessmentRevision(input: $input) {
    ... on RestoreAssessmentRevisionSuccess { state { revision draft { introduction } } } } }`;
  const input = { assessmentId: id, revisionId: nodes[0]?.id, basedOn: 3 };
  expect(await manager.client.ask(restore, { input })).toEqual({
    restoreAssessmentRevision: { state: { revision: 4, draft: { introduction: 'By the manager' } } },
  });
});

test('of saves at the same time on the same revision, one is the next and the others are kept as refused', async () => {
  const id = await manager.create('At once');
  const names = ['a', 'b', 'c', 'd'];
  const outcomes = await Promise.all(names.map((introduction) => manager.save(id, 1, aDraft([], { introduction }))));
  const types = outcomes.map((outcome) => outcome.__typename).sort();
  expect(types).toEqual(['SaveAssessmentDraftSuccess', ...Array<string>(3).fill('StaleAssessmentDraftProblem')]);
  const kept = await api.dataSource.query<{ introduction: string }[]>(
    `select draft ->> 'introduction' as introduction from assessment_draft_revision where assessment_id = $1 order by 1`,
    [id],
  );
  expect(kept.map(({ introduction }) => introduction)).toEqual(['', ...names]);
});

test('a repeated save of the same draft makes no second revision', async () => {
  const id = await manager.create('Repeated');
  const draft = aDraft([aPool()]);
  expect(await manager.save(id, 1, draft)).toMatchObject({ state: { revision: 2 } });
  expect(await manager.save(id, 1, draft)).toMatchObject({ state: { revision: 2 } });
});

test('a draft is saved with issues, but not out of bounds', async () => {
  const id = await manager.create('With issues');
  expect(await manager.save(id, 1, aDraft([aPool({ draw: 40, levels: [5] })]))).toMatchObject({
    state: { revision: 2 },
  });
  const save = (draft: object) => manager.save(id, 2, draft);
  const refused = (field: string, code: string) => ({ issues: [expect.objectContaining({ field, code })] });
  expect(await save(aDraft([aPool({ draw: 0 })]))).toMatchObject(refused('draw', 'TOO_SMALL'));
  expect(await save(aDraft([aPool({ draw: 41 })]))).toMatchObject(refused('draw', 'TOO_LARGE'));
  expect(await save(aDraft([], { minutes: 481 }))).toMatchObject(refused('minutes', 'TOO_LARGE'));
  expect(await save(aDraft([], { passLine: -0.1 }))).toMatchObject(refused('passLine', 'TOO_SMALL'));
  expect(await save(aDraft([{}]))).toMatchObject(refused('entries', 'MALFORMED'));
  expect(await save(aDraft([aQuestion(NUMERIC, 's')]))).toMatchObject(refused('id', 'MALFORMED'));
});

test.each([
  ['', 'MISSING'],
  [' ', 'MISSING'],
  ['x'.repeat(201), 'TOO_LONG'],
  ['Fraud\u202Edetection', 'MALFORMED'],
  ['Fra\u200Bud', 'MALFORMED'],
])('the title %j is refused', async (title, code) => {
  expect(await manager.tryCreate(title)).toEqual({
    __typename: 'InvalidInputProblem',
    issues: [{ field: 'title', code }],
  });
});

test.each(TEMPLATES.map(({ id }) => id))(
  'an assessment from the template %s can be published as it is',
  async (templateId) => {
    const id = await manager.create(templateId, { templateId });
    expect(await manager.publish(id, 1)).toMatchObject({
      __typename: 'PublishAssessmentSuccess',
      version: { number: 1 },
    });
  },
);

test('an assessment is made from a wish, or as a copy within its organization only', async () => {
  const wish = { role: 'data-scientist', level: 'MID', skills: [], minutes: 60 };
  const id = await manager.create('Proposed', { wish });
  const { assessmentDraft } = await manager.client.ask<{ assessmentDraft: { draft: object } }>(DRAFT, { id });
  const copy = await manager.create('A copy', { copyOf: id });
  const copied = await manager.client.ask<{ assessmentDraft: { draft: object } }>(DRAFT, { id: copy });
  expect(copied.assessmentDraft.draft).toEqual(assessmentDraft.draft);
  const create = 'mutation ($input: CreateAssessmentInput!) { createAssessment(input: $input) { __typename } }';
  const input = { organization: 'two', title: 'Not theirs', copyOf: id };
  expect(await stranger.client.refusal(create, { input })).toEqual(['NOT_FOUND']);
});

const LIST = `query ($filter: AssessmentFilter, $order: AssessmentOrder! = CHANGED_LAST, $after: String) {
  assessments(organization: "one", first: 2, after: $after, filter: $filter, order: $order) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { title archivedAt hasUnpublishedChanges versions { number isReady } counts { invited started submitted }
      undelivered lastSubmittedAt hasNewSubmissions } } } }`;
type Listed = {
  assessments: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: { title: string } }[];
  };
};

test('the list shows what is not archived, newest first, and is searched and paged', async () => {
  for (const title of ['Zebra one', 'Zebra two', 'Zebra three']) await manager.create(title);
  const archived = await manager.create('Zebra old');
  const archive = `mutation ($input: ArchiveAssessmentInput!) { archiveAssessment(input: $input) { __typename } }`;
  await manager.client.ask(archive, { input: { assessmentId: archived, isArchived: true } });
  await manager.client.ask(archive, { input: { assessmentId: archived, isArchived: true } });
  const list = (variables: object) => manager.client.ask<Listed>(LIST, variables);
  const first = await list({ filter: { text: 'zeb' } });
  expect(first.assessments).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const second = await list({ filter: { text: 'zeb' }, after: first.assessments.pageInfo.endCursor });
  const titles = [...first.assessments.edges, ...second.assessments.edges].map(({ node }) => node.title);
  expect(titles).toEqual(['Zebra three', 'Zebra two', 'Zebra one']);
  expect(first.assessments.edges[0]?.node).toMatchObject({
    hasUnpublishedChanges: true,
    versions: [],
    counts: { invited: 0, started: 0, submitted: 0 },
    undelivered: 0,
    lastSubmittedAt: null,
    hasNewSubmissions: false,
  });
  expect((await list({ filter: { isArchived: true } })).assessments.edges.map(({ node }) => node.title)).toEqual([
    'Zebra old',
  ]);
  expect(await actsOn(archived)).toEqual([
    'assessment.created',
    'assessment.archived',
    'event assessment.created',
    'event assessment.archived',
  ]);
});
