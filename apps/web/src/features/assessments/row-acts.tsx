import { ActButton, ActError } from '@holdout/ui';
import { Group } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { onAnswer } from '../../platform/on-answer';
import { useHasRole, useOrganization } from '../../platform/organization/organization-context';
import { useAct } from '../../platform/use-act';
import { ARCHIVE, CREATE, type ListedAssessment } from './assessment-operations';
import { BUILDERS, PUBLISHERS } from './assessment-roles';

const LONGEST = 200;

function useDuplicate({ id, title }: ListedAssessment) {
  const words = useAssessmentMessages().assessments.list;
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const { act, isRunning, failure } = useAct(CREATE);
  const [refusal, setRefusal] = useState<string | null>(null);
  const duplicate = async () => {
    const copied = Array.from(words.copyOf(title)).slice(0, LONGEST).join('');
    const answer = (await act({ input: { organization: slug, title: copied, copyOf: id } }))?.createAssessment;
    await onAnswer(answer, {
      InvalidInputProblem: () => setRefusal(words.notCopied),
      CreateAssessmentSuccess: ({ assessment }) => navigate(`/o/${slug}/assessments/${assessment.id}/build`),
    });
  };
  return { duplicate, isRunning, failure: failure ?? refusal };
}

type Props = { readonly assessment: ListedAssessment; readonly onMoved: (assessment: ListedAssessment) => void };

/** What a member may do to an assessment without opening it. */
export function RowActs({ assessment, onMoved }: Props) {
  const words = useAssessmentMessages().assessments.list;
  const mayBuild = useHasRole(BUILDERS);
  const mayArchive = useHasRole(PUBLISHERS);
  const copy = useDuplicate(assessment);
  const moving = useAct(ARCHIVE);
  const { id, title, archivedAt } = assessment;
  const move = async () => {
    if (await moving.act({ input: { assessmentId: id, isArchived: archivedAt === null } })) onMoved(assessment);
  };
  const moveWords = archivedAt === null ? words.archive : words.takeOut;
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        {mayBuild ? (
          <ActButton
            variant="subtle"
            color="gray"
            size="compact-sm"
            isRunning={copy.isRunning}
            aria-label={words.of(words.duplicate, title)}
            onClick={() => void copy.duplicate()}
          >
            {words.duplicate}
          </ActButton>
        ) : null}
        {mayArchive ? (
          <ActButton
            variant="subtle"
            color="gray"
            size="compact-sm"
            isRunning={moving.isRunning}
            aria-label={words.of(moveWords, title)}
            onClick={() => void move()}
          >
            {moveWords}
          </ActButton>
        ) : null}
      </Group>
      <ActError>{copy.failure ?? moving.failure}</ActError>
    </>
  );
}
