import type { Answer } from '@holdout/bank';
import { parseNumber } from '@holdout/bank';
import type { ItemRow } from '@holdout/persistence';
import type { Answer as AnswerView, Response } from '../../generated/resolvers';
import { shownItem } from './item-parts';

/** The newest saved answer of an item; null before the first. */
export function responseView(
  item: Pick<ItemRow, 'kind' | 'candidatePart' | 'revision' | 'savedAt' | 'answer'>,
): Response | null {
  if (item.revision === null || item.savedAt === null) return null;
  const part = shownItem(item);
  const unit = part.kind === 'numeric' ? part.candidate.unit : '';
  return { revision: item.revision, savedAt: item.savedAt, answer: answerView(item.answer as Answer, unit) };
}

/** A stored answer as the API gives it back. `unit` decides how a percent sign is read. */
export function answerView(answer: Answer, unit: string): AnswerView {
  switch (answer.kind) {
    case 'choice':
      return { __typename: 'ChoiceAnswer', picked: answer.picked };
    case 'numeric': {
      const parsed = parseNumber(answer.text, unit);
      return { __typename: 'NumericAnswer', text: answer.text, readAs: parsed.ok ? parsed.value : null };
    }
    case 'code':
      return {
        __typename: 'CodeAnswer',
        language: answer.language === 'sql' ? 'SQL' : 'PYTHON',
        source: answer.source,
      };
  }
}
