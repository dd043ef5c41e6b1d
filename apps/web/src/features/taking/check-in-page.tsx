import { Button, Stack, Text } from '@mantine/core';
import { Navigate } from 'react-router';
import { useCandidateMessages } from '../../messages/candidate-messages';
import { InBar } from '../../platform/bar-slot';
import { isProgram } from '../../platform/kinds';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import styles from './taking.module.css';
import { INVITATION } from './taking-query';
import { Appearance } from './appearance';
import { Checks } from './check-in/checks';
import { StartAssessment } from './start-assessment';
import { TrialSection } from './check-in/trial-section';
import { useCheckIn } from './check-in/use-check-in';

function CheckIn() {
  const words = useCandidateMessages().checkIn;
  const { data } = usePageQuery(INVITATION, {}, 'network-only');
  const { checkedIn, again } = useCheckIn();
  const invited = data.candidateInvitation;
  if (checkedIn.kind === 'notOpen') return <Navigate to="/i" replace />;
  const hasCode = invited.kinds.some((kind) => isProgram({ kind }));
  return (
    <Stack gap="xl">
      <InBar>
        <Text className={styles['title'] ?? ''}>{invited.title}</Text>
      </InBar>
      <div>
        <PageHeading title={words.title} />
        <Text>{words.what(invited.ownMinutes)}</Text>
      </div>
      <Checks begun={checkedIn.kind === 'begun' ? checkedIn : null} hasCode={hasCode} />
      {checkedIn.kind === 'failed' ? (
        <div role="alert">
          <Text>{words.failed}</Text>
          <Button variant="default" onClick={again}>
            {words.again}
          </Button>
        </div>
      ) : null}
      {checkedIn.kind === 'begun' ? <TrialSection trial={checkedIn.begun.trial} /> : null}
      <Appearance />
      <StartAssessment invited={invited} />
    </Stack>
  );
}

/** `/i/check-in`: the set-up is tried, and the assessment started. */
export function CheckInPage() {
  return (
    <PageBody width="reading">
      <PagePane>
        <CheckIn />
      </PagePane>
    </PageBody>
  );
}
