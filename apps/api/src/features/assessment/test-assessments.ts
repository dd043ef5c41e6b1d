import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { TestPeople } from '../../access/test-actors';
import { TestAssessments } from '../../test-assessment';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

export type Entry = { readonly question?: object; readonly pool?: object };

/** A draft as clients send it. */
export const aDraft = (entries: readonly Entry[], more: object = {}) => ({
  role: null,
  level: 'MID',
  skills: [],
  minutes: 120,
  passLine: 0.6,
  languages: [],
  hasCalculator: false,
  documentation: [],
  introduction: '',
  rules: { mayGoBack: true, countedSubmission: 'LAST', afterRelease: 'NOTHING' },
  sections: entries.length === 0 ? [] : [{ id: 's', title: 'Section', minutes: null, entries }],
  ...more,
});

export const aQuestion = (questionId: string, id = questionId): Entry => ({ question: { id, questionId, weight: 1 } });

export const aPool = (more: object = {}, id = 'pool'): Entry => ({
  pool: {
    id,
    draw: 1,
    skills: [],
    kinds: ['NUMERIC'],
    levels: [],
    unseenOnly: false,
    excluded: [],
    weight: 1,
    ...more,
  },
});

const CREATE = `mutation ($input: CreateAssessmentInput!) { createAssessment(input: $input) { __typename
  ... on CreateAssessmentSuccess { assessment { id title draftRevision } } ... on InvalidInputProblem { issues { field code } } } }`;
const SAVE = `mutation ($input: SaveAssessmentDraftInput!) { saveAssessmentDraft(input: $input) { __typename
  ... on SaveAssessmentDraftSuccess { state { revision draft { minutes introduction sections { entries { __typename } } } } }
  ... on StaleAssessmentDraftProblem { current { revision savedBy draft { minutes introduction } } base { minutes introduction } }
  ... on InvalidInputProblem { issues { field code limit } } } }`;
const PUBLISH = `mutation ($input: PublishAssessmentInput!) { publishAssessment(input: $input) { __typename
  ... on PublishAssessmentSuccess { version { id number isReady contentHash preparation { total done failed } } }
  ... on AssessmentUnchangedProblem { version { number } }
  ... on AssessmentNotPublishableProblem { issues { code severity sectionId entryId params { name value } } }
  ... on StaleAssessmentDraftProblem { current { revision } } } }`;
const RETRY = `mutation ($input: RetryAssessmentPreparationInput!) { retryAssessmentPreparation(input: $input) {
  ... on RetryAssessmentPreparationSuccess { version { preparation { total done failed } } } } }`;

type Outcome = Readonly<Record<string, unknown>> & { readonly __typename: string };

/** Requests of a builder. */
export class Builder {
  constructor(
    readonly client: GraphQLClient,
    private readonly organization = 'one',
  ) {}

  async create(title: string, from: object = {}): Promise<string> {
    const { assessment } = (await this.tryCreate(title, from)) as unknown as { assessment: { id: string } };
    return assessment.id;
  }

  async tryCreate(title: string, from: object = {}): Promise<Outcome> {
    const input = { organization: this.organization, title, ...from };
    return (await this.client.ask<{ createAssessment: Outcome }>(CREATE, { input })).createAssessment;
  }

  async save(assessmentId: string, basedOn: number, draft: object): Promise<Outcome> {
    const input = { assessmentId, basedOn, draft };
    return (await this.client.ask<{ saveAssessmentDraft: Outcome }>(SAVE, { input })).saveAssessmentDraft;
  }

  async publish(assessmentId: string, revision: number): Promise<Outcome> {
    const input = { assessmentId, revision };
    return (await this.client.ask<{ publishAssessment: Outcome }>(PUBLISH, { input })).publishAssessment;
  }

  /** An assessment with this draft, published. */
  async published(title: string, draft: object): Promise<{ assessmentId: string; versionId: string }> {
    const assessmentId = await this.create(title);
    await this.save(assessmentId, 1, draft);
    const { version } = (await this.publish(assessmentId, 2)) as unknown as { version: { id: string } };
    return { assessmentId, versionId: version.id };
  }

  async retry(versionId: string): Promise<unknown> {
    return (await this.client.ask<{ retryAssessmentPreparation: unknown }>(RETRY, { input: { versionId } }))
      .retryAssessmentPreparation;
  }

  async codes(draft: object): Promise<readonly string[]> {
    const check = `query ($organization: String!, $draft: AssessmentDraftInput!) {
      checkAssessmentDraft(organization: $organization, draft: $draft) { issues { code } } }`;
    const { checkAssessmentDraft } = await this.client.ask<{
      checkAssessmentDraft: { issues: readonly { code: string }[] };
    }>(check, { organization: this.organization, draft });
    return checkAssessmentDraft.issues.map(({ code }) => code);
  }
}

export type Builders = {
  readonly api: TestApi;
  readonly manager: Builder;
  readonly author: Builder;
  /** A manager of another organization. */
  readonly stranger: Builder;
};

/** An API over the real bank, with people of two organizations who build. */
export async function startBuilders(): Promise<Builders> {
  const api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment: { HOLDOUT_BANKS: 'bank' } });
  const people = new TestPeople(api.db, new TestAssessments(api.dataSource));
  await people.found();
  const builder = async (role: 'manager' | 'author', organization: 'one' | 'two') => {
    const headers = await people.headers({ name: role, kind: 'account', member: { organization, role } });
    return new Builder(new GraphQLClient(api.url, headers), organization);
  };
  const [manager, author] = [await builder('manager', 'one'), await builder('author', 'one')];
  return { api, manager, author, stranger: await builder('manager', 'two') };
}
