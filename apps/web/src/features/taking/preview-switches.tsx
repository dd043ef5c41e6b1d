import { gql, type TypedDocumentNode } from '@apollo/client';
import { ActError } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { SetPreviewTimeMutation, SetPreviewTimeMutationVariables } from '../../generated/operations';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useAct } from '../../platform/use-act';
import { SITTING_SECTIONS } from '../../sitting/sitting-sections';
import type { RunningPreview } from './attempt-query';
import { openPreviewWindow, PREVIEW_WIDTHS } from './preview-window';

const SET_TIME: TypedDocumentNode<SetPreviewTimeMutation, SetPreviewTimeMutationVariables> = gql`
  mutation SetPreviewTime($input: SetPreviewTimeInput!) {
    setPreviewTime(input: $input) {
      ... on SetPreviewTimeSuccess {
        attempt {
          id
          startedAt
          closesAt
          ...Sitting_sections
        }
      }
    }
  }
  ${SITTING_SECTIONS}
`;

const SECONDS_LEFT = [600, 300, 60, 10] as const;

/** Of the whole limit; null without one. */
function halfOf({ startedAt, closesAt }: RunningPreview): number | null {
  if (closesAt === null) return null;
  return Math.round((new Date(closesAt).getTime() - new Date(startedAt).getTime()) / 2000);
}

function Choices({
  name,
  how,
  children,
}: {
  readonly name: string;
  readonly how: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <Stack gap="xs" align="stretch" role="group" aria-labelledby={id}>
      <Text id={id} size="sm" fw={600}>
        {name}
      </Text>
      <Group gap="xs">{children}</Group>
      <Text size="xs" c="dimmed">
        {how}
      </Text>
    </Stack>
  );
}

type Props = { readonly assessmentId: string; readonly running: RunningPreview };

/** Shows a preview as it is later, and in a window as narrow as a phone. */
export function PreviewSwitches({ assessmentId, running }: Props) {
  const words = useAssessmentMessages().assessments.preview;
  const { act, failure } = useAct(SET_TIME);
  const half = halfOf(running);
  const set = (secondsLeft: number) => void act({ input: { assessmentId, attemptId: running.id, secondsLeft } });
  return (
    <Stack gap="md" align="stretch">
      {half === null ? null : (
        <Choices name={words.timeLeft} how={words.timeLeftHow}>
          <Button variant="default" onClick={() => set(half)}>
            {words.half}
          </Button>
          {SECONDS_LEFT.filter((seconds) => seconds < half).map((seconds) => (
            <Button key={seconds} variant="default" onClick={() => set(seconds)}>
              {words.left(seconds)}
            </Button>
          ))}
        </Choices>
      )}
      <Choices name={words.width} how={words.widthHow}>
        {PREVIEW_WIDTHS.map((width) => (
          <Button key={width} variant="default" onClick={() => openPreviewWindow(width)}>
            {words.widthIs(width)}
          </Button>
        ))}
      </Choices>
      <ActError>{failure}</ActError>
    </Stack>
  );
}
