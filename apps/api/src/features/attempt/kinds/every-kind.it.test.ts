import {
  EXAMPLE_BANK,
  ExamplePractice,
  type ItemShape,
  makeScratchDatabase,
  Practiser,
  writeBank,
} from '@holdout/testing';
import { QUESTION_KINDS, type QuestionKind } from '@holdout/bank';
import { API_TEMPLATE, type TestApi } from '../../../test-api';
import { startPreparedApi } from '../../../test-prepared-api';

let api: TestApi;
let bank: Awaited<ReturnType<typeof writeBank>>;

const practice = new ExamplePractice(() => api.url);

beforeAll(async () => {
  bank = await writeBank(EXAMPLE_BANK);
  const environment = { HOLDOUT_BANKS: `${bank.directory},bank` };
  api = await startPreparedApi(await makeScratchDatabase(API_TEMPLATE), { environment });
});
afterAll(async () => {
  await api.stop();
  await bank.drop();
});

test.each(['plot', 'ordering', 'reading', 'text', 'scenario', 'design'])(
  'an answer of another kind is rejected by a %s',
  async (kind) => {
    const { client, item } = await practice.open(kind);
    expect(await client.save(item.id, { choice: { picked: [] } })).toMatchObject({ reason: 'WRONG_KIND' });
    expect(await client.check(item.id)).toMatchObject({ __typename: 'NothingToCheckProblem' });
  },
);

test('the next question shares a skill and is not solved', async () => {
  const { client, item } = await practice.check('text', { text: 'AP' });
  const NEXT = 'query ($id: ID!) { attempt(id: $id) { items { feedback { nextInSkill { slug } } } } }';
  const nextOf = async (id: string) => {
    const { attempt } = await client.ask<{ attempt: { items: { feedback: { nextInSkill: { slug: string } } }[] } }>(
      NEXT,
      { id },
    );
    return attempt.items[0]?.feedback.nextInSkill.slug;
  };
  const { id } = await client.startPractice('text.example');
  const first = await nextOf(id);
  expect(first).toMatch(/^(design|ordering|plot|reading|scenario)\.example$/);
  expect(first).not.toBe(item.question?.slug);
});

test('a quiz draws kinds scored by a key, and its score shows the points that wait for a person', async () => {
  const client = new Practiser(api.url);
  expect(await client.startQuiz({ skills: ['example.kinds'], count: 5, minutes: 10 })).toMatchObject({ available: 4 });
  const { attempt } = (await client.startQuiz({ skills: ['example.kinds'], count: 4, minutes: 10 })) as unknown as {
    attempt: { id: string; items: ItemShape[] };
  };
  const itemOf = (kind: string): string => attempt.items.find((item) => item.kind === kind)?.id ?? '';
  expect(attempt.items.map(({ kind }) => kind).sort()).toEqual(['ORDERING', 'PLOT', 'READING', 'TEXT']);
  await client.save(itemOf('TEXT'), { text: { text: 'something else' } });
  await client.save(itemOf('ORDERING'), { ordering: { steps: ['log', 'shadow', 'canary', 'full'] } });
  await client.save(itemOf('PLOT'), { plot: { points: [], choices: [{ part: 'gap', picked: ['memorises'] }] } });
  const ended = await client.submitAttempt(attempt.id);
  expect(ended.attempt?.score).toMatchObject({ earned: 1 + 1 / 3, possible: 4, pending: 1 });
  const marked = await client.markMyself(itemOf('TEXT'), { meaning: 1 });
  expect(marked.item?.feedback).toMatchObject({ earned: 1, pending: 0, markedBy: 'SELF' });
  expect((await client.attempt(attempt.id)).score).toEqual(ended.attempt?.score);
  const reading = ended.attempt?.items.find(({ id }) => id === itemOf('READING'));
  expect(reading?.feedback).toMatchObject({ earned: 0, possible: 3, pending: 0 });
});

/** All strings with a space in a value. */
function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : [];
}

test.each<[QuestionKind]>(QUESTION_KINDS.map((kind) => [kind]))(
  'no secret of a %s is sent before the answer, and the explanation is sent afterwards',
  async (kind) => {
    const rows = await api.dataSource.query<{ slug: string; secret: unknown }[]>(
      `select q.slug, v.secret_part as secret from question q join question_version v on v.id = q.current_version_id
       where v.kind = $1 order by q.slug limit 5`,
      [kind],
    );
    expect(rows).not.toHaveLength(0);
    for (const { slug, secret } of rows) {
      const client = new Practiser(api.url);
      const { items } = await client.startPractice(slug);
      const secrets = sentencesIn(secret);
      const leaked = (given: unknown): readonly string[] => {
        const text = JSON.stringify(given);
        return secrets.filter((each) => text.includes(JSON.stringify(each).slice(1, -1)));
      };
      expect(leaked(items)).toEqual([]);
      const revealed = await client.reveal(items[0]?.id ?? '');
      expect(revealed.item?.feedback?.explanation).toMatch(/\w{3}/);
    }
  },
);
