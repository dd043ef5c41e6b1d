import type { Answer } from '@holdout/bank';

/** Says whether an answer says nothing: it was begun and cleared again. */
export function isEmptyAnswer(answer: Answer): boolean {
  switch (answer.kind) {
    case 'choice':
      return answer.picked.length === 0;
    case 'numeric':
      return answer.text.trim() === '';
    case 'code':
      return answer.source.trim() === '';
  }
}
