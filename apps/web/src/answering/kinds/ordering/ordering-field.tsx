import { Stack } from '@mantine/core';
import { contentOf, detailOf, type FieldProps } from '../field';
import { AnswerOrdering } from './answer-ordering';
import { OrderingOutcome } from './ordering-outcome';

export function OrderingField({ item, draft, onEdit, isOpen }: FieldProps) {
  const { steps: shown } = contentOf(item, 'OrderingContent');
  const detail = detailOf(item, 'OrderingFeedback');
  return (
    <Stack gap="lg">
      <AnswerOrdering
        shown={shown}
        steps={draft?.kind === 'ordering' ? draft.steps : []}
        onOrder={(steps) => onEdit({ kind: 'ordering', steps })}
        isOpen={isOpen}
      />
      {detail === null ? null : <OrderingOutcome shown={shown} outcome={detail} />}
    </Stack>
  );
}
