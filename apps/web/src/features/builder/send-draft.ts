import type { ApolloClient } from '@apollo/client';
import { errorCodeOf } from '../../platform/error-code';
import { draftOf, inputOf } from '../../platform/assessment/draft-view';
import { BUILDER, SAVE_DRAFT, type SaveResult, type ServerState } from './builder-query';
import type { SendOutcome, ServerDraft, UnsavedDraft } from './draft-saver';

/** What the API says of a draft. */
export const serverDraft = ({ draft, revision, savedAt, savedBy }: ServerState): ServerDraft => ({
  draft: draftOf(draft),
  ...{ revision, savedAt, savedBy },
});

function outcomeOf(result: SaveResult): SendOutcome {
  switch (result.__typename) {
    case 'SaveAssessmentDraftSuccess':
      return { kind: 'saved', state: serverDraft(result.state) };
    case 'StaleAssessmentDraftProblem':
      return {
        kind: 'stale',
        current: serverDraft(result.current),
        base: result.base === null ? null : draftOf(result.base),
      };
    case 'InvalidInputProblem':
      return { kind: 'refused', issues: result.issues };
  }
}

/** Gives up only on errors that a retry cannot fix. */
function outcomeOfError(error: unknown): SendOutcome {
  const code = errorCodeOf(error);
  const isFinal = code === 'NOT_FOUND' || code === 'BAD_INPUT' || code === 'FORBIDDEN' || code === 'UNAUTHENTICATED';
  return isFinal ? { kind: 'failed', error } : { kind: 'unreachable' };
}

/** The draft as the server has it now; null if it cannot be read. */
export async function readDraft(client: ApolloClient, assessmentId: string): Promise<ServerDraft | null> {
  try {
    const { data } = await client.query({ query: BUILDER, variables: { id: assessmentId }, fetchPolicy: 'no-cache' });
    return data ? serverDraft(data.assessmentDraft) : null;
  } catch {
    return null;
  }
}

/** Sends a draft. Never throws. */
export async function sendDraft(
  client: ApolloClient,
  assessmentId: string,
  { draft, basedOn }: UnsavedDraft,
): Promise<SendOutcome> {
  try {
    const input = { assessmentId, basedOn, draft: inputOf(draft) };
    const { data } = await client.mutate({ mutation: SAVE_DRAFT, variables: { input } });
    const result = data?.saveAssessmentDraft;
    // The pages beside the builder begin with what the cache has: it must not be the draft as the builder first opened it.
    if (result?.__typename === 'SaveAssessmentDraftSuccess')
      client.writeQuery({ query: BUILDER, variables: { id: assessmentId }, data: { assessmentDraft: result.state } });
    return data ? outcomeOf(data.saveAssessmentDraft) : { kind: 'unreachable' };
  } catch (error) {
    return outcomeOfError(error);
  }
}
