import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import type { ReceiptQuery } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import { useCandidateMessages } from '../../messages/candidate-messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { hasAnswer } from '../../sitting/sitting-item';
import { CandidateData } from './candidate-data';
import { PreviewBar } from './preview-bar';
import styles from './taking.module.css';
import { RECEIPT } from './taking-query';

const SendLeft = lazy(async () => ({ default: (await import('./send-left')).SendLeft }));

type LateProps = {
  readonly attempt: ReceiptQuery['attempt'];
  readonly organization: string;
  readonly onSent: () => void;
};

/** Sends what this device still has, and says what came too late. */
function Late({ attempt: { lateAnswerCount, items }, organization, onSent }: LateProps) {
  const words = useCandidateMessages().receipt;
  return (
    <>
      {lateAnswerCount === 0 ? null : <Text role="status">{words.late(lateAnswerCount, organization)}</Text>}
      <Suspense fallback={null}>
        <SendLeft items={items} onSent={onSent} />
      </Suspense>
    </>
  );
}

function Receipt({ id }: { readonly id: string }) {
  const { dates, names, sitting } = useMessages();
  const words = useCandidateMessages().receipt;
  const { data, refetch } = usePageQuery(RECEIPT, { id }, 'network-only');
  const { endedAt, endedBy, receiptCode, assessment, items, preview } = data.attempt;
  if (endedAt === null) return <Navigate to={`/attempts/${id}/items/1`} replace />;
  if (assessment === null) return <Navigate to={`/quiz/${id}/explanations`} replace />;
  const facts = [
    [words.assessment, assessment.title],
    [words.organization, assessment.organizationName],
    [words.received, dates.dateTime(endedAt)],
    [words.answers, words.answersAre(items.filter(hasAnswer).length, items.length)],
  ] as const;
  return (
    <Stack gap="lg">
      <PreviewBar preview={preview} running={null} />
      <PageHeading title={words.title}>{words.heading}</PageHeading>
      {endedBy === 'CLOCK' ? <Text>{words.byClock}</Text> : null}
      <Late attempt={data.attempt} organization={assessment.organizationName} onSent={() => void refetch()} />
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
        {receiptCode === null ? null : <Fact name={words.code} value={receiptCode} isCode />}
      </dl>
      <Stack gap="xs" component="section">
        <Title order={2}>{words.list}</Title>
        {items.map((item) => (
          <Text key={item.id} size="sm">
            {`${sitting.itemTitle(item.position, names.kinds[item.kind])}, ${hasAnswer(item) ? sitting.states.answered : sitting.states.empty}`}
          </Text>
        ))}
      </Stack>
      <Stack gap="xs" component="section">
        <Title order={2}>{words.next}</Title>
        <Text>{words.nextIs[assessment.afterRelease]}</Text>
        <Text>{words.when(assessment.organizationName)}</Text>
        <Text>{words.permanent}</Text>
      </Stack>
      <Group gap="sm" className={styles['noPrint'] ?? ''}>
        <Button onClick={() => window.print()}>{words.print}</Button>
        {preview === null ? (
          <Button component={Link} to="/i" variant="default">
            {words.toInvitation}
          </Button>
        ) : null}
      </Group>
      <div className={styles['noPrint'] ?? ''}>
        <CandidateData organization={assessment.organizationName} />
      </div>
    </Stack>
  );
}

type FactProps = { readonly name: string; readonly value: string; readonly isCode?: boolean };

function Fact({ name, value, isCode = false }: FactProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={isCode ? (styles['code'] ?? '') : ''}>{value}</dd>
    </>
  );
}

/** Permanent, printable: what was received and when, and the code to quote. */
export function ReceiptPage() {
  const { id = '' } = useParams();
  return (
    <PageBody width="reading">
      <PagePane>
        <Receipt key={id} id={id} />
      </PagePane>
    </PageBody>
  );
}
