import type { InputIssue } from '../../generated/resolvers';

/** Stands for whoever asks: its fields are read from the context, which a mutation may just have changed. */
export type ViewerRow = Readonly<Record<string, never>>;

export const viewerNow = <Name extends string>(__typename: Name) => ({ __typename, viewer: {} as ViewerRow }) as const;

export const credentialsRefused = () =>
  ({ __typename: 'CredentialsRefusedProblem', code: 'CREDENTIALS_REFUSED' }) as const;

export const invalidInput = (issues: readonly InputIssue[]) =>
  ({ __typename: 'InvalidInputProblem', code: 'INVALID_INPUT', issues }) as const;
