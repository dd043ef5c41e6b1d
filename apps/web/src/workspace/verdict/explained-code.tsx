import { Markdown } from '@holdout/ui';
import { Stack, Text } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import styles from '../code.module.css';
import { GroupList } from './group-list';
import { groupsOf, type JudgedView } from '../runs/submission-query';
import { MetricBand } from './metric-band';
import { SubmissionState } from './submission-state';
import { VerdictDetail } from './verdict-detail';
import { IsMeasured } from './verdict-status';

function Graded({ submission }: { readonly submission: JudgedView }) {
  const words = useMessages().question.code;
  const { verdict, metric, language, source } = submission;
  const groups = groupsOf(submission);
  return (
    <section>
      <SubmissionState submission={submission} isStale={false} />
      {verdict && groups.length === 0 ? <VerdictDetail verdict={verdict} onLine={null} /> : null}
      {metric ? <MetricBand metric={{ ...metric, guards: [] }} /> : null}
      <GroupList groups={groups} onLine={null} />
      <details>
        <Text component="summary" size="sm" py="xs">
          {words.history.show}
        </Text>
        <pre className={styles['text']} tabIndex={0} aria-label={words.languages[language]}>
          {source}
        </pre>
      </details>
    </section>
  );
}

/** What is shown of an item of any kind; all but code shows nothing here. */
type Explained = {
  readonly content: { readonly __typename: string; readonly statement?: string; readonly metric?: object | null };
};

type Props = { readonly item: Explained; readonly submissions: readonly JudgedView[] };

/** A code or model item after the end: the question, and every submission with its verdict and code. */
export function ExplainedCode({ item, submissions }: Props) {
  const words = useMessages().question.code;
  const { content } = item;
  if (content.__typename !== 'CodeContent') return null;
  const { statement = '', metric = null } = content;
  return (
    <IsMeasured value={metric !== null}>
      <Stack gap="lg">
        <Markdown topHeading={3}>{statement}</Markdown>
        {submissions.length === 0 ? <Text size="sm">{words.nothingSubmitted}</Text> : null}
        {submissions.map((submission) => (
          <Graded key={submission.id} submission={submission} />
        ))}
      </Stack>
    </IsMeasured>
  );
}
