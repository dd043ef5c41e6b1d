import type { GraphQLClient, Practiser } from '@holdout/testing';
import { CHOICE, CODE, TestTaking } from '../taking/test-taking';

const SCENARIO = 'scenario.offline-gain-only';
export const RULES = { mayGoBack: true, countedSubmission: 'last', afterRelease: 'nothing' } as const;
export const REASON = 'The network of the office was down.';

const LATE = `id attemptId invitationId position kind title cause closedAt arrivedAt
  answer { ... on ChoiceAnswer { picked } ... on CodeAnswer { source } }
  counted { revision answer { ... on ChoiceAnswer { picked } ... on CodeAnswer { source } } }
  admission { admittedAt admittedBy reason }`;
export const LIST = `query ($assessmentId: ID!, $invitationId: ID, $first: Int!, $after: String) {
  lateAnswers(assessmentId: $assessmentId, invitationId: $invitationId, first: $first, after: $after) {
    waitingCount pageInfo { hasNextPage endCursor } edges { node { ${LATE} } } } }`;
export const ADMIT = `mutation ($input: AdmitLateAnswerInput!) { admitLateAnswer(input: $input) { __typename
  ... on AdmitLateAnswerSuccess { lateAnswer { ${LATE} } } ... on InvalidInputProblem { issues { field code limit } } } }`;
const TOTAL = `query ($invitationId: ID!) { candidateAttempt(invitationId: $invitationId) {
  status total { earned possible pending } } }`;

export type Late = {
  readonly id: string;
  readonly admission: { readonly admittedBy: string; readonly reason: string } | null;
} & Readonly<Record<string, unknown>>;
type List = {
  readonly waitingCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: Late }[];
};
type Invited = { readonly id: string };
type Total = {
  readonly status: string;
  readonly total: { readonly earned: number; readonly pending: number };
};

/** An assessment of a choice, a program and a scenario, in an hour, with a manager who looks at late answers. */
export class TestLate extends TestTaking {
  manager!: GraphQLClient;
  lateVersionId!: string;
  assessmentId!: string;

  override async begin(): Promise<void> {
    await super.begin();
    this.manager = await this.member('manager');
    const entries = [CHOICE, CODE, SCENARIO].map((slug) => ({ title: slug, entries: [{ slug }] }));
    const settings = { minutes: 60, rules: RULES };
    this.lateVersionId = await this.assessments.publish(this.organizationId, entries, settings);
    this.assessmentId = await this.assessmentOf(this.lateVersionId);
  }

  async assessmentOf(versionId: string): Promise<string> {
    const sql = 'select assessment_id as id from assessment_version where id = $1';
    return (await this.api.dataSource.query<{ id: string }[]>(sql, [versionId]))[0]?.id ?? '';
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000);
  }

  /** Someone in the middle of the assessment, with the ids of the items by kind. */
  async begun() {
    const invitation = await this.assessments.invite(this.organizationId, this.lateVersionId);
    const client = this.visitor();
    await client.openLink(invitation.token);
    const attempt = await client.startAssessment();
    const itemOf = (kind: string) => attempt.items.find((item) => item.kind === kind)?.id ?? '';
    const items = { choice: itemOf('CHOICE'), code: itemOf('CODE'), scenario: itemOf('SCENARIO') };
    return { client, invitation, attempt, ...items };
  }

  async list(more: object = {}): Promise<List> {
    const variables = { assessmentId: this.assessmentId, first: 50, ...more };
    return (await this.manager.ask<{ lateAnswers: List }>(LIST, variables)).lateAnswers;
  }

  async lateOf({ id: invitationId }: Invited): Promise<readonly Late[]> {
    return (await this.list({ invitationId })).edges.map(({ node }) => node);
  }

  async admit(revisionId: string, more: object = {}) {
    const input = { assessmentId: this.assessmentId, revisionId, reason: REASON, ...more };
    const answer = { input };
    type Answer = { admitLateAnswer: { readonly __typename: string; readonly lateAnswer?: Late } };
    return (await this.manager.ask<Answer>(ADMIT, answer)).admitLateAnswer;
  }

  async totalOf({ id: invitationId }: Invited): Promise<Total> {
    return (await this.manager.ask<{ candidateAttempt: Total }>(TOTAL, { invitationId })).candidateAttempt;
  }

  scoresOf(item: string): Promise<readonly { readonly earned: number; readonly markedBy: string }[]> {
    return this.api.dataSource.query(
      `select earned, marked_by as "markedBy" from score where attempt_item_id = $1 order by scored_at, id`,
      [item],
    );
  }
}

export const pick = (client: Practiser, item: string, picked: readonly string[], more: object = {}) =>
  client.save(item, { choice: { picked } }, more);
