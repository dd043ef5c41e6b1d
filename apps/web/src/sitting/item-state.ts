import type { Messages } from '../messages/en';

/** The fields of an item that a timed set itself shows. */
export type SittingItem = {
  readonly id: string;
  /** From 1. */
  readonly position: number;
  readonly isAnswered: boolean;
  readonly isFlagged: boolean;
};

type State = Pick<SittingItem, 'isAnswered' | 'isFlagged'>;

/** Answered, empty, flagged or current; never right or wrong. */
export function itemSign({ isAnswered, isFlagged }: State, isHere: boolean): string {
  if (isHere) return '▣';
  if (isFlagged) return '⚑';
  return isAnswered ? '■' : '□';
}

/** `answered, flagged`. */
export function stateWords(words: Messages['sitting']['states'], { isAnswered, isFlagged }: State): string {
  const state = isAnswered ? words.answered : words.empty;
  return isFlagged ? `${state}, ${words.flagged}` : state;
}
