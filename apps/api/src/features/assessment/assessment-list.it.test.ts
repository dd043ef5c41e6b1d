import type { TestApi } from '../../test-api';
import { aDraft, aQuestion, type Builder, startBuilders } from './test-assessments';

let api: TestApi;
let manager: Builder;
let author: Builder;

beforeAll(async () => {
  ({ api, manager, author } = await startBuilders());
});
afterAll(() => api.stop());

const LIST = `query ($filter: AssessmentFilter, $order: AssessmentOrder! = CHANGED_LAST, $after: String) {
  assessments(organization: "one", first: 2, after: $after, filter: $filter, order: $order) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { title } } } }`;
type Listed = {
  readonly assessments: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: { readonly title: string } }[];
  };
};

/** All titles, page by page. */
async function titles(variables: object, by = manager): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after: string | null = null, isMore = true; isMore;) {
    const { assessments }: Listed = await by.client.ask<Listed>(LIST, { ...variables, after });
    found.push(...assessments.edges.map(({ node }) => node.title));
    after = assessments.pageInfo.endCursor;
    isMore = assessments.pageInfo.hasNextPage;
  }
  return found;
}

test('the list is paged by title in either direction, without regard to case, and by its last change', async () => {
  for (const title of ['Yak two', 'yak One', 'Yak zero', 'yak one', 'Yak three']) await manager.create(title);
  const filter = { text: 'yak' };
  const byTitle = await titles({ filter, order: 'TITLE' });
  expect(byTitle.map((title) => title.toLowerCase())).toEqual([
    'yak one',
    'yak one',
    'yak three',
    'yak two',
    'yak zero',
  ]);
  expect(new Set(byTitle).size).toBe(5);
  expect(await titles({ filter, order: 'TITLE_DESCENDING' })).toEqual(byTitle.toReversed());
  const lastFirst = await titles({ filter });
  expect(lastFirst[0]).toBe('Yak three');
  expect(await titles({ filter, order: 'CHANGED_FIRST' })).toEqual(lastFirst.toReversed());
});

test.each([
  'nonsense',
  Buffer.from('["x"]').toString('base64url'),
  Buffer.from('["\u0000","x"]').toString('base64url'),
])('a cursor of another list is refused: %s', async (after) => {
  expect(await manager.client.refusal(LIST, { order: 'TITLE', after })).toEqual(['BAD_INPUT']);
  expect(await manager.client.refusal(LIST, { after })).toEqual(['BAD_INPUT']);
});

test.each(['INVITED', 'STARTED', 'SUBMITTED'])('the list is paged by a count, as it is shown: %s', async (order) => {
  const filter = { text: 'bongo' };
  const byTitle = new Map<string, string>();
  for (const title of ['Bongo none', 'Bongo two', 'Bongo one']) byTitle.set(title, await manager.create(title));
  await submitted(byTitle.get('Bongo two'), 2);
  await submitted(byTitle.get('Bongo one'), 1);
  const all = ['Bongo none', 'Bongo one', 'Bongo two'];
  expect(await titles({ filter, order })).toEqual(all);
  expect(await titles({ filter, order: `${order}_DESCENDING` })).toEqual(all.toReversed());
  await api.dataSource.query('update assessment set archived_at = now() where id = any($1)', [[...byTitle.values()]]);
});

test('own assessments are those that the viewer has created or changed', async () => {
  const filter = { text: 'gnu', isOwn: true };
  await author.create('Gnu of the author');
  const shared = await manager.create('Gnu of both');
  await manager.create('Gnu of the manager');
  expect(await titles({ filter }, author)).toEqual(['Gnu of the author']);
  await author.save(shared, 1, aDraft([aQuestion('public/numeric.screening-ppv')]));
  expect((await titles({ filter }, author)).toSorted()).toEqual(['Gnu of both', 'Gnu of the author']);
  expect((await titles({ filter })).toSorted()).toEqual(['Gnu of both', 'Gnu of the manager']);
});

test('what waits is found however many assessments were changed since', async () => {
  const filter = (waiting: string) => ({ filter: { text: 'okapi', waiting } });
  const id = await manager.create('Okapi');
  expect(await titles(filter('UNPUBLISHED_CHANGES'))).toEqual(['Okapi']);
  await manager.save(id, 1, aDraft([aQuestion('public/numeric.screening-ppv')]));
  await manager.publish(id, 2);
  expect(await titles(filter('UNPUBLISHED_CHANGES'))).toEqual([]);
  for (const waiting of ['FAILED_VERSION', 'UNDELIVERED_MAIL', 'NEW_SUBMISSIONS'])
    expect(await titles(filter(waiting))).toEqual([]);
  await fail(id);
  expect(await titles(filter('FAILED_VERSION'))).toEqual(['Okapi']);
  await submitAndBounce(id);
  expect(await titles(filter('UNDELIVERED_MAIL'))).toEqual(['Okapi']);
  expect(await titles(filter('NEW_SUBMISSIONS'))).toEqual(['Okapi']);
  await api.dataSource.query(
    `update attempt set started_at = now() - interval '9 days', ended_at = now() - interval '8 days'`,
  );
  expect(await titles(filter('NEW_SUBMISSIONS'))).toEqual([]);
});

/** The preparation of the latest version fails; a numeric family that has no draws needs one. */
async function fail(assessmentId: string): Promise<void> {
  await api.dataSource.query(
    `with needed as (select q.question_version_id as id from assessment_version_question q
       join assessment_version v on v.id = q.assessment_version_id where v.assessment_id = $1),
     gone as (delete from variant where question_version_id in (select id from needed))
     update preparation set failure = 'no', done_at = null where question_version_id in (select id from needed)`,
    [assessmentId],
  );
}

/** One person has submitted, and the mail of their invitation was refused. */
async function submitAndBounce(assessmentId: string): Promise<void> {
  const at = [assessmentId];
  await api.dataSource.query(
    `with v as (select id, organization_id from assessment_version where assessment_id = $1),
     c as (insert into candidate (id, organization_id, created_at) select gen_random_uuid(), organization_id, now() from v
       returning id, organization_id),
     i as (insert into invitation (id, organization_id, purpose, assessment_id, assessment_version_id, candidate_id, email,
         token_hash, source, created_at, expires_at)
       select gen_random_uuid(), v.organization_id, 'assessment', $1, v.id, c.id, 'o@x.example', '\\x00', 'mail', now(),
         now() + interval '1 day' from v, c returning id, organization_id),
     m as (insert into mail (id, organization_id, kind, subject_id, recipient, message_id, created_at, tries, failed_at, failure)
       select gen_random_uuid(), organization_id, 'candidateInvitation', id, 'o@x.example', 'm', now(), 1, now(), 'refused' from i)
     insert into attempt (id, purpose, form, organization_id, candidate_id, assessment_version_id, invitation_id, seed,
       started_at, ended_at, ended_by)
     select gen_random_uuid(), 'assessment', 'assessment', v.organization_id, c.id, v.id, i.id, 's', now(), now(), 'candidate'
       from v, c, i`,
    at,
  );
}

/** So many people have submitted. */
async function submitted(assessmentId: string | undefined, count: number): Promise<void> {
  await api.dataSource.query(
    `with v as (insert into assessment_version (id, organization_id, assessment_id, number, content, content_hash, draft_revision,
         published_at) select gen_random_uuid(), organization_id, id, 1, '{}', 'h', 1, now() from assessment where id = $1
       returning id, organization_id),
     c as (insert into candidate (id, organization_id, created_at) select gen_random_uuid(), organization_id, now()
       from v, generate_series(1, $2) returning id, organization_id),
     i as (insert into invitation (id, organization_id, purpose, assessment_id, assessment_version_id, candidate_id, email,
         token_hash, source, created_at, expires_at)
       select gen_random_uuid(), v.organization_id, 'assessment', $1, v.id, c.id, c.id || '@x.example', uuid_send(c.id), 'mail',
         now(), now() + interval '1 day' from v, c returning id, candidate_id)
     insert into attempt (id, purpose, form, organization_id, candidate_id, assessment_version_id, invitation_id, seed,
       started_at, ended_at, ended_by)
     select gen_random_uuid(), 'assessment', 'assessment', v.organization_id, i.candidate_id, v.id, i.id, 's', now(), now(),
       'candidate' from v, i`,
    [assessmentId, count],
  );
}
