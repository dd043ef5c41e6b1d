import { EXAMPLE_BANK, type GraphQLClient, writeBank } from '@holdout/testing';
import { TestTaking } from '../taking/test-taking';

const TASK = `id number total explanation content { __typename ... on ScenarioContent { statement followUps { id } } }
  answer { __typename ... on ScenarioAnswer { texts { part text } } ... on TextAnswer { text } ... on DesignAnswer { blocks { part text } } }
  rubric { id title weight levels level } redFlags { text } samples { name text levels { criterion level } }
  detail { __typename ... on DesignFeedback { numbers { id earned } } ... on TextFeedback { accepted } }
  review { number levels { criterion level } comments { criterion text } noteToCandidate privateNote isFlagged }`;
const QUEUE = 'id title kind toMark secondMarks doneCount disagreementCount medianSeconds dueAt';

export type Levels = Readonly<Record<string, number>>;
export type ShownTask = {
  readonly id: string;
  readonly number: number;
  readonly total: number;
  readonly answer: { readonly texts?: readonly { readonly text: string }[] } | null;
  readonly review: object | null;
};
type Opened = { readonly __typename: string; readonly task?: ShownTask };
export type ShownQueue = {
  readonly id: string;
  readonly kind: string;
  readonly toMark: number;
  readonly secondMarks: number;
  readonly doneCount: number;
  readonly disagreementCount: number;
};

/** The levels of the example scenario that earn least and most. */
export const LOW: Levels = { triage: 0, telling: 0 };
export const HIGH: Levels = { triage: 2, telling: 2 };

export const levelsInput = (levels: Levels) =>
  Object.entries(levels).map(([criterion, level]) => ({ criterion, level }));

/** An API with an assessment of one scenario, and those who take and mark it. For the tests of one file. */
export class TestReviewing extends TestTaking {
  private bank!: Awaited<ReturnType<typeof writeBank>>;
  assessmentId!: string;

  override async begin(): Promise<void> {
    this.bank = await writeBank(EXAMPLE_BANK);
    await super.begin({ HOLDOUT_BANKS: `${this.bank.directory},bank` });
    await this.useVersion(
      await this.assessments.publish(this.organizationId, [SCENARIO], { minutes: 60, passLine: 0.6 }),
    );
  }

  override async end(): Promise<void> {
    await super.end();
    await this.bank.drop();
  }

  /** The version that candidates take from now on. */
  async useVersion(versionId: string): Promise<void> {
    this.versionId = versionId;
    const sql = 'select assessment_id as id from assessment_version where id = $1';
    const [row] = await this.api.dataSource.query<{ id: string }[]>(sql, [versionId]);
    this.assessmentId = row?.id ?? '';
  }

  /** Someone who has answered the scenario with this text and submitted. */
  async answered(
    text: string,
  ): Promise<{ readonly attemptId: string; readonly itemId: string; readonly email: string }> {
    const { client, attempt, invitation } = await this.started();
    const itemId = attempt.items.find(({ kind }) => kind === 'SCENARIO')?.id ?? '';
    await client.save(itemId, { scenario: { part: 'prompt', text } });
    await client.submitAttempt(attempt.id);
    return { attemptId: attempt.id, itemId, email: invitation.email };
  }

  async plan(columns: Readonly<Record<string, unknown>>): Promise<void> {
    const given = { second_marks: 'none', share: 0.2, margin: 0.05, calibrates: false, ...columns };
    const names = Object.keys(given);
    await this.api.dataSource.query(
      `insert into review_plan (assessment_id, organization_id, updated_at, ${names.join(', ')})
       values ($1, $2, now(), ${names.map((_, index) => `$${index + 3}`).join(', ')})
       on conflict (assessment_id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      [this.assessmentId, this.organizationId, ...Object.values(given)],
    );
  }

  /** The queue of the assessment that candidates take now. */
  async findQueue(): Promise<string> {
    const sql = 'select id from review_queue where assessment_id = $1';
    const [row] = await this.api.dataSource.query<{ id: string }[]>(sql, [this.assessmentId]);
    return row?.id ?? '';
  }

  /** A new assessment of one scenario, so that each test has its own queue; without calibration. */
  async startAgain(): Promise<void> {
    await this.useVersion(
      await this.assessments.publish(this.organizationId, [SCENARIO], { minutes: 60, passLine: 0.6 }),
    );
    await this.plan({});
  }

  async accountOf(name: string): Promise<string> {
    const sql = 'select account_id as id from account_profile where email = $1';
    const [row] = await this.api.dataSource.query<{ id: string }[]>(sql, [`${name}@acme.example`]);
    return row?.id ?? '';
  }

  audited(act: string) {
    return this.api.dataSource.query<{ detail: object }[]>('select detail from audit where act = $1 order by id', [
      act,
    ]);
  }

  /** The scores of an item that people gave, oldest first. */
  scoresOf(itemId: string) {
    return this.api.dataSource.query<{ earned: number; possible: number; pending: number; levels: Levels }[]>(
      `select earned, possible, pending, raw -> 'levels' as levels from score
       where attempt_item_id = $1 and marked_by = 'reviewer' order by scored_at, id`,
      [itemId],
    );
  }
}

export const SCENARIO = { title: 'Judgement', entries: [{ slug: 'scenario.example' }] };

export async function queuesOf(client: GraphQLClient): Promise<readonly ShownQueue[]> {
  const sent = `query ($organization: String!) { markingQueues(organization: $organization) { ${QUEUE} } }`;
  return (await client.ask<{ markingQueues: ShownQueue[] }>(sent, { organization: 'acme' })).markingQueues;
}

export async function openMarking(client: GraphQLClient, queueId: string, number: number): Promise<Opened> {
  const sent = `mutation ($input: OpenMarkingInput!) { openMarking(input: $input) {
    __typename ... on OpenMarkingSuccess { task { ${TASK} } } } }`;
  return (await client.ask<{ openMarking: Opened }>(sent, { input: { queueId, number } })).openMarking;
}

/** The open task; fails without one. */
export async function nextTask(client: GraphQLClient, queueId: string, number = 1000): Promise<ShownTask> {
  const { __typename, task } = await openMarking(client, queueId, number);
  if (task === undefined) throw new Error(`No task: ${__typename}.`);
  return task;
}

export async function saveReview(
  client: GraphQLClient,
  queueId: string,
  taskId: string,
  levels: Levels,
  more: object = {},
): Promise<{ readonly __typename: string; readonly issues?: object[] }> {
  const sent = `mutation ($input: SaveReviewInput!) { saveReview(input: $input) {
    __typename ... on InvalidInputProblem { issues { field code } } } }`;
  const rest = { comments: [], noteToCandidate: '', privateNote: '', isFlagged: false, seconds: 60, ...more };
  const input = { queueId, taskId, levels: levelsInput(levels), ...rest };
  return (await client.ask<{ saveReview: { __typename: string } }>(sent, { input })).saveReview;
}

export async function send<T extends { readonly __typename: string }>(
  client: GraphQLClient,
  field: string,
  input: object,
  more = '',
): Promise<T> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const sent = `mutation ($input: ${type}!) { ${field}(input: $input) {
    __typename ... on InvalidInputProblem { issues { field code } } ${more} } }`;
  return (await client.ask<Record<string, T>>(sent, { input }))[field] as T;
}
