import { type AttemptShape, makeScratchDatabase, Practiser } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { reportOf, TestGrader } from '../../test-grader';
import { GradeIntake } from '../submission/grade-intake';

const PASSWORD = 'the tide turns at nine';
const MARK = 'a person wrote this';
const SOURCE = `# ${MARK}\ndef average_precision(labels, scores):\n    return 1.0\n`;
const ROUNDS = 6;
const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const DELETE = 'mutation ($input: DeleteMyDataInput!) { deleteMyData(input: $input) { __typename } }';
const REPORT = 'mutation ($input: ReportQuestionInput!) { reportQuestion(input: $input) { __typename } }';

let api: TestApi;
let grader: TestGrader;

beforeAll(async () => {
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  api = await startTestApi(scratch, { environment: { HOLDOUT_BANKS: 'bank' } });
  grader = new TestGrader(scratch.url);
  await grader.sayAlive();
  await grader.prepareAll();
  await api.app.get(GradeIntake).takeAll();
});
afterAll(async () => {
  await grader.close();
  await api.stop();
});

const ITEMS = `(select i.id from attempt_item i join attempt a on a.id = i.attempt_id where $1 in (a.account_id, a.guest_id))`;
const SENT = `(select s.id from submission s where s.attempt_item_id in ${ITEMS})`;

/** What a person left, by table; each statement finds rows that must not be there after an erasure. */
const LEFT = {
  answers: `select from response where attempt_item_id in ${ITEMS}`,
  revisions: `select from response_revision where attempt_item_id in ${ITEMS}`,
  programs: `select from submission where id in ${SENT} and (source <> '' or own_input is not null)`,
  verdicts: `select from verdict where submission_id in ${SENT}`,
  reports: "select from question_report where $1 in (account_id, guest_id) and text <> ''",
  jobs: `select from grading.job j join submission s on s.job_id = j.id where s.id in ${SENT}`,
  output: `select from grading.report r join submission s on s.job_id = r.job_id where s.id in ${SENT}`,
  sessions: 'select from session where $1 in (account_id, guest_id) and ended_at is null',
  names: 'select from account_profile where account_id = $1',
  passwords: 'select from account_password where account_id = $1',
  attempts: 'select from attempt where $1 in (account_id, guest_id) and (erased_at is null or ended_at is null)',
  items: `select from attempt_item where id in ${ITEMS} and fixed_at is null`,
};

async function leftOf(personId: string): Promise<object> {
  const found = await Promise.all(
    Object.entries(LEFT).map(async ([name, sql]) => {
      const rows = await api.dataSource.query<object[]>(sql, [personId]);
      return rows.length === 0 ? [] : [[name, rows.length] as const];
    }),
  );
  return Object.fromEntries(found.flat());
}

type Person = {
  readonly id: string;
  readonly password: string;
  readonly email: string | null;
  readonly client: () => Practiser;
};

async function aPerson(round: number, kind: 'guest' | 'account'): Promise<Person> {
  const first = new Practiser(api.url);
  const email = kind === 'account' ? `person${round}@example.org` : null;
  if (email === null) await first.startPractice('numeric.screening-ppv');
  else await first.ask(SIGN_UP, { input: { email, password: PASSWORD, displayName: 'A person' } });
  const [row] = await api.dataSource.query<{ id: string }[]>(
    'select coalesce(account_id, guest_id) as id from session order by created_at desc, id desc limit 1',
  );
  const client = (): Practiser => new Practiser(api.url, first.cookieHeader());
  return { id: row?.id ?? '', client, password: kind === 'account' ? PASSWORD : '', email };
}

function firstOf({ items: [item] }: AttemptShape): { readonly itemId: string; readonly option: string } {
  if (item === undefined) throw new Error('The attempt has no item.');
  return { itemId: item.id, option: item.content.options?.[0]?.id ?? '' };
}

/** Repeats a request of a person until it is refused, which is once the session has ended. */
async function untilRefused(act: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await act();
    } catch (error) {
      if (/UNAUTHENTICATED|NOT_FOUND|RATE_LIMITED/.test(String(error))) return;
      throw error;
    }
  }
}

const grade = async (): Promise<void> => {
  try {
    const { runId, job } = await grader.claimNext();
    if (job.kind !== 'grade') return;
    const report = reportOf(job, { kind: 'crashed', error: 'ValueError', detail: MARK, line: 1 }, ['ties']);
    await grader.complete(runId, { kind: 'grade', report });
  } catch (error) {
    if (!String(error).includes('No job waits')) throw error;
  }
  await api.app.get(GradeIntake).takeAll();
};

test.each([
  ['a guest', 'guest'],
  ['an account', 'account'],
] as const)(
  'erasing %s leaves no data, also during concurrent saves, submissions, checks, reports and grading',
  async (_who, kind) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, client, password, email } = await aPerson(round, kind);
      const owner = client();
      const text = await owner.startPractice('choice.rare-event-accuracy');
      const code = await owner.startPractice('code.average-precision-ties');
      const { itemId, option } = firstOf(text);
      const { itemId: codeId } = firstOf(code);
      await owner.submitCode(codeId, SOURCE);
      const save = () => owner.save(codeId, { code: { language: 'PYTHON', source: SOURCE } });
      const check = async () => {
        await owner.save(itemId, { choice: { picked: [option] } });
        await owner.check(itemId);
      };
      let isErased = false;
      const grading = (async () => {
        while (!isErased) await grade();
      })();
      const report = { slug: 'choice.rare-event-accuracy', reason: 'WRONG', text: MARK };
      const starting = (async () => {
        // Without a session it would be another guest who starts.
        while (!isErased)
          await client()
            .startPractice('choice.backtest-too-good', true)
            .catch(() => undefined);
      })();
      const writers = [
        untilRefused(save),
        untilRefused(() => owner.submitCode(codeId, SOURCE)),
        untilRefused(check),
        client().send(REPORT, { input: report }),
        new Practiser(api.url).send(SIGN_IN, { input: { email: email ?? 'nobody@example.org', password: PASSWORD } }),
      ];
      // Erased at another moment of the writers' work in each round.
      for (let saves = 0; saves < round; saves += 1) await save();
      expect(await client().ask(DELETE, { input: { password } })).toEqual({
        deleteMyData: { __typename: 'DeleteMyDataSuccess' },
      });
      isErased = true;
      await Promise.all([...writers, starting, grading]);
      await grade();
      expect(await leftOf(id)).toEqual({});
    }
  },
);
