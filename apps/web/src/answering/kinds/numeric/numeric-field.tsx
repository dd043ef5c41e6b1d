import { contentOf, detailOf, type FieldProps } from '../field';
import { AnswerNumeric } from './answer-numeric';

export function NumericField({ item, draft, onEdit, onLeave, isOpen }: FieldProps) {
  const { unit, writeAs } = contentOf(item, 'NumericContent');
  return (
    <AnswerNumeric
      text={draft?.kind === 'numeric' ? draft.text : ''}
      unit={unit}
      writeAs={writeAs}
      onType={(text) => onEdit({ kind: 'numeric', text })}
      onLeave={onLeave}
      truth={detailOf(item, 'NumericFeedback')}
      isLocked={!isOpen}
    />
  );
}
