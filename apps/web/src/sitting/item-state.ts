import type { Messages } from '../messages/en';
import type { QuizItem } from '../features/quiz/quiz-query';

type Item = Pick<QuizItem, 'isAnswered' | 'isFlagged'>;

/** Answered, empty, flagged or here; never right or wrong. */
export function itemSign({ isAnswered, isFlagged }: Item, isHere: boolean): string {
  if (isHere) return '▣';
  if (isFlagged) return '⚑';
  return isAnswered ? '■' : '□';
}

/** `answered, flagged`. */
export function stateWords(words: Messages['quiz']['states'], { isAnswered, isFlagged }: Item): string {
  const state = isAnswered ? words.answered : words.empty;
  return isFlagged ? `${state}, ${words.flagged}` : state;
}
