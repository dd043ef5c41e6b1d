import { contentOf, detailOf, type FieldProps } from '../field';
import { AnswerChoice } from './answer-choice';

export function ChoiceField({ item, draft, onEdit, isOpen }: FieldProps) {
  const { choose, options } = contentOf(item, 'ChoiceContent');
  return (
    <AnswerChoice
      choose={choose}
      options={options}
      picked={draft?.kind === 'choice' ? draft.picked : []}
      onPick={(picked) => onEdit({ kind: 'choice', picked })}
      reasons={detailOf(item, 'ChoiceFeedback')?.options ?? null}
      isLocked={!isOpen}
    />
  );
}
