import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { TestPeople } from '../../access/test-actors';
import { API_TEMPLATE, type TestApi } from '../../test-api';
import { TestAssessments } from '../../test-assessment';
import { startPreparedApi } from '../../test-prepared-api';
import { AssessmentPreview } from './assessment-preview';
import { aDraft, aPool, aQuestion, Builder } from './test-assessments';

let api: TestApi;
let people: TestPeople;
let manager: Builder;
let recruiter: GraphQLClient;

const CHOICE = aQuestion('public/choice.rare-event-accuracy');
const CODE = aQuestion('public/code.average-precision-ties');
const TABLES = ['attempt', 'attempt_item', 'attempt_preview', 'response', 'score', 'attempt_time_entry'];

beforeAll(async () => {
  api = await startPreparedApi(await makeScratchDatabase(API_TEMPLATE));
  people = new TestPeople(api.db, new TestAssessments(api.dataSource));
  await people.found();
  manager = new Builder(await member('manager'));
  recruiter = await member('recruiter');
});
afterAll(() => api.stop());

async function member(role: 'manager' | 'recruiter' | 'author'): Promise<GraphQLClient> {
  const headers = await people.headers({ name: role, kind: 'account', member: { organization: 'one', role } });
  return new GraphQLClient(api.url, headers);
}

const START = `mutation ($input: StartAssessmentPreviewInput!) { startAssessmentPreview(input: $input) { __typename
  ... on StartAssessmentPreviewSuccess { attempt { id form startedAt closesAt items { id question { id } content { __typename } } } }
  ... on AssessmentNotPublishableProblem { issues { code } }
  ... on InvalidInputProblem { invalid: issues { field code } } } }`;
type Attempt = {
  id: string;
  startedAt: string;
  closesAt: string;
  items: { id: string; question: object | null }[];
};
type Started = { startAssessmentPreview: { __typename: string; attempt: Attempt } };

async function drafted(draft: object): Promise<string> {
  const id = await manager.create('Previewed');
  await manager.save(id, 1, draft);
  return id;
}

async function start(assessmentId: string, more: object = {}): Promise<Attempt> {
  const { startAssessmentPreview } = await manager.client.ask<Started>(START, { input: { assessmentId, ...more } });
  return startAssessmentPreview.attempt;
}

/** As they are stored: an attempt of an assessment does not name its questions. */
async function questions({ id, items }: Attempt): Promise<string[]> {
  expect(items.map(({ question }) => question)).toEqual(items.map(() => null));
  const rows = await api.dataSource.query<{ id: string }[]>(
    `select v.question_id as id from attempt_item i join question_version v on v.id = i.question_version_id
     where i.attempt_id = $1 order by i.position`,
    [id],
  );
  return rows.map((row) => row.id);
}

const minutesOf = ({ startedAt, closesAt }: Attempt): number =>
  (new Date(closesAt).getTime() - new Date(startedAt).getTime()) / 60_000;

test('a draft is previewed without being published, with what a candidate sees', async () => {
  const attempt = await start(await drafted(aDraft([CHOICE, CODE], { minutes: 60 })));
  expect(await questions(attempt)).toEqual(['public/choice.rare-event-accuracy', 'public/code.average-precision-ties']);
  expect(minutesOf(attempt)).toBe(60);
});

test('a preview leads back to its assessment, and no other attempt names one', async () => {
  const id = await drafted(aDraft([CHOICE]));
  const query = 'query ($id: ID!) { attempt(id: $id) { preview { assessmentId organization } } }';
  const attempt = await start(id);
  expect(await manager.client.ask(query, { id: attempt.id })).toEqual({
    attempt: { preview: { assessmentId: id, organization: 'one' } },
  });
  const startPractice = `mutation { startPractice(input: { slug: "choice.rare-event-accuracy" }) {
    ... on StartPracticeSuccess { attempt { preview { assessmentId } } } } }`;
  expect(await manager.client.ask(startPractice)).toEqual({ startPractice: { attempt: { preview: null } } });
});

test('the same seed draws the same questions, another one others', async () => {
  const id = await drafted(aDraft([aPool({ draw: 10 })]));
  const [first, second, other] = [
    await start(id, { seed: '1' }),
    await start(id, { seed: '1' }),
    await start(id, { seed: '2' }),
  ];
  expect(await questions(first)).toEqual(await questions(second));
  expect(await questions(first)).not.toEqual(await questions(other));
});

test('extra time and breaks move the deadline as they do for a candidate', async () => {
  const id = await drafted(aDraft([CHOICE], { minutes: 60 }));
  expect(minutesOf(await start(id, { extraTime: 0.5, breakSeconds: 600 }))).toBe(100);
  expect(await manager.client.ask(START, { input: { assessmentId: id, extraTime: 5 } })).toMatchObject({
    startAssessmentPreview: { invalid: [{ field: 'extraTime', code: 'TOO_LARGE' }] },
  });
});

const SET_TIME = `mutation ($input: SetPreviewTimeInput!) { setPreviewTime(input: $input) {
  ... on SetPreviewTimeSuccess { attempt { startedAt closesAt serverTime sections { enteredAt closesAt } } } } }`;
type Clocks = Pick<Attempt, 'startedAt' | 'closesAt'> & {
  readonly serverTime: string;
  readonly sections: readonly { readonly closesAt: string | null }[];
};

async function setTime(assessmentId: string, attemptId: string, secondsLeft: number): Promise<Clocks | null> {
  const input = { assessmentId, attemptId, secondsLeft };
  const answer = await manager.client.ask<{ setPreviewTime: { attempt: Clocks | null } }>(SET_TIME, { input });
  return answer.setPreviewTime.attempt;
}

/** Rounded: the answer is read a moment after the deadline is set. */
const secondsBefore = (closesAt: string | null | undefined, { serverTime }: Clocks): number =>
  Math.ceil((new Date(closesAt ?? '').getTime() - new Date(serverTime).getTime()) / 10_000) * 10;

test('a preview is shown as if its time were nearly used, and as new again', async () => {
  const id = await drafted(aDraft([CHOICE], { minutes: 60 }));
  const { id: attemptId } = await start(id);
  const late = await setTime(id, attemptId, 300);
  expect([late && secondsBefore(late.closesAt, late), late && minutesOf({ ...late, id: '', items: [] })]).toEqual([
    300, 60,
  ]);
  const early = await setTime(id, attemptId, 90 * 60);
  expect(early && secondsBefore(early.closesAt, early)).toBe(3600);
});

test('with a section of its own time, it is the section whose time is nearly used', async () => {
  const section = { id: 's', title: 'Section', minutes: 20, entries: [CHOICE] };
  const id = await drafted({ ...aDraft([], { minutes: 60 }), sections: [section] });
  const { id: attemptId } = await start(id);
  const enter = `mutation ($input: EnterSectionInput!) { enterSection(input: $input) { __typename } }`;
  await manager.client.ask(enter, { input: { attemptId, sectionId: 's' } });
  const clocks = await setTime(id, attemptId, 60);
  expect(clocks?.sections.map(({ closesAt }) => secondsBefore(closesAt, clocks))).toEqual([60]);
});

test('only a running preview of the viewer, of this assessment, has its time set', async () => {
  const id = await drafted(aDraft([CHOICE]));
  const { id: attemptId } = await start(id);
  const other = await drafted(aDraft([CHOICE]));
  expect(await setTime(other, attemptId, 60)).toBeNull();
  const author = await member('author');
  const input = { assessmentId: id, attemptId, secondsLeft: 60 };
  expect(await author.ask(SET_TIME, { input })).toEqual({ setPreviewTime: { attempt: null } });
  await manager.client.ask(END, { input: { attemptId } });
  expect(await setTime(id, attemptId, 60)).toBeNull();
});

test('a published version is previewed as it was published, whatever the draft says now', async () => {
  const { assessmentId, versionId } = await manager.published('Frozen', aDraft([CHOICE]));
  await manager.save(assessmentId, 2, aDraft([CODE]));
  expect(await questions(await start(assessmentId, { versionId }))).toEqual(['public/choice.rare-event-accuracy']);
  expect(await questions(await start(assessmentId))).toEqual(['public/code.average-precision-ties']);
});

test('a draft that cannot be drawn is not previewed, and says why', async () => {
  const id = await drafted(aDraft([aPool({ draw: 9, levels: [4] })]));
  expect(await manager.client.ask(START, { input: { assessmentId: id } })).toMatchObject({
    startAssessmentPreview: { issues: [{ code: 'POOL_TOO_SMALL' }] },
  });
});

const SAVE = `mutation ($input: SaveResponseInput!) { saveResponse(input: $input) { __typename } }`;
const END = `mutation ($input: SubmitAttemptInput!) { submitAttempt(input: $input) { __typename
  ... on SubmitAttemptSuccess { attempt { endedAt score { earned } items { feedback { earned } } } } } }`;

test('an ended preview shows no score or key, is in no progress and in no list, and tells nobody', async () => {
  const attempt = await start(await drafted(aDraft([CHOICE])));
  const itemId = attempt.items[0]?.id;
  const answer = { choice: { picked: [] } };
  const input = { itemId, revisionId: '01990000-0000-7000-8000-0000000000aa', basedOn: 0, answer };
  expect(await manager.client.ask(SAVE, { input })).toEqual({ saveResponse: { __typename: 'SaveResponseSuccess' } });
  expect(await manager.client.ask(END, { input: { attemptId: attempt.id } })).toMatchObject({
    submitAttempt: { attempt: { score: null, items: [{ feedback: null }] } },
  });
  const { progress } = await manager.client.ask<{ progress: { skills: unknown[] } }>(
    '{ progress { skills { skill { id } } } }',
  );
  expect(progress.skills).toEqual([]);
  expect(await manager.client.ask('{ question(slug: "choice.rare-event-accuracy") { practiceState } }')).toEqual({
    question: { practiceState: 'NEW' },
  });
  const events = await api.dataSource.query(`select from outbox where payload ->> 'attemptId' = $1`, [attempt.id]);
  expect(events).toEqual([]);
});

test('only its member sees it, and only for as long as they may build', async () => {
  const author = await member('author');
  const id = await drafted(aDraft([CHOICE]));
  const { startAssessmentPreview } = await author.ask<Started>(START, { input: { assessmentId: id } });
  const query = 'query ($id: ID!) { attempt(id: $id) { id } }';
  const variables = { id: startAssessmentPreview.attempt.id };
  expect(await author.ask(query, variables)).toEqual({ attempt: variables });
  expect(await manager.client.refusal(query, variables)).toEqual(['NOT_FOUND']);
  expect(await recruiter.refusal(START, { input: { assessmentId: id } })).toEqual(['NOT_FOUND']);
  await api.dataSource.query(`delete from member where account_id = (select account_id from attempt where id = $1)`, [
    variables.id,
  ]);
  expect(await author.refusal(query, variables)).toEqual(['NOT_FOUND']);
});

test('after a day nothing is left of any preview, and everything of practice', async () => {
  const startPractice = `mutation { startPractice(input: { slug: "choice.rare-event-accuracy" }) { __typename } }`;
  await manager.client.ask(startPractice);
  await api.dataSource.query("update attempt_preview set created_at = created_at - interval '25 hours'");
  const young = await start(await drafted(aDraft([CHOICE])));
  await api.app.get(AssessmentPreview).deleteOld();
  const left = await api.dataSource.query<{ id: string; purpose: string }[]>(
    "select id, purpose from attempt where purpose in ('preview', 'practice') order by purpose desc",
  );
  expect(left).toEqual([
    { id: young.id, purpose: 'preview' },
    { id: expect.any(String) as string, purpose: 'practice' },
  ]);
  const of = await Promise.all(
    TABLES.slice(1).map((table) =>
      api.dataSource.query<object[]>(
        table === 'response' || table === 'score'
          ? `select attempt_item_id from ${table}`
          : `select attempt_id from ${table}`,
        [],
      ),
    ),
  );
  expect(of.map((rows) => rows.length)).toEqual([2, 1, 0, 0, 1]);
});
