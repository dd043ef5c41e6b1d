import type { TestApi } from '../../test-api';
import { aDraft, aPool, aQuestion, type Builder, startBuilders } from './test-assessments';

let api: TestApi;
let manager: Builder;
let author: Builder;

const NUMERIC = 'public/numeric.screening-ppv';

beforeAll(async () => {
  ({ api, manager, author } = await startBuilders());
});
afterAll(() => api.stop());

test('the search finds what the organization may use, and says whose answer is public', async () => {
  const search = `query ($filter: BankSearchFilter) { assessmentBankSearch(organization: "one", first: 100, filter: $filter) {
    totalCount edges { node { isAnswerPublic question { id kind } } } } }`;
  type Found = { assessmentBankSearch: { edges: { node: { isAnswerPublic: boolean; question: { kind: string } } }[] } };
  const find = async (filter: object) =>
    (await manager.client.ask<Found>(search, { filter })).assessmentBankSearch.edges.map(({ node }) => node);
  expect(await find({ text: 'screening ppv' })).toMatchObject([{ isAnswerPublic: false, question: { id: NUMERIC } }]);
  const choices = await find({ kinds: ['CHOICE'], skills: ['eval'] });
  expect(choices.length).toBeGreaterThan(3);
  expect(choices.every(({ isAnswerPublic, question }) => isAnswerPublic && question.kind === 'CHOICE')).toBe(true);
  expect(await find({ languages: ['SQL'], levels: [4] })).toHaveLength(2);
});

test('a question is previewed with its content and its key', async () => {
  const preview = `query ($questionId: ID!) { assessmentQuestion(organization: "one", questionId: $questionId) {
    isAnswerPublic content { __typename } feedback { explanation sources detail { __typename } } } }`;
  expect(await author.client.ask(preview, { questionId: 'public/choice.rare-event-accuracy' })).toMatchObject({
    assessmentQuestion: {
      isAnswerPublic: true,
      content: { __typename: 'ChoiceContent' },
      feedback: { detail: { __typename: 'ChoiceFeedback' } },
    },
  });
  expect(await author.client.ask(preview, { questionId: NUMERIC })).toMatchObject({
    assessmentQuestion: { content: null, feedback: null },
  });
  expect(await author.client.refusal(preview, { questionId: 'public/choice.nowhere' })).toEqual(['NOT_FOUND']);
});

test('a proposal comes with its check, and what is created from the same wish is what was proposed', async () => {
  const wish = { role: 'ml-engineer', level: 'MID', skills: [{ skillId: 'eval', weight: 1 }], minutes: 60 };
  const query = `query ($wish: AssessmentWish!) { proposeAssessment(organization: "one", wish: $wish) {
    draft { minutes passLine sections { title entries { ... on DraftPool { draw skills levels } } } }
    check { mayBePublished issues { code } figures { questions minutes { p80 } coverage { skillId state } } } } }`;
  type Proposed = {
    proposeAssessment: { draft: object; check: { figures: { questions: number; minutes: { p80: number } } } };
  };
  const { proposeAssessment } = await author.client.ask<Proposed>(query, { wish });
  const { check, draft } = proposeAssessment;
  expect(check).toMatchObject({ mayBePublished: true, figures: { coverage: [{ skillId: 'eval', state: 'COVERED' }] } });
  expect(check.figures.questions).toBeGreaterThan(1);
  expect(check.figures.minutes.p80).toBeLessThanOrEqual(60);
  const id = await author.create('As proposed', { wish });
  const saved = `query ($id: ID!) { assessmentDraft(assessmentId: $id) {
    draft { minutes passLine sections { title entries { ... on DraftPool { draw skills levels } } } } } }`;
  expect(await author.client.ask(saved, { id })).toEqual({ assessmentDraft: { draft } });
});

test('facts for the browser are those that the server checks with', async () => {
  const query = `{ blueprintFacts(organization: "one") { stamp practiceOnly languages
    questions { id title kind level minutes skillIds languages isPublic } skills { id name domainId domain } } }`;
  const { blueprintFacts } = await manager.client.ask<{
    blueprintFacts: { questions: { id: string }[]; skills: { id: string }[]; languages: string[] };
  }>(query);
  expect(blueprintFacts.questions.find(({ id }) => id === NUMERIC)).toEqual({
    id: NUMERIC,
    title: expect.any(String) as string,
    kind: 'NUMERIC',
    level: 2,
    minutes: 5,
    skillIds: ['math.probability'],
    languages: [],
    isPublic: true,
  });
  expect(blueprintFacts.skills.find(({ id }) => id === 'math.probability')).toMatchObject({ domainId: 'math' });
  expect(blueprintFacts.languages).toContain('PYTHON');
});

test('a check reports what cannot be drawn, and where', async () => {
  const codes = (entries: readonly object[], more: object = {}) => manager.codes(aDraft(entries, more));
  expect(await codes([])).toEqual(['NO_QUESTIONS']);
  expect(await codes([aQuestion('public/numeric.never-there')])).toContain('QUESTION_GONE');
  expect(await codes([aPool({ skills: ['nowhere'] })])).toContain('POOL_EMPTY');
  expect(await codes([aPool({ draw: 9, levels: [4] })])).toContain('POOL_TOO_SMALL');
  const same = { draw: 2, levels: [4] };
  expect(await codes([aPool(same, 'a'), aPool({ ...same, draw: 1 }, 'b')])).toContain('POOLS_OVERLAP');
  expect(await codes([aPool({ kinds: ['CODE'], skills: ['dataeng.sql'] })], { languages: ['R'] })).toContain(
    'POOL_EMPTY',
  );
  expect(await codes([aPool({ kinds: ['CHOICE'] })])).toContain('ANSWER_IS_PUBLIC');
  const link = { documentation: [{ title: 'A page', url: 'javascript:alert(1)' }] };
  expect(await codes([aPool()], link)).toContain('LINK_NOT_WEB');
});
