import { ActError } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../messages/messages';
import { useReportMessages } from '../../messages/report-messages';
import { RoleGate } from '../../platform/organization/role-gate';
import { useAct } from '../../platform/use-act';
import styles from './report.module.css';
import { RELEASE_REPORTS, type ShownReport } from './report-query';

type Props = { readonly report: ShownReport; readonly onReleased: () => void };

function Act({ report: { assessmentId, attemptId }, onReleased }: Props) {
  const words = useReportMessages().release;
  const { act, isRunning, failure } = useAct(RELEASE_REPORTS);
  const [isMissing, setIsMissing] = useState(false);
  const release = async (isProvisional: boolean) => {
    const answer = await act({ input: { assessmentId, attemptIds: [attemptId], isProvisional } });
    if (answer === null) return;
    setIsMissing(answer.releaseReports.__typename === 'MarksMissingProblem');
    if (answer.releaseReports.__typename === 'ReleaseReportsSuccess') onReleased();
  };
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {words.what}
      </Text>
      <Group gap="sm">
        <Button loading={isRunning} onClick={() => void release(false)}>
          {words.act}
        </Button>
        {isMissing ? (
          <Button variant="default" onClick={() => void release(true)}>
            {words.provisional}
          </Button>
        ) : null}
      </Group>
      <ActError>{failure ?? (isMissing ? words.missing : null)}</ActError>
    </Stack>
  );
}

/** Releases the report, or says when it was. */
export function ReleaseAct({ report, onReleased }: Props) {
  const words = useReportMessages().release;
  const { dates } = useMessages();
  if (report.releasedAt !== null) return <Text size="sm">{words.released(dates.day(report.releasedAt))}</Text>;
  return (
    <div className={styles['noPrint']}>
      <RoleGate roles={['ADMIN', 'MANAGER']}>
        <Act report={report} onReleased={onReleased} />
      </RoleGate>
    </div>
  );
}
