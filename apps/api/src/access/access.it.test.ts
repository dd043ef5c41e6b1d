import { makeScratchDatabase } from '@holdout/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { API_TEMPLATE, type TestApi } from '../test-api';
import { TestAssessments } from '../test-assessment';
import { TestGrader } from '../test-grader';
import { startPreparedApi } from '../test-prepared-api';
import type { Row } from './rules';
import { ACCESS } from './table';
import { ACTORS, TestPeople } from './test-actors';
import { EXAMPLES } from './test-examples';
import { objectsOf, objectsOfCandidate, SHARED } from './test-objects';
import { AccessMatrix, type Holder } from './test-matrix';

let api: TestApi;
let schema: GraphQLSchema;
let matrix: AccessMatrix;

beforeAll(async () => {
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  // With the fields that exist in local mode only.
  api = await startPreparedApi(scratch, { environment: { HOLDOUT_LOCAL_MODE: '1' } });
  schema = api.app.get(GraphQLSchemaHost).schema;
  const people = new TestPeople(api.db, new TestAssessments(api.dataSource));
  await people.found();
  const grader = new TestGrader(scratch.url);
  await grader.sayAlive();
  const holders: Holder[] = [];
  for (const kind of ['guest', 'account'] as const) {
    const headers = await people.headers({ name: kind, kind });
    holders.push({
      name: `the ${kind} who holds it`,
      kind,
      headers,
      objects: await objectsOf(api.url, headers, grader),
    });
  }
  const { headers, invitation } = await people.aCandidate();
  const objects = await objectsOfCandidate(api.url, headers, grader);
  holders.push({
    name: 'the candidate who holds it',
    kind: 'candidate',
    headers,
    objects: { ...objects, invitation: invitation.id },
  });
  await grader.close();
  matrix = new AccessMatrix(api.url, schema, people, holders, { ...SHARED, invitation: invitation.id });
});
afterAll(() => api.stop());

const fieldsOf = (table: Readonly<Record<string, object>>): string[] =>
  Object.entries(table)
    .flatMap(([root, rows]) => Object.keys(rows).map((field) => `${root}.${field}`))
    .sort();

test('the table and the examples have a row for exactly the root fields of the schema', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.flatMap((type) => Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`));
  expect(fieldsOf(ACCESS)).toEqual(fields.sort());
  expect(fieldsOf(EXAMPLES)).toEqual(fields.sort());
});

const ROWS = Object.entries(ACCESS).flatMap(([root, rows]) =>
  Object.entries(rows).map(([field, row]) => [root, field, row as Row<never>] as const),
);

test.each(ROWS)('%s.%s allows those listed in its row; for all others its object does not exist', async (...row) => {
  expect(await matrix.disagreements(...row)).toEqual([]);
});

test('each field was requested by every actor over HTTP and over the websocket', () => {
  expect(matrix.count).toBeGreaterThanOrEqual(ROWS.length * ACTORS.length * 2);
});

test('a row that does not match what the API does is reported', async () => {
  const { of } = ACCESS.Query.organization;
  const found = await Promise.all([
    matrix.disagreements('Query', 'organization', { needs: ['admin'], of }),
    matrix.disagreements('Query', 'viewer', 'account'),
    matrix.disagreements('Query', 'submissions', 'anyone'),
    matrix.disagreements('Query', 'submission', 'subject'),
    matrix.disagreements('Subscription', 'submissionChanged', 'anyone'),
  ]);
  const [organization, viewer, submissions, submission, changed] = found;
  expect(organization).toContain('Query.organization over HTTP: recruiter of one gets allowed, not NOT_FOUND');
  expect(organization).toContain('Query.organization over HTTP: recruiter of one can tell that the object exists');
  expect(organization).not.toContain('Query.organization over HTTP: admin of one gets allowed, not NOT_FOUND');
  expect(viewer).toContain('Query.viewer over HTTP: a guest gets allowed, not UNAUTHENTICATED');
  expect(submissions).toContain('Query.submissions over HTTP: a visitor gets UNAUTHENTICATED, not allowed');
  expect(submission).toContain('Query.submission over HTTP: an account gets NOT_FOUND, not allowed');
  expect(changed).toContain(
    'Subscription.submissionChanged over websocket: a visitor gets UNAUTHENTICATED, not allowed',
  );
});
