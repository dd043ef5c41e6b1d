import type { BankIssue } from '@holdout/bank';
import { ask, type Installation } from './installation-client';

export type Change = 'NEW_QUESTION' | 'NEW_VERSION' | 'EARLIER_VERSION' | 'UNCHANGED';

export type Publication =
  | {
      readonly __typename: 'PublishQuestionSuccess';
      readonly change: Change;
      readonly slug: string;
      readonly versionId: string | null;
    }
  | { readonly __typename: 'QuestionRefusedProblem'; readonly issues: readonly BankIssue[] };

/** As the API sends it: a file as a whole has no line. */
type Answered =
  | Exclude<Publication, { __typename: 'QuestionRefusedProblem' }>
  | {
      readonly __typename: 'QuestionRefusedProblem';
      readonly issues: readonly { readonly file: string; readonly line: number | null; readonly message: string }[];
    };

const issueOf = ({ file, line, message }: { file: string; line: number | null; message: string }): BankIssue => ({
  file,
  ...(line === null ? {} : { line }),
  message,
});

export type Prepared = {
  readonly state: 'WAITING' | 'READY' | 'FAILED' | 'NOT_OFFERED';
  readonly reason: string | null;
};

const GONE: Prepared = { state: 'FAILED', reason: 'the installation does not have this version any more' };

export const PUBLISH = `mutation PublishQuestion($input: PublishQuestionInput!) {
  publishQuestion(input: $input) {
    __typename
    ... on PublishQuestionSuccess { change slug versionId }
    ... on QuestionRefusedProblem { issues { file line message } }
  }
}`;

export const PREPARATION = `query QuestionPreparation($organization: String!, $versionId: ID!) {
  questionPreparation(organization: $organization, versionId: $versionId) { state reason }
}`;

/** Publishes the files of one question, or with `isTrial` says what that would change. */
export async function publish(
  installation: Installation,
  files: ReadonlyMap<string, string>,
  isTrial: boolean,
): Promise<Publication> {
  const sent = [...files].map(([path, text]) => ({ path, text }));
  const input = { organization: installation.organization, files: sent, isTrial };
  const { publishQuestion: answer } = await ask<{ publishQuestion: Answered }>(installation, PUBLISH, { input });
  return answer.__typename === 'QuestionRefusedProblem' ? { ...answer, issues: answer.issues.map(issueOf) } : answer;
}

/** How far the installation has prepared a version. */
export async function preparationOf(installation: Installation, versionId: string): Promise<Prepared> {
  const { organization } = installation;
  const variables = { organization, versionId };
  const answer = await ask<{ questionPreparation: Prepared | null }>(installation, PREPARATION, variables);
  return answer.questionPreparation ?? GONE;
}
