import type { AnswerInput } from '../../generated/operations';

/**
 * How a kind's answer is kept on the device and sent. It is small and always loaded: an answer may have to be sent while
 * another item, or another page, is on the screen.
 */
export interface DraftKind<A, D> {
  /** Null where nothing has been written yet. */
  draftOf(answer: A): D | null;
  inputOf(draft: D): AnswerInput;
  isEmpty(draft: D): boolean;
}
