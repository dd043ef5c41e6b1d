import { AssessmentVersionRepository, type AssessmentVersionId, BankContentRepository } from '@holdout/persistence';
import { EXAMPLE_BANK, GraphQLClient, GraphQLSocket, makeScratchDatabase, writeBank } from '@holdout/testing';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestPeople } from '../../access/test-actors';
import { TestAssessments } from '../../test-assessment';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { TestGrader } from '../../test-grader';
import { untilSomeoneWaits } from '../../test-waiting';
import { BankLoader } from '../question-bank/bank-loader';
import { GradeIntake } from '../submission/grade-intake';
import { aDraft, aPool, aQuestion, Builder } from './test-assessments';

let api: TestApi;
let example: Awaited<ReturnType<typeof writeBank>>;
let grader: TestGrader;
let manager: Builder;
let headers: Record<string, string>;

const CODE = aQuestion('public/code.average-precision-ties');
const NUMERIC = aQuestion('public/numeric.screening-ppv');
const TEXT = 'example/text.example';

beforeAll(async () => {
  const bank = (EXAMPLE_BANK.get('bank.yaml') ?? '').replace(/^use: .*$/m, 'use: both');
  example = await writeBank(new Map(EXAMPLE_BANK).set('bank.yaml', bank));
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  const environment = { HOLDOUT_BANKS: `${example.directory},bank` };
  api = await startTestApi(scratch, { environment });
  grader = new TestGrader(scratch.url);
  const people = new TestPeople(api.db, new TestAssessments(api.dataSource));
  await people.found();
  headers = await people.headers({
    name: 'manager',
    kind: 'account',
    member: { organization: 'one', role: 'manager' },
  });
  manager = new Builder(new GraphQLClient(api.url, headers));
  await prepareAll();
});
afterAll(async () => {
  await grader.close();
  await api.stop();
  await example.drop();
});

async function prepareAll(): Promise<void> {
  await grader.prepareAll();
  await takeAll();
}

/** The API also takes reports by itself, so one may still be in its transaction when none waits any more. */
async function takeAll(): Promise<void> {
  await api.app.get(GradeIntake).takeAll();
  while ((await openJobs()) > 0) await api.dataSource.query('select pg_sleep(0.01)');
}

async function openJobs(): Promise<number> {
  const sql = 'select count(*)::int as count from preparation where done_at is null and failure is null';
  const [row] = await api.dataSource.query<{ count: number }[]>(sql);
  return row?.count ?? 0;
}

async function drafted(title: string, draft: object): Promise<string> {
  const id = await manager.create(title);
  await manager.save(id, 1, draft);
  return id;
}

const isReady = (versionId: string) =>
  api.db.repo(AssessmentVersionRepository).isReady(versionId as AssessmentVersionId);

const refusedFor = (code: string) => ({
  __typename: 'AssessmentNotPublishableProblem',
  issues: expect.arrayContaining([expect.objectContaining({ code, severity: 'ERROR' })]) as unknown,
});

test.each([
  ['no questions', [], 'NO_QUESTIONS'],
  ['an empty pool', [aPool({ levels: [1], skills: ['design'] })], 'POOL_EMPTY'],
  ['a pool smaller than it draws', [aPool({ levels: [4], draw: 3 })], 'POOL_TOO_SMALL'],
  [
    'pools that need the same questions',
    [aPool({ levels: [4], draw: 2 }, 'a'), aPool({ levels: [4] }, 'b')],
    'POOLS_OVERLAP',
  ],
  ['a question that does not exist', [aQuestion('public/numeric.never-there')], 'QUESTION_GONE'],
])('a draft with %s is not published, and says so', async (title, entries, code) => {
  const id = await drafted(title, aDraft(entries));
  expect(await manager.publish(id, 2)).toMatchObject(refusedFor(code));
  const versions = await api.dataSource.query('select from assessment_version where assessment_id = $1', [id]);
  expect(versions).toEqual([]);
});

test('another revision than the one that was read is not published', async () => {
  const id = await drafted('Stale', aDraft([NUMERIC]));
  expect(await manager.publish(id, 1)).toEqual({
    __typename: 'StaleAssessmentDraftProblem',
    current: { revision: 2 },
  });
});

test('a version is ready once the hidden data of its own seed are generated, and is frozen from then on', async () => {
  const id = await drafted('Code and numbers', aDraft([CODE, NUMERIC, aPool()]));
  const { version } = (await manager.publish(id, 2)) as unknown as {
    version: { id: string; preparation: { total: number; done: number } };
  };
  expect(version).toMatchObject({
    number: 1,
    isReady: false,
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
  expect(version.preparation).toEqual({
    total: version.preparation.done + 1,
    done: expect.any(Number) as number,
    failed: 0,
  });
  expect(await isReady(version.id)).toBe(false);
  const { job, runId } = await grader.claimNext();
  expect(job).toMatchObject({ kind: 'materialize', scope: version.id });
  await grader.complete(runId, { kind: 'materialize', publicHash: 'c'.repeat(64), hiddenHash: 'd'.repeat(64) });
  await takeAll();
  expect(await isReady(version.id)).toBe(true);
  await expect(
    api.dataSource.query('update assessment_version set number = 7 where id = $1', [version.id]),
  ).rejects.toThrow();
  expect(await manager.publish(id, 2)).toEqual({ __typename: 'AssessmentUnchangedProblem', version: { number: 1 } });
  await manager.save(id, 2, aDraft([CODE]));
  expect(await manager.publish(id, 3)).toMatchObject({ version: { number: 2 } });
  await prepareAll();
  const events = await api.dataSource.query(
    `select payload ->> 'versionId' is not null as version from outbox
     where event = 'assessment.published' and payload ->> 'objectId' = $1`,
    [id],
  );
  expect(events).toEqual([{ version: true }, { version: true }]);
});

/** The versions of an assessment as its list shows them. */
async function stateOf(id: string): Promise<object[]> {
  const query = 'query ($id: ID!) { assessment(id: $id) { versions { isReady hasFailed publishedBy } } }';
  return (await manager.client.ask<{ assessment: { versions: object[] } }>(query, { id })).assessment.versions;
}

test('data that cannot be generated keep the version from being ready, with the reason, until a retry succeeds', async () => {
  const { assessmentId, versionId } = await manager.published('Cannot be made', aDraft([CODE]));
  await grader.failNext('the generator raised ValueError');
  await takeAll();
  const query = `query ($id: ID!) { assessmentVersion(id: $id) { isReady title settings { minutes }
    preparation { total done failed failures { reason question { id } } }
    sections { title entries { draw questions { id } } } } }`;
  expect(await manager.client.ask(query, { id: versionId })).toEqual({
    assessmentVersion: {
      isReady: false,
      title: 'Cannot be made',
      settings: { minutes: 120 },
      preparation: {
        total: 1,
        done: 0,
        failed: 1,
        failures: [
          { reason: 'the generator raised ValueError', question: { id: 'public/code.average-precision-ties' } },
        ],
      },
      sections: [
        { title: 'Section', entries: [{ draw: 1, questions: [{ id: 'public/code.average-precision-ties' }] }] },
      ],
    },
  });
  expect(await stateOf(assessmentId)).toEqual([{ isReady: false, hasFailed: true, publishedBy: 'A person' }]);
  expect(await manager.retry(versionId)).toEqual({ version: { preparation: { total: 1, done: 0, failed: 0 } } });
  expect(await stateOf(assessmentId)).toEqual([{ isReady: false, hasFailed: false, publishedBy: 'A person' }]);
  await prepareAll();
  expect(await stateOf(assessmentId)).toEqual([{ isReady: true, hasFailed: false, publishedBy: 'A person' }]);
  expect(await isReady(versionId)).toBe(true);
});

test('a subscriber sees the preparation advance, and the end of it', async () => {
  const socket = new GraphQLSocket(api.url, headers);
  const { versionId } = await manager.published('Watched', aDraft([CODE]));
  const query = `subscription ($id: ID!) { assessmentVersionChanged(id: $id) { isReady preparation { done } } }`;
  const collected = socket.collect(query, { variables: { id: versionId } });
  await prepareAll();
  const states = await collected;
  expect(states.at(-1)).toEqual({ data: { assessmentVersionChanged: { isReady: true, preparation: { done: 1 } } } });
  socket.close();
});

describe('a question of a draft', () => {
  const load = () => api.app.get(BankLoader).load(example.directory);
  const publishedHash = async (id: string, revision: number) => {
    const { version } = (await manager.publish(id, revision)) as unknown as { version: { contentHash: string } };
    return version.contentHash;
  };

  test('that was edited is frozen in its new version by the next publication; the earlier one keeps the old', async () => {
    const id = await drafted('Edited', aDraft([aQuestion(TEXT)]));
    const first = await publishedHash(id, 2);
    const path = 'questions/text.example/question.yaml';
    const edited = (EXAMPLE_BANK.get(path) ?? '').replace(/^title: .*$/m, 'title: An edited title');
    await writeFile(join(example.directory, path), edited);
    await load();
    expect(await publishedHash(id, 2)).not.toBe(first);
    const frozen = await api.dataSource.query<{ title: string }[]>(
      `select q.title from assessment_version v join assessment_version_question vq on vq.assessment_version_id = v.id
       join question_version q on q.id = vq.question_version_id where v.assessment_id = $1 order by v.number`,
      [id],
    );
    expect(frozen.map(({ title }) => title)).toEqual(['A metric for rare events', 'An edited title']);
  });

  test('of a bank that is for practice only is named as such', async () => {
    expect(await manager.codes(aDraft([aQuestion(TEXT)]))).not.toContain('QUESTION_PRACTICE_ONLY');
    await writeFile(
      join(example.directory, 'bank.yaml'),
      (EXAMPLE_BANK.get('bank.yaml') ?? '').replace(/^use: .*$/m, 'use: practice'),
    );
    await load();
    expect(await manager.codes(aDraft([aQuestion(TEXT)]))).toContain('QUESTION_PRACTICE_ONLY');
  });

  test('is gone when its bank is no longer named', async () => {
    await api.app.get(BankLoader).shelveOthers(['public']);
    expect(await manager.codes(aDraft([aQuestion(TEXT)]))).toContain('QUESTION_GONE');
    const id = await drafted('Unnamed bank', aDraft([aQuestion(TEXT)]));
    expect(await manager.publish(id, 2)).toMatchObject(refusedFor('QUESTION_GONE'));
  });
});

test('while a bank is loaded, nothing is published from it', async () => {
  const id = await drafted('Meanwhile', aDraft([NUMERIC]));
  let publication: Promise<unknown> = Promise.resolve();
  const order: string[] = [];
  await api.db.transaction(async (tx) => {
    await tx.repo(BankContentRepository).lock();
    publication = manager.publish(id, 2).then(() => order.push('published'));
    await untilSomeoneWaits(api.dataSource);
    order.push('loaded');
  });
  await publication;
  expect(order).toEqual(['loaded', 'published']);
});
