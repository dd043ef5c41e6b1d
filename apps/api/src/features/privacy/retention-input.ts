import type { Retention } from '@holdout/persistence';
import type { InputIssue, RetentionInput } from '../../generated/resolvers';

const MOST_MONTHS = 240;
const KINDS = ['recordings', 'answers', 'people'] as const;

/** The months to store, with the issues of those that are no number of months. */
export function parseRetention(input: RetentionInput): {
  readonly months: Retention;
  readonly issues: readonly InputIssue[];
} {
  const { recordings = null, answers = null, people = null } = input;
  const months = { recordings, answers, people };
  const issues = KINDS.flatMap((field): InputIssue[] => {
    const value = months[field];
    if (value !== null && value < 1) return [{ field, code: 'TOO_SMALL', limit: 1 }];
    return value !== null && value > MOST_MONTHS ? [{ field, code: 'TOO_LARGE', limit: MOST_MONTHS }] : [];
  });
  return { months, issues };
}
