import { Stack, Text } from '@mantine/core';
import { lazy } from 'react';
import { AnswerItem } from '../../answering/answer-item';
import { Explanation } from '../../answering/feedback-verdict';
import type { ReportEvidenceQuery } from '../../generated/operations';
import { useReportMessages } from '../../messages/report-messages';
import { isProgram } from '../../platform/kinds';
import { usePageQuery } from '../../platform/use-page-query';
import styles from './report.module.css';
import { REPORT_EVIDENCE } from './report-query';

const ExplainedCode = lazy(async () => ({
  default: (await import('../../workspace/verdict/explained-code')).ExplainedCode,
}));

type Evidence = NonNullable<ReportEvidenceQuery['report']>['items'][number]['evidence'];

/** The code of a reader who does not see verdicts. */
function Source({ evidence }: { readonly evidence: Evidence }) {
  const words = useReportMessages();
  const answer = evidence.response?.answer;
  if (answer === undefined || !('source' in answer)) return <Text size="sm">{words.noAnswer}</Text>;
  return (
    <pre className={styles['source']} tabIndex={0} aria-label={words.source}>
      {answer.source}
    </pre>
  );
}

function Answered({ evidence }: { readonly evidence: Evidence }) {
  if (isProgram(evidence)) return <ExplainedCode item={evidence} submissions={evidence.submissions} />;
  return <AnswerItem item={evidence} isLocked />;
}

/** For readers without keys. */
function WithoutKeys({ evidence }: { readonly evidence: Evidence }) {
  const words = useReportMessages();
  return (
    <Stack gap="md">
      {isProgram(evidence) ? <Source evidence={evidence} /> : <Answered evidence={evidence} />}
      <Text size="sm" c="dimmed">
        {words.keysHidden}
      </Text>
    </Stack>
  );
}

/** The question with its answer and, for those who see them, key and reasons. */
export function ReportEvidence({ attemptId, itemId }: { readonly attemptId: string; readonly itemId: string }) {
  const { report } = usePageQuery(REPORT_EVIDENCE, { attemptId }, 'cache-first').data;
  const evidence = report?.items.find(({ id }) => id === itemId)?.evidence;
  if (report === null || evidence === undefined) return null;
  if (!report.showsKeys) return <WithoutKeys evidence={evidence} />;
  return (
    <Stack gap="md">
      <Answered evidence={evidence} />
      {evidence.feedback ? <Explanation feedback={evidence.feedback} /> : null}
    </Stack>
  );
}
