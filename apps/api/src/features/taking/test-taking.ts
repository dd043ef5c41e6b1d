import type { MemberRole } from '@holdout/persistence';
import { GraphQLClient, makeScratchDatabase, Practiser } from '@holdout/testing';
import { Administration } from '../../administration/administration';
import { API_TEMPLATE, type TestApi, type TestApiOptions } from '../../test-api';
import { type InvitationMore, TestAssessments, type TestInvitation } from '../../test-assessment';
import { TestGrader } from '../../test-grader';
import { SENDS_MAIL } from '../../test-mail';
import { startPreparedApi } from '../../test-prepared-api';

export const CHOICE = 'choice.rare-event-accuracy';
/** Full marks for it. */
export const KEY = 'found-nothing';
export const CODE = 'code.average-precision-ties';

/** An API with a published assessment of two sections, whose clock the test sets. For the tests of one file. */
export class TestTaking {
  now = new Date('2026-11-20T09:00:00.000Z');
  api!: TestApi;
  grader!: TestGrader;
  assessments!: TestAssessments;
  organizationId!: string;
  versionId!: string;

  async begin(environment: Readonly<Record<string, string>> = {}, more: TestApiOptions = {}): Promise<void> {
    const scratch = await makeScratchDatabase(API_TEMPLATE);
    const clock = { now: () => this.now };
    this.api = await startPreparedApi(scratch, {
      ...{ ...more, environment: { ...SENDS_MAIL, ...environment }, clock },
    });
    this.grader = new TestGrader(scratch.url);
    await this.grader.sayAlive();
    this.assessments = new TestAssessments(this.api.dataSource, () => this.now);
    this.organizationId = await this.assessments.organization('acme', 'Acme');
    this.versionId = await this.assessments.publish(
      this.organizationId,
      [
        { title: 'Metrics', entries: [{ slug: CHOICE, weight: 3 }] },
        { title: 'Code', entries: [{ slug: CODE }] },
      ],
      { minutes: 60, rules: { mayGoBack: true, countedSubmission: 'last', afterRelease: 'nothing' } },
    );
  }

  async end(): Promise<void> {
    await this.grader.close();
    await this.api.stop();
  }

  invite(more: InvitationMore = {}): Promise<TestInvitation> {
    return this.assessments.invite(this.organizationId, this.versionId, more);
  }

  visitor(): Practiser {
    return new Practiser(this.api.url);
  }

  /** Someone who has opened the link of a new invitation. */
  async aCandidate(more: InvitationMore = {}): Promise<{ client: Practiser; invitation: TestInvitation }> {
    const invitation = await this.invite(more);
    const client = this.visitor();
    const { __typename } = await client.openLink(invitation.token);
    if (__typename !== 'OpenInvitationLinkSuccess') throw new Error(`Not opened: ${__typename}`);
    return { client, invitation };
  }

  /** Someone who has started the assessment. */
  async started(more: InvitationMore = {}) {
    const { client, invitation } = await this.aCandidate(more);
    return { client, invitation, attempt: await client.startAssessment() };
  }

  /** A signed-in member of the organization. */
  async member(role: MemberRole, name: string = role): Promise<GraphQLClient> {
    const person = { email: `${name}@acme.example`, password: 'the tide turns at nine', displayName: name };
    await new Administration(this.api.db, { now: () => this.now }).createAccount(person);
    await this.api.dataSource.query(
      `insert into member (id, organization_id, account_id, role, created_at)
       select gen_random_uuid(), $1, account_id, $2, now() from account_profile where email = $3`,
      [this.organizationId, role, person.email],
    );
    const client = new GraphQLClient(this.api.url);
    const { email, password } = person;
    await client.ask('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
      input: { email, password },
    });
    return client;
  }
}
