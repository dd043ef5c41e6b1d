import { ActButton, ActError } from '@holdout/ui';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCandidateMessages } from '../../messages/candidate-messages';
import { PageSection } from '../../platform/page-section';
import { onAnswer } from '../../platform/on-answer';
import { useAct } from '../../platform/use-act';
import { type Invited, START } from './taking-query';
import { Recorded } from './check-in/recorded';

/** Starts the assessment; what keeps it from that becomes a text. */
function useStart() {
  const words = useCandidateMessages().landing;
  const navigate = useNavigate();
  const { act, isRunning, failure } = useAct(START);
  const [problem, setProblem] = useState<string | null>(null);
  const start = async (): Promise<void> => {
    setProblem(null);
    await onAnswer((await act({ input: { consent: true } }))?.startAssessment, {
      StartAssessmentSuccess: ({ attempt }) => navigate(`/attempts/${attempt.id}/items/1`),
      AssessmentNotOpenProblem: () => navigate('/i'),
      OtherAttemptOpenProblem: ({ startedAt }) => setProblem(words.openElsewhere(startedAt)),
      QuestionNotReadyProblem: () => setProblem(words.notReady),
      InvalidInputProblem: () => setProblem(words.consentMissing),
    });
  };
  return { start, isRunning, failure: problem ?? failure };
}

/** What is recorded, consent, and the start: the one act here that cannot be undone. */
export function StartAssessment({ invited }: { readonly invited: Invited }) {
  const { checkIn: words, landing } = useCandidateMessages();
  const { start, isRunning, failure } = useStart();
  const [consents, setConsents] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  return (
    <PageSection title={words.recorded}>
      <Recorded recorded={invited.recorded} />
      <Text>{landing.seesIs(invited.organizationName)}</Text>
      <Text>{words.kept}</Text>
      <Checkbox
        label={landing.consent}
        checked={consents}
        onChange={(event) => setConsents(event.currentTarget.checked)}
        error={isMissing && !consents ? landing.consentMissing : null}
      />
      <Stack gap="xs">
        <Text>{words.fixes(invited.ownMinutes)}</Text>
        {invited.mayGoBack ? null : <Text>{landing.noWayBack}</Text>}
      </Stack>
      <ActError>{failure}</ActError>
      <Group gap="sm">
        <ActButton onClick={() => (consents ? void start() : setIsMissing(true))} isRunning={isRunning}>
          {landing.start(invited.ownMinutes)}
        </ActButton>
        <Button component={Link} to="/i" variant="default">
          {words.back}
        </Button>
      </Group>
    </PageSection>
  );
}
