import { QUESTION_KINDS } from '@holdout/bank';
import { ScoreRepository } from '@holdout/persistence';
import { EXAMPLE_BANK, makeScratchDatabase, Practiser, writeBank } from '@holdout/testing';
import { GradeIntake } from '../features/submission/grade-intake';
import { API_TEMPLATE, type TestApi } from '../test-api';
import { TestAssessments } from '../test-assessment';
import { reportOf, TestGrader } from '../test-grader';
import { startPreparedApi } from '../test-prepared-api';
import { Everything } from './test-everything';
import { METRIC } from './test-metric';
import { holdsOneOf, isWithheld, leavesOf, tellTales } from './test-secret-values';
import { type AnsweredField, SecretMarks } from './test-secrets';

/** One question of each kind. */
const SLUGS: Readonly<Record<(typeof QUESTION_KINDS)[number], string>> = {
  choice: 'choice.backtest-too-good',
  numeric: 'numeric.screening-ppv',
  plot: 'plot.example',
  ordering: 'ordering.example',
  reading: 'reading.example',
  text: 'text.example',
  scenario: 'scenario.example',
  design: 'design.example',
  code: 'code.average-precision-ties',
  model: 'model.sensor-new-building',
};

const WRONG = 'def predict(*tables):\n    return 0\n';

type Started = { readonly slug: string; readonly attemptId: string; readonly itemId: string };

let api: TestApi;
let everything: Everything;
let bank: Awaited<ReturnType<typeof writeBank>>;
let client: Practiser;
let grader: TestGrader;
let started: readonly Started[];
const submissionIds: string[] = [];

beforeAll(async () => {
  bank = await writeBank(EXAMPLE_BANK);
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  api = await startPreparedApi(scratch, { environment: { HOLDOUT_BANKS: `${bank.directory},bank` } });
  everything = new Everything(api);
  client = new Practiser(api.url);
  started = await startEveryKind();
  grader = new TestGrader(scratch.url);
  await grader.sayAlive();
  await submitAndGrade();
});
afterAll(async () => {
  await grader.close();
  await api.stop();
  await bank.drop();
});

async function startEveryKind(): Promise<Started[]> {
  const all: Started[] = [];
  for (const slug of Object.values(SLUGS)) {
    const { id, items } = await client.startPractice(slug);
    all.push({ slug, attemptId: id, itemId: items[0]?.id ?? '' });
  }
  return all;
}

/** Grades the next submission as wrong; the report of a model has a metric with a guard. */
async function gradeNext(isModel: boolean): Promise<void> {
  const { runId, job } = await grader.claimNext();
  if (job.kind !== 'grade') throw new Error(`The next job has kind ${job.kind}.`);
  const report = reportOf(job, { kind: 'wrongAnswer', hint: 'order' }, ['ties']);
  await grader.complete(runId, { kind: 'grade', report: { ...report, metric: isModel ? METRIC : null } });
}

/** Submits wrong code to the code and model items. */
async function submitAndGrade(): Promise<void> {
  for (const slug of [SLUGS.code, SLUGS.model]) {
    const itemId = started.find((each) => each.slug === slug)?.itemId ?? '';
    const sent = await client.submitCode(itemId, WRONG);
    submissionIds.push((sent['submission'] as { id: string }).id);
    await gradeNext(slug === SLUGS.model);
  }
  await api.app.get(GradeIntake).takeAll();
}

/** Sets the form of every attempt: an open quiz, which shows nothing, or practice. */
async function setForm(form: 'quiz' | 'single'): Promise<void> {
  await api.dataSource.query('update attempt set form = $1', [form]);
}

/** All fields that the practiser can select, without the limits of a request. */
async function askForEverything(): Promise<AnsweredField[]> {
  const roots = [
    ...started.flatMap(({ slug, attemptId }) => [
      `attempt(id: "${attemptId}")`,
      `question(slug: "${slug}")`,
      `submissions(slug: "${slug}", first: 100)`,
    ]),
    ...submissionIds.map((id) => `submission(id: "${id}")`),
    'openQuiz',
    'progress',
    'questions(first: 100)',
    'viewer',
  ];
  return everything.askFor(roots, client);
}

/** Values found only in the secret parts of the started items, by item, and the sentences of all misconceptions. */
async function secretsOfItems(): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await api.db.repo(ScoreRepository).listSecrets(started.map(({ itemId }) => itemId));
  const shown = await api.dataSource.query<object[]>(
    `select v.candidate_part, t.shown from attempt_item i join question_version v on v.id = i.question_version_id
     left join variant t on t.id = i.variant_id`,
  );
  const open = leavesOf(shown).map(String).join('\n');
  const versions = await api.dataSource.query<{ sources: string[] }[]>(
    'select v.sources from attempt_item i join question_version v on v.id = i.question_version_id',
  );
  const sources = versions.flatMap((version) => version.sources);
  const sentences = await api.dataSource.query<object[]>('select sentence from misconception');
  const secretOf = (value: unknown): string[] => tellTales(leavesOf(value)).filter((text) => !open.includes(text));
  return new Map([
    ...rows.map(({ itemId, secretPart, variantSecret }) => [itemId, secretOf([secretPart, variantSecret])] as const),
    ['misconceptions', secretOf(sentences)] as const,
    // Titles of papers and pages name the answer, so they are secret although the author publishes them.
    ['sources', sources] as const,
  ]);
}

const GROUPS = /^CodeContent\.groups$|^CaseGroup\./;

/** A candidate's attempt over one question of each kind, with sent code that was graded. */
async function takenAssessment(): Promise<{ client: Practiser; attemptId: string; submissionIds: string[] }> {
  const assessments = new TestAssessments(api.dataSource);
  const organizationId = await assessments.organization('acme', 'Acme');
  const entries = Object.values(SLUGS).map((slug) => ({ slug }));
  const rules = { mayGoBack: true, countedSubmission: 'best', afterRelease: 'answers' } as const;
  const versionId = await assessments.publish(organizationId, [{ title: 'All kinds', entries }], { rules });
  const { token } = await assessments.invite(organizationId, versionId);
  const client = new Practiser(api.url);
  await client.openLink(token);
  const { id: attemptId, items } = await client.startAssessment();
  const ids: string[] = [];
  for (const { id, kind } of items.filter((item) => item.kind === 'CODE' || item.kind === 'MODEL')) {
    const sent = await client.submitCode(id, WRONG);
    ids.push((sent['submission'] as { id: string }).id);
    await gradeNext(kind === 'MODEL');
  }
  await api.app.get(GradeIntake).takeAll();
  return { client, attemptId, submissionIds: ids };
}

test('every kind of question has secret values to search for', async () => {
  const secrets = await secretsOfItems();
  expect([...secrets.values()].map((ofItem) => ofItem.length)).not.toContain(0);
  expect(secrets.size).toBe(QUESTION_KINDS.length + 2);
});

test('while nothing may be shown, every marked field is withheld and no field contains a text or number of a secret part', async () => {
  await setForm('quiz');
  const [fields, secrets] = [await askForEverything(), await secretsOfItems()];
  // Practice and quizzes name the groups of hidden cases; only an assessment withholds them.
  const marked = fields.filter(({ name }) => everything.isMarked(name) && !GROUPS.test(name));
  expect(marked.filter(({ value }) => !isWithheld(value))).toEqual([]);
  expect(fields.filter(holdsOneOf([...secrets.values()].flat()))).toEqual([]);
});

test('once all may be shown, values of a secret part appear only behind marked fields, and every marked field appears', async () => {
  await setForm('single');
  for (const { itemId } of started) await client.reveal(itemId);
  const [fields, secrets] = [await askForEverything(), await secretsOfItems()];
  const exposed = fields.filter(holdsOneOf([...secrets.values()].flat()));
  expect(exposed.filter(({ name, within }) => ![...within, name].some((each) => everything.isMarked(each)))).toEqual(
    [],
  );
  const silent = started.filter(({ itemId }) => !exposed.some(holdsOneOf(secrets.get(itemId) ?? [])));
  expect(silent).toEqual([]);
  const shown = new Set(fields.filter(({ value }) => !isWithheld(value)).map(({ name }) => name));
  const gates = new SecretMarks(everything.schema, ['Query.attempt', 'Query.submission']).gates.map(({ name }) => name);
  expect(gates.filter((name) => !shown.has(name))).toEqual([]);
});

describe('an assessment', () => {
  let taken: Awaited<ReturnType<typeof takenAssessment>>;
  const shown = async (): Promise<AnsweredField[]> => {
    const { client: candidate, attemptId, submissionIds: sent } = taken;
    const roots = [
      `attempt(id: "${attemptId}")`,
      'candidateInvitation',
      'myCandidateData',
      ...sent.map((id) => `submission(id: "${id}")`),
    ];
    return everything.askFor(roots, candidate);
  };
  const setState = (change: string) =>
    api.dataSource.query(`update attempt set ${change} where id = $1`, [taken.attemptId]);

  beforeAll(async () => {
    taken = await takenAssessment();
  });

  test.each([
    ['while it is open', 'started_at = started_at'],
    ['while it is open and its time is up', "closes_at = now() - interval '1 minute'"],
    ['after its end, before its release', 'closes_at = null'],
  ])('withholds every marked field %s, and shows no text or number of a secret part', async (_when, change) => {
    await setState(change);
    const [fields, secrets] = [await shown(), await secretsOfItems()];
    expect(fields.filter(({ name, value }) => everything.isMarked(name) && !isWithheld(value))).toEqual([]);
    expect(fields.filter(holdsOneOf([...secrets.values()].flat()))).toEqual([]);
    const statuses = fields.filter(({ name }) => name === 'Submission.status').map(({ value }) => value);
    expect(new Set(statuses)).toEqual(new Set(['RECEIVED']));
  });

  test('shows what it withheld once it is released', async () => {
    await setState('released_at = now()');
    const shownNow = new Set((await shown()).filter(({ value }) => !isWithheld(value)).map(({ name }) => name));
    expect(shownNow).toContain('AttemptItem.feedback');
    expect(shownNow).toContain('Submission.verdict');
  });
});
