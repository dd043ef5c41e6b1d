import { EmptyState, SkeletonLines } from '@holdout/ui';
import { Button, Stack, Text } from '@mantine/core';
import { useParams } from 'react-router';
import { useReportMessages } from '../../messages/report-messages';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { PageBody } from '../../platform/page-body';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { ReleaseAct } from './release-act';
import styles from './report.module.css';
import { ReportFigures } from './report-figures';
import { ReportItems } from './report-items';
import { REPORT } from './report-query';
import { ReportRecord } from './report-record';

function Report({ attemptId }: { readonly attemptId: string }) {
  const words = useReportMessages();
  const { data, refetch } = usePageQuery(REPORT, { attemptId }, 'cache-and-network');
  const { report } = data;
  if (report === null) return <EmptyState {...words.notYet} />;
  return (
    <>
      <OrganizationPageBody
        title={words.title(report.candidateName ?? words.erased)}
        action={
          <Button variant="default" className={styles['noPrint'] ?? ''} onClick={() => window.print()}>
            {words.print}
          </Button>
        }
      >
        <Stack gap="lg">
          <Text>{words.about(report.assessmentTitle, report.endedOn)}</Text>
          <ReleaseAct report={report} onReleased={() => void refetch()} />
          <ReportFigures report={report} />
          <ReportItems report={report} />
          <ReportRecord report={report} />
        </Stack>
      </OrganizationPageBody>
    </>
  );
}

/** The report of an attempt for members: how large the score is and how sure, the evidence, and what was recorded. */
export function ReportPage() {
  const { attemptId = '' } = useParams();
  return (
    <PagePane
      skeleton={
        <PageBody isBesideRail>
          <SkeletonLines count={8} />
        </PageBody>
      }
    >
      <Report key={attemptId} attemptId={attemptId} />
    </PagePane>
  );
}
