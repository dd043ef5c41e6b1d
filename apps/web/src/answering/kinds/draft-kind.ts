import type { AnswerInput } from '../../generated/operations';

/**
 * How answers of a kind are stored on the device and sent. Small and always loaded, because an answer may have to be
 * sent while another item or page is on the screen.
 */
export interface DraftKind<A, D> {
  /** Null if nothing has been written yet. */
  draftOf(answer: A): D | null;
  inputOf(draft: D): AnswerInput;
  isEmpty(draft: D): boolean;
}
