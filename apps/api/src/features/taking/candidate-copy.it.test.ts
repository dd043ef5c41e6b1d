import { GradeIntake } from '../submission/grade-intake';
import { KEY, TestTaking } from './test-taking';

const t = new TestTaking();
beforeAll(() => t.begin());
afterAll(() => t.end());

const SOURCE = 'def average_precision(labels, scores):\n    return 1.0\n';
const copyOf = (headers: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(`${t.api.url}/exports/my-candidate-data.json`, { headers });

/** All names of fields in a value. */
const namesIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);

test('a candidate downloads what is stored about them: name, invitation, every saved answer and program', async () => {
  const { client, attempt, invitation } = await t.started({ extraTime: 0.25 });
  const [choice, code] = attempt.items;
  await client.save(choice?.id ?? '', { choice: { picked: [] } });
  await client.save(choice?.id ?? '', { choice: { picked: [KEY] } });
  await client.submitCode(code?.id ?? '', SOURCE);
  const response = await copyOf(client.cookieHeader());
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="my-data.json"');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toMatchObject({
    person: {
      organization: 'Acme',
      names: [{ name: 'A candidate', email: invitation.email }],
      timeAllowance: { extraTime: 0.25, breakSeconds: 0 },
      invitations: [{ assessment: 'ML engineer II', email: invitation.email, requestForMoreTime: null }],
      sessions: [{ endedAt: null }],
    },
    attempts: [
      {
        attempt: { assessment: 'ML engineer II', endedAt: null },
        items: [
          { question: 1, kind: 'choice', answers: [{ answer: { picked: [] } }, { answer: { picked: [KEY] } }] },
          { question: 2, kind: 'code', programs: [{ purpose: 'submit', source: SOURCE }] },
        ],
      },
    ],
  });
});

test('the copy has no key, verdict or score, neither during the attempt nor after its end', async () => {
  const { client, attempt } = await t.started();
  await client.submitCode(attempt.items[1]?.id ?? '', SOURCE);
  await t.grader.gradeNext({ kind: 'wrongAnswer' }, ['ties']);
  await t.api.app.get(GradeIntake).takeAll();
  const during = await (await copyOf(client.cookieHeader())).text();
  await client.submitAttempt(attempt.id);
  const after = await (await copyOf(client.cookieHeader())).text();
  const [scored] = await t.api.dataSource.query<{ count: number }[]>(
    'select count(*)::int from score s join attempt_item i on i.id = s.attempt_item_id where i.attempt_id = $1',
    [attempt.id],
  );
  expect(scored?.count).toBeGreaterThan(0);
  for (const text of [during, after]) {
    expect(text).not.toContain(KEY);
    expect(text).not.toMatch(/wrongAnswer|ties/);
    const names = new Set(namesIn(JSON.parse(text)));
    for (const name of ['earned', 'score', 'verdict', 'key', 'seed', 'draw', 'title', 'slug', 'weight']) {
      expect(names).not.toContain(name);
    }
  }
});

test('nobody else gets it: not without a session, not another candidate, not after deletion', async () => {
  expect((await copyOf({})).status).toBe(401);
  const { client, invitation } = await t.aCandidate();
  const other = await t.aCandidate();
  expect(await (await copyOf(other.client.cookieHeader())).text()).not.toContain(invitation.email);
  await client.ask(
    'mutation ($input: DeleteMyCandidateDataInput!) { deleteMyCandidateData(input: $input) { __typename } }',
    { input: { confirm: true } },
  );
  expect((await copyOf(client.cookieHeader())).status).toBe(401);
});
