import { QUIZ_LIMITS } from '@holdout/assessment';
import type { InputIssue, StartQuizInput } from '../../generated/resolvers';

/** Validates the input of `startQuiz`. */
export function quizIssues({ count, minutes, kinds }: Omit<StartQuizInput, 'skills'>): InputIssue[] {
  const limitOf = minutes ?? 1;
  return [
    ...(kinds?.length === 0 ? [{ field: 'kinds', code: 'MISSING' as const }] : []),
    ...boundIssues('count', count, QUIZ_LIMITS.items),
    ...boundIssues('minutes', limitOf, QUIZ_LIMITS.minutes),
  ];
}

function boundIssues(field: string, value: number, most: number): InputIssue[] {
  if (value < 1) return [{ field, code: 'TOO_SMALL', limit: 1 }];
  return value > most ? [{ field, code: 'TOO_LARGE', limit: most }] : [];
}
