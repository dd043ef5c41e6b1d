import { SkeletonLines } from '@holdout/ui';
import { Stack, Text, Title } from '@mantine/core';
import { lazy, useState } from 'react';
import { points } from '../../answering/score';
import { SaversProvider } from '../../answering/savers-provider';
import { useReportMessages } from '../../messages/report-messages';
import { PagePane } from '../../platform/page-pane';
import styles from './report.module.css';
import type { ReportedItem, ShownReport } from './report-query';

const ReportEvidence = lazy(async () => ({ default: (await import('./report-evidence')).ReportEvidence }));

function Groups({ groups }: Pick<ReportedItem, 'groups'>) {
  const words = useReportMessages();
  return groups.map(({ title, passed, total, points: worth }) => (
    <Text key={title} size="sm">
      {words.groups(passed, total, title, points(worth))}
    </Text>
  ));
}

function Reviews({ reviews }: Pick<ReportedItem, 'reviews'>) {
  const words = useReportMessages();
  return reviews.map(({ levels, noteToCandidate }, index) => (
    <Stack key={index} gap="xs">
      <Title order={4}>{words.review}</Title>
      {levels.map(({ criterion, level, top, comment }) => (
        <Text key={criterion} size="sm">
          {[words.level(criterion, level, top), comment].filter((part) => part !== '').join(' – ')}
        </Text>
      ))}
      {noteToCandidate === '' ? null : <Text size="sm">{`${words.note}: ${noteToCandidate}`}</Text>}
    </Stack>
  ));
}

type ItemProps = { readonly attemptId: string; readonly item: ReportedItem };

function Item({ attemptId, item }: ItemProps) {
  const words = useReportMessages();
  const [isOpen, setIsOpen] = useState(false);
  const { position, title, earned, possible, weight, state, timeShare } = item;
  const facts = [
    words.states[state],
    words.points(points(earned), points(possible)),
    words.weight(points(weight)),
    ...(timeShare === null ? [] : [words.share(timeShare)]),
  ];
  return (
    <details className={styles['item']} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles['itemSummary']}>
        <span>{`${position} ${title}`}</span>
        <Text span size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </summary>
      {isOpen ? (
        <Stack gap="md" py="sm">
          <Groups groups={item.groups} />
          <Reviews reviews={item.reviews} />
          <PagePane skeleton={<SkeletonLines count={4} />}>
            <ReportEvidence attemptId={attemptId} itemId={item.id} />
          </PagePane>
        </Stack>
      ) : null}
    </details>
  );
}

/** Every question with its points, and on opening the evidence behind them. */
export function ReportItems({ report: { attemptId, items } }: { readonly report: ShownReport }) {
  const words = useReportMessages();
  return (
    <SaversProvider>
      <Stack gap="sm" component="section">
        <Title order={2}>{words.itemsTitle}</Title>
        <Text size="sm" c="dimmed">
          {words.shareWhat}
        </Text>
        <div>
          {items.map((item) => (
            <Item key={item.id} attemptId={attemptId} item={item} />
          ))}
        </div>
      </Stack>
    </SaversProvider>
  );
}
