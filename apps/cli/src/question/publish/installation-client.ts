import { NotGraded } from '../../not-graded';

type Failure = {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly retryAfterSeconds?: number };
};
type Answer<T> = { readonly data?: T | null; readonly errors?: readonly Failure[] };

export type Installation = {
  readonly to: string;
  readonly organization: string;
  readonly token: string;
  readonly signal: AbortSignal;
};

const ANSWER_MS = 60_000;

/** Sends one operation to an installation. Throws `NotGraded`, with what to do, if it cannot be answered. */
export async function ask<T>(installation: Installation, query: string, variables: object): Promise<T> {
  const { data, errors } = await answerOf<T>(installation, JSON.stringify({ query, variables }));
  const [error] = errors ?? [];
  if (error) throw new NotGraded(wordsOf(error, installation));
  if (!data) throw new NotGraded(`${installation.to} sent an answer without data. Is it a Holdout installation?`);
  return data;
}

async function answerOf<T>(installation: Installation, body: string): Promise<Answer<T>> {
  const response = await responseOf(installation, body);
  const text = await response.text();
  try {
    return JSON.parse(text) as Answer<T>;
  } catch {
    throw new NotGraded(
      `${installation.to} answers with status ${response.status}, but not as the API of a Holdout installation does. Correct --to, or ask its operator.`,
    );
  }
}

/** Redirects are not followed: the token would go to another address. */
async function responseOf({ to, token, signal }: Installation, body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const limits = { redirect: 'manual', signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]) } as const;
  try {
    return await fetch(new URL('graphql', to.replace(/\/*$/, '/')), { method: 'POST', headers, body, ...limits });
  } catch (error) {
    throw new NotGraded(`${to} cannot be reached: ${reasonOf(error)}. Correct --to, or try again when it runs.`);
  }
}

/** `fetch` fails with its reason as the cause; with several addresses of a host, one for each of them. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as { readonly message: string; readonly cause?: Partial<AggregateError> };
  const first = (cause?.errors?.[0] ?? cause) as { readonly message?: string } | undefined;
  return first?.message ?? message;
}

function wordsOf({ message, extensions = {} }: Failure, { to, organization }: Installation): string {
  switch (extensions.code) {
    case 'UNAUTHENTICATED':
      return `${to} does not accept the token in HOLDOUT_TOKEN: it is unknown, expired or revoked. Make one at ${pageOf(to, organization)}.`;
    case 'FORBIDDEN':
      return `The token in HOLDOUT_TOKEN may not publish questions (${message}) Make one with “Publish questions” at ${pageOf(to, organization)}.`;
    case 'NOT_FOUND':
      return `The token in HOLDOUT_TOKEN is not for the organization "${organization}", or the member who made it is neither an author nor an administrator there.`;
    case 'RATE_LIMITED':
      return `${to} takes no more uploads now. Try again in ${extensions.retryAfterSeconds ?? 60} seconds.`;
    case 'GRAPHQL_VALIDATION_FAILED':
      return `${to} does not know this request; it runs another version of Holdout. Use the command of that version.`;
    default:
      return `${to} could not do it: ${message}`;
  }
}

const pageOf = (to: string, organization: string): string =>
  `${to.replace(/\/*$/, '')}/o/${organization}/settings/tokens`;
