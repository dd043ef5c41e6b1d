import { type ApolloCache, type ApolloClient, gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AnswerInput,
  InvalidAnswerReason,
  SavedItem_ItemFragment,
  SaveResponseMutation,
  SaveResponseMutationVariables,
} from '../generated/operations';
import { errorCodeOf } from '../platform/error-code';
import { draftOf, inputOf, isEmptyDraft } from './draft';
import type { UnsentDraft } from './draft-store';
import { KINDS_RESPONSE } from './kinds/fragments';
import type { RefusedReason, SendOutcome } from './save-queue';

export const SAVE_RESPONSE: TypedDocumentNode<SaveResponseMutation, SaveResponseMutationVariables> = gql`
  mutation SaveResponse($input: SaveResponseInput!) {
    saveResponse(input: $input) {
      ... on SaveResponseSuccess {
        response {
          ...Kinds_response
        }
      }
      ... on StaleRevisionProblem {
        current {
          ...Kinds_response
        }
      }
      ... on AttemptClosedProblem {
        isKept
      }
      ... on InvalidAnswerProblem {
        reason
      }
      ... on SourceRefusedProblem {
        sourceReason: reason
      }
      ... on Problem {
        code
      }
    }
  }
  ${KINDS_RESPONSE}
`;

/** The fields of an item that saving changes. */
export const SAVED_ITEM: TypedDocumentNode<SavedItem_ItemFragment> = gql`
  fragment SavedItem_item on AttemptItem {
    id
    isAnswered
    response {
      ...Kinds_response
    }
  }
  ${KINDS_RESPONSE}
`;

type Saved = Extract<SaveResponseMutation['saveResponse'], { __typename: 'SaveResponseSuccess' }>['response'];

/** The item shows what the server has, which after a refusal is another answer. */
export function remember(cache: ApolloCache, itemId: string, response: Saved): void {
  const id = cache.identify({ __typename: 'AttemptItem', id: itemId }) ?? '';
  const known = cache.readFragment({ id, fragment: SAVED_ITEM, fragmentName: 'SavedItem_item' });
  // A repeated save gets its first outcome, which may be older.
  if ((known?.response?.revision ?? 0) > response.revision) return;
  const draft = draftOf(response);
  cache.writeFragment({
    id,
    fragment: SAVED_ITEM,
    fragmentName: 'SavedItem_item',
    data: { __typename: 'AttemptItem', id: itemId, isAnswered: draft !== null && !isEmptyDraft(draft), response },
  });
}

/** Reasons that the user can correct; our own pages cannot cause any other reason. */
const REFUSED: Readonly<Partial<Record<InvalidAnswerReason, RefusedReason>>> = {
  TOO_LONG: 'tooLong',
  NOT_PLAIN: 'notPlain',
  PART_FIXED: 'fixed',
};

function outcomeOf(result: SaveResponseMutation['saveResponse']): SendOutcome {
  switch (result.__typename) {
    case 'SaveResponseSuccess':
      return { kind: 'saved', revision: result.response.revision, savedAt: result.response.savedAt };
    case 'StaleRevisionProblem':
      // The server compares with what is saved, so there is always a current answer.
      return result.current === null
        ? { kind: 'refused', reason: 'doesNotFit' }
        : { kind: 'stale', current: result.current };
    case 'AttemptClosedProblem':
      return { kind: 'refused', reason: result.isKept ? 'late' : 'closed' };
    case 'InvalidAnswerProblem':
      return { kind: 'refused', reason: REFUSED[result.reason] ?? 'doesNotFit' };
    case 'SourceRefusedProblem':
      return { kind: 'refused', reason: result.sourceReason === 'TOO_LARGE' ? 'tooLarge' : 'badCharacter' };
  }
}

function serverAnswerOf(result: SaveResponseMutation['saveResponse']): Saved | null {
  if (result.__typename === 'SaveResponseSuccess') return result.response;
  return result.__typename === 'StaleRevisionProblem' ? result.current : null;
}

/** Gives up only on errors that a retry cannot fix; everything else is retried. */
function outcomeOfError(error: unknown): SendOutcome {
  const code = errorCodeOf(error);
  return code === 'NOT_FOUND' || code === 'BAD_INPUT' || code === 'FORBIDDEN'
    ? { kind: 'refused', reason: 'doesNotFit' }
    : { kind: 'unreachable' };
}

/** Browsers allow 64 KiB for all requests that may outlive their page. */
const KEPT_ALIVE = 16_000;
const LAST_KEPT_ALIVE = 48_000;

/** Lets a small request finish although the page is left; the last one may be larger. */
function mayOutlivePage(answer: AnswerInput): boolean {
  const limit = document.visibilityState === 'hidden' ? LAST_KEPT_ALIVE : KEPT_ALIVE;
  return JSON.stringify(answer).length < limit;
}

/** Sends one draft and, once saved, updates the item in the cache. Never throws. */
export async function sendDraft(client: ApolloClient, itemId: string, unsent: UnsentDraft): Promise<SendOutcome> {
  const { revisionId, draft, base: basedOn } = unsent;
  const answer = inputOf(draft);
  try {
    const { data } = await client.mutate({
      mutation: SAVE_RESPONSE,
      variables: { input: { itemId, revisionId, basedOn, answer } },
      context: { fetchOptions: { keepalive: mayOutlivePage(answer) } },
    });
    const result = data?.saveResponse;
    if (!result) return { kind: 'unreachable' };
    const response = serverAnswerOf(result);
    if (response !== null) remember(client.cache, itemId, response);
    return outcomeOf(result);
  } catch (error) {
    return outcomeOfError(error);
  }
}
