import { Button, Group } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';

type Props = { readonly hidden: number; readonly step: number; readonly onMore: () => void };

/** The way to rows that are not on the page yet; nothing if all are. */
export function MoreRows({ hidden, step, onMore }: Props) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  if (hidden <= 0) return null;
  return (
    <Group>
      <Button variant="default" onClick={onMore}>
        {words.moreRows(Math.min(step, hidden), hidden)}
      </Button>
    </Group>
  );
}
