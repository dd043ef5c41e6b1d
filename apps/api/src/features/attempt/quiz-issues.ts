import type { InputIssue, StartQuizInput } from '../../generated/resolvers';

const MOST_ITEMS = 40;
const MOST_MINUTES = 180;

/** What keeps a quiz from being drawn as wished. */
export function quizIssues({ count, minutes }: Pick<StartQuizInput, 'count' | 'minutes'>): InputIssue[] {
  const limitOf = minutes ?? 1;
  return [...boundIssues('count', count, MOST_ITEMS), ...boundIssues('minutes', limitOf, MOST_MINUTES)];
}

function boundIssues(field: string, value: number, most: number): InputIssue[] {
  if (value < 1) return [{ field, code: 'TOO_SMALL', limit: 1 }];
  return value > most ? [{ field, code: 'TOO_LARGE', limit: most }] : [];
}
